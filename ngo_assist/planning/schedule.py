"""Which action starts in which month, and why the others wait.

Months are counted from 0, the month of `limits.start`. An action's days are spread evenly over the months
it runs in, as few as its length allows.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from ngo_assist.planning.limits import month_after
from ngo_assist.planning.model import Limits, Reason
from ngo_assist.planning.paths import Means, reach
from ngo_assist.planning.select import Candidate
from ngo_assist.rubric.model import Connectivity

EPSILON = 1e-9
OPENER_DAYS_MOST = 0.5


@dataclass(frozen=True)
class Slot:
    """Where an action stands: its first and last month, and what put it there."""

    first: int
    last: int
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class Waiting:
    """An action that did not fit, with the first true reason."""

    reason: Reason
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class Schedule:
    slots: dict[str, Slot]
    later: dict[str, Waiting]


@dataclass(frozen=True)
class Fixed:
    """What a person has set before the months are filled."""

    first: int
    last: int
    days: float
    cost: float
    brings: Connectivity | None = None
    practice: str = ""
    counts: bool = True
    """Whether it takes room: what is done or dropped does not."""
    fulfils: bool = True
    """Whether others may stand on it: what is dropped brings nothing."""


@dataclass
class _Months:
    """The months as they fill."""

    limits: Limits
    means: Means
    days: list[float] = field(default_factory=list)
    started: list[int] = field(default_factory=list)
    errands: set[int] = field(default_factory=set)
    practices: set[tuple[str, int]] = field(default_factory=set)
    budget: float = 0.0
    due: dict[str, int] = field(default_factory=dict)
    brought: list[tuple[int, int]] = field(default_factory=list)
    """(month from which it counts, how far it reaches)"""

    def __post_init__(self) -> None:
        self.days = [self.limits.days_per_month] * self.limits.months
        self.started = [0] * self.limits.months
        self.budget = self.limits.budget

    def at_hand(self, month: int) -> int:
        here = reach(self.limits.connectivity)
        return max([here, *(far for since, far in self.brought if since <= month)])

    def length(self, days: float) -> int:
        return months_of(days, self.limits)

    def take(self, first: int, last: int, days: float, cost: float, practice: str) -> None:
        share = days / (last - first + 1)
        for month in range(max(first, 0), min(last + 1, self.limits.months)):
            self.days[month] -= share
        if 0 <= first < self.limits.months:
            self.started[first] += 1
            self.practices.add((practice, first))
        self.budget -= cost

    def fits(self, candidate: Candidate, month: int, window: frozenset[int] | None) -> bool:
        """Tell whether the action can start in `month` without breaking any limit."""
        action, length = candidate.action, self.length(candidate.action.effort_days)
        months = range(month, month + length)
        return (
            not candidate.beyond
            and months.stop <= self.limits.months
            and self.started[month] < self.limits.actions_per_month
            and (candidate.practice.id, month) not in self.practices
            and candidate.cost <= self.budget + EPSILON
            and self.means.has_device(action)
            and reach(action.connectivity) <= self.at_hand(month)
            and all(self.due.get(first, self.limits.months) < month for first in candidate.requires)
            and all(self.days[m] + EPSILON >= action.effort_days / length for m in months)
            and (window is None or all(m in window for m in months))
        )

    def place(self, candidate: Candidate, month: int) -> Slot:
        action = candidate.action
        last = month + self.length(action.effort_days) - 1
        self.take(month, last, action.effort_days, candidate.cost, candidate.practice.id)
        self.due[candidate.id] = last
        if action.brings is not None:
            self.brought.append((last + 1, reach(action.brings)))
        because = []
        if self.means.travels(action):
            because = ["errand"] if month in self.errands else []
            self.errands.add(month)
        return Slot(month, last, tuple(because))


@dataclass
class _Turns:
    """Whose turn it is: the basket that has waited longest.

    One that is passed over, because nothing of it fits what is left of a month, goes first in the next one.
    """

    last: dict[int, int] = field(default_factory=dict)
    """When each basket had its last turn, counted in turns."""

    def taken(self, basket: int) -> None:
        self.last[basket] = 1 + max(self.last.values(), default=0)

    def order(self, basket: int) -> tuple[int, int]:
        """Return what the baskets are to be sorted by; smaller comes first."""
        return (self.last.get(basket, 0), basket)


def schedule(
    wanted: Iterable[Candidate], limits: Limits, means: Means, fixed: Mapping[str, Fixed] | None = None
) -> Schedule:
    """Fill the months in turn with the candidates, which come in planning order.

    What a person has fixed keeps its place and takes its room first, past the limits where need be.
    """
    fixed = fixed or {}
    months = _Months(limits, means)
    for id, set_by_person in fixed.items():
        _fix(months, id, set_by_person)
    wanted = list(wanted)
    queue = [candidate for candidate in wanted if candidate.id not in fixed]
    windows = {c.id: duty_window(c.dated, limits) for c in queue if c.dated is not None}
    slots: dict[str, Slot] = {}
    turns = _Turns()
    for month in range(limits.months):
        if month == 0 and (opener := _opener(queue, months, windows)):
            slot = months.place(opener, 0)
            slots[opener.id] = Slot(slot.first, slot.last, ("opens", *slot.because))
            queue.remove(opener)
            turns.taken(opener.basket)
        while (found := _next(queue, months, month, turns, windows)) is not None:
            slot = months.place(found, month)
            why = ("date", *slot.because) if found.id in windows else slot.because
            slots[found.id] = Slot(slot.first, slot.last, why)
            queue.remove(found)
            turns.taken(found.basket)
    later = {c.id: _waiting(c, wanted, months, windows) for c in queue}
    return Schedule(slots, later)


def months_of(days: float, limits: Limits) -> int:
    """Return how many months an action of `days` runs over at least."""
    return max(1, math.ceil(days / limits.days_per_month - EPSILON))


def first_day(limits: Limits, month: int) -> date:
    """Return the first day of the plan's month."""
    return month_after(limits.start, month)


def last_day(limits: Limits, month: int) -> date:
    """Return the last day of the plan's month."""
    return month_after(limits.start, month + 1) - timedelta(days=1)


def month_index(limits: Limits, day: date) -> int:
    """Return the plan's month in which `day` lies; negative before the plan."""
    return (day.year - limits.start.year) * 12 + day.month - limits.start.month


def _fix(months: _Months, id: str, fixed: Fixed) -> None:
    if fixed.counts:
        months.take(fixed.first, fixed.last, fixed.days, fixed.cost, fixed.practice)
    if fixed.fulfils:
        months.due[id] = fixed.last
        if fixed.brings is not None:
            months.brought.append((fixed.last + 1, reach(fixed.brings)))


def _opener(
    queue: list[Candidate], months: _Months, windows: Mapping[str, frozenset[int]]
) -> Candidate | None:
    """Find what anyone can begin with: free, half a day, with what is there; the highest relief first."""
    easy = [
        candidate
        for candidate in queue
        if candidate.cost == 0
        and candidate.action.effort_days <= OPENER_DAYS_MOST
        and not months.means.travels(candidate.action)
        and months.fits(candidate, 0, windows.get(candidate.id))
    ]
    return max(easy, key=lambda candidate: candidate.action.relief, default=None)


def _next(
    queue: list[Candidate],
    months: _Months,
    month: int,
    turns: _Turns,
    windows: Mapping[str, frozenset[int]],
) -> Candidate | None:
    """Find the next action of the month: one from each basket in turn, whoever was passed over first."""
    fitting = [c for c in queue if months.fits(c, month, windows.get(c.id))]
    if not fitting:
        return None
    # A duty inside the two months before its date cannot wait. Who goes to town anyway does the other
    # errands there, whatever their basket.
    pressing = [c for c in fitting if c.id in windows]
    errands = [c for c in fitting if month in months.errands and months.means.travels(c.action)]
    turn = min((c.basket for c in fitting), key=turns.order)
    in_turn = [c for c in fitting if c.basket == turn]
    return next(iter(pressing or errands or in_turn))


def duty_window(month_day: str, limits: Limits) -> frozenset[int]:
    """Return the plan's months that lie in the two whole months that end by a date of the year."""
    month, day = (int(part) for part in month_day.split("-"))
    window: set[int] = set()
    for year in range(limits.start.year, limits.start.year + limits.months // 12 + 2):
        month_end = month_after(date(year, month, 1)) - timedelta(days=1)
        due = date(year, month, min(day, month_end.day))
        ends_with = month_index(limits, due) - (due < month_end)
        window |= {ends_with - 1, ends_with}
    return frozenset(m for m in window if 0 <= m < limits.months)


def _waiting(
    candidate: Candidate,
    wanted: list[Candidate],
    months: _Months,
    windows: Mapping[str, frozenset[int]],
) -> Waiting:
    """Find the first true reason why an action is not in the plan."""
    action, limits = candidate.action, months.limits
    need = reach(action.connectivity)
    if need > months.at_hand(limits.months - 1):
        bringers = (c for c in wanted if c.action.brings is not None and reach(c.action.brings) >= need)
        return Waiting("connectivity", tuple(c.id for c in bringers if c.id != candidate.id))
    if not months.means.has_device(action):
        return Waiting("device")
    if candidate.cost > months.budget + EPSILON:
        return Waiting("budget")
    length = months.length(action.effort_days)
    if length > limits.months:
        return Waiting("capacity")
    missing = tuple(first for first in candidate.requires if first not in months.due)
    window = windows.get(candidate.id)
    if window is not None:
        earliest = 1 + max((months.due.get(first, -1) for first in candidate.requires), default=-1)
        usable = (m for m in window if m >= earliest and all(m + step in window for step in range(length)))
        if next(usable, None) is None:
            return Waiting("date")
    return Waiting("requires", missing) if missing else Waiting("horizon")
