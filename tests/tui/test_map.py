"""The map of all questions: what it says, and the ways to each."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.screens.interview import InterviewScreen
from ngo_assist.tui.screens.jump import JumpScreen

from .conftest import PROFILE, Computer, settle, shown
from .test_interview import other
from .waiting import until_screen


def begun(computer: Computer, language: str = "en") -> NgoAssistApp:
    """Return the program at the questions: two answered, one skipped, one unsure with a note."""
    session = computer.session(language)
    session.create(PROFILE)
    session.start("full")
    first, _, third = (practice.id for practice in session.practices[:3])
    session.answer(first, 0)
    session.answer(third, 3)
    session.doubt(third, True)
    session.annotate(third, "from last year", ())
    session.does_not_apply(session.practices[8].id, "we use no AI")
    session.close()
    app = computer.app(language, first="interview")
    app.session.open("komek")
    return app


async def test_it_tells_answered_skipped_unsure_noted_and_open_ones_apart_by_shape(
    computer: Computer,
) -> None:
    app = begun(computer)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f8")
        await until_screen(pilot, JumpScreen)
        await pilot.press("home")
        await settle(pilot)
        lines = shown(app).splitlines()[2:]
        assert "3 of 45 answered   ◌ skipped: 6   ? unsure: 1   ✎ with a note: 1" in shown(app)
        row = {
            number: next(line for line in lines if line.lstrip().startswith(f"{number} "))
            for number in range(1, 10)
        }
        assert " 1 ▁ " in row[1] and row[1].endswith("Not yet")
        assert " 2 ◌ " in row[2] and row[2].endswith("skipped")
        assert " 3 ▆ ?✎ " in row[3] and row[3].endswith("Working")
        assert " 9 – " in row[9]
        await pilot.press("1", "1")
        await settle(pilot)
        eleventh = next(line for line in shown(app).splitlines() if line.lstrip().startswith("11 "))
        assert " 11 ○ " in eleventh


@pytest.mark.parametrize(
    ("typed", "place"), [(["2", "7"], 27), (["ә", ".", "enter"], 27), (["4", "9"], 9), (["0", "5"], 5)]
)
async def test_a_number_that_is_typed_leads_to_its_question(
    computer: Computer, typed: list[str], place: int
) -> None:
    app = begun(computer)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f8", *typed)
        if "enter" not in typed:
            await pilot.press("enter")
        await until_screen(pilot, InterviewScreen)
        assert app.session.place == app.session.practices[place - 1].id


async def test_f7_leads_from_one_open_question_to_the_next_and_round(computer: Computer) -> None:
    app = begun(computer)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        order = [practice.id for practice in app.session.practices]
        app.screen.show_practice(order[-1])  # type: ignore[attr-defined]
        await pilot.press("f8", "f7", "enter")
        await until_screen(pilot, InterviewScreen)
        assert app.session.place == order[1]
        await pilot.press("f8", "f7", "f7", "enter")
        await until_screen(pilot, InterviewScreen)
        assert app.session.place == order[4]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)])
async def test_the_question_of_the_line_is_said_in_full_in_every_window(
    computer: Computer, size: tuple[int, int]
) -> None:
    app = begun(computer, "kk")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("f8")
        await until_screen(pilot, JumpScreen)
        for practice in app.session.practices[::7]:
            app.screen._point_at(practice.id)  # type: ignore[attr-defined]
            await settle(pilot)
            whole = "".join(shown(app).rpartition("\n\n")[2].split())
            seen = "".join(shown(app).split())
            assert "".join(practice.question.say("kk").split()) in seen, whole


async def test_it_keeps_its_place_when_the_language_changes_and_when_the_window_does(
    computer: Computer,
) -> None:
    app = begun(computer)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f8", "3", "3")
        await settle(pilot)
        place = app.screen.query_one("#map", OptionList).highlighted
        app.speak("kk")
        await pilot.resize_terminal(60, 20)
        await settle(pilot)
        assert isinstance(app.screen, JumpScreen)
        assert app.screen.query_one("#map", OptionList).highlighted == place
        question = app.session.practices[32].question.say("kk")
        assert "".join(question.split()) in "".join(shown(app).split())
        await pilot.press("enter")
        await until_screen(pilot, InterviewScreen)
        assert app.session.place == app.session.practices[32].id


async def test_a_click_leads_to_its_question(computer: Computer) -> None:
    app = begun(computer)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f8")
        await until_screen(pilot, JumpScreen)
        await settle(pilot)
        lines = shown(app).splitlines()
        y = next(y for y, line in enumerate(lines) if line.lstrip().startswith("6 "))
        await pilot.click(offset=(20, y))
        await until_screen(pilot, InterviewScreen)
        assert app.session.place == app.session.practices[5].id


async def test_the_map_of_five_hundred_questions_is_there_at_once(computer: Computer) -> None:
    rubric = other(computer.rubric, 5, 500)
    session = computer.session("en", rubric)
    session.create(PROFILE)
    session.start("full")
    session.close()
    app = computer.app(rubric=rubric, first="interview")
    app.session.open("komek")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f8")
        await until_screen(pilot, JumpScreen)
        await pilot.pause()
        await pilot.press("4", "9", "9", "enter")
        await until_screen(pilot, InterviewScreen)
        assert app.session.place == app.session.practices[498].id
        assert "499 of 500" in shown(app)
