from __future__ import annotations

import pytest

from ngo_assist.cli.commands import COMMANDS
from tests.cli.conftest import LANGUAGES, Run

NAMES = [command.name for command in COMMANDS]

USAGE_MISTAKES = [
    ["scroe"],
    ["rubric"],
    ["rubric", "chek"],
    ["model"],
    ["score"],
    ["score", "a.toml", "b.toml"],
    ["score", "a.toml", "--jsn"],
    ["score", "a.toml", "--json=yes"],
    ["score", "a.toml", "--json", "--explain"],
    ["plan", "a.toml"],
    ["plan", "a.toml", "--out"],
    ["plan", "a.toml", "--out", "o", "--start", "soon"],
    ["plan", "a.toml", "--out", "o", "--months", "0"],
    ["plan", "a.toml", "--out", "o", "--months", "37"],
    ["plan", "a.toml", "--out", "o", "--days-per-month", "-1"],
    ["plan", "a.toml", "--out", "o", "--actions-per-month", "1.5"],
    ["plan", "a.toml", "--out", "o", "--budget", "much"],
    ["plan", "a.toml", "--out", "o", "--seed", "-3"],
    ["rubric", "show"],
    ["rubric", "check"],
    ["model", "add"],
    ["model", "remove"],
    ["--nonsense"],
    ["doctor", "now"],
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", USAGE_MISTAKES, ids=" ".join)
def test_a_mistaken_command_line_is_told_in_two_lines_and_ends_with_2(
    run: Run, words: list[str], language: str
) -> None:
    done = run(*words, "--lang", language)
    assert done.status == 2
    assert done.out == ""
    assert len(done.told()) == 2
    assert "--help" in done.told()[1]
    # Sentences of argparse are English whatever the language is.
    for sentence in ("usage:", "error:", "argument", "expected", "invalid", "unrecognized", "required"):
        assert sentence not in done.err


def test_a_wrong_language_is_a_mistake_too(run: Run) -> None:
    done = run("doctor", "--lang", "../../etc")
    assert (done.status, len(done.told())) == (2, 2)


def test_a_slip_is_answered_with_what_was_meant(run: Run) -> None:
    assert "“score”" in run("scroe").err
    assert "“--json”" in run("score", "x", "--jsno").err
    assert "“rubric check”" not in run("rubric", "chek").out
    assert "“check”" in run("rubric", "chek").err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name or "none")
def test_every_command_has_help_that_names_all_it_takes(run: Run, command: object, language: str) -> None:
    found = next(c for c in COMMANDS if c is command)
    done = run(*found.name.split(), "--help", "--lang", language)
    assert (done.status, done.err) == (0, "")
    for argument in found.arguments:
        assert argument.name in done.out
    for common in ("--workspace", "--lang", "--rubric"):
        assert common in done.out
    assert all(len(line) <= 100 for line in done.out.splitlines()[1:])


def test_the_overview_lists_every_command(run: Run) -> None:
    for words in (["--help"], ["help"], ["-h"]):
        done = run(*words)
        assert done.status == 0
        assert all(f"ngo-assist {name}" in done.out for name in NAMES if name)
    assert "ngo-assist model add" in run("model", "--help").out


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").out.startswith("ngo-assist ")


def test_without_a_terminal_the_screen_is_not_opened_and_the_interview_is_named(run: Run) -> None:
    done = run()
    assert done.status == 1
    assert "ngo-assist interview" in done.err


def test_the_settings_language_is_spoken_until_another_is_asked_for(run: Run) -> None:
    from ngo_assist.application.settings import SettingsFile

    SettingsFile.read().change(language="kk")
    assert "Қауіпсіздік" in run("rubric", "show", "socialtech").out
    assert "Безопасность" in run("rubric", "show", "socialtech", "--lang=ru").out


def test_the_systems_language_is_spoken_where_nothing_else_is_said(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "ru_KZ.UTF-8")
    done = run("rubric", "show", "socialtech")
    assert "Безопасность" in done.out
    assert done.err == ""
