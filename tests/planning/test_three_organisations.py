"""Three organisations that differ, and the plans they get: to be read in `tests/planning/three/`.

After a change of the rubric or the rules, `NGO_ASSIST_WRITE_EXPECTED=1` writes the files anew; read them
before they are committed.
"""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ngo_assist.assessment.model import Answer, Assessment, Profile, RubricRef
from ngo_assist.planning.limits import default_limits
from ngo_assist.planning.model import Plan, PlannedAction
from ngo_assist.planning.plan import make_plan
from ngo_assist.rubric.load import load_rubric, shipped
from ngo_assist.rubric.model import Rubric
from tests.in_memory import NOON

PLANS = Path(__file__).parent / "three"

PROFILES = {
    # One woman for people with disabilities, in a village with mobile internet only.
    "saule": Profile(
        name="Saule",
        region="KZ-63",
        settlement="village",
        paid_staff=1,
        volunteers=0,
        people_reached=40,
        connectivity="mobile",
        device="phone",
        languages=("kk", "ru"),
        goal="reach",
    ),
    # Six people and a youth club in a town.
    "bastau": Profile(
        name="Bastau",
        region="KZ-55",
        settlement="town",
        paid_staff=6,
        volunteers=20,
        people_reached=500,
        connectivity="steady",
        device="shared",
        languages=("ru", "kk"),
        goal="time",
    ),
    # Fifteen people and ecology in a city.
    "taza-su": Profile(
        name="Taza Su",
        region="KZ-75",
        settlement="city",
        paid_staff=15,
        volunteers=60,
        people_reached=5000,
        connectivity="steady",
        device="own",
        languages=("ru", "en"),
        goal="reporting",
    ),
}
LEVELS = {
    "saule": (0, 1, 0, 0, 1, 1, 0, 1, 1, 1, 0, 1),
    "bastau": (1, 1, 2, 0, 2, 2, 1, 0, 2, 2, 2, 0),
    "taza-su": (3, 2, 1, 1, 3, 2, 3, 2, 3, 3, 2, 1),
}


@cache
def socialtech() -> Rubric:
    return load_rubric(shipped("socialtech"))


def assessment_of(slug: str) -> Assessment:
    rubric = socialtech()
    answers = zip(rubric.of_mode("quick"), LEVELS[slug], strict=True)
    return Assessment(
        id="2026-11-23",
        rubric=RubricRef(id=rubric.id, version=rubric.version),
        mode="quick",
        language="en",
        started=NOON,
        organisation=PROFILES[slug],
        answers={practice.id: Answer(level=level) for practice, level in answers},
    )


@cache
def plan_of(slug: str) -> Plan:
    assessment = assessment_of(slug)
    return make_plan(
        socialtech(),
        assessment,
        default_limits(socialtech(), assessment, date(2026, 11, 23)),
        language="en",
        created=NOON,
        uid="u",
        id="2026-11-23",
        ask_values={"organisation": assessment.organisation.name},
    )


def as_text(plan: Plan) -> str:
    """The plan in the shape in which one reads it at a glance."""
    limits, lines = plan.limits, []
    lines.append(f"{plan.organisation.name}: {plan.scores.working} of {plan.scores.answered} already work")
    lines.append(f"{limits.days_per_month:g} days and {limits.actions_per_month} actions a month")
    for start in sorted({action.start for action in plan.actions}):
        lines.append(f"\n{start:%B %Y}")
        for action in plan.actions:
            if action.start == start:
                step = f"{action.from_level}→{action.to_level}"
                because = ", ".join(action.because)
                lines.append(f"  {action.title} [{action.id} {step}, {action.effort_days:g} d] {because}")
    lines += ["", "Later"] * bool(plan.later)
    lines += [f"  {later.title} [{later.id}] {later.reason}" for later in plan.later]
    lines += ["", "Asks", *(f"  {ask.title}" for ask in plan.asks)]
    return "\n".join(lines) + "\n"


def first_quarter(plan: Plan) -> list[PlannedAction]:
    quarter = sorted({action.start for action in plan.actions})[:3]
    return [action for action in plan.actions if action.start in quarter]


@pytest.mark.parametrize("slug", PROFILES)
def test_the_plan_is_the_one_that_was_read(slug: str) -> None:
    path = PLANS / f"{slug}.txt"
    if os.environ.get("NGO_ASSIST_WRITE_EXPECTED"):
        path.write_text(as_text(plan_of(slug)), encoding="utf-8")
    assert as_text(plan_of(slug)) == path.read_text(encoding="utf-8")


def test_the_plans_differ_from_the_first_month() -> None:
    firsts = []
    for slug in PROFILES:
        plan = plan_of(slug)
        firsts.append(frozenset(action.id for action in plan.actions if action.start == plan.limits.start))
    assert len(set(firsts)) == 3


@pytest.mark.parametrize("slug", PROFILES)
def test_the_first_quarter_holds_law_ground_and_what_the_leader_came_for(slug: str) -> None:
    because = [reason for action in first_quarter(plan_of(slug)) for reason in action.because]
    assert "duty" in because
    assert "foundation" in because
    assert "goal" in because


@pytest.mark.parametrize("slug", PROFILES)
def test_every_first_month_opens_with_something_that_can_be_done_at_once(slug: str) -> None:
    assert "opens" in plan_of(slug).actions[0].because
