"""What the results screen shows, as plain values: no widget, no style, no markup.

Texts are in the translator's language; the rubric's texts in `language`, else in the rubric's first one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ngo_assist.assessment.fit import Changes, changes
from ngo_assist.assessment.model import Assessment
from ngo_assist.assessment.scoring import DutyAlert, Scores, level_reached, score
from ngo_assist.i18n.labels import REASON, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.model import Plan
from ngo_assist.report.amounts import effort
from ngo_assist.report.sources import source_line
from ngo_assist.report.standing import headline
from ngo_assist.rubric.model import Rubric

START_WITH = 3
"""How many things to start with are named: what fits into one look and one week."""


@dataclass(frozen=True)
class DimensionBar:
    """One line of the picture: a bar, a level's name, how many already work."""

    id: str
    title: str
    share: float | None
    """How far along the levels, 0 to 1; None where nothing is answered."""
    level: int | None
    """The level reached: the mean rounded down, so that no name promises more than there is."""
    level_name: str
    working: str


@dataclass(frozen=True)
class DutyLine:
    """A legal duty that wants attention, or was said not to apply."""

    practice: str
    title: str
    standing: str
    source: str
    tone: Literal["open", "unasked", "aside"]
    """`unasked`: the quick questions leave it out; `aside`: it was said not to apply; both more quietly."""


@dataclass(frozen=True)
class Strength:
    practice: str
    dimension: str
    text: str
    """The level as the rubric words it: what can be seen here."""


@dataclass(frozen=True)
class StartHere:
    """One of the first things of the plan."""

    practice: str
    title: str
    first_step: str
    effort: str
    dimension: str


@dataclass(frozen=True)
class Again:
    """A practice to be asked again, or an answer that no longer has a question."""

    practice: str
    title: str
    why: str
    can_ask: bool


@dataclass(frozen=True)
class ResultsView:
    headline: str
    detail: str
    share_working: float | None
    bars: tuple[DimensionBar, ...]
    duties: tuple[DutyLine, ...]
    strengths: tuple[Strength, ...]
    start: tuple[StartHere, ...]
    waiting: str
    """Where there is nothing to start with: the reason in plain words."""
    again: tuple[Again, ...]
    left: int
    """How many practices are still to be asked, those asked again included."""


def results_view(
    rubric: Rubric, assessment: Assessment, t: Translator, *, plan: Plan | None = None
) -> ResultsView:
    """Return what the results are; `plan` gives the things to start with."""
    scores = score(rubric, assessment)
    language = rubric.language(t.language)
    start = tuple(_start(plan, rubric, t)) if plan else ()
    return ResultsView(
        headline=headline(scores.working, scores.answered, scores.begun, t),
        detail=_detail(scores, t),
        share_working=scores.working / scores.answered if scores.answered else None,
        bars=tuple(_bars(rubric, scores, t, language)),
        duties=tuple(_duty(alert, rubric, assessment, t, language) for alert in scores.duties),
        strengths=tuple(_strengths(rubric, scores, language)),
        start=start,
        waiting="" if start else _waiting(scores, plan, t),
        again=tuple(_again(changes(rubric, assessment), rubric, assessment, t, language)),
        left=len(scores.left),
    )


def _detail(scores: Scores, t: Translator) -> str:
    aside = sum(s.standing == "not_applicable" for s in scores.practices.values())
    parts = []
    if scores.left:
        parts.append(t.plural("{n} question is still open", "{n} questions are still open", len(scores.left)))
    if aside:
        parts.append(t.plural("{n} does not apply to you", "{n} do not apply to you", aside))
    return " · ".join(parts)


def _bars(rubric: Rubric, scores: Scores, t: Translator, language: str) -> Iterable[DimensionBar]:
    for dimension in scores.dimensions.values():
        mean = dimension.score
        level = None if mean is None else level_reached(mean, rubric)
        yield DimensionBar(
            id=dimension.id,
            title=rubric.dimension_of[dimension.id].title.say(language),
            share=None if mean is None else mean / rubric.top,
            level=level,
            level_name=_without_level(scores, dimension.id, t)
            if level is None
            else rubric.level_name(level, language),
            working=t(
                "{working} of {answered}",
                working=t.number(dimension.working, 0),
                answered=t.number(dimension.answered, 0),
            )
            if dimension.answered
            else "",
        )


def _without_level(scores: Scores, dimension: str, t: Translator) -> str:
    mine = [s for s in scores.practices.values() if s.practice.dimension == dimension]
    aside = all(s.standing == "not_applicable" for s in mine)
    return t("does not apply") if aside else t("not answered")


def _duty(alert: DutyAlert, rubric: Rubric, assessment: Assessment, t: Translator, language: str) -> DutyLine:
    practice = alert.practice
    if alert.standing == "not_applicable":
        standing = t("You said it does not apply: “{reason}”", reason=alert.reason)
    elif alert.level is not None:
        standing = t("Now: {level}", level=rubric.level_name(alert.level, language))
    elif alert.standing == "changed":
        standing = t("To be asked again: the question has changed")
    elif not practice.asked_in(assessment.mode):
        standing = t("Not asked in the quick questions")
    else:
        standing = t("Not answered yet")
    if practice.duty_date:
        month, day = (int(part) for part in practice.duty_date.split("-"))
        standing += " · " + t("due each year by {date}", date=t.day_of_year(month, day))
    return DutyLine(
        practice=practice.id,
        title=practice.ask(language, alone=assessment.organisation.alone),
        standing=standing,
        source=source_line(rubric, practice.duty, t, language) if practice.duty else "",
        tone=_tone(alert, assessment),
    )


def _tone(alert: DutyAlert, assessment: Assessment) -> Literal["open", "unasked", "aside"]:
    if alert.standing == "not_applicable":
        return "aside"
    return "open" if alert.level is not None or alert.practice.asked_in(assessment.mode) else "unasked"


def _strengths(rubric: Rubric, scores: Scores, language: str) -> Iterable[Strength]:
    working = [s for s in scores.counted if s.works and s.level is not None]
    # The highest first; the rubric's order among equals.
    for found in sorted(working, key=lambda s: -(s.level or 0)):
        practice = found.practice
        yield Strength(
            practice=practice.id,
            dimension=rubric.dimension_of[practice.dimension].title.say(language),
            text=practice.levels[found.level or 0].say(language),
        )


def _start(plan: Plan, rubric: Rubric, t: Translator) -> Iterable[StartHere]:
    """Yield the plan's first things; the rubric's words follow the reader's language."""
    language = rubric.language(t.language)
    for planned in [a for a in plan.actions if a.status in ("todo", "doing")][:START_WITH]:
        action = rubric.actions.get(planned.id)
        dimension = rubric.dimension_of.get(planned.id.partition(".")[0])
        follow = action is not None and plan.language != language
        yield StartHere(
            practice=planned.practice,
            title=action.title.say(language) if action and follow else planned.title,
            first_step=action.first_step.say(language) if action and follow else planned.first_step,
            effort=effort(planned.effort_days, t),
            dimension=dimension.title.say(language) if dimension else "",
        )


def _waiting(scores: Scores, plan: Plan | None, t: Translator) -> str:
    if not scores.answered:
        return t("Answer a few questions first; then you see here where to start.")
    if plan is not None and plan.later:
        return t("Nothing fits yet: {reason}.", reason=label(t, REASON, plan.later[0].reason))
    return t("All that you answered stands where you want it.")


def _again(
    found: Changes, rubric: Rubric, assessment: Assessment, t: Translator, language: str
) -> Iterable[Again]:
    for id in found.changed:
        title = rubric.practices[id].ask(language, alone=assessment.organisation.alone)
        yield Again(id, title, t("The question was put in other words since you answered."), can_ask=True)
    for id, successor in found.retired:
        next_practice = rubric.practices.get(successor or "")
        if next_practice is None:
            yield Again(id, id, t("It is no longer asked. Your answer is kept."), can_ask=False)
        else:
            title = next_practice.ask(language, alone=assessment.organisation.alone)
            yield Again(
                next_practice.id, title, t("This question took the place of “{id}”.", id=id), can_ask=True
            )
    for id in found.unknown:
        yield Again(id, id, t("This rubric does not know it. Your answer is kept."), can_ask=False)
