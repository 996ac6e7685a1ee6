from datetime import date
from pathlib import Path

from ngo_assist.application.plan_steps import step_words
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.model import Plan
from tests.tui.planned import session

EN = Translator("en")


def test_a_step_is_named_by_what_it_changes(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)

    def now() -> Plan:
        assert made.plans.plan is not None
        return made.plans.plan

    action, later = now().actions[0], now().later[0]
    title = f"“{action.title}”"
    for change, said in (
        (lambda: made.plans.set_status(action.id, "done"), f"{title}: done"),
        (lambda: made.plans.move(action.id, date(2027, 2, 1)), f"{title}: February 2027"),
        (lambda: made.plans.edit(action.id, "owner", "Aigul"), f"{title}: Who answers for it (a name)"),
        (lambda: made.plans.set_summary("Ours."), "the text “In short”"),
        (lambda: made.plans.move(later.id, date(2027, 2, 1)), f"“{later.title}”: taken into the plan"),
        (lambda: made.plans.make(made.plans.limits.updated_with(months=9)), "planning again"),
    ):
        before = now()
        change()
        assert step_words(before, now(), EN) == said


def test_a_step_over_many_actions_is_named_by_their_number(tmp_path: Path) -> None:
    plan = session(tmp_path, plan=True).plans.plan
    assert plan is not None
    done = tuple(action.updated_with(status="done") for action in plan.actions)
    assert step_words(plan, plan.updated_with(actions=done), EN) == f"changes in {len(done)} actions"
    written = tuple(a.updated_with(origin={**a.origin, "why_here": "model"}) for a in plan.actions)
    assert step_words(plan, plan.updated_with(actions=written), EN) == "words by a model"
