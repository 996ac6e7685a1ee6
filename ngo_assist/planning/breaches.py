"""What a plan breaks of what it is to keep to: its limits, what comes first, a date, the connection.

The planner breaks nothing of this by itself. A person may, and is told of it before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ngo_assist.planning.limits import means, month_after
from ngo_assist.planning.model import Plan, PlannedAction
from ngo_assist.planning.paths import reach
from ngo_assist.planning.schedule import EPSILON, duty_window, month_index
from ngo_assist.rubric.model import Rubric

Kind = Literal[
    "days", "actions", "practice", "budget", "connectivity", "device", "requires", "date", "outside"
]


@dataclass(frozen=True)
class Breach:
    """One thing that is broken; what does not belong to its kind is left empty."""

    kind: Kind
    month: date | None = None
    """Where it shows: the month that is too full; of "requires" the one in which `first` ends."""
    action: str = ""
    first: str = ""
    """Of "requires" what was to come first, of "practice" the other action of the same month."""
    amount: float = 0.0
    """Working days, actions or money, all of them."""
    limit: float = 0.0

    @property
    def key(self) -> tuple[str, date | None, str, str]:
        return (self.kind, self.month, self.action, self.first)


def breaches(plan: Plan, rubric: Rubric) -> tuple[Breach, ...]:
    """Return all that the plan breaks. What is done or dropped takes no room and breaks nothing."""
    live = [action for action in plan.actions if action.status in ("todo", "doing")]
    ahead = [action for action in live if action.status == "todo"]
    return (
        *_outside(plan, ahead),
        *_days(plan, live),
        *_actions(plan, live),
        *_same_practice(plan, live),
        *_budget(plan, live),
        *_requires(plan, ahead),
        *_connectivity(plan, rubric, ahead),
        *_device(plan, rubric, ahead),
        *_dates(plan, rubric, ahead),
    )


def added(before: Plan, after: Plan, rubric: Rubric) -> tuple[Breach, ...]:
    """Return what `after` breaks that `before` did not, or not as far."""
    had = {breach.key: breach.amount for breach in breaches(before, rubric)}
    return tuple(
        breach
        for breach in breaches(after, rubric)
        if breach.key not in had or breach.amount > had[breach.key] + EPSILON
    )


def days_by_month(plan: Plan) -> list[float]:
    """Return the working days of each of the plan's months; a longer action counts in each of its own."""
    days = [0.0] * plan.limits.months
    for action in plan.actions:
        if action.status == "dropped":
            continue
        first, last = _span(plan, action)
        for month in range(max(first, 0), min(last + 1, len(days))):
            days[month] += action.effort_days / (last - first + 1)
    return days


def _span(plan: Plan, action: PlannedAction) -> tuple[int, int]:
    first = month_index(plan.limits, action.start)
    return first, max(first, month_index(plan.limits, action.due))


def _month(plan: Plan, index: int) -> date:
    return month_after(plan.limits.start, index)


def _outside(plan: Plan, ahead: Iterable[PlannedAction]) -> Iterable[Breach]:
    for action in ahead:
        first, last = _span(plan, action)
        if first < 0 or last >= plan.limits.months:
            yield Breach("outside", action=action.id)


def _days(plan: Plan, live: list[PlannedAction]) -> Iterable[Breach]:
    limit = plan.limits.days_per_month
    for index, days in enumerate(days_by_month(plan.updated_with(actions=tuple(live)))):
        if days > limit + EPSILON:
            yield Breach("days", _month(plan, index), amount=days, limit=limit)


def _actions(plan: Plan, live: list[PlannedAction]) -> Iterable[Breach]:
    limit = plan.limits.actions_per_month
    started = Counter(_span(plan, action)[0] for action in live)
    for index in sorted(started):
        if 0 <= index < plan.limits.months and started[index] > limit:
            yield Breach("actions", _month(plan, index), amount=started[index], limit=limit)


def _same_practice(plan: Plan, live: list[PlannedAction]) -> Iterable[Breach]:
    seen: dict[tuple[str, int], str] = {}
    for action in live:
        index = _span(plan, action)[0]
        other = seen.setdefault((action.practice, index), action.id)
        if other != action.id and 0 <= index < plan.limits.months:
            yield Breach("practice", _month(plan, index), action=action.id, first=other)


def _budget(plan: Plan, live: list[PlannedAction]) -> Iterable[Breach]:
    price = sum(action.cost for action in live)
    if price > plan.limits.budget + EPSILON:
        yield Breach("budget", amount=price, limit=plan.limits.budget)


def _requires(plan: Plan, ahead: Iterable[PlannedAction]) -> Iterable[Breach]:
    all_of_them = {action.id: action for action in plan.actions}
    for action in ahead:
        begins = _span(plan, action)[0]
        for id in action.requires:
            first = all_of_them.get(id)
            if first is None or first.status == "dropped":
                yield Breach("requires", action=action.id, first=id)
            elif first.status != "done" and (ends := _span(plan, first)[1]) >= begins:
                yield Breach("requires", _month(plan, ends), action=action.id, first=id)


def _connectivity(plan: Plan, rubric: Rubric, ahead: Iterable[PlannedAction]) -> Iterable[Breach]:
    brought = [
        (0 if action.status == "done" else _span(plan, action)[1] + 1, reach(known.brings))
        for action in plan.actions
        if action.status != "dropped"
        and (known := rubric.actions.get(action.id)) is not None
        and known.brings is not None
    ]
    for action in ahead:
        begins = _span(plan, action)[0]
        at_hand = max(reach(plan.limits.connectivity), *(far for since, far in brought if since <= begins), 0)
        if reach(action.connectivity) > at_hand:
            yield Breach("connectivity", _month(plan, begins), action=action.id)


def _device(plan: Plan, rubric: Rubric, ahead: Iterable[PlannedAction]) -> Iterable[Breach]:
    have = means(plan.limits, plan.organisation)
    for action in ahead:
        known = rubric.actions.get(action.id)
        if known is not None and not have.has_device(known):
            yield Breach("device", action=action.id)


def _dates(plan: Plan, rubric: Rubric, ahead: Iterable[PlannedAction]) -> Iterable[Breach]:
    for action in ahead:
        practice = rubric.practices.get(action.practice)
        if (
            practice is None
            or practice.duty is None
            or practice.duty_date is None
            or action.from_level >= rubric.working_from
        ):
            continue
        first, last = _span(plan, action)
        window = duty_window(practice.duty_date, plan.limits)
        if not all(month in window for month in range(first, last + 1)):
            yield Breach("date", action=action.id)
