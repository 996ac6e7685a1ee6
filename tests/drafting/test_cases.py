"""Sixty fixed cases: what is written on their cards to get nonsense past the guard, and what is good."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.briefs import Case, brief_of, cases
from ngo_assist.drafting.brief import Brief
from ngo_assist.drafting.guard import judge
from ngo_assist.drafting.instructions import LANGUAGES, Field
from ngo_assist.drafting.notes import commands
from ngo_assist.rubric.load import load_rubric, shipped
from ngo_assist.rubric.model import Rubric

LINES = Path(__file__).parent / "adversarial"
GOOD_LEAST = 0.65
KINDS = {"short", "long", "empty", "numbers", "misspelt", "hostile"}

Line = tuple[str, Field, str, int, str]


@cache
def socialtech() -> Rubric:
    return load_rubric(shipped("socialtech"))


@cache
def by_id(language: str) -> dict[str, Case]:
    return {case.id: case for case in cases(language, socialtech())}


def lines(language: str) -> dict[str, Any]:
    return tomllib.loads((LINES / f"{language}.toml").read_text(encoding="utf-8"))


def brief(line: Line) -> Brief:
    _, field, id, place, _ = line
    case = by_id(id[:2])[id]
    return brief_of(case, socialtech(), field, case.plan.actions[place - 1].id)


REFUSED: list[Line] = [tuple(line) for language in LANGUAGES for line in lines(language)["refused"]]
UNSEEN: list[Line] = [tuple(line) for language in LANGUAGES for line in lines(language)["unseen"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_twenty_cases_in_each_language_that_differ_in_all_that_matters(language: str) -> None:
    found = by_id(language)
    assert len(found) == 20
    assert {case.kind for case in found.values()} == KINDS
    for name in ("settlement", "connectivity", "device", "goal", "paid_staff"):
        assert len({getattr(case.plan.organisation, name) for case in found.values()}) >= 3, name


def test_at_least_two_hundred_lines_were_written_to_get_past_the_guard_and_each_has_its_case() -> None:
    assert len(REFUSED) + len(UNSEEN) >= 200
    assert len({(line[2], line[3], line[4]) for line in REFUSED + UNSEEN}) == len(REFUSED) + len(UNSEEN)


@pytest.mark.parametrize("line", REFUSED, ids=lambda line: f"{line[2]}-{line[0]}")
def test_nothing_that_is_not_listed_as_unseen_gets_past_the_guard(line: Line) -> None:
    assert not judge(line[4], brief(line)).kept


@pytest.mark.parametrize("language", LANGUAGES)
def test_hardly_one_in_twenty_of_them_is_listed_as_what_the_guard_cannot_see(language: str) -> None:
    made = lines(language)
    assert len(made["unseen"]) <= 0.06 * (len(made["refused"]) + len(made["unseen"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_lines_of_a_good_writer_pass(language: str) -> None:
    refused, total = [], 0
    for case in by_id(language).values():
        for (action, field), line in case.good.items():
            total += 1
            verdict = judge(line, brief_of(case, socialtech(), field, action))
            refused += [] if verdict.kept else [(case.id, field, verdict.reason, verdict.detail)]
    assert total == 40
    assert total - len(refused) >= GOOD_LEAST * total, refused


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_note_changes_nothing_of_what_the_model_is_shown(language: str) -> None:
    hostile = [case for case in by_id(language).values() if case.kind == "hostile"]
    assert len(hostile) >= 3
    for case in hostile:
        action = case.plan.actions[0]
        answer = case.assessment.answers[action.practice]
        assert commands(answer.note)
        silent = case.assessment.updated_with(
            answers={**case.assessment.answers, action.practice: answer.updated_with(note="")}
        )
        without = Case(case.id, case.kind, case.plan, silent, case.good)
        for field in ("why_here", "first_step"):
            assert (
                brief_of(case, socialtech(), field, action.id).prompt
                == brief_of(without, socialtech(), field, action.id).prompt
            )
