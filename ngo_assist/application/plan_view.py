"""What the plan's screens show, as plain values: no widget, no style, no markup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ngo_assist.application.breach_words import breach_lines
from ngo_assist.application.moving import load_words
from ngo_assist.application.plan_progress import Progress, progress
from ngo_assist.i18n.labels import ROLE, STATUS, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.llm.protocol import ELSEWHERE
from ngo_assist.planning.breaches import Breach, breaches, days_by_month
from ngo_assist.planning.model import Later, Origin, Plan, PlannedAction, Status
from ngo_assist.planning.schedule import month_index
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
    late: bool
    """Its month is over and it is not."""
    breaks: tuple[str, ...] = ()
    """What it breaks where it stands, in words."""


@dataclass(frozen=True)
class Month:
    start: date
    title: str
    load: str
    full: bool
    """Whether it holds more than it should."""
    done: str
    """How many of its actions are done, in words; empty while none is."""
    now: bool
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
    done: str
    """How many of the actions are done, in words."""
    details: tuple[str, ...]
    """What all of it takes, what waits and what depends on others, the most important first."""
    summary: str
    summary_origin: Origin
    months: tuple[Month, ...]
    waiting: tuple[WaitingLine, ...]
    asks: tuple[AskLine, ...]
    words: str
    """Whose words the texts are, in one line; empty where all are the rubric's."""
    progress: Progress


def plan_view(plan: Plan, rubric: Rubric, t: Translator, today: date) -> PlanView:
    """Return the plan as it is listed: by month, then what waits and why, then what to ask for."""
    return PlanView(
        headline=_headline(plan, t),
        done=_done(plan, t),
        details=_details(plan, t),
        summary=plan.summary.text,
        summary_origin=plan.summary.origin,
        months=tuple(_months(plan, rubric, t, today)),
        waiting=tuple(waiting_line(each, plan, rubric, t) for each in plan.later),
        asks=tuple(AskLine(ask.id, ask.title, ask.addressee, ask.text) for ask in plan.asks),
        words=words_line(plan, t),
        progress=progress(plan),
    )


def waiting_line(later: Later, plan: Plan, rubric: Rubric, t: Translator) -> WaitingLine:
    return WaitingLine(later.id, later.title, waiting(later, plan, rubric, t))


def action_line(
    action: PlannedAction, currency: str, t: Translator, today: date, breaks: tuple[str, ...] = ()
) -> ActionLine:
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
        late=is_late(action, today),
        breaks=breaks,
    )


def is_late(action: PlannedAction, today: date) -> bool:
    """Whether its time is over and it is neither done nor dropped."""
    return action.status in ("todo", "doing") and action.due < today


def who(action: PlannedAction, t: Translator) -> str:
    """Return the owner's name, else the role, else nothing."""
    return action.owner or (label(t, ROLE, action.role) if action.role else "")


def origin_of(action: PlannedAction) -> Origin:
    found = set(action.origin.values())
    return "person" if "person" in found else "model" if "model" in found else "rubric"


def words_line(plan: Plan, t: Translator) -> str:
    """Say whose words stand in the plan, and how the drafting ended."""
    model = sum(origin == "model" for action in plan.actions for origin in action.origin.values())
    model += plan.summary.origin == "model"
    if not model or plan.drafting.model is None:
        return ""
    if (plan.drafting.engine or "").endswith(ELSEWHERE):
        line = t.plural(
            "{n} text was written by {model} on another computer: read it before you send the plan.",
            "{n} texts were written by {model} on another computer: read them before you send the plan.",
            model,
            model=plan.drafting.model,
        )
    else:
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
    found = progress(plan)
    actions = t.plural("{n} action", "{n} actions", found.all)
    months = t.plural("{n} month", "{n} months", plan.limits.months)
    return t("{actions} in {months}", actions=actions, months=months)


def _done(plan: Plan, t: Translator) -> str:
    found = progress(plan)
    return t("{done} of {all} done", done=t.number(found.done, 0), all=t.number(found.all, 0))


def _details(plan: Plan, t: Translator) -> tuple[str, ...]:
    live = [action for action in plan.actions if action.status != "dropped"]
    days, price = sum(a.effort_days for a in live), sum(a.cost for a in live)
    parts = [effort(days, t), cost(price, plan.limits.currency, t)] if live else []
    if plan.later:
        parts.append(t.plural("{n} waits", "{n} wait", len(plan.later)))
    if plan.asks:
        parts.append(t.plural("{n} thing depends on others", "{n} things depend on others", len(plan.asks)))
    return tuple(parts)


def _months(plan: Plan, rubric: Rubric, t: Translator, today: date) -> Iterable[Month]:
    broken = breaches(plan, rubric)
    full = {breach.month for breach in broken if breach.kind in ("days", "actions")}
    of_one: dict[str, list[Breach]] = {}
    for breach in broken:
        of_one.setdefault(breach.action, []).append(breach)
    loads = days_by_month(plan)
    for start, group in groupby(plan.actions, key=lambda action: action.start.replace(day=1)):
        mine = list(group)
        live = [action for action in mine if action.status != "dropped"]
        done = sum(action.status == "done" for action in live)
        place = month_index(plan.limits, start)
        inside = 0 <= place < len(loads)
        yield Month(
            start=start,
            title=t.month(start, heading=True),
            load=load_words(loads[place], plan.limits.days_per_month, t) if inside else "",
            full=start in full,
            done=t("{done} of {all} done", done=t.number(done, 0), all=t.number(len(live), 0))
            if done
            else "",
            now=start == today.replace(day=1),
            actions=tuple(
                action_line(
                    action,
                    plan.limits.currency,
                    t,
                    today,
                    breach_lines(of_one.get(action.id, ()), plan, rubric, t, about=action.id),
                )
                for action in mine
            ),
        )
