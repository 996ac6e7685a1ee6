"""What the answers mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngo_assist.assessment.model import Answer
from ngo_assist.assessment.scoring import percent_to_target, progress, score
from tests.in_memory import assessment, practice, rubric

FOUR = rubric(*(practice(f"d.p{n}") for n in range(4)))


def test_the_golden_case_of_percent_to_target() -> None:
    assert percent_to_target([(1, 3), (2, 3), (1, 2), (0, 2)]) == pytest.approx(0.4)
    answers = {"d.p0": 1, "d.p1": 2, "d.p2": 1, "d.p3": 0}
    targets = {"d.p0": 3, "d.p1": 3, "d.p2": 2, "d.p3": 2}
    assert score(FOUR, assessment(FOUR, answers, targets=targets)).percent_to_target == pytest.approx(0.4)


def test_with_nothing_to_do_there_is_no_percentage_and_no_error() -> None:
    assert percent_to_target([]) is None
    assert percent_to_target([(2, 0)]) is None
    assert progress(3, 2, 2) is None
    assert progress(3, 2, 4) == 0.5


def test_an_unanswered_practice_is_left_out_and_not_zero() -> None:
    scores = score(FOUR, assessment(FOUR, {"d.p0": 4, "d.p1": 2}))
    assert scores.overall == 3
    assert scores.complete == 0.5
    assert (scores.working, scores.answered) == (1, 2)
    assert [p.id for p in scores.left] == ["d.p2", "d.p3"]


def test_what_does_not_apply_is_settled_but_not_counted() -> None:
    scores = score(FOUR, assessment(FOUR, {"d.p0": 4, "d.p1": "we have no members"}))
    assert scores.overall == 4
    assert scores.complete == 0.5
    assert scores.practices["d.p1"].level is None


def test_means_are_weighted_within_and_across_dimensions() -> None:
    weighted = rubric(
        practice("a.x", weight=3.0), practice("a.y"), practice("b.z"), weights={"a": 1.0, "b": 3.0}
    )
    scores = score(weighted, assessment(weighted, {"a.x": 4, "a.y": 0, "b.z": 1}))
    assert scores.dimensions["a"].score == 3
    assert scores.overall == (3 * 1 + 1 * 3) / 4


def test_the_default_target_is_one_up_and_for_a_duty_at_least_where_it_works() -> None:
    mixed = rubric(practice("d.plain"), practice("d.law", duty="law"), practice("d.top"))
    scores = score(mixed, assessment(mixed, {"d.plain": 1, "d.law": 0, "d.top": 4}))
    assert {id: s.target for id, s in scores.practices.items()} == {"d.plain": 2, "d.law": 3, "d.top": 4}


def test_a_target_for_the_dimension_counts_where_the_practice_has_none() -> None:
    scores = score(FOUR, assessment(FOUR, {"d.p0": 1, "d.p1": 1}, targets={"d": 4, "d.p1": 2}))
    assert (scores.practices["d.p0"].target, scores.practices["d.p1"].target) == (4, 2)


def test_no_average_hides_a_duty() -> None:
    law = rubric(
        practice("d.low", duty="law"),
        practice("d.none", duty="law"),
        practice("d.na", duty="law"),
        practice("d.fine", duty="law"),
        practice("d.other"),
    )
    scores = score(law, assessment(law, {"d.low": 2, "d.na": "we hold no data", "d.fine": 3, "d.other": 4}))
    assert [(d.practice.id, d.standing, d.reason) for d in scores.duties] == [
        ("d.low", "level", ""),
        ("d.none", "unanswered", ""),
        ("d.na", "not_applicable", "we hold no data"),
    ]


def test_quick_mode_counts_only_its_practices_but_still_names_every_duty() -> None:
    mixed = rubric(practice("d.q", quick=True), practice("d.law", duty="law"), practice("d.slow"))
    scores = score(mixed, assessment(mixed, {"d.q": 3}, mode="quick"))
    assert (scores.answered, scores.complete) == (1, 1.0)
    assert [duty.practice.id for duty in scores.duties] == ["d.law"]


def test_an_answer_to_a_question_that_changed_is_kept_but_not_counted() -> None:
    asked = FOUR.practices["d.p0"].asked("en")
    changed = rubric(practice("d.p0", question={"en": "Something else?"}), practice("d.p1"))
    scores = score(
        changed,
        assessment(changed, {"d.p0": Answer(level=4, asked=asked, note="kept"), "d.p1": 2, "d.gone": 3}),
    )
    assert scores.practices["d.p0"].standing == "changed"
    assert scores.practices["d.p0"].answer is not None
    assert scores.overall == 2
    assert [p.id for p in scores.left] == ["d.p0"]
    assert scores.strange == ("d.gone",)


def test_a_corrected_translation_leaves_the_answer_counted() -> None:
    def with_russian(words: str) -> object:
        return rubric(
            practice("d.p", question={"en": "How is it?", "ru": words}), languages=["en", "ru"]
        ).practices["d.p"]

    before, after = with_russian("Как дела?"), with_russian("Как обстоят дела?")
    assert after.asked_same(before.asked("en"))  # type: ignore[attr-defined]
    assert not after.asked_same(before.asked("ru"))  # type: ignore[attr-defined]


@pytest.mark.parametrize(("levels", "working_from"), [(2, 1), (3, 1), (4, 2), (5, 3), (7, 5)])
def test_a_practice_works_one_below_the_top_unless_the_rubric_says_otherwise(
    levels: int, working_from: int
) -> None:
    small = rubric(practice("d.p", top=levels - 1))
    assert small.working_from == working_from
    assert score(small, assessment(small, {"d.p": working_from})).working == 1
    assert score(small, assessment(small, {"d.p": working_from - 1})).working == 0


@given(st.dictionaries(st.sampled_from(["d.p0", "d.p1", "d.p2", "d.p3"]), st.integers(0, 4)))
def test_scores_stay_in_range_and_a_better_answer_never_lowers_them(answers: dict[str, int]) -> None:
    scores = score(FOUR, assessment(FOUR, answers))
    assert 0 <= scores.complete <= 1
    assert (scores.overall is None) == (not answers)
    for id, level in answers.items():
        better = score(FOUR, assessment(FOUR, {**answers, id: min(4, level + 1)}))
        assert scores.overall is not None
        assert better.overall is not None
        assert 0 <= scores.overall <= better.overall <= 4
        assert better.working >= scores.working


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6))))
def test_percent_to_target_is_a_share(pairs: list[tuple[int, int]]) -> None:
    share = percent_to_target(pairs)
    if share is None:
        assert sum(target for _, target in pairs) == 0
    else:
        assert 0 <= share <= 1
        assert (share == 1) == all(level >= target for level, target in pairs)
