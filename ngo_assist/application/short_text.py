"""The plan as a short plain text, to be sent in a messenger: what is done when, and by whom."""

from __future__ import annotations

from itertools import groupby

from ngo_assist.application.plan_view import STATUS_MARKS, who
from ngo_assist.clean import clean_line
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.model import Plan


def short_text(plan: Plan, t: Translator) -> str:
    """Return the plan in a screenful of text without markup; `t` is of the plan's language.

    What is dropped is not among it.
    """
    lines = [f"{t('Action plan')}: {plan.organisation.name}"]
    live = [action for action in plan.actions if action.status != "dropped"]
    for start, actions in groupby(live, key=lambda action: action.start.replace(day=1)):
        lines += ["", t.month(start, heading=True)]
        for action in actions:
            by = who(action, t)
            lines.append(f"{STATUS_MARKS[action.status]} {action.title}{f' – {by}' if by else ''}")
    if not live:
        lines += ["", t("There is nothing to do now: this plan has no open actions.")]
    return "\n".join(clean_line(line) for line in lines) + "\n"
