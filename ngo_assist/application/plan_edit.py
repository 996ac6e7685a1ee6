"""What a person changes in a plan's words and people: pure functions from one plan to the next.

A changed field is pinned and its origin is "person", so that planning again leaves it; set back to the
rubric's words it is neither.
"""

from __future__ import annotations

from datetime import date

from ngo_assist.application.plan_view import DRAFTED, TEXTS
from ngo_assist.assessment.model import NOTE_MOST
from ngo_assist.clean import clean_line, clean_text
from ngo_assist.drafting.curated import settled
from ngo_assist.messages import Message, msg
from ngo_assist.planning.model import Plan, PlannedAction, Status, Summary
from ngo_assist.rubric.model import Rubric

NEEDED = ("title", "why_here", "first_step")
"""Texts that no action can do without."""
PEOPLE = ("owner", "role")
LINE_MOST = 200


def action_of(plan: Plan, id: str) -> PlannedAction:
    """Return the action; KeyError where the plan has none of that id."""
    for action in plan.actions:
        if action.id == id:
            return action
    raise KeyError(id)


def with_text(plan: Plan, id: str, field: str, text: str, own: PlannedAction | None = None) -> Plan | Message:
    """Put a person's words into a field, or say why not. Steps are one a line.

    `own` is the action in the rubric's words: typing these sets the field back.
    """
    if field not in TEXTS and field not in PEOPLE:
        raise KeyError(field)
    action = action_of(plan, id)
    value = _clean(field, text)
    if field in NEEDED and not value:
        return msg("This text cannot be empty. Esc leaves it as it was.")
    if value == getattr(action, field):
        return plan
    if own is not None and value == getattr(own, field):
        return set_back(plan, id, field, own)
    origin = action.origin if field in PEOPLE else {**action.origin, field: "person"}
    return put(plan, id, **{field: value}, origin=origin, pinned=with_pin(action.pinned, field))


def set_back(plan: Plan, id: str, field: str, own: PlannedAction) -> Plan:
    """Put the rubric's words back; `own` is the action as the rubric words it, freshly planned."""
    action = action_of(plan, id)
    origin = dict(action.origin)
    if field in DRAFTED:
        origin[field] = "rubric"
    else:
        origin.pop(field, None)
    value = getattr(own, field)
    return put(plan, id, **{field: value}, origin=origin, pinned=without(action.pinned, field))


def with_status(plan: Plan, id: str, status: Status, today: date) -> Plan:
    """Set how far an action is; done keeps the day."""
    action = action_of(plan, id)
    if status == action.status:
        return plan
    return put(plan, id, status=status, done_on=today if status == "done" else None)


def with_summary(plan: Plan, text: str) -> Plan:
    """Put a person's words into the plan's summary."""
    text = clean_text(text).strip()[:NOTE_MOST]
    if not text or text == plan.summary.text:
        return plan
    return plan.updated_with(summary=Summary(text=text, origin="person"))


def keep_words(again: Plan, before: Plan) -> Plan:
    """Carry what a model wrote, and a person's summary, over into the plan made again.

    A model's text stays where its action still leads from the same level: what it was written from holds.
    """
    old = {action.id: action for action in before.actions}
    actions, kept = [], 0
    for action in again.actions:
        was = old.get(action.id)
        texts: dict[str, str] = {}
        if was is not None and was.from_level == action.from_level and before.language == again.language:
            texts = {
                field: getattr(was, field)
                for field in DRAFTED
                if was.origin.get(field) == "model" and action.origin.get(field) == "rubric"
            }
        kept += len(texts)
        if texts:
            action = action.updated_with(**texts, origin={**action.origin, **dict.fromkeys(texts, "model")})
        actions.append(action)
    kept += any(origin == "model" for action in again.actions for origin in action.origin.values())
    changes: dict[str, object] = {"actions": tuple(actions)}
    if kept:
        changes["drafting"] = before.drafting
    if before.summary.origin == "person":
        changes["summary"] = before.summary
    return again.updated_with(**changes)


def with_drafted(plan: Plan, drafted: Plan) -> Plan:
    """Put what a model has drafted into the plan as it is now, which a person may have changed meanwhile."""
    new = {action.id: action for action in drafted.actions}
    actions = []
    for action in plan.actions:
        text = new.get(action.id)
        fields = [
            field
            for field in DRAFTED
            if text is not None
            # What a person had written when it began may have been set back since.
            and text.origin.get(field) != "person"
            and not settled(action, field)
            and getattr(text, field) != getattr(action, field)
        ]
        if text is not None and fields:
            origin = {**action.origin, **{field: text.origin.get(field, "rubric") for field in fields}}
            action = action.updated_with(**{field: getattr(text, field) for field in fields}, origin=origin)
        actions.append(action)
    summary = plan.summary if plan.summary.origin == "person" else drafted.summary
    return plan.updated_with(actions=tuple(actions), summary=summary, drafting=drafted.drafting)


def in_rubric_words(action: PlannedAction, rubric: Rubric, language: str) -> PlannedAction | None:
    """Return the action with every text as the rubric has it; None where the rubric has it no longer."""
    known, practice = rubric.actions.get(action.id), rubric.practices.get(action.practice)
    if known is None or practice is None:
        return None
    return action.updated_with(
        title=known.title.say(language),
        why_here=practice.why.say(language),
        first_step=known.first_step.say(language),
        steps=known.steps.say(language),
        indicator=known.indicator.say(language),
        risk=known.risk.say(language) if known.risk else None,
        role=known.role,
        effort_days=known.effort_days,
        cost=rubric.cost(known),
        owner="",
        status="todo",
        origin=dict.fromkeys(DRAFTED, "rubric"),
        pinned=(),
    )


def put(plan: Plan, id: str, **changes: object) -> Plan:
    """Return the plan with the action's fields changed."""
    return plan.updated_with(
        actions=tuple(a.updated_with(**changes) if a.id == id else a for a in plan.actions)
    )


def _clean(field: str, text: str) -> str | tuple[str, ...] | None:
    if field == "steps":
        lines = (clean_line(line)[:NOTE_MOST] for line in clean_text(text).splitlines())
        return tuple(line for line in lines if line)
    line = clean_line(text)[: LINE_MOST if field in ("title", *PEOPLE) else NOTE_MOST]
    return line or (None if field in ("risk", "role") else "")


def with_pin(pinned: tuple[str, ...], field: str) -> tuple[str, ...]:
    return pinned if field in pinned else (*pinned, field)


def without(pinned: tuple[str, ...], field: str) -> tuple[str, ...]:
    return tuple(name for name in pinned if name != field)
