"""What other limits make of a plan, in words: how much fits, and what that changes against another plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ngo_assist.application.timeline import Column, columns
from ngo_assist.i18n.labels import REASON, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.model import REASONS, Plan, Reason
from ngo_assist.report.amounts import effort

TITLES_MOST = 2


@dataclass(frozen=True)
class Effect:
    fits: str
    days: str
    money: str
    last: str
    """The month in which the last action ends; empty where there is none."""
    waits: str
    reasons: tuple[str, ...]
    first: str
    """The title of the first action."""
    goes: tuple[str, ...]
    """Titles of what would no longer be in the plan, the first few; then how many more."""
    comes: tuple[str, ...]
    moved: str
    """How many actions change their month, in words; empty where none does."""
    months: tuple[Column, ...]


def effect(plan: Plan, before: Plan | None, t: Translator) -> Effect:
    """Return what `plan` is, and what is other than in `before`."""
    live = [action for action in plan.actions if action.status != "dropped"]
    counted = Counter(later.reason for later in plan.later)
    price = sum(action.cost for action in live)
    now = {action.id: action for action in live}
    old = {action.id: action for action in before.actions if action.status != "dropped"} if before else now
    moved = sum(id in old and old[id].start != action.start for id, action in now.items())
    last = max((action.due for action in live), default=None)
    return Effect(
        fits=t.plural("{n} action fits", "{n} actions fit", len(live)) if live else t("No action fits"),
        days=effort(sum(action.effort_days for action in live), t) if live else "",
        money=t(
            "{amount} of {limit}",
            amount=t.money(price, plan.limits.currency),
            limit=t.money(plan.limits.budget, plan.limits.currency),
        ),
        last=t.month(last) if last else "",
        waits=t.plural("{n} waits", "{n} wait", len(plan.later)) if plan.later else t("Nothing has to wait"),
        reasons=_reasons(counted, t),
        first=live[0].title if live else "",
        goes=_titles((action.title for id, action in old.items() if id not in now), t),
        comes=_titles((action.title for id, action in now.items() if id not in old), t),
        moved=t.plural("{n} gets another month", "{n} get another month", moved) if moved else "",
        months=columns(plan, t),
    )


def _reasons(counted: Counter[Reason], t: Translator) -> tuple[str, ...]:
    """Return why actions wait; a reason that all of them share needs no number."""
    if len(counted) == 1:
        return tuple(label(t, REASON, reason) for reason in counted)
    return tuple(
        t("{n} · {reason}", n=t.number(counted[reason], 0), reason=label(t, REASON, reason))
        for reason in REASONS
        if counted[reason]
    )


def _titles(found: Iterable[str], t: Translator) -> tuple[str, ...]:
    titles = list(found)
    shown = [t("“{title}”", title=title) for title in titles[:TITLES_MOST]]
    more = len(titles) - len(shown)
    return (*shown, t.plural("and {n} more", "and {n} more", more)) if more else tuple(shown)
