"""The whole way to the results with the mouse alone; only the name is typed."""

from __future__ import annotations

from typing import Any

import pytest

from ngo_assist.tui.screens.interview import InterviewScreen

from .conftest import PROFILE, Computer, settle, shown


async def click_on(pilot: Any, text: str) -> None:
    """Click on a text where it stands on the screen."""
    await settle(pilot)
    for line, content in enumerate(shown(pilot.app).splitlines()):
        column = content.find(text)
        if column >= 0:
            await pilot.click(offset=(column, line))
            await settle(pilot)
            return
    raise AssertionError(f"{text!r} is not on the screen:\n{shown(pilot.app)}")


@pytest.mark.parametrize(("language", "name"), [("en", "English"), ("kk", "Қазақша")])
async def test_from_nothing_to_the_results_by_mouse_alone(
    computer: Computer, language: str, name: str
) -> None:
    app = computer.app("en", ask=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await click_on(pilot, name)
        assert app.session.language == language
        await pilot.click("#new")
        await settle(pilot)
        await pilot.press(*"Komek")
        await pilot.click("#settlement", offset=(2, 0))
        await settle(pilot)
        assert app.session.organisation.settlement == "city"
        await click_on(pilot, "Ctrl+S")
        await pilot.click("#modes", offset=(4, 0))
        await settle(pilot)
        rubric = app.session.rubric
        for number in range(12):
            assert isinstance(app.screen, InterviewScreen)
            await click_on(pilot, rubric.level_name(number % 3, app.session.rubric_language)[:10])
        assert not isinstance(app.screen, InterviewScreen)
        assert len(app.session.assessment.answers) == 12


async def test_a_double_click_answers_one_question(computer: Computer) -> None:
    app = computer.interviewing(PROFILE.updated_with(name="Komek"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.click("#levels", offset=(10, 0), times=2)
        await settle(pilot)
        assert len(app.session.assessment.answers) == 1


async def test_every_key_at_the_bottom_can_be_clicked(computer: Computer) -> None:
    app = computer.interviewing(PROFILE.updated_with(name="Komek"))
    async with app.run_test(size=(80, 24)) as pilot:
        await click_on(pilot, "F3 Why")
        assert "Why it matters" in shown(app)
        await click_on(pilot, "Close")
        await click_on(pilot, "F8 Map")
        assert "of 12 answered" in shown(app)
        await click_on(pilot, "Esc Close")
        await click_on(pilot, "→ Skip")
        assert app.session.place == app.session.practices[1].id
        await click_on(pilot, "F10 Menu")
        await click_on(pilot, "Light colours")
        assert app.theme == "ngo-light"
        await click_on(pilot, "EN ▾")
        await click_on(pilot, "Русский")
        assert app.session.language == "ru"
