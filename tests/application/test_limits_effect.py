from ngo_assist.application.limits_effect import effect
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.model import Plan
from tests.in_memory import assessment, plan
from tests.tui.planned import ANSWERS, small_rubric

EN = Translator("en")
RUBRIC = small_rubric()


def planned(**limits: object) -> Plan:
    return plan(RUBRIC, assessment(RUBRIC, ANSWERS), **limits)  # type: ignore[arg-type]


def test_the_effect_counts_what_fits_and_what_waits() -> None:
    made = planned()
    found = effect(made, None, EN)
    assert found.fits == f"{len(made.actions)} actions fit"
    assert found.waits == "2 wait"
    assert found.reasons == ("1 · needs a better connection than there is", "1 · does not fit the budget")
    assert found.first == made.actions[0].title
    assert (found.goes, found.comes, found.moved) == ((), (), "")


def test_money_and_the_last_month_are_said() -> None:
    found = effect(planned(budget=300_000), None, EN)
    assert found.money == "300,000\u00a0₸ of 300,000\u00a0₸"
    assert found.last == "March 2027"
    assert [month.days for month in found.months][:3] == [1.5, 0.5, 0.5]


def test_what_moves_to_later_and_what_comes_in_is_named() -> None:
    before, narrow, rich = planned(), planned(months=1, actions_per_month=1), planned(budget=300_000)
    less = effect(narrow, before, EN)
    gone = len(before.actions) - len(narrow.actions)
    assert len(less.goes) == 3
    assert less.goes[-1] == f"and {gone - 2} more"
    assert less.comes == ()
    more = effect(rich, before, EN)
    assert more.comes == ("“Do reach.hall.to1”",)
    assert more.goes == ()


def test_who_changes_only_its_month_is_counted() -> None:
    before = planned()
    assert effect(planned(actions_per_month=1), before, EN).moved.endswith("another month")
    assert effect(before, before, EN).moved == ""


def test_limits_that_let_nothing_through_are_no_error() -> None:
    found = effect(planned().updated_with(actions=(), later=()), None, EN)
    assert (found.fits, found.waits, found.days, found.first, found.last) == (
        "No action fits",
        "Nothing has to wait",
        "",
        "",
        "",
    )
