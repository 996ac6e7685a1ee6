from ngo_assist.application.results_view import results_view
from ngo_assist.assessment.model import Answer, Assessment
from ngo_assist.assessment.scoring import level_reached
from ngo_assist.i18n.translator import Translator
from ngo_assist.report.amounts import effort
from ngo_assist.rubric.model import Rubric
from tests.in_memory import assessment, plan, practice, rubric

EN = Translator("en")


def a_rubric() -> Rubric:
    return rubric(
        practice("a.one"),
        practice("a.two"),
        practice("b.three", duty="law", duty_date="03-31"),
        practice("c.four"),
    )


def of(answers: dict[str, int | str | Answer]) -> tuple[Rubric, Assessment]:
    found = a_rubric()
    return found, assessment(found, answers)


def test_what_already_works_is_said_first() -> None:
    found, given = of({"a.one": 3, "a.two": 1, "b.three": 4, "c.four": 0})
    assert results_view(found, given, EN).headline == "2 of 4 already work"


def test_one_that_works_reads_as_one() -> None:
    found, given = of({"a.one": 3, "a.two": 1})
    assert results_view(found, given, EN).headline == "1 of 2 already works"


def test_where_none_works_yet_what_is_begun_is_counted() -> None:
    found, given = of({"a.one": 2, "a.two": 1, "b.three": 0, "c.four": 0})
    assert results_view(found, given, EN).headline == "2 of 4 are begun; none works by itself yet"
    found, given = of({"a.one": 0, "a.two": 0})
    assert results_view(found, given, EN).headline.startswith("0 of 2 are begun")


def test_nothing_answered_is_no_zero() -> None:
    found, given = of({})
    view = results_view(found, given, EN)
    assert view.headline == "Nothing is answered yet"
    assert view.share_working is None
    assert view.left == 4
    assert all(bar.share is None and bar.level_name == "not answered" for bar in view.bars)


def test_a_bar_never_names_a_level_that_is_not_reached() -> None:
    found, given = of({"a.one": 2, "a.two": 3})
    bar = results_view(found, given, EN).bars[0]
    assert (bar.level, bar.level_name, bar.share) == (2, "Level 2", 2.5 / 4)


def test_a_topic_that_does_not_apply_is_not_called_unanswered() -> None:
    found, given = of({"a.one": 2, "c.four": "we have none"})
    names = {bar.id: bar.level_name for bar in results_view(found, given, EN).bars}
    assert (names["b"], names["c"]) == ("not answered", "does not apply")


def test_rounding_forgives_the_last_bit_of_a_float() -> None:
    assert level_reached(3 - 1e-12, a_rubric()) == 3
    assert level_reached(2.99, a_rubric()) == 2


def test_a_duty_that_does_not_work_shows_its_level_date_and_source() -> None:
    found, given = of({"b.three": 1})
    duty = results_view(found, given, EN).duties[0]
    assert duty.tone == "open"
    assert duty.standing == "Now: Level 1 · due each year by 31 March"
    assert duty.source == "Source: law, read on 1 January 2026. Check the current text."


def test_an_unanswered_duty_is_shown_too() -> None:
    found, given = of({"a.one": 4})
    assert results_view(found, given, EN).duties[0].standing.startswith("Not answered yet")


def test_a_duty_said_not_to_apply_is_shown_with_its_reason() -> None:
    found, given = of({"b.three": "we sign nothing"})
    duty = results_view(found, given, EN).duties[0]
    assert duty.tone == "aside"
    assert "we sign nothing" in duty.standing


def test_a_duty_that_works_is_no_alert() -> None:
    found, given = of({"b.three": 3})
    assert results_view(found, given, EN).duties == ()


def test_strengths_are_what_can_be_seen_the_highest_first() -> None:
    found, given = of({"a.one": 3, "a.two": 4, "c.four": 2})
    assert [s.text for s in results_view(found, given, EN).strengths] == ["a.two at 4.", "a.one at 3."]


def test_where_to_start_is_the_beginning_of_the_plan() -> None:
    found, given = of({"a.one": 0, "a.two": 0, "b.three": 0, "c.four": 0})
    planned = plan(found, given)
    view = results_view(found, given, EN, plan=planned)
    assert [s.title for s in view.start] == [a.title for a in planned.actions[:3]]
    assert view.waiting == ""


def test_with_nothing_left_to_do_it_says_so() -> None:
    found, given = of({"a.one": 4, "a.two": 4, "b.three": 4, "c.four": 4})
    view = results_view(found, given, EN, plan=plan(found, given))
    assert view.headline == "All 4 practices already work"
    assert view.waiting == "All that you answered stands where you want it."


def test_an_answer_to_a_changed_question_is_asked_again() -> None:
    found, given = of({"a.one": Answer(level=2, asked="en:0000"), "a.two": 3})
    view = results_view(found, given, EN)
    assert [(a.practice, a.can_ask) for a in view.again] == [("a.one", True)]
    assert view.headline == "1 practice, and it already works"


def test_short_efforts_are_said_in_words() -> None:
    assert [effort(days, EN) for days in (0.25, 0.5, 1, 1.5)] == [
        "two hours",
        "half a day",
        "1 day",
        "1.5 days",
    ]
