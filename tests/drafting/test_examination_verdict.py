"""The verdict: a share of texts with its error bar, no kind hidden by the others, told when it stands."""

from __future__ import annotations

from collections.abc import Sequence
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngo_assist.drafting.examination.judging import Fault
from ngo_assist.drafting.examination.paper import exam
from ngo_assist.drafting.examination.verdict import (
    FAIL_EARLIEST,
    HARDLY,
    MARK,
    PASS_EARLIEST,
    SURER,
    Judged,
    by_kind,
    decide,
    needed,
    wilson,
)

KINDS = exam("en").kinds()


def told(judged: Sequence[Judged]) -> tuple[str | None, int]:
    """The verdict and after how many texts it stands."""
    for asked in range(len(judged) + 1):
        if verdict := decide(judged[:asked], KINDS):
            return verdict, asked
    return None, len(judged)


def texts(wrong: Sequence[int] = (), fault: Fault = "new", *, kept: bool = False) -> list[Judged]:
    """All texts right, but for those at the places `wrong`."""
    return [
        Judged(kind, fault, kept) if place in wrong else Judged(kind, None, True)
        for place, kind in enumerate(KINDS)
    ]


def test_the_interval_is_that_of_wilson() -> None:
    # By R: binom.confint(8, 10, conf.level = 0.95, methods = "wilson").
    low, high = wilson(8, 10, 1.959964)
    assert isclose(low, 0.4901625, abs_tol=1e-6)
    assert isclose(high, 0.9433178, abs_tol=1e-6)
    assert wilson(0, 0) == (0, 1)
    for asked in range(1, 40):
        for right in range(asked + 1):
            low, high = wilson(right, asked)
            assert 0 <= low <= right / asked + 1e-12
            assert right / asked - 1e-12 <= high <= 1


def test_what_is_needed_puts_the_whole_error_bar_above_the_mark() -> None:
    for asked in (24, 33):
        assert wilson(needed(asked), asked)[0] >= MARK > wilson(needed(asked) - 1, asked)[0]


def test_everything_right_passes_and_is_told_before_the_last_text() -> None:
    assert told(texts()) == ("pass", PASS_EARLIEST)


def test_nothing_right_fails_after_few_texts() -> None:
    verdict, asked = told(texts(range(len(KINDS))))
    assert verdict == "fail"
    assert asked == FAIL_EARLIEST


@pytest.mark.parametrize("kind", ["fact", "both", "name", "order", "step"])
def test_a_kind_that_is_always_wrong_fails_whatever_the_rest(kind: str) -> None:
    verdict, asked = told(texts([place for place, each in enumerate(KINDS) if each == kind]))
    assert verdict == "fail"
    assert asked <= len(KINDS)


def test_one_untrue_text_that_passed_the_guard_fails() -> None:
    assert told(texts([0], "turned", kept=True)) == ("fail", FAIL_EARLIEST)
    assert told(texts([20], "obeyed", kept=True)) == ("fail", 21)


def test_an_untrue_text_that_the_guard_refused_is_only_one_that_is_not_right() -> None:
    assert told(texts([0], "turned"))[0] == "pass"


def test_what_was_left_out_is_harmless_and_not_right() -> None:
    assert told(texts([0], "left-out", kept=True))[0] == "pass"
    assert by_kind(texts([0], "left-out", kept=True))["fact"] == (4, 5)


@given(st.lists(st.booleans(), min_size=len(KINDS), max_size=len(KINDS)))
def test_an_early_verdict_is_sure(right: list[bool]) -> None:
    judged = texts([place for place, good in enumerate(right) if not good])
    verdict, asked = told(judged)
    low, high = wilson(sum(right[:asked]), asked, SURER)[0], wilson(sum(right[:asked]), asked, HARDLY)[1]
    if verdict == "fail" and high >= MARK:
        # Then nothing that could follow would have helped.
        assert decide([*judged[:asked], *texts()[asked:]], KINDS) == "fail"
    if verdict == "pass" and asked < len(KINDS):
        assert low >= MARK


def test_no_verdict_is_told_before_there_are_enough_texts() -> None:
    for asked in range(FAIL_EARLIEST):
        assert decide(texts(range(len(KINDS)))[:asked], KINDS) is None


def test_every_kind_is_asked_for_at_least_three_times_before_a_model_passes() -> None:
    asked = by_kind(texts()[:PASS_EARLIEST])
    assert all(n >= 3 for _, n in asked.values())
    assert set(asked) == {"fact", "both", "name", "order", "step"}
