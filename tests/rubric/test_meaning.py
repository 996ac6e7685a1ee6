"""Ids, references, counts, bands and dates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.make_rubric import Tables
from tests.rubric.conftest import Check, action, only, practice

P0 = 'practices[0] "security.p0"'
A0 = f'{P0}.actions[0] "security.p0.first"'


def ask(**changes: Any) -> dict[str, Any]:
    title = {"en": "Help.", "ru": "Помогите.", "kk": "Көмек."}
    text = {"en": "Please help {organisation}.", "ru": "Помогите {organisation}.", "kk": "Көмек керек."}
    return {
        "id": "help",
        "practice": "security.p0",
        "title": title,
        "addressee": title,
        "text": text,
        **changes,
    }


def set_(part: Callable[[Tables], dict[str, Any]], **fields: Any) -> Callable[[Tables], object]:
    return lambda tables: part(tables).update(fields)


def header(tables: Tables) -> dict[str, Any]:
    return tables["rubric"]


def security(tables: Tables) -> dict[str, Any]:
    return tables["security"]


MISTAKES: list[tuple[Callable[[Tables], object], str, str]] = [
    (set_(header, working_from=5), "working_from", "does not exist; found: 5; allowed: 1 to 4"),
    (set_(header, languages=["en", "ru", "kk", "en"]), "languages[3]", "listed twice; found: en"),
    (set_(header, dimensions=["security", "people", "people"]), "dimensions[2]", "listed twice"),
    (set_(header, translations={"uz": "draft"}), "translations.uz", "not declared"),
    (set_(header, cost_bands={"free": 0, "high": 5, "low": 5}), "cost_bands.low", "more than 5"),
    (set_(header, cost_bands={}), "cost_bands", "no cost bands"),
    (set_(header, retired=[{"id": "security.p0"}]), 'retired[0] "security.p0".id', "still in use"),
    (
        set_(header, retired=[{"id": "security.old", "successor": "security.po"}]),
        'retired[0] "security.old".successor',
        "no such practice; found: security.po",
    ),
    (
        set_(header, retired=[{"id": "a.b"}, {"id": "a.b"}]),
        'retired[1] "a.b".id',
        "already taken by rubric.toml:",
    ),
    (
        set_(security, id="safety"),
        "id",
        "not named after the dimension in it; found: safety; allowed: security",
    ),
    (set_(security, practices=[]), "practices", "has no practices"),
    (set_(practice, id="people.x"), 'practices[0] "people.x".id', "allowed: security.x"),
    (
        lambda tables: practice(tables, 1).update(id="security.p0"),
        'practices[1] "security.p0".id',
        "already taken by security.toml:",
    ),
    (
        set_(action, id="security.p1.first"),
        f'{P0}.actions[0] "security.p1.first".id',
        "allowed: security.p0.first",
    ),
    (
        set_(lambda t: action(t, 1), id="security.p0.first"),
        f'{P0}.actions[1] "security.p0.first".id',
        "taken",
    ),
    (lambda tables: practice(tables)["levels"].pop(), f"{P0}.levels", "found: 4; allowed: 5"),
    (set_(practice, duty="law-2"), f"{P0}.duty", "no such source in rubric.toml; found: law-2; allowed: law"),
    (
        set_(practice, duty="law", duty_date="02-30"),
        f"{P0}.duty_date",
        "does not exist every year; found: 02-30",
    ),
    (set_(practice, duty="law", duty_date="02-29"), f"{P0}.duty_date", "does not exist every year"),
    (set_(practice, duty="law", duty_date="04-31"), f"{P0}.duty_date", "does not exist every year"),
    (set_(action, to=0), f"{A0}.to", "a higher level than it starts from"),
    (
        set_(lambda t: action(t, 1), to=5),
        f'{P0}.actions[1] "security.p0.second".to',
        "found: 5; allowed: 1 to 4",
    ),
    (set_(action, cost="lo"), f"{A0}.cost", "allowed: free, low, high. Did you mean low?"),
    (
        set_(security, asks=[ask(practice="security.p9")]),
        'asks[0] "help".practice',
        "Did you mean security.p",
    ),
    (set_(security, asks=[ask(when={"at_most": 5})]), 'asks[0] "help".when.at_most', "allowed: 0 to 4"),
    (set_(security, asks=[ask(), ask()]), 'asks[1] "help".id', "already taken"),
]


@pytest.mark.parametrize(("mutate", "place", "words"), MISTAKES, ids=[words for _, _, words in MISTAKES])
def test_what_does_not_fit_together_is_told_with_its_place(
    check: Check, mutate: Callable[[Tables], object], place: str, words: str
) -> None:
    report = check(mutate)
    at = [finding.in_words() for finding in report.errors if finding.place == place]
    assert at, [finding.in_words() for finding in report.errors]
    assert any(words in line for line in at), at


def test_ids_of_asks_are_one_family_over_all_dimensions(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        tables["security"]["asks"] = [ask()]
        tables["people"]["asks"] = [ask()]

    error = only(check(mutate).errors)
    assert (error.file, error.place) == ("people.toml", 'asks[0] "help".id')


def test_a_listed_dimension_needs_its_file(check: Check) -> None:
    error = only(check(lambda tables: tables["rubric"]["dimensions"].append("data")).errors)
    assert (error.place, error.found) == ("dimensions[2]", "data")
    assert "data.toml" in error.in_words()


def test_a_file_beside_the_header_has_to_be_listed(check: Check) -> None:
    error = only(check(lambda tables: tables["rubric"]["dimensions"].remove("people")).errors)
    assert "the file people.toml is not listed" in error.in_words()


def test_a_date_without_a_duty_is_a_warning(check: Check) -> None:
    report = check(set_(practice, duty_date="03-31"))
    assert report.ok
    assert only(report.warnings).place == f"{P0}.duty_date"
