from ngo_assist.application.action_view import action_fields, because_line
from ngo_assist.application.plan_view import effect, plan_view
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.model import Drafting, Plan
from ngo_assist.rubric.model import Rubric
from tests.in_memory import assessment, plan
from tests.tui.planned import ANSWERS, small_rubric

EN = Translator("en")


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


def test_the_effect_counts_what_fits_and_what_waits() -> None:
    _, made = planned()
    found = effect(made, EN)
    assert found.fits == f"{len(made.actions)} actions fit"
    assert found.waits == "2 wait"
    assert found.reasons == ("1 · needs a better connection than there is", "1 · does not fit the budget")
    assert found.first == made.actions[0].title


def test_limits_that_let_nothing_through_are_no_error() -> None:
    _, made = planned()
    found = effect(made.updated_with(actions=(), later=()), EN)
    assert (found.fits, found.waits, found.load, found.first) == (
        "No action fits",
        "Nothing has to wait",
        "",
        "",
    )


def test_a_dropped_action_takes_no_days() -> None:
    found, made = planned()
    dropped = made.actions[0].updated_with(status="dropped", effort_days=50)
    made = made.updated_with(actions=(dropped, *made.actions[1:]))
    view = plan_view(made, found, EN)
    assert "5" not in view.months[0].load
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
    assert "a legal duty · the level now: Level 1" in because_line(consent, made, found, EN)


def test_every_field_shows_whose_words_it_holds() -> None:
    action = (
        planned()[1]
        .actions[0]
        .updated_with(
            origin={"why_here": "model", "title": "person"}, pinned=("title", "owner"), owner="Aigul"
        )
    )
    words = {field.name: field.origin_word for field in action_fields(action, EN)}
    assert words["why_here"] == "written by the model on this computer"
    assert words["title"] == "written by a person"
    assert words["first_step"] == "the rubric's words"
    assert words["owner"] == "set by you"
    assert words["role"] == words["status"] == ""
