"""Texts, plurals, dates and numbers as each language writes them."""

from __future__ import annotations

from datetime import date

import pytest

from ngo_assist.i18n import labels, translator
from ngo_assist.messages import UserError, msg


@pytest.mark.parametrize(
    ("language", "day", "month", "number", "money", "percent", "listed", "in_year"),
    [
        (
            "en",
            "1 December 2026",
            "December 2026",
            "1,234.5",
            "50,000\u00a0₸",
            "42%",
            "a, b, and c",
            "31 March",
        ),
        (
            "ru",
            "1 декабря 2026 г.",
            "декабрь 2026",
            "1\u00a0234,5",
            "50\u00a0000\u00a0₸",
            "42\u00a0%",
            "a, b и c",
            "31 марта",
        ),
        (
            "kk",
            "2026 ж. 1 желтоқсан",
            "2026 ж. желтоқсан",
            "1\u00a0234,5",
            "50\u00a0000\u00a0₸",
            "42%",
            "a, b, c",
            "31 наурыз",
        ),
    ],
)
def test_dates_and_numbers_are_written_as_the_language_does(
    language: str, day: str, month: str, number: str, money: str, percent: str, listed: str, in_year: str
) -> None:
    t = translator(language)
    assert t.date(date(2026, 12, 1)) == day
    assert t.month(date(2026, 12, 1)) == month
    assert t.month(date(2026, 12, 1), heading=True).casefold() == month.casefold()
    assert t.number(1234.5) == number
    assert t.money(50_000, "KZT") == money
    assert t.percent(0.42) == percent
    assert t.join(["a", "b", "c"]) == listed
    assert t.day_of_year(3, 31) == in_year


def test_a_language_that_the_interface_lacks_gets_english() -> None:
    assert translator("fr")("Did you mean “{id}”?", id="x") == "Did you mean “x”?"


@pytest.mark.parametrize(
    ("n", "russian", "kazakh"),
    [(1, "1 день", "1 күн"), (2, "2 дня", "2 күн"), (5, "5 дней", "5 күн"), (21, "21 день", "21 күн"),
     (11, "11 дней", "11 күн"), (1.5, "1,5 дня", "1,5 күн"), (0.25, "0,25 дня", "0,25 күн")],
)  # fmt: skip
def test_plurals_follow_the_number_and_a_fraction_takes_its_own_form(
    n: float, russian: str, kazakh: str
) -> None:
    assert translator("ru").plural("{n} day", "{n} days", n) == russian
    assert translator("kk").plural("{n} day", "{n} days", n) == kazakh


def test_english_plurals() -> None:
    said = [translator("en").plural("{n} day", "{n} days", n) for n in (1, 2, 0.5)]
    assert said == ["1 day", "2 days", "0.5 days"]


def test_a_message_within_a_message_is_put_into_the_same_language() -> None:
    inner = msg("Give a level from 0 to {top}.", top=4)
    outer = msg("{inner}", inner=inner)
    assert str(outer) == "Give a level from 0 to 4."
    assert translator("ru")(outer) == translator("ru")(inner) != str(inner)


def test_what_people_write_is_never_taken_for_a_field() -> None:
    assert translator("en")("The rubric has no practice “{id}”.", id="{top}") == (
        "The rubric has no practice “{top}”."
    )


def test_an_error_reads_as_what_where_and_what_to_do() -> None:
    error = UserError(msg("Level {found} does not exist.", found=9), "a.toml: answers", msg("Mend it."))
    assert str(error) == "a.toml: answers: Level 9 does not exist.\nMend it."


def test_letters_are_filled_with_what_is_known_and_blanks_for_the_rest() -> None:
    filled = labels.ask_values(
        translator("kk"),
        organisation="Үміт",
        region_code="KZ-10",
        settlement="village",
        people=None,
        mission="Біз көмектесеміз.",
    )
    assert filled["region"] == "Абай облысы"
    assert filled["people"] == "________"
    assert filled["mission"] == "Біз көмектесеміз"


def test_a_value_without_a_word_is_shown_as_it_is() -> None:
    assert labels.region(translator("en"), "XX-99") == "XX-99"
    assert labels.label(translator("en"), labels.GOAL, "unheard") == "unheard"
