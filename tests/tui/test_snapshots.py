"""How the screens look. After a change that is meant: `pytest --snapshot-update`, then look at them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from ngo_assist.example import example
from ngo_assist.tui.app import NgoAssistApp

from .conftest import NOW, PROFILE, Computer, settle

SIZES = [(80, 24), (120, 36)]
LANGUAGES = ["en", "ru", "kk"]
PLANNING = ("results", "limits", "plan", "action")
Compare = Callable[..., bool]


def prepared(computer: Computer, language: str, *, first: str = "home") -> NgoAssistApp:
    """Return the program over three organisations: one begun, one answered, one new."""
    session = computer.session(language)
    session.create(PROFILE.updated_with(name="Жас толқын"))
    session.start("quick")
    given = example(language, computer.rubric, NOW)
    session.create(given.organisation)
    slug = session.writable.slug
    session.start("quick")
    session.change_assessment(session.assessment.updated_with(answers=given.answers))
    session.create(PROFILE)
    session.start("quick")
    for practice in session.practices[:4]:
        session.answer(practice.id, 2)
    session.doubt(session.practices[4].id, True)
    session.annotate(session.practices[4].id, "[b]3[/b] | 2026", ())
    session.close()
    # Which one was saved last is told by the files' times; these must not depend on the disk's clock.
    import os

    for place, path in enumerate(sorted((computer.root / "workspace").glob("*/assessments/*.toml"))):
        os.utime(path, (place, 1000 + place))
    app = computer.app(language, first=first)
    if first in PLANNING:
        app.session.open(slug)
        app.session.plans.make(app.session.plans.limits)
        plan = app.session.plans.plan
        app.session.plans.place = plan.actions[0].id if plan else None
    elif first != "home":
        app.session.open("komek")
    return app


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("first", "press"),
    [
        pytest.param("home", [], id="home"),
        pytest.param("profile", [], id="profile"),
        pytest.param("interview", [], id="interview"),
        pytest.param("interview", ["f1"], id="help"),
        pytest.param("interview", ["f8"], id="map"),
        pytest.param("results", [], id="results"),
        pytest.param("limits", [], id="limits"),
        pytest.param("plan", [], id="plan"),
        pytest.param("plan", ["end"], id="plan-end"),
        pytest.param("action", [], id="action"),
        pytest.param("action", ["end", "enter"], id="text"),
    ],
)
def test_screen(
    computer: Computer,
    snap_compare: Compare,
    language: str,
    size: tuple[int, int],
    first: str,
    press: list[str],
) -> None:
    app = prepared(computer, language, first=first)
    assert snap_compare(app, terminal_size=size, run_before=_then(press))


@pytest.mark.parametrize("size", SIZES)
def test_first_start(computer: Computer, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(computer.app("kk", ask=True), terminal_size=size, run_before=_then([]))


def test_light_colours(computer: Computer, snap_compare: Compare) -> None:
    app = prepared(computer, "kk", first="interview")
    app.wear("light")
    assert snap_compare(app, terminal_size=(80, 24), run_before=_then([]))


def test_without_colours(computer: Computer, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = prepared(computer, "en", first="interview")
    assert snap_compare(app, terminal_size=(80, 24), run_before=_then([]))


def test_a_small_window(computer: Computer, snap_compare: Compare) -> None:
    app = prepared(computer, "ru", first="interview")
    assert snap_compare(app, terminal_size=(60, 20), run_before=_then([]))


def _then(press: list[str]) -> Callable[[Any], Awaitable[None]]:
    async def before(pilot: Any) -> None:
        await settle(pilot)
        if press:
            await pilot.press(*press)
        await settle(pilot)
        for cursor in pilot.app.screen.query("Input, TextArea"):
            cursor.cursor_blink = False
        await settle(pilot)

    return before
