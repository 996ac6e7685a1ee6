from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from ngo_assist.application.session import Session
from ngo_assist.application.settings import Settings, SettingsFile
from ngo_assist.assessment.model import Profile
from ngo_assist.rubric.load import load_rubric, shipped
from ngo_assist.rubric.model import Rubric
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.screens.base import AnyScreen
from ngo_assist.tui.screens.home import HomeScreen
from ngo_assist.workspace.store import Workspace

from .waiting import until

NOW = dt.datetime(2026, 11, 23, 10, 0, tzinfo=dt.timezone(dt.timedelta(hours=5)))
PROFILE = Profile(
    name="Көмек",
    region="KZ-63",
    settlement="village",
    paid_staff=2,
    volunteers=8,
    connectivity="occasional",
    device="shared",
    languages=("kk", "ru"),
    goal="reach",
)


# Before Textual is asked for an app: the terminal of whoever runs the tests must not show in them.
os.environ.pop("NO_COLOR", None)
os.environ["TEXTUAL_ANIMATIONS"] = "none"


@dataclass
class Computer:
    """What stays when the program ends: the disk, a clock that stands still, numbers instead of chance."""

    root: Path
    rubric: Rubric
    numbers: Iterator[int] = field(default_factory=lambda: iter(range(1, 10_000)))

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.root / "workspace", self.uid)

    def uid(self) -> str:
        return f"{next(self.numbers):032x}"

    def settings(self, language: str | None = "en") -> SettingsFile:
        file = SettingsFile.read(self.root / "config" / "settings.toml")
        file.settings = Settings(language=language)
        return file

    def session(self, language: str = "en", rubric: Rubric | None = None) -> Session:
        return Session(self.workspace, lambda: rubric or self.rubric, language, now=lambda: NOW, uid=self.uid)

    def app(
        self, language: str = "en", *, ask: bool = False, first: str = "home", rubric: Rubric | None = None
    ) -> NgoAssistApp:
        return NgoAssistApp(
            self.session(language, rubric),
            self.settings(None if ask else language),
            first=first,
            ask_language=ask,
        )

    def interviewing(
        self, profile: Profile = PROFILE, mode: Any = "quick", language: str = "en"
    ) -> NgoAssistApp:
        """Return the program at the questions of a new organisation."""
        session = self.session(language)
        session.create(profile)
        slug = session.writable.slug
        session.start(mode)
        session.close()
        app = self.app(language, first="interview")
        app.session.open(slug)
        return app


@pytest.fixture(autouse=True)
def quick_fingers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test presses a digit twice because it means it."""
    monkeypatch.setattr("ngo_assist.tui.screens.interview.TWICE", -1.0)


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    return load_rubric(shipped("socialtech"))


@pytest.fixture
def computer(tmp_path: Path, rubric: Rubric) -> Computer:
    return Computer(tmp_path, rubric)


@pytest.fixture
def begun(computer: Computer) -> Callable[..., Session]:
    """Give a session with an organisation and a new assessment."""

    def begin(language: str = "en", profile: Profile = PROFILE, mode: Any = "quick") -> Session:
        session = computer.session(language)
        session.create(profile)
        session.start(mode)
        return session

    return begin


async def settle(pilot: Any) -> None:
    """Wait until the lists are read and everything is drawn; a modal that waits for a person may wait on."""

    def quiet() -> bool:
        # What is done with an organisation waits on for as long as one of its boxes is open.
        busy = {"home", "standings", "example"}
        if isinstance(pilot.app.screen, HomeScreen):
            busy.add("care")
        return all(worker.is_finished for worker in pilot.app.workers if worker.group in busy)

    await until(pilot, quiet)
    await pilot.pause()
    await pilot.pause()


def shown(app: NgoAssistApp) -> str:
    """Return the letters on the screen."""
    assert isinstance(app.screen, AnyScreen)
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())
