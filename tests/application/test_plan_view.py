from datetime import date

from ngo_assist.application.action_view import action_fields, because_line, from_answer, typed_value
from ngo_assist.application.plan_edit import with_status
from ngo_assist.application.plan_times import with_start
from ngo_assist.application.plan_view import PlanView
from ngo_assist.application.plan_view import plan_view as viewed
from ngo_assist.application.timeline import timeline
from ngo_assist.assessment.model import Answer
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.model import Drafting, Plan
from ngo_assist.rubric.model import Rubric
from tests.in_memory import assessment, plan
from tests.tui.planned import ANSWERS, small_rubric

EN = Translator("en")
TODAY = date(2026, 11, 23)


def plan_view(made: Plan, found: Rubric, t: Translator, today: date = TODAY) -> PlanView:
    return viewed(made, found, t, today)


def planned(**limits: object) -> tuple[Rubric, Plan]:
    found = small_rubric()
    return found, plan(found, assessment(found, ANSWERS), **limits)


def test_every_action_stands_in_the_month_in_which_it_begins() -> None:
    found, made = planned()
    months = plan_view(made, found, EN).months
    assert [m.start for m in months] == sorted({a.start for a in made.actions})
    assert [line.id for month in months for line in month.actions] == [a.id for a in made.actions]


def test_what_waits_says_why_in_plain_words() -> None:
    found, made = planned()
    waiting = {w.id: w.reason for w in plan_view(made, found, EN).waiting}
    assert waiting["reach.hall.to1"] == "does not fit the budget"
    assert waiting["reach.calls.to1"] == "needs a better connection than there is"


def test_what_waits_for_something_else_names_it() -> None:
    found, made = planned()
    later = made.later[0].model_copy(update={"reason": "requires", "waits_for": ("care.backup.to2",)})
    made = made.updated_with(later=(later,))
    reason = plan_view(made, found, EN).waiting[0].reason
    assert reason == (
        "waits for something that is not in this plan: "
        "“Copy the main files to a USB stick every week” comes first"
    )


def test_a_dropped_action_takes_no_days() -> None:
    found, made = planned()
    dropped = made.actions[0].updated_with(status="dropped", effort_days=50)
    made = made.updated_with(actions=(dropped, *made.actions[1:]))
    view = plan_view(made, found, EN)
    assert view.months[0].load == "1 of 2 days"
    assert view.headline.startswith(f"{len(made.actions) - 1} actions")


def test_a_texts_origin_is_marked_the_persons_before_the_models() -> None:
    found, made = planned()
    origins = ({"why_here": "model"}, {"why_here": "model", "title": "person"}, {"why_here": "rubric"})
    actions = [a.updated_with(origin=o) for a, o in zip(made.actions, origins, strict=False)]
    view = plan_view(made.updated_with(actions=tuple(actions[:3])), found, EN)
    marks = [line.origin_mark for month in view.months for line in month.actions]
    assert marks == ["≈", "✎", " "]


def test_words_of_a_model_that_passed_nothing_are_told_apart() -> None:
    found, made = planned()
    drafted = made.actions[0].updated_with(origin={"why_here": "model", "first_step": "rubric"})
    made = made.updated_with(
        actions=(drafted, *made.actions[1:]), drafting=Drafting(model="tiny", verdict="none", drafted=1)
    )
    assert plan_view(made, found, EN).words == (
        "1 text was written by tiny on this computer: read it before you send the plan. "
        "It has not passed its examination."
    )
    assert plan_view(planned()[1], found, EN).words == ""


def test_why_an_action_stands_where_it_stands_is_said_from_its_answer() -> None:
    found, made = planned()
    consent = next(a for a in made.actions if a.practice == "care.consent")
    assert because_line(consent, made, found, EN) == (
        "its date falls into these months · a legal duty · can be done at once"
    )
    answers = assessment(
        found, {**ANSWERS, "care.consent": Answer(level=1, note="on  paper", confidence="unsure")}
    )
    answer = from_answer(consent, found, answers, EN)
    assert answer is not None
    assert (answer.question, answer.level_name, answer.level_text) == (
        "Do people agree in writing?",
        "Level 1",
        "care.consent at 1.",
    )
    assert (answer.note, answer.unsure) == ("on paper", True)
    assert (answer.to_name, answer.to_text) == ("Level 2", "care.consent at 2.")


def test_an_action_whose_answer_was_taken_back_comes_from_none() -> None:
    found, made = planned()
    assert from_answer(made.actions[0], found, assessment(found, {}), EN) is None


def test_every_field_shows_whose_words_it_holds() -> None:
    action = (
        planned()[1]
        .actions[0]
        .updated_with(
            origin={"why_here": "model", "title": "person"}, pinned=("title", "owner"), owner="Aigul"
        )
    )
    words = {field.name: field.whose for field in action_fields(action, "KZT", EN)}
    assert words["why_here"] == "≈ the model's words"
    assert words["title"] == "✎ your words"
    assert words["first_step"] == "the rubric's words"
    assert words["owner"] == "✎ set by you"
    assert words["role"] == words["status"] == ""


def test_a_field_is_typed_as_plain_numbers_and_days() -> None:
    action = planned()[1].actions[0].updated_with(effort_days=1.5, cost=50_000, done_on=date(2026, 12, 3))
    typed = {name: typed_value(action, name) for name in ("effort_days", "cost", "due", "done_on", "risk")}
    assert typed == {
        "effort_days": "1.5",
        "cost": "50000",
        "due": "2026-12-31",
        "done_on": "2026-12-03",
        "risk": "",
    }


def test_a_month_says_how_much_of_it_is_done_and_whether_it_is_too_full() -> None:
    found, made = planned()
    first = made.actions[0]
    done = with_status(made, first.id, "done", TODAY)
    month = plan_view(done, found, EN, date(2026, 12, 9)).months[0]
    assert (month.now, month.done, month.full) == (True, f"1 of {len(month.actions)} done", False)
    crowded = made
    for action in made.actions:
        crowded = with_start(crowded, action.id, first.start)
    month = plan_view(crowded, found, EN).months[0]
    assert month.full
    assert month.load == "2.5 of 2 days"


def test_what_is_over_and_not_done_says_so() -> None:
    found, made = planned()
    lines = [line for month in plan_view(made, found, EN, date(2027, 1, 1)).months for line in month.actions]
    assert [line.late for line in lines] == [action.start < date(2027, 1, 1) for action in made.actions]
    done = made
    for action in made.actions:
        done = with_status(done, action.id, "done", TODAY)
    assert not any(
        line.late for m in plan_view(done, found, EN, date(2028, 1, 1)).months for line in m.actions
    )


def test_an_action_says_what_it_breaks_where_it_stands() -> None:
    found, made = planned()
    law, after = [action for action in made.actions if action.duty]
    moved = with_start(made, law.id, date(2027, 5, 1))
    lines = {line.id: line.breaks for month in plan_view(moved, found, EN).months for line in month.actions}
    assert {id: breaks for id, breaks in lines.items() if breaks} == {
        law.id: ("Belongs in the two months before its date: 31 March.",),
        after.id: (f"First comes “{law.title}”, which ends in: May 2027.",),
    }


def test_the_timeline_has_a_column_for_each_month_and_a_bar_for_each_action() -> None:
    found, made = planned()
    laid = timeline(made, found, EN, TODAY)
    assert [column.name for column in laid.columns] == ["Dec", "Jan", "Feb", "Mar", "Apr", "May"]
    for bar, action in zip(laid.bars, made.actions, strict=True):
        assert laid.columns[bar.first].start == action.start
    assert sum(column.all for column in laid.columns) == len(made.actions)


def test_what_lies_beyond_the_plan_has_columns_too() -> None:
    found, made = planned(months=2)
    moved = with_start(made, made.actions[0].id, date(2027, 4, 1))
    moved = with_start(moved, made.actions[1].id, date(2026, 11, 1))
    laid = timeline(moved, found, EN, TODAY)
    assert [column.name for column in laid.columns] == ["Nov", "Dec", "Jan", "Feb", "Mar", "Apr"]
    assert [bar.id for bar in laid.bars if bar.broken] == [made.actions[1].id, made.actions[0].id]
