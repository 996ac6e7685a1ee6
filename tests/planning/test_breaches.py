"""What a change by a person breaks is said, and the planner itself breaks nothing."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from ngo_assist.application.plan_edit import with_status
from ngo_assist.application.plan_times import with_start
from ngo_assist.assessment.model import Assessment
from ngo_assist.planning.breaches import Breach, added, breaches, days_by_month
from ngo_assist.planning.limits import month_after
from ngo_assist.planning.model import Plan, PlannedAction
from ngo_assist.planning.take import take
from ngo_assist.rubric.model import Rubric
from tests.in_memory import action, assessment, ladder, plan, practice, rubric
from tests.planning.random_plans import cases

START = date(2026, 12, 1)


def month(n: int) -> date:
    return month_after(START, n)


def of(made: Plan, id: str) -> PlannedAction:
    return next(action for action in made.actions if action.id == id)


def three(**limits: Any) -> tuple[Rubric, Assessment, Plan]:
    """Three practices one action below their targets, all of them free and short."""
    found = rubric(*(practice(f"care.{name}", actions=[action(f"care.{name}.a", 0, 4)]) for name in "xyz"))
    answers = assessment(found, {f"care.{name}": 0 for name in "xyz"})
    return found, answers, plan(found, answers, **limits)


def moved(made: Plan, id: str, n: int) -> Plan:
    return with_start(made, id, month(n))


@given(cases())
def test_the_planner_breaks_nothing(case: tuple[Rubric, Assessment, dict[str, Any]]) -> None:
    found, answers, limits = case
    assert breaches(plan(found, answers, **limits), found) == ()


@given(cases())
def test_a_later_action_breaks_something_in_every_month_or_the_planner_would_have_taken_it(
    case: tuple[Rubric, Assessment, dict[str, Any]],
) -> None:
    found, answers, limits = case
    made = plan(found, answers, **limits)
    for later in made.later[:3]:
        for n in range(made.limits.months):
            after = take(made, found, answers, later.id, month_after(made.limits.start, n))
            assert after is not None
            if later.reason != "horizon":  # which a duty's third action has in a plan with room too
                assert added(made, after, found), (later, n)


def test_a_month_that_is_too_full_says_how_full_it_is() -> None:
    found, _, made = three(days_per_month=1, actions_per_month=1)
    after = moved(moved(made, "care.x.a", 1), "care.y.a", 1)
    after = moved(after, "care.z.a", 1)
    assert added(made, after, found) == (
        Breach("days", month(1), amount=1.5, limit=1),
        Breach("actions", month(1), amount=3, limit=1),
    )


def test_what_was_broken_before_is_not_said_again_unless_it_grows() -> None:
    found, _, made = three(actions_per_month=1)
    first = moved(made, "care.y.a", 0)
    assert [breach.amount for breach in added(made, first, found)] == [2]
    second = moved(first, "care.z.a", 0)
    assert [breach.amount for breach in added(first, second, found)] == [3]
    assert added(second, first, found) == ()


def test_what_comes_first_must_be_over_before() -> None:
    found = rubric(
        practice("care.x", actions=[action("care.x.a", 0, 4)]),
        practice("care.y", actions=[action("care.y.a", 0, 4, requires=["care.x.a"])]),
    )
    answers = assessment(found, {"care.x": 0, "care.y": 0})
    made = plan(found, answers)
    assert (of(made, "care.x.a").start, of(made, "care.y.a").start) == (month(0), month(1))
    same = moved(made, "care.y.a", 0)
    assert added(made, same, found) == (Breach("requires", month(0), action="care.y.a", first="care.x.a"),)
    later = moved(made, "care.x.a", 3)
    assert added(made, later, found) == (Breach("requires", month(3), action="care.y.a", first="care.x.a"),)
    dropped = with_status(made, "care.x.a", "dropped", START)
    assert added(made, dropped, found) == (Breach("requires", action="care.y.a", first="care.x.a"),)
    done = with_status(later, "care.x.a", "done", START)
    assert breaches(done, found) == ()


def test_two_actions_of_one_practice_do_not_begin_in_one_month() -> None:
    found = rubric(practice("care.x", actions=ladder("care.x", 4)))
    answers = assessment(found, {"care.x": 0}, targets={"care.x": 2})
    made = plan(found, answers)
    after = moved(made, "care.x.to2", 0)
    assert {breach.kind for breach in added(made, after, found)} == {"practice", "requires"}


def test_money_a_computer_and_a_connection_are_missed() -> None:
    found = rubric(
        practice("care.dear", actions=[action("care.dear.a", 0, 4, cost="medium")]),
        practice("care.far", actions=[action("care.far.a", 0, 4, connectivity="steady")]),
        practice("care.big", actions=[action("care.big.a", 0, 4, device="computer")]),
    )
    answers = assessment(found, dict.fromkeys(found.practices, 0), device="phone", connectivity="mobile")
    made = plan(found, answers)
    wanted = {"care.dear.a": "budget", "care.far.a": "connectivity", "care.big.a": "device"}
    assert {later.id: later.reason for later in made.later} == wanted
    for id, kind in wanted.items():
        after = take(made, found, answers, id, month(2))
        assert after is not None
        assert [breach.kind for breach in added(made, after, found)] == [kind]


def test_a_connection_that_another_action_brings_counts_from_the_month_after_it() -> None:
    found = rubric(
        practice("care.far", actions=[action("care.far.a", 0, 4, connectivity="steady")]),
        practice("care.line", actions=[action("care.line.a", 0, 4, brings="steady")]),
    )
    answers = assessment(found, dict.fromkeys(found.practices, 0))
    made = plan(found, answers)
    bringer, user = of(made, "care.line.a"), of(made, "care.far.a")
    assert bringer.start < user.start
    assert [b.kind for b in added(made, moved(made, user.id, 0), found)] == ["connectivity"]
    without = with_status(made, bringer.id, "dropped", START)
    assert [b.kind for b in added(made, without, found)] == ["connectivity"]


def test_a_dated_duty_belongs_into_its_two_months() -> None:
    found = rubric(practice("care.law", duty="law", duty_date="03-31", actions=[action("care.law.a", 0, 4)]))
    answers = assessment(found, {"care.law": 0})
    made = plan(found, answers)
    assert of(made, "care.law.a").start == date(2027, 2, 1)
    assert added(made, moved(made, "care.law.a", 3), found) == ()
    for n in (0, 1, 4, 5):
        assert added(made, moved(made, "care.law.a", n), found) == (Breach("date", action="care.law.a"),)


def test_a_month_beyond_the_plan_is_named() -> None:
    found, _, made = three()
    for n in (-1, 6):
        assert added(made, moved(made, "care.x.a", n), found) == (Breach("outside", action="care.x.a"),)


def test_what_is_done_or_dropped_takes_no_room() -> None:
    found, _, made = three(actions_per_month=1)
    full = moved(made, "care.y.a", 0)
    assert breaches(full, found)
    for status in ("done", "dropped"):
        assert breaches(with_status(full, "care.x.a", status, START), found) == ()  # type: ignore[arg-type]


def test_a_long_action_counts_in_each_of_its_months() -> None:
    found = rubric(practice("care.x", actions=[action("care.x.a", 0, 4, days=3)]))
    made = plan(found, assessment(found, {"care.x": 0}), days_per_month=1, months=4)
    assert days_by_month(made) == [1, 1, 1, 0]


def test_a_taken_action_is_a_persons_choice_that_planning_again_keeps() -> None:
    found, answers, made = three(months=1, actions_per_month=1)
    later = made.later[0]
    after = take(made, found, answers, later.id, month(0))
    assert after is not None
    taken = of(after, later.id)
    assert taken.pinned == ("start",)
    assert "pinned" in taken.because
    assert [each.id for each in after.later] == [each.id for each in made.later[1:]]
    again = plan(found, answers, months=1, actions_per_month=1, earlier=after)
    assert of(again, later.id).start == month(0)


def test_what_waited_for_a_taken_action_waits_no_longer_for_that() -> None:
    found = rubric(
        practice("care.x", actions=[action("care.x.a", 0, 4, cost="medium")]),
        practice("care.y", actions=[action("care.y.a", 0, 4, requires=["care.x.a"])]),
    )
    answers = assessment(found, {"care.x": 0, "care.y": 0})
    made = plan(found, answers)
    assert {later.id: later.reason for later in made.later} == {"care.x.a": "budget", "care.y.a": "requires"}
    after = take(made, found, answers, "care.x.a", month(0))
    assert after is not None
    assert [(later.id, later.reason, later.waits_for) for later in after.later] == [
        ("care.y.a", "horizon", ())
    ]
    both = take(after, found, answers, "care.y.a", month(1))
    assert both is not None
    assert added(after, both, found) == ()


@pytest.mark.parametrize("id", ["care.x.a", "nobody.knows.it"])
def test_what_is_in_the_plan_or_unknown_cannot_be_taken(id: str) -> None:
    found, answers, made = three()
    assert take(made, found, answers, id, month(0)) is None


def test_a_persons_words_for_what_was_done_once_stay_when_it_is_wanted_again() -> None:
    found, answers, made = three()
    mine = of(made, "care.x.a").updated_with(
        first_step="Ask Dana.",
        origin={"why_here": "rubric", "first_step": "person"},
        pinned=("first_step", "start"),
        status="done",
        done_on=date(2026, 12, 3),
    )
    made = made.updated_with(actions=tuple(mine if a.id == mine.id else a for a in made.actions))
    next_year = answers.updated_with(id="2027-11-23", updated=answers.updated.replace(year=2027))  # type: ignore[union-attr]
    again = of(plan(found, next_year, earlier=made, start=date(2027, 12, 1)), mine.id)
    assert (again.first_step, again.status, again.start) == ("Ask Dana.", "todo", date(2027, 12, 1))
    assert again.pinned == ("first_step",)
