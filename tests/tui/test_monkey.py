"""Thousands of random keys, clicks and windows: no crash, and nothing that was said to be saved is lost.

`NGO_ASSIST_MONKEY=50000` lets it play longer, `NGO_ASSIST_MONKEY_SEED=7` otherwise.
"""

from __future__ import annotations

import os
import random
import socket

import pytest

from ngo_assist.messages import UserError
from ngo_assist.tui.app import NgoAssistApp
from tests.tui.scripted import ScriptedWriter, models

from .conftest import NOW, PROFILE, Computer
from .monkey import Monkey

MOVES = int(os.environ.get("NGO_ASSIST_MONKEY", "400"))
SEED = int(os.environ.get("NGO_ASSIST_MONKEY_SEED", "1"))
SITTING = 150
"""Moves until the program is left and started again."""


@pytest.fixture
def cage(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing outside is reached: no programs, no network, no home but this one."""

    async def no_program(*_: object, **__: object) -> None:
        raise FileNotFoundError("there is no such program")

    def no_network(*_: object) -> None:
        raise ConnectionRefusedError("there is no network")

    home = computer.root / "home"
    (home / "Downloads").mkdir(parents=True)
    for name in (
        "HOME",
        "USERPROFILE",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
    ):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setattr("asyncio.create_subprocess_exec", no_program)
    monkeypatch.setattr(socket.socket, "connect", no_network)
    monkeypatch.setattr(
        "ngo_assist.application.open_plan.Models", lambda: models(ScriptedWriter(at=3, then="die"))
    )


def furnish(computer: Computer) -> None:
    """Put organisations of every kind into the workspace."""
    from ngo_assist.example import example

    session = computer.session()
    session.create(PROFILE.updated_with(name="Жас толқын"))
    session.start("quick")
    session.answer(session.practices[0].id, 2)
    given = example("kk", computer.rubric, NOW)
    session.create(given.organisation)
    session.start("quick")
    session.change_assessment(session.assessment.updated_with(answers=given.answers))
    session.plans.make(session.plans.limits)
    session.start("full")
    session.create(PROFILE.updated_with(paid_staff=1, volunteers=0))
    session.close()
    broken = computer.root / "workspace" / "broken"
    broken.mkdir()
    (broken / "organisation.toml").write_text("name = ", encoding="utf-8")


BEGINNINGS = [
    ("", "home"),
    *(("zhas-tolqyn", name) for name in ("interview", "profile", "results", "mode")),
    *(("komek", name) for name in ("interview", "profile")),
    *(("", name) for name in ("profile", "received", "home")),
    *(("example", name) for name in ("interview", "results", "limits", "plan", "plan", "saved", "model")),
]
"""An organisation and the screen to begin at: from home alone the monkey would seldom come far."""


def begin(computer: Computer, chance: random.Random) -> NgoAssistApp:
    """Return the program at one of its screens."""
    slug, screen = chance.choice(BEGINNINGS)
    app = computer.app(chance.choice(["en", "ru", "kk"]), first=screen)
    if slug == "example":
        # The one with a plan; its folder is named after it in Latin letters.
        slug = next((path.parent.parent.name for path in computer.workspace.root.glob("*/plans/*")), "")
    try:
        if slug:
            app.session.open(slug)
    except (UserError, OSError):
        slug = ""  # it was renamed, deleted or put away in a sitting before
    if screen not in ("home", "received", "profile") and not (slug and app.session.has_assessment):
        app.session.close()
        return computer.app(app.session.language)
    return app


@pytest.mark.usefixtures("cage")
async def test_a_monkey_breaks_nothing_and_loses_nothing(computer: Computer) -> None:
    furnish(computer)
    # Another window has one of them open all the time.
    other = computer.session()
    other.create(PROFILE.updated_with(name="Elsewhere"))
    other.start("quick")
    monkey, left = Monkey(SEED), MOVES
    while left > 0:
        app = begin(computer, monkey.chance)
        try:
            left -= await monkey.play(app, min(left, SITTING))
        except BaseException:
            print("\n".join(monkey.moves))
            raise
    other.close()
