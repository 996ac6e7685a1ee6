"""Where an action may go: every month with what it would break there, for whoever chooses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ngo_assist.application.breach_words import breach_lines
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.breaches import added, days_by_month
from ngo_assist.planning.limits import month_after
from ngo_assist.planning.model import Plan
from ngo_assist.planning.schedule import EPSILON, month_index
from ngo_assist.report.amounts import effort
from ngo_assist.rubric.model import Rubric


@dataclass(frozen=True)
class MonthChoice:
    """One month to choose."""

    start: date
    title: str
    here: bool
    """Whether the action begins there already."""
    days: float
    limit: float
    """Working days of the month with the action in it, and how many there may be; for a picture."""
    load: str
    breaks: tuple[str, ...]
    """What it would break there, a sentence each; empty where it fits."""


def month_choices(
    plan: Plan, id: str, put: Callable[[Plan, date], Plan | None], rubric: Rubric, t: Translator
) -> list[MonthChoice]:
    """Return the plan's months, and the action's own where that lies outside, in their order.

    `put` returns the plan with the action beginning in a month; where it cannot, that month is left out.
    """
    own = next((action.start.replace(day=1) for action in plan.actions if action.id == id), None)
    months = {month_after(plan.limits.start, number) for number in range(plan.limits.months)}
    choices = []
    for start in sorted({*months, own} if own else months):
        after = plan if start == own else put(plan, start)
        if after is not None:
            choices.append(_choice(plan, after, id, start, start == own, rubric, t))
    return choices


def first_fitting(choices: list[MonthChoice]) -> int:
    """Return the place of the month it is in, else of the first in which it breaks nothing, else 0."""
    fitting = [place for place, choice in enumerate(choices) if not choice.breaks and not choice.here]
    here = [place for place, choice in enumerate(choices) if choice.here]
    return (here or fitting or [0])[0]


def _choice(
    before: Plan, after: Plan, id: str, start: date, here: bool, rubric: Rubric, t: Translator
) -> MonthChoice:
    loads, place = days_by_month(after), month_index(after.limits, start)
    days = loads[place] if 0 <= place < len(loads) else 0.0
    limit = after.limits.days_per_month
    return MonthChoice(
        start=start,
        title=t.month(start, heading=True),
        here=here,
        days=days,
        limit=limit,
        load=load_words(days, limit, t),
        breaks=breach_lines(added(before, after, rubric), after, rubric, t, about=id),
    )


def load_words(days: float, limit: float, t: Translator) -> str:
    """Return how full a month is: "1.5 of 2 days"."""
    # A sum of quarters may miss a whole by a hair.
    days = round(days + EPSILON, 2)
    return t("{days} of {limit}", days=t.number(days), limit=effort_plain(limit, t))


def effort_plain(days: float, t: Translator) -> str:
    """Return days as a number with its word, halves too: beside another number "half a day" reads badly."""
    return effort(days, t) if days not in (0.25, 0.5) else t.plural("{n} day", "{n} days", days)
