from __future__ import annotations

from textual.widgets import Input, TextArea

from ngo_assist.tui.screens.note import NoteScreen
from ngo_assist.tui.screens.profile import ProfileScreen

from .conftest import PROFILE, Computer, settle, shown


async def test_the_language_changes_in_the_middle_of_a_note_and_every_typed_letter_stays(
    computer: Computer,
) -> None:
    session = computer.session()
    session.create(PROFILE)
    session.start("quick")
    slug = session.folder.slug if session.folder else ""
    session.close()
    app = computer.app(first="interview")
    app.session.open(slug)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f4", *"half a wor", "left")
        await pilot.press("f2")
        await settle(pilot)
        await pilot.press("up", "enter")
        await settle(pilot)
        assert app.session.language == "ru"
        assert isinstance(app.screen, NoteScreen)
        note = app.screen.query_one("#note", TextArea)
        assert note.text == "half a wor" and note.has_focus and note.cursor_location == (0, 9)
        await pilot.press("x", "escape")
        await settle(pilot)
        first = app.session.practices[0]
        assert app.session.remarks(first.id).note == "half a woxr"
        assert first.ask("ru")[:30] in shown(app)
    assert computer.settings().path.read_text(encoding="utf-8").count('language = "ru"') == 1


async def test_the_profile_keeps_what_is_typed_and_chosen_when_the_language_changes(
    computer: Computer,
) -> None:
    app = computer.app(first="profile")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ProfileScreen)
        await pilot.press(*"Kom")
        app.screen.query_one("#paid_staff", Input).value = "7"
        before = app.screen.form
        await pilot.press("f2")
        await settle(pilot)
        await pilot.press("up", "up", "enter")
        await settle(pilot)
        assert app.session.language == "kk"
        assert isinstance(app.screen, ProfileScreen)
        assert app.screen.form == before
        assert app.screen.query_one("#name", Input).has_focus


async def test_the_first_start_asks_for_the_language_and_the_second_does_not(computer: Computer) -> None:
    app = computer.app("en", ask=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert all(name in shown(app) for name in ("Қазақша", "Русский", "English"))
        await pilot.press("up", "up", "enter")
        await settle(pilot)
        assert "Қазақша" not in shown(app)
    from ngo_assist.application.settings import SettingsFile

    assert SettingsFile.read(computer.settings().path).settings.language == "kk"


async def test_a_rubric_without_the_language_is_asked_in_its_own(computer: Computer) -> None:
    english = computer.rubric.model_copy(
        update={"header": computer.rubric.header.model_copy(update={"languages": ("en",)})}
    )
    session = computer.session("kk", english)
    session.create(PROFILE)
    session.start("quick")
    session.answer("security.backup", 1)
    assert session.assessment.language == "en"
    assert (session.assessment.answers["security.backup"].asked or "").startswith("en:")
