"""The colours: every text can be read, and each theme can be worn."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from ngo_assist.application.settings import ThemeName
from ngo_assist.tui.screens.glossary import WORDS, GlossaryScreen
from ngo_assist.tui.theme import CONTRAST, DARK, LIGHT, THEMES

from .conftest import Computer, settle, shown
from .waiting import until_screen

INKS = ("primary", "secondary", "accent", "warning", "error", "success", "foreground")


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2: 1 for the same colour, 21 for black on white."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [part / 255 for part in Color.parse(colour).rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("theme", "least"), [(DARK, 4.5), (LIGHT, 4.5), (CONTRAST, 7)], ids=lambda v: getattr(v, "name", v)
)
def test_every_ink_can_be_read_on_every_ground(theme: Theme, least: float) -> None:
    inks = {name: getattr(theme, name) for name in INKS} | {"muted": theme.variables["muted"]}
    grounds = {"background": theme.background, "surface": theme.surface, "panel": theme.panel}
    found = {
        (ink, ground): contrast(colour, on)
        for ink, colour in inks.items()
        for ground, on in grounds.items()
        if on is not None
    }
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < least} == {}
    for cursor in ("block-cursor", "block-cursor-blurred"):
        ratio = contrast(theme.variables[f"{cursor}-foreground"], theme.variables[f"{cursor}-background"])
        assert ratio >= least


def test_the_measure_knows_black_from_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@pytest.mark.parametrize("theme", list(THEMES))
async def test_each_theme_is_worn_at_once_and_the_next_time(computer: Computer, theme: ThemeName) -> None:
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.wear(theme)
        await settle(pilot)
        assert app.theme == THEMES[theme].name
        assert "Welcome" in shown(app)
    again = computer.app()
    again.settings = type(again.settings).read(again.settings.path)
    assert again.settings.settings.theme == theme


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_the_words_on_the_screens_are_explained_from_the_menu(
    computer: Computer, language: str
) -> None:
    app = computer.app(language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.action_words()
        await settle(pilot)
        assert isinstance(app.screen, GlossaryScreen)
        assert app.session.t(WORDS[0][0]) in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert not isinstance(app.screen, GlossaryScreen)


async def test_the_menu_finds_the_words_by_what_people_call_such_a_list(computer: Computer) -> None:
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f10", *"glossary", "enter")
        await until_screen(pilot, GlossaryScreen)
