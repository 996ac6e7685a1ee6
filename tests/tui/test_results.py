"""The results as a person goes through them, by keys and by mouse."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Button

from ngo_assist.tui.screens.home import HomeScreen
from ngo_assist.tui.screens.interview import InterviewScreen
from ngo_assist.tui.screens.limits import LimitsScreen
from ngo_assist.tui.screens.practice import PracticeScreen
from ngo_assist.tui.screens.results import VIEWS, ResultsScreen
from ngo_assist.tui.widgets.line_list import LineList
from ngo_assist.tui.widgets.practice_map import PracticeMap
from tests.in_memory import practice, rubric
from tests.tui.conftest import PROFILE, Computer, settle
from tests.tui.planned import ANSWERS, LARGE, SMALL, session, shown
from tests.tui.results_read import again, click_on, read, said, see, view
from tests.tui.waiting import until_screen

# The picture, and the way on


async def test_the_results_begin_with_what_works_and_lead_to_the_plan_by_enter(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "results") as pilot:
        assert said(pilot, "#headline") == "1 of 6 already works"
        assert "1 legal duty wants attention" in said(pilot, "#attention")
        await pilot.press("enter")
        await until_screen(pilot, LimitsScreen)


async def test_ctrl_s_makes_the_plan_from_any_view_and_stands_in_the_line_of_keys(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "results") as pilot:
        await see(pilot, "Ctrl+S Make the plan")
        await pilot.press("4", "ctrl+s")
        await until_screen(pilot, LimitsScreen)


async def test_duties_that_the_quick_questions_leave_out_are_counted_apart(computer: Computer) -> None:
    made = computer.session()
    made.create(PROFILE)
    made.start("quick")
    slug = made.writable.slug
    asked = sum(each.duty is not None for each in made.practices)
    all_ = sum(each.duty is not None for each in made.rubric.practices.values())
    assert 0 < asked < all_
    for each in made.practices:
        made.answer(each.id, 0)
    made.close()
    app = computer.app(first="results")
    app.session.open(slug)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        attention = said(pilot, "#attention")
        assert f"{asked} legal dut" in attention.splitlines()[0]
        assert f"{all_ - asked} legal duties were not asked about" in attention.splitlines()[1]


async def test_no_number_of_the_picture_is_an_average(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "results") as pilot:
        await see(pilot, "Level 1")
        body = "\n".join(read(pilot).splitlines()[2:-2])
        assert "." not in body and "%" not in body


async def test_a_topic_of_the_picture_leads_to_its_practices_by_keys(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "results") as pilot:
        await pilot.press("down", "down", "enter")
        await see(pilot, "Is there a page that is up to date?")
        assert view(pilot) == "practices"


async def test_a_topic_of_the_picture_leads_to_its_practices_by_mouse(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "results") as pilot:
        await click_on(pilot, "reach ")
        await see(pilot, "Is there a page that is up to date?")


async def test_open_questions_are_one_button_away(tmp_path: Path) -> None:
    made = session(tmp_path, answers={"care.backup": 2, "care.consent": 3})
    async with shown(made, "results") as pilot:
        button = pilot.app.screen.query_one("#to-interview", Button)
        assert str(button.label) == "Answer 4 more questions"
        await see(pilot, "4 questions are still open")
        await pilot.click("#to-interview")
        await until_screen(pilot, InterviewScreen)
        assert made.place == "care.codes"


# From view to view


async def test_each_view_has_its_number_and_f3_goes_through_all_of_them(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "results") as pilot:
        for number, id in enumerate(VIEWS, 1):
            await pilot.press(str(number))
            await pilot.pause()
            assert view(pilot) == id
        for id in [*VIEWS]:
            await pilot.press("f3")
            await pilot.pause()
            assert view(pilot) == id


async def test_each_view_opens_by_a_click_and_by_the_arrows_on_their_names(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "results") as pilot:
        for number, (id, kind) in enumerate(VIEWS.items(), 1):
            await click_on(pilot, f"{number} {kind.WORD.text}")
            assert view(pilot) == id
        pilot.app.screen.query_one("#views").focus()
        await pilot.press("right", "right")
        await pilot.pause()
        assert view(pilot) == "practices"
        assert pilot.app.focused is pilot.app.screen.query_one("#views")


async def test_the_digits_of_a_kazakh_keyboard_open_views_too(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "results") as pilot:
        await pilot.press("ғ")
        await pilot.pause()
        assert view(pilot) == "targets"


async def test_esc_leads_to_the_picture_and_then_home(tmp_path: Path) -> None:
    made = session(tmp_path)
    async with shown(made, "results") as pilot:
        await pilot.press("5")
        await see(pilot, "Esc Picture")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ResultsScreen)
        assert view(pilot) == "picture"
        await see(pilot, "Esc Back")
        await pilot.press("escape")
        await until_screen(pilot, HomeScreen)


async def test_the_way_back_from_the_plan_leads_to_the_view_that_was_left(tmp_path: Path) -> None:
    made = session(tmp_path)
    async with shown(made, "results") as pilot:
        await pilot.press("2", "right", "right")
        await pilot.app.go("limits")  # type: ignore[attr-defined]
        await until_screen(pilot, LimitsScreen)
        await pilot.press("escape")
        await until_screen(pilot, ResultsScreen)
        assert view(pilot) == "practices"
        assert pilot.app.screen.query_one(PracticeMap).practice == "care.codes"


async def test_the_help_speaks_of_the_view_that_is_open(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "results", size=LARGE) as pilot:
        await pilot.press("2", "f1")
        await see(pilot, "Every practice is a block")


async def test_a_change_of_language_keeps_view_and_place(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "results") as pilot:
        await pilot.press("2", "right")
        for language in ("kk", "ru", "en"):
            pilot.app.speak(language)  # type: ignore[attr-defined]
            await pilot.pause()
        assert view(pilot) == "practices"
        assert pilot.app.screen.query_one(PracticeMap).practice == "care.consent"
        assert pilot.app.focused is pilot.app.screen.query_one(PracticeMap)


# The map of practices


async def test_the_map_shows_each_level_as_a_shape_and_tells_of_the_practice_chosen(tmp_path: Path) -> None:
    made = session(tmp_path, answers={**ANSWERS, "reach.calls": "we have no phones"})
    made.annotate("care.consent", "On paper since May", ())
    async with shown(made, "results") as pilot:
        await pilot.press("2", "right")
        await see(pilot, "On paper since May")
        body = read(pilot)
        assert "[▂▂▂▂▂▂]" in body and "▆▆▆▆▆▆" in body and "▁▁▁▁▁▁" in body and "–" in body
        assert "Do people agree in writing?" in body
        assert "▂ Level 1  →  ▆ Level 3   a legal duty" in body


async def test_the_arrows_reach_every_practice_and_no_other(tmp_path: Path) -> None:
    made = session(tmp_path)
    async with shown(made, "results") as pilot:
        await pilot.press("2")
        chosen = pilot.app.screen.query_one(PracticeMap)
        seen = [chosen.practice]
        for _ in range(8):
            await pilot.press("right")
            seen.append(chosen.practice)
        assert list(dict.fromkeys(seen)) == list(ANSWERS)
        await pilot.press("up")
        assert chosen.practice == "care.codes"
        await pilot.press("up", "home", "down")
        assert chosen.practice == "reach.page"
        await pilot.press("end", "down")
        assert chosen.practice == "reach.calls"


async def test_a_click_chooses_a_practice_and_a_second_one_opens_it(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "results") as pilot:
        await pilot.press("2")
        await click_on(pilot, "▆▆▆▆")
        await see(pilot, "Is there a second step at sign-in?")
        assert isinstance(pilot.app.screen, ResultsScreen)
        await click_on(pilot, "▆▆▆▆")
        await until_screen(pilot, PracticeScreen)
        await see(pilot, "care.codes at 3.")


async def test_a_practice_shows_all_that_is_known_and_leads_to_its_question(tmp_path: Path) -> None:
    made = session(tmp_path)
    made.annotate("care.consent", "On paper since May", ("a photo of the form",))
    made.doubt("care.consent", True)
    again(made, care_consent=2)
    async with shown(made, "results", size=LARGE) as pilot:
        await pilot.press("2", "right", "enter")
        await until_screen(pilot, PracticeScreen)
        await see(pilot, "You noted: On paper since May")
        for words in (
            "Now: ▄ Level 2",
            "care.consent at 2.",
            "Target: ▆ Level 3",
            "On 2 May 2026: Level 1",
            "You were unsure",
            "a photo of the form",
            "Source: law",
        ):
            assert words in read(pilot)
        await click_on(pilot, "Answer again")
        await until_screen(pilot, InterviewScreen)
        assert made.place == "care.consent"


async def test_a_practice_leads_to_its_target(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "results") as pilot:
        await pilot.press("2", "end", "enter")
        await until_screen(pilot, PracticeScreen)
        await pilot.click("#target")
        await see(pilot, "What comes first for you")
        assert pilot.app.screen.query_one("#wanted", LineList).cursor == "reach.calls"


async def test_a_duty_that_the_quick_questions_leave_out_can_be_looked_at(computer: Computer) -> None:
    made = computer.session()
    made.create(PROFILE)
    made.start("quick")
    slug = made.writable.slug
    for each in made.practices:
        made.answer(each.id, 4)
    made.close()
    app = computer.app(first="results")
    app.session.open(slug)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await pilot.press("4", "enter")
        await until_screen(pilot, PracticeScreen)
        await see(pilot, "Not asked in the quick questions")
        assert not app.screen.query_one("#ask").display
        assert not app.screen.query_one("#target").display


# Law and beginning


async def test_the_law_names_each_duty_with_its_standing_and_its_source_once(tmp_path: Path) -> None:
    found = rubric(
        practice("a.one", duty="law"), practice("a.two", duty="law"), practice("a.three", duty="other")
    )
    made = session(tmp_path, of=found, answers={"a.one": 1, "a.two": 0, "a.three": "we sign nothing"})
    async with shown(made, "results") as pilot:
        await pilot.press("4")
        await see(pilot, "we sign nothing")
        body = read(pilot)
        assert "! How is it with a.one?" in body and "· How is it with a.three?" in body
        assert body.count("Source: law") == 1 and body.count("Source: other") == 1
        assert "not legal advice" in body


async def test_where_to_start_shows_the_first_three_and_what_is_strong(tmp_path: Path) -> None:
    made = session(tmp_path)
    async with shown(made, "results", size=LARGE) as pilot:
        await pilot.press("3")
        await see(pilot, "Where to start")
        for number, action in enumerate(made.results.planned.actions[:3], 1):
            assert f"{number} {action.title}" in read(pilot)
        await see(pilot, "✓ care.codes at 3.")
        await pilot.press("enter")
        await until_screen(pilot, PracticeScreen)


# What moved


async def test_what_moved_since_the_earlier_assessment_is_shown_by_topic_and_by_practice(
    tmp_path: Path,
) -> None:
    made = again(session(tmp_path), care_backup=3, reach_hall=1, care_codes=2)
    async with shown(made, "results", size=LARGE) as pilot:
        await pilot.press("6")
        await see(pilot, "Since 2 May 2026 2 practices have moved up")
        body = read(pilot)
        for words in (
            "1 stands lower than then",
            "2 levels up",
            "↑ Do you keep copies of your important files?",
            "▂ Level 1 → ▆ Level 3   target: Level 4",
            "↓ Is there a second step at sign-in?",
            "3 practices stand where they stood",
        ):
            assert words in body
        await pilot.press("down", "down", "enter")
        await until_screen(pilot, PracticeScreen)


async def test_on_a_first_assessment_the_progress_shows_no_number(tmp_path: Path) -> None:
    async with shown(session(tmp_path), "results") as pilot:
        await pilot.press("6")
        await see(pilot, "Assess again in half a year")
        assert "%" not in read(pilot)
