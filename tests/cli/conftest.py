from __future__ import annotations

import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from ngo_assist.cli.main import main

LANGUAGES = ("en", "ru", "kk")

ANSWERS = {
    "leadership.plan": 1,
    "people.skills": 3,
    "security.backup": 0,
    "data.consent": 1,
    "government.signature": 0,
    "services.channels": 3,
    "engagement.page": 1,
}


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    status: int
    out: str
    err: str

    def told(self) -> list[str]:
        return self.err.strip().splitlines()


Run = Callable[..., Done]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user who has never used the program."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in list(os.environ):
        if name.startswith(("LC_", "NGO_ASSIST", "XDG_")) or name in ("NO_COLOR", "LANGUAGE"):
            monkeypatch.delenv(name)
    variables = {
        "HOME": str(folder),
        "USERPROFILE": str(folder),
        "LOCALAPPDATA": str(folder / "local"),
        "APPDATA": str(folder / "roaming"),
        "LANG": "en_GB.UTF-8",
        "COLUMNS": "100",
        "NGO_ASSIST_WORKSPACE": str(tmp_path / "workspace"),
    }
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Calls the entry point as a shell would, with what is typed."""

    def call(*words: object, typed: str = "") -> Done:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        capsys.readouterr()
        status = main([str(word) for word in words])
        found = capsys.readouterr()
        assert "Traceback" not in found.err + found.out
        return Done(status, found.out, found.err)

    return call


def assessment_text(
    answers: dict[str, int] | None = None,
    *,
    name: str = "Umit",
    language: str = "en",
    mode: str = "quick",
    rubric: str = "socialtech",
    more: str = "",
) -> str:
    """An assessment as a person would write it by hand."""
    levels = ANSWERS if answers is None else answers
    return "\n".join(
        [
            'schema = "ngo-assist/assessment@1"',
            'id = "2026-11-20"',
            f'mode = "{mode}"',
            f'language = "{language}"',
            f'rubric = {{ id = "{rubric}", version = "1.0.0" }}',
            "finished = 2026-11-20T10:00:00+05:00",
            "[organisation]",
            f'name = "{name}"',
            'settlement = "village"',
            'connectivity = "occasional"',
            'device = "shared"',
            "paid_staff = 2",
            'goal = "reach"',
            *(f'[answers."{id}"]\nlevel = {level}' for id, level in levels.items()),
            more,
        ]
    )


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """An assessment's file in order."""
    path = tmp_path / "answers.toml"
    path.write_text(assessment_text(), encoding="utf-8")
    return path
