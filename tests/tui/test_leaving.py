"""Leaving at any moment: nothing breaks, nothing is lost, and a model at work is asked after."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from ngo_assist.application.session import Session
from ngo_assist.application.settings import Settings, SettingsFile
from ngo_assist.tui.app import SCREENS, NgoAssistApp
from ngo_assist.tui.screens.confirm import ConfirmScreen
from ngo_assist.tui.screens.home import HomeScreen
from ngo_assist.tui.screens.plan import PlanScreen
from tests.tui.planned import SMALL, session, shown
from tests.tui.scripted import ScriptedWriter, models

from .waiting import until, until_screen


def program(made: Session) -> NgoAssistApp:
    return NgoAssistApp(made, SettingsFile(made.workspace.root / "settings.toml", Settings(language="en")))


@pytest.mark.parametrize("screen", SCREENS)
async def test_the_program_can_be_left_while_a_screen_is_still_put_together(
    tmp_path: Path, screen: str
) -> None:
    made = session(tmp_path, plan=True)
    slug, app = made.writable.slug, program(made)
    async with app.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: app.screen.is_mounted)
        if not made.has_organisation:
            made.open(slug)
        await app.go(screen)
        app.simulate_key("escape")
        app.simulate_key("ctrl+q")
        await until(pilot, lambda: not app.is_running)
    assert not made.has_organisation


@pytest.mark.parametrize("screen", [name for name in SCREENS if name != "home"])
async def test_going_home_while_a_screen_is_put_together_and_the_window_changes(
    tmp_path: Path, screen: str
) -> None:
    made = session(tmp_path, plan=True)
    async with shown(made, "results") as pilot:
        await pilot.app.go(screen)  # type: ignore[attr-defined]
        await pilot.app.go("home")  # type: ignore[attr-defined]
        await pilot.resize_terminal(120, 36)
        await until_screen(pilot, HomeScreen)


async def writing(pilot: Pilot[None], made: Session, writer: ScriptedWriter) -> None:
    await until(pilot, lambda: bool(pilot.app.screen.query("#models")))
    await pilot.app.workers.wait_for_complete()
    await pilot.press("down", "enter")
    await writer.hanging.wait()
    await pilot.app.go("plan")  # type: ignore[attr-defined]
    await until_screen(pilot, PlanScreen)


async def test_the_way_home_asks_before_it_stops_a_model(tmp_path: Path) -> None:
    writer = ScriptedWriter(at=1, then="hang")
    made = session(tmp_path, plan=True)
    made.plans.models = models(writer)
    async with shown(made, "model") as pilot:
        await writing(pilot, made, writer)
        await pilot.app.go("home")  # type: ignore[attr-defined]
        await until_screen(pilot, ConfirmScreen)
        await pilot.press("escape")
        await until_screen(pilot, PlanScreen)
        assert made.is_drafting
        await pilot.app.go("home")  # type: ignore[attr-defined]
        await until_screen(pilot, ConfirmScreen)
        await pilot.click("#yes")
        await until_screen(pilot, HomeScreen)
        assert not made.has_organisation
        await until(pilot, lambda: writer.closed)


async def test_the_way_home_asks_nothing_once_the_model_is_done(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True)
    made.plans.models = models(ScriptedWriter())
    async with shown(made, "model") as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.press("down", "enter")
        await until(pilot, lambda: made.plans.drafting is not None and made.plans.drafting.ended)
        await pilot.app.go("home")  # type: ignore[attr-defined]
        await until_screen(pilot, HomeScreen)
