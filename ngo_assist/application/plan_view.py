"""What the plan's screens show, as plain values: no widget, no style, no markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ngo_assist.i18n.labels import ORIGIN, REASON, ROLE, STATUS, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.model import REASONS, Origin, Plan, PlannedAction, Status
from ngo_assist.report.amounts import cost, effort
from ngo_assist.report.reasons import waiting
from ngo_assist.rubric.model import Rubric

STATUS_MARKS: dict[Status, str] = {"todo": "○", "doing": "◐", "done": "●", "dropped": "×"}
ORIGIN_MARKS: dict[Origin, str] = {"rubric": " ", "model": "≈", "person": "✎"}
"""Beside a text: whose words it is made of. The rubric's are the ground and carry no mark."""

DRAFTED = ("why_here", "first_step")
TEXTS = ("title", "why_here", "first_step", "steps", "indicator", "risk")


@dataclass(frozen=True)
class ActionLine:
    """One action in the list."""

    id: str
    status: Status
    mark: str
    status_word: str
    title: str
    who: str
    effort: str
    cost: str
    origin: Origin
    """The most personal of its texts' origins: person, else model, else rubric."""
    origin_mark: str
    duty: bool


@dataclass(frozen=True)
class Month:
    start: date
    title: str
    load: str
    actions: tuple[ActionLine, ...]


@dataclass(frozen=True)
class WaitingLine:
    id: str
    title: str
    reason: str


@dataclass(frozen=True)
class AskLine:
    id: str
    title: str
    addressee: str
    text: str


@dataclass(frozen=True)
class PlanView:
    headline: str
    detail: str
    summary: str
    summary_origin: Origin
    months: tuple[Month, ...]
    waiting: tuple[WaitingLine, ...]
    asks: tuple[AskLine, ...]
    words: str
    """Whose words the texts are, in one line; empty where all are the rubric's."""


def plan_view(plan: Plan, rubric: Rubric, t: Translator) -> PlanView:
    """Return the plan as it is listed: by month, then what waits and why, then what to ask for."""
    return PlanView(
        headline=_headline(plan, t),
        detail=_detail(plan, t),
        summary=plan.summary.text,
        summary_origin=plan.summary.origin,
        months=tuple(_months(plan, t)),
        waiting=tuple(WaitingLine(w.id, w.title, waiting(w, plan, rubric, t)) for w in plan.later),
        asks=tuple(AskLine(ask.id, ask.title, ask.addressee, ask.text) for ask in plan.asks),
        words=words_line(plan, t),
    )


@dataclass(frozen=True)
class Effect:
    """What a set of limits makes of the plan."""

    fits: str
    waits: str
    reasons: tuple[str, ...]
    first: str
    load: str


def effect(plan: Plan, t: Translator) -> Effect:
    """Return in words how much fits and how much waits, and why."""
    fits, waits = len(plan.actions), len(plan.later)
    counted = Counter(later.reason for later in plan.later)
    live = [action for action in plan.actions if action.status != "dropped"]
    days, price = sum(a.effort_days for a in live), sum(a.cost for a in live)
    return Effect(
        fits=t.plural("{n} action fits", "{n} actions fit", fits) if fits else t("No action fits"),
        waits=t.plural("{n} waits", "{n} wait", waits) if waits else t("Nothing has to wait"),
        reasons=tuple(
            t("{n} · {reason}", n=t.number(counted[reason], 0), reason=label(t, REASON, reason))
            for reason in REASONS
            if counted[reason]
        ),
        first=plan.actions[0].title if plan.actions else "",
        load=f"{effort(days, t)} · {cost(price, plan.limits.currency, t)}" if fits else "",
    )


def action_line(action: PlannedAction, currency: str, t: Translator) -> ActionLine:
    found = origin_of(action)
    return ActionLine(
        id=action.id,
        status=action.status,
        mark=STATUS_MARKS[action.status],
        status_word=label(t, STATUS, action.status),
        title=action.title,
        who=who(action, t),
        effort=effort(action.effort_days, t),
        cost=cost(action.cost, currency, t),
        origin=found,
        origin_mark=ORIGIN_MARKS[found],
        duty=action.duty is not None,
    )


def who(action: PlannedAction, t: Translator) -> str:
    """Return the owner's name, else the role, else nothing."""
    return action.owner or (label(t, ROLE, action.role) if action.role else "")


def origin_of(action: PlannedAction) -> Origin:
    found = set(action.origin.values())
    return "person" if "person" in found else "model" if "model" in found else "rubric"


def origin_word(origin: Origin, t: Translator) -> str:
    return label(t, ORIGIN, origin)


def words_line(plan: Plan, t: Translator) -> str:
    """Say whose words stand in the plan, and how the drafting ended."""
    model = sum(origin == "model" for action in plan.actions for origin in action.origin.values())
    model += plan.summary.origin == "model"
    if not model or plan.drafting.model is None:
        return ""
    line = t.plural(
        "{n} text was written by {model} on this computer: read it before you send the plan.",
        "{n} texts were written by {model} on this computer: read them before you send the plan.",
        model,
        model=plan.drafting.model,
    )
    if plan.drafting.verdict != "pass":
        line += " " + t("It has not passed its examination.")
    return line


def _headline(plan: Plan, t: Translator) -> str:
    live = [action for action in plan.actions if action.status != "dropped"]
    done = sum(action.status == "done" for action in live)
    actions = t.plural("{n} action", "{n} actions", len(live))
    months = t.plural("{n} month", "{n} months", plan.limits.months)
    line = t("{actions} in {months}", actions=actions, months=months)
    return f"{line} · {t('{done} done', done=t.number(done, 0))}" if done else line


def _detail(plan: Plan, t: Translator) -> str:
    live = [action for action in plan.actions if action.status != "dropped"]
    days, price = sum(a.effort_days for a in live), sum(a.cost for a in live)
    parts = [effort(days, t), cost(price, plan.limits.currency, t)] if live else []
    if plan.later:
        parts.append(t.plural("{n} waits", "{n} wait", len(plan.later)))
    if plan.asks:
        parts.append(t.plural("{n} thing to ask for", "{n} things to ask for", len(plan.asks)))
    return " · ".join(parts)


def _months(plan: Plan, t: Translator) -> Iterable[Month]:
    starts = sorted({action.start.replace(day=1) for action in plan.actions})
    for start in starts:
        mine = [a for a in plan.actions if a.start.replace(day=1) == start]
        live = [a for a in mine if a.status != "dropped"]
        yield Month(
            start=start,
            title=t.month(start, heading=True),
            load=effort(sum(a.effort_days for a in live), t) if live else "",
            actions=tuple(action_line(a, plan.limits.currency, t) for a in mine),
        )
