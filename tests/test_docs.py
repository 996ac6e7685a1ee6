"""The documents say what is true: their example works, their commands and links exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ngo_assist.cli.main import main

ROOT = Path(__file__).parent.parent
PAGES = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "rubrics").glob("*.md")),
]


def test_the_assessment_in_the_documents_can_be_scored_and_planned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    page = (ROOT / "docs" / "files.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert example
    answers = tmp_path / "answers.toml"
    answers.write_text(example[1], encoding="utf-8")
    assert main(["score", str(answers), "--lang", "en"]) == 0
    assert main(["plan", str(answers), "--out", str(tmp_path / "plan"), "--lang", "en"]) == 0
    assert (tmp_path / "plan" / "plan.toml").is_file()
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_is_named_exists(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = re.findall(r"(?:start\.py|ngo-assist) ([a-z]+)", page.read_text(encoding="utf-8"))
    for command in set(named) - {"test"}:
        assert main([command, "--help", "--lang", "en"]) == 0, command
        assert command in capsys.readouterr().out
