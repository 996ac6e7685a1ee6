"""How home and the screens of care look; see `test_snapshots` for how they are made anew."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from ngo_assist.application.places import Entry, Place
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.screens.arrival import ArrivalScreen

from .conftest import NOW, Computer, settle
from .test_home import finished
from .test_received_screens import sent_changed
from .test_snapshots import LANGUAGES, SIZES, prepared
from .waiting import until, until_screen

Compare = Callable[..., bool]
FOLDER = Path("/home/aigul/Downloads")


@pytest.fixture(autouse=True)
def same_folders_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [Entry(FOLDER / "komek-2026-11-23.zip", "zip", NOW)]
    monkeypatch.setattr("ngo_assist.tui.screens.share.copies_go_to", lambda: FOLDER)
    monkeypatch.setattr(
        "ngo_assist.tui.screens.file_search.usual_places",
        lambda: [Place("downloads", FOLDER), Place("home", FOLDER.parent)],
    )
    monkeypatch.setattr("ngo_assist.tui.screens.received.found_in", lambda places: found)


def with_care(computer: Computer, language: str) -> NgoAssistApp:
    """Return the program at home with an organisation that has all: a plan, two assessments, a backup."""
    slug = finished(computer, "Қауіпсіз ауыл")
    app = prepared(computer, language)
    session = computer.session(language)
    session.open(slug)
    session.start("quick")
    session.answer(session.practices[0].id, 2)
    session.close()
    return app


def then(press: list[str]) -> Callable[[Any], Awaitable[None]]:
    async def before(pilot: Any) -> None:
        await settle(pilot)
        for key in press:
            await pilot.press(key)
            await settle(pilot)
        for cursor in pilot.app.screen.query("Input"):
            cursor.cursor_blink = False
        await settle(pilot)

    return before


@pytest.mark.parametrize("size", [(60, 20), *SIZES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_welcome(computer: Computer, snap_compare: Compare, language: str, size: tuple[int, int]) -> None:
    assert snap_compare(computer.app(language), terminal_size=size, run_before=then([]))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "press",
    [
        pytest.param([], id="home"),
        pytest.param(["f6"], id="more"),
        pytest.param(["f6", *["down"] * 2, "enter"], id="assessments"),
        pytest.param(["f6", *["down"] * 3, "enter"], id="rename"),
        pytest.param(["f6", *["down"] * 4, "enter"], id="share"),
        pytest.param(["f6", *["down"] * 5, "enter"], id="backups"),
        pytest.param(["delete"], id="delete"),
        pytest.param(["delete", "left", "enter"], id="deleted"),
    ],
)
def test_care(
    computer: Computer, snap_compare: Compare, language: str, size: tuple[int, int], press: list[str]
) -> None:
    assert snap_compare(with_care(computer, language), terminal_size=size, run_before=then(press))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_received(computer: Computer, snap_compare: Compare, language: str, size: tuple[int, int]) -> None:
    async def before(pilot: Any) -> None:
        await settle(pilot)
        await pilot.app.go("received")
        await until(pilot, lambda: type(pilot.app.screen).__name__ == "ReceivedScreen")
        await pilot.app.workers.wait_for_complete()
        await then([])(pilot)

    assert snap_compare(computer.app(language), terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_arrival(
    computer: Computer, snap_compare: Compare, language: str, size: tuple[int, int], tmp_path: Path
) -> None:
    (tmp_path / "Downloads").mkdir()
    path = sent_changed(computer, tmp_path / "Downloads")

    async def before(pilot: Any) -> None:
        from ngo_assist.application.receiving import look_at

        await settle(pilot)
        (arrival,) = look_at(pilot.app.session, path)
        pilot.app.push_screen(ArrivalScreen(arrival))
        await until_screen(pilot, ArrivalScreen)
        await then([])(pilot)

    assert snap_compare(computer.app(language), terminal_size=size, run_before=before)


@pytest.mark.parametrize("theme", ["light", "contrast", "terminal"])
def test_home_in_other_colours(computer: Computer, snap_compare: Compare, theme: Any) -> None:
    app = with_care(computer, "kk")
    app.wear(theme)
    assert snap_compare(app, terminal_size=(80, 24), run_before=then([]))


def test_home_without_colours(
    computer: Computer, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(with_care(computer, "ru"), terminal_size=(80, 24), run_before=then([]))
