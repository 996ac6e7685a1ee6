"""How long the questions take."""

from __future__ import annotations

import pytest

from ngo_assist.assessment.duration import SECONDS_TO_CHOOSE, minutes, seconds
from ngo_assist.rubric.load import load_rubric, shipped
from ngo_assist.rubric.model import Rubric
from tests.in_memory import practice, rubric, text


@pytest.fixture(scope="module")
def socialtech() -> Rubric:
    return load_rubric(shipped("socialtech"))


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_all_of_socialtech_takes_35_to_40_minutes_and_quick_mode_about_10(
    socialtech: Rubric, language: str
) -> None:
    assert 35 <= minutes(socialtech.of_mode("full"), language) <= 40
    assert 8 <= minutes(socialtech.of_mode("quick"), language) <= 11


def test_a_longer_question_takes_longer() -> None:
    short, long = (
        rubric(practice("a.short"), practice("a.long", question=text("Why? " * 40))).dimensions[0].practices
    )
    assert seconds(long, "en") > seconds(short, "en") > SECONDS_TO_CHOOSE


def test_one_person_reads_the_question_that_is_put_to_one_person() -> None:
    made = rubric(practice("a.b", alone=text("And you, alone? " * 10))).practices["a.b"]
    assert seconds(made, "en", alone=True) > seconds(made, "en")


def test_no_question_takes_a_minute_to_begin_with() -> None:
    assert minutes([], "en") == 1
