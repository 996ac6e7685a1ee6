"""The plan's actions, month by month."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from ngo_assist.i18n.labels import CONNECTION_NEEDED, NOTHING_ANSWERED, ROLE, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.limits import month_after
from ngo_assist.planning.model import Plan, PlannedAction
from ngo_assist.report.amounts import cost, effort
from ngo_assist.report.escape import inline
from ngo_assist.report.reasons import because, titles
from ngo_assist.rubric.model import Rubric

MODEL_MARK = "†"
"""Stands behind every text that a model wrote."""


def months(plan: Plan, rubric: Rubric, t: Translator) -> list[str]:
    """Return the section's blocks; dropped actions are not among them."""
    live = [action for action in plan.actions if action.status != "dropped"]
    blocks = [f"## {t('The plan, month by month')}", _frame(plan, live, t)]
    if not plan.scores.answered:
        blocks.append(t(NOTHING_ANSWERED))
    elif not live:
        blocks.append(t("There is nothing to do now: this plan has no open actions."))
    number = 0
    for month, actions in groupby(live, key=lambda action: action.start.replace(day=1)):
        mine = list(actions)
        days, price = sum(action.effort_days for action in mine), sum(action.cost for action in mine)
        blocks.append(f"### {t.month(month, heading=True)}")
        blocks.append(t("Together: {days}, {cost}.", days=effort(days, t), cost=_cost(price, plan, t)))
        for action in mine:
            number += 1
            blocks += _action(number, action, plan, rubric, t)
    return blocks


def _frame(plan: Plan, live: list[PlannedAction], t: Translator) -> str:
    limits = plan.limits
    last = month_after(limits.start, limits.months - 1)
    days, price = sum(action.effort_days for action in live), sum(action.cost for action in live)
    whole = (t.plural("{n} action", "{n} actions", len(live)), effort(days, t), _cost(price, plan, t))
    room = (
        effort(limits.days_per_month, t),
        t.plural("{n} new action", "{n} new actions", limits.actions_per_month),
    )
    lines = [_fact(t("Months"), f"{t.month(limits.start)} – {t.month(last)}")]
    if live:
        lines.append(_fact(t("In all"), " · ".join(whole)))
    lines.append(_fact(t("At most each month"), " · ".join(room)))
    lines.append(_fact(t("Budget"), t.money(limits.budget, inline(limits.currency))))
    return "\n".join(lines)


def _action(number: int, action: PlannedAction, plan: Plan, rubric: Rubric, t: Translator) -> Iterable[str]:
    yield f"#### {number}. {inline(action.title)}{_mark(action, 'title')}"
    takes = (
        effort(action.effort_days, t),
        _cost(action.cost, plan, t),
        label(t, CONNECTION_NEEDED, action.connectivity),
    )
    facts = [
        _fact(t("Who"), _who(action, t)),
        _fact(t("By"), t.date(action.due)),
        _fact(t("Takes"), " · ".join(takes)),
        _text(action, "why_here", t("Why it matters here")),
        _text(action, "first_step", t("First step")),
    ]
    if action.status == "doing":
        facts.insert(0, f"- **{t('In progress')}**")
    if action.status == "done":
        day = t("Done on {date}", date=t.date(action.done_on)) if action.done_on else t("Done")
        facts.insert(0, f"- **{day}**")
    if action.steps:
        box = "[x]" if action.status == "done" else "[ ]"
        mark = _mark(action, "steps")
        steps = [f"  - {box} {inline(step)}{mark}" for step in action.steps]
        facts.append("\n".join([f"- **{t('Then, step by step')}:**", *steps]))
    facts += [
        _text(action, "indicator", t("How to tell that it worked")),
        _text(action, "risk", t("What can go wrong")),
    ]
    after = [inline(title) for title in titles(action.requires, plan, rubric, t)]
    if after:
        facts.append(_fact(t("Comes after"), t.join(after)))
    reasons = [inline(reason) for reason in because(action, plan, rubric, t)]
    if reasons:
        facts.append(_fact(t("Why now"), "; ".join(reasons)))
    yield "\n".join(fact for fact in facts if fact)


def _who(action: PlannedAction, t: Translator) -> str:
    role = inline(label(t, ROLE, action.role)) if action.role else ""
    owner = inline(action.owner)
    if owner and role:
        return f"{owner} ({role})"
    return owner or role or t("to be named")


def _text(action: PlannedAction, field: str, name: str) -> str:
    text = inline(getattr(action, field) or "")
    return _fact(name, text + _mark(action, field)) if text else ""


def _mark(action: PlannedAction, field: str) -> str:
    return f" {MODEL_MARK}" if action.origin.get(field) == "model" else ""


def _fact(name: str, text: str) -> str:
    return f"- **{name}:** {text}"


def _cost(amount: float, plan: Plan, t: Translator) -> str:
    return cost(amount, inline(plan.limits.currency), t)
