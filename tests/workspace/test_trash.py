"""Deleting: nothing is gone at once, everything can be put back, and after a month it is removed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from ngo_assist.assessment.model import Profile
from ngo_assist.workspace.backups import Backups
from ngo_assist.workspace.bundle import gather
from ngo_assist.workspace.conflicts import OrganisationLocked
from ngo_assist.workspace.store import Workspace
from ngo_assist.workspace.trash import Trash
from tests.workspace.conftest import NOW


@pytest.fixture
def folder(workspace: Workspace, profile: Profile) -> Path:
    with workspace.create(profile) as opened:
        (opened.path / "letter.txt").write_text("mine", encoding="utf-8")
        return opened.path


@pytest.fixture
def trash(workspace: Workspace) -> Trash:
    return Trash(workspace.root)


def test_what_is_deleted_is_no_longer_listed_and_comes_back_whole(
    workspace: Workspace, folder: Path, trash: Trash
) -> None:
    before = gather(folder)
    deleted = trash.put(folder, NOW)
    assert workspace.organisations() == ()
    assert (deleted.name, deleted.slug, deleted.days_left(NOW)) == ("Үміт", "umit", 30)
    assert trash.all() == (deleted,)
    assert trash.put_back(deleted) == "umit"
    assert gather(folder) == before
    assert (folder / "letter.txt").read_text(encoding="utf-8") == "mine"
    assert trash.all() == ()


def test_an_organisation_that_is_open_in_another_window_is_not_deleted(
    workspace: Workspace, folder: Path, trash: Trash
) -> None:
    with workspace.open("umit"), pytest.raises(OrganisationLocked):
        trash.put(folder, NOW)
    assert len(workspace.organisations()) == 1
    assert trash.all() == ()


def test_what_comes_back_takes_no_others_place(workspace: Workspace, folder: Path, trash: Trash) -> None:
    deleted = trash.put(folder, NOW)
    workspace.create(Profile(name="Үміт")).close()
    assert trash.put_back(deleted) == "umit-2"
    assert len(workspace.organisations()) == 2


def test_the_same_name_may_be_deleted_twice_in_a_second(
    workspace: Workspace, profile: Profile, folder: Path, trash: Trash
) -> None:
    trash.put(folder, NOW)
    workspace.create(profile).close()
    trash.put(folder, NOW)
    assert len(trash.all()) == 2


def test_after_a_month_it_goes_with_its_backups_and_not_before(
    workspace: Workspace, folder: Path, trash: Trash
) -> None:
    backups = Backups(workspace.root)
    made = backups.make(folder, NOW, "day")
    deleted = trash.put(folder, NOW)
    assert trash.remove_old(NOW + timedelta(days=30)) == 0
    assert deleted.path.exists() and made.path.exists()
    assert trash.remove_old(NOW + timedelta(days=31)) == 1
    assert not deleted.path.exists() and not made.path.exists()


def test_the_backups_of_one_that_came_back_by_another_way_stay(
    workspace: Workspace, folder: Path, trash: Trash
) -> None:
    kept = (folder / "organisation.toml").read_bytes()
    made = Backups(workspace.root).make(folder, NOW, "day")
    deleted = trash.put(folder, NOW)
    folder.mkdir()
    (folder / "organisation.toml").write_bytes(kept)
    trash.remove(deleted)
    assert made.path.exists()


def test_what_the_program_did_not_put_there_is_never_removed(
    workspace: Workspace, folder: Path, trash: Trash
) -> None:
    for name in ("old photos", "2026-99-99_10-00-00_umit"):
        (workspace.root / ".trash" / name).mkdir(parents=True)
    assert trash.remove_old(NOW + timedelta(days=1000)) == 0
    assert len(list((workspace.root / ".trash").iterdir())) == 2


def test_a_broken_organisation_can_be_deleted_and_put_back(
    workspace: Workspace, folder: Path, trash: Trash
) -> None:
    (folder / "organisation.toml").write_bytes(b"name = ")
    deleted = trash.put(folder, NOW)
    assert deleted.name == "umit"
    assert trash.put_back(deleted) == "umit"


def test_a_link_is_removed_and_not_what_it_leads_to(workspace: Workspace, folder: Path, trash: Trash) -> None:
    elsewhere = workspace.root.parent / "elsewhere"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere, target_is_directory=True)
    deleted = trash.put(folder, NOW)
    trash.remove(deleted)
    assert (elsewhere / "letter.txt").exists()
    assert trash.all() == ()
