"""What the check of a rubric says about room on the screen is so on the screen."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from ngo_assist.rubric.check_lengths import (
    INTERVIEW_LINES,
    LEVEL_COLUMNS,
    LONGEST,
    NAME_COLUMNS,
    QUESTION_COLUMNS,
    interview_lines,
)
from ngo_assist.rubric.model import Practice, Rubric, Text
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.screens.interview import InterviewScreen
from ngo_assist.tui.screens.why import WhyScreen
from ngo_assist.tui.widgets.level_list import NAME_MOST, SIGNS, LevelList

from .conftest import PROFILE, Computer, settle
from .waiting import until

GAPS = 2 + 2
"""Columns beside a level, and between its name and its text."""


def changed(rubric: Rubric, practice_id: str, **fields: object) -> Rubric:
    def change(practice: Practice) -> Practice:
        return practice.model_copy(update=fields) if practice.id == practice_id else practice

    dimensions = tuple(
        each.model_copy(update={"practices": tuple(change(practice) for practice in each.practices)})
        for each in rubric.dimensions
    )
    return Rubric.model_construct(header=rubric.header, dimensions=dimensions)


def answered(computer: Computer, rubric: Rubric, language: str) -> NgoAssistApp:
    """Return the program at the questions, all of them answered, so that every key is there."""
    session = computer.session(language, rubric)
    session.create(PROFILE)
    slug = session.writable.slug
    session.start("quick")
    for practice in session.practices:
        session.answer(practice.id, 1)
    session.close()
    app = computer.app(language, first="interview", rubric=rubric)
    app.session.open(slug)
    return app


def named(rubric: Rubric, language: str) -> list[str]:
    return [level.name.say(language) for level in rubric.header.levels]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_lines_are_counted_as_the_interview_shows_them(computer: Computer, language: str) -> None:
    rubric = computer.rubric
    app = answered(computer, rubric, language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        for practice in app.session.practices:
            screen.show_practice(practice.id)
            await settle(pilot)
            levels = screen.query_one("#levels", LevelList)
            shown = screen.query_one("#question").size.height + levels.virtual_size.height
            texts = [level.say(language) for level in practice.levels]
            counted = interview_lines([practice.question.say(language)], texts, named(rubric, language))
            # Where there is room, a blank line stands between two levels.
            assert shown - counted in (0, rubric.top), practice.id


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_the_room_in_the_interview_is_what_the_check_takes_it_for(
    computer: Computer, language: str
) -> None:
    app = answered(computer, computer.rubric, language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = app.screen
        levels = screen.query_one("#levels", LevelList)
        assert screen.query_one("#question").size.width == QUESTION_COLUMNS
        assert NAME_MOST == NAME_COLUMNS
        assert levels.size.width - SIGNS - GAPS == LEVEL_COLUMNS
        # The line of marks, and a blank line before the question and before the levels.
        assert screen.query_one("#body").size.height - 3 >= INTERVIEW_LINES


@pytest.mark.parametrize(
    ("lines", "scrolls"),
    [(INTERVIEW_LINES, False), (INTERVIEW_LINES + 3, False), (INTERVIEW_LINES + 4, True)],
)
async def test_what_the_check_lets_pass_is_seen_at_once_with_every_key_on_the_screen(
    computer: Computer, lines: int, scrolls: bool
) -> None:
    id = "infrastructure.offline"  # which may not apply: all keys there are
    # Seven of these words fill a line beside a level's name.
    levels = tuple(Text({"ru": "слово " * 7 * count}) for count in (3, 3, 3, 3, lines - 13))
    rubric = changed(computer.rubric, id, levels=levels, question=Text({"ru": "Да?"}), alone=None)
    texts = [level.say("ru") for level in levels]
    assert interview_lines(["Да?"], texts, named(rubric, "ru")) == lines
    app = answered(computer, rubric, "ru")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        await pilot.press("2")  # something to undo: one more key
        await settle(pilot)
        screen.show_practice(id)
        await settle(pilot)
        # Three lines more are found where no blank ones stand between the question and what is around it.
        assert (screen.query_one("#levels").max_scroll_y > 0) == scrolls
        assert (screen.query_one("#question").region.y > screen.query_one("#progress").region.bottom) == (
            lines == INTERVIEW_LINES
        )


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_the_longest_reason_and_evidence_are_read_without_scrolling(
    computer: Computer, language: str
) -> None:
    def text(kind: str) -> Text:
        words = "абвг " * LONGEST[kind]
        return Text({language: words[: LONGEST[kind]].strip()})

    id = "data.consent"  # a duty, so that its source stands there too
    rubric = changed(computer.rubric, id, why=text("why"), evidence=text("evidence"))
    app = answered(computer, rubric, language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        screen.show_practice(id)
        await settle(pilot)
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(app.screen, WhyScreen))
        await settle(pilot)
        assert app.screen.query_one("VerticalScroll").max_scroll_y == 0
        assert app.screen.query_one("#why", Static).size.height <= 4
