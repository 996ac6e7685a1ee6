"""Care of organisations: what is done, how it is taken back, and what is never lost."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ngo_assist.application.care import Care
from ngo_assist.application.session import Session
from ngo_assist.messages import UserError
from ngo_assist.workspace.bundle import gather
from ngo_assist.workspace.conflicts import OrganisationLocked
from ngo_assist.workspace.trash import Trash
from tests.tui.planned import NOW, session


@pytest.fixture
def made(tmp_path: Path) -> Session:
    """Umit, answered and planned, and closed."""
    found = session(tmp_path, plan=True)
    found.close()
    return found


@pytest.fixture
def care(made: Session) -> Care:
    return made.care


def name(made: Session) -> str:
    return made.workspace.folder("umit").organisation().name


def test_another_name_reaches_the_list_and_the_assessment_in_progress(made: Session, care: Care) -> None:
    made.open("umit")
    made.start("full")
    made.close()
    care.rename("umit", "  Үміт \x1b[31mаналары ")
    folder = made.workspace.folder("umit")
    assert name(made) == "Үміт аналары"
    assert [folder.assessment(head.id).organisation.name for head in folder.assessments()] == [
        "Umit",
        "Үміт аналары",
    ]
    care.undo()
    assert name(made) == "Umit"


@pytest.mark.parametrize("wrong", ["", " \x1b[0m ", "x" * 201])
def test_a_name_that_is_none_changes_nothing(made: Session, care: Care, wrong: str) -> None:
    with pytest.raises(UserError):
        care.rename("umit", wrong)
    assert name(made) == "Umit"
    assert not care.can_undo


def test_the_archive_is_a_mark_in_the_file_and_the_folder_stays(made: Session, care: Care) -> None:
    care.archive("umit")
    (listed,) = made.workspace.organisations()
    assert listed.tables["archived"] == NOW.date()
    assert listed.path == made.workspace.root / "umit"
    care.undo()
    (listed,) = made.workspace.organisations()
    assert "archived" not in listed.tables


def test_what_is_deleted_comes_back_by_undo_and_later(made: Session, care: Care) -> None:
    before = gather(made.workspace.root / "umit")
    care.delete("umit")
    assert made.workspace.organisations() == ()
    care.undo()
    assert gather(made.workspace.root / "umit") == before
    care.delete("umit")
    (deleted,) = Trash(made.workspace.root).all()  # another day, another start of the program
    care.put_back(deleted)
    assert gather(made.workspace.root / "umit") == before


def test_steps_are_taken_back_the_last_first(made: Session, care: Care) -> None:
    care.rename("umit", "A")
    care.archive("umit")
    care.rename("umit", "B")
    care.undo()
    assert name(made) == "A"
    care.undo()
    care.undo()
    assert name(made) == "Umit" and not care.can_undo


def test_a_step_that_cannot_be_taken_back_now_can_be_later(made: Session, care: Care) -> None:
    care.rename("umit", "A")
    with made.workspace.open("umit"), pytest.raises(OrganisationLocked):
        care.undo()
    assert care.can_undo
    care.undo()
    assert name(made) == "Umit"


def test_working_on_is_not_taken_back_with_what_was_done_before(made: Session, care: Care) -> None:
    care.rename("umit", "A")
    made.open("umit")
    made.answer("care.backup", 4)
    made.close()
    assert not care.can_undo


def test_what_another_window_has_open_is_left_alone(made: Session, care: Care) -> None:
    backup = care.back_up("umit", "day")
    with made.workspace.open("umit"):
        for step in (
            lambda: care.rename("umit", "A"),
            lambda: care.archive("umit"),
            lambda: care.delete("umit"),
            lambda: care.restore("umit", backup),
        ):
            with pytest.raises(OrganisationLocked):
                step()
    assert not care.can_undo


def test_restoring_keeps_the_present_as_a_backup_first(made: Session, care: Care) -> None:
    folder = made.workspace.root / "umit"
    backup, then = care.back_up("umit", "day"), gather(folder)
    made.open("umit")
    made.answer("care.backup", 4)
    made.close()
    now = gather(folder)
    care.restore("umit", backup)
    assert gather(folder) == then
    assert care.backups("umit")[0].reason == "before-restore"
    care.undo()
    assert gather(folder) == now


def test_a_broken_organisation_is_mended_by_its_backup(made: Session, care: Care) -> None:
    care.back_up("umit", "day")
    (made.workspace.root / "umit" / "organisation.toml").write_bytes(b"name = ")
    (backup,) = care.backups("umit")
    care.restore("umit", backup)
    assert name(made) == "Umit"


def test_opening_makes_the_days_backup_by_itself(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    made.close()
    assert [each.reason for each in made.care.backups("umit")] == ["day"]
    clock = [NOW]
    made.now = lambda: clock[0]
    days: list[datetime] = []
    for day in range(1, 4):
        clock[0] = NOW + timedelta(days=day)
        made.open("umit")
        if day == 2:
            made.answer("care.backup", 4)
        made.close()
        days = [each.made for each in made.care.backups("umit")]
    # Of the second day, when something changed; what was opened and only read needs none.
    assert [day.day for day in days] == [NOW.day + 2, NOW.day]


def test_looking_at_it_makes_no_backup(made: Session) -> None:
    for backup in made.care.backups("umit"):
        backup.path.unlink()
    made.open("umit", look=True)
    made.close()
    assert made.care.backups("umit") == ()


def test_a_full_disk_stands_in_nobodys_way(made: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    for backup in made.care.backups("umit"):
        backup.path.unlink()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ngo_assist.workspace.atomic._write_through", full)
    made.open("umit")
    assert made.organisation.name == "Umit"
    made.close()


def test_an_older_assessment_is_opened_with_its_plan_and_what_came_before_it(made: Session) -> None:
    made.open("umit")
    first = made.assessment.id
    made.start("quick")
    made.close()
    made.open("umit", assessment_id=first)
    assert made.assessment.id == first
    assert made.plans.plan is not None and made.plans.plan.assessment == first
    assert made.earlier is None
    made.close()
    made.open("umit")
    assert made.earlier is not None and made.earlier.id == first


def test_nothing_of_this_lies_in_the_organisations_folder(made: Session, care: Care) -> None:
    care.back_up("umit", "before-reopening")
    care.archive("umit")
    names = {path.name for path in (made.workspace.root / "umit").iterdir()} - {".lock"}
    assert names == {"organisation.toml", "assessments", "plans"}
    assert sorted(path.name for path in made.workspace.root.iterdir()) == [".backups", "umit"]
