"""What the interview shows: pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ngo_assist.application.answering import Remarks
from ngo_assist.assessment.model import Answer, Assessment
from ngo_assist.assessment.scoring import Scores, standing
from ngo_assist.i18n import Translator
from ngo_assist.rubric.model import Practice, Rubric
from ngo_assist.tui.widgets.laid_out import cut, wrapped
from ngo_assist.tui.widgets.level_list import LevelText
from ngo_assist.tui.widgets.progress import Group

BETWEEN = " · "


@dataclass(frozen=True)
class Room:
    """How the lines of the window are given out; each gap is one blank line or none."""

    above_question: int
    above_levels: int
    above_remarks: int
    remarks: int
    levels: int
    """The most that the levels may take; where they need more they scroll."""


def share_out(lines: int, question: int, levels: int, between: int, remarks: int) -> Room:
    """Give out the lines under the marks: `levels` are those without the blank lines `between` them.

    The levels come first, then one line of remarks, then the air between the levels, which goes as a whole
    or not at all, then the other remarks, then the other air.
    """
    left = lines - question - levels
    first = min(remarks, 1)
    left -= first

    def take(wanted: int) -> int:
        nonlocal left
        taken = max(0, min(wanted, left))
        left -= taken
        return taken

    above_levels = take(1)
    roomy = take(between) if left >= between else 0
    more = take(remarks - first)
    above_remarks = take(1) if remarks else 0
    above_question = take(1)
    # A line that is needed and not there is taken from the levels, which then scroll.
    return Room(above_question, above_levels, above_remarks, first + more, max(3, levels + roomy + left))


def level_texts(practice: Practice, rubric: Rubric, language: str) -> list[LevelText]:
    return [
        LevelText(rubric.level_name(place, language), text.say(language))
        for place, text in enumerate(practice.levels)
    ]


def groups(scores: Scores, here: str) -> list[Group]:
    """Return the marks' groups, one per dimension that is asked."""
    by_dimension: dict[str, list[str]] = {}
    for practice_id, each in scores.practices.items():
        by_dimension.setdefault(each.practice.dimension, []).append(practice_id)
    left = {practice.id for practice in scores.left}
    return [
        Group(tuple(each not in left for each in ids), ids.index(here) if here in ids else None)
        for ids in by_dimension.values()
    ]


def short_answer(answer: Answer, rubric: Rubric, t: Translator, language: str) -> str:
    """Return an answer in a word or two, without the reason why it does not apply."""
    if answer.not_applicable is not None:
        return t("does not apply")
    return answer_in_words(answer, rubric, t, language)


def answer_in_words(answer: Answer, rubric: Rubric, t: Translator, language: str) -> str:
    """Return an answer in one line: the level's name, or that it does not apply."""
    if answer.not_applicable is not None:
        return t("does not apply: {reason}", reason=_one_line(answer.not_applicable))
    assert answer.level is not None
    if answer.level > rubric.top:
        return t("level {level}", level=answer.level)
    return rubric.level_name(answer.level, language)


def remark_lines(
    practice: Practice,
    assessment: Assessment,
    earlier: Assessment | None,
    said: Remarks,
    rubric: Rubric,
    t: Translator,
    language: str,
) -> list[str]:
    """Return what stands under the levels: changed question, doubt, earlier answer, note."""
    lines = []
    answer = assessment.answers.get(practice.id)
    if answer is not None and standing(practice, answer) == "changed":
        before = answer_in_words(answer, rubric, t, language)
        lines.append(
            t("≠ This question has changed. Your answer then: {answer}. Please choose again.", answer=before)
        )
    elif answer is not None and answer.not_applicable is not None:
        words = answer_in_words(answer, rubric, t, language)
        lines.append(f"– {words[:1].upper()}{words[1:]}")
    if said.unsure:
        lines.append(t("? Unsure"))
    before_this = earlier.answers.get(practice.id) if earlier else None
    if before_this is not None and earlier is not None:
        made = earlier.finished or earlier.updated
        words = answer_in_words(before_this, rubric, t, language)
        lines.append(
            t("↺ Last time ({date}): {answer}", date=t.date(made.date()), answer=words)
            if made
            else t("↺ Last time: {answer}", answer=words)
        )
    if said.note:
        lines.append(t("✎ Note: {note}", note=_one_line(said.note)))
    if said.evidence:
        lines.append(t.plural("✎ {n} piece of evidence", "✎ {n} pieces of evidence", len(said.evidence)))
    return lines


def remarks_wanted(remarks: Sequence[str], width: int) -> int:
    """Return the lines that the remarks take where there is room: at most two each."""
    return sum(min(2, len(wrapped(remark, width))) for remark in remarks)


def remarks_within(remarks: Sequence[str], width: int, most: int) -> list[str]:
    """Return the remarks in at most `most` lines: one beside the other where they would take more."""
    if remarks_wanted(remarks, width) <= most:
        return [line for remark in remarks for line in _two_lines(remark, width)]
    joined: list[str] = []
    for remark in remarks:
        if joined and (len(f"{joined[-1]}{BETWEEN}{remark}") <= width or len(joined) == most):
            joined[-1] += BETWEEN + remark
        else:
            joined.append(remark)
    return [cut(line, width) for line in joined[:most]]


def _two_lines(text: str, width: int) -> list[str]:
    first, *others = wrapped(text, width)
    return [first, cut(" ".join(others), width)] if others else [first]


def _one_line(text: str) -> str:
    return " ".join(text.split())
