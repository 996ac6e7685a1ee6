"""Everything that may be wrong with what people hand over: told plainly, in their language, nothing lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ngo_assist.workspace.files import read_plan
from tests.cli.conftest import LANGUAGES, Done, Run, assessment_text
from tests.make_rubric import write_rubric

GOOD = assessment_text()

BROKEN: dict[str, tuple[bytes, str]] = {
    "broken": (GOOD.replace('mode = "quick"', 'mode = "quick').encode(), ":3"),
    "truncated": (GOOD.encode()[: GOOD.index("paid_staff") + 13], ""),
    "binary": (b"\x7fELF\x00\x00\x01", ""),
    "empty": (b"", ""),
    "utf-16": (GOOD.encode("utf-16"), ""),
    "cp1251": (assessment_text(name="Надежда").encode("cp1251"), ":"),
    "huge": (b"# " + b"x" * 6_000_000, ""),
    "newer schema": (GOOD.replace("assessment@1", "assessment@9").encode(), ""),
    "another schema": (GOOD.replace("ngo-assist/assessment@1", "ngo-assist/plan@1").encode(), ""),
    "unknown practice": (assessment_text({"security.backupp": 1}).encode(), "security.backupp"),
    "level out of range": (assessment_text({"security.backup": 9}).encode(), "security.backup"),
    "level below zero": (assessment_text({"security.backup": -1}).encode(), "security.backup"),
    "level in quotes": (
        GOOD.replace("level = 3", 'level = "3"').encode(),
        "level",
    ),
    "unknown rubric": (assessment_text(rubric="another").encode(), "another"),
    "deep": (("a." * 3000 + "b = 1").encode(), ""),
}


def told_plainly(done: Done, where: str) -> None:
    """Status 1 and one or two lines on standard error that say what, where, and what to do."""
    assert done.status == 1
    assert done.out == ""
    assert 1 <= len(done.told()) <= 2
    assert where in done.err
    assert "ngo-assist.log" not in done.err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.parametrize("command", ["score", "plan"])
def test_a_file_that_cannot_be_meant_is_told_and_nothing_is_written(
    run: Run, tmp_path: Path, kind: str, command: str, language: str
) -> None:
    content, where = BROKEN[kind]
    path, out = tmp_path / "answers.toml", tmp_path / "plan"
    path.write_bytes(content)
    words = ["--out", out] if command == "plan" else []
    told_plainly(run(command, path, *words, "--lang", language), where)
    assert not out.exists()
    assert path.read_bytes() == content


def test_a_file_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    told_plainly(run("score", tmp_path / "missing.toml"), "missing.toml")
    told_plainly(run("score", tmp_path), str(tmp_path))


@pytest.mark.skipif(os.name == "nt", reason="not run: Windows has no such names")
def test_a_name_with_a_line_break_stays_on_its_line(run: Run, tmp_path: Path) -> None:
    told_plainly(run("score", tmp_path / "a\nb\x1b[31m.toml"), "a b.toml")


def test_a_rubric_that_is_not_one_is_told(run: Run, answers: Path, tmp_path: Path) -> None:
    told_plainly(run("score", answers, "--rubric", tmp_path / "nowhere"), "nowhere")
    made = write_rubric(tmp_path / "made")
    told_plainly(run("score", answers, "--rubric", made), "socialtech")
    (made / "people.toml").write_text("id = 3", encoding="utf-8")
    told_plainly(run("score", answers, "--rubric", made), str(made))


def test_what_a_rubric_changed_since_is_said_and_the_rest_counts(run: Run, tmp_path: Path) -> None:
    made = write_rubric(
        tmp_path / "made",
        mutate=lambda tables: tables["rubric"].update(
            version="2.0.0",
            retired=[{"id": "security.gone", "successor": "security.p0"}, {"id": "people.gone"}],
        ),
    )
    path, out = tmp_path / "a.toml", tmp_path / "plan"
    text = assessment_text({"security.gone": 1, "people.gone": 1, "people.p1": 2}, rubric="made")
    text += '\n[answers."people.p0"]\nlevel = 1\nasked = "en:0000000000000000"\n'
    path.write_text(text, encoding="utf-8")
    done = run("plan", path, "--out", out, "--rubric", made)
    assert done.status == 0
    for said in ("1.0.0", "2.0.0", "security.gone", "security.p0", "people.gone", "people.p0"):
        assert said in done.err
    assert {action.practice for action in read_plan(out / "plan.toml").actions} == {"people.p1"}
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_folder_that_may_not_be_written_is_told(
    run: Run, answers: Path, tmp_path: Path, language: str
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    told_plainly(
        run("plan", answers, "--out", blocked / "plan", "--model", "none", "--lang", language), "file"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="not run: no /dev/full here")
def test_output_that_finds_no_place_is_told(answers: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ngo_assist", "score", str(answers)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert 1 <= len(done.stderr.splitlines()) <= 2


def test_a_reader_that_goes_away_is_no_error(answers: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "ngo_assist", "rubric", "show", "socialtech"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout
    assert child.stderr
    child.stdout.close()
    assert child.stderr.read() == b""
    assert child.wait() == 0
    child.stderr.close()


LONG = "x" * 300
WORDS_WITH_A_LONG_NAME = {
    "out": ["plan", "FILE", "--out", LONG],
    "out by force": ["plan", "FILE", "--out", LONG, "--force"],
    "out below": ["plan", "FILE", "--out", f"new/{LONG}"],
    "demo": ["demo", "--out", LONG],
    "score": ["score", LONG],
    "plan": ["plan", LONG, "--out", "plan"],
    "model": ["plan", "FILE", "--out", "plan", "--model", LONG],
    "rubric": ["score", "FILE", "--rubric", LONG],
    "rubric show": ["rubric", "show", "--rubric", LONG],
    "rubric check": ["rubric", "check", LONG],
    "workspace": ["interview", "--workspace", LONG],
    "model add": ["model", "add", f"{LONG}.gguf"],
}


@pytest.mark.parametrize("kind", WORDS_WITH_A_LONG_NAME)
def test_a_name_that_no_disk_takes_is_told(
    run: Run, answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    words = [str(answers) if word == "FILE" else word for word in WORDS_WITH_A_LONG_NAME[kind]]
    told_plainly(run(*words), LONG)
    assert set(tmp_path.iterdir()) == before


def test_the_doctor_tells_of_a_name_that_no_disk_takes(run: Run) -> None:
    done = run("doctor", "--workspace", LONG)
    assert (done.status, done.err) == (1, "")
    assert "cannot be written" in done.out


@pytest.mark.skipif(os.name == "nt", reason="not run: Windows has no such limit")
@pytest.mark.parametrize("there", [False, True], ids=["new", "replaced"])
def test_a_plan_that_finds_no_place_is_told_in_two_lines_and_nothing_is_left(
    run: Run, answers: Path, tmp_path: Path, there: bool
) -> None:
    out = tmp_path / "new" / "plan"
    if there:
        out.mkdir(parents=True)
        (out / "plan.toml").write_text("broken = ", encoding="utf-8")
    code = (
        "import resource, sys; from ngo_assist.cli.main import main;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", code, "plan", str(answers), "--out", str(out), "--force"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 2
    assert "there is no place left on the disk" in done.stderr
    assert ("what was there before" in done.stderr) == there
    if there:
        assert (out / "plan.toml").read_text(encoding="utf-8") == "broken = "
    else:
        assert not out.parent.exists()


HOSTILE = "A\\u001b[2J|B\\u202e `<b>` [/x]\\nC\\u0007"


def test_names_and_notes_cannot_drive_the_terminal(run: Run, tmp_path: Path) -> None:
    path, out = tmp_path / "a.toml", tmp_path / "plan"
    path.write_text(
        assessment_text({"security.backup": 0}, name=HOSTILE, more=f'note = "{HOSTILE}"'), encoding="utf-8"
    )
    for words in (["score", path], ["score", path, "--explain"], ["plan", path, "--out", out]):
        done = run(*words)
        assert done.status == 0
        assert not {"\x1b", "\x07", "\u202e"} & set(done.out + done.err)
    assert run("score", path).out.splitlines()[0].startswith("A")


@pytest.mark.parametrize("locale", ["C", "POSIX", "ru_RU.CP1251"])
def test_kazakh_letters_come_out_whatever_the_system_is_set_to(tmp_path: Path, locale: str) -> None:
    path = tmp_path / "a.toml"
    path.write_text(assessment_text(name="Үміт қоғамы", language="kk"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "ngo_assist", "score", str(path)],
        env={**os.environ, "LC_ALL": locale, "PYTHONIOENCODING": "cp1251", "PYTHONCOERCECLOCALE": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode("utf-8").splitlines()[0] == "Үміт қоғамы"


def test_a_bug_is_one_line_that_names_the_log_and_the_log_holds_no_answers(
    run: Run, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("Umit")  # the organisation's name, as an error of pydantic would quote it

    monkeypatch.setattr("ngo_assist.cli.score.score", breaks)
    done = run("score", answers)
    assert done.status == 1
    assert len(done.told()) == 1
    log = Path(done.err[done.err.index(": ") + 2 :].strip())
    text = log.read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert "in breaks" in text
    assert text.count("Umit") == 1, "only in the line of code above"


def test_an_interruption_ends_with_130_and_no_traceback(
    run: Run, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ngo_assist.cli.score.score", interrupted)
    done = run("score", answers)
    assert (done.status, len(done.told())) == (130, 1)


AT_AN_IMPORT = """
import builtins, os, signal, sys

plain, told = builtins.__import__, []

def importing(name, *more):
    if name == {module!r} and not told:
        told.append(name)
        os.kill(os.getpid(), signal.SIGINT)
    return plain(name, *more)

builtins.__import__ = importing
# A job in the background of a shell is begun deaf to it.
signal.signal(signal.SIGINT, signal.default_int_handler)
from ngo_assist.cli.main import main
sys.exit(main())
"""


@pytest.mark.skipif(os.name == "nt", reason="not run: Windows sends no such signal")
@pytest.mark.parametrize("module", ["ngo_assist.cli", "argparse", "ngo_assist.assessment.fit"])
def test_an_interruption_while_the_program_starts_ends_it_without_a_word(answers: Path, module: str) -> None:
    code = AT_AN_IMPORT.format(module=module)
    done = subprocess.run(
        [sys.executable, "-c", code, "score", str(answers)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


TWICE = """
import os, signal, sys
from ngo_assist.cli import score
from ngo_assist.cli.main import main
from ngo_assist.cli.terminal import Terminal

def interrupted(*_):
    os.kill(os.getpid(), signal.SIGINT)

score.score = Terminal.note = interrupted
status = main()
{later}
sys.exit(status)
"""


@pytest.mark.skipif(os.name == "nt", reason="not run: Windows sends no such signal")
@pytest.mark.parametrize("later", ["", "interrupted()"], ids=["while told", "at the end"])
def test_a_second_interruption_shows_no_traceback(answers: Path, later: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TWICE.format(later=later), "score", str(answers)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.skipif(os.name == "nt", reason="not run: there is no sh here")
def test_closed_streams_are_no_error(answers: Path) -> None:
    command = f"{sys.executable} -W ignore -m ngo_assist score {answers} >&- 2>&- <&-"
    assert subprocess.run(["sh", "-c", command], check=False).returncode == 0
