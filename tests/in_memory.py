"""Rubrics and assessments made in memory, for tests of what needs no files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from ngo_assist.assessment.model import Answer, Assessment, Profile, RubricRef
from ngo_assist.planning.limits import default_limits
from ngo_assist.planning.model import Limits, Plan
from ngo_assist.planning.plan import make_plan
from ngo_assist.rubric.model import Dimension, Header, Rubric

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def text(words: str) -> dict[str, str]:
    return {"en": words}


def action(id: str, from_: int, to: int, days: float = 0.5, **fields: Any) -> dict[str, Any]:
    return {
        "id": id,
        "from": from_,
        "to": to,
        "effort_days": days,
        "title": text(f"Do {id}"),
        "first_step": text("Take the first step."),
        "steps": {"en": ["One.", "Two."]},
        "indicator": text("It is done."),
        **fields,
    }


def ladder(practice: str, top: int, **fields: Any) -> list[dict[str, Any]]:
    """One action a level, from 0 to the top."""
    return [action(f"{practice}.to{n + 1}", n, n + 1, **fields) for n in range(top)]


def practice(
    id: str, *, top: int = 4, actions: Sequence[dict[str, Any]] | None = None, **fields: Any
) -> dict[str, Any]:
    return {
        "id": id,
        "question": text(f"How is it with {id}?"),
        "why": text("It matters."),
        "evidence": text("A photo."),
        "levels": [text(f"{id} at {n}.") for n in range(top + 1)],
        "actions": list(ladder(id, top) if actions is None else actions),
        **fields,
    }


def rubric(*practices: dict[str, Any], weights: Mapping[str, float] | None = None, **header: Any) -> Rubric:
    """A rubric of the practices, put into dimensions by their ids; sources for every duty."""
    names = list(dict.fromkeys(p["id"].partition(".")[0] for p in practices))
    top = len(practices[0]["levels"]) - 1
    duties = sorted({p["duty"] for p in practices if "duty" in p})
    fields = {
        "schema": "ngo-assist/rubric@1",
        "id": "test",
        "version": "1.0.0",
        "licence": "CC0",
        "as_of": date(2026, 11, 1),
        "languages": ["en"],
        "dimensions": names,
        "levels": [{"name": text(f"Level {n}")} for n in range(top + 1)],
        "title": text("A rubric"),
        "currency": {"code": "KZT"},
        "cost_bands": {"free": 0, "low": 50_000, "medium": 300_000},
        "sources": [{"id": d, "title": d, "as_of": date(2026, 1, 1)} for d in duties],
        **header,
    }
    dimensions = [
        Dimension.model_validate(
            {
                "id": name,
                "title": text(name),
                "weight": (weights or {}).get(name, 1.0),
                "practices": [p for p in practices if p["id"].startswith(name + ".")],
            }
        )
        for name in names
    ]
    return Rubric(header=Header.model_validate(fields), dimensions=tuple(dimensions))


def assessment(
    rubric: Rubric,
    answers: Mapping[str, int | str | Answer],
    *,
    targets: Mapping[str, int] | None = None,
    mode: str = "full",
    **profile: Any,
) -> Assessment:
    """An assessment; an answer is a level, or the reason why it does not apply."""
    given = {
        id: a
        if isinstance(a, Answer)
        else Answer(level=a)
        if isinstance(a, int)
        else Answer(not_applicable=a)
        for id, a in answers.items()
    }
    return Assessment(
        id="2026-11-23",
        rubric=RubricRef(id=rubric.id, version=rubric.version),
        mode=mode,  # type: ignore[arg-type]
        language="en",
        started=NOON,
        updated=NOON,
        organisation=Profile(**{"name": "Umit", "connectivity": "mobile", "paid_staff": 2, **profile}),
        answers=given,
        targets=dict(targets or {}),
    )


def plan(
    rubric: Rubric,
    assessment: Assessment,
    *,
    earlier: Plan | None = None,
    id: str = "2026-11-23",
    **limits: Any,
) -> Plan:
    """The plan, with the default limits changed by `limits`."""
    default = default_limits(rubric, assessment, date(2026, 11, 23))
    return make_plan(
        rubric,
        assessment,
        Limits.model_validate({**default.model_dump(), **limits}),
        language="en",
        created=NOON,
        uid="u",
        id=id,
        ask_values={},
        earlier=earlier,
    )
