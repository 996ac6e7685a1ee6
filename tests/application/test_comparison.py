"""What moved since an earlier assessment, and how it is said."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ngo_assist.application.comparison import Comparison, ProgressView, compare, progress_view
from ngo_assist.assessment.model import Answer, Assessment
from ngo_assist.assessment.scoring import score
from ngo_assist.i18n.translator import Translator
from ngo_assist.rubric.model import Rubric
from tests.in_memory import assessment, practice, rubric

EN = Translator("en")
THEN = datetime(2026, 5, 2, 12, tzinfo=UTC)
Given = dict[str, int | str | Answer]


def a_rubric() -> Rubric:
    return rubric(
        practice("a.one"),
        practice("a.two", weight=3),
        practice("b.three", duty="law"),
        practice("c.four"),
        weights={"b": 2},
    )


def pair(then: Given, now: Given, **targets: int) -> tuple[Rubric, Assessment, Assessment]:
    found = a_rubric()
    wanted = {id.replace("_", "."): level for id, level in targets.items()}
    earlier = assessment(found, then, targets=wanted).updated_with(finished=THEN, id="2026-05-02")
    return found, earlier, assessment(found, now)


def compared(then: Given, now: Given, **targets: int) -> Comparison:
    found, earlier, today = pair(then, now, **targets)
    return compare(found, earlier, score(found, today))


def said(then: Given, now: Given, **targets: int) -> ProgressView:
    found, earlier, today = pair(then, now, **targets)
    return progress_view(found, today, earlier, score(found, today), EN)


def test_only_what_was_answered_both_times_is_compared() -> None:
    changed = Answer(level=4, asked="en:0000")
    found = compared(
        {"a.one": 1, "a.two": changed, "b.three": "not for us"},
        {"a.one": 2, "a.two": 1, "b.three": 3, "c.four": 2},
    )
    assert [(m.practice.id, m.by) for m in found.moved] == [("a.one", 1)]
    assert found.new == 3


def test_what_went_up_and_down_is_counted_apart() -> None:
    found = compared({"a.one": 1, "a.two": 3, "b.three": 2}, {"a.one": 3, "a.two": 1, "b.three": 2})
    assert (found.up, found.down, len(found.moved)) == (1, 1, 3)
    assert (found.working_then, found.working_now) == (1, 1)


@pytest.mark.parametrize(
    ("then", "now", "target", "way"),
    [
        (1, 2, 3, 0.5),
        (1, 3, 3, 1.0),
        (1, 4, 3, 1.5),  # past the target
        (2, 1, 3, -1.0),
        (3, 4, 3, None),  # there was nothing to do
        (3, 3, 1, None),  # a target that was behind already asks for nothing
    ],
)
def test_progress_is_the_way_done_of_the_way_that_was_wanted(
    then: int, now: int, target: int, way: float | None
) -> None:
    found = compared({"a.one": then}, {"a.one": now}, a_one=target)
    assert found.dimensions == {"a": way}
    assert found.way == way


def test_heavier_practices_and_dimensions_weigh_more() -> None:
    found = compared(
        {"a.one": 0, "a.two": 0, "b.three": 0},
        {"a.one": 2, "a.two": 0, "b.three": 2},
        a_one=2,
        a_two=2,
        b_three=4,
    )
    # a = (1·2 + 3·0) / 4 of 2, b = 2 of 4; over both (1·0.5 + 2·2) / 3 of (1·2 + 2·4) / 3.
    assert found.dimensions == {"a": 0.25, "b": 0.5}
    assert found.way == pytest.approx((0.5 + 4) / (2 + 8))


def test_the_targets_of_then_count_and_not_those_of_now() -> None:
    found, earlier, today = pair({"a.one": 1}, {"a.one": 2}, a_one=2)
    today = today.updated_with(targets={"a.one": 4})
    assert compare(found, earlier, score(found, today)).way == 1.0


def test_it_begins_with_how_many_moved_up_and_since_when() -> None:
    view = said({"a.one": 1, "a.two": 3, "b.three": 2}, {"a.one": 3, "a.two": 3, "b.three": 4, "c.four": 0})
    assert view.headline == "Since 2 May 2026 2 practices have moved up"
    assert view.details == ("Already works: 1 of 3 then, 3 now", "1 is answered for the first time")
    assert view.same == "1 practice stands where it stood"


def test_what_stands_lower_is_said_without_a_verdict_and_last() -> None:
    view = said({"a.one": 1, "a.two": 3, "b.three": 0}, {"a.one": 2, "a.two": 2, "b.three": 3})
    assert "1 stands lower than then" in view.details
    assert [(m.practice, m.up) for m in view.moved] == [("b.three", True), ("a.one", True), ("a.two", False)]
    assert (view.moved[2].earlier_name, view.moved[2].level_name) == ("Level 3", "Level 2")
    assert view.moved[2].to_target == "target: Level 3"


def test_what_fell_has_no_negative_share() -> None:
    view = said({"a.one": 2}, {"a.one": 1})
    assert [(way.word, way.up, way.down) for way in view.ways] == [("still ahead", 0, 1)]


def test_where_nothing_can_be_compared_it_says_so() -> None:
    assert said({"a.one": 1}, {"c.four": 1}).headline == "No question was answered both now and on 2 May 2026"
    assert said({"a.one": 1}, {"a.one": 1}).headline == "Since 2 May 2026 no practice has moved up yet"


def test_without_an_earlier_assessment_it_shows_how_far_the_targets_are() -> None:
    found, _, today = pair({}, {"a.one": 1, "b.three": 3, "c.four": 4})
    view = progress_view(found, today, None, score(found, today), EN)
    # Targets 2, 4 and 4, of which one level each is missing in a and b.
    assert view.headline == "80% of the way to your targets"
    assert [(way.id, way.word) for way in view.ways] == [("a", "50%"), ("b", "75%"), ("c", "100%")]
    assert view.moved == ()


def test_nothing_to_do_is_said_and_is_no_error() -> None:
    found, _, today = pair({}, {"a.one": 0})
    today = today.updated_with(targets={"a.one": 0})
    view = progress_view(found, today, None, score(found, today), EN)
    assert view.headline == "Nothing to do: there are no targets yet."
    assert [(way.id, way.word) for way in view.ways] == [
        ("a", "nothing to do"),
        ("b", "not answered"),
        ("c", "not answered"),
    ]
