"""The plan's fixed vocabulary in plain words: why an action stands where it stands, and why others wait.

Plain text, said alike on screens and in the report, which escapes it. In it speaks neither "we" nor "you".
"""

from __future__ import annotations

from collections.abc import Iterable

from ngo_assist.i18n.labels import GOAL, REASON, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.model import Later, Plan, PlannedAction
from ngo_assist.rubric.model import Rubric


def because(action: PlannedAction, plan: Plan, rubric: Rubric, t: Translator) -> list[str]:
    """Return each reason; one that this version does not know is left out."""
    words = (_because(*reason.partition("=")[::2], plan, rubric, t) for reason in action.because)
    return [word for word in words if word]


def waiting(later: Later, plan: Plan, rubric: Rubric, t: Translator) -> str:
    """Return why an action waits, and for what."""
    reason = label(t, REASON, later.reason)
    firsts = titles(later.waits_for, plan, rubric, t)
    return t("{reason}: {first} comes first", reason=reason, first=t.join(firsts)) if firsts else reason


def titles(ids: Iterable[str], plan: Plan, rubric: Rubric, t: Translator) -> list[str]:
    """Return the titles of actions in quotation marks; of one that nobody knows, its id."""
    return [t("“{title}”", title=_title(id, plan, rubric)) for id in ids]


def _title(action_id: str, plan: Plan, rubric: Rubric) -> str:
    planned = {later.id: later.title for later in plan.later} | {a.id: a.title for a in plan.actions}
    known = rubric.actions.get(action_id)
    return planned.get(action_id) or (known.title.say(plan.language) if known else action_id)


def _because(word: str, value: str, plan: Plan, rubric: Rubric, t: Translator) -> str:
    match word:
        case "opens":
            return t("small, free and possible with what is there: a good beginning")
        case "duty":
            return t("a legal duty")
        case "date":
            return t("its date falls into these months")
        case "foundation":
            return t("other things stand on it")
        case "goal" if plan.organisation.goal:
            return t("it serves what comes first here: {goal}", goal=label(t, GOAL, plan.organisation.goal))
        case "level" if value.isascii() and value.isdigit() and int(value) <= rubric.top:
            return t("the level now: {level}", level=rubric.level_name(int(value), plan.language))
        case "note":
            return t("a note speaks of it")
        case "unsure":
            return t("the answer was given with doubt")
        case "quick-win":
            return t("can be done at once")
        case "brings":
            return t("brings a connection that others need")
        case "needed-by":
            return t("“{title}” stands on it", title=_title(value, plan, rubric))
        case "check-first":
            return t("check first: “{title}”", title=_title(value, plan, rubric))
        case "errand":
            return t("one trip with other errands")
        case "pinned":
            return t("its place was set by a person")
        case _:
            return ""
