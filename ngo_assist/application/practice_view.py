"""Every practice in its dimension, and all that is known of one, as plain values to show."""

from __future__ import annotations

from dataclasses import dataclass

from ngo_assist.application.answering import remarks
from ngo_assist.assessment.model import Assessment
from ngo_assist.assessment.scoring import PracticeScore, Scores, Standing
from ngo_assist.i18n.translator import Translator
from ngo_assist.report.sources import source_line
from ngo_assist.rubric.model import Practice, Rubric


@dataclass(frozen=True)
class Cell:
    """One practice on the map."""

    practice: str
    standing: Standing
    level: int | None
    works: bool


@dataclass(frozen=True)
class MapRow:
    dimension: str
    title: str
    cells: tuple[Cell, ...]


def map_rows(rubric: Rubric, scores: Scores, t: Translator) -> list[MapRow]:
    """Return what the mode asks, a row for each dimension."""
    language = rubric.language(t.language)
    cells: dict[str, list[Cell]] = {id: [] for id in scores.dimensions}
    for id, found in scores.practices.items():
        cells[found.practice.dimension].append(Cell(id, found.standing, found.level, found.works))
    return [
        MapRow(id, rubric.dimension_of[id].title.say(language), tuple(mine)) for id, mine in cells.items()
    ]


@dataclass(frozen=True)
class PracticeCard:
    """What is known of one practice; an empty text is left out."""

    practice: str
    dimension: str
    question: str
    standing: Standing
    level: int | None
    level_name: str
    """The level's name, else in words why there is none."""
    level_text: str
    reason: str
    """Why it does not apply."""
    target: int | None
    """None where the practice has no level, or stands at its target already."""
    target_name: str
    target_text: str
    own_target: bool
    earlier: str
    """Where it stood in the earlier assessment, with its date."""
    note: str
    evidence: tuple[str, ...]
    unsure: bool
    duty: str
    """The source of the legal duty."""


def practice_card(
    rubric: Rubric, assessment: Assessment, scores: Scores, id: str, t: Translator, earlier: Assessment | None
) -> PracticeCard:
    language = rubric.language(t.language)
    practice = rubric.practices[id]
    found = scores.practices.get(id) or PracticeScore(practice, "unanswered", None, None)
    level, said = found.level, remarks(assessment, id)
    wanted = found.target if level is not None and found.target is not None and found.target > level else None
    return PracticeCard(
        practice=id,
        dimension=rubric.dimension_of[practice.dimension].title.say(language),
        question=practice.ask(language, alone=assessment.organisation.alone),
        standing=found.standing,
        level=level,
        level_name=_standing_word(found, assessment, t)
        if level is None
        else rubric.level_name(level, language),
        level_text="" if level is None else practice.levels[level].say(language),
        reason=found.answer.not_applicable or ""
        if found.answer and found.standing == "not_applicable"
        else "",
        target=wanted,
        target_name="" if wanted is None else rubric.level_name(wanted, language),
        target_text="" if wanted is None else practice.levels[wanted].say(language),
        own_target=id in assessment.targets or practice.dimension in assessment.targets,
        earlier=_earlier(practice, earlier, rubric, t),
        note=said.note.strip(),
        evidence=said.evidence,
        unsure=said.unsure,
        duty=source_line(rubric, practice.duty, t, language) if practice.duty else "",
    )


def _standing_word(found: PracticeScore, assessment: Assessment, t: Translator) -> str:
    match found.standing:
        case "not_applicable":
            return t("does not apply")
        case "changed":
            return t("To be asked again: the question has changed")
        case _ if not found.practice.asked_in(assessment.mode):
            return t("Not asked in the quick questions")
        case _:
            return t("not answered")


def _earlier(practice: Practice, earlier: Assessment | None, rubric: Rubric, t: Translator) -> str:
    answer = earlier.answers.get(practice.id) if earlier else None
    if earlier is None or answer is None or answer.level is None or answer.level > rubric.top:
        return ""
    if answer.asked is not None and not practice.asked_same(answer.asked):
        return ""  # another question was asked then
    made = earlier.finished or earlier.updated or earlier.started
    name = rubric.level_name(answer.level, rubric.language(t.language))
    return t("On {date}: {level}", date=t.date(made.date()) if made else earlier.id, level=name)
