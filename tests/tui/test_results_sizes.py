"""The results in every size of window, in every language, and with very many practices."""

from __future__ import annotations

from pathlib import Path

import pytest

from ngo_assist.rubric.model import Rubric
from ngo_assist.tui.results.targets import TargetsView
from ngo_assist.tui.screens.practice import PracticeScreen
from ngo_assist.tui.screens.results import VIEWS
from ngo_assist.tui.widgets.practice_map import PracticeMap
from tests.in_memory import practice, rubric
from tests.tui.conftest import PROFILE, Computer, settle
from tests.tui.conftest import shown as letters
from tests.tui.planned import LARGE, SMALL, session, shown
from tests.tui.results_read import again, see
from tests.tui.test_translated import english
from tests.tui.waiting import until, until_screen


@pytest.mark.parametrize(
    ("language", "mode"), [("en", "full"), ("ru", "full"), ("kk", "full"), ("kk", "quick")]
)
async def test_nothing_is_cut_off_at_80_columns(computer: Computer, language: str, mode: str) -> None:
    made = computer.session(language)
    made.create(PROFILE)
    made.start(mode)  # type: ignore[arg-type]
    slug = made.writable.slug
    for number, each in enumerate(made.practices):
        made.answer(each.id, number % 5)
    made.close()
    app = computer.app(language, first="results")
    app.session.open(slug)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        for number, id in enumerate(VIEWS, 1):
            await pilot.press(str(number))
            await settle(pilot)
            if id == "targets":
                await pilot.press("enter")
            for _ in range(4):
                assert "…" not in letters(app), (id, letters(app))
                await pilot.press("pagedown")
                await settle(pilot)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_picture_and_map_need_no_scrolling_at_80_by_24(computer: Computer, language: str) -> None:
    made = computer.session(language)
    made.create(PROFILE)
    made.start("full")
    slug = made.writable.slug
    for number, each in enumerate(made.practices):
        made.answer(each.id, number % 5)
    made.close()
    app = computer.app(language, first="results")
    app.session.open(slug)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert app.screen.query_one("#bars").max_scroll_y == 0
        await pilot.press("2")
        await settle(pilot)
        assert app.screen.query_one(PracticeMap).max_scroll_y == 0
        assert app.screen.query_one("#legend").display


def large_rubric() -> Rubric:
    return rubric(*(practice(f"{name}.p{n}") for name in "abcdefghij" for n in range(50)))


@pytest.mark.parametrize("size", [(60, 20), SMALL, LARGE])
async def test_500_practices_can_all_be_reached_and_read(tmp_path: Path, size: tuple[int, int]) -> None:
    found = large_rubric()
    made = session(tmp_path, of=found, answers={})
    given = session(tmp_path / "other", of=found, answers={"a.p0": 1}).assessment.answers["a.p0"]
    levels = {id: given.updated_with(level=n % 5, asked=None) for n, id in enumerate(found.practices)}
    made.change_assessment(made.assessment.updated_with(answers=levels))
    async with shown(made, "results", size=size) as pilot:
        await see(pilot, "200 of 500 already work")
        await pilot.press("2", "end")
        chosen = pilot.app.screen.query_one(PracticeMap)
        assert chosen.practice == "j.p49"
        await see(pilot, "How is it with j.p49?")
        await pilot.press("home", *["down"] * 30)
        assert chosen.practice.startswith("j.")
        await pilot.press("5", "end", "enter", "end", "up", "left")
        await until(pilot, lambda: made.assessment.targets == {"j.p48": 3})
        await pilot.press("6", "3", "4", "1")
        await pilot.pause()


async def test_every_view_stands_any_change_of_size(tmp_path: Path) -> None:
    made = again(session(tmp_path), care_backup=3)
    async with shown(made, "results") as pilot:
        for number in range(1, len(VIEWS) + 1):
            await pilot.press(str(number))
            for size in ((120, 36), (60, 20), (59, 19), (20, 5), (200, 60), (80, 24)):
                await pilot.resize_terminal(*size)
                await pilot.press("down", "up")
                await pilot.pause()
        assert pilot.app.screen.query_one(TargetsView).filled_for is not None


@pytest.mark.parametrize("language", ["kk", "ru"])
async def test_no_english_stands_in_any_view(tmp_path: Path, computer: Computer, language: str) -> None:
    made = computer.session(language)
    made.create(PROFILE)
    made.start("full")
    for number, each in enumerate(made.practices):
        made.answer(each.id, number % 4)
    again(made, **{made.practices[0].id.replace(".", "_"): 2, made.practices[1].id.replace(".", "_"): 0})
    made.does_not_apply("services.languages", "–")
    slug = made.writable.slug
    made.close()
    app = computer.app(language, first="results")
    app.session.open(slug)
    async with app.run_test(size=(120, 400)) as pilot:
        await settle(pilot)
        for number in range(1, len(VIEWS) + 1):
            await pilot.press(str(number))
            await settle(pilot)
            assert english(letters(app)) == []
            await pilot.press("f1")
            await settle(pilot)
            assert english(letters(app)) == []
            await pilot.press("escape")
        await pilot.press("5", "enter", "down", "left", "up", "up", "up", "right")
        await settle(pilot)
        assert english(letters(app)) == []
        await pilot.press("2", "enter")
        await until_screen(pilot, PracticeScreen)
        assert english(letters(app)) == []
