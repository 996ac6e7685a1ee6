"""Where the organisation stands: what already works, the areas, the legal duties and their dates."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date, timedelta

from ngo_assist.assessment.model import Assessment
from ngo_assist.assessment.scoring import Scores, level_reached, score, standing, works
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.model import Plan
from ngo_assist.report.escape import inline
from ngo_assist.report.sources import source_line
from ngo_assist.rubric.model import Practice, Rubric

BAR_CELLS = 10


def where_we_stand(plan: Plan, rubric: Rubric, assessment: Assessment, t: Translator) -> list[str]:
    """Return the section's blocks: how many practices work, which, and a bar for each area."""
    scores = score(rubric, assessment)
    blocks = [
        f"## {t('Where we stand')}",
        f"**{headline(plan.scores.working, plan.scores.answered, scores.begun, t)}**",
    ]
    if plan.scores.complete < 1:
        share = t.percent(plan.scores.complete)
        blocks.append(t("So far {share} of the questions are answered.", share=share))
    strengths = list(_strengths(rubric, scores, plan.language))
    if strengths:
        blocks += [t("What already works:"), "\n".join(strengths)]
    rows = list(_rows(plan, rubric, scores, t))
    if rows:
        head = (t("Area"), t("How far along"), t("Level"))
        blocks.append("\n".join(_table_row(cells) for cells in (head, (":--", ":--", ":--"), *rows)))
    return blocks


def duties(plan: Plan, rubric: Rubric, assessment: Assessment, t: Translator) -> list[str]:
    """Return the section's blocks: the dates to keep, then each legal duty and how it stands."""
    practices = [practice for practice in rubric.practices.values() if practice.duty is not None]
    dated = [practice for practice in rubric.practices.values() if practice.duty_date is not None]
    if not practices and not dated:
        return []
    blocks = [
        f"## {t('Legal duties and their dates')}",
        t("This is a reminder, not legal advice. Laws change: check the current text before you act."),
    ]
    alone = assessment.organisation.alone
    if dated:
        days = [(next_date(practice.duty_date or "", plan.limits.start), practice) for practice in dated]
        lines = [
            f"- **{t.date(day)}:** {inline(practice.ask(plan.language, alone=alone))}"
            for day, practice in sorted(days, key=lambda each: each[0])
        ]
        blocks += [t("Dates to keep:"), "\n".join(lines)]
    if practices:
        each = [_duty(practice, plan, rubric, assessment, t) for practice in practices]
        blocks += [t("Each duty, and where we stand:"), "\n".join(each)]
    return blocks


def next_date(month_day: str, start: date) -> date:
    """Return the first day on or after `start` that has this month and day ("03-31").

    A day that a month does not have is its last one.
    """
    month, day = (int(part) for part in month_day.split("-"))
    for year in (start.year, start.year + 1):
        month_end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        found = month_end.replace(day=min(day, month_end.day))
        if found >= start:
            return found
    raise AssertionError("every date of the year comes within a year")


def bar(share: float) -> str:
    """Return a share of 0 to 1 as squares; only what is reached in full is filled to the end."""
    filled = min(BAR_CELLS, max(0, math.floor(share * BAR_CELLS + 1e-9)))
    return "■" * filled + "□" * (BAR_CELLS - filled)


def headline(working: int, answered: int, begun: int, t: Translator) -> str:
    """Return the first sentence of all results, as plain text: "4 of 12 already work".

    Where none works yet it begins with what is begun: a zero at the top reads as a verdict.
    """
    all_of_them = t.number(answered, 0)
    if not answered:
        return t("Nothing is answered yet")
    if working == answered:
        return t.plural("{n} practice, and it already works", "All {n} practices already work", answered)
    if working:
        return t.plural("{n} of {all} already works", "{n} of {all} already work", working, all=all_of_them)
    if begun:
        return t.plural(
            "{n} of {all} is begun; none works by itself yet",
            "{n} of {all} are begun; none works by itself yet",
            min(begun, answered),
            all=all_of_them,
        )
    return t("0 of {all} are begun: every step of the plan will show", all=all_of_them)


def _strengths(rubric: Rubric, scores: Scores, language: str) -> Iterable[str]:
    for found in scores.counted:
        if found.works and found.level is not None:
            dimension = rubric.dimension_of[found.practice.dimension].title.say(language)
            level = found.practice.levels[min(found.level, rubric.top)].say(language)
            yield f"- **{inline(dimension)}:** {inline(level)}"


def _rows(plan: Plan, rubric: Rubric, scores: Scores, t: Translator) -> Iterable[tuple[str, ...]]:
    reached = plan.scores.dimensions
    for id in scores.dimensions:
        title = inline(rubric.dimension_of[id].title.say(plan.language))
        mean = reached.get(id)
        if mean is None:
            yield title, "", t("not answered")
        else:
            level = level_reached(mean, rubric)
            yield title, bar(mean / rubric.top), inline(rubric.level_name(level, plan.language))


def _table_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _duty(practice: Practice, plan: Plan, rubric: Rubric, assessment: Assessment, t: Translator) -> str:
    question = practice.ask(plan.language, alone=assessment.organisation.alone)
    lines = [f"- **{inline(question)}**", f"  - {_state(practice, plan, rubric, assessment, t)}"]
    if practice.duty_date:
        month, day = (int(part) for part in practice.duty_date.split("-"))
        lines.append(f"  - {t('Due each year by {date}', date=t.day_of_year(month, day))}")
    lines += [f"  - {inline(source_line(rubric, id, t, plan.language))}" for id in practice.all_sources]
    return "\n".join(lines)


def _state(practice: Practice, plan: Plan, rubric: Rubric, assessment: Assessment, t: Translator) -> str:
    answer = assessment.answers.get(practice.id)
    match standing(practice, answer):
        case "level" if answer is not None and answer.level is not None:
            level = min(answer.level, rubric.top)
            seen = inline(practice.levels[level].say(plan.language))
            name = inline(rubric.level_name(level, plan.language))
            if works(level, rubric):
                return t("Already works ({level}): {seen}", level=name, seen=seen)
            return t("Now ({level}): {seen}", level=name, seen=seen)
        case "not_applicable" if answer is not None:
            return t("Said not to apply: “{reason}”", reason=inline(answer.not_applicable or ""))
        case "changed":
            return t("To be asked again: the question has changed")
        case _ if not practice.asked_in(assessment.mode):
            return t("Not asked in the quick questions: find out where we stand")
        case _:
            return t("Not answered yet: find out where we stand")
