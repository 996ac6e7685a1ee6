"""From nothing to the files that are handed over: by keys alone and by mouse alone, in each language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ngo_assist.tui.screens.interview import InterviewScreen
from ngo_assist.tui.screens.limits import LimitsScreen
from ngo_assist.tui.screens.plan import PlanScreen
from ngo_assist.tui.screens.results import ResultsScreen
from ngo_assist.tui.screens.saved import SavedScreen

from .conftest import Computer, settle
from .test_way_by_mouse import click_on
from .waiting import until, until_screen

LANGUAGES = [("en", "English"), ("ru", "Русский"), ("kk", "Қазақша")]


async def _language_by_keys(pilot: Any, language: str) -> None:
    # The three buttons stand in this order whatever the locale says.
    for _ in range(3):
        if pilot.app.focused.id == language:
            break
        await pilot.press("down")
    await pilot.press("enter")


def _files(computer: Computer) -> set[str]:
    return {path.name for path in (computer.root / "workspace").rglob("*") if path.is_file()}


@pytest.mark.parametrize(("language", "name"), LANGUAGES)
async def test_the_whole_way_by_keys_alone(computer: Computer, language: str, name: str) -> None:
    app = computer.app("en", ask=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await _language_by_keys(pilot, language)
        await until(pilot, lambda: app.session.language == language)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(*"Komek", "ctrl+s")
        await settle(pilot)
        await pilot.press("enter")
        for number in range(12):
            await until_screen(pilot, InterviewScreen)
            await pilot.press(str(number % 3))
            await settle(pilot)
        await until_screen(pilot, ResultsScreen)
        await pilot.press("ctrl+s")
        await until_screen(pilot, LimitsScreen)
        await pilot.press("ctrl+s")
        await until_screen(pilot, PlanScreen)
        await settle(pilot)
        await pilot.press("space")
        await until(pilot, lambda: _plan(app).actions[0].status != "todo")
        await pilot.press("f5")
        await until_screen(pilot, SavedScreen)
        assert {"plan.toml", "plan.md"} <= _files(computer)
        assert "# " in _markdown(computer)


@pytest.mark.parametrize(("language", "name"), LANGUAGES)
async def test_the_whole_way_by_mouse_alone(computer: Computer, language: str, name: str) -> None:
    app = computer.app("en", ask=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await click_on(pilot, name)
        await until(pilot, lambda: app.session.language == language)
        t = app.session.t
        await pilot.click("#new")
        await settle(pilot)
        await pilot.press(*"Komek")  # a name has to be typed
        await click_on(pilot, "Ctrl+S")
        await settle(pilot)
        await pilot.click("#modes", offset=(4, 0))
        rubric = app.session.rubric
        for number in range(12):
            await until_screen(pilot, InterviewScreen)
            await click_on(pilot, rubric.level_name(number % 3, app.session.rubric_language)[:10])
        await until_screen(pilot, ResultsScreen)
        await click_on(pilot, t("Make the plan"))
        await until_screen(pilot, LimitsScreen)
        await click_on(pilot, "Ctrl+S")
        await until_screen(pilot, PlanScreen)
        await settle(pilot)
        await click_on(pilot, "Space")
        await until(pilot, lambda: _plan(app).actions[0].status != "todo")
        await click_on(pilot, t("Read and send"))
        await until_screen(pilot, SavedScreen)
        assert {"plan.toml", "plan.md"} <= _files(computer)


def _plan(app: Any) -> Any:
    plan = app.session.plans.plan
    assert plan is not None
    return plan


def _markdown(computer: Computer) -> str:
    (page,) = (computer.root / "workspace").rglob("plan.md")
    return Path(page).read_text(encoding="utf-8")
