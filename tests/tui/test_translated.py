"""Every screen in Kazakh and in Russian, in a window that holds all of it: no English stands there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from ngo_assist.application.assessment_list import AssessmentLine
from ngo_assist.application.sharing import Contents
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.tui import organisation_care, organisation_opening
from ngo_assist.tui.app import SCREENS, NgoAssistApp
from ngo_assist.tui.screens import base
from ngo_assist.tui.screens.ask import AskScreen
from ngo_assist.tui.screens.assessments import AssessmentsScreen
from ngo_assist.tui.screens.backups import BackupsScreen
from ngo_assist.tui.screens.choice import ChoiceScreen
from ngo_assist.tui.screens.confirm import ConfirmScreen
from ngo_assist.tui.screens.deleted import DeletedScreen
from ngo_assist.tui.screens.edit_text import EditTextScreen
from ngo_assist.tui.screens.help import HelpScreen
from ngo_assist.tui.screens.jump import JumpScreen
from ngo_assist.tui.screens.menu import MenuScreen
from ngo_assist.tui.screens.month import MonthScreen
from ngo_assist.tui.screens.note import NoteScreen
from ngo_assist.tui.screens.reason import ReasonScreen
from ngo_assist.tui.screens.rename import RenameScreen
from ngo_assist.tui.screens.share import ShareScreen
from ngo_assist.tui.screens.still_writing import still_writing
from ngo_assist.tui.screens.things_to_do import ThingsToDoScreen
from ngo_assist.tui.screens.why import WhyScreen
from ngo_assist.workspace.backups import Backup, Reason
from ngo_assist.workspace.trash import Deleted

from .conftest import NOW, PROFILE, Computer, settle, shown
from .waiting import until

WHOLE = (120, 400)
"""Columns and lines in which nothing has to be scrolled."""
BOTH = pytest.mark.parametrize("language", ["kk", "ru"])
NAMES = {
    "plan",
    "edited",
    "md",
    "toml",
    "zip",
    "egov",
    "kz",
    "tiny",
    "workspace",
    "komek",
    "plans",
    "com",
    "org",
    "gov",
}
"""Latin words in small letters that stay what they are: files, folders, addresses."""


def english(text: str) -> list[str]:
    """Return the Latin words that are neither names nor keys, which begin with a capital."""
    # A path or an address is one name.
    plain = re.sub(r"\S*[/\\]\S*", "", text)
    return [word for word in re.findall(r"[A-Za-z]+", plain) if word.islower() and word not in NAMES]


async def answered(computer: Computer, app: NgoAssistApp) -> None:
    session = app.session
    session.create(PROFILE.updated_with(paid_staff=0, volunteers=3))
    session.start("quick")
    for number, practice in enumerate(session.practices):
        session.answer(practice.id, number % 3)
    session.plans.make(session.plans.limits)
    session.plans.place = session.plans.plan.actions[0].id if session.plans.plan else None


async def test_english_would_be_seen(computer: Computer) -> None:
    app = computer.app("en")
    async with app.run_test(size=WHOLE) as pilot:
        await settle(pilot)
        assert "organisation" in english(shown(app))


@BOTH
@pytest.mark.parametrize("screen", SCREENS)
async def test_a_screen_and_its_help(computer: Computer, language: str, screen: str) -> None:
    app = computer.app(language)
    async with app.run_test(size=WHOLE) as pilot:
        await settle(pilot)
        if screen != "home":
            await answered(computer, app)
            await app.go(screen)
            await until(pilot, lambda: type(app.screen).__name__ == SCREENS[screen][1])
        await settle(pilot)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert english(shown(app)) == []
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        assert english(shown(app)) == []


def named(text: Message) -> Message:
    return Message(text.text, dict.fromkeys(("name", "day", "moment"), "Көмек"))


def modals(app: NgoAssistApp) -> list[Callable[[], Screen[object]]]:
    session = app.session
    plan, practice = session.plans.plan, session.practices[0].id
    assert plan is not None
    made: list[object] = [
        lambda: NoteScreen(practice),
        lambda: ReasonScreen(practice),
        lambda: WhyScreen(practice),
        lambda: JumpScreen(practice),
        lambda: MenuScreen(app.screen),  # type: ignore[arg-type]
        lambda: ConfirmScreen(base.BOTH_TITLE, base.BOTH_TEXT, yes=base.BOTH_YES, no=base.BOTH_NO),
        *[
            lambda box=box: ConfirmScreen(box[0], box[1], yes=box[2], no=msg("Go back"))
            for box in (
                (
                    organisation_opening.READ_ONLY_TITLE,
                    organisation_opening.READ_ONLY_TEXT,
                    msg("Look at it"),
                ),
                (
                    named(organisation_care.DELETE_TITLE),
                    organisation_care.DELETE_TEXT,
                    organisation_care.DELETE_YES,
                ),
                (organisation_care.REMOVE_TITLE, organisation_care.REMOVE_TEXT, organisation_care.REMOVE_YES),
                (
                    organisation_care.RESTORE_TITLE,
                    named(organisation_care.RESTORE_TEXT),
                    organisation_care.RESTORE_YES,
                ),
                (
                    named(organisation_care.REOPEN_TITLE),
                    organisation_care.REOPEN_TEXT,
                    organisation_care.REOPEN_YES,
                ),
            )
        ],
        lambda: RenameScreen("Көмек"),
        lambda: ThingsToDoScreen("Көмек", [*organisation_care.WHOLE, organisation_care.ARCHIVE]),
        lambda: ThingsToDoScreen("Көмек", [*organisation_care.ALWAYS, organisation_care.UNARCHIVE]),
        *[
            lambda reason=reason: BackupsScreen("Көмек", [Backup(Path(), NOW, reason)])
            for reason in get_args(Reason)
        ],
        lambda: BackupsScreen("Көмек", []),
        lambda: DeletedScreen([Deleted(Path(), "", "Көмек", "", NOW.replace(tzinfo=None))]),
        *[
            lambda line=line: AssessmentsScreen("Көмек", [line], next_one=True)
            for line in (
                AssessmentLine("", NOW.date(), "full", 3, 45),
                AssessmentLine("", NOW.date(), "quick", 12, 12, 2.0, 1, 9),
                AssessmentLine("", NOW.date(), error=UserError(msg(""))),
            )
        ],
        lambda: ShareScreen("", "Көмек", Contents(1, 1, 1, 1, 1, 1, (UserError(msg("")),)), Path()),
        lambda: ShareScreen("", "Көмек", Contents(1), Path()),
        still_writing,
        lambda: ChoiceScreen("", [("a", "")], "a"),
        lambda: MonthScreen("", "", session.plans.months(plan.actions[1].id, session.t)),
        lambda: EditTextScreen("", "", own="", keep=lambda text: None),
        *[lambda ask=ask: AskScreen(ask) for ask in plan.asks],
    ]
    return made  # type: ignore[return-value]


@BOTH
async def test_every_box(computer: Computer, language: str) -> None:
    app = computer.app(language)
    async with app.run_test(size=WHOLE) as pilot:
        await settle(pilot)
        await answered(computer, app)
        await app.go("interview")
        await until(pilot, lambda: type(app.screen).__name__ == "InterviewScreen")
        for make in modals(app):
            modal = make()
            app.push_screen(modal)
            await until(pilot, lambda modal=modal: app.screen is modal and modal.is_mounted)  # type: ignore[misc]
            assert english(shown(app)) == [], modal
            await press_escape(pilot, modal)


async def press_escape(pilot: Pilot[None], modal: Screen[object]) -> None:
    await pilot.press("escape")
    await until(pilot, lambda: pilot.app.screen is not modal)


@BOTH
async def test_results_in_every_state(computer: Computer, language: str) -> None:
    app = computer.app(language)
    async with app.run_test(size=WHOLE) as pilot:
        await settle(pilot)
        for level in (None, 0, 1, app.session.rubric.top):
            app.session.create(PROFILE)
            app.session.start("full" if level == 1 else "quick")
            if level is not None:
                for practice in app.session.practices:
                    app.session.answer(practice.id, level)
            await app.go("results")
            await until(pilot, lambda: type(app.screen).__name__ == "ResultsScreen")
            await settle(pilot)
            assert english(shown(app)) == []
            await app.go("home")
            await until(pilot, lambda: type(app.screen).__name__ == "HomeScreen")


@BOTH
async def test_a_notice_says_what_where_and_what_to_do(computer: Computer, language: str) -> None:
    app = computer.app(language)
    async with app.run_test(size=WHOLE) as pilot:
        await settle(pilot)
        await answered(computer, app)
        app.session.open("komek", look=True)
        with pytest.raises(UserError) as caught:
            app.session.answer(app.session.practices[0].id, 1)
        app.tell(caught.value)
        await pilot.pause()
        assert english(shown(app)) == []
