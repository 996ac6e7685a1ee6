from datetime import date

import pytest

from ngo_assist.application.limits_form import FIELDS, shown, stepped, typed
from ngo_assist.i18n.translator import Translator
from ngo_assist.messages import Message
from ngo_assist.planning.model import Limits
from tests.in_memory import practice, rubric

EN = Translator("en")
RUBRIC = rubric(practice("a.one"))
LIMITS = Limits(
    start=date(2026, 12, 1), months=6, days_per_month=2, budget=100_000, currency="KZT", connectivity="mobile"
)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_steps_up_and_back_to_where_it_was(field: str) -> None:
    up = stepped(LIMITS, field, 1, RUBRIC)
    assert up != LIMITS
    assert stepped(up, field, -1, RUBRIC) == LIMITS


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("direction", [-1, 1])
def test_stepping_never_leaves_what_is_allowed(field: str, direction: int) -> None:
    limits = LIMITS
    for _ in range(1200):
        limits = stepped(limits, field, direction, RUBRIC)
    assert Limits.model_validate(limits.model_dump()) == limits


def test_a_typed_value_between_two_steps_goes_to_the_next_one() -> None:
    between = LIMITS.updated_with(days_per_month=2.7)
    assert stepped(between, "days_per_month", 1, RUBRIC).days_per_month == 3
    assert stepped(between, "days_per_month", -1, RUBRIC).days_per_month == 2


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("start", "2027-02", date(2027, 2, 1)),
        ("start", "02.2027", date(2027, 2, 1)),
        ("start", "2/2027", date(2027, 2, 1)),
        ("months", "12", 12),
        ("days_per_month", "1,5", 1.5),
        ("days_per_month", ".5", 0.5),
        ("actions_per_month", "1", 1),
        ("budget", "1 200 000", 1_200_000),
        ("budget", "0", 0),
    ],
)
def test_values_are_read_as_people_write_them(field: str, text: str, value: object) -> None:
    made = typed(LIMITS, field, text)
    assert isinstance(made, Limits)
    assert getattr(made, field) == value


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("start", "2027-13"),
        ("start", "20"),
        ("months", "0"),
        ("months", "37"),
        ("months", "1,5"),
        ("days_per_month", "0"),
        ("days_per_month", "101"),
        ("days_per_month", "1.2.3"),
        ("actions_per_month", "51"),
        ("budget", "9" * 30),
    ],
)
def test_what_cannot_be_meant_is_answered_with_what_is_allowed(field: str, text: str) -> None:
    assert isinstance(typed(LIMITS, field, text), Message)


def test_values_are_shown_in_words() -> None:
    assert [shown(LIMITS, field, EN) for field in FIELDS] == [
        "December 2026",
        "6 months",
        "2 days",
        "3",
        "100,000\xa0₸",
        "mobile: daily, slow or metered",
    ]
