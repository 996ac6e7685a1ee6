"""Warnings: a rubric can be used with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ngo_assist.rubric.findings import Finding
from tests.make_rubric import Tables
from tests.rubric.conftest import Check, action, only, practice
from tests.rubric.test_ladders import rungs

P0 = 'practices[0] "security.p0"'
A0 = f'{P0}.actions[0] "security.p0.first"'


@pytest.fixture
def warn(check: Check) -> Callable[..., Finding]:
    def run(mutate: Callable[[Tables], object], **options: Any) -> Finding:
        report = check(mutate, **options)
        assert report.ok
        return only(report.warnings)

    return run


Warn = Callable[..., Finding]


def test_a_made_rubric_gives_no_warnings(check: Check) -> None:
    assert check().findings == ()


def test_two_levels_that_read_alike(warn: Warn) -> None:
    def mutate(tables: Tables) -> None:
        practice(tables)["levels"][1]["en"] = "A copy of the files is made every week by somebody."
        practice(tables)["levels"][2]["en"] = "A copy of the files is made each week by somebody."

    warning = warn(mutate)
    assert warning.place == f"{P0}.levels[2].en"
    assert "reads nearly like level 1" in warning.in_words()


def test_levels_that_differ_by_a_number_or_a_telling_word_are_no_doubt(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        levels = practice(tables)["levels"]
        levels[1]["en"] = "A copy is made once in 12 months."
        levels[2]["en"] = "A copy is made once in 3 months."
        levels[3]["en"] = "Some people use a manager."
        levels[4]["en"] = "All people use a manager."

    assert check(mutate).findings == ()


def test_two_titles_that_read_alike_in_the_whole_rubric(warn: Warn) -> None:
    def mutate(tables: Tables) -> None:
        action(tables)["title"]["en"] = "Copy the files to a USB stick every week"
        tables["people"]["practices"][1]["actions"][0]["title"]["en"] = (
            "Copy your files to a USB stick every week"
        )

    warning = warn(mutate)
    assert warning.file == "people.toml"
    assert "like that of security.p0.first" in warning.in_words()


@pytest.mark.parametrize(
    ("where", "place", "most"),
    [
        (practice, f"{P0}.question", 160),
        (lambda t: {"question": practice(t)["levels"][0]}, f"{P0}.levels[0]", 130),
        (lambda t: {"question": action(t)["title"]}, f"{A0}.title", 80),
    ],
)
def test_a_text_that_is_long_for_a_small_screen(
    warn: Warn, where: Callable[[Tables], dict[str, Any]], place: str, most: int
) -> None:
    warning = warn(lambda tables: where(tables)["question"].update(kk="Ә" * (most + 1)))
    assert warning.place == f"{place}.kk"
    assert f"{most} characters or less" in warning.in_words()


def test_a_text_left_untranslated(warn: Warn) -> None:
    same = "Всё лежит только в одном месте."
    warning = warn(lambda tables: practice(tables)["why"].update(ru=same, kk=same))
    assert warning.place == f"{P0}.why.kk"


def test_no_practice_in_quick_mode(warn: Warn) -> None:
    def mutate(tables: Tables) -> None:
        for dimension in ("security", "people"):
            for made in tables[dimension]["practices"]:
                made["quick"] = False

    assert "no practice is in quick mode" in warn(mutate).in_words()


def test_a_duty_that_takes_many_actions(check: Check) -> None:
    def mutate(tables: Tables) -> None:
        practice(tables)["duty"] = "law"
        for number, rung in enumerate(rungs(tables, 0, (0, 1), (1, 2), (2, 3), (3, 4))):
            rung["title"] = tables["people"]["practices"][number % 2]["levels"][number]

    warnings = [f for f in check(mutate).warnings if "legal duty takes many" in f.in_words()]
    assert (only(tuple(warnings)).place, warnings[0].found) == (f"{P0}.actions", "3")


@pytest.mark.parametrize("field", [{"foundation": True}, {"duty": "law"}])
def test_a_foundation_or_duty_that_needs_a_connection_from_the_start(
    warn: Warn, field: dict[str, Any]
) -> None:
    def mutate(tables: Tables) -> None:
        practice(tables).update(field)
        for made in practice(tables)["actions"]:
            made["connectivity"] = "mobile"

    assert "without a connection" in warn(mutate).in_words()
