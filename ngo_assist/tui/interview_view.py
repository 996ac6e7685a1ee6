"""What the interview shows and where it goes next: pure functions."""

from __future__ import annotations

from ngo_assist.application.answering import Remarks
from ngo_assist.assessment.model import Answer, Assessment
from ngo_assist.assessment.scoring import Scores, standing
from ngo_assist.i18n import Translator
from ngo_assist.rubric.model import Practice, Rubric
from ngo_assist.tui.widgets.level_list import LevelText
from ngo_assist.tui.widgets.progress import Group

RESULTS = "results"
"""Where the interview leads when there is nothing more to ask."""


def after(practice_id: str, order: list[str], left: list[str], *, was_left: bool) -> str:
    """Return the practice to show after an answer, or `RESULTS`.

    The next one still to be asked, beginning after this one and going round. When all are answered: the
    results after the last missing answer (`was_left`) or at the end, else simply the next one.
    """
    place = order.index(practice_id)
    round_trip = [*order[place + 1 :], *order[:place]]
    open_ones = set(left)
    for candidate in round_trip:
        if candidate in open_ones:
            return candidate
    if was_left or place + 1 == len(order):
        return RESULTS
    return order[place + 1]


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


def answer_in_words(answer: Answer, rubric: Rubric, t: Translator, language: str) -> str:
    """Return an answer in one line: the level's name, or that it does not apply."""
    if answer.not_applicable is not None:
        return t("does not apply: {reason}", reason=_one_line(answer.not_applicable))
    assert answer.level is not None
    if answer.level > rubric.top:
        return t("level {level}", level=answer.level)
    return rubric.level_name(answer.level, language)


def remarks_line(
    practice: Practice,
    assessment: Assessment,
    earlier: Assessment | None,
    said: Remarks,
    rubric: Rubric,
    t: Translator,
    language: str,
) -> list[str]:
    """Return what stands under the levels: changed question, earlier answer, doubt, note."""
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
    before_this = earlier.answers.get(practice.id) if earlier else None
    if before_this is not None and earlier is not None:
        made = earlier.finished or earlier.updated
        words = answer_in_words(before_this, rubric, t, language)
        lines.append(
            t("↺ Last time ({date}): {answer}", date=t.date(made.date()), answer=words)
            if made
            else t("↺ Last time: {answer}", answer=words)
        )
    if said.unsure:
        lines.append(t("? Marked as unsure"))
    if said.note:
        lines.append(t("✎ Note: {note}", note=_one_line(said.note)))
    if said.evidence:
        lines.append(t.plural("✎ {n} piece of evidence", "✎ {n} pieces of evidence", len(said.evidence)))
    return lines


def _one_line(text: str) -> str:
    return " ".join(text.split())
