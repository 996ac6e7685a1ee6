"""Warnings: a rubric can be used with them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.make_rubric import Tables
from tests.rubric.conftest import Check, Warn, only, practice
from tests.rubric.test_ladders import rungs

P0 = 'practices[0] "security.p0"'


def test_a_made_rubric_gives_no_warnings(check: Check) -> None:
    assert check().findings == ()


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
