"""The first picture: what is in it, and what it does not wait for."""

from __future__ import annotations

import subprocess
import sys

from ngo_assist.assessment.model import Profile

from .conftest import Computer

FIRST_PICTURE = """
import sys
from datetime import datetime
from pathlib import Path

import ngo_assist.cli.main
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.application.session import Session
from ngo_assist.application.settings import Settings, SettingsFile
from ngo_assist.workspace.store import Workspace

root, language = Path(sys.argv[1]), sys.argv[2]
session = Session(Workspace(root / "workspace"), lambda: None, language, now=datetime.now, uid=lambda: "")
app = NgoAssistApp(session, SettingsFile(root / "settings.toml", Settings(language=language)))
display, seen = app._display, []

def show(screen, picture):
    display(screen, picture)
    if not seen:
        lines = app.screen._compositor.render_strips()
        seen.append("\\n".join(line.text.rstrip() for line in lines))
        seen.append(sorted({name.partition(".")[0] for name in sys.modules}))
        app.exit()

app._display = show
app.run(headless=True, size=(80, 24))
print(seen[0])
print(*seen[1])
"""


def first_picture(computer: Computer, language: str) -> tuple[str, set[str]]:
    """The letters of the first picture, and the packages that were loaded by then."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", FIRST_PICTURE, str(computer.root), language],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    picture, _, packages = done.stdout.rstrip().rpartition("\n")
    return picture, set(packages.split())


def test_the_first_picture_has_the_organisations_in_it_and_waits_for_no_model(computer: Computer) -> None:
    for name in ("Жас толқын", "Үміт"):
        computer.workspace.create(Profile(name=name)).close()
    for language, title in (("en", "Your organisations"), ("ru", "Ваши организации"), ("kk", "Ұйымдарыңыз")):
        picture, packages = first_picture(computer, language)
        assert title in picture and "Жас толқын" in picture and "Үміт" in picture
        assert "textual" in packages
        assert not packages & {"pydantic", "babel", "filelock", "snowballstemmer"}


def test_the_first_picture_of_a_new_workspace_says_what_the_program_is_for(computer: Computer) -> None:
    picture, _ = first_picture(computer, "en")
    assert "Welcome" in picture and "You get a plan" in picture and "New organisation" in picture
