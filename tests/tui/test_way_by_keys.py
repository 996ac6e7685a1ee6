"""The whole way to the results with the keyboard alone."""

from __future__ import annotations

import pytest

from ngo_assist.tui.screens.interview import InterviewScreen

from .conftest import Computer, settle, shown

SIZES = [(80, 24), (120, 36)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("language", "ups"), [("en", 0), ("kk", 2)])
async def test_from_nothing_to_the_results_by_keys_alone(
    computer: Computer, language: str, ups: int, size: tuple[int, int]
) -> None:
    app = computer.app("en", ask=True)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press(*["up"] * ups, "enter")
        await settle(pilot)
        assert app.session.language == language
        await pilot.press("enter")  # new organisation
        await settle(pilot)
        await pilot.press(*"Komek", "enter", "tab", "right", "right", "tab", "2", "ctrl+s")
        await settle(pilot)
        assert app.session.organisation.name == "Komek"
        assert app.session.organisation.settlement == "town"
        await pilot.press("enter")  # quick
        await settle(pilot)
        for number in range(12):
            assert isinstance(app.screen, InterviewScreen)
            # By number, or with the arrows and Enter.
            await pilot.press(*(["2"] if number % 2 else ["down", "down", "enter"]))
            await settle(pilot)
        assert not isinstance(app.screen, InterviewScreen)
        assert app.session.assessment.finished is not None
        levels = {answer.level for answer in app.session.assessment.answers.values()}
        assert levels == {1, 2}


async def test_the_digits_of_a_kazakh_keyboard_answer_too(computer: Computer) -> None:
    session = computer.session()
    app = computer.app("kk")
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(computer, app)
        await settle(pilot)
        first = app.session.place
        await pilot.press("ң")
        await settle(pilot)
        assert first is not None
        assert app.session.assessment.answers[first].level == 4
        await pilot.press("ctrl+я")
        await settle(pilot)
        assert app.session.place == first
        assert first not in app.session.assessment.answers
    session.close()


async def test_previous_next_undo_unsure_note_reason_and_map_by_keys(computer: Computer) -> None:
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(computer, app)
        await settle(pilot)
        order = [practice.id for practice in app.session.practices]
        await pilot.press("right", "right", "left")
        await settle(pilot)
        assert app.session.place == order[1]
        await pilot.press("f7")
        await settle(pilot)
        assert app.session.remarks(order[1]).unsure
        await pilot.press("f4", *"on paper", "escape")
        await settle(pilot)
        assert app.session.remarks(order[1]).note == "on paper"
        assert "on paper" in shown(app)
        await pilot.press("3")
        await settle(pilot)
        answer = app.session.assessment.answers[order[1]]
        assert (answer.level, answer.note, answer.confidence) == (3, "on paper", "unsure")
        allowed = next(p.id for p in app.session.practices if p.not_applicable)
        app.session.place = order[0]
        await pilot.press("f8", *["down"] * 40, "home", "escape")
        await settle(pilot)
        assert isinstance(app.screen, InterviewScreen)
        app.screen.show_practice(allowed)
        await pilot.press("f6", *"not for us", "ctrl+s")
        await settle(pilot)
        assert app.session.assessment.answers[allowed].not_applicable == "not for us"


async def test_a_reason_is_asked_for_before_a_practice_does_not_apply(computer: Computer) -> None:
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(computer, app)
        await settle(pilot)
        allowed = next(p.id for p in app.session.practices if p.not_applicable)
        assert isinstance(app.screen, InterviewScreen)
        app.screen.show_practice(allowed)
        await pilot.press("f6", "ctrl+s")
        await settle(pilot)
        # It is said under the field, and the keys stay in sight.
        assert "in a few words" in shown(app) and "Ctrl+S" in shown(app).splitlines()[-1]
        await pilot.press("escape")
        await settle(pilot)
        assert app.session.assessment.answers == {}


async def test_the_map_leads_to_the_question_chosen(computer: Computer) -> None:
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(computer, app)
        await settle(pilot)
        order = [practice.id for practice in app.session.practices]
        await pilot.press("f8")
        await settle(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)
        assert app.session.place == order[-1]


async def test_what_stands_in_the_line_of_keys_works_and_nothing_else(computer: Computer) -> None:
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(computer, app)
        await settle(pilot)
        assert "← Previous" not in shown(app) and "→ Skip" in shown(app)
        assert "Undo" not in shown(app) and "Results" not in shown(app)
        await pilot.press("1")
        await settle(pilot)
        assert "← Previous" in shown(app) and "Undo" in shown(app)


async def test_an_answer_that_was_taken_back_can_be_given_again(computer: Computer) -> None:
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(computer, app)
        await settle(pilot)
        assert "Ctrl+Y" not in shown(app)
        await pilot.press("3")
        await settle(pilot)
        given = dict(app.session.assessment.answers)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert app.session.assessment.answers == {} and "Taken back: question 1." in shown(app)
        await pilot.press("ctrl+y")
        await settle(pilot)
        assert app.session.assessment.answers == given and "Done again: question 1." in shown(app)


async def test_esc_takes_a_notice_away_first_and_then_leads_back(computer: Computer) -> None:
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(computer, app)
        await settle(pilot)
        await pilot.press("1", "ctrl+z")
        await settle(pilot)
        assert "Taken back" in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, InterviewScreen) and "Taken back" not in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert "Your organisations" in shown(app)


async def test_ctrl_q_leaves_from_a_modal_and_lets_others_open_the_organisation(computer: Computer) -> None:
    app = computer.app()
    async with app.run_test(size=(80, 24)) as pilot:
        slug = await _begin(computer, app)
        await settle(pilot)
        await pilot.press("f4", *"x", "ctrl+q")
        await settle(pilot)
    after = computer.session()
    after.open(slug)
    assert not after.read_only


async def _begin(computer: Computer, app: object) -> str:
    from ngo_assist.tui.app import NgoAssistApp

    from .conftest import PROFILE

    assert isinstance(app, NgoAssistApp)
    app.session.create(PROFILE.updated_with(name="Komek"))
    app.session.start("quick")
    await app.go("interview")
    return "komek"
