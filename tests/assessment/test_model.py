"""Organisations, answers and assessments as models."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from ngo_assist.assessment.model import Answer, Organisation, Profile
from tests.in_memory import assessment, practice, rubric


def test_unknown_keys_stay_through_a_change_even_when_they_are_called_like_methods() -> None:
    extra = {"copy": "kept", "json": 1, "later_version": {"nested": [1]}}
    answer = Answer.model_validate({"level": 1, **extra})
    changed = answer.updated_with(level=2)
    assert changed.model_dump(exclude_unset=True) == {"level": 2, **extra}


def test_an_answer_is_a_level_or_a_reason_and_never_both() -> None:
    with pytest.raises(ValidationError):
        Answer()
    with pytest.raises(ValidationError):
        Answer(level=1, not_applicable="we have none")


def test_changing_an_answer_from_a_level_to_a_reason_checks_it_again() -> None:
    answer = Answer(level=1, note="a note")
    assert answer.updated_with(level=None, not_applicable="no").note == "a note"
    with pytest.raises(ValidationError):
        answer.updated_with(not_applicable="no")


def test_a_ballot_says_who_answered() -> None:
    made = assessment(rubric(practice("d.p")), {})
    with pytest.raises(ValidationError, match="ballot"):
        made.updated_with(kind="ballot")
    assert made.updated_with(kind="ballot", respondent={"role": "accountant"}).respondent


@pytest.mark.parametrize(
    ("paid", "volunteers", "alone"),
    [(1, 0, True), (1, None, True), (0, 1, True), (1, 3, False), (2, 0, False), (None, None, False)],
)
def test_one_person_is_asked_as_one_person(paid: int | None, volunteers: int | None, alone: bool) -> None:
    assert Profile(name="Umit", paid_staff=paid, volunteers=volunteers).alone is alone


def test_an_assessment_holds_the_organisation_without_its_uid() -> None:
    organisation = Organisation(uid="secret", name="Umit", paid_staff=2, extra_key="stays")
    profile = organisation.profile()
    assert "uid" not in profile.model_dump()
    assert profile.model_extra == {"extra_key": "stays"}
