"""A plan of the full rubric from loaded objects, no model: at most 50 ms.

The shipped rubric is measured as it is, and a rubric of 45 practices with 150 actions and more beside it,
so that the number stands for the full size whatever ships today.
"""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.measure import Number, ratio, seconds
from ngo_assist.assessment.model import Answer, Assessment, Profile, RubricRef
from ngo_assist.planning.limits import default_limits
from ngo_assist.planning.model import Limits
from ngo_assist.planning.plan import make_plan
from ngo_assist.rubric.load import load_rubric, shipped
from ngo_assist.rubric.model import Rubric

FULL = 45


def widened(rubric: Rubric, practices: int) -> Rubric:
    """Return the rubric with its practices copied under new ids until there are as many as asked."""
    dimensions, have = list(rubric.dimensions), len(rubric.practices)
    copy = 0
    while have < practices:
        copy += 1
        for number, dimension in enumerate(rubric.dimensions):
            for practice in dimension.practices[: max(0, practices - have)]:
                id = f"{practice.id}-{copy}"
                actions = tuple(
                    action.model_copy(update={"id": f"{id}.{action.id.rpartition('.')[2]}", "requires": ()})
                    for action in practice.actions
                )
                extra = practice.model_copy(update={"id": id, "actions": actions})
                grown = dimensions[number]
                dimensions[number] = grown.model_copy(update={"practices": (*grown.practices, extra)})
                have += 1
    return Rubric(header=rubric.header, dimensions=tuple(dimensions))


def answered(rubric: Rubric) -> Assessment:
    """Return an assessment with every practice answered, at levels that leave much to do."""
    now = datetime(2026, 11, 23, tzinfo=UTC)
    return Assessment(
        id="2026-11-23",
        rubric=RubricRef(id=rubric.id, version=rubric.version),
        language="en",
        started=now,
        organisation=Profile(name="Umit", connectivity="mobile", settlement="village", paid_staff=5),
        answers={id: Answer(level=n % (rubric.top - 1)) for n, id in enumerate(rubric.practices)},
    )


def run() -> list[Number]:
    """Measure planning against parsing one dimension's file with the standard library."""
    folder = shipped("socialtech")
    rubric = load_rubric(folder)
    numbers = []
    for label, made in (("as shipped", rubric), (f"{FULL} practices", widened(rubric, FULL))):
        assessment = answered(made)
        limits = default_limits(made, assessment, date(2026, 11, 23))

        def plan(made: Rubric = made, answers: Assessment = assessment, limits: Limits = limits) -> float:
            return seconds(
                lambda: make_plan(
                    made,
                    answers,
                    limits,
                    language="en",
                    created=datetime(2026, 11, 23, tzinfo=UTC),
                    uid="u",
                    id="2026-11-23",
                    ask_values={},
                )
            )

        plan()
        ours, reference = ratio(plan, lambda: seconds(lambda: _parse(folder / "data.toml")), rounds=15)
        what = f"a plan, {label}"
        beside = f"{ours / reference:.1f} × tomllib reading data.toml"
        numbers.append(Number(what, ours * 1000, 50, "ms", beside))
    return numbers


def _parse(path: Path) -> object:
    return tomllib.loads(path.read_text(encoding="utf-8"))
