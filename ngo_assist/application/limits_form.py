"""The six limits of a plan as fields: how each is shown, stepped through and typed.

Pure functions; a field's new value always makes whole new `Limits`, or a message that says what is allowed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

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
YEARS = range(2000, 2101)


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


def stepped(limits: Limits, field: str, direction: int, rubric: Rubric) -> Limits:
    """Return the limits with the field one step up or down; at its end it stays."""
    match field:
        case "start":
            moved = month_after(limits.start, direction)
            return limits.updated_with(start=moved) if moved.year in YEARS else limits
        case "months":
            return limits.updated_with(months=min(max(limits.months + direction, 1), MONTHS_MOST))
        case "days_per_month":
            return limits.updated_with(days_per_month=_next(DAYS, limits.days_per_month, direction))
        case "actions_per_month":
            return limits.updated_with(
                actions_per_month=min(max(limits.actions_per_month + direction, 1), 50)
            )
        case "budget":
            # A quarter of the default is a step that is felt; further up the steps grow.
            unit = max(default_budget(rubric) / 4, 1)
            ladder = [unit * step for step in BUDGET_STEPS]
            return limits.updated_with(budget=_next(ladder, limits.budget, direction))
        case _:
            here = CONNECTIVITY.index(limits.connectivity) + direction
            return limits.updated_with(connectivity=CONNECTIVITY[min(max(here, 0), len(CONNECTIVITY) - 1)])


def typed(limits: Limits, field: str, text: str) -> Limits | Message:
    """Return the limits with what was typed, or what is allowed there."""
    match field:
        case "start":
            found = _month(text)
            return limits.updated_with(start=found) if found else msg("Type a month as 2026-12.")
        case "months":
            n = _number(text)
            if n is None or n != int(n) or not 1 <= n <= MONTHS_MOST:
                return msg("A whole number from 1 to {most}.", most=MONTHS_MOST)
            return limits.updated_with(months=int(n))
        case "days_per_month":
            n = _number(text)
            if n is None or not 0 < n <= 100:
                return msg("More than 0, at most {most}; half days are welcome.", most=100)
            return limits.updated_with(days_per_month=n)
        case "actions_per_month":
            n = _number(text)
            if n is None or n != int(n) or not 1 <= n <= 50:
                return msg("A whole number from 1 to {most}.", most=50)
            return limits.updated_with(actions_per_month=int(n))
        case _:
            n = _number(text)
            if n is None or not 0 <= n <= BUDGET_MOST:
                return msg("An amount of 0 or more.")
            return limits.updated_with(budget=n)


def _next(ladder: Sequence[float], value: float, direction: int) -> float:
    place = bisect_right(ladder, value) if direction > 0 else bisect_left(ladder, value) - 1
    # Beyond the ladder's end a typed value stays as it is.
    return ladder[place] if 0 <= place < len(ladder) else value


def _number(text: str) -> float | None:
    """Read a number with a point or a comma, and with spaces between thousands."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".")
    return float(plain) if re.fullmatch(r"\d{1,15}(\.\d{1,4})?|\.\d{1,4}", plain) else None


def _month(text: str) -> date | None:
    """Read 2026-12, 12.2026 or 12/2026."""
    found = re.fullmatch(r"\s*(?:(\d{4})[-./](\d{1,2})|(\d{1,2})[-./](\d{4}))\s*", text)
    if not found:
        return None
    year, month = int(found[1] or found[4]), int(found[2] or found[3])
    return date(year, month, 1) if 1 <= month <= 12 and year in YEARS else None
