"""In the smallest windows and in every language, all buttons and all keys of a screen are in sight."""

from __future__ import annotations

import pytest
from textual.widgets import Button

from ngo_assist.tui.app import SCREENS
from ngo_assist.tui.widgets.keys_line import KeysLine, fitting, hints

from .conftest import PROFILE, Computer, settle
from .waiting import until

FORMS = ("profile",)
"""Screens that are scrolled as a whole, their button with them."""


@pytest.mark.parametrize("size", [(60, 20), (80, 24)], ids=["60x20", "80x24"])
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_every_button_and_every_key_is_in_sight(
    computer: Computer, language: str, size: tuple[int, int]
) -> None:
    app = computer.app(language)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        session = app.session
        session.create(PROFILE)
        session.start("quick")
        for number, practice in enumerate(session.practices):
            session.answer(practice.id, number % 3)
        session.plans.make(session.plans.limits)
        assert session.plans.plan is not None
        session.plans.place = session.plans.plan.actions[0].id
        # Something to undo puts one more key on the line.
        session.plans.set_status(session.plans.place, "doing")
        for name in [*(name for name in SCREENS if name != "home"), "home"]:
            await app.go(name)
            await until(pilot, lambda name=name: type(app.screen).__name__ == SCREENS[name][1])  # type: ignore[misc]
            await settle(pilot)
            await app.workers.wait_for_complete()
            await pilot.pause()
            for button in app.screen.query(Button):
                if button.display and name not in FORMS:
                    seen = app.screen.find_widget(button).visible_region
                    assert seen == button.region and seen.height and seen.right <= size[0], (name, button.id)
                    assert len(str(button.label)) + 4 <= seen.width, (name, button.id)
            line = app.screen.query_one(KeysLine)
            lines = fitting(hints(app.screen, app.session.t), line.content_size.width)
            assert len(lines) <= line.size.height, name
