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


def test_it_says_how_much_is_left_and_how_long_it_takes(run: Run) -> None:
    done = run("interview", typed=lines(*PROFILE, QUICK, "1", "2", "l", "q"))
    told = done.out.splitlines()
    assert "12 questions left, about 10 minutes." in told
    assert told.index("12 questions left, about 10 minutes.") < told.index("Question 1 of 12. Leadership")
    assert "11 questions left, about 9 minutes." in told
    # At the end it is said once more, with how to go on.
    assert told[-3].startswith("10 questions left, about") and told[-2].startswith("Go on later with:")


def test_a_number_after_g_leads_to_its_question_on_each_keyboard(run: Run, workspace: Path) -> None:
    done = run(
        "interview", typed=lines(*PROFILE, QUICK, "g 7", "3", "п 2", "2", "g", "12", "1", "g 13", "g x", "q")
    )
    assert {id: answer.level for id, answer in kept(workspace).answers.items()} == {
        "security.backup": 3,
        "people.skills": 2,
        "impact.collection": 1,
    }
    assert done.out.count("Type a number from 1 to 12.") == 2


def test_a_number_that_is_no_level_tells_how_to_go_to_that_question(run: Run) -> None:
    done = run("interview", typed=lines(*PROFILE, QUICK, "7", "99", "q"))
    assert "To go to question 7: g 7" in done.out and "g 99" not in done.out


def test_what_is_open_is_listed_by_number(run: Run) -> None:
    done = run("interview", typed=lines(*PROFILE, QUICK, "s", "1", "s", *["2"] * 7, "l", "q"))
    listed = [
        line for line in done.out.partition("Question 11 of 12")[2].splitlines() if line.startswith("  ")
    ]
    numbers = [line.split()[0] for line in listed if line.endswith("?")]
    assert numbers == ["1", "3", "11", "12"]


def test_skipped_questions_come_again_after_the_last_one(run: Run, workspace: Path) -> None:
    done = run("interview", typed=lines(*PROFILE, QUICK, "s", *["1"] * 11, "2"))
    assert "Now the questions that are still open." in done.out
    assert done.out.count("Question 1 of 12") == 2
    assert kept(workspace).finished is not None


def test_who_skips_to_the_end_is_told_what_is_open_and_may_choose(run: Run, workspace: Path) -> None:
    done = run("interview", typed=lines(*PROFILE, QUICK, *["s"] * 12, "5", "3", *["s"] * 7, "", "1", "q"))
    assert done.out.count("This was the last question. Still open:") == 2
    found = kept(workspace)
    assert list(found.answers) == ["infrastructure.offline", "leadership.plan"]


def test_evidence_is_asked_for_and_read_out_again(run: Run, workspace: Path) -> None:
    done = run(
        "interview", typed=lines(*PROFILE, QUICK, "e a photo of the plan", "у", "a list", "2", "b", "q")
    )
    assert kept(workspace).answers["leadership.plan"].evidence == ("a photo of the plan", "a list")
    assert "Your evidence: a photo of the plan" in done.out


def test_a_question_is_read_again_and_the_letters_are_listed(run: Run) -> None:
    done = run("interview", typed=lines(*PROFILE, QUICK, "h", "r", "к", "q"))
    assert done.out.count("Question 1 of 12") == 3
    assert "  l list of the questions that are open" in done.out


def test_the_answer_of_last_time_is_said(run: Run, workspace: Path) -> None:
    run("interview", typed=lines(*PROFILE, QUICK, "1", "s", "- we write no letters", *["2"] * 9, "3"))
    done = run("interview", typed=lines("1", "2", QUICK, "s", "s", "q"))
    said = [line for line in done.out.splitlines() if line.startswith("Last time")]
    assert [line.partition("): ")[2] for line in said] == [
        "1 First steps",
        "3 Working",
        "does not apply: we write no letters",
    ]


def test_an_interruption_says_that_all_is_saved(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ngo_assist.cli.terminal import Terminal

    typed = iter(lines(*PROFILE, QUICK, "1").splitlines(keepends=True))

    class Interrupted:
        def readline(self) -> str:
            found = next(typed, None)
            if found is None:
                raise KeyboardInterrupt
            return found

        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("ngo_assist.cli.entry.standard", lambda: Terminal(Interrupted(), *_streams()))  # type: ignore[arg-type]
    done = run("interview")
    assert done.status == 130
    assert "all that you answered is saved" in done.out
    assert len(kept(workspace).answers) == 1


def test_an_answer_that_cannot_be_saved_is_told_and_asked_again(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ngo_assist.messages import UserError, msg
    from ngo_assist.workspace.organisation_folder import OpenOrganisation

    save, tries = OpenOrganisation.save_assessment, iter([True, True, False])

    def once_full(folder: OpenOrganisation, assessment: Assessment) -> None:
        if not next(tries, True):
            raise UserError(msg("the disk is full"), "")
        save(folder, assessment)

    monkeypatch.setattr(OpenOrganisation, "save_assessment", once_full)
    done = run("interview", typed=lines(*PROFILE, QUICK, "1", "2", "2", "q"))
    assert "the disk is full" in done.out and "not saved yet" in done.out
    assert [answer.level for answer in kept(workspace).answers.values()] == [1, 2]
    assert done.status == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_that_a_screen_reader_stumbles_over(run: Run, language: str) -> None:
    done = run(
        "interview",
        "--lang",
        language,
        typed=lines(*PROFILE, QUICK, "h", "?", "n a", "e b", "u", "l", "r", "1", *["2"] * 11),
    )
    # Letters, digits and the punctuation of a letter; no shapes, frames or moving of the cursor.
    allowed = set(" \n\t.,:;!?()«»“”„\"'-–—−/%+@#№_’=…\u00a0\u202f&§·")
    strange = {sign for sign in done.out if not sign.isalnum() and sign not in allowed}
    assert strange == set()
