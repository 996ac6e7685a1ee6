"""Pictures of every screen: three languages, two sizes, dark, light and without colours.

After a change that is meant: `pytest tests/tui/test_atlas.py --snapshot-update`, then look at them.
"""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import Literal

import pytest
from pytest_textual_snapshot import SVGImageExtension
from syrupy.assertion import SnapshotAssertion
from textual.filter import Monochrome
from textual.pilot import Pilot

from ngo_assist.application import model_rows
from ngo_assist.application.places import Entry, Place
from ngo_assist.llm import catalogue
from ngo_assist.rubric.model import Rubric
from ngo_assist.tui import screens
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.screens.base import AnyScreen, NgoModal, NgoScreen
from tests.llm.small_model import ENTRY, catalogue_with

from .conftest import NOW, Computer, settle
from .model_shelf import FREE_DISK
from .scenes import SCENES, Scene, several

LANGUAGES = ["en", "ru", "kk"]
LOOKS = {
    (80, 24): ("dark", "light", "mono"),
    (120, 36): ("dark", "light", "mono"),
    (60, 20): ("dark",),
}
"""The colours by columns and lines; the first of them for every state, the others once for a screen."""
FOLDER = Path("/home/aigul/Downloads")


def subclasses(of: type[AnyScreen[object]]) -> set[type[AnyScreen[object]]]:
    below = set(of.__subclasses__())
    return below.union(*(subclasses(each) for each in below))


def test_every_screen_has_its_scene() -> None:
    for module in pkgutil.iter_modules(screens.__path__):
        importlib.import_module(f"{screens.__name__}.{module.name}")
    every = {each for each in subclasses(AnyScreen) if each.__module__.startswith(screens.__name__)}
    shown = {each.__name__ for each in every if not each.__subclasses__()} | {"ConfirmScreen"}
    assert {scene.screen for scene in SCENES} == shown
    assert len({scene.name for scene in SCENES}) == len(SCENES)
    assert NgoScreen in every and NgoModal in every


@pytest.fixture(autouse=True)
def same_everywhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No folder, disk, model or server of this computer is seen in a picture."""
    found = [Entry(FOLDER / "komek-2026-11-23.zip", "zip", NOW)]
    monkeypatch.setattr("ngo_assist.tui.screens.share.copies_go_to", lambda: FOLDER)
    monkeypatch.setattr(
        "ngo_assist.tui.screens.file_search.usual_places",
        lambda: [Place("downloads", FOLDER), Place("home", FOLDER.parent)],
    )
    monkeypatch.setattr("ngo_assist.tui.screens.received.found_in", lambda places: found)
    monkeypatch.setattr(catalogue, "starter", lambda: None)
    monkeypatch.setattr(model_rows, "disk_room", lambda folder: FREE_DISK)
    # A screen names the folder: it is the same in every run.
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", SCENES, ids=[scene.name for scene in SCENES])
async def test_scene(
    rubric: Rubric, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch, language: str, scene: Scene
) -> None:
    with catalogue_with(ENTRY, monkeypatch):
        app = scene.world(Computer(Path(), rubric), language)
        async with app.run_test(size=(80, 24)) as pilot:
            await scene.play(pilot)
            assert type(app.screen).__name__ == scene.screen
            for (width, height), looks in LOOKS.items():
                await pilot.resize_terminal(width, height)
                await settle(pilot)
                for look in looks[:1] if scene.more else looks:
                    await dressed(pilot, app, look)
                    name = f"{width}x{height}-{look}"
                    picture = app.export_screenshot(simplify=True)
                    assert picture == snapshot(name=name, extension_class=SVGImageExtension), name


@pytest.mark.parametrize("theme", ["contrast", "terminal"])
async def test_home_in_other_colours(
    computer: Computer, snapshot: SnapshotAssertion, theme: Literal["contrast", "terminal"]
) -> None:
    app = several(computer, "kk")
    app.wear(theme)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.export_screenshot(simplify=True) == snapshot(extension_class=SVGImageExtension)


async def test_who_asks_for_no_colours_sees_the_pictures_without_them(
    rubric: Rubric, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pictures = []
    for number, no_color in enumerate((None, "1")):
        if no_color:
            monkeypatch.setenv("NO_COLOR", no_color)
        app = several(Computer(tmp_path / str(number), rubric), "ru")
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            if not no_color:
                await dressed(pilot, app, "mono")
            pictures.append(app.export_screenshot(simplify=True))
    assert pictures[0] == pictures[1]


async def dressed(pilot: Pilot[None], app: NgoAssistApp, look: str) -> None:
    """Put on the colours; a program that begins with NO_COLOR has the filter from the start."""
    app._filters[:] = [each for each in app._filters if not isinstance(each, Monochrome)]
    if look == "mono":
        app._filters.append(Monochrome())
    app.wear("light" if look == "light" else "dark")
    app.refresh_css(animate=False)
    await settle(pilot)
