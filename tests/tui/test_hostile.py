"""Names, notes and files that mean no good, and windows that are too small."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.widgets import TextArea

from ngo_assist.assessment.model import Profile
from ngo_assist.tui.screens.home import HomeScreen
from ngo_assist.tui.screens.interview import InterviewScreen
from ngo_assist.workspace.store import Workspace

from .conftest import PROFILE, Computer, settle, shown
from .waiting import until

NAMES = [
    "[/x][bold red]Save[/]",
    "[@click=app.quit]go[/]",
    "a\tb | c `d` <b>e</b>",
    "عربي ‮ Көмек",
    "$background",
    "x" * 200,
    "[",
    "\\[a]",
]


@pytest.mark.parametrize("name", NAMES)
async def test_a_name_is_shown_as_it_is_on_every_screen(computer: Computer, name: str) -> None:
    from ngo_assist.clean import clean_line

    name = clean_line(name)
    session = computer.session()
    session.create(Profile(name=name))
    session.start("quick")
    session.annotate(session.practices[0].id, f"note {name}", (name,))
    assert session.folder is not None
    slug = session.folder.slug
    session.close()
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert name[:20] in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, InterviewScreen)
        assert name[:20] in shown(app)
        for key in ("f1", "f3", "f4", "f8", "f10", "f2"):
            await pilot.press(key)
            await settle(pilot)
            await pilot.press("escape")
            await settle(pilot)
        assert app.session.folder is not None and app.session.folder.slug == slug


async def test_a_broken_organisation_is_listed_with_what_to_mend_and_hides_no_other(
    computer: Computer,
) -> None:
    for name in ("Good", "Worse"):
        session = computer.session()
        session.create(Profile(name=name))
        session.close()
    (computer.root / "workspace" / "worse" / "organisation.toml").write_bytes(b"\x00\x01 not a text")
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Good" in shown(app) and "worse" in shown(app)
        await pilot.press("home", "enter")
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert "this is not a text file" in shown(app).lower()


async def test_an_organisation_open_elsewhere_can_be_looked_at(computer: Computer) -> None:
    other = computer.session()
    other.create(PROFILE)
    other.start("quick")
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "open in another window" in shown(app)
        await pilot.press("left", "enter")
        await settle(pilot)
        assert isinstance(app.screen, InterviewScreen) and app.session.read_only
        assert "only to look at" in shown(app)
        await pilot.press("2", "f4", "f7")
        await settle(pilot)
        assert app.session.assessment.answers == {}
        assert isinstance(app.screen, InterviewScreen)
    other.close()


async def test_a_killed_program_loses_nothing_that_was_typed_before_a_pause(
    computer: Computer, tmp_path: Path
) -> None:
    app = computer.interviewing()
    copy = tmp_path / "copy"
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        first, second = (practice.id for practice in app.session.practices[:2])
        await pilot.press("3", "f4", *"typed so far")
        await settle(pilot)
        # The pause ends; then the disk is as a power cut would leave it.
        app.screen.save()  # type: ignore[attr-defined]
        shutil.copytree(computer.root / "workspace", copy)
    after = computer.app(first="interview")
    after.session.workspace = Workspace(copy)
    after.session.open("komek")
    async with after.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert after.session.place == second
        assert after.session.assessment.answers[first].level == 3
        assert "typed so far" in shown(after)


async def test_typing_is_saved_at_each_pause_without_leaving_the_note(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ngo_assist.tui.screens import note

    monkeypatch.setattr(note, "PAUSE", 0.001)
    app = computer.interviewing()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f4", *"abc")
        first = app.session.practices[0].id
        await until(pilot, lambda: app.session.remarks(first).note == "abc")
        assert isinstance(app.screen.focused, TextArea)


async def test_a_long_paste_keeps_its_beginning_and_says_so(computer: Computer) -> None:
    from textual.events import Paste

    app = computer.interviewing()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f4")
        await settle(pilot)
        assert app.screen.focused is not None
        app.screen.focused.post_message(Paste("ұзын сөз " * 1000))
        await settle(pilot)
        app.screen.save()  # type: ignore[attr-defined]
        await settle(pilot)
        assert "Only the first" in shown(app)
        assert len(app.session.remarks(app.session.practices[0].id).note) == 4000


@pytest.mark.parametrize("size", [(59, 24), (80, 19), (20, 5)])
async def test_a_window_that_is_too_small_says_how_large_it_must_be(
    computer: Computer, size: tuple[int, int]
) -> None:
    app = computer.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "60×20" in "".join(shown(app).split())
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert "Welcome" in shown(app)
