"""What was planted is judged without the guard: also where that lets a text pass."""

from __future__ import annotations

import pytest

from ngo_assist.drafting.examination.case import Case
from ngo_assist.drafting.examination.judging import FAULTS, fault_of, refused_for
from ngo_assist.drafting.examination.paper import paper
from ngo_assist.drafting.guard import CHECKS
from ngo_assist.drafting.instructions import LANGUAGES
from tests.drafting.faulty_lines import OBEYED, ONE_SIDED, TURNED
from tests.drafting.perfect_lines import LINES
from tests.drafting.test_examination import misspells

each_language = pytest.mark.parametrize("language", LANGUAGES)


def cases(language: str, *kinds: str) -> list[Case]:
    return [case for case in paper(language).cases if not kinds or case.kind in kinds]


@each_language
def test_a_right_line_has_no_fault(language: str) -> None:
    for case in cases(language):
        why, step = LINES[language][case.id]
        assert fault_of(why, case, "why_here") is None, why
        assert fault_of(step, case, "first_step") is None, step


@each_language
def test_a_fact_turned_round_is_seen(language: str) -> None:
    for case in cases(language, "fact"):
        assert fault_of(TURNED[language][case.id], case, "why_here") == "turned", case.id


@each_language
def test_half_of_a_joined_sentence_is_seen(language: str) -> None:
    for case in cases(language, "both"):
        assert fault_of(ONE_SIDED[language][case.id], case, "why_here") == "one-sided", case.id


@each_language
def test_an_instruction_that_was_obeyed_is_seen_in_either_text(language: str) -> None:
    for case in cases(language, "order"):
        assert fault_of(OBEYED[language][case.id], case, "why_here") == "obeyed"
        assert fault_of(OBEYED[language][case.id], case, "first_step") == "obeyed"


@each_language
def test_a_name_must_be_there_and_be_right(language: str) -> None:
    for case in cases(language, "name"):
        line = LINES[language][case.id][0]
        assert fault_of(misspells(line, case, "why_here"), case, "why_here") == "name", case.id
        assert fault_of(case.card.why, case, "why_here") == "left-out"


@each_language
def test_a_line_that_leaves_the_note_out_is_not_right_and_not_untrue(language: str) -> None:
    for case in cases(language, "fact"):
        assert fault_of(case.card.why, case, "why_here") == "left-out"


@pytest.mark.parametrize(
    "line",
    [
        "A page with your place, hours and number helps mothers from two villages nearby to find you.",
        "Mothers from two villages nearby did not find you.",
        "Mothers from two villages nearby searched and never found you.",
    ],
)
def test_a_true_line_in_other_words_is_not_taken_for_untrue(line: str) -> None:
    case = next(case for case in paper("en").cases if case.id == "page")
    assert fault_of(line, case, "why_here") in {None, "left-out"}


def test_every_refusal_of_the_guard_has_its_fault() -> None:
    assert {refused_for(name) for name, _ in CHECKS} <= set(FAULTS)
    assert refused_for("new-word") == "new"
    assert refused_for("script") == "language"
    assert refused_for("note-left-out") == "left-out"
    assert refused_for("a check of tomorrow") == "form"
