"""The plan laid out over its months: a column for each month, a row for each action."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ngo_assist.application.plan_view import ORIGIN_MARKS, STATUS_MARKS, is_late, origin_of
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.breaches import breaches, days_by_month
from ngo_assist.planning.limits import month_after
from ngo_assist.planning.model import Plan, Status
from ngo_assist.planning.schedule import EPSILON, month_index
from ngo_assist.rubric.model import Rubric


@dataclass(frozen=True)
class Column:
    """One month."""

    start: date
    name: str
    """Short, for example "Dec"."""
    days: float
    limit: float
    load: str
    """Its working days as a number."""
    done: int
    all: int
    """Of the actions that begin in it and are not dropped."""
    full: bool = False
    """Whether it holds more than it should."""
    now: bool = False

    @property
    def share(self) -> float:
        return self.days / self.limit


@dataclass(frozen=True)
class Bar:
    """One action, from its first to its last column."""

    id: str
    title: str
    status: Status
    mark: str
    origin_mark: str
    first: int
    last: int
    duty: bool
    late: bool
    broken: bool
    """Whether it breaks something where it stands."""


@dataclass(frozen=True)
class Timeline:
    columns: tuple[Column, ...]
    bars: tuple[Bar, ...]


def timeline(plan: Plan, rubric: Rubric, t: Translator, today: date) -> Timeline:
    """Return the plan's months and actions; months beyond the plan are there if something lies in them."""
    broken = breaches(plan, rubric)
    full = {breach.month for breach in broken if breach.kind in ("days", "actions")}
    wrong = {breach.action for breach in broken if breach.action}
    found = columns(plan, t, full=frozenset(full), today=today)
    begins = found[0].start
    bars = tuple(
        Bar(
            id=action.id,
            title=action.title,
            status=action.status,
            mark=STATUS_MARKS[action.status],
            origin_mark=ORIGIN_MARKS[origin_of(action)].strip(),
            first=_months_between(begins, action.start),
            last=max(_months_between(begins, action.due), _months_between(begins, action.start)),
            duty=action.duty is not None,
            late=is_late(action, today),
            broken=action.id in wrong,
        )
        for action in plan.actions
    )
    return Timeline(found, bars)


def columns(
    plan: Plan, t: Translator, *, full: frozenset[date | None] = frozenset(), today: date | None = None
) -> tuple[Column, ...]:
    """Return the plan's months, and those beyond it in which an action lies."""
    firsts = [month_index(plan.limits, action.start) for action in plan.actions]
    lasts = [month_index(plan.limits, action.due) for action in plan.actions]
    loads = days_by_month(plan)
    made = []
    for index in range(min([0, *firsts]), max([plan.limits.months - 1, *lasts]) + 1):
        start = month_after(plan.limits.start, index)
        live = [
            action
            for action, first in zip(plan.actions, firsts, strict=True)
            if first == index and action.status != "dropped"
        ]
        days = round(loads[index] + EPSILON, 2) if 0 <= index < len(loads) else 0.0
        made.append(
            Column(
                start=start,
                name=t.month_short(start),
                days=days,
                limit=plan.limits.days_per_month,
                load=t.number(days),
                done=sum(action.status == "done" for action in live),
                all=len(live),
                full=start in full,
                now=today is not None and start == today.replace(day=1),
            )
        )
    return tuple(made)


def _months_between(begins: date, day: date) -> int:
    return (day.year - begins.year) * 12 + day.month - begins.month
