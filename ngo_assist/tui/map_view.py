"""What the map shows of each question: pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ngo_assist.application.answering import Remarks
from ngo_assist.assessment.scoring import PracticeScore
from ngo_assist.i18n import Translator
from ngo_assist.rubric.model import Rubric
from ngo_assist.tui.widgets.laid_out import LaidOut, Piece, cut, filled
from ngo_assist.tui.widgets.shapes import level_shape

OPEN, SKIPPED, AGAIN, NOT_APPLICABLE = "○", "◌", "≠", "–"
UNSURE, NOTE = "?", "✎"
SIGNS = 10
"""Columns before a question: its number, its shape, doubt and note, and gaps."""
WORD_MOST = 22
"""Columns of a level's name at the most; in a narrow window there are none for it, the shape stays."""
NARROW = 60


@dataclass(frozen=True)
class Entry:
    """One line of the map."""

    id: str
    dimension: str
    number: int
    shape: str
    marks: str
    question: str
    word: str
    """The level's name, or what stands in its place."""
    left: bool
    """Whether it is still to be answered."""


def entry(
    number: int,
    score: PracticeScore,
    said: Remarks,
    skipped: bool,
    rubric: Rubric,
    t: Translator,
    language: str,
) -> Entry:
    """Return the line of a practice. Its question is the general one: those to one person begin alike."""
    match score.standing:
        case "level" if score.level is not None:
            shape, word = level_shape(score.level, rubric.top), rubric.level_name(score.level, language)
        case "not_applicable":
            shape, word = NOT_APPLICABLE, t("does not apply")
        case "changed":
            shape, word = AGAIN, t("asked again")
        case _:
            shape, word = (SKIPPED, t("skipped")) if skipped else (OPEN, "")
    return Entry(
        score.practice.id,
        score.practice.dimension,
        number,
        shape,
        (UNSURE if said.unsure else " ") + (NOTE if said.note or said.evidence else " "),
        score.practice.question.say(language),
        word,
        score.standing in ("unanswered", "changed"),
    )


def row(entry: Entry, word_width: int) -> LaidOut:
    def lay_out(width: int) -> list[list[Piece]]:
        words = 0 if width < NARROW else min(word_width, WORD_MOST)
        question = width - SIGNS - words - (2 if words else 0)
        line: list[Piece] = [
            (f"{entry.number:>3} {entry.shape} {entry.marks}  ", True),
            (filled(cut(entry.question, question), question), False),
        ]
        return [[*line, (f"  {cut(entry.word, words)}", False)] if words else line]

    return LaidOut(lay_out)


def heading(title: str) -> LaidOut:
    return LaidOut(lambda width: [[(cut(title, width), True)]])


def counted(entries: Sequence[Entry], t: Translator) -> list[str]:
    """Return how many are answered, skipped, unsure and so on, each with its sign; none is not told."""
    settled = sum(not entry.left for entry in entries)
    signs = [
        (SKIPPED, sum(entry.shape == SKIPPED for entry in entries), t("skipped")),
        (AGAIN, sum(entry.shape == AGAIN for entry in entries), t("asked again")),
        (UNSURE, sum(UNSURE in entry.marks for entry in entries), t("unsure")),
        (NOTE, sum(NOTE in entry.marks for entry in entries), t("with a note")),
    ]
    first = t("{settled} of {asked} answered", settled=settled, asked=len(entries))
    return [first, *(f"{sign} {word}: {many}" for sign, many, word in signs if many)]
