"""A copy for others: the levels and the plan, and not a word of what was written beside them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from ngo_assist.application.session import Session
from ngo_assist.application.sharing import (
    bundle_without_notes,
    contents,
    plan_without_notes,
    repeats,
    save_copy,
)
from ngo_assist.messages import UserError
from ngo_assist.planning.model import Plan
from ngo_assist.workspace.bundle import gather
from ngo_assist.workspace.received import receive
from ngo_assist.workspace.without_notes import LEFT_OUT
from tests.tui.planned import session

SECRET = "Aigul keeps the only stick at her home near the river"
EVIDENCE = "photo of Aigul's desk"
REASON = "the hall belongs to Marat"
OWNER = "Saule Nurlanova"


@pytest.fixture
def made(tmp_path: Path) -> Session:
    found = session(tmp_path / "workspace")
    found.annotate("care.backup", SECRET, (EVIDENCE,))
    found.does_not_apply("reach.hall", REASON)
    found.plans.make(found.plans.limits)
    action = found.plans.plan.actions[0].id if found.plans.plan else ""
    found.plans.edit(action, "owner", OWNER)
    found.annotate("reach.calls", "the number of Marat is on the wall", ())
    found.close()
    found.open("umit")
    return found


def shared(made: Session) -> str:
    assert made.folder is not None
    files = bundle_without_notes(made.folder, made.rubric)
    return "\n".join(content.decode() for content in files.values())


def test_nothing_that_was_written_beside_an_answer_is_in_it(made: Session) -> None:
    assert made.plans.plan is not None
    assert any(SECRET in action.why_here for action in made.plans.plan.actions)
    text = shared(made)
    for word in ("Aigul", "Marat", "Saule", "stick at", "river", "wall"):
        assert word not in text


def test_levels_the_plan_and_its_progress_are_in_it(made: Session) -> None:
    assert made.plans.plan is not None
    first = made.plans.plan.actions[0].id
    made.plans.set_status(first, "done")
    assert made.folder is not None
    save_copy(made, "umit", made.workspace.root, whole=False)
    (received,) = receive(made.workspace.root / "umit-2026-11-23.zip")
    assert received.without_notes and received.unreadable == ()
    (assessment,) = received.assessments.values()
    mine = made.assessment.answers
    assert {id: answer.level for id, answer in assessment.answers.items()} == {
        id: answer.level for id, answer in mine.items()
    }
    assert assessment.answers["reach.hall"].not_applicable == LEFT_OUT
    (plan,) = received.plans.values()
    assert [action.id for action in plan.actions] == [action.id for action in made.plans.plan.actions]
    assert plan.actions[0].status == "done"
    assert all(action.why_here for action in plan.actions)
    assert "# Action plan: Umit" in next(iter(received.pages(plan.id).values()))


def test_a_note_that_still_waits_for_its_level_does_not_slip_through(made: Session) -> None:
    made.start("full")
    made.annotate("care.codes", SECRET, (EVIDENCE,))
    assert "Aigul" not in shared(made)


def test_what_a_model_wrote_with_a_note_before_its_eyes_is_replaced(made: Session) -> None:
    plan = made.plans.plan
    assert plan is not None
    first = plan.actions[0]
    drafted = first.updated_with(why_here="Aigul lives far away.", origin={"why_here": "model"})
    bare = plan_without_notes(
        plan.updated_with(actions=(drafted, *plan.actions[1:])), made.rubric, made.assessment, [SECRET]
    )
    assert "Aigul lives" not in bare.actions[0].why_here
    assert bare.actions[0].origin["why_here"] == "rubric"
    assert bare.drafting.model is None


def test_without_any_notes_a_models_words_stay(made: Session) -> None:
    plan = made.plans.plan
    assert plan is not None
    first = plan.actions[0].updated_with(why_here="A copy helps.", origin={"why_here": "model"})
    bare = plan_without_notes(
        plan.updated_with(actions=(first, *plan.actions[1:])), made.rubric, made.assessment, []
    )
    assert bare.actions[0].why_here == "A copy helps."
    assert all(action.owner == "" for action in bare.actions)


def edited(plan: Plan, text: str) -> Plan:
    first = plan.actions[0]
    changed = first.updated_with(steps=(text,), origin={**first.origin, "steps": "person"}, pinned=("steps",))
    return plan.updated_with(actions=(changed, *plan.actions[1:]))


def test_a_persons_own_words_stay_unless_they_repeat_a_note(made: Session) -> None:
    plan = made.plans.plan
    assert plan is not None
    own = plan_without_notes(edited(plan, "Buy a second stick."), made.rubric, made.assessment, [SECRET])
    assert own.actions[0].steps == ("Buy a second stick.",)
    quoted = "Ask why Aigul keeps the only stick."
    bare = plan_without_notes(edited(plan, quoted), made.rubric, made.assessment, [SECRET])
    assert bare.actions[0].steps == made.rubric.actions[bare.actions[0].id].steps.say("en")
    assert bare.actions[0].pinned == ()


def test_without_its_questionnaire_a_plan_says_nothing_rather_than_too_much(made: Session) -> None:
    plan = made.plans.plan
    assert plan is not None
    bare = plan_without_notes(plan, None, None, [SECRET])
    assert [action.why_here for action in bare.actions] == [""] * len(bare.actions)
    assert bare.summary.text == ""


@pytest.mark.parametrize(
    ("text", "note", "found"),
    [
        ("we keep the only copy at home, sadly", "They keep the only copy at home", True),
        ("KEEP THE ONLY COPY", "we keep the only copy!", True),
        ("we keep copies", "we keep the only copy", False),
        ("call Nurlanova", "Nurlanova", True),
        ("not yet", "yet", False),
        ("anything", "", False),
    ],
)
def test_a_quote_is_some_words_in_a_row_or_a_short_note_whole(text: str, note: str, found: bool) -> None:
    assert repeats(text, [note]) is found


def test_it_says_what_is_in_it_and_what_is_not(made: Session) -> None:
    assert made.folder is not None
    found = contents(made.folder)
    assert (found.assessments, found.plans, found.notes, found.evidence) == (1, 1, 2, 1)
    assert (found.reasons, found.owners) == (1, 1)


def test_the_whole_copy_is_the_folder(made: Session) -> None:
    path = save_copy(made, "umit", made.workspace.root, whole=True)
    assert path.name == "umit-2026-11-23-full.zip"
    (received,) = receive(path)
    assert received.bundle == gather(made.workspace.root / "umit")


def test_the_file_replaces_no_other_and_tells_the_date(made: Session, tmp_path: Path) -> None:
    names = [save_copy(made, "umit", tmp_path, whole=False).name for _ in range(2)]
    assert names == ["umit-2026-11-23.zip", "umit-2026-11-23-2.zip"]
    with zipfile.ZipFile(tmp_path / names[0]) as archive:
        assert all(name.startswith("umit/") for name in archive.namelist())


def test_a_file_that_cannot_be_read_is_left_out_and_said(made: Session) -> None:
    assert made.folder is not None
    (made.folder.path / "assessments" / "2026-12-01.toml").write_text(SECRET, encoding="utf-8")
    assert len(contents(made.folder).unreadable) == 1
    assert "Aigul" not in shared(made)


def test_keys_that_this_program_does_not_know_are_left_out(made: Session) -> None:
    made.change_assessment(made.assessment.updated_with(remarks="of Aigul"))
    made.writable.save_organisation(made.organisation.updated_with(contact="Aigul"))
    assert "Aigul" not in shared(made)


def test_a_folder_that_may_not_be_written_is_named(made: Session, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError):
        save_copy(made, "umit", tmp_path / "file", whole=True)
