"""Fields that are unknown, missing, of the wrong kind or out of range."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.make_rubric import Tables
from tests.rubric.conftest import Check, action, only, practice

P0 = 'practices[0] "security.p0"'
A0 = f'{P0}.actions[0] "security.p0.first"'


def put(where: Callable[[Tables], dict[str, Any]], field: str, value: Any) -> Callable[[Tables], None]:
    def mutate(tables: Tables) -> None:
        where(tables)[field] = value

    return mutate


def header(tables: Tables) -> dict[str, Any]:
    return tables["rubric"]


def dimension(tables: Tables) -> dict[str, Any]:
    return tables["security"]


@pytest.mark.parametrize(
    ("mutate", "place", "words"),
    [
        (put(header, "verzion", "1"), "verzion", "unknown; found: verzion; allowed: schema, id, version"),
        (put(header, "verzion", "1"), "verzion", "Did you mean version?"),
        (put(header, "schema", "ngo-assist/plan@1"), "schema", "not the schema of a rubric"),
        (put(header, "schema", "ngo-assist/rubric@2"), "schema", "a newer version of the program"),
        (put(header, "version", "one"), "version", "three numbers with dots"),
        (put(header, "id", "My rubric"), "id", "small Latin letters"),
        (put(header, "as_of", "2026-11-01"), "as_of", "a date without quotation marks"),
        (put(header, "languages", []), "languages", "the list is too short; found: 0; allowed: at least one"),
        (put(header, "languages", "en"), "languages", "a list in square brackets"),
        (put(header, "working_from", "2"), "working_from", "found: 2; allowed: a whole number"),
        (put(header, "working_from", 0), "working_from", "out of range; found: 0; allowed: 1 or more"),
        (put(header, "title", "A rubric"), "title", "a table of languages"),
        (put(header, "translations", {"ru": "done"}), "translations.ru", "allowed: draft, reviewed"),
        (put(header, "currency", {"code": "tenge"}), "currency.code", "three capital letters"),
        (put(header, "currency", {"kode": "KZT"}), "currency.kode", "Did you mean code?"),
        (put(header, "cost_bands", {"free": -1}), "cost_bands.free", "0 or more"),
        (put(header, "cost_bands", {"For free": 0}), "cost_bands.For free", "small Latin letters"),
        (put(header, "sources", [{"id": "law"}]), 'sources[0] "law".title', "missing"),
        (
            put(header, "sources", [{"id": "law", "title": 5}]),
            'sources[0] "law".title',
            "right kind; found: 5",
        ),
        (put(header, "retired", [{"id": "p1"}]), 'retired[0] "p1".id', "dimension.practice"),
        (put(dimension, "weight", 0), "weight", "found: 0; allowed: more than 0"),
        (put(dimension, "weight", float("inf")), "weight", "a number"),
        (put(dimension, "weight", 1001), "weight", "out of range; found: 1001; allowed: 1000 or less"),
        (put(header, "cost_bands", {"free": 2e12}), "cost_bands.free", "allowed: 1000000000000 or less"),
        (put(action, "effort_days", 366.5), f"{A0}.effort_days", "found: 366.5; allowed: 366 or less"),
        (put(dimension, "practices", {}), "practices", "a list"),
        (put(practice, "weight", -1), f"{P0}.weight", "more than 0"),
        (put(practice, "quick", "yes"), f"{P0}.quick", "found: yes; allowed: true or false"),
        (put(practice, "serves", ["fun"]), f"{P0}.serves[0]", "time, money, reach, safety, reporting"),
        (put(practice, "duty_date", "31-03"), f"{P0}.duty_date", "such as 03-31"),
        (put(practice, "question", "How?"), f"{P0}.question", "a table of languages"),
        (put(practice, "question", {"English": "How?"}), f"{P0}.question.English", "codes of languages"),
        (put(practice, "levels", "many"), f"{P0}.levels", "a list"),
        (put(practice, "qestion", {}), f"{P0}.qestion", "Did you mean question?"),
        (put(action, "from", -1), f"{A0}.from", "found: -1; allowed: 0 or more"),
        (put(action, "to", 2.5), f"{A0}.to", "found: 2.5; allowed: a whole number"),
        (put(action, "to", True), f"{A0}.to", "found: true; allowed: a whole number"),
        (put(action, "from_level", 0), f"{A0}.from_level", "this field is unknown"),
        (put(action, "effort_days", 0), f"{A0}.effort_days", "more than 0"),
        (put(action, "effort_days", "one"), f"{A0}.effort_days", "found: one; allowed: a number"),
        (put(action, "relief", 4), f"{A0}.relief", "3 or less"),
        (put(action, "connectivity", "slow"), f"{A0}.connectivity", "none, occasional, mobile, steady"),
        (put(action, "connectivity", "mobil"), f"{A0}.connectivity", "Did you mean mobile?"),
        (put(action, "requires", ["first"]), f"{A0}.requires[0]", "dimension.practice.action"),
        (put(action, "requires", "x.y.z"), f"{A0}.requires", "a list"),
        (put(action, "steps", ["one", "two"]), f"{A0}.steps", "a table of languages"),
    ],
)
def test_a_field_that_does_not_fit_is_told_with_its_place_and_what_is_allowed(
    check: Check, mutate: Callable[[Tables], object], place: str, words: str
) -> None:
    report = check(mutate)
    at = [finding for finding in report.errors if finding.place == place]
    assert at, [finding.in_words() for finding in report.errors]
    assert words in at[0].in_words()


@pytest.mark.parametrize(
    "field", ["schema", "id", "version", "licence", "as_of", "title", "languages", "levels"]
)
def test_a_missing_field_of_the_header_is_told(check: Check, field: str) -> None:
    report = check(lambda tables: tables["rubric"].pop(field))
    assert (field, "this field is missing") in [(f.place, str(f.what)) for f in report.errors]


@pytest.mark.parametrize("field", ["question", "why", "evidence", "levels", "actions"])
def test_a_missing_field_of_a_practice_is_told(check: Check, field: str) -> None:
    error = only(check(lambda tables: practice(tables).pop(field)).errors)
    assert (error.place, str(error.what)) == (f"{P0}.{field}", "this field is missing")


@pytest.mark.parametrize("count", [1, 8])
def test_a_rubric_has_two_to_seven_levels(check: Check, count: int) -> None:
    def mutate(tables: Tables) -> None:
        tables["rubric"]["levels"] = [tables["rubric"]["levels"][0]] * count

    error = only(check(mutate).errors)
    assert (error.place, error.found, str(error.allowed)) == ("levels", str(count), "2 to 7 levels")


def test_a_finding_names_the_line_in_the_file(check: Check) -> None:
    error = only(check(put(lambda tables: action(tables, 1), "effort_days", -2)).errors)
    assert error.file == "security.toml"
    assert error.line is not None


def test_nothing_in_a_finding_speaks_of_the_library_that_found_it(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        tables["security"]["practices"][0] = 7
        tables["people"]["practices"][0]["question"] = []
        tables["rubric"]["levels"] = "five"

    words = "\n".join(check(mutate).in_words())
    for jargon in ("pydantic", "Input should", "valid", "dict", "tuple", "instance", "str_", "_type"):
        assert jargon not in words


def test_terminal_escapes_in_a_file_do_not_reach_the_screen(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        tables["security"]["\x1b[31m"] = 1
        practice(tables)["id"] = "\x1b[2J"
        practice(tables)["question"]["en"] = "\x1b]0;title\x07"

    assert "\x1b" not in "\n".join(check(mutate).in_words())
