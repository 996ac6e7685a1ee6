"""The questions as a form on paper."""

from __future__ import annotations

import re

import pytest

from ngo_assist.i18n.translator import Translator
from ngo_assist.report.page import write
from ngo_assist.report.paper_form import paper_form
from ngo_assist.rubric.load import load_rubric, shipped
from ngo_assist.rubric.model import Rubric


@pytest.fixture(scope="module")
def socialtech() -> Rubric:
    return load_rubric(shipped("socialtech"))


def printed(rubric: Rubric, language: str, mode: str) -> str:
    blocks = paper_form(rubric, language, Translator(language), mode)  # type: ignore[arg-type]
    return " ".join(write(blocks, "text", title="", language=language).split())


@pytest.mark.parametrize("mode", ["full", "quick"])
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_form_asks_what_the_program_asks_in_its_order_and_with_its_numbers(
    socialtech: Rubric, language: str, mode: str
) -> None:
    page = printed(socialtech, language, mode)
    place = 0
    for number, practice in enumerate(socialtech.of_mode(mode), 1):  # type: ignore[arg-type]
        question = page.index(f" {number}. {practice.question.say(language)} ", place)
        assert question > place
        place = question
        for level, text in enumerate(practice.levels):
            place = page.index(f"[ ] {level} {text.say(language)}", place)
    assert not re.search(rf" {number + 1}\. ", page[place:])


def test_every_question_has_a_box_for_each_level_for_unsure_and_where_it_may_be_for_not_applicable(
    socialtech: Rubric,
) -> None:
    page = printed(socialtech, "en", "full")
    practices = list(socialtech.practices.values())
    assert page.count("Does not apply to us, because:") == sum(p.not_applicable for p in practices)
    assert page.count("I am not sure of this answer.") == len(practices)


def test_a_form_holds_nobodys_answers(socialtech: Rubric) -> None:
    assert "[x]" not in printed(socialtech, "en", "full").lower()
