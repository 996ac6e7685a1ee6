"""All lines of the plan's screen: by month or over the months, then what waits, letters and the summary."""

from __future__ import annotations

from ngo_assist.application.open_plan import LATER, SUMMARY
from ngo_assist.application.plan_view import ORIGIN_MARKS, PlanView
from ngo_assist.application.timeline import Timeline
from ngo_assist.i18n.labels import STATUS, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.tui import plan_rows, timeline_rows
from ngo_assist.tui.widgets.line_list import Row

ASK = "ask:"
"""The beginning of a row's id, as `LATER`; an action's row has the action's own."""


def by_month(view: PlanView, writing: str | None, t: Translator) -> list[Row]:
    """Return the plan as a list; `writing` is the action for which a model writes just now."""
    words, made = plan_rows.Words.of(t), []
    for number, month in enumerate(view.months):
        made.append(plan_rows.month_row(month, t("this month"), first=number == 0))
        made += [plan_rows.action_row(each, words, writing=each.id == writing) for each in month.actions]
    waiting = [plan_rows.waiting_row(each, LATER + each.id) for each in view.waiting]
    return [*(made or [_nothing(t)]), *_later(waiting, t), *_others(view, t)]


def over_months(view: PlanView, found: Timeline, t: Translator) -> list[Row]:
    """Return the plan as bars under the months, which stand above the list."""
    months = len(found.columns)
    bars = [timeline_rows.bar_row(bar, months) for bar in found.bars]
    waiting = [timeline_rows.waiting_bar(each, months, LATER + each.id) for each in view.waiting]
    return [*(bars or [_nothing(t)]), *_later(waiting, t), *_others(view, t)]


def legend(found: Timeline, t: Translator) -> str:
    """Say what the signs mean that are there."""
    here = {bar.status for bar in found.bars}
    signs = [
        f"{sign} {label(t, STATUS, status)}" for status, sign in timeline_rows.BARS.items() if status in here
    ]
    if any(bar.duty for bar in found.bars):
        signs.append(f"{timeline_rows.DUTY} {t('a legal duty')}")
    if any(bar.late for bar in found.bars):
        signs.append(f"{timeline_rows.LATE} {t('its time is over')}")
    if any(bar.broken for bar in found.bars) or any(column.full for column in found.columns):
        signs.append(f"{timeline_rows.BROKEN} {t('does not fit here')}")
    # A sign stays beside its word where the line is broken.
    return "   ".join(sign.replace(" ", "\u00a0") for sign in signs)


def _nothing(t: Translator) -> Row:
    return plan_rows.text_row(t("Nothing fits into these limits: “Plan again” changes them."))


def _later(waiting: list[Row], t: Translator) -> list[Row]:
    head = f"{t('Later')} · {t.number(len(waiting), 0)}"
    return [plan_rows.section(head, t("what did not fit, and why")), *waiting] if waiting else []


def _others(view: PlanView, t: Translator) -> list[Row]:
    made = []
    if view.asks:
        head = f"{t('What does not depend on us')} · {t.number(len(view.asks), 0)}"
        made.append(plan_rows.section(head, t("whom to ask, with a letter")))
        made += [plan_rows.ask_row(ask, ASK + ask.id) for ask in view.asks]
    if view.summary:
        made.append(plan_rows.section(t("In short"), t("how the plan begins on paper")))
        mark = ORIGIN_MARKS[view.summary_origin].strip()
        made.append(plan_rows.text_row(f"{view.summary} {mark}".rstrip(), SUMMARY))
    return made
