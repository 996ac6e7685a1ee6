"""The guard lets good lines through: true, concrete, and joined from the card and the note."""

from __future__ import annotations

from functools import cache

import pytest

from ngo_assist.assessment.model import Answer, Assessment, Profile, RubricRef
from ngo_assist.drafting.brief import Brief, action_brief
from ngo_assist.drafting.guard import judge
from ngo_assist.drafting.instructions import LANGUAGES, Field
from ngo_assist.rubric.load import load_rubric, shipped
from ngo_assist.rubric.model import Rubric
from tests.drafting.cards import plan
from tests.drafting.paraphrases import NOTES, PARAPHRASES

LEAST = 0.7


@cache
def socialtech() -> Rubric:
    return load_rubric(shipped("socialtech"))


def brief_of(field: Field, id: str, language: str) -> Brief:
    rubric = socialtech()
    action = rubric.actions[id]
    organisation = Profile(
        name="Umit", settlement="village", paid_staff=2, volunteers=10, connectivity="occasional"
    )
    taken = Assessment(
        id="a", rubric=RubricRef(id=rubric.id, version=rubric.version), language=language,
        organisation=organisation,
        answers={action.practice: Answer(level=action.from_level, note=NOTES[language].get(id, ""))},
    )  # fmt: skip
    template = plan(language, taken)
    planned = template.actions[0].updated_with(
        id=id, practice=action.practice, from_level=action.from_level, to_level=action.to_level
    )
    made = action_brief(field, planned, template, rubric, taken)
    assert made is not None
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_least_seven_in_ten_good_lines_pass(language: str) -> None:
    lines = PARAPHRASES[language]
    verdicts = [(judge(text, brief_of(field, id, language)), text) for field, id, text in lines]
    refused = [(verdict.reason, verdict.detail, text) for verdict, text in verdicts if not verdict.kept]
    assert len(lines) == 30
    assert len(lines) - len(refused) >= LEAST * len(lines), refused
