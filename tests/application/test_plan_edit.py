from datetime import date

import pytest

from ngo_assist.application.plan_edit import (
    action_of,
    in_rubric_words,
    keep_words,
    set_back,
    with_drafted,
    with_status,
    with_summary,
    with_text,
)
from ngo_assist.application.plan_times import with_start
from ngo_assist.messages import Message
from ngo_assist.planning.model import Drafting, Plan, PlannedAction, Summary
from tests.in_memory import assessment, plan
from tests.tui.planned import ANSWERS, small_rubric

RUBRIC = small_rubric()
ASSESSMENT = assessment(RUBRIC, ANSWERS)


def planned(**more: object) -> Plan:
    return plan(RUBRIC, ASSESSMENT, **more)  # type: ignore[arg-type]


def first(made: Plan) -> PlannedAction:
    return made.actions[0]


def edited(made: Plan, field: str, text: str) -> Plan:
    changed = with_text(made, first(made).id, field, text)
    assert isinstance(changed, Plan)
    return changed


def test_a_persons_words_are_pinned_and_carry_their_origin() -> None:
    action = first(edited(planned(), "why_here", "  Our  tablet\nfell into the river. "))
    assert action.why_here == "Our tablet fell into the river."
    assert action.origin["why_here"] == "person"
    assert action.pinned == ("why_here",)


@pytest.mark.parametrize(
    "field", ["title", "why_here", "first_step", "steps", "indicator", "risk", "owner", "role"]
)
def test_what_a_person_wrote_survives_planning_again(field: str) -> None:
    made = edited(planned(), field, "Written by Aigul")
    again = planned(earlier=made, budget=0)
    assert getattr(action_of(again, first(made).id), field) == getattr(first(made), field)
    assert field in action_of(again, first(made).id).pinned


def test_steps_are_one_a_line() -> None:
    assert first(edited(planned(), "steps", "Ask Dana.\n\n  Call the bank. \n")).steps == (
        "Ask Dana.",
        "Call the bank.",
    )


@pytest.mark.parametrize("field", ["title", "why_here", "first_step"])
def test_a_text_that_is_needed_is_not_emptied(field: str) -> None:
    made = planned()
    assert isinstance(with_text(made, first(made).id, field, " \n "), Message)


def test_a_risk_may_be_taken_away() -> None:
    made = edited(planned(), "risk", "The stick gets lost.")
    assert first(edited(made, "risk", "")).risk is None


def test_control_characters_do_not_come_in() -> None:
    assert first(edited(planned(), "title", "A\x1b[31m \u202ered\x07 title")).title == "A red title"


def test_the_same_text_again_changes_nothing() -> None:
    made = planned()
    assert with_text(made, first(made).id, "title", first(made).title) is made


def test_set_back_is_as_if_nobody_had_written() -> None:
    made = planned()
    own = in_rubric_words(first(made), RUBRIC, "en")
    assert own is not None
    assert set_back(edited(made, "why_here", "Mine."), own.id, "why_here", own) == made
    assert set_back(edited(made, "indicator", "Mine."), own.id, "indicator", own) == made


def test_typing_the_rubrics_words_is_setting_back() -> None:
    made = planned()
    own = in_rubric_words(first(made), RUBRIC, "en")
    mine = edited(made, "first_step", "Mine.")
    assert with_text(mine, first(made).id, "first_step", first(made).first_step, own) == made


def test_a_moved_action_keeps_its_length_its_pin_and_the_order_by_month() -> None:
    made = planned()
    long = first(made).updated_with(due=date(2027, 1, 31))
    made = made.updated_with(actions=(long, *made.actions[1:]))
    moved = with_start(made, long.id, date(2027, 1, 15))
    action = action_of(moved, long.id)
    assert (action.start, action.due) == (date(2027, 1, 1), date(2027, 2, 28))
    assert "start" in action.pinned
    assert [a.start for a in moved.actions] == sorted(a.start for a in moved.actions)
    assert action_of(planned(earlier=moved), long.id).start == date(2027, 1, 1)


def test_done_keeps_the_day_and_undone_forgets_it() -> None:
    made = planned()
    done = with_status(made, first(made).id, "done", date(2026, 12, 5))
    assert first(done).done_on == date(2026, 12, 5)
    assert first(with_status(done, first(made).id, "todo", date(2026, 12, 6))).done_on is None


def test_what_a_model_wrote_stays_when_planned_again() -> None:
    made = planned()
    drafted = first(made).updated_with(
        why_here="By a model.", origin={"why_here": "model", "first_step": "rubric"}
    )
    made = made.updated_with(
        actions=(drafted, *made.actions[1:]),
        drafting=Drafting(model="tiny", drafted=1),
        summary=Summary(text="Mine", origin="person"),
    )
    again = keep_words(planned(earlier=made, months=3), made)
    assert action_of(again, drafted.id).why_here == "By a model."
    assert action_of(again, drafted.id).origin["why_here"] == "model"
    assert again.drafting.model == "tiny"
    assert again.summary.text == "Mine"


def test_a_models_words_for_another_level_are_not_kept() -> None:
    made = planned()
    drafted = first(made).updated_with(
        from_level=first(made).from_level + 1, why_here="By a model.", origin={"why_here": "model"}
    )
    before = made.updated_with(actions=(drafted, *made.actions[1:]), drafting=Drafting(model="tiny"))
    again = keep_words(made, before)
    assert first(again).origin["why_here"] == "rubric"
    assert again.drafting.model is None


def test_drafted_words_never_replace_what_a_person_wrote_meanwhile() -> None:
    made = planned()
    model = [
        a.updated_with(why_here="Model.", origin={**a.origin, "why_here": "model"}) for a in made.actions
    ]
    drafted = made.updated_with(actions=tuple(model), drafting=Drafting(model="tiny"))
    meanwhile = with_summary(edited(made, "why_here", "Mine."), "My summary.")
    both = with_drafted(meanwhile, drafted)
    assert first(both).why_here == "Mine."
    assert both.actions[1].why_here == "Model."
    assert both.summary.text == "My summary."
    assert both.drafting.model == "tiny"
