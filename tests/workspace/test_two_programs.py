"""Two programs on one organisation do not overwrite each other."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ngo_assist.assessment.model import Profile
from ngo_assist.messages import UserError
from ngo_assist.workspace.lock import OrganisationLocked
from ngo_assist.workspace.store import Workspace

HOLDS_IT = """
import sys
from pathlib import Path
from ngo_assist.workspace.store import Workspace
with Workspace(Path(sys.argv[1])).open("umit"):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def other_program(workspace: Workspace, profile: Profile):  # type: ignore[no-untyped-def]
    """Another program that holds the organisation open until its input ends."""
    workspace.create(profile).close()
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS_IT, str(workspace.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def test_the_second_program_is_refused_until_the_first_closes(
    workspace: Workspace, other_program: subprocess.Popen[str]
) -> None:
    with pytest.raises(OrganisationLocked) as refused:
        workspace.open("umit")
    assert "another window" in str(refused.value)
    assert workspace.folder("umit").organisation().name == "Үміт", "looking needs no lock"
    other_program.communicate("")
    workspace.open("umit").close()


def test_a_program_that_was_killed_leaves_nothing_locked(
    workspace: Workspace, other_program: subprocess.Popen[str]
) -> None:
    other_program.kill()
    other_program.wait()
    workspace.open("umit").close()


def test_a_folder_copied_while_it_is_open_is_not_locked(
    workspace: Workspace, other_program: subprocess.Popen[str], tmp_path: Path
) -> None:
    stick = Workspace(tmp_path / "stick")
    shutil.copytree(workspace.root, stick.root)
    assert (stick.root / "umit" / ".lock").exists()
    stick.open("umit").close()


def test_one_program_opens_an_organisation_once_at_a_time(workspace: Workspace, profile: Profile) -> None:
    with workspace.create(profile):
        with pytest.raises(OrganisationLocked):
            workspace.open("umit")
        with workspace.create(Profile(name="Other")) as other:
            assert other.slug == "other"
    first = workspace.open("umit")
    first.close()
    first.close()
    workspace.open("umit").close()


def test_a_lock_that_cannot_be_made_is_no_other_window(workspace: Workspace, profile: Profile) -> None:
    workspace.create(profile).close()
    lock = workspace.root / "umit" / ".lock"
    lock.unlink()
    lock.mkdir()
    with pytest.raises(UserError) as refused:
        workspace.open("umit")
    assert not isinstance(refused.value, OrganisationLocked)
