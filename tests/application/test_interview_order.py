"""Which question comes next, and how much is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngo_assist.application.interview_order import RESULTS, after, go_on_at, left_in_words, passed_over
from ngo_assist.i18n import translator
from ngo_assist.rubric.model import Rubric

ORDER = ["a.1", "a.2", "b.1", "b.2"]


def test_after_an_answer_comes_the_next_one_that_is_left_and_then_round() -> None:
    assert after("a.1", ORDER, ["a.2", "b.1"], was_left=True) == "a.2"
    assert after("a.2", ORDER, ["b.2"], was_left=False) == "b.2"
    assert after("b.2", ORDER, ["a.1"], was_left=True) == "a.1"


def test_after_the_last_missing_answer_come_the_results() -> None:
    assert after("a.2", ORDER, [], was_left=True) == RESULTS


def test_changing_an_answer_later_goes_on_in_order_and_ends_with_the_results() -> None:
    assert after("a.2", ORDER, [], was_left=False) == "b.1"
    assert after("b.2", ORDER, [], was_left=False) == RESULTS


def test_on_another_day_it_goes_on_after_the_answer_that_was_given_last() -> None:
    assert go_on_at(ORDER, ORDER, []) == "a.1"
    assert go_on_at(ORDER, ["a.2", "b.2"], ["a.1", "b.1"]) == "b.2"
    assert go_on_at(ORDER, ["a.1", "a.2"], ["b.1", "b.2"]) == "a.1"
    assert go_on_at(ORDER, [], ORDER) is None


def test_one_that_is_asked_again_is_come_back_to_even_when_it_was_answered_last() -> None:
    assert go_on_at(ORDER, ["b.1"], ["a.1", "a.2", "b.2", "b.1"]) == "b.1"


def test_answers_to_questions_that_are_not_asked_lead_nowhere() -> None:
    assert go_on_at(ORDER, ["a.2", "b.1"], ["b.2", "a.1", "gone.1"]) == "a.2"


@given(
    st.lists(st.sampled_from(ORDER), unique=True), st.lists(st.sampled_from([*ORDER, "gone"]), unique=True)
)
def test_where_something_is_left_it_is_always_come_to(left: list[str], answered: list[str]) -> None:
    assert (go_on_at(ORDER, left, answered) in left) if left else go_on_at(ORDER, left, answered) is None


def test_skipped_are_those_with_an_answer_after_them() -> None:
    assert passed_over(ORDER, ["a.1", "b.2"]) == {"a.1"}
    assert passed_over(ORDER, ORDER) == set()
    assert passed_over(ORDER, []) == set()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "45 questions left, about 36 minutes"),
        ("ru", "Осталось 45 вопросов, примерно 38 минут"),
        ("kk", "45 сұрақ қалды, шамамен 38 минут"),
    ],
)
def test_how_much_is_left_is_said_in_questions_and_minutes(rubric: Rubric, language: str, said: str) -> None:
    t = translator(language)
    assert left_in_words(list(rubric.practices.values()), language, t, alone=False) == said


def test_one_question_is_one_question(rubric: Rubric) -> None:
    one = list(rubric.practices.values())[:1]
    assert left_in_words(one, "en", translator("en"), alone=True) == "1 question left, about 1 minute"
