from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from ngo_assist.assessment.model import Assessment
from ngo_assist.workspace.files import read_assessment
from tests.cli.conftest import LANGUAGES, Run

PROFILE = ["Үміт", "1", "3", "2", "10", "140", "2", "2", "4", "3", "We help mothers."]
"""Name, region, settlement, paid, volunteers, people, connection, device, languages, goal, mission."""
QUICK = "1"


def lines(*typed: str) -> str:
    return "".join(f"{line}\n" for line in typed)


def kept(workspace: Path) -> Assessment:
    (path,) = workspace.glob("*/assessments/*.toml")
    return read_assessment(path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_interview_goes_through_a_pipe_and_ends_with_the_command_for_the_plan(
    run: Run, workspace: Path, tmp_path: Path, language: str
) -> None:
    done = run("interview", "--lang", language, typed=lines(*PROFILE, QUICK, *["1"] * 12))
    assert (done.status, done.err) == (0, "")
    found = kept(workspace)
    assert found.finished is not None
    assert len(found.answers) == 12
    assert found.language == language
    assert (found.organisation.name, found.organisation.region) == ("Үміт", "KZ-10")
    assert found.organisation.languages == ("kk", "ru")
    command = next(line for line in done.out.splitlines() if "ngo-assist plan" in line)
    words = command[command.index("ngo-assist plan") :].split()[1:]
    assert run(*words).status == 0
    assert list(workspace.glob("*/plans/*/plan.toml"))
    # Nothing is drawn: no frames, no moving of the cursor.
    assert not set("│┌─█\x1b\r") & set(done.out)


def test_only_the_name_is_a_must(run: Run, workspace: Path) -> None:
    run("interview", typed=lines("", "Nur", *[""] * 10, QUICK, "q"))
    assert kept(workspace).organisation.model_dump(exclude_defaults=True) == {"name": "Nur"}


def test_every_answer_is_on_disk_before_the_next_question_shows(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(lines(*PROFILE, QUICK, "1", "2", "3").splitlines(keepends=True))
    on_disk: list[int] = []

    class Watching:
        """Standard input that looks at the disk each time something is asked."""

        def readline(self) -> str:
            found = list(workspace.glob("*/assessments/*.toml"))
            on_disk.append(len(read_assessment(found[0]).answers) if found else -1)
            return next(typed, "")

        def isatty(self) -> bool:
            return False

    from ngo_assist.cli.terminal import Terminal

    monkeypatch.setattr("ngo_assist.cli.entry.standard", lambda: Terminal(Watching(), *_streams()))  # type: ignore[arg-type]
    run("interview")
    assert on_disk[-4:] == [0, 1, 2, 3]


def _streams() -> tuple[object, object]:
    import sys

    return sys.stdout, sys.stderr


def test_all_that_can_be_typed_at_a_question_is_kept(run: Run, workspace: Path) -> None:
    done = run(
        "interview",
        typed=lines(
            *PROFILE,
            QUICK,
            *("?", "n on paper only", "u", "2"),  # the plan
            *("s",),  # skills
            *("-", "we write no letters"),  # use of AI
            *("b", "", "n", "a note of its own", "3"),  # back, kept by Enter, then private
            *("9", "what", "q"),  # offline
        ),
    )
    answers = kept(workspace).answers
    assert (answers["leadership.plan"].level, answers["leadership.plan"].note) == (2, "on paper only")
    assert answers["leadership.plan"].confidence == "unsure"
    assert "people.skills" not in answers
    assert answers["ai.use"].not_applicable == "we write no letters"
    assert (answers["ai.private"].level, answers["ai.private"].note) == (3, "a note of its own")
    assert "infrastructure.offline" not in answers
    assert "Why it matters:" in done.out
    assert "You said it does not apply: “we write no letters”" in done.out
    assert done.out.count("Type a number from 0 to 4") == 2


def test_cyrillic_keyboards_type_the_same_letters(run: Run, workspace: Path) -> None:
    run("interview", typed=lines(*PROFILE, QUICK, "т на бумаге", "г", "2", "ы", "и", "ы", "- нет писем", "й"))
    answers = kept(workspace).answers
    assert answers["leadership.plan"].note == "на бумаге"
    assert answers["leadership.plan"].confidence == "unsure"
    assert answers["ai.use"].not_applicable == "нет писем"


@pytest.mark.parametrize("ending", ["q\n", "", "  "])
def test_stopping_and_the_end_of_input_save_all_and_it_goes_on_later(
    run: Run, workspace: Path, ending: str
) -> None:
    first = run("interview", typed=lines(*PROFILE, QUICK, "1", "2") + ending)
    assert first.status == 0
    assert "ngo-assist interview" in first.out
    assert len(kept(workspace).answers) == 2
    again = run("interview", typed=lines("1", "1", *["3"] * 10))
    assert again.status == 0
    assert "Question 3 of 12" in again.out
    assert "Question 1 of 12" not in again.out
    found = kept(workspace)
    assert [answer.level for answer in found.answers.values()] == [1, 2, *[3] * 10]
    assert found.finished is not None


def test_input_that_ends_before_anything_is_said_changes_nothing(run: Run, workspace: Path) -> None:
    done = run("interview")
    assert done.status == 0
    assert not workspace.exists()


def test_a_finished_assessment_is_gone_through_again_or_a_new_one_begun(run: Run, workspace: Path) -> None:
    run("interview", typed=lines(*PROFILE, QUICK, *["1"] * 12))
    again = run("interview", typed=lines("1", "1", "2", *[""] * 11))
    assert "Your answer: 1. Enter keeps it." in again.out
    assert [answer.level for answer in kept(workspace).answers.values()] == [2, *[1] * 11]
    run("interview", typed=lines("1", "2", QUICK, "4", "q"))
    assert len(list(workspace.glob("*/assessments/*.toml"))) == 2


def test_several_organisations_are_offered_by_name(run: Run, workspace: Path) -> None:
    run("interview", typed=lines(*PROFILE, QUICK, "q"))
    done = run("interview", typed=lines("7", "2", "Second", *[""] * 10, QUICK, "1", "q"))
    assert "1 Үміт" in done.out
    assert "Type a number from 1 to 2." in done.out
    assert len(list(workspace.glob("*/organisation.toml"))) == 2


def test_an_organisation_that_is_open_elsewhere_is_told_and_another_may_be_chosen(
    run: Run, workspace: Path
) -> None:
    from ngo_assist.workspace.store import Workspace

    run("interview", typed=lines(*PROFILE, QUICK, "1", "q"))
    slug = next(workspace.glob("*/organisation.toml")).parent.name
    before = kept(workspace)
    with Workspace(workspace).open(slug):
        done = run("interview", typed=lines("1", "q"))
    assert done.status == 0
    assert "open in another window" in done.out
    assert kept(workspace) == before


def test_a_broken_organisation_hides_no_other(run: Run, workspace: Path) -> None:
    run("interview", typed=lines(*PROFILE, QUICK, "1", "q"))
    broken = workspace / "broken"
    broken.mkdir()
    (broken / "organisation.toml").write_text("name = ", encoding="utf-8")
    done = run("interview", typed=lines("1", "2", "1", "2", "q"))
    assert done.status == 0
    assert "organisation.toml" in done.out
    assert len(kept(workspace).answers) == 2


def test_a_rubric_from_anywhere_is_asked(run: Run, workspace: Path, tmp_path: Path) -> None:
    from tests.make_rubric import write_rubric

    made = write_rubric(tmp_path / "made", levels=3, practices=1, languages=("en", "ka"))
    done = run("interview", "--rubric", made, "--lang", "ka", typed=lines(*PROFILE, "2", "3", "1"))
    assert done.status == 0
    found = kept(workspace)
    assert (found.language, found.rubric.id) == ("ka", "made")
    assert [answer.level for answer in found.answers.values()] == [2, 1]
    assert f"--rubric {made}" in done.out


def test_the_commands_it_ends_with_can_be_typed_as_they_are(run: Run, tmp_path: Path) -> None:
    from tests.make_rubric import write_rubric

    made = write_rubric(tmp_path / "my rubric", practices=2, languages=("en",))
    options = ["--workspace", tmp_path / "our files", "--rubric", made]
    done = run("interview", *options, typed=lines(*PROFILE, "2", "q"))
    typed = [
        shlex.split(line[line.index("ngo-assist") :])[1:]
        for line in done.out.splitlines()
        if "ngo-assist" in line
    ]
    assert [words[0] for words in typed] == ["interview", "plan"]
    again = run(*typed[0], typed=lines("1", "1", *["3"] * 9))
    assert "Question 2 of" in again.out
    assert run(*typed[1]).status == 0
    assert list((tmp_path / "our files").glob("*/plans/*/plan.toml"))


@pytest.mark.parametrize("typed", ["q", "Q", "й", " q "])
@pytest.mark.parametrize("before", range(len(PROFILE)))
def test_q_stops_at_every_question_about_the_organisation(
    run: Run, workspace: Path, before: int, typed: str
) -> None:
    done = run("interview", typed=lines(*PROFILE[:before], typed, *[""] * 20))
    assert done.status == 0
    assert done.out.splitlines()[-1] == "Stopped; nothing was changed."
    assert not workspace.exists()


def test_a_note_and_a_reason_may_be_one_letter(run: Run, workspace: Path) -> None:
    run("interview", typed=lines(*PROFILE, QUICK, "n", "q", "s", "s", "-", "q", "q"))
    found = kept(workspace)
    assert "q" in {answer.not_applicable for answer in found.answers.values()}
