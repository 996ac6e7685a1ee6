"""What came by messenger, on screen: found, looked at, chosen, and nothing taken unasked."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from ngo_assist.application.places import Place
from ngo_assist.application.sharing import save_copy
from ngo_assist.assessment.model import Profile
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.screens.arrival import ArrivalScreen
from ngo_assist.tui.screens.home import HomeScreen
from ngo_assist.tui.screens.received import ReceivedScreen
from ngo_assist.tui.widgets.choice import Choice
from ngo_assist.workspace.bundle import gather
from ngo_assist.workspace.store import Workspace

from .conftest import NOW, Computer, settle, shown
from .test_home import finished, names
from .test_translated import english
from .waiting import until, until_screen


@pytest.fixture
def downloads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Downloads"
    folder.mkdir()
    places = [Place("downloads", folder), Place("home", tmp_path)]
    monkeypatch.setattr("ngo_assist.tui.screens.file_search.usual_places", lambda: places)
    return folder


def sent_new(computer: Computer, downloads: Path, name: str = "Umit") -> Path:
    """Someone sends an organisation that is not here."""
    slug = finished(computer, name)
    path = save_copy(computer.session(), slug, downloads, whole=True)
    shutil.rmtree(computer.root / "workspace" / slug)
    return path


def sent_changed(computer: Computer, downloads: Path, *, level: int = 4) -> Path:
    """Someone has gone on with Komek, which is here, on another computer."""
    slug = finished(computer, "Komek")
    there = computer.root / "there"
    shutil.copytree(computer.root / "workspace" / slug, there / slug)
    session = computer.session()
    session.workspace = Workspace(there, computer.uid)
    session.now = lambda: NOW + timedelta(days=2)
    session.open(slug)
    session.answer(session.practices[0].id, level)
    session.start("quick")
    session.close()
    return save_copy(session, slug, downloads, whole=True)


@asynccontextmanager
async def looking(
    computer: Computer, *, language: str = "en", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[NgoAssistApp, Pilot[None]]]:
    app = computer.app(language)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await app.go("received")
        await until_screen(pilot, ReceivedScreen)
        await app.workers.wait_for_complete()
        await pilot.pause()
        yield app, pilot


async def told(pilot: Pilot[Any], words: str) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen) and words in shown(pilot.app))  # type: ignore[arg-type]


async def test_a_new_organisation_is_found_added_and_the_cursor_is_on_it(
    computer: Computer, downloads: Path
) -> None:
    computer.workspace.create(Profile(name="Komek")).close()
    sent_new(computer, downloads)
    async with looking(computer) as (app, pilot):
        assert "umit-2026-11-23-full.zip" in shown(app)
        await pilot.press("enter")
        await until_screen(pilot, ArrivalScreen)
        assert "New here: “Umit”" in shown(app) and "1 assessment and 1 plan" in shown(app)
        assert names_here(computer) == ["Komek"]  # nothing is taken in yet
        await pilot.press("enter")
        await told(pilot, "“Umit” is in your list now")
        await until(pilot, lambda: sorted(names(app)) == ["Komek", "Umit"])
        chosen = app.screen.query_one("#organisations").item  # type: ignore[attr-defined]
        assert chosen.name == "Umit"
        await pilot.press("ctrl+z")
        await until(pilot, lambda: names(app) == ["Komek"])


def names_here(computer: Computer) -> list[str]:
    return [listed.name for listed in computer.workspace.organisations()]


async def test_esc_leads_back_step_by_step_and_takes_nothing(computer: Computer, downloads: Path) -> None:
    sent_new(computer, downloads)
    async with looking(computer) as (app, pilot):
        await pilot.press("enter")
        await until_screen(pilot, ArrivalScreen)
        await pilot.press("escape")
        await until_screen(pilot, ReceivedScreen)
        await pilot.press("escape")
        await until_screen(pilot, HomeScreen)
        assert names_here(computer) == []
        assert "Welcome" in shown(app)


async def test_what_differs_is_shown_and_left_unless_chosen(computer: Computer, downloads: Path) -> None:
    sent_changed(computer, downloads)
    before = gather(computer.root / "workspace" / "komek")
    async with looking(computer) as (app, pilot):
        await pilot.press("enter")
        await until_screen(pilot, ArrivalScreen)
        await settle(pilot)
        assert "is here already. What differs?" in shown(app)
        assert "1 answer differs" in shown(app) and "Partly → Runs without reminders" in shown(app)
        assert [choice.value for choice in app.screen.query(Choice)] == ["leave", "theirs"]
        # The new one is left out too: there is nothing to do.
        await pilot.press("tab", "right", "ctrl+s")
        await until(pilot, lambda: "Nothing is chosen" in shown(app))
        assert gather(computer.root / "workspace" / "komek") == before


@pytest.mark.parametrize(
    ("rights", "levels"), [(0, [2, None]), (1, [4, None]), (2, [2, 4, None])], ids=["leave", "theirs", "both"]
)
async def test_each_assessment_is_chosen_by_keys(
    computer: Computer, downloads: Path, rights: int, levels: list[int | None]
) -> None:
    sent_changed(computer, downloads)
    before = gather(computer.root / "workspace" / "komek")
    async with looking(computer) as (app, pilot):
        await pilot.press("enter")
        await until_screen(pilot, ArrivalScreen)
        await settle(pilot)
        await pilot.press(*["right"] * rights, "ctrl+s")
        await told(pilot, "Taken in")
        folder = computer.workspace.folder("komek")
        first = app.session.rubric.of_mode("quick")
        id = next(iter(first)).id
        found = [folder.assessment(head.id).answers.get(id) for head in folder.assessments()]
        assert [answer.level if answer else None for answer in found] == levels
        await pilot.press("ctrl+z")
        await told(pilot, "as it was before")
        assert gather(computer.root / "workspace" / "komek") == before


async def test_each_assessment_is_chosen_by_mouse(computer: Computer, downloads: Path) -> None:
    sent_changed(computer, downloads)
    async with looking(computer) as (app, pilot):
        await pilot.click("#places", offset=(4, 0))
        await until_screen(pilot, ArrivalScreen)
        await settle(pilot)
        both = "Keep both"
        line = next(line for line in shown(app).splitlines() if both in line)
        row = shown(app).splitlines().index(line)
        await pilot.click(offset=(line.index(both), row))
        assert app.screen.query(Choice).first().value == "both"
        await pilot.click("#accept")
        await told(pilot, "Taken in")
        assert len(computer.workspace.folder("komek").assessments()) == 3


async def test_what_is_here_already_says_so(computer: Computer, downloads: Path) -> None:
    slug = finished(computer, "Komek")
    save_copy(computer.session(), slug, downloads, whole=False)
    async with looking(computer) as (app, pilot):
        await pilot.press("enter")
        await until_screen(pilot, ArrivalScreen)
        await settle(pilot)
        assert "All of this is here already" in shown(app)
        assert not app.screen.query_one("#accept").display
        assert "Ctrl+S" not in shown(app)


async def test_folders_are_looked_into_and_left_again(computer: Computer, downloads: Path) -> None:
    inner = downloads / "2026" / "november"
    inner.mkdir(parents=True)
    sent_new(computer, inner)
    async with looking(computer) as (app, pilot):
        assert "Nothing was found in the usual places" in shown(app)
        places = app.screen.query_one(OptionList)
        for name in ("Downloads", "2026", "november"):
            lines = [str(places.get_option_at_index(n).prompt) for n in range(places.option_count)]
            places.highlighted = next(n for n, line in enumerate(lines) if f"▸ {name}" in line)
            await pilot.press("enter")
            await app.workers.wait_for_complete()
            await pilot.pause()
        assert "umit-2026-11-23-full.zip" in shown(app)
        await pilot.press("escape")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "▸ november" in shown(app)


async def test_a_path_may_be_dropped_into_the_window(computer: Computer, downloads: Path) -> None:
    path = sent_new(computer, downloads)
    moved = path.rename(downloads.parent / "my file.zip")
    async with looking(computer) as (app, pilot):
        field = app.screen.query_one(Input)
        field.focus()
        field.value = f"'{moved}'"
        await pilot.press("enter")
        await until_screen(pilot, ArrivalScreen)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"PK", "damaged"), (b"Rar!\x1a", "RAR"), (b"hello", "neither a zip nor a folder")],
)
async def test_what_cannot_be_opened_is_said_and_the_screen_stays(
    computer: Computer, downloads: Path, content: bytes, words: str
) -> None:
    (downloads / "x.zip").write_bytes(content)
    async with looking(computer) as (app, pilot):
        field = app.screen.query_one(Input)
        field.focus()
        field.value = str(downloads / "x.zip")
        await pilot.press("enter")
        await until(pilot, lambda: words in shown(app))
        assert isinstance(app.screen, ReceivedScreen)


async def test_of_several_organisations_one_is_chosen(computer: Computer, downloads: Path) -> None:
    for name in ("Komek", "Umit"):
        finished(computer, name)
    root = computer.root / "workspace"
    with zipfile.ZipFile(downloads / "all.zip", "w") as archive:
        for path in root.glob("[!.]*/**/*.toml"):
            archive.write(path, str(path.relative_to(root)))
    for name in ("komek", "umit"):
        shutil.rmtree(root / name)
    async with looking(computer) as (app, pilot):
        await pilot.press("enter")
        await until(pilot, lambda: "several organisations" in shown(app))
        await pilot.press("down", "enter")
        await until_screen(pilot, ArrivalScreen)
        assert "New here: “Umit”" in shown(app)


async def test_what_cannot_be_read_in_it_is_named(computer: Computer, downloads: Path) -> None:
    path = sent_new(computer, downloads)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("umit/assessments/2027-01-01.toml", 'schema = "ngo-assist/assessment@9"\n')
    async with looking(computer) as (app, pilot):
        await pilot.press("enter")
        await until_screen(pilot, ArrivalScreen)
        await settle(pilot)
        assert "2027-01-01.toml" in shown(app) and "newer form" in shown(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_everything_to_choose_can_be_reached_in_a_small_window(
    computer: Computer, downloads: Path, language: str, size: tuple[int, int]
) -> None:
    sent_changed(computer, downloads)
    async with looking(computer, language=language, size=size) as (app, pilot):
        await pilot.press("enter")
        await until_screen(pilot, ArrivalScreen)
        await settle(pilot)
        for id in ("choice-0", "choice-1", "accept", "leave"):
            assert app.focused is not None and app.focused.id == id
            region = app.focused.region
            assert app.screen.find_widget(app.focused).visible_region == region
            await pilot.press("tab")
            await settle(pilot)


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_nothing_of_it_is_in_english(computer: Computer, downloads: Path, language: str) -> None:
    path = sent_changed(computer, downloads)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("komek/assessments/2027-01-01.toml", 'schema = "ngo-assist/assessment@9"\n')
    async with looking(computer, language=language, size=(120, 100)) as (app, pilot):
        await pilot.press("enter")
        await until_screen(pilot, ArrivalScreen)
        await settle(pilot)
        assert english(shown(app)) in ([], ["assessment", "assessment"])  # the schema's name, in an error
        await pilot.press("f1")
        await until(pilot, lambda: type(app.screen).__name__ == "HelpScreen")
        assert english(shown(app)) == []
