"""The guard lets good texts through: the rubric's own, given as if a model had written them."""

from __future__ import annotations

import pytest

from ngo_assist.assessment.model import Answer, Assessment, Profile, RubricRef
from ngo_assist.drafting.brief import action_brief
from ngo_assist.drafting.guard import CHECKS
from ngo_assist.drafting.guard_case import Case
from ngo_assist.drafting.instructions import LANGUAGES, Field
from ngo_assist.rubric.load import load_rubric, shipped
from tests.drafting.cards import plan

ALLOWED = 0.02


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_most_two_in_a_hundred_of_the_rubrics_texts_are_refused_but_for_parroting(language: str) -> None:
    rubric = load_rubric(shipped("socialtech"))
    organisation = Profile(
        name="Umit", settlement="village", paid_staff=1, volunteers=5, connectivity="mobile"
    )
    taken = Assessment(
        id="a", rubric=RubricRef(id=rubric.id, version=rubric.version), language=language,
        organisation=organisation, answers={id: Answer(level=0) for id in rubric.practices},
    )  # fmt: skip
    template = plan(language)
    refused, total = [], 0
    for action in rubric.actions.values():
        planned = template.actions[0].updated_with(
            id=action.id, practice=action.practice, from_level=action.from_level, to_level=action.to_level
        )
        texts: dict[Field, str] = {
            "why_here": rubric.practices[action.practice].why.say(language),
            "first_step": action.first_step.say(language),
        }
        for field, text in texts.items():
            made = action_brief(field, planned, template, rubric, taken)
            assert made is not None
            case = Case(text, made, ())
            total += 1
            refused += [
                (name, detail, text)
                for name, check in CHECKS
                if name != "parrot" and (detail := check(case)) is not None
            ][:1]
    assert len(refused) <= ALLOWED * total, refused
