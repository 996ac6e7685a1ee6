"""A full disk and a folder that may not be written: said plainly, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ngo_assist.assessment.model import Profile
from ngo_assist.messages import UserError
from ngo_assist.rubric.model import Rubric
from ngo_assist.workspace.atomic import write_atomic
from ngo_assist.workspace.store import Workspace
from tests.workspace.conftest import NOW

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits and owners of POSIX")

ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from ngo_assist.assessment.model import Answer
from ngo_assist.messages import UserError
from ngo_assist.workspace.store import Workspace
with Workspace(Path(sys.argv[1])).open("umit") as opened:
    assessment = opened.assessment("2026-11-23")
    plan_folder = opened.path / "plans"
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
    try:
        opened.save_assessment(assessment.updated_with(answers={"a.b": Answer(level=1, note="n" * 3000)}))
    except UserError as error:
        print(error)
    opened.save_assessment(assessment.updated_with(answers={"a.b": Answer(level=1)}))
"""


def test_on_a_full_disk_the_file_stays_as_it_was_and_saving_goes_on_afterwards(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    with workspace.create(profile) as opened:
        opened.start_assessment(rubric, "full", "kk", NOW)
    run = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, str(workspace.root)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "there is no place left on the disk; what was there before is unchanged" in run.stdout
    assert "2026-11-23.toml" in run.stdout
    folder = workspace.folder("umit")
    assert folder.assessment("2026-11-23").answers["a.b"].level == 1
    assert not list(folder.path.rglob("*.tmp"))


ON_A_DISK_THAT_WAS_FULL_FROM_THE_START = """
import resource, sys
from pathlib import Path
from ngo_assist.messages import UserError
from ngo_assist.workspace.atomic import write_together
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
folder = Path(sys.argv[1])
try:
    write_together([(folder / "new" / "below" / "a", b"short"), (folder / "new" / "b", b"long" * 1000)])
except UserError as error:
    print(error.what)
"""


def test_what_found_no_place_leaves_no_folder_behind_and_speaks_of_nothing_that_was_there(
    tmp_path: Path,
) -> None:
    run = subprocess.run(
        [sys.executable, "-c", ON_A_DISK_THAT_WAS_FULL_FROM_THE_START, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "there is no place left on the disk\n"
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def nobody() -> Iterator[Path]:
    """A folder of someone else's, seen by a user without rights, even where the tests run as root."""
    folder = Path(tempfile.mkdtemp())
    mine = os.geteuid()
    try:
        yield folder
    finally:
        os.seteuid(mine)
        folder.chmod(0o755)
        shutil.rmtree(folder)


def lock_out(folder: Path) -> None:
    folder.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(65534)


def test_a_folder_that_may_not_be_written_says_so(nobody: Path) -> None:
    (nobody / "a.toml").write_bytes(b"old")
    lock_out(nobody)
    with pytest.raises(UserError, match="this folder may not be written"):
        write_atomic(nobody / "a.toml", b"new")
    with pytest.raises(UserError, match="this folder may not be written"):
        Workspace(nobody).create(Profile(name="Umit"))
    with pytest.raises(UserError, match="this folder may not be written"):
        Workspace(nobody / "below").create(Profile(name="Umit"))
    assert [path.name for path in nobody.iterdir()] == ["a.toml"]
    assert (nobody / "a.toml").read_bytes() == b"old"


def test_an_organisation_that_may_only_be_read_can_be_looked_at(nobody: Path) -> None:
    workspace = Workspace(nobody)
    with workspace.create(Profile(name="Umit")) as opened:
        (opened.path / ".lock").unlink()
        opened.path.chmod(0o555)
    lock_out(nobody)
    assert workspace.folder("umit").organisation().name == "Umit"
    with pytest.raises(UserError, match="this folder may not be written"):
        workspace.open("umit")


def test_a_workspace_that_may_not_be_read_says_so(nobody: Path) -> None:
    lock_out(nobody)
    if os.geteuid() == 65534:
        os.seteuid(0)
        nobody.chmod(0o700)
        os.seteuid(65534)
    else:
        nobody.chmod(0o000)
    with pytest.raises(UserError, match="this folder cannot be read"):
        Workspace(nobody).organisations()
