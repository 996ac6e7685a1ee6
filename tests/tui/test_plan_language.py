"""A change of language while a screen is seen: every button is as wide as its words."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Button, Static

from ngo_assist.tui.app import NgoAssistApp
from tests.tui.planned import SMALL, session, shown
from tests.tui.waiting import until


def cut(pilot: Pilot[None]) -> list[str]:
    """Return the labels that have less room than they need."""
    seen = [button for button in pilot.app.screen.query(Button) if button.display]
    assert seen
    return [str(button.label) for button in seen if button.content_region.width < cell_len(str(button.label))]


@pytest.mark.parametrize("size", [SMALL, (60, 20)])
@pytest.mark.parametrize("screen", ["plan", "limits", "results", "home", "action", "model", "saved"])
async def test_no_button_is_cut_when_the_language_is_changed(
    tmp_path: Path, screen: str, size: tuple[int, int]
) -> None:
    made = session(tmp_path, plan=True, language="kk")
    made.plans.place = made.plans.plan.actions[0].id  # type: ignore[union-attr]
    async with shown(made, screen, size=size) as pilot:
        app = pilot.app
        assert isinstance(app, NgoAssistApp)
        for language in ("ru", "en", "kk", "ru"):
            app.speak(language)
            await until(pilot, lambda: not cut(pilot))


async def test_a_plan_in_another_language_says_so_and_how_it_is_changed(tmp_path: Path) -> None:
    made = session(tmp_path, plan=True, language="kk")
    async with shown(made, "plan") as pilot:
        said = pilot.app.screen.query_one("#said", Static)
        assert not said.display
        assert isinstance(pilot.app, NgoAssistApp)
        pilot.app.speak("en")
        await until(pilot, lambda: said.display)
        assert str(said.render()).startswith("This plan is in Kazakh. “Plan again” writes it in yours")
