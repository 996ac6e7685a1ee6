from __future__ import annotations

from collections.abc import Callable

from ngo_assist.application import answering
from ngo_assist.application.session import Session
from ngo_assist.rubric.model import Rubric

ID = "security.backup"


def test_a_note_before_the_level_waits_in_the_file_and_moves_into_the_answer(
    begun: Callable[..., Session], rubric: Rubric
) -> None:
    assessment = answering.with_note(begun().assessment, ID, "on a stick", ("a photo", "  "))
    assert ID not in assessment.answers
    assert answering.remarks(assessment, ID) == answering.Remarks("on a stick", ("a photo",))
    answered = answering.with_level(assessment, rubric.practices[ID], 1, "en")
    assert answered.answers[ID].note == "on a stick"
    assert answered.answers[ID].evidence == ("a photo",)
    assert not (answered.model_extra or {}).get(answering.WAITING)


def test_doubt_before_the_level_stays_with_the_answer(begun: Callable[..., Session], rubric: Rubric) -> None:
    assessment = answering.with_doubt(begun().assessment, ID, True)
    answered = answering.with_level(assessment, rubric.practices[ID], 2, "en")
    assert answered.answers[ID].confidence == "unsure"
    assert answering.with_doubt(answered, ID, False).answers[ID].confidence is None


def test_another_level_keeps_note_and_keys_of_a_newer_program(
    begun: Callable[..., Session], rubric: Rubric
) -> None:
    practice = rubric.practices[ID]
    first = answering.with_level(answering.with_note(begun().assessment, ID, "note", ()), practice, 1, "en")
    newer = first.answers[ID].updated_with(from_the_future=7)
    changed = answering.with_level(first.updated_with(answers={ID: newer}), practice, 3, "en")
    assert changed.answers[ID].level == 3
    assert changed.answers[ID].note == "note"
    assert changed.answers[ID].model_extra == {"from_the_future": 7}


def test_the_answer_remembers_how_it_was_asked(begun: Callable[..., Session], rubric: Rubric) -> None:
    practice = rubric.practices[ID]
    answered = answering.with_level(begun().assessment, practice, 1, "kk")
    asked = answered.answers[ID].asked
    assert asked is not None and asked.startswith("kk:") and practice.asked_same(asked)


def test_what_a_person_wrote_by_hand_under_unanswered_is_read_kindly(begun: Callable[..., Session]) -> None:
    odd = begun().assessment.updated_with(
        unanswered={ID: {"note": 3, "evidence": "x", "confidence": "?"}, "security.twofactor": "text"}
    )
    assert answering.remarks(odd, ID) == answering.Remarks()
    assert answering.remarks(odd, "security.twofactor") == answering.Remarks()


def test_control_characters_in_a_note_go(begun: Callable[..., Session]) -> None:
    kept = answering.with_note(begun().assessment, ID, "a\x1b[31mb\u202ec", ("d\x07",))
    assert answering.remarks(kept, ID) == answering.Remarks("abc", ("d",))
