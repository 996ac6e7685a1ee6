"""What holds of every plan, whatever the rubric, the answers and the limits."""

from __future__ import annotations

import calendar
import math
from datetime import date
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from ngo_assist.assessment.model import Assessment
from ngo_assist.assessment.scoring import score
from ngo_assist.planning.limits import means
from ngo_assist.planning.model import BECAUSE, Plan
from ngo_assist.planning.paths import reach
from ngo_assist.planning.schedule import last_day, month_index
from ngo_assist.planning.select import DUTY_ACTIONS_MOST, Candidate, candidates
from ngo_assist.rubric.model import Rubric
from tests.in_memory import plan
from tests.planning.random_plans import cases

Case = tuple[Rubric, Assessment, dict[str, Any]]


def load(made: Plan) -> list[float]:
    """The days of each month; an action's days are spread over its months."""
    days = [0.0] * made.limits.months
    for action in made.actions:
        months = range(month_index(made.limits, action.start), month_index(made.limits, action.due) + 1)
        for month in months:
            days[month] += action.effort_days / len(months)
    return days


def at_hand(rubric: Rubric, made: Plan, month: int) -> int:
    brought = [
        reach(brings)
        for action in made.actions
        if (brings := rubric.actions[action.id].brings) and month_index(made.limits, action.due) < month
    ]
    return max([reach(made.limits.connectivity), *brought])


def room(rubric: Rubric, made: Plan, assessment: Assessment, candidate: Candidate) -> list[int]:
    """The months in which the action could still start without breaking a limit or missing its date."""
    length = math.ceil(candidate.action.effort_days / made.limits.days_per_month - 1e-9)
    days, due = load(made), {a.id: month_index(made.limits, a.due) for a in made.actions}
    starts = [month_index(made.limits, action.start) for action in made.actions]
    months = []
    for month in range(made.limits.months - length + 1):
        last = last_day(made.limits, month + length - 1)
        free = made.limits.days_per_month - max(days[month : month + length])
        if (
            free >= candidate.action.effort_days / length
            and starts.count(month) < made.limits.actions_per_month
            and (candidate.practice.id, month)
            not in {(a.practice, month_index(made.limits, a.start)) for a in made.actions}
            and reach(candidate.action.connectivity) <= at_hand(rubric, made, month)
            and all(due.get(first, month) < month for first in candidate.requires)
            and (candidate.dated is None or before_date(candidate.dated, last, length))
        ):
            months.append(month)
    return months


def before_date(month_day: str, last: date, length: int) -> bool:
    """Whether the months that end on `last` lie in the two whole months that end by the date."""
    month, day = map(int, month_day.split("-"))
    for year in (last.year, last.year + 1):
        end = calendar.monthrange(year, month)[1]
        whole = (year * 12 + month) - (min(day, end) < end)
        if length <= 2 and whole - 2 + length <= last.year * 12 + last.month <= whole:
            return True
    return False


@given(cases())
def test_the_same_input_gives_the_same_plan_whatever_the_order_of_the_answers(case: Case) -> None:
    rubric, assessment, limits = case
    shuffled = assessment.updated_with(answers=dict(reversed(assessment.answers.items())))
    assert plan(rubric, assessment, **limits) == plan(rubric, shuffled, **limits)


@given(cases())
def test_no_limit_is_broken(case: Case) -> None:
    rubric, assessment, limits = case
    made = plan(rubric, assessment, **limits)
    starts = [month_index(made.limits, action.start) for action in made.actions]
    assert all(days <= made.limits.days_per_month + 1e-6 for days in load(made))
    assert all(starts.count(month) <= made.limits.actions_per_month for month in starts)
    assert sum(action.cost for action in made.actions) <= made.limits.budget
    assert all(month >= 0 for month in starts)
    assert all(month_index(made.limits, action.due) < made.limits.months for action in made.actions)
    assert len({(a.practice, a.start) for a in made.actions}) == len(made.actions)
    for action in made.actions:
        month = month_index(made.limits, action.start)
        assert reach(action.connectivity) <= at_hand(rubric, made, month)
        assert rubric.actions[action.id].device != "computer" or assessment.organisation.device != "phone"


@given(cases())
def test_what_an_action_stands_on_comes_before_it(case: Case) -> None:
    rubric, assessment, limits = case
    made = plan(rubric, assessment, **limits)
    done = {action.id: action.due for action in made.actions}
    levels = {s.practice.id: s.level for s in score(rubric, assessment).counted if s.level is not None}
    for planned in made.actions:
        assert all(done[first] < planned.start for first in planned.requires)
        for id in rubric.actions[planned.id].requires:
            required = rubric.actions[id]
            if required.practice not in levels:
                continue
            reached = [
                a.to_level for a in made.actions if a.practice == required.practice and a.due < planned.start
            ]
            assert max([levels[required.practice], *reached]) >= required.to_level
        below = [a.to_level for a in made.actions if a.practice == planned.practice and a.due < planned.start]
        assert max([levels[planned.practice], *below]) == planned.from_level


@given(cases())
def test_every_candidate_is_planned_or_waits_for_a_true_reason(case: Case) -> None:
    rubric, assessment, limits = case
    made = plan(rubric, assessment, **limits)
    wanted = {
        c.id: c
        for c in candidates(rubric, score(rubric, assessment), means(made.limits, assessment.organisation))
    }
    in_plan, waiting = {a.id for a in made.actions}, {later.id: later for later in made.later}
    assert len(in_plan) == len(made.actions)
    assert in_plan | waiting.keys() == wanted.keys()
    assert not in_plan & waiting.keys()
    left = made.limits.budget - sum(action.cost for action in made.actions)
    best = at_hand(rubric, made, made.limits.months - 1)
    for id, later in waiting.items():
        action = rubric.actions[id]
        true = {
            "connectivity": reach(action.connectivity) > best,
            "device": action.device == "computer" and assessment.organisation.device == "phone",
            "budget": rubric.cost(action) > left,
            "capacity": action.effort_days > made.limits.days_per_month * made.limits.months,
            "requires": any(first not in in_plan for first in wanted[id].requires),
        }
        if later.reason in true:
            assert true[later.reason]
        earlier_reasons = ["connectivity", "device", "budget", "capacity", "date", "requires", "horizon"]
        for reason in earlier_reasons[: earlier_reasons.index(later.reason)]:
            assert not true.get(reason, False)
        usable = room(rubric, made, assessment, wanted[id])
        if later.reason == "date":
            assert wanted[id].dated is not None
            assert not usable
        if later.reason == "horizon":
            assert wanted[id].beyond or not usable
        if later.reason == "requires":
            assert later.waits_for
            assert not set(later.waits_for) & in_plan


@given(cases())
def test_a_duty_never_takes_the_plan_over(case: Case) -> None:
    rubric, assessment, limits = case
    made = plan(rubric, assessment, **limits)
    for id, practice in rubric.practices.items():
        if practice.duty is not None:
            mine = [a for a in made.actions if a.practice == id and a.from_level < rubric.working_from]
            assert len(mine) <= DUTY_ACTIONS_MOST


@given(cases())
def test_the_plan_opens_with_something_small_where_there_is_something_small(case: Case) -> None:
    rubric, assessment, limits = case
    made = plan(rubric, assessment, **limits)
    openers = [action for action in made.actions if "opens" in action.because]
    assert len(openers) <= 1
    for opener in openers:
        assert made.actions[0] == opener
        assert (opener.cost, opener.start) == (0, made.limits.start)
        assert opener.effort_days <= 0.5
    have = means(made.limits, assessment.organisation)
    for action in made.actions:
        small = action.cost == 0 and action.effort_days <= 0.5 and not have.travels(rubric.actions[action.id])
        if small and action.start == made.limits.start:
            assert openers
            relief = rubric.actions[openers[0].id].relief
            assert relief >= rubric.actions[action.id].relief


@given(cases())
def test_with_fixed_targets_a_higher_answer_never_makes_a_practice_a_candidate(case: Case) -> None:
    rubric, assessment, limits = case
    fixed = assessment.updated_with(targets=dict.fromkeys(rubric.practices, rubric.top - 1))
    have = means(plan(rubric, fixed, **limits).limits, fixed.organisation)
    before = candidates(rubric, score(rubric, fixed), have)
    # Prerequisites join whatever the target is; a practice that another needs may keep its actions.
    needed = {rubric.actions[r].practice for c in before for r in c.action.requires}
    for id, answer in assessment.answers.items():
        if answer.level is None or answer.level == rubric.top or id in needed:
            continue
        higher = answer.updated_with(level=answer.level + 1)
        raised = fixed.updated_with(answers={**fixed.answers, id: higher})
        after = [c for c in candidates(rubric, score(rubric, raised), have) if c.practice.id == id]
        assert all(c.from_level >= answer.level + 1 for c in after)
        if not any(c.practice.id == id for c in before):
            assert not after


@given(cases(), st.data())
def test_planning_again_keeps_what_a_person_has_set(case: Case, data: st.DataObject) -> None:
    rubric, assessment, limits = case
    first = plan(rubric, assessment, **limits)
    assume(first.actions)
    number = data.draw(st.integers(0, len(first.actions) - 1))
    change = data.draw(
        st.sampled_from(
            [
                {"status": "done"},
                {"status": "doing"},
                {"status": "dropped"},
                {"owner": "Aigul", "pinned": ("owner",)},
                {"title": "Ours", "pinned": ("title",), "origin": {"title": "person"}},
                {"pinned": ("start",)},
            ]
        )
    )
    touched = first.actions[number].updated_with(**change)
    actions = (*first.actions[:number], touched, *first.actions[number + 1 :])
    edited = first.updated_with(actions=actions)
    again = plan(rubric, assessment, earlier=edited, id="2027-01-05", **limits)
    kept = {action.id: action for action in again.actions}[touched.id]
    assert kept.status == touched.status
    assert kept.pinned == touched.pinned
    assert (kept.owner, kept.title) == (touched.owner, touched.title)
    if touched.status != "todo" or "start" in touched.pinned:
        assert (kept.start, kept.due) == (touched.start, touched.due)
    assert again.replaces == first.id


@given(cases())
def test_planning_again_with_nothing_touched_gives_the_same_actions(case: Case) -> None:
    rubric, assessment, limits = case
    first = plan(rubric, assessment, **limits)
    assert plan(rubric, assessment, earlier=first, **limits).actions == first.actions


@given(cases())
def test_the_reasons_are_words_of_the_fixed_vocabulary(case: Case) -> None:
    rubric, assessment, limits = case
    for action in plan(rubric, assessment, **limits).actions:
        assert {reason.partition("=")[0] for reason in action.because} <= set(BECAUSE)
        assert f"level={action.from_level}" in action.because
