"""Reading the results off the screen, and a second assessment to compare with."""

from __future__ import annotations

from datetime import timedelta

from textual.pilot import Pilot
from textual.widgets import Static

from ngo_assist.application.session import Session
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.screens.results import ResultsScreen
from tests.tui.conftest import shown as letters
from tests.tui.planned import NOW
from tests.tui.waiting import until


def read(pilot: Pilot[None]) -> str:
    assert isinstance(pilot.app, NgoAssistApp)
    return letters(pilot.app)


def said(pilot: Pilot[None], id: str) -> str:
    return str(pilot.app.screen.query_one(id, Static).render())


def view(pilot: Pilot[None]) -> str:
    screen = pilot.app.screen
    assert isinstance(screen, ResultsScreen)
    return screen.session.results.view or "picture"


async def see(pilot: Pilot[None], words: str) -> None:
    await until(pilot, lambda: words in read(pilot))


async def click_on(pilot: Pilot[None], words: str, *, nth: int = 0) -> None:
    """Click on words, or a sign, where they stand on the screen."""
    await see(pilot, words)
    places = [(line.index(words), y) for y, line in enumerate(read(pilot).splitlines()) if words in line]
    await pilot.click(offset=places[nth])
    await pilot.pause()


def again(made: Session, **answers: int) -> Session:
    """Assess a second time, half a year after the first."""
    folder = made.writable
    folder.save_assessment(
        made.assessment.updated_with(id="2026-05-02", uid="then", finished=NOW - timedelta(days=205))
    )
    slug = folder.slug
    made.close()
    made.open(slug)
    for id, level in answers.items():
        made.answer(id.replace("_", "."), level)
    assert made.earlier is not None
    return made
