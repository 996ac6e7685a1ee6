"""Home: what each organisation's line says, the search, a thousand of them, the first minute."""

from __future__ import annotations

import datetime as dt
import os

import pytest
from rich.cells import cell_len
from textual.widgets import Button, Input

from ngo_assist.application.home_rows import Row, Standing, row_of, standing_of
from ngo_assist.assessment.model import Profile
from ngo_assist.i18n.translator import translator
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.home_list import FIRST, HomeList
from ngo_assist.tui.screens.home import HomeScreen
from ngo_assist.tui.screens.interview import InterviewScreen
from ngo_assist.tui.screens.language import LanguageScreen
from ngo_assist.tui.screens.received import ReceivedScreen
from ngo_assist.tui.widgets.organisation_list import NARROW, Item, OrganisationList, lay_out

from .conftest import NOW, PROFILE, Computer, settle, shown
from .waiting import until, until_screen

TODAY = NOW.date()


def finished(computer: Computer, name: str = "Көмек", *, plan: bool = True, level: int = 2) -> str:
    """Make an organisation that has answered all, and planned; return its folder's name."""
    session = computer.session()
    session.create(PROFILE.updated_with(name=name))
    session.start("quick")
    for practice in session.practices:
        session.answer(practice.id, level)
    if plan:
        session.plans.make(session.plans.limits)
        assert session.plans.plan is not None
        session.plans.set_status(session.plans.plan.actions[0].id, "done")
    slug = session.writable.slug
    session.close()
    return slug


def names(app: NgoAssistApp) -> list[str]:
    return app.screen.query_one(OrganisationList).names


# What a line says


def test_a_line_says_level_day_plan_and_what_comes_next(computer: Computer) -> None:
    slug = finished(computer)
    standing = standing_of(computer.workspace.folder(slug), computer.rubric)
    row = row_of(standing, computer.rubric, translator("en"), TODAY)
    assert (row.level, row.share, row.day) == ("Partly", 0.5, "23 November")
    assert row.plans[0] == f"plan: 1 of {standing.actions} done"
    assert row.next == "Open the plan"


def test_a_few_answers_are_no_level_and_say_how_many_they_are(computer: Computer) -> None:
    row = row_of(Standing("interview", TODAY, 3, 12), computer.rubric, translator("en"), TODAY)
    assert (row.level, row.share, row.complete) == ("", None, 0.25)
    assert row.middles[0] == "3 of 12 answered · 23 November"


def test_while_it_is_assessed_again_the_level_and_the_plan_of_last_time_stay_in_sight(
    computer: Computer,
) -> None:
    slug = finished(computer)
    session = computer.session()
    session.open(slug)
    session.start("quick")
    session.close()
    standing = standing_of(computer.workspace.folder(slug), computer.rubric)
    assert standing.next == "interview" and standing.settled == 0
    assert standing.overall == 2 and standing.done == 1
    row = row_of(standing, computer.rubric, translator("en"), TODAY)
    assert row.level == "Partly" and "0 of 12 answered" in row.middles[0]


def test_a_day_of_another_year_has_its_year(computer: Computer) -> None:
    standing = Standing("results", dt.date(2025, 5, 1), 12, 12, overall=1.0)
    assert row_of(standing, computer.rubric, translator("en"), TODAY).day == "1 May 2025"


@pytest.mark.parametrize("width", range(40, 130, 3))
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_no_line_is_wider_than_the_window_and_the_least_is_left_out(
    computer: Computer, language: str, width: int
) -> None:
    t, rubric = translator(language), computer.rubric
    for standing in (
        Standing("mode"),
        Standing("interview", TODAY, 44, 45, 3, 14, 4.0),
        Standing("plan", TODAY, 45, 45, 3, 14, 4.0),
    ):
        item = Item("x", "Ұ" * 90, row_of(standing, rubric, t, TODAY, archived=True))
        lines = lay_out(item, width, 24)
        assert len(lines) >= (3 if width < NARROW else 2)
        for line in lines:
            assert sum(cell_len(text) for text, _ in line) <= width
        if standing.next == "plan" and width >= 74:
            text = "".join(text for line in lines for text, _ in line)
            assert "3" in text and "14" in text


def test_a_bar_is_a_shape_before_it_is_a_colour() -> None:
    def bar(share: float) -> str:
        return "".join(text for text, _ in lay_out(Item("x", "x", Row("", share=share)), 80, 10)[1])[:8]

    assert [bar(share) for share in (0, 0.5, 1)] == ["╌" * 8, "━━━━╌╌╌╌", "━" * 8]


async def test_the_list_shows_it_all_in_the_smallest_terminal_in_the_longest_words(
    computer: Computer,
) -> None:
    slug = finished(computer)
    session = computer.session()
    session.open(slug)
    for practice in session.practices:
        session.answer(practice.id, 4)
    session.close()
    app = computer.app("ru")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        text = shown(app)
        for words in ("━━━━━━━━", "Работает без напоминаний", "23 ноября", "Открыть план"):
            assert words in text
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        for words in ("━━━━━━━━", "Работает без напоминаний", "23 ноября", "Открыть план"):
            assert words in shown(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_where_there_are_few_each_says_its_next_action(
    computer: Computer, size: tuple[int, int]
) -> None:
    finished(computer)
    app = computer.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Next, " in shown(app)
        # The line belongs to its organisation: a click on it opens that.
        await pilot.click("#organisations", offset=(5, 3 if size[0] < NARROW else 2))
        await until(pilot, lambda: not isinstance(app.screen, HomeScreen))
    for name in ("B", "C", "D"):
        finished(computer, name)
    app = computer.app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "Next, " not in shown(app)


# Finding


async def test_the_help_speaks_of_the_search_only_where_there_is_one(computer: Computer) -> None:
    finished(computer)
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen) and "search" not in app.screen.help_text()
    for name in ("B", "C", "D", "E", "F"):
        finished(computer, name, plan=False)
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen) and "search" in app.screen.help_text()


async def test_what_was_worked_on_last_stands_first(computer: Computer) -> None:
    for place, name in enumerate(("A", "B", "C")):
        slug = finished(computer, name, plan=False)
        for path in (computer.workspace.root / slug / "assessments").iterdir():
            os.utime(path, (2000 - place, 2000 - place))
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert names(app) == ["A", "B", "C"]
        os.utime(next((computer.workspace.root / "c" / "assessments").iterdir()), (3000, 3000))
        await pilot.press("f4")
        await until(pilot, lambda: not isinstance(app.screen, HomeScreen))
        await pilot.press("escape")
        await until_screen(pilot, HomeScreen)
        await until(pilot, lambda: names(app)[:1] == ["C"])


async def test_latin_letters_find_what_is_written_in_cyrillic(computer: Computer) -> None:
    for name in ("Жас толқын", "Үміт", "Қауіпсіз ауыл", "Alpha", "Beta", "Gamma"):
        computer.workspace.create(Profile(name=name)).close()
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for typed, found in (("zhas", "Жас толқын"), ("umit", "Үміт"), ("кау", "Қауіпсіз ауыл")):
            await pilot.press(*typed)
            assert names(app) == [found]
            await pilot.press("escape")
            assert len(names(app)) == 6
        await pilot.press(*"nothing")
        assert "No organisation of this name" in shown(app)


async def test_the_arrows_move_in_the_list_while_one_types(computer: Computer) -> None:
    for number in range(8):
        computer.workspace.create(Profile(name=f"Group {number}")).close()
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"group", "down", "down", "up")
        assert isinstance(app.focused, Input)
        assert app.screen.query_one(OrganisationList).place == 1


async def test_a_thousand_are_there_at_once_and_the_last_of_them_is_found(computer: Computer) -> None:
    for number in range(1000):
        folder = computer.workspace.root / f"ngo-{number:04}"
        folder.mkdir(parents=True)
        (folder / "organisation.toml").write_text(
            f'schema = "ngo-assist/organisation@1"\nuid = "u{number}"\nname = "NGO {number:04}"\n',
            encoding="utf-8",
        )
        os.utime(folder / "organisation.toml", (10_000 - number, 10_000 - number))
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert len(names(app)) >= FIRST
        await settle(pilot)
        assert "1,000" in shown(app) and len(names(app)) == 1000
        await pilot.press("end")
        await settle(pilot)
        assert "NGO 0999" in shown(app) and "No questions answered yet" in shown(app)
        await pilot.press(*"0873")
        assert names(app) == ["NGO 0873"]


def test_only_what_a_window_shows_is_read_before_the_first_picture(computer: Computer) -> None:
    for number in range(FIRST + 5):
        computer.workspace.create(Profile(name=f"NGO {number}")).close()
    here = HomeList(computer.workspace)
    here.read_first()
    assert len(here.found) == FIRST and not here.whole and len(here) == FIRST + 5
    here.read_more()
    assert here.whole


# The mouse


async def test_a_click_opens_and_the_three_dots_list_what_else_there_is(computer: Computer) -> None:
    finished(computer, plan=False)
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        rows = app.screen.query_one(OrganisationList)
        await pilot.click(rows, offset=(rows.size.width - 2, 1))
        await until(pilot, lambda: type(app.screen).__name__ == "ThingsToDoScreen")
        assert "Rename" in shown(app)
        await pilot.press("escape")
        await until_screen(pilot, HomeScreen)
        await pilot.click(rows, offset=(10, 0))
        await until(pilot, lambda: type(app.screen).__name__ == "ResultsScreen")


async def test_a_click_into_the_gap_between_two_opens_neither(computer: Computer) -> None:
    finished(computer, plan=False)
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        rows = app.screen.query_one(OrganisationList)
        await pilot.click(rows, offset=(10, 2))
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen) and not app.session.has_organisation


# The first minute


@pytest.mark.parametrize(
    ("language", "downs", "welcome"),
    [("kk", 0, "Қош келдіңіз"), ("ru", 1, "Добро пожаловать"), ("en", 2, "Welcome")],
)
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_the_language_comes_first_and_then_three_ways_to_begin(
    computer: Computer, language: str, downs: int, welcome: str, size: tuple[int, int]
) -> None:
    app = computer.app("kk", ask=True)
    async with app.run_test(size=size) as pilot:
        await until_screen(pilot, LanguageScreen)
        await settle(pilot)
        for name in ("Қазақша", "Русский", "English"):
            assert name in shown(app)
        assert "Қош келдіңіз" not in shown(app)  # one thing at a time
        # Nothing is told, and nothing is chosen, in a language that nobody has chosen.
        assert "F1" not in shown(app) and "Esc" not in shown(app)
        await pilot.press("escape")
        assert isinstance(app.screen, LanguageScreen)
        await pilot.press(*["down"] * downs, "enter")
        await until_screen(pilot, HomeScreen)
        await settle(pilot)
        assert app.session.language == language
        assert welcome in shown(app)
        for id in ("new", "example", "received"):
            button = app.screen.query_one(f"#{id}", Button)
            assert app.screen.find_widget(button).visible_region == button.region
        assert app.focused is app.screen.query_one("#new")


@pytest.mark.parametrize("id", ["new", "example", "received"])
async def test_each_way_to_begin_leads_on_by_keys(computer: Computer, id: str) -> None:
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        order = ["new", "example", "received"]
        await pilot.press(*["right"] * order.index(id), "enter")
        names = {"new": "ProfileScreen", "example": "ResultsScreen", "received": "ReceivedScreen"}
        await until(pilot, lambda: type(app.screen).__name__ == names[id])


async def test_the_next_day_one_key_goes_on(computer: Computer) -> None:
    session = computer.session()
    session.create(PROFILE)
    session.start("quick")
    session.answer(session.practices[0].id, 2)
    session.close()
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Enter Continue" in shown(app)
        await pilot.press("enter")
        await until_screen(pilot, InterviewScreen)
        assert app.session.place == app.session.practices[1].id


async def test_who_comes_back_from_a_new_organisation_goes_on_with_enter(computer: Computer) -> None:
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: type(app.screen).__name__ == "ProfileScreen")
        await pilot.press(*"Komek", "ctrl+s")
        await until(pilot, lambda: type(app.screen).__name__ == "ModeScreen")
        await pilot.press("escape")
        await until_screen(pilot, HomeScreen)
        await settle(pilot)
        assert "Enter Continue" in shown(app)
        # A box that was over it changes nothing.
        app.screen.query_one("#example").focus()
        await pilot.press("f1")
        await until(pilot, lambda: type(app.screen).__name__ == "HelpScreen")
        await pilot.press("escape")
        await until_screen(pilot, HomeScreen)
        await settle(pilot)
        assert app.focused is app.screen.query_one("#example")


async def test_what_was_sent_is_asked_for_from_the_first_screen(computer: Computer) -> None:
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.click("#received")
        await until_screen(pilot, ReceivedScreen)
