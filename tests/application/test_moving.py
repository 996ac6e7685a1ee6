from pathlib import Path

from ngo_assist.application.session import Session
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.model import Plan
from tests.tui.planned import session

EN = Translator("en")


def plan_of(made: Session) -> Plan:
    assert made.plans.plan is not None
    return made.plans.plan


def test_every_month_says_what_an_action_would_break_there(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    law = next(action for action in plan_of(made).actions if action.duty)
    choices = made.plans.months(law.id, EN)
    assert [choice.title for choice in choices][:2] == ["December 2026", "January 2027"]
    assert [choice.here for choice in choices] == [choice.start == law.start for choice in choices]
    date = "Belongs in the two months before its date: 31 March."
    assert [date in choice.breaks for choice in choices] == [True, True, False, False, True, True]


def test_a_month_outside_the_plan_is_among_the_choices_if_the_action_is_there(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    id = plan_of(made).actions[0].id
    made.plans.move(id, plan_of(made).limits.start.replace(year=2028))
    choices = made.plans.months(id, EN)
    assert (len(choices), choices[-1].title, choices[-1].here) == (7, "December 2028", True)


def test_what_waits_can_be_taken_and_says_what_that_breaks(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    later = next(each for each in plan_of(made).later if each.reason == "budget")
    choice = made.plans.months(later.id, EN)[1]
    assert choice.breaks == ("Money: 300,000\u00a0₸ in all; the limit is 100,000\u00a0₸.",)
    before = plan_of(made)
    made.plans.move(later.id, choice.start)
    taken = made.plans.action(later.id)
    assert (taken.start, taken.pinned, taken.origin["why_here"]) == (choice.start, ("start",), "rubric")
    assert made.plans.broken_since(before, EN, about=later.id) == choice.breaks
    assert made.plans.waiting(later.id, EN) is None
    made.plans.undo()
    assert plan_of(made) == before


def test_planning_again_keeps_what_was_taken_from_later(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    later = plan_of(made).later[0]
    start = made.plans.months(later.id, EN)[2].start
    made.plans.move(later.id, start)
    made.plans.edit(later.id, "title", "As we call it")
    made.plans.make(made.plans.limits)
    assert (made.plans.action(later.id).start, made.plans.action(later.id).title) == (start, "As we call it")


def test_what_the_answers_no_longer_ask_for_has_no_month(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    later = plan_of(made).later[0]
    made.answer(later.practice, 4)
    assert made.plans.months(later.id, EN) == []
    before = plan_of(made)
    made.plans.move(later.id, before.limits.start)
    assert plan_of(made) is before


def test_dropping_says_what_stood_on_it(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    first, after = [action for action in plan_of(made).actions if action.duty]
    before = plan_of(made)
    made.plans.set_status(first.id, "dropped")
    assert made.plans.broken_since(before, EN, about=first.id) == (
        f"“{after.title}” stands on it, and would have to wait.",
    )


def test_the_summary_counts_what_is_in_the_plan_now(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    count, later = len(plan_of(made).actions), plan_of(made).later
    assert f"This plan has {count} actions." in plan_of(made).summary.text
    made.plans.move(later[0].id, plan_of(made).limits.start)
    assert f"This plan has {count + 1} actions." in plan_of(made).summary.text
    assert "1 more action waits for later." in plan_of(made).summary.text
    made.plans.set_status(later[0].id, "dropped")
    assert f"This plan has {count} actions." in plan_of(made).summary.text
    first = plan_of(made).actions[0].id
    made.plans.edit(first, "title", "Copy it all")
    assert "“Copy it all”" in plan_of(made).summary.text


def test_a_persons_summary_is_left_alone_and_a_models_goes_when_it_no_longer_holds(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    first = plan_of(made).actions[0].id
    made.plans.set_summary("We begin small.")
    made.plans.set_status(first, "dropped")
    assert plan_of(made).summary.text == "We begin small."
    made.plans.set_summary_back()
    summary = plan_of(made).summary.updated_with(text="A model counted.", origin="model")
    made.plans._take(plan_of(made).updated_with(summary=summary))
    made.plans.edit(plan_of(made).actions[1].id, "owner", "Dana")
    assert plan_of(made).summary.origin == "model"
    made.plans.set_status(first, "todo")
    assert plan_of(made).summary.origin == "rubric"
