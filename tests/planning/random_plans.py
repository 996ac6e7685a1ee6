"""Random rubrics with branching ladders and prerequisites, random organisations and limits."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from ngo_assist.assessment.model import Assessment
from ngo_assist.rubric.model import Rubric
from tests.in_memory import action, assessment, practice, rubric

CONNECTIVITY = ["none", "occasional", "mobile", "steady"]


@st.composite
def ladders(draw: st.DrawFn, id: str, top: int, earlier: list[str]) -> list[dict[str, Any]]:
    """Actions by which every level can reach the top; some rungs have a second way."""
    actions = []
    for n, (low, high) in enumerate(draw(_rungs(top))):
        fields: dict[str, Any] = {
            "cost": draw(st.sampled_from(["free", "low", "medium", None])),
            "connectivity": draw(st.sampled_from(CONNECTIVITY)),
            "device": draw(st.sampled_from([None, "phone", "computer"])),
            "place": draw(st.sampled_from(["home", "home", "town"])),
            "relief": draw(st.integers(1, 3)),
        }
        if draw(st.integers(0, 9)) == 0:
            fields["brings"] = draw(st.sampled_from(CONNECTIVITY[1:]))
        if earlier and draw(st.integers(0, 3)) == 0:
            fields["requires"] = [draw(st.sampled_from(earlier))]
        days = draw(st.sampled_from([0.25, 0.5, 1, 2, 3, 7]))
        actions.append(action(f"{id}.a{n}", low, high, days, **fields))
    return actions


@st.composite
def _rungs(draw: st.DrawFn, top: int) -> list[tuple[int, int]]:
    rungs, level = [], 0
    while level < top:
        up = draw(st.integers(level + 1, min(top, level + 2)))
        rungs += [(level, up)] * draw(st.sampled_from([1, 1, 2]))
        level = up
    return rungs


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    top = draw(st.integers(1, 4))
    practices: list[dict[str, Any]] = []
    earlier: list[str] = []
    for n in range(draw(st.integers(1, 7))):
        id = f"{draw(st.sampled_from(['a', 'b']))}.p{n}"
        kind = draw(st.sampled_from(["duty", "foundation", "rest", "rest"]))
        fields: dict[str, Any] = {"weight": draw(st.sampled_from([0.5, 1.0, 2.0]))}
        if kind == "duty":
            fields["duty"] = "law"
            fields["duty_date"] = draw(st.sampled_from([None, "03-31", "02-28", "12-15"]))
        fields["foundation"] = kind == "foundation"
        fields["serves"] = draw(
            st.lists(st.sampled_from(["time", "money", "reach"]), max_size=2, unique=True)
        )
        # Only back to practices that are already there: a circle is what `rubric check` refuses.
        actions = draw(ladders(id, top, earlier))
        practices.append(practice(id, top=top, actions=actions, **fields))
        earlier += [a["id"] for a in actions]
    return rubric(*practices)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Rubric, Assessment, dict[str, Any]]:
    """A rubric, an assessment of it and limits."""
    made = draw(rubrics())
    answers: dict[str, int | str] = {}
    for id in made.practices:
        kind = draw(st.integers(0, 9))
        if kind == 0:
            answers[id] = "we have none"
        elif kind > 1:
            answers[id] = draw(st.integers(0, made.top))
    targets = draw(
        st.dictionaries(st.sampled_from([*made.practices, "a", "b"]), st.integers(0, made.top), max_size=3)
    )
    answered = assessment(
        made,
        answers,
        targets={id: t for id, t in targets.items() if id in made.practices or id in made.dimension_of},
        connectivity=draw(st.sampled_from(CONNECTIVITY)),
        device=draw(st.sampled_from(["phone", "shared", "own"])),
        settlement=draw(st.sampled_from(["village", "town"])),
        goal=draw(st.sampled_from(["time", "money", "reach", "safety", None])),
    )
    limits = {
        "start": draw(st.sampled_from(["2026-12-01", "2027-02-01", "2027-04-01"])),
        "months": draw(st.integers(1, 14)),
        "days_per_month": draw(st.sampled_from([0.5, 1.0, 2.0, 4.0])),
        "actions_per_month": draw(st.integers(1, 4)),
        "budget": draw(st.sampled_from([0, 50_000, 100_000, 600_000])),
    }
    return made, answered, limits
