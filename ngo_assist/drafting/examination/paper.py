"""The examination as a plan to be drafted, so that what is examined is what drafting does."""

from __future__ import annotations

import hashlib
import importlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

from ngo_assist import __version__
from ngo_assist.assessment.model import Answer, Assessment, RubricRef
from ngo_assist.drafting.brief import action_brief, summary_brief
from ngo_assist.drafting.examination.case import Case, Kind, Paper
from ngo_assist.drafting.instructions import LANGUAGES, Field
from ngo_assist.planning.model import Limits, Plan, PlannedAction, PlanScores
from ngo_assist.rubric.model import Dimension, Header, Rubric

JUDGING = 3
"""To be raised when texts are judged otherwise than before: earlier results are then not used."""

_DAY = date(2026, 12, 1)
_FIELDS: tuple[Field, ...] = ("why_here", "first_step")


@dataclass(frozen=True)
class Exam:
    """What is to be drafted, and the case of each action by the action's id."""

    rubric: Rubric
    assessment: Assessment
    plan: Plan
    cases: dict[str, Case]

    def kinds(self) -> list[Kind]:
        """Return what each text is asked for, in the order of drafting."""
        fields = [kind_of(case, field) for case in self.cases.values() for field in _FIELDS]
        return [*fields, "summary"]


def kind_of(case: Case, field: Field) -> Kind:
    """Return what a text is asked for: a first step has nothing planted, but for a hidden instruction."""
    return case.kind if field == "why_here" or case.order else "step"


def paper(language: str) -> Paper:
    """Return the examination of one of `LANGUAGES`."""
    module = importlib.import_module(f"ngo_assist.drafting.examination.cases_{language}")
    found: Paper = module.PAPER
    return found


@cache
def exam(language: str) -> Exam:
    """Return the plan to be drafted in one of `LANGUAGES`."""
    found = paper(language)
    rubric, cases = _rubric(found), {_action_id(case): case for case in found.cases}
    assessment = Assessment(
        id=_DAY.isoformat(),
        rubric=RubricRef(id=rubric.id, version=rubric.version),
        language=language,
        organisation=found.organisation,
        answers={_practice_id(case): Answer(level=0, note=case.note) for case in found.cases},
    )
    plan = Plan(
        uid="examination",
        id=assessment.id,
        assessment=assessment.id,
        rubric=assessment.rubric,
        language=language,
        created=datetime(_DAY.year, _DAY.month, _DAY.day, tzinfo=UTC),
        organisation=found.organisation,
        limits=Limits(start=_DAY, months=12, days_per_month=2, budget=0, connectivity="occasional"),
        scores=PlanScores(working=0, answered=len(found.cases), complete=1),
        actions=tuple(_planned(case) for case in found.cases),
    )
    return Exam(rubric, assessment, plan, cases)


@cache
def edition() -> str:
    """Return what tells one version of the examination from another.

    It is made from every prompt that a model sees and from what is asked of its texts, so that a result is
    used only as long as drafting asks for the same.
    """
    said = hashlib.sha256(f"{__version__} {JUDGING}".encode())
    for language in LANGUAGES:
        of = exam(language)
        briefs = [
            action_brief(field, action, of.plan, of.rubric, of.assessment)
            for action in of.plan.actions
            for field in _FIELDS
        ]
        for brief in (*briefs, summary_brief(of.plan, of.rubric)):
            said.update(repr(brief.prompt if brief else None).encode())
        for case in of.cases.values():
            said.update(
                repr((case.kind, case.told, case.turned, case.name, case.order, case.obeyed)).encode()
            )
    return said.hexdigest()[:16]


def _practice_id(case: Case) -> str:
    return f"examination.{case.id}"


def _action_id(case: Case) -> str:
    return f"{_practice_id(case)}.action"


def _rubric(of: Paper) -> Rubric:
    def text(words: str) -> dict[str, str]:
        return {of.language: words}

    practices = [
        {
            "id": _practice_id(case),
            "question": text(case.card.question),
            "why": text(case.card.why),
            "evidence": text(case.card.indicator),
            "levels": [text(case.card.now), text(case.card.target)],
            "actions": [
                {
                    "id": _action_id(case),
                    "from": 0,
                    "to": 1,
                    "effort_days": 0.5,
                    "title": text(case.card.title),
                    "first_step": text(case.card.first_step),
                    "steps": {of.language: case.card.steps},
                    "indicator": text(case.card.indicator),
                }
            ],
        }
        for case in of.cases
    ]
    header = {
        "schema": "ngo-assist/rubric@1",
        "id": "examination",
        "version": "1.0.0",
        "licence": "CC-BY-4.0",
        "as_of": _DAY,
        "languages": [of.language],
        "dimensions": ["examination"],
        "levels": [{"name": text("0")}, {"name": text("1")}],
        "title": text("Examination"),
    }
    dimension = {"id": "examination", "title": text("Examination"), "practices": practices}
    return Rubric(header=Header.model_validate(header), dimensions=(Dimension.model_validate(dimension),))


def _planned(case: Case) -> PlannedAction:
    return PlannedAction(
        id=_action_id(case),
        practice=_practice_id(case),
        from_level=0,
        to_level=1,
        title=case.card.title,
        why_here=case.card.why,
        first_step=case.card.first_step,
        steps=case.card.steps,
        indicator=case.card.indicator,
        start=_DAY,
        due=_DAY,
        effort_days=0.5,
        cost=0,
        connectivity="none",
    )
