"""Care of what is mine on screen: by keys, by mouse and from the menu, and each with a way back."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from ngo_assist.application.care import Care
from ngo_assist.assessment.model import Profile
from ngo_assist.messages import Message
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.home_list import HomeList
from ngo_assist.tui.screens.assessments import AssessmentsScreen
from ngo_assist.tui.screens.backups import BackupsScreen
from ngo_assist.tui.screens.confirm import ConfirmScreen
from ngo_assist.tui.screens.deleted import DeletedScreen
from ngo_assist.tui.screens.home import HomeScreen
from ngo_assist.tui.screens.interview import InterviewScreen
from ngo_assist.tui.screens.mode import ModeScreen
from ngo_assist.tui.screens.rename import RenameScreen
from ngo_assist.tui.screens.results import ResultsScreen
from ngo_assist.tui.screens.share import ShareScreen
from ngo_assist.tui.screens.things_to_do import ThingsToDoScreen
from ngo_assist.tui.widgets.organisation_list import OrganisationList
from ngo_assist.workspace.received import receive
from ngo_assist.workspace.trash import Trash

from .conftest import Computer, settle, shown
from .test_home import finished, names
from .waiting import until, until_screen


@asynccontextmanager
async def at_home(
    computer: Computer, *made: str, language: str = "en", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[NgoAssistApp, Pilot[None]]]:
    for name in made:
        finished(computer, name)
    app = computer.app(language)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot


async def choose(pilot: Pilot[Any], key: str) -> None:
    """Choose a line of the list of things to do, as the arrows and Enter would."""
    await until_screen(pilot, ThingsToDoScreen)
    things = pilot.app.screen.query_one(OptionList)
    await pilot.press(*["down"] * things.get_option_index(key), "enter")


async def told(pilot: Pilot[Any], words: str) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen) and words in shown(pilot.app))  # type: ignore[arg-type]


async def renamed(pilot: Pilot[Any]) -> None:
    await until_screen(pilot, RenameScreen)
    await pilot.press(*["backspace"] * 9, *"Umit", "enter")


# Rename: by keys, from the menu, by mouse


async def test_another_name_by_keys_and_back_with_undo(computer: Computer) -> None:
    async with at_home(computer, "Komek") as (app, pilot):
        await pilot.press("f6")
        await choose(pilot, "rename")
        await renamed(pilot)
        await told(pilot, "called “Umit” now")
        await until(pilot, lambda: names(app) == ["Umit"])
        assert (computer.root / "workspace" / "komek").is_dir()
        await pilot.press("ctrl+z")
        await until(pilot, lambda: names(app) == ["Komek"])


async def test_the_menu_lists_what_can_be_done_with_the_organisation(computer: Computer) -> None:
    async with at_home(computer, "Komek") as (app, pilot):
        await pilot.press("f10")
        await until(pilot, lambda: type(app.screen).__name__ == "MenuScreen")
        for words in ("Rename", "archive", "A copy to send", "Backups", "Delete", "All assessments"):
            assert words in shown(app)
        await pilot.press(*"rename")
        await settle(pilot)
        await pilot.press("enter")
        await renamed(pilot)
        await until(pilot, lambda: names(app) == ["Umit"])


async def test_an_empty_name_is_asked_for_again(computer: Computer) -> None:
    async with at_home(computer, "Komek") as (app, pilot):
        await pilot.press("f6")
        await choose(pilot, "rename")
        await until_screen(pilot, RenameScreen)
        app.screen.query_one(Input).value = "  "
        await pilot.press("enter")
        await until(pilot, lambda: "give the organisation a name" in shown(app))
        assert isinstance(app.screen, RenameScreen)


async def test_a_folder_that_is_just_being_moved_is_not_shown_as_broken(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, delete, read_first = threading.Event(), threading.Event(), Care.delete, HomeList.read_first
    while_held: list[bool] = []

    def delete_slowly(self: Care, slug: str) -> Message:
        begun.set()
        go_on.wait()
        return delete(self, slug)

    def read_openly(self: HomeList) -> None:
        while_held.append(begun.is_set() and not go_on.is_set())
        read_first(self)

    monkeypatch.setattr(Care, "delete", delete_slowly)
    monkeypatch.setattr(HomeList, "read_first", read_openly)
    async with at_home(computer, "Komek", "Umit") as (app, pilot):
        await pilot.press("delete")
        await until_screen(pilot, ConfirmScreen)
        await pilot.press("left", "enter")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen) and begun.is_set())
        for _ in range(20):
            await pilot.pause()
        go_on.set()
        await told(pilot, "is deleted")
        await until(pilot, lambda: len(names(app)) == 1)
    assert while_held and not any(while_held)


async def test_all_of_it_by_mouse(computer: Computer) -> None:
    async with at_home(computer, "Komek", "Umit") as (app, pilot):
        kept, gone = names(app)
        lines = shown(app).splitlines()
        dots = [(line.index("⋯"), number) for number, line in enumerate(lines) if "⋯" in line]
        assert len(dots) == 2
        await pilot.click(offset=dots[1])
        await until_screen(pilot, ThingsToDoScreen)
        things = app.screen.query_one(OptionList)
        await pilot.click(things, offset=(4, things.get_option_index("delete")))
        await until_screen(pilot, ConfirmScreen)
        await pilot.click("#yes")
        await told(pilot, "is deleted")
        await until(pilot, lambda: names(app) == [kept])
        await until(pilot, lambda: bool(app.screen.query_one("#deleted").display))
        await pilot.click("#deleted")
        await until_screen(pilot, DeletedScreen)
        await pilot.click("#rows", offset=(4, 0))
        await until_screen(pilot, ThingsToDoScreen)
        await pilot.click("#things", offset=(4, 0))
        await told(pilot, "is back in the list")
        await until(pilot, lambda: sorted(names(app)) == sorted([kept, gone]))


# The archive


async def test_the_archive_is_out_of_sight_and_found_by_searching(computer: Computer) -> None:
    for name in "ABCDE":
        computer.workspace.create(Profile(name=name)).close()
    async with at_home(computer, "Komek") as (app, pilot):
        await pilot.press(*"komek", "f6")
        await choose(pilot, "archive")
        await told(pilot, "is in the archive")
        await until(pilot, lambda: "archived" in shown(app))
        await until(pilot, lambda: names(app) == ["Komek"])
        await pilot.press("escape", "escape")
        await until(pilot, lambda: names(app) == list("EDCBA"))
        await pilot.click("#archive")
        await until(pilot, lambda: "Komek" in names(app))
        await until(pilot, lambda: "Hide the archive" in shown(app))
        app.screen.query_one(OrganisationList).go_to("komek")
        await pilot.press("f6")
        await choose(pilot, "unarchive")
        await told(pilot, "back in the list")
        await until(pilot, lambda: not app.screen.query_one("#archive").display)


# Deleting


async def test_deleting_asks_and_esc_keeps_it(computer: Computer) -> None:
    async with at_home(computer, "Komek") as (app, pilot):
        await pilot.press("delete")
        await until_screen(pilot, ConfirmScreen)
        assert "Delete “Komek”?" in shown(app)
        await pilot.press("enter")  # "Go back" has the focus: Enter twice deletes nothing
        await until_screen(pilot, HomeScreen)
        await until(pilot, lambda: names(app) == ["Komek"])


async def test_undo_brings_back_the_last_one_and_the_screen_is_empty_between(computer: Computer) -> None:
    async with at_home(computer, "Komek") as (app, pilot):
        await pilot.press("delete")
        await until_screen(pilot, ConfirmScreen)
        await pilot.press("left", "enter")
        await told(pilot, "is deleted")
        await until(pilot, lambda: "Welcome" in shown(app))
        await until(pilot, lambda: "Ctrl+Z Undo" in shown(app))
        await pilot.press("ctrl+z")
        await until(pilot, lambda: names(app) == ["Komek"])
        assert not app.session.care.can_undo


async def test_everything_deleted_can_be_removed_at_once(computer: Computer) -> None:
    async with at_home(computer, "Komek") as (app, pilot):
        app.session.care.delete("komek")
        app.screen.reload()  # type: ignore[attr-defined]
        await until(pilot, lambda: bool(app.screen.query_one("#deleted").display))
        await settle(pilot)
        await pilot.click("#deleted")
        await until_screen(pilot, DeletedScreen)
        assert "30 days left" in shown(app)
        await pilot.click("#all")
        await until_screen(pilot, ConfirmScreen)
        assert "cannot be brought back" in shown(app)
        await pilot.click("#yes")
        await told(pilot, "Removed for good")
        assert Trash(computer.root / "workspace").all() == ()
        await until(pilot, lambda: not app.screen.query_one("#deleted").display)


async def test_an_organisation_open_in_another_window_is_not_deleted_and_that_is_said(
    computer: Computer,
) -> None:
    async with at_home(computer, "Komek") as (app, pilot):
        with computer.workspace.open("komek"):
            await pilot.press("delete")
            await until_screen(pilot, ConfirmScreen)
            await pilot.press("left", "enter")
            await told(pilot, "open in another window")
        await until(pilot, lambda: names(app) == ["Komek"])


async def test_a_broken_organisation_can_be_brought_back_from_its_backup(computer: Computer) -> None:
    finished(computer, "Komek")
    (computer.root / "workspace" / "komek" / "organisation.toml").write_bytes(b"name = ")
    async with at_home(computer) as (app, pilot):
        assert "cannot be read" in shown(app)
        await pilot.press("f6")
        await choose(pilot, "backups")
        await until_screen(pilot, BackupsScreen)
        await pilot.press("enter")
        await until_screen(pilot, ConfirmScreen)
        await pilot.press("left", "enter")
        await told(pilot, "The backup is restored")
        await until(pilot, lambda: names(app) == ["Komek"])


# Backups


async def test_a_backup_is_chosen_by_its_day_and_restoring_it_can_be_undone(computer: Computer) -> None:
    slug = finished(computer, "Komek")
    session = computer.session()
    session.open(slug)
    first = session.practices[0].id
    session.answer(first, 4)
    session.close()
    async with at_home(computer) as (app, pilot):

        def level() -> int | None:
            return computer.workspace.folder(slug).assessment("2026-11-23").answers[first].level

        await pilot.press("f6")
        await choose(pilot, "backups")
        await until_screen(pilot, BackupsScreen)
        assert "23 November, 10:00" in shown(app) and "the day's backup" in shown(app)
        await pilot.press("enter")
        await until_screen(pilot, ConfirmScreen)
        await pilot.press("left", "enter")
        await told(pilot, "The backup is restored")
        assert level() == 2
        await pilot.press("ctrl+z")
        await told(pilot, "as it was before")
        assert level() == 4


async def test_without_a_backup_it_says_when_there_will_be_one(computer: Computer) -> None:
    finished(computer, "Komek")
    for path in (computer.root / "workspace" / ".backups").rglob("*.zip"):
        path.unlink()
    async with at_home(computer) as (app, pilot):
        await pilot.press("f6")
        await choose(pilot, "backups")
        await until_screen(pilot, BackupsScreen)
        assert "There is none yet" in shown(app)


# Assessments


async def test_an_older_assessment_is_opened_at_its_results(computer: Computer) -> None:
    slug = finished(computer, "Komek")
    session = computer.session()
    session.open(slug)
    session.start("quick")
    session.close()
    async with at_home(computer) as (app, pilot):
        await pilot.press("f6")
        await choose(pilot, "assessments")
        await until_screen(pilot, AssessmentsScreen)
        assert "Partly" in shown(app) and "0 of 12 answered" in shown(app)
        await pilot.press("down", "enter")
        await choose(pilot, "results")
        await until_screen(pilot, ResultsScreen)
        assert app.session.assessment.id == "2026-11-23"


async def test_a_finished_assessment_is_reopened_after_a_warning_and_a_backup(computer: Computer) -> None:
    async with at_home(computer, "Komek") as (app, pilot):
        for path in (computer.root / "workspace" / ".backups").rglob("*.zip"):
            path.unlink()
        await pilot.press("f6")
        await choose(pilot, "assessments")
        await until_screen(pilot, AssessmentsScreen)
        await pilot.press("enter")
        await choose(pilot, "reopen")
        await until_screen(pilot, ConfirmScreen)
        assert "assess again instead" in shown(app)
        await pilot.press("left", "enter")
        await until_screen(pilot, InterviewScreen)
        first = app.session.practices[0].id
        assert app.session.assessment.answers[first].level == 2  # as it stood
        await pilot.press("4")
        await until(pilot, lambda: app.session.assessment.answers[first].level == 4)
        reasons = [backup.reason for backup in app.session.care.backups("komek")]
        assert "before-reopening" in reasons


async def test_the_next_assessment_begins_empty_with_the_last_answers_beside(computer: Computer) -> None:
    async with at_home(computer, "Komek") as (app, pilot):
        await pilot.press("f6")
        await choose(pilot, "assessments")
        await until_screen(pilot, AssessmentsScreen)
        await pilot.click("#next")
        await until_screen(pilot, ModeScreen)
        await pilot.press("enter")
        await until_screen(pilot, InterviewScreen)
        await settle(pilot)
        assert app.session.assessment.answers == {}
        assert app.session.earlier is not None
        assert "Last time" in shown(app) and "Partly" in shown(app)


# A copy to send


@pytest.mark.parametrize("whole", [False, True])
async def test_a_copy_is_put_into_the_folder_and_says_what_is_in_it(
    computer: Computer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: bool
) -> None:
    (tmp_path / "Downloads").mkdir()
    monkeypatch.setattr("ngo_assist.tui.screens.share.copies_go_to", lambda: tmp_path / "Downloads")
    slug = finished(computer, "Komek")
    session = computer.session()
    session.open(slug)
    session.annotate(session.practices[0].id, "Aigul knows", ("a photo",))
    session.close()
    async with at_home(computer) as (app, pilot):
        await pilot.press("f6")
        await choose(pilot, "share")
        await until_screen(pilot, ShareScreen)
        assert "Left out: 1 note and 1 piece of evidence" in shown(app)
        if whole:
            await pilot.click("#which", offset=(40, 0))
            await until(pilot, lambda: "Left out" not in shown(app))
            app.screen.query_one("#save").focus()
        await pilot.press("enter")
        await until(pilot, lambda: "The copy is ready" in shown(app))
        (path,) = (tmp_path / "Downloads").iterdir()
        assert path.name in shown(app) and "2026-11-23" in path.name
        (received,) = receive(path)
        text = b"".join(received.bundle.values()).decode()
        assert ("Aigul" in text) == whole
        await pilot.press("escape")
        await until_screen(pilot, HomeScreen)


async def test_a_folder_that_is_not_there_is_asked_for_again(computer: Computer, tmp_path: Path) -> None:
    async with at_home(computer, "Komek") as (app, pilot):
        await pilot.press("f6")
        await choose(pilot, "share")
        await until_screen(pilot, ShareScreen)
        app.screen.query_one("#folder", Input).value = str(tmp_path / "gone")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "There is no such folder" in shown(app))
        assert not (tmp_path / "gone").exists()


# Room


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_every_box_and_its_buttons_are_in_sight(
    computer: Computer, language: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("ngo_assist.tui.screens.share.copies_go_to", lambda: tmp_path)
    async with at_home(computer, "Komek", language=language, size=size) as (app, pilot):
        for key in ("rename", "share", "backups", "assessments", "delete"):
            await pilot.press("f6")
            await choose(pilot, key)
            await until(
                pilot,
                lambda: not isinstance(app.screen, HomeScreen | ThingsToDoScreen) and app.screen.is_mounted,
            )
            await settle(pilot)
            box = app.screen.query_one("#box")
            for button in app.screen.query("Button").results():
                if button.display:
                    assert app.screen.find_widget(button).visible_region == button.region, (key, button.id)
            assert box.region.height <= size[1] and box.max_scroll_y == 0
            await pilot.press("escape")
            await until_screen(pilot, HomeScreen)
