"""Backups that the program makes by itself: when, of what, how many, and what they bring back."""

from __future__ import annotations

import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ngo_assist.assessment.model import Answer, Profile
from ngo_assist.messages import UserError
from ngo_assist.rubric.model import Rubric
from ngo_assist.workspace.backups import MONTHS_KEPT, NEWEST_KEPT, Backup, Backups, surplus
from ngo_assist.workspace.bundle import gather, replace_all
from ngo_assist.workspace.store import Workspace
from tests.workspace.conftest import NOW


def begun(workspace: Workspace, profile: Profile, rubric: Rubric) -> Path:
    with workspace.create(profile) as opened:
        opened.start_assessment(rubric, "quick", "en", NOW)
        return opened.path


def answer(workspace: Workspace, folder: Path, level: int, id: str = "2026-11-23") -> None:
    with workspace.open(folder.name) as opened:
        assessment = opened.assessment(id)
        opened.save_assessment(assessment.updated_with(answers={"security.backup": Answer(level=level)}))


def test_a_backup_is_a_zip_that_anyone_can_unpack(
    workspace: Workspace, profile: Profile, rubric: Rubric, tmp_path: Path
) -> None:
    folder = begun(workspace, profile, rubric)
    (folder / "photo.jpg").write_bytes(b"\xff\xd8" * 100)
    made = Backups(workspace.root).make(folder, NOW, "day")
    with zipfile.ZipFile(made.path) as archive:
        assert archive.namelist() == ["umit/assessments/2026-11-23.toml", "umit/organisation.toml"]
        archive.extractall(tmp_path / "by hand")
    assert gather(tmp_path / "by hand" / "umit") == gather(folder)


def test_there_is_one_a_day_and_only_after_a_change(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    folder, backups = begun(workspace, profile, rubric), Backups(workspace.root)
    assert backups.make_daily(folder, NOW) is not None
    answer(workspace, folder, 1)
    assert backups.make_daily(folder, NOW + timedelta(hours=3)) is None
    assert len(backups.of(folder)) == 1
    backups.make_daily(folder, NOW + timedelta(days=1))
    backups.make_daily(folder, NOW + timedelta(days=2))
    assert [each.made.day for each in backups.of(folder)] == [24, 23]


def test_before_a_risky_step_what_is_there_already_is_not_kept_twice(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    folder, backups = begun(workspace, profile, rubric), Backups(workspace.root)
    first = backups.make(folder, NOW, "day")
    assert backups.make(folder, NOW, "before-restore") == first
    answer(workspace, folder, 1)
    second = backups.make(folder, NOW, "before-restore")
    assert second.reason == "before-restore"
    assert {each.path for each in backups.of(folder)} == {first.path, second.path}


def test_restoring_brings_back_what_was_there_and_leaves_other_files_alone(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    folder, backups = begun(workspace, profile, rubric), Backups(workspace.root)
    answer(workspace, folder, 1)
    made, before = backups.make(folder, NOW, "day"), gather(folder)
    answer(workspace, folder, 4)
    with workspace.open(folder.name) as opened:
        opened.start_assessment(rubric, "full", "en", NOW + timedelta(days=9))
        opened.save_organisation(opened.organisation().updated_with(name="Other"))
    (folder / "plans" / "2026-12-02").mkdir(parents=True)
    (folder / "plans" / "2026-12-02" / "plan.toml").write_text("later", encoding="utf-8")
    (folder / "letter.txt").write_text("mine", encoding="utf-8")
    replace_all(folder, backups.read(made))
    assert gather(folder) == before
    assert not (folder / "plans" / "2026-12-02").exists()
    assert (folder / "letter.txt").read_text(encoding="utf-8") == "mine"


def test_an_organisation_whose_file_is_broken_finds_its_backups(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    folder, backups = begun(workspace, profile, rubric), Backups(workspace.root)
    made = backups.make(folder, NOW, "day")
    (folder / "organisation.toml").write_bytes(b"name = ")
    assert backups.of(folder) == (made,)
    replace_all(folder, backups.read(made))
    assert workspace.folder("umit").organisation().name == "Үміт"


def test_a_folder_that_was_renamed_finds_its_backups_and_a_copy_does_not_take_them(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    folder, backups = begun(workspace, profile, rubric), Backups(workspace.root)
    made = backups.make(folder, NOW, "day")
    copy = workspace.root / "umit-copy"
    copy.mkdir()
    (copy / "organisation.toml").write_bytes((folder / "organisation.toml").read_bytes())
    assert backups.of(copy) == ()
    moved = folder.rename(workspace.root / "umit-2")
    assert backups.of(moved) == (made,)


def test_few_are_kept_the_newest_and_one_a_month(tmp_path: Path) -> None:
    day = datetime(2026, 11, 23, 10)  # noqa: DTZ001
    made = [Backup(tmp_path / str(number), day - timedelta(days=number), "day") for number in range(5 * 365)]
    kept = [each for each in made if each not in surplus(made)]
    assert kept[:NEWEST_KEPT] == made[:NEWEST_KEPT]
    assert len(kept) == NEWEST_KEPT + MONTHS_KEPT
    months = [(each.made.year, each.made.month) for each in kept[NEWEST_KEPT:]]
    assert months == sorted(set(months), reverse=True)


def test_the_disk_holds_no_more_than_those_kept(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    folder, backups = begun(workspace, profile, rubric), Backups(workspace.root)
    for number in range(14):
        answer(workspace, folder, number % 5)
        backups.make(folder, NOW + timedelta(hours=number), "before-restore")
    assert len(backups.of(folder)) == NEWEST_KEPT + 1


def test_what_people_put_beside_is_no_backup_and_stays(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    folder, backups = begun(workspace, profile, rubric), Backups(workspace.root)
    made = backups.make(folder, NOW, "day")
    (made.path.parent / "mine.zip").write_bytes(b"")
    (made.path.parent / "2026-99-99_10-00-00_day.zip").write_bytes(b"")
    assert backups.of(folder) == (made,)
    (folder / "organisation.toml").unlink()
    backups.forget("uid-1")
    assert not made.path.exists()
    assert (made.path.parent / "mine.zip").exists()


def test_a_damaged_backup_says_so_and_changes_nothing(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    folder, backups = begun(workspace, profile, rubric), Backups(workspace.root)
    made = backups.make(folder, NOW, "day")
    made.path.write_bytes(made.path.read_bytes()[:-30])
    with pytest.raises(UserError, match="damaged"):
        backups.read(made)
    # And a new one is made in its place.
    assert backups.make(folder, NOW, "before-restore") != made


def test_a_backup_of_an_old_clock_can_be_made(workspace: Workspace, profile: Profile, rubric: Rubric) -> None:
    folder, backups = begun(workspace, profile, rubric), Backups(workspace.root)
    made = backups.make(folder, NOW.replace(year=1970), "day")
    assert backups.read(made) == gather(folder)
