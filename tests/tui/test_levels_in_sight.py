"""All that is needed to answer is seen at once, at every question, in every language, at 80 by 24."""

from __future__ import annotations

import pytest

from ngo_assist.assessment.model import Profile
from ngo_assist.rubric.model import Practice
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.interview_view import Room, remarks_within, share_out
from ngo_assist.tui.screens.interview import InterviewScreen
from ngo_assist.tui.widgets.level_list import LevelList

from .conftest import PROFILE, Computer, settle, shown

ALONE = PROFILE.updated_with(paid_staff=1, volunteers=0)
WHO = pytest.mark.parametrize("profile", [PROFILE, ALONE], ids=["team", "alone"])
LANGUAGES = pytest.mark.parametrize("language", ["en", "ru", "kk"])


def second_time(computer: Computer, profile: Profile, language: str) -> NgoAssistApp:
    """Return the program at the questions with all that can stand beside them.

    The answer of last time, doubt and a note; all are answered, and something can be undone, so that every
    key is there.
    """
    session = computer.session(language)
    session.create(profile)
    session.start("full")
    answers = {practice.id: {"level": 4, "asked": practice.asked(language)} for practice in session.practices}
    session.change_assessment(session.assessment.model_validate(_with(session.assessment, answers)))
    session.start("full")
    for answer in answers.values():
        answer |= {"level": 4, "note": "A note. " * 40, "evidence": ["A list"], "confidence": "unsure"}
    session.change_assessment(session.assessment.model_validate(_with(session.assessment, answers)))
    slug = session.writable.slug
    session.close()
    app = computer.app(language, first="interview")
    app.session.open(slug)
    return app


def _with(assessment: object, answers: dict[str, dict[str, object]]) -> dict[str, object]:
    from ngo_assist.assessment.model import Assessment

    assert isinstance(assessment, Assessment)
    return {**assessment.model_dump(by_alias=True), "answers": answers}


def level_words(levels: LevelList, practice: Practice, language: str) -> list[str]:
    """Return the words of the levels that are seen, one text for each level."""
    lines = ["".join(segment.text for segment in levels.render_line(y)) for y in range(levels.size.height)]
    texts: list[str] = []
    column = 1 + 8 + levels._name_width + 2
    for line in lines:
        if line[:9].strip(" ✓▁▂▃▄▅▆▇█").isdigit():
            texts.append("")
        if texts:
            texts[-1] += " " + line[column:]
    return [" ".join(text.split()) for text in texts]


@WHO
@LANGUAGES
async def test_no_question_has_to_be_scrolled_even_with_all_that_can_stand_beside_it(
    computer: Computer, language: str, profile: Profile
) -> None:
    app = second_time(computer, profile, language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f7", "f7")
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        assert len(app.session.practices) == 45
        for practice in app.session.practices:
            screen.show_practice(practice.id)
            await pilot.pause()
            await pilot.pause()
            levels = screen.query_one("#levels", LevelList)
            body = screen.query_one("#body")
            assert levels.max_scroll_y == 0 and body.max_scroll_y == 0, practice.id
            assert level_words(levels, practice, language) == [
                " ".join(level.say(language).split()) for level in practice.levels
            ], practice.id
            question = screen.query_one("#question")
            assert question.region.bottom <= levels.region.y and levels.region.bottom <= body.region.bottom
            remarks = screen.query_one("#remarks")
            assert remarks.size.height >= 1 and remarks.region.bottom <= body.region.bottom, practice.id
            assert "↺" in shown(app), practice.id


@WHO
@LANGUAGES
async def test_in_the_smallest_window_the_levels_are_scrolled_to_by_the_arrows_and_answered_by_digits(
    computer: Computer, language: str, profile: Profile
) -> None:
    app = computer.interviewing(profile, "full", language)
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        scrolled, some = 0, app.session.practices[::3]
        for practice in some:
            assert isinstance(app.screen, InterviewScreen)
            app.screen.show_practice(practice.id)
            await pilot.pause()
            levels = app.screen.query_one("#levels", LevelList)
            scrolled += levels.max_scroll_y > 0
            assert levels.size.height >= 6 and app.screen.query_one("#body").max_scroll_y == 0
            await pilot.press("end")
            # The last words of the last level are seen.
            end = practice.levels[-1].say(language).split()[-1]
            assert end in shown(app), practice.id
        assert scrolled < len(some) / 2
        last = app.session.place
        await pilot.press("3")
        await settle(pilot)
        assert last is not None and app.session.assessment.answers[last].level == 3


def test_lines_go_to_the_levels_first_then_to_one_remark_then_to_air_between_the_levels() -> None:
    def given(lines: int, remarks: int = 3) -> Room:
        return share_out(lines=lines, question=2, levels=8, between=4, remarks=remarks)

    assert given(20) == Room(1, 1, 1, 3, 12)
    assert given(16) == Room(0, 1, 0, 1, 12)
    # One line less, and the levels stand close together: what was noted gets the lines.
    assert given(15) == Room(0, 1, 1, 3, 8)
    assert given(12) == Room(0, 1, 0, 1, 8)
    assert given(11) == Room(0, 0, 0, 1, 8)
    assert given(9) == Room(0, 0, 0, 1, 6)
    assert given(3, 0).levels == 3


def test_a_remark_that_comes_does_not_take_the_air_between_the_levels() -> None:
    without, with_one = (share_out(lines=17, question=2, levels=8, between=4, remarks=n) for n in (0, 1))
    assert without.levels >= 12 and with_one.levels == 12


def test_remarks_stand_side_by_side_where_they_have_no_lines_of_their_own() -> None:
    remarks = ["? Unsure", "↺ Last time: Partly", "✎ Note: " + "long " * 30]
    whole = remarks_within(remarks, 40, 9)
    assert whole[:2] == remarks[:2] and len(whole) == 4 and whole[-1].endswith("…")
    one = remarks_within(remarks, 40, 1)
    assert len(one) == 1 and one[0].startswith("? Unsure · ↺ Last time: Partly") and len(one[0]) == 40
    assert remarks_within([], 40, 0) == []
