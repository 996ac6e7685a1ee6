import tomllib
from pathlib import Path

import pytest

from ngo_assist.application.session import Session
from ngo_assist.messages import UserError
from tests.tui.planned import session


def on_disk(made: Session) -> dict[str, object]:
    return tomllib.loads(made.plans.files[1].read_text(encoding="utf-8"))


def reopened(made: Session) -> Session:
    slug = made.writable.slug
    made.close()
    made.open(slug)
    return made


def test_a_plan_is_on_the_disk_when_it_is_made(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    markdown, toml = made.plans.files
    assert toml.is_file()
    assert "Umit" in markdown.read_text(encoding="utf-8")
    assert made.plans.error is None
    assert made.plans.plan is not None
    assert made.plans.plan.id == "2026-11-23"


def test_a_look_at_other_limits_keeps_nothing(tmp_path: Path) -> None:
    made = session(tmp_path)
    made.plans.preview(made.plans.limits.updated_with(budget=0))
    assert made.plans.plan is None
    assert made.writable.plans() == ()


def test_every_change_is_on_the_disk_when_its_method_returns(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    id = made.plans.plan.actions[0].id  # type: ignore[union-attr]
    made.plans.edit(id, "owner", "Aigul")
    made.plans.set_status(id, "doing")
    made.plans.edit(id, "why_here", "Because of the river.")
    stored = on_disk(made)["actions"][0]  # type: ignore[index]
    assert (stored["owner"], stored["status"], stored["origin"]["why_here"]) == ("Aigul", "doing", "person")
    assert "Because of the river." in made.plans.files[0].read_text(encoding="utf-8")


def test_the_plan_is_there_again_after_the_program_was_closed(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    made.plans.edit(made.plans.plan.actions[0].id, "owner", "Aigul")  # type: ignore[union-attr]
    kept = made.plans.plan
    again = reopened(made).plans.plan
    assert kept is not None
    assert again is not None
    assert (again.actions, again.limits, again.summary) == (kept.actions, kept.limits, kept.summary)


def test_planning_again_keeps_the_file_and_what_a_person_set(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    id = made.plans.plan.actions[0].id  # type: ignore[union-attr]
    made.plans.edit(id, "first_step", "Ask Dana today.")
    made.plans.make(made.plans.limits.updated_with(months=3))
    assert made.writable.plans() == ("2026-11-23",)
    assert made.plans.action(id).first_step == "Ask Dana today."
    assert made.plans.action(id).origin["first_step"] == "person"


def test_a_new_assessment_gets_a_plan_of_its_own_that_continues_the_last(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    id = made.plans.plan.actions[0].id  # type: ignore[union-attr]
    made.plans.set_status(id, "doing")
    made.start("full")
    made.answer("care.backup", 1)
    assert made.plans.plan is None
    made.plans.make(made.plans.limits)
    assert made.plans.plan is not None
    assert made.plans.plan.id == "2026-11-23-2"
    assert made.plans.plan.replaces == "2026-11-23"
    assert made.plans.action(id).status == "doing"


def test_changed_answers_make_the_plan_stale_until_it_is_made_again(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    assert not made.plans.stale
    made._keep(made.assessment.updated_with(updated=None))
    made.plans._plan = made.plans.plan.updated_with(assessment_updated=None)  # type: ignore[union-attr]
    assert made.plans.stale
    made.plans.make(made.plans.limits)
    assert not made.plans.stale


def test_undo_and_redo_walk_through_the_changes_on_the_disk_too(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    id, before = made.plans.plan.actions[0].id, made.plans.plan  # type: ignore[union-attr]
    made.plans.edit(id, "title", "One")
    made.plans.edit(id, "title", "Two")
    assert made.plans.undo()
    assert made.plans.action(id).title == "One"
    assert made.plans.undo()
    assert made.plans.plan == before
    assert not made.plans.undo()
    assert made.plans.redo()
    assert on_disk(made)["actions"][0]["title"] == "One"  # type: ignore[index]


def test_a_run_of_typing_is_one_step_to_undo(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    id, before = made.plans.plan.actions[0].id, made.plans.plan  # type: ignore[union-attr]
    for text in ("A", "Ai", "Aig"):
        made.plans.edit(id, "owner", text, run=True)
    made.plans.seal()
    made.plans.undo()
    assert made.plans.plan == before


def test_set_back_quotes_the_note_as_the_plan_did(tmp_path: Path) -> None:
    made = session(tmp_path)
    made.annotate("care.backup", "our tablet has no signal beyond the bridge", ())
    made.plans.make(made.plans.limits)
    action = next(a for a in made.plans.plan.actions if a.practice == "care.backup")  # type: ignore[union-attr]
    assert "beyond the bridge" in action.why_here
    made.plans.edit(action.id, "why_here", "Mine.")
    made.plans.set_back(action.id, "why_here")
    assert made.plans.action(action.id) == action


def test_a_disk_that_refuses_loses_no_change(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    id = made.plans.plan.actions[0].id  # type: ignore[union-attr]
    toml = made.plans.files[1]
    there = toml.read_bytes()
    toml.write_bytes(there + b"\n# another program was here\n")
    made.plans.edit(id, "owner", "Aigul")
    assert made.plans.error is not None
    assert made.plans.action(id).owner == "Aigul"
    toml.write_bytes(there)
    made.plans.edit(id, "owner", "Aigul K.")
    assert made.plans.error is None
    assert on_disk(made)["actions"][0]["owner"] == "Aigul K."  # type: ignore[index]


def test_a_plan_that_cannot_be_read_stands_in_nobodys_way(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    made.plans.files[1].write_text("this is [not toml")
    again = reopened(made)
    assert again.plans.plan is None
    assert len(again.plans.unreadable) == 1
    again.plans.make(again.plans.limits)
    assert again.plans.files[1].parent.name == "2026-11-23-2"


def test_who_only_looks_changes_nothing(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    slug = made.writable.slug
    made.close()
    made.open(slug, look=True)
    id = made.plans.plan.actions[0].id  # type: ignore[union-attr]
    with pytest.raises(UserError):
        made.plans.edit(id, "owner", "Aigul")
    with pytest.raises(UserError):
        made.plans.set_status(id, "done")
    with pytest.raises(UserError):
        made.plans.make(made.plans.limits)
    assert made.plans.action(id).owner == ""
