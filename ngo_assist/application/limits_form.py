"""The six limits of a plan as fields: how each is shown, stepped through and typed.

Pure functions; a field's new value always makes whole new `Limits`, or a message that says what is allowed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ngo_assist.application import typed as read
from ngo_assist.i18n.labels import CONNECTIVITY as CONNECTIVITY_WORDS
from ngo_assist.i18n.labels import label
from ngo_assist.i18n.translator import Translator
from ngo_assist.messages import Message, msg
from ngo_assist.planning.bounds import MONTHS_MOST
from ngo_assist.planning.limits import default_budget, month_after
from ngo_assist.planning.model import Limits
from ngo_assist.rubric.model import CONNECTIVITY, Rubric

FIELDS = ("start", "months", "days_per_month", "actions_per_month", "budget", "connectivity")

LABELS: dict[str, Message] = {
    "start": msg("First month"),
    "months": msg("How many months"),
    "days_per_month": msg("Days a month"),
    "actions_per_month": msg("New actions a month"),
    "budget": msg("Money for all of it"),
    "connectivity": msg("Connection"),
}
HELP: dict[str, Message] = {
    "start": msg("When you can begin. Type a month as 2026-12, or step with ← and →."),
    "months": msg("How far the plan looks ahead: 1 to {most} months.", most=MONTHS_MOST),
    "days_per_month": msg(
        "Working days that all of you together can spare for this in a month. Rather too few than too many."
    ),
    "actions_per_month": msg("How many new things you start in a month. Three is plenty for a small team."),
    "budget": msg("What the whole plan may cost. With 0 it holds only what is free."),
    "connectivity": msg("The connection you can count on. What needs a better one waits, and says so."),
}
TYPED: dict[str, str] = {
    "start": "-./",
    "months": "",
    "days_per_month": ".,",
    "actions_per_month": "",
    "budget": "., ",
}
"""Fields that take typed values, with the characters that may be typed besides digits."""

DAYS = (0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 40, 60, 80, 100)
BUDGET_STEPS = (0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 256, 512)
BUDGET_MOST = 10**12
WHOLE = ("months", "actions_per_month")
MONTHS_SLID, DAYS_SLID, ACTIONS_SLID = 24, 12, 10
"""How far the sliders reach; further may be typed or stepped."""


def shown(limits: Limits, field: str, t: Translator) -> str:
    """Return a field's value in words."""
    match field:
        case "start":
            return t.month(limits.start)
        case "months":
            return t.plural("{n} month", "{n} months", limits.months)
        case "days_per_month":
            return t.plural("{n} day", "{n} days", limits.days_per_month)
        case "actions_per_month":
            return t.number(limits.actions_per_month, 0)
        case "budget":
            return t.money(limits.budget, limits.currency)
        case _:
            return label(t, CONNECTIVITY_WORDS, limits.connectivity)


def slid_to(limits: Limits, field: str, rubric: Rubric) -> float | None:
    """Return how far along its slider a field stands, 0 to 1; None for what is no amount."""
    ladder = _ladder(field, rubric)
    if not ladder:
        return None
    value = float(getattr(limits, field))
    return bisect_left(ladder, value) / (len(ladder) - 1) if value <= ladder[-1] else 1.0


def slid(limits: Limits, field: str, share: float, rubric: Rubric) -> Limits:
    """Return the limits with a field put to where its slider was clicked, 0 to 1."""
    ladder = _ladder(field, rubric)
    if not ladder:
        return limits
    value = ladder[round(min(max(share, 0), 1) * (len(ladder) - 1))]
    return limits.updated_with(**{field: int(value) if field in WHOLE else value})


def _ladder(field: str, rubric: Rubric) -> Sequence[float]:
    match field:
        case "months":
            return range(1, MONTHS_SLID + 1)
        case "days_per_month":
            return DAYS[:DAYS_SLID]
        case "actions_per_month":
            return range(1, ACTIONS_SLID + 1)
        case "budget":
            # A quarter of the default is a step that is felt; further up the steps grow.
            unit = max(default_budget(rubric) / 4, 1)
            return [unit * step for step in BUDGET_STEPS]
        case _:
            return ()


def stepped(limits: Limits, field: str, direction: int, rubric: Rubric) -> Limits:
    """Return the limits with the field one step up or down; at its end it stays."""
    match field:
        case "start":
            moved = month_after(limits.start, direction)
            return limits.updated_with(start=moved) if moved.year in read.YEARS else limits
        case "months":
            return limits.updated_with(months=min(max(limits.months + direction, 1), MONTHS_MOST))
        case "days_per_month":
            return limits.updated_with(days_per_month=_next(DAYS, limits.days_per_month, direction))
        case "actions_per_month":
            return limits.updated_with(
                actions_per_month=min(max(limits.actions_per_month + direction, 1), 50)
            )
        case "budget":
            return limits.updated_with(budget=_next(_ladder(field, rubric), limits.budget, direction))
        case _:
            here = CONNECTIVITY.index(limits.connectivity) + direction
            return limits.updated_with(connectivity=CONNECTIVITY[min(max(here, 0), len(CONNECTIVITY) - 1)])


def typed(limits: Limits, field: str, text: str) -> Limits | Message:
    """Return the limits with what was typed, or what is allowed there."""
    match field:
        case "start":
            found = read.month(text)
            return limits.updated_with(start=found) if found else msg("Type a month as 2026-12.")
        case "months":
            n = read.number(text)
            if n is None or n != int(n) or not 1 <= n <= MONTHS_MOST:
                return msg("A whole number from 1 to {most}.", most=MONTHS_MOST)
            return limits.updated_with(months=int(n))
        case "days_per_month":
            n = read.number(text)
            if n is None or not 0 < n <= 100:
                return msg("More than 0, at most {most}; half days are welcome.", most=100)
            return limits.updated_with(days_per_month=n)
        case "actions_per_month":
            n = read.number(text)
            if n is None or n != int(n) or not 1 <= n <= 50:
                return msg("A whole number from 1 to {most}.", most=50)
            return limits.updated_with(actions_per_month=int(n))
        case _:
            n = read.number(text)
            if n is None or not 0 <= n <= BUDGET_MOST:
                return msg("An amount of 0 or more.")
            return limits.updated_with(budget=n)


def _next(ladder: Sequence[float], value: float, direction: int) -> float:
    place = bisect_right(ladder, value) if direction > 0 else bisect_left(ladder, value) - 1
    # Beyond the ladder's end a typed value stays as it is.
    return ladder[place] if 0 <= place < len(ladder) else value
