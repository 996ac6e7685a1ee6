"""How the views of the results look, after a second assessment with targets set."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.screens.results import VIEWS

from .conftest import NOW, PROFILE, Computer, settle

SIZES = [(60, 20), (80, 24), (120, 36)]
LANGUAGES = ["en", "ru", "kk"]
KEYS = {
    "picture": ["1"],
    "practices": ["2", "right", "right", "down"],
    "start": ["3"],
    "law": ["4"],
    "targets": ["5", "down", "right", "enter", "down"],
    "progress": ["6"],
    "practice": ["2", "down", "enter"],
    "moved": ["6", "end"],
}
"""The keys that lead to each look; the views first."""
Compare = Callable[..., bool]


def twice(computer: Computer, language: str) -> NgoAssistApp:
    """Return the program at the results of an organisation that has answered all questions twice."""
    session = computer.session(language)
    session.create(PROFILE)
    slug = session.writable.slug
    session.start("full")
    for number, practice in enumerate(session.practices):
        session.answer(practice.id, number * 7 % 4)
    first = session.assessment.updated_with(
        id="2026-05-02", uid="then", finished=NOW - timedelta(days=205), targets={}
    )
    session.writable.save_assessment(first)
    for number, practice in enumerate(session.practices):
        if number % 11 == 5 and practice.not_applicable:
            session.does_not_apply(practice.id, "–")
        elif number % 3 == 0:
            session.answer(practice.id, min(4, number * 7 % 4 + 1))
        elif number % 10 == 7:
            session.answer(practice.id, 0)
    session.annotate(session.practices[4].id, "2 × 3 | [b]4[/b]", ("1", "2"))
    session.change_assessment(session.assessment.updated_with(targets={"security": 3}))
    session.close()
    app = computer.app(language, first="results")
    app.session.open(slug)
    return app


def _then(press: list[str]) -> Callable[[Any], Awaitable[None]]:
    async def before(pilot: Any) -> None:
        await settle(pilot)
        for key in press:
            await pilot.press(key)
            await settle(pilot)

    return before


def test_every_view_has_its_picture() -> None:
    assert set(VIEWS) <= set(KEYS)


@pytest.mark.parametrize("size", SIZES, ids=["60x20", "80x24", "120x36"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("look", KEYS)
def test_view(
    computer: Computer, snap_compare: Compare, language: str, size: tuple[int, int], look: str
) -> None:
    app = twice(computer, language)
    assert snap_compare(app, terminal_size=size, run_before=_then(KEYS[look]))


@pytest.mark.parametrize("look", ["picture", "practices", "targets", "progress"])
def test_light_colours(computer: Computer, snap_compare: Compare, look: str) -> None:
    app = twice(computer, "kk")
    app.wear("light")
    assert snap_compare(app, terminal_size=(80, 24), run_before=_then(KEYS[look]))


@pytest.mark.parametrize("look", ["picture", "practices", "targets", "progress"])
def test_without_colours(
    computer: Computer, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, look: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = twice(computer, "kk")
    assert snap_compare(app, terminal_size=(80, 24), run_before=_then(KEYS[look]))
