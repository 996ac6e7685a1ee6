"""What moved since an earlier assessment, and how it is said."""

from __future__ import annotations

from datetime import UTC, datetime

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


def test_topics_say_how_many_levels_they_moved_and_nothing_in_percent() -> None:
    view = said(
        {"a.one": 0, "a.two": 3, "b.three": 1, "c.four": 2},
        {"a.one": 2, "a.two": 2, "b.three": 1, "c.four": 3},
    )
    assert [(topic.id, topic.words) for topic in view.topics] == [
        ("a", "2 levels up · 1 level down"),
        ("b", "as it was"),
        ("c", "1 level up"),
    ]
    assert "%" not in repr(view)


def test_where_nothing_can_be_compared_it_says_so() -> None:
    assert said({"a.one": 1}, {"c.four": 1}).headline == "No question was answered both now and on 2 May 2026"
    assert said({"a.one": 1}, {"a.one": 1}).headline == "Since 2 May 2026 no practice has moved up yet"


def test_on_a_first_assessment_it_only_says_when_there_will_be_something_to_see() -> None:
    found, _, today = pair({}, {"a.one": 1, "b.three": 3, "c.four": 4})
    view = progress_view(found, today, None, score(found, today), EN)
    assert view.headline == "Assess again in half a year: then you see here what has moved."
    assert (view.details, view.topics, view.moved, view.same) == ((), (), (), "")
