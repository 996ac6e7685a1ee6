"""One step from a plan to the next in words: said when it is taken back, and of what a person drops."""

from __future__ import annotations

from ngo_assist.application.action_view import FIELD_LABELS
from ngo_assist.i18n.labels import STATUS, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.messages import Message, msg
from ngo_assist.planning.model import Plan, PlannedAction
from ngo_assist.rubric.model import Rubric


def step_words(before: Plan, after: Plan, t: Translator) -> str:
    """Return in a few words what the step from `before` to `after` changes, with an action's name."""
    old, new = ({action.id: action for action in plan.actions} for plan in (before, after))
    if before.limits != after.limits or before.created != after.created:
        return t("planning again")
    if _in_words_of_a_model(before) != _in_words_of_a_model(after):
        return t("words by a model")
    moved = [new.get(id) or old[id] for id in {**old, **new} if old.get(id) != new.get(id)]
    if not moved:
        return t("the text “In short”")
    if len(moved) > 1:
        return t.plural("a change in {n} action", "changes in {n} actions", len(moved))
    action = moved[0]
    return t("“{title}”: {change}", title=action.title, change=_change(old.get(action.id), action, new, t))


def _in_words_of_a_model(plan: Plan) -> set[tuple[str, str]]:
    return {
        (action.id, field)
        for action in plan.actions
        for field, origin in action.origin.items()
        if origin == "model"
    }


def _change(
    was: PlannedAction | None, now: PlannedAction, new: dict[str, PlannedAction], t: Translator
) -> str:
    if was is None:
        return t("taken into the plan")
    if now.id not in new:
        return t("taken out of the plan")
    if was.status != now.status:
        return label(t, STATUS, now.status)
    if was.start != now.start:
        return t.month(now.start)
    field = next((each for each in FIELD_LABELS if getattr(was, each) != getattr(now, each)), "title")
    return t(FIELD_LABELS[field])


def dropped(before: Plan, after: Plan, id: str) -> PlannedAction | None:
    """Return the action where the step has dropped it."""
    was = next((action for action in before.actions if action.id == id), None)
    now = next((action for action in after.actions if action.id == id), None)
    return now if was and now and was.status != "dropped" and now.status == "dropped" else None


def dropped_words(action: PlannedAction, breaks: tuple[str, ...], rubric: Rubric, t: Translator) -> Message:
    """Say what was dropped, what that breaks, a legal duty first, and how it is taken back."""
    if action.duty is not None:
        breaks = (_duty(action, rubric, t), *breaks)
    if not breaks:
        return msg("Dropped: “{title}”. Ctrl+Z takes it back.", title=action.title)
    said = " ".join(breaks)
    return msg("! Dropped: “{title}”. {breaks} Ctrl+Z takes it back.", title=action.title, breaks=said)


def _duty(action: PlannedAction, rubric: Rubric, t: Translator) -> str:
    practice = rubric.practices.get(action.practice)
    if practice is None or practice.duty_date is None:
        return t("The law requires it.")
    month, day = (int(part) for part in practice.duty_date.split("-"))
    return t("The law requires it, by this date: {date}.", date=t.day_of_year(month, day))
