"""Lines by another hand than the guard's: of the bad ones few pass, of the good ones not all are refused."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ngo_assist.assessment.model import Answer, Assessment, Profile, RubricRef
from ngo_assist.drafting.brief import Brief, action_brief
from ngo_assist.drafting.guard import judge
from ngo_assist.drafting.instructions import LANGUAGES, Field
from ngo_assist.rubric.load import load_rubric, shipped
from ngo_assist.rubric.model import Rubric
from tests.drafting.cards import plan

ADVERSARIAL = Path(__file__).parent / "adversarial"
LINES = tomllib.loads((ADVERSARIAL / "strangers.toml").read_text(encoding="utf-8"))
HELD_OUT = tomllib.loads((ADVERSARIAL / "held_out.toml").read_text(encoding="utf-8"))
UNSEEN_MOST = 0.1
GOOD_LEAST = 0.4
"""Their cards are the hard ones, and a refusal costs only the rubric's own words."""

ROLES = {"secret", "moved", "wrong-side", "misplaced", "happened", "no-time", "unconditioned"}
"""Checks that need the cards of these lines."""

Line = tuple[str, Field, str, str]


@cache
def socialtech() -> Rubric:
    return load_rubric(shipped("socialtech"))


def brief_of(line: Line, given: dict[str, Any] = LINES) -> Brief:
    language, field, card, _ = line
    rubric = socialtech()
    action = rubric.actions[given["cards"][card]]
    taken = Assessment(
        id="a",
        rubric=RubricRef(id=rubric.id, version=rubric.version),
        language=language,
        organisation=Profile(
            name="Ak Zhol", settlement="village", paid_staff=2, volunteers=6, connectivity="occasional",
            device="shared",
        ),
        answers={action.practice: Answer(level=action.from_level, note=given[language]["notes"][card])},
    )  # fmt: skip
    template = plan(language, taken)
    planned = template.actions[0].updated_with(
        id=action.id, practice=action.practice, from_level=action.from_level, to_level=action.to_level
    )
    made = action_brief(field, planned, template, rubric, taken)
    assert made is not None
    return made


def lines(language: str, kind: str, given: dict[str, Any] = LINES) -> list[Line]:
    made: dict[str, Any] = given[language]["lines"]
    return [(language, field, card, text) for field, card, text in made[kind]]


REFUSED = [line for language in LANGUAGES for line in lines(language, "refused")]


@pytest.mark.parametrize("line", REFUSED, ids=lambda line: f"{line[0]}-{line[2]}")
def test_what_is_untrue_or_the_wrong_way_round_is_refused(line: Line) -> None:
    assert not judge(line[3], brief_of(line)).kept


def test_each_check_of_who_does_what_refuses_some_of_them() -> None:
    assert {judge(line[3], brief_of(line)).reason for line in REFUSED} >= ROLES


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_most_one_in_ten_bad_lines_is_listed_as_what_the_guard_cannot_see(language: str) -> None:
    unseen, refused = lines(language, "unseen"), lines(language, "refused")
    assert len(unseen) + len(refused) == 54
    assert len(unseen) <= UNSEEN_MOST * (len(unseen) + len(refused))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_listed_as_unseen_is_still_unseen(language: str) -> None:
    seen = [line for line in lines(language, "unseen") if not judge(line[3], brief_of(line)).kept]
    assert not seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_least_four_in_ten_of_their_good_lines_pass(language: str) -> None:
    good = lines(language, "good")
    verdicts = [judge(line[3], brief_of(line)) for line in good]
    refused = [(v.reason, v.detail, line[3]) for v, line in zip(verdicts, good, strict=True) if not v.kept]
    assert len(good) == 15
    assert len(good) - len(refused) >= GOOD_LEAST * len(good), refused


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_bad_lines_it_was_not_tuned_on_at_most_one_in_ten_gets_by(language: str) -> None:
    bad = lines(language, "refused", HELD_OUT)
    assert len(bad) == 40
    assert sum(judge(line[3], brief_of(line, HELD_OUT)).kept for line in bad) <= UNSEEN_MOST * len(bad)
