"""What a change breaks, in words: said before it is made, and beside what stays broken.

A month stands in the nominative everywhere, so that no language has to bend it.
"""

from __future__ import annotations

from collections.abc import Iterable

from ngo_assist.i18n.labels import CONNECTION_NEEDED, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.breaches import Breach
from ngo_assist.planning.model import Plan, PlannedAction
from ngo_assist.report.amounts import effort
from ngo_assist.report.reasons import titles
from ngo_assist.rubric.model import Rubric


def breach_lines(
    found: Iterable[Breach], plan: Plan, rubric: Rubric, t: Translator, *, about: str = ""
) -> tuple[str, ...]:
    """Return a sentence for each; `about` is the id of the action that is being changed, if it is one."""
    lines = (_line(breach, plan, rubric, t, about) for breach in found)
    return tuple(dict.fromkeys(line for line in lines if line))


def _line(breach: Breach, plan: Plan, rubric: Rubric, t: Translator, about: str) -> str:
    month = t.month(breach.month, heading=True) if breach.month else ""
    match breach.kind:
        case "days":
            return t(
                "{month}: {days} of work; the limit is {limit}.",
                month=month,
                days=effort(breach.amount, t),
                limit=effort(breach.limit, t),
            )
        case "actions":
            return t(
                "{month}: {actions}; the limit is {limit}.",
                month=month,
                actions=t.plural("{n} new action", "{n} new actions", breach.amount),
                limit=t.number(breach.limit, 0),
            )
        case "practice":
            other = breach.first if breach.action == about else breach.action
            return t(
                "{month}: {title} is about the same thing.", month=month, title=_title(other, plan, rubric, t)
            )
        case "budget":
            return t(
                "Money: {amount} in all; the limit is {limit}.",
                amount=t.money(breach.amount, plan.limits.currency),
                limit=t.money(breach.limit, plan.limits.currency),
            )
        case "requires":
            return _requires(breach, plan, rubric, t, about, month)
        case _:
            return _of_one(breach, plan, rubric, t, about)


def _requires(breach: Breach, plan: Plan, rubric: Rubric, t: Translator, about: str, month: str) -> str:
    first, after = _title(breach.first, plan, rubric, t), _title(breach.action, plan, rubric, t)
    if breach.first == about:
        return t("{title} stands on it, and would have to wait.", title=after)
    if breach.action != about:
        return t("{title} needs this first: {first}.", title=after, first=first)
    if breach.month is None:
        return t("First comes {first}, which is not in the plan.", first=first)
    return t("First comes {first}, which ends in: {month}.", first=first, month=month)


def _of_one(breach: Breach, plan: Plan, rubric: Rubric, t: Translator, about: str) -> str:
    action = next((each for each in plan.actions if each.id == breach.action), None)
    if action is None:
        return ""
    said = _alone(breach, action, rubric, t)
    return said if breach.action == about else f"{_title(breach.action, plan, rubric, t)} – {said}"


def _alone(breach: Breach, action: PlannedAction, rubric: Rubric, t: Translator) -> str:
    match breach.kind:
        case "connectivity":
            return t(
                "Needs more than there is in that month: {need}.",
                need=label(t, CONNECTION_NEEDED, action.connectivity),
            )
        case "device":
            return t("Needs a computer, and there are only phones.")
        case "date":
            practice = rubric.practices.get(action.practice)
            month, day = (int(part) for part in ((practice and practice.duty_date) or "12-31").split("-"))
            return t("Belongs in the two months before its date: {date}.", date=t.day_of_year(month, day))
        case _:
            return t("Lies outside the months of this plan.")


def _title(id: str, plan: Plan, rubric: Rubric, t: Translator) -> str:
    return titles([id], plan, rubric, t)[0]
