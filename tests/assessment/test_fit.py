"""Whether an assessment fits the rubric at hand."""

from __future__ import annotations

import pytest

from ngo_assist.assessment.fit import answered_with, changes, check_fit
from ngo_assist.assessment.model import Answer, RubricRef
from ngo_assist.messages import UserError
from tests.in_memory import assessment, practice, rubric

RUBRIC = rubric(
    practice("security.backup", not_applicable=False),
    practice("security.updates"),
    retired=[{"id": "security.contacts", "successor": "security.updates"}],
)


def test_an_unknown_practice_is_named_with_the_one_that_was_meant() -> None:
    with pytest.raises(UserError) as caught:
        check_fit(RUBRIC, assessment(RUBRIC, {"security.bakup": 1}), "a.toml")
    assert str(caught.value) == (
        'a.toml: answers."security.bakup": The rubric has no practice “security.bakup”.\n'
        "Did you mean “security.backup”?"
    )


def test_a_level_out_of_range_says_what_is_allowed() -> None:
    with pytest.raises(UserError) as caught:
        check_fit(RUBRIC, assessment(RUBRIC, {"security.backup": 5}), "a.toml")
    assert str(caught.value) == (
        'a.toml: answers."security.backup".level: Level 5 does not exist.\nGive a level from 0 to 4.'
    )


@pytest.mark.parametrize(
    ("answers", "targets", "words"),
    [
        ({"security.backup": "we have none"}, {}, "always applies"),
        ({}, {"security.nothing": 2}, "no practice or dimension"),
        ({}, {"security": 9}, "Level 9 does not exist"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    answers: dict[str, str], targets: dict[str, int], words: str
) -> None:
    with pytest.raises(UserError, match=words):
        check_fit(RUBRIC, assessment(RUBRIC, answers, targets=targets))


def test_another_rubric_is_refused() -> None:
    other = assessment(RUBRIC, {}).updated_with(rubric=RubricRef(id="other", version="1.0.0"))
    with pytest.raises(UserError, match="made with the rubric “other”"):
        check_fit(RUBRIC, other)


def test_retired_and_forgotten_practices_of_an_older_rubric_are_kept_and_told() -> None:
    old = assessment(
        RUBRIC,
        {
            "security.contacts": 2,
            "security.vanished": 1,
            "security.updates": Answer(level=9, asked="en:0123456789abcdef"),
        },
    ).updated_with(rubric=RubricRef(id="test", version="0.9.0", sha256="0" * 64))
    check_fit(RUBRIC, old)
    found = changes(RUBRIC, old)
    assert found
    assert found.version == ("0.9.0", "1.0.0")
    assert found.changed == ("security.updates",)
    assert found.retired == (("security.contacts", "security.updates"),)
    assert found.unknown == ("security.vanished",)


def test_nothing_has_changed_where_the_rubric_is_the_same() -> None:
    answered = assessment(
        RUBRIC, {"security.backup": Answer(level=1, asked=RUBRIC.practices["security.backup"].asked("en"))}
    )
    assert not changes(RUBRIC, answered)


def test_going_on_with_a_newer_rubric_names_it_unless_an_answer_needs_the_older() -> None:
    old = RubricRef(id="test", version="0.9.0", sha256="0" * 64)
    known = assessment(RUBRIC, {"security.backup": 2, "security.contacts": 1}).updated_with(rubric=old)
    went_on = answered_with(RUBRIC, known)
    assert (went_on.rubric.version, went_on.rubric.sha256) == ("1.0.0", RUBRIC.sha256)
    check_fit(RUBRIC, went_on)
    strange = assessment(RUBRIC, {"security.vanished": 1}).updated_with(rubric=old)
    assert answered_with(RUBRIC, strange).rubric == old
