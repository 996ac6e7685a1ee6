"""Keys that bounce, windows that change, long texts: nothing happens that nobody meant, nothing is lost."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Button, Input, Select, TextArea

from ngo_assist.i18n import translator
from ngo_assist.i18n.labels import region
from ngo_assist.tui.screens.interview import InterviewScreen
from ngo_assist.tui.screens.mode import ModeScreen
from ngo_assist.tui.screens.note import NoteScreen
from ngo_assist.tui.screens.profile import ProfileScreen
from ngo_assist.tui.screens.reason import ReasonScreen
from ngo_assist.tui.screens.results import ResultsScreen
from ngo_assist.workspace.files import read_assessment

from .conftest import PROFILE, Computer, settle, shown
from .waiting import until, until_screen


def levels(app: object) -> list[int | None]:
    from ngo_assist.tui.app import NgoAssistApp

    assert isinstance(app, NgoAssistApp)
    return [answer.level for answer in app.session.assessment.answers.values()]


async def test_a_digit_that_bounces_or_is_held_answers_one_question(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ngo_assist.tui.screens.interview.TWICE", 1000.0)
    app = computer.interviewing()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"2222")
        await settle(pilot)
        assert levels(app) == [2]
        # Another digit is another answer, however fast.
        await pilot.press("3", "1")
        await settle(pilot)
        assert levels(app) == [2, 3, 1]


async def test_a_second_enter_answers_nothing(computer: Computer) -> None:
    app = computer.interviewing()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("down", "down", "enter", "enter", "enter", "space")
        await settle(pilot)
        assert levels(app) == [1]


async def test_a_digit_at_an_answer_changes_it_and_stays_there_and_says_both(computer: Computer) -> None:
    app = computer.interviewing()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "left", "3")
        await settle(pilot)
        order = [practice.id for practice in app.session.practices]
        assert app.session.place == order[0] and levels(app) == [3]
        assert "✓ Changed: Partly → Working" in shown(app)
        # The digits of the questions to come change nothing more than this one, and the arrow leads on.
        await pilot.press("1", "right")
        await settle(pilot)
        assert app.session.place == order[1] and levels(app) == [1]
        assert "Changed" not in shown(app)
        # Enter on what was chosen before leads on too.
        await pilot.press("left", "enter")
        await settle(pilot)
        assert app.session.place == order[1] and levels(app) == [1]


async def test_what_is_typed_beyond_the_last_question_turns_no_page_of_the_results(
    computer: Computer,
) -> None:
    app = computer.interviewing()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*"1" * (len(app.session.practices) - 1))
        await settle(pilot)
        typed_early = [events.Key("3", "3"), events.Key("enter", "\r")]
        # Both are typed before the results can be seen: the second is no answer, and no key of theirs.
        app.simulate_key("2")
        app.simulate_key("4")
        await until_screen(pilot, ResultsScreen)
        await settle(pilot)
        for key in typed_early:
            app.post_message(key)
        await settle(pilot)
        assert isinstance(app.screen, ResultsScreen) and app.session.results.view in ("", "picture")
        assert levels(app)[-1] == 2
        await pilot.press("3")
        await settle(pilot)
        assert app.session.results.view == "start"


async def test_a_double_click_answers_one_question(computer: Computer) -> None:
    app = computer.interviewing()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.click("#levels", offset=(30, 2), times=2)
        await settle(pilot)
        assert len(levels(app)) == 1


async def test_a_second_enter_begins_no_second_assessment(computer: Computer) -> None:
    session = computer.session()
    session.create(PROFILE)
    session.close()
    app = computer.app(first="mode")
    app.session.open("komek")
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, ModeScreen)
        await settle(pilot)
        app.simulate_key("enter")
        app.simulate_key("enter")
        await until_screen(pilot, InterviewScreen)
        await settle(pilot)
    assert len(list((computer.root / "workspace").glob("komek/assessments/*.toml"))) == 1


async def test_a_paste_of_ten_thousand_letters_is_taken_up_to_what_is_kept_and_that_is_said(
    computer: Computer,
) -> None:
    app = computer.interviewing(language="kk")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f4")
        await until_screen(pilot, NoteScreen)
        pasted = "Қауіпсіз ұзын сөз, " * 527
        assert len(pasted) > 10_000
        app.post_message(events.Paste(pasted))
        note = app.screen.query_one("#note", TextArea)
        await until(pilot, lambda: len(note.text) == len(pasted))
        await settle(pilot)
        # It is said while the rest still stands there and can be shortened.
        assert "4000" in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, NoteScreen) and "4000" not in shown(app)
        await pilot.press("escape")
        await until_screen(pilot, InterviewScreen)
        assert app.session.remarks(app.session.practices[0].id).note == pasted[:4000]


async def test_a_paste_where_nothing_is_typed_answers_nothing(computer: Computer) -> None:
    app = computer.interviewing()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        app.post_message(events.Paste("1 2 3\n4\n" * 500))
        await settle(pilot)
        assert levels(app) == [] and isinstance(app.screen, InterviewScreen)


async def test_a_name_pasted_from_a_letter_stays_one_line(computer: Computer) -> None:
    app = computer.app(first="profile")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.screen.query_one("#name", Input).has_focus
        app.post_message(events.Paste("Үміт аналары\nекінші жол\r\n"))
        await settle(pilot)
        await pilot.press("ctrl+s")
        await until_screen(pilot, ModeScreen)
        assert app.session.organisation.name == "Үміт аналары"


async def test_what_is_typed_stays_while_the_window_is_too_small_and_is_there_again_after(
    computer: Computer,
) -> None:
    app = computer.interviewing()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f4", *"half a w")
        await pilot.resize_terminal(20, 5)
        await settle(pilot)
        assert "60×20" in "".join(shown(app).split()) and "half" not in shown(app)
        await pilot.press(*"ord")
        await pilot.resize_terminal(120, 36)
        await settle(pilot)
        assert isinstance(app.screen, NoteScreen) and "half a w" in shown(app)
        await pilot.press("escape")
        await until_screen(pilot, InterviewScreen)
        assert app.session.remarks(app.session.practices[0].id).note.startswith("half a w")


async def test_the_question_stays_whatever_the_window_becomes(computer: Computer) -> None:
    app = computer.interviewing(mode="full", language="kk")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("right", "right", "down", "down")
        place = app.session.place
        for size in [(60, 20), (200, 60), (61, 23), (20, 5), (79, 20), (80, 24)]:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            if size == (20, 5):
                # Nobody answers what cannot be seen.
                await pilot.press("3")
        assert app.session.place == place
        question = app.session.rubric.practices[place or ""].ask("kk")
        assert " ".join(question.split()[:4]) in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert levels(app) == [1]


async def test_skipping_leaves_open_and_comes_back_at_the_end_without_asking_twice(
    computer: Computer,
) -> None:
    app = computer.interviewing()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        order = [practice.id for practice in app.session.practices]
        assert "→ Skip" in shown(app)
        await pilot.press("right", *"1111111111")
        await settle(pilot)
        assert app.session.place == order[-1]
        await pilot.press("right")
        await settle(pilot)
        # The last one was skipped too: the first that is open comes.
        assert app.session.place == order[0] and "2 questions left" in shown(app)
        await pilot.press("left", "right")
        await settle(pilot)
        assert app.session.place == order[1] and "→ Next" in shown(app)
        await pilot.press("left", "3")
        await settle(pilot)
        assert app.session.place == order[-1]
        assert "→" not in shown(app).splitlines()[-2]
        await pilot.press("3")
        await settle(pilot)
        assert not isinstance(app.screen, InterviewScreen)
        assert app.session.assessment.finished is not None


async def test_another_day_goes_on_after_the_last_answer_and_not_at_what_was_skipped(
    computer: Computer,
) -> None:
    app = computer.interviewing()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("1", "right", "2", "3")
        await settle(pilot)
        order = [practice.id for practice in app.session.practices]
        await pilot.press("ctrl+q")
    other = computer.app(first="interview")
    other.session.open("komek")
    async with other.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert other.session.place == order[4]


async def test_the_top_line_says_how_much_is_left_and_what_was_saved(computer: Computer) -> None:
    app = computer.interviewing(PROFILE.updated_with(name="Ұ" * 200), mode="full")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "… · 45 questions left, about 36 minutes" in shown(app).splitlines()[0]
        await pilot.press("3")
        await settle(pilot)
        assert "44 questions left" in shown(app) and "✓ 1: Working" in shown(app)
        await pilot.press("left")
        await settle(pilot)
        assert "✓ saved " in shown(app) and "✓ 1:" not in shown(app)


async def test_an_answer_that_cannot_be_saved_is_said_kept_and_saved_with_the_same_key(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ngo_assist.messages import UserError, msg
    from ngo_assist.tui.screens.still_unsaved import UnsavedScreen
    from ngo_assist.workspace.organisation_folder import OpenOrganisation

    def full(*_: object) -> None:
        raise UserError(msg("the disk is full"), "")

    app = computer.interviewing()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        with monkeypatch.context() as broken:
            broken.setattr(OpenOrganisation, "save_assessment", full)
            await pilot.press("2")
            await settle(pilot)
            assert "not saved" in shown(app) and "disk is full" in shown(app).lower()
            # Leaving is asked after, and the safe answer is the one at hand.
            await pilot.press("ctrl+q")
            await until_screen(pilot, UnsavedScreen)
            await pilot.press("enter")
            await until_screen(pilot, InterviewScreen)
            await pilot.press("escape", "escape")
            await until_screen(pilot, UnsavedScreen)
            await pilot.press("escape")
            await until_screen(pilot, InterviewScreen)
        await pilot.press("2")
        await settle(pilot)
        assert "✓ question 1: Partly" in shown(app)
        path = app.session.writable.assessment_path(app.session.assessment.id)
        assert read_assessment(path).answers == app.session.assessment.answers != {}


async def test_a_reason_typed_and_not_given_is_there_when_one_comes_back(computer: Computer) -> None:
    app = computer.interviewing(language="kk")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        practice = next(p for p in app.session.practices if p.not_applicable)
        assert isinstance(app.screen, InterviewScreen)
        app.screen.show_practice(practice.id)
        await pilot.press("f6", *"бізде ондай", "escape")
        await until_screen(pilot, InterviewScreen)
        assert app.session.assessment.answers == {}
        await pilot.press("f6")
        await until_screen(pilot, ReasonScreen)
        # The language changes meanwhile: no letter goes, and one goes on where one was.
        await pilot.press(*" жоқ", "f2")
        await settle(pilot)
        await pilot.press("down", "enter")
        await until_screen(pilot, ReasonScreen)
        assert app.session.language == "ru"
        await pilot.press("!", "ctrl+ы")
        await until_screen(pilot, InterviewScreen)
        assert app.session.assessment.answers[practice.id].not_applicable == "бізде ондай жоқ!"
        assert app.session.remarks(practice.id).reason == ""


async def test_a_reason_of_nothing_that_can_be_seen_is_no_reason(computer: Computer) -> None:
    app = computer.interviewing()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        practice = next(p for p in app.session.practices if p.not_applicable)
        assert isinstance(app.screen, InterviewScreen)
        app.screen.show_practice(practice.id)
        await pilot.press("f6")
        await until_screen(pilot, ReasonScreen)
        app.screen.query_one("#reason", TextArea).text = " \u200b\u202e \n"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "in a few words" in shown(app) and app.session.assessment.answers == {}


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_beside_a_note_stands_what_it_is_not_for_and_how_it_is_kept(
    computer: Computer, size: tuple[int, int]
) -> None:
    app = computer.interviewing()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("f4")
        await until_screen(pilot, NoteScreen)
        await settle(pilot)
        assert "no passwords" in shown(app) and "Esc Save and close" in shown(app)
        close = app.screen.query_one("#close", Button)
        assert app.screen.find_widget(close).visible_region == close.region


async def test_a_letter_opens_the_regions_where_they_begin_with_it(computer: Computer) -> None:
    app = computer.app("kk", first="profile")
    async with app.run_test(size=(80, 24)) as pilot:
        await until_screen(pilot, ProfileScreen)
        await settle(pilot)
        regions = app.screen.query_one("#region", Select)
        regions.focus()
        await pilot.press("қ")
        await settle(pilot)
        assert regions.expanded
        await pilot.press("enter")
        await settle(pilot)
        assert region(translator("kk"), str(regions.value)).startswith("Қ")


async def test_kazakh_letters_are_typed_shown_and_kept_in_every_field(computer: Computer) -> None:
    letters = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"
    app = computer.app("kk", first="profile")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*letters)
        assert letters in shown(app)
        app.screen.query_one("#mission", TextArea).focus()
        await pilot.press(*letters, "ctrl+s")
        await until_screen(pilot, ModeScreen)
        assert (app.session.organisation.name, app.session.organisation.mission) == (letters, letters)
        await pilot.press("enter")
        await until_screen(pilot, InterviewScreen)
        await pilot.press("f4", *letters, "tab", *letters)
        await settle(pilot)
        assert shown(app).count(letters) >= 2
        await pilot.press("escape")
        await until_screen(pilot, InterviewScreen)
        said = app.session.remarks(app.session.practices[0].id)
        assert (said.note, said.evidence) == (letters, (letters,))


@pytest.mark.parametrize("row", ['қ"әіңғ,.үұ', 'Қ"ӘІҢҒ,.ҮҰ'], ids=["small", "caps lock"])
async def test_the_digits_row_of_a_kazakh_keyboard_gives_every_level(computer: Computer, row: str) -> None:
    names = {'"': "quotation_mark", ",": "comma", ".": "full_stop"}
    app = computer.interviewing(language="kk")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*(names.get(letter, letter) for letter in row))
        await settle(pilot)
        # There are five levels; the other keys of the row do nothing.
        assert levels(app) == [0, 1, 2, 3, 4]


async def test_who_only_looks_is_told_why_a_digit_does_nothing(computer: Computer) -> None:
    session = computer.session()
    session.create(PROFILE)
    session.start("quick")
    app = computer.app(first="interview")
    app.session.open("komek", look=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "only to look at" in shown(app)
        await pilot.press("2")
        await settle(pilot)
        assert "open only to look at" in shown(app) and app.session.assessment.answers == {}
        await pilot.press("escape", "right")
        await settle(pilot)
        assert app.session.place == app.session.practices[1].id
    session.close()
