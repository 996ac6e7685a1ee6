"""What the screen of one action shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from ngo_assist.application.plan_times import DAYS, NUMBERS
from ngo_assist.application.plan_view import ORIGIN_MARKS, STATUS_MARKS, TEXTS
from ngo_assist.assessment.model import Assessment
from ngo_assist.i18n.labels import ROLE, STATUS, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.messages import Message, msg
from ngo_assist.planning.model import Origin, Plan, PlannedAction
from ngo_assist.report.amounts import cost, effort
from ngo_assist.report.reasons import because
from ngo_assist.rubric.model import Rubric

FIELD_LABELS: dict[str, Message] = {
    "status": msg("How far it is"),
    "done_on": msg("Done on"),
    "owner": msg("Who answers for it (a name)"),
    "role": msg("Role"),
    "start": msg("Begins"),
    "due": msg("Done by"),
    "effort_days": msg("Working days"),
    "cost": msg("Costs"),
    "title": msg("What is done"),
    "why_here": msg("Why here"),
    "first_step": msg("First step"),
    "steps": msg("Then, step by step"),
    "indicator": msg("How you can tell that it worked"),
    "risk": msg("What can go wrong"),
}
"""The fields of an action that a person may change, in the order in which they are shown."""
HINTS: dict[str, Message] = {
    "steps": msg("One step a line."),
    "due": msg("A day as 2026-12-31 or 31.12.2026."),
    "done_on": msg("A day as 2026-12-31 or 31.12.2026."),
    "effort_days": msg("Working days of all who help with it; half a day is 0.5."),
    "cost": msg("What it really costs, if you know it."),
}
"""What is said where a field is typed."""
WHOSE: dict[Origin, Message] = {
    "person": msg("your words"),
    "model": msg("the model's words"),
    "rubric": msg("the rubric's words"),
}


@dataclass(frozen=True)
class ActionField:
    """One field of an action, to be read and changed."""

    name: str
    label: str
    value: str
    whose: str
    """Whose words they are, with the mark for it; of what is not a text, that it is set by a person."""
    own: bool
    """Whether a person has set it."""
    changed: bool
    """Whether there is something to set back."""

    @property
    def is_text(self) -> bool:
        return self.name in TEXTS


@dataclass(frozen=True)
class FromAnswer:
    """The answer that an action comes from; an empty text is left out."""

    question: str
    level: int
    level_name: str
    level_text: str
    to_level: int
    to_name: str
    to_text: str
    note: str
    unsure: bool


def from_answer(
    action: PlannedAction, rubric: Rubric, assessment: Assessment, t: Translator
) -> FromAnswer | None:
    """Return the answer and where the action leads, in the reader's language; None where there is none."""
    practice, answer = rubric.practices.get(action.practice), assessment.answers.get(action.practice)
    if practice is None or answer is None or answer.level is None or answer.level > rubric.top:
        return None
    language, leads = rubric.language(t.language), min(action.to_level, rubric.top)
    return FromAnswer(
        question=practice.ask(language, alone=assessment.organisation.alone),
        level=answer.level,
        level_name=rubric.level_name(answer.level, language),
        level_text=practice.levels[answer.level].say(language),
        to_level=leads,
        to_name=rubric.level_name(leads, language),
        to_text=practice.levels[leads].say(language),
        note=" ".join(answer.note.split()),
        unsure=answer.confidence == "unsure",
    )


def action_fields(action: PlannedAction, currency: str, t: Translator) -> list[ActionField]:
    """Return every field that may be changed now, with whose words it holds."""
    return [
        _field(action, name, currency, t)
        for name in FIELD_LABELS
        if name != "done_on" or action.status == "done"
    ]


def typed_value(action: PlannedAction, name: str) -> str:
    """Return a field's value as it is typed: a list one item a line, a day as 2026-12-31."""
    value = getattr(action, name)
    if value is None:
        return ""
    if name in NUMBERS:
        return f"{value:.4f}".rstrip("0").rstrip(".")
    if name in DAYS:
        return str(value.isoformat())
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def _field(action: PlannedAction, name: str, currency: str, t: Translator) -> ActionField:
    pinned = name in action.pinned
    origin: Origin = action.origin.get(name, "person" if pinned else "rubric")
    value = _value(action, name, currency, t)
    if name in TEXTS:
        whose = f"{ORIGIN_MARKS[origin]} {t(WHOSE[origin])}".strip() if value else ""
    else:
        whose = f"{ORIGIN_MARKS['person']} {t('set by you')}" if pinned else ""
    return ActionField(
        name=name,
        label=t(FIELD_LABELS[name]),
        value=value,
        whose=whose,
        own=pinned or origin == "person",
        changed=pinned or (name in TEXTS and origin != "rubric"),
    )


def _value(action: PlannedAction, name: str, currency: str, t: Translator) -> str:
    match name:
        case "status":
            return f"{STATUS_MARKS[action.status]} {label(t, STATUS, action.status)}"
        case "done_on":
            return t.date(action.done_on) if action.done_on else ""
        case "start":
            return t.month(action.start)
        case "due":
            return t.date(action.due)
        case "effort_days":
            return effort(action.effort_days, t)
        case "cost":
            return cost(action.cost, currency, t)
        case "role":
            return label(t, ROLE, action.role) if action.role else ""
        case "steps":
            return "\n".join(f"{number}. {step}" for number, step in enumerate(action.steps, 1))
        case _:
            return str(getattr(action, name) or "")


def because_line(action: PlannedAction, plan: Plan, rubric: Rubric, t: Translator) -> str:
    """Say in one line why the action stands where it stands; the answer's level stands above it."""
    shown = action.updated_with(
        because=tuple(reason for reason in action.because if not reason.startswith("level="))
    )
    return " · ".join(because(shown, plan, rubric, t))
