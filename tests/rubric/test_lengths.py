"""Texts too long for their place, and questions too long to be seen and read at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ngo_assist.rubric.check_lengths import INTERVIEW_LINES, interview_lines, lines_of
from tests.make_rubric import Tables
from tests.rubric.conftest import Check, Warn, action, practice

P0 = 'practices[0] "security.p0"'
A0 = f'{P0}.actions[0] "security.p0.first"'
WORDS = {"en": "Help", "ru": "Помощь", "kk": "Көмек"}


def ask(tables: Tables) -> dict[str, Any]:
    made = {
        "id": "help",
        "practice": "security.p0",
        **{f: dict(WORDS) for f in ("title", "addressee", "text")},
    }
    tables["security"]["asks"] = [made]
    return made


def alone(tables: Tables) -> dict[str, str]:
    practice(tables)["alone"] = dict(practice(tables)["question"])
    made: dict[str, str] = practice(tables)["alone"]
    return made


def risk(tables: Tables) -> dict[str, str]:
    action(tables)["risk"] = {"en": "It is lost.", "ru": "Её теряют.", "kk": "Ол жоғалады."}
    made: dict[str, str] = action(tables)["risk"]
    return made


PLACES: list[tuple[Callable[[Tables], dict[str, Any]], str, int]] = [
    (lambda t: practice(t)["question"], f"{P0}.question", 160),
    (alone, f"{P0}.alone", 160),
    (lambda t: practice(t)["levels"][0], f"{P0}.levels[0]", 130),
    (lambda t: practice(t)["why"], f"{P0}.why", 280),
    (lambda t: practice(t)["evidence"], f"{P0}.evidence", 210),
    (lambda t: action(t)["title"], f"{A0}.title", 80),
    (lambda t: action(t)["first_step"], f"{A0}.first_step", 140),
    (lambda t: action(t)["indicator"], f"{A0}.indicator", 140),
    (risk, f"{A0}.risk", 140),
    (lambda t: t["security"]["title"], "title", 42),
    (lambda t: ask(t)["title"], 'asks[0] "help".title', 80),
    (lambda t: ask(t)["addressee"], 'asks[0] "help".addressee', 140),
    (lambda t: t["rubric"]["title"], "title", 80),
    (lambda t: t["rubric"]["levels"][1]["name"], "levels[1].name", 24),
]


def long(count: int) -> str:
    return ("Әліпби " * count)[: count - 1] + "ә"


@pytest.mark.parametrize(("where", "place", "most"), PLACES, ids=[place for _, place, _ in PLACES])
def test_a_text_that_is_long_for_a_small_screen(
    warn: Warn, where: Callable[[Tables], dict[str, Any]], place: str, most: int
) -> None:
    warning = warn(lambda tables: where(tables).update(kk=long(most + 1)))
    assert warning.place == f"{place}.kk"
    assert f"found: {most + 1}: Әліпби" in warning.in_words()
    assert f"{most} characters or less" in warning.in_words()


@pytest.mark.parametrize(("where", "place", "most"), PLACES, ids=[place for _, place, _ in PLACES])
def test_a_text_that_just_fits_is_no_doubt(
    check: Check, where: Callable[[Tables], dict[str, Any]], place: str, most: int
) -> None:
    assert check(lambda tables: where(tables).update(kk=long(most))).findings == ()


def test_a_long_step_is_told_by_its_number(warn: Warn) -> None:
    warning = warn(lambda tables: action(tables)["steps"]["ru"].__setitem__(1, "Слово " * 24))
    assert warning.place == f"{A0}.steps.ru[1]"


def test_the_name_of_a_source_may_be_as_long_as_laws_are(check: Check) -> None:
    title = "Law of the republic on what is personal and how it is kept, as amended; " * 3
    assert check(lambda tables: tables["rubric"]["sources"][0].update(title={**WORDS, "en": title})).ok


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_question_whose_levels_are_not_seen_at_once_is_told(warn: Warn, language: str) -> None:
    letters = {"en": "abcdefg", "ru": "абвгдеж", "kk": "әғқңөұү"}[language]

    def mutate(tables: Tables) -> None:
        for number, level in enumerate(practice(tables)["levels"]):
            # One such word fills a line beside a level's name: four words, four lines.
            level[language] = " ".join([letters[number] * 30] * 4)

    warning = warn(mutate)
    assert warning.place == P0
    assert "are not seen at once on a small screen" in warning.in_words()
    assert f"{INTERVIEW_LINES} lines or less" in warning.in_words()
    assert warning.found == f"{language}: 21"


@pytest.mark.parametrize(("count", "doubted"), [(85, False), (86, True)])
def test_a_question_with_many_short_words_is_told(check: Check, count: int, doubted: bool) -> None:
    def mutate(tables: Tables) -> None:
        for number, level in enumerate(practice(tables)["levels"]):
            level["ru"] = " ".join("абвгдежзик"[number] + "а" for _ in range(15))
        practice(tables)["question"]["ru"] = " ".join("за" for _ in range(count - 75)) + "?"

    told = [warning for warning in check(mutate).warnings if "many words to read" in warning.in_words()]
    assert [warning.found for warning in told] == ([f"ru: {count}"] if doubted else [])


def test_what_one_person_is_asked_is_measured_too(warn: Warn) -> None:
    def mutate(tables: Tables) -> None:
        alone(tables)["en"] = " ".join(["a"] * 67)

    assert "many words to read" in warn(mutate).in_words()


def test_lines_are_broken_as_a_screen_breaks_them() -> None:
    assert [lines_of(text, 10) for text in ("", "short", "ten column", "ten columns", "a" * 25)] == [
        1,
        1,
        1,
        2,
        3,
    ]
    assert lines_of("每週備份檔案", 10) == 2  # each of these letters takes two columns
    assert lines_of("и\u0306" * 10, 10) == 1  # and these marks none
    # A long name goes on in the next line, beside its level.
    assert interview_lines(["Who?"], ["One", "Two"], ["First", "Runs without reminders"]) == 4
    assert interview_lines(["Who?", "You, " * 45], ["One"], ["First"]) == 4
