"""What the screen of one action shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from ngo_assist.application.plan_view import STATUS_MARKS, TEXTS, origin_word
from ngo_assist.i18n.labels import ROLE, STATUS, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.messages import Message, msg
from ngo_assist.planning.model import Origin, Plan, PlannedAction
from ngo_assist.report.reasons import because
from ngo_assist.rubric.model import Rubric

FIELD_LABELS: dict[str, Message] = {
    "status": msg("How far it is"),
    "owner": msg("Who answers for it (a name)"),
    "role": msg("Role"),
    "start": msg("Begins"),
    "title": msg("What is done"),
    "why_here": msg("Why here"),
    "first_step": msg("First step"),
    "steps": msg("Then, step by step"),
    "indicator": msg("How you can tell that it worked"),
    "risk": msg("What can go wrong"),
}
"""The fields of an action that a person may change, in the order in which they are shown."""


@dataclass(frozen=True)
class ActionField:
    """One field of an action, to be read and changed."""

    name: str
    label: str
    value: str
    origin_word: str
    """Whose words; empty for what is not a text."""
    own: bool
    """Whether a person has set it."""
    changed: bool
    """Whether there is something to set back."""


def action_fields(action: PlannedAction, t: Translator) -> list[ActionField]:
    """Return every field that may be changed, with whose words it holds."""
    return [_field(action, name, t) for name in FIELD_LABELS]


def _field(action: PlannedAction, name: str, t: Translator) -> ActionField:
    pinned = name in action.pinned
    origin: Origin = action.origin.get(name, "person" if pinned else "rubric")
    match name:
        case "status":
            value = f"{STATUS_MARKS[action.status]} {label(t, STATUS, action.status)}"
            if action.done_on is not None:
                value += f" · {t.date(action.done_on)}"
        case "start":
            value = t.month(action.start)
            if (action.due.year, action.due.month) != (action.start.year, action.start.month):
                value = t("{start}, until {end}", start=value, end=t.month(action.due))
        case "role":
            value = label(t, ROLE, action.role) if action.role else ""
        case "steps":
            value = "\n".join(f"{number}. {step}" for number, step in enumerate(action.steps, 1))
        case _:
            value = str(getattr(action, name) or "")
    whose = origin_word(origin, t) if value else ""
    word = whose if name in TEXTS else t("set by you") if pinned else ""
    return ActionField(
        name=name,
        label=t(FIELD_LABELS[name]),
        value=value,
        origin_word=word,
        own=pinned or origin == "person",
        changed=pinned or (name in TEXTS and origin != "rubric"),
    )


def because_line(action: PlannedAction, plan: Plan, rubric: Rubric, t: Translator) -> str:
    """Say in one line why the action stands where it stands."""
    return " · ".join(because(action, plan, rubric, t))
