from datetime import date

import pytest

from ngo_assist.application import typed
from ngo_assist.application.plan_edit import action_of
from ngo_assist.application.plan_times import with_day, with_number, with_start, without_due, without_pin
from ngo_assist.messages import Message
from ngo_assist.planning.model import Plan, PlannedAction
from tests.in_memory import assessment, plan
from tests.tui.planned import ANSWERS, small_rubric

RUBRIC = small_rubric()
ASSESSMENT = assessment(RUBRIC, ANSWERS)
TODAY = date(2026, 12, 9)


def planned(**more: object) -> Plan:
    return plan(RUBRIC, ASSESSMENT, **more)  # type: ignore[arg-type]


def first(made: Plan) -> PlannedAction:
    return made.actions[0]


def due(made: Plan, text: str, field: str = "due") -> Plan:
    changed = with_day(made, first(made).id, field, text, TODAY)
    assert isinstance(changed, Plan)
    return changed


@pytest.mark.parametrize("text", ["2026-12-20", "20.12.2026", " 20/12/2026 ", "2026/12/20"])
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert typed.day(text) == date(2026, 12, 20)


@pytest.mark.parametrize(
    "text", ["", "20.12", "2026-13-01", "31.02.2027", "yesterday", "20.12.26", "0001-01-01"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert typed.day(text) is None


@pytest.mark.parametrize("text", ["2026-12", "12.2026", "12/2026"])
def test_a_month_is_read_as_its_first_day(text: str) -> None:
    assert typed.month(text) == date(2026, 12, 1)


def test_a_day_by_which_it_is_done_is_a_persons_and_planning_again_keeps_it() -> None:
    made = due(planned(), "18.12.2026")
    assert (first(made).due, first(made).pinned) == (date(2026, 12, 18), ("due",))
    again = action_of(planned(earlier=made, months=3), first(made).id)
    assert again.due == date(2026, 12, 18)


def test_an_action_does_not_end_before_it_begins() -> None:
    made = planned()
    assert isinstance(with_day(made, first(made).id, "due", "2026-11-30", TODAY), Message)
    assert isinstance(with_day(made, first(made).id, "due", "soon", TODAY), Message)


def test_a_moved_action_keeps_its_day_of_the_month() -> None:
    made = due(planned(), "31.12.2026")
    assert first(made).pinned == ()  # as it was
    made = due(planned(), "30.12.2026")
    moved = action_of(with_start(made, first(made).id, date(2027, 2, 1)), first(made).id)
    assert moved.due == date(2027, 2, 28)


def test_without_its_day_an_action_is_due_at_the_end_of_its_months() -> None:
    made = planned()
    assert without_due(due(made, "18.12.2026"), first(made).id) == made
    assert without_due(made, first(made).id) is made


def test_the_day_on_which_it_was_done_is_not_in_the_future() -> None:
    made = due(planned(), "2026-12-03", "done_on")
    assert (first(made).status, first(made).done_on) == ("done", date(2026, 12, 3))
    assert isinstance(with_day(made, first(made).id, "done_on", "2026-12-10", TODAY), Message)


def test_what_takes_longer_than_a_month_is_due_later() -> None:
    made = with_number(planned(), first(planned()).id, "effort_days", "5")
    assert isinstance(made, Plan)
    assert (first(made).effort_days, first(made).due) == (5, date(2027, 2, 28))
    assert first(made).pinned == ("effort_days",)
    again = action_of(planned(earlier=made), first(made).id)
    assert (again.effort_days, again.due) == (5, date(2027, 2, 28))


@pytest.mark.parametrize(("field", "text"), [("effort_days", "0"), ("effort_days", "201"), ("cost", "-5")])
def test_a_number_that_cannot_be_is_answered(field: str, text: str) -> None:
    made = planned()
    assert isinstance(with_number(made, first(made).id, field, text), Message)


def test_a_real_price_counts_in_the_plan_and_is_kept() -> None:
    made = with_number(planned(), first(planned()).id, "cost", "12 500,50")
    assert isinstance(made, Plan)
    assert first(made).cost == 12_500.5
    assert action_of(planned(earlier=made), first(made).id).cost == 12_500.5


def test_the_same_again_changes_nothing() -> None:
    made = planned()
    id = first(made).id
    assert with_number(made, id, "effort_days", "0,5") is made
    assert with_start(made, id, first(made).start) is made
    assert with_day(made, id, "due", first(made).due.isoformat(), TODAY) is made
    assert without_pin(made, id, "start") is made
