"""The questions line by line and on the screen are the same: begun here, gone on with there, and back."""

from __future__ import annotations

import io

import pytest

from ngo_assist.cli.main import main
from ngo_assist.tui.screens.interview import InterviewScreen

from .conftest import PROFILE, Computer, settle


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_begun_on_the_screen_gone_on_with_in_lines_and_ended_on_the_screen(
    computer: Computer,
    language: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("TERM", "dumb")

    def in_lines(*typed: str) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        capsys.readouterr()
        where = ["--workspace", str(computer.root / "workspace"), "--lang", language]
        assert main(["interview", *where]) == 0
        return capsys.readouterr().out

    app = computer.interviewing(language=language)
    order = [practice.id for practice in app.session.practices]
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "right", "3", "f4", *"қағазда", "escape")
        await settle(pilot)
        assert app.session.place == order[3]
        await pilot.press("ctrl+q")

    said = in_lines("1", "1", "b", "n in lines", "s", "1", "- жоқ", "q")
    # It goes on at the question the screen had stopped at, with the note that waits there.
    assert said.index("қағазда") < said.index(computer.rubric.practices[order[2]].question.say(language))

    app = computer.app(language, first="interview")
    app.session.open("komek")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, InterviewScreen) and app.session.place == order[5]
        answers = app.session.assessment.answers
        assert [answers[id].level for id in (order[0], order[2], order[3])] == [2, 3, 1]
        assert (answers[order[2]].note, answers[order[3]].note) == ("in lines", "қағазда")
        assert answers[order[4]].not_applicable == "жоқ"
        assert order[1] not in answers
        await pilot.press(*"4" * 7)
        await settle(pilot)
        assert app.session.place == order[1]
        await pilot.press("0")
        await settle(pilot)
        assert app.session.assessment.finished is not None
        await pilot.press("ctrl+q")

    said = in_lines("1", "1", "q")
    assert PROFILE.name in said
    session = computer.session(language)
    session.open("komek")
    assert session.assessment.finished is not None and len(session.assessment.answers) == 12
    session.close()
