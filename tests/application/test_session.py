from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ngo_assist.application.session import Session
from ngo_assist.messages import UserError
from ngo_assist.workspace.lock import OrganisationLocked
from ngo_assist.workspace.organisation_folder import ChangedOnDisk
from ngo_assist.workspace.store import Workspace
from tests.tui.conftest import PROFILE, Computer

ID = "security.backup"


def on_disk(session: Session) -> str:
    assert session.folder is not None
    return session.folder.assessment_path(session.assessment.id).read_text(encoding="utf-8")


def test_an_answer_is_on_the_disk_when_the_method_returns(begun: Callable[..., Session]) -> None:
    session = begun()
    session.answer(ID, 2)
    assert "level = 2" in on_disk(session)
    session.annotate("security.twofactor", "қағазда", ())
    assert "қағазда" in on_disk(session)


def test_undo_takes_back_one_change_and_tells_where(begun: Callable[..., Session]) -> None:
    session = begun()
    session.answer(ID, 1)
    session.answer(ID, 3)
    assert session.undo() == ID
    assert session.assessment.answers[ID].level == 1
    assert session.undo() == ID
    assert ID not in session.assessment.answers
    assert session.undo() is None
    assert ID not in on_disk(session)


def test_what_was_taken_back_can_be_done_again_until_something_else_is_done(
    begun: Callable[..., Session],
) -> None:
    session = begun()
    session.answer(ID, 1)
    session.answer(ID, 3)
    session.undo()
    session.undo()
    assert session.redo() == ID
    assert session.assessment.answers[ID].level == 1
    assert session.redo() == ID
    assert session.assessment.answers[ID].level == 3
    assert session.redo() is None and not session.can_redo
    session.undo()
    assert session.assessment.answers[ID].level == 1
    session.answer("security.twofactor", 2)
    assert not session.can_redo


def test_undo_leaves_other_practices_alone(begun: Callable[..., Session]) -> None:
    session = begun()
    session.answer(ID, 1)
    session.answer("security.twofactor", 2)
    session.undo()
    assert session.assessment.answers[ID].level == 1


def test_typing_one_note_is_one_step_to_undo(begun: Callable[..., Session]) -> None:
    session = begun()
    for text in ("o", "on", "one"):
        session.annotate(ID, text, ())
    session.seal_undo()
    session.annotate(ID, "one and two", ())
    session.undo()
    assert session.remarks(ID).note == "one"
    session.undo()
    assert session.remarks(ID).note == ""


def test_the_last_answer_finishes_and_taking_it_back_reopens(begun: Callable[..., Session]) -> None:
    session = begun()
    for practice in session.practices:
        assert session.assessment.finished is None
        session.answer(practice.id, 1)
    assert session.assessment.finished is not None
    session.undo()
    assert session.assessment.finished is None


def test_one_organisation_is_open_in_one_window_and_can_be_looked_at_in_another(
    begun: Callable[..., Session], computer: Computer
) -> None:
    first = begun()
    first.answer(ID, 1)
    assert first.folder is not None
    second = computer.session()
    with pytest.raises(OrganisationLocked):
        second.open(first.folder.slug)
    second.open(first.folder.slug, look=True)
    assert second.read_only
    assert second.assessment.answers[ID].level == 1
    with pytest.raises(UserError):
        second.answer(ID, 2)
    assert second.assessment.answers[ID].level == 1


def test_what_another_program_wrote_is_not_overwritten_and_both_can_be_kept(
    begun: Callable[..., Session],
) -> None:
    session = begun()
    session.answer(ID, 1)
    assert session.folder is not None
    path = session.folder.assessment_path(session.assessment.id)
    path.write_text(path.read_text(encoding="utf-8").replace("level = 1", "level = 0"), encoding="utf-8")
    with pytest.raises(ChangedOnDisk):
        session.answer(ID, 4)
    assert session.unsaved
    session.keep_both()
    assert not session.unsaved
    assert session.folder.assessment(session.assessment.id).answers[ID].level == 4
    assert session.folder.assessment(path.stem).answers[ID].level == 0


def test_a_disk_that_refuses_loses_nothing(
    begun: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begun()
    folder = session.writable
    with monkeypatch.context() as full:

        def refuse(_: object) -> None:
            raise UserError(PROBLEM)

        from ngo_assist.messages import msg

        PROBLEM = msg("there is no place left on the disk; what was there before is unchanged")
        full.setattr(folder, "save_assessment", refuse)
        with pytest.raises(UserError):
            session.answer(ID, 2)
    assert session.unsaved
    session.answer("security.twofactor", 1)
    assert not session.unsaved
    assert set(folder.assessment(session.assessment.id).answers) == {ID, "security.twofactor"}


def test_what_a_killed_program_leaves_is_all_that_was_given(
    begun: Callable[..., Session], computer: Computer, tmp_path: Path
) -> None:
    session = begun("kk")
    session.answer(ID, 2)
    session.annotate("security.twofactor", "ертең", ())
    # The folder as it lies on the disk at this very moment, without any leave-taking.
    shutil.copytree(computer.root / "workspace", tmp_path / "after")
    after = computer.session()
    after.workspace = Workspace(tmp_path / "after")
    after.open("komek")
    assert after.assessment.answers[ID].level == 2
    assert after.remarks("security.twofactor").note == "ертең"


def test_a_new_assessment_has_the_finished_one_as_the_earlier(begun: Callable[..., Session]) -> None:
    session = begun()
    for practice in session.practices:
        session.answer(practice.id, 1)
    session.start("quick")
    assert session.earlier is not None and session.earlier.answers[ID].level == 1
    assert session.assessment.answers == {}


def test_a_changed_profile_keeps_unknown_keys_and_reaches_the_assessment(
    begun: Callable[..., Session],
) -> None:
    session = begun()
    assert session.folder is not None
    path = session.folder.path / "organisation.toml"
    path.write_text(path.read_text(encoding="utf-8") + 'from_the_future = "kept"\n', encoding="utf-8")
    slug = session.folder.slug
    session.close()
    session.open(slug)
    session.change_profile(PROFILE.updated_with(paid_staff=0, volunteers=1, goal=None))
    assert session.assessment.organisation.alone
    assert 'from_the_future = "kept"' in path.read_text(encoding="utf-8")
    assert "goal" not in path.read_text(encoding="utf-8")
