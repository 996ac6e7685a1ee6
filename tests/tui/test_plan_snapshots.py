"""How the screens around the plan look, at both sizes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from ngo_assist.application.session import Session
from ngo_assist.application.settings import Settings, SettingsFile
from ngo_assist.tui.app import NgoAssistApp
from tests.tui.planned import LARGE, SMALL, session
from tests.tui.scripted import ScriptedWriter, models

SnapCompare = Callable[..., bool]
BOTH = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x36"])


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The folder that a screen names is the same in every run."""
    monkeypatch.chdir(tmp_path)


def planned() -> Session:
    made = session(Path("NGO Assist"))
    made.annotate("care.backup", "our tablet has no signal beyond the bridge", ())
    made.plans.make(made.plans.limits)
    first, second = made.plans.plan.actions[:2]  # type: ignore[union-attr]
    made.plans.edit(first.id, "owner", "Aigul")
    made.plans.set_status(second.id, "doing")
    made.plans.edit(second.id, "title", "Put the opening hours on the page")
    return made


class Look:
    """Opens the organisation and goes to a screen before the picture is taken."""

    def __init__(self, made: Session, screen: str, *keys: str, writer: ScriptedWriter | None = None) -> None:
        self.made, self.screen, self.keys, self.writer = made, screen, keys, writer
        self.slug = made.writable.slug
        made.close()
        self.app = NgoAssistApp(made, SettingsFile(Path("settings.toml"), Settings(language=made.language)))

    async def __call__(self, pilot: Pilot[None]) -> None:
        await pilot.pause()
        self.made.open(self.slug)
        plan = self.made.plans.plan
        self.made.plans.place = plan.actions[0].id if plan else None
        if self.writer is not None:
            self.made.plans.models = models(self.writer)
        await self.app.go(self.screen)
        await pilot.pause()
        await self.app.workers.wait_for_complete()
        await pilot.pause()
        for key in self.keys:
            await pilot.press(key)
            await pilot.pause()
        run = self.made.plans.drafting
        if run is not None and self.writer is not None and run.task is not None:
            await (self.writer.hanging.wait() if self.writer.hangs else run.task)
        for entry in [*self.app.screen.query(Input), *self.app.screen.query(TextArea)]:
            entry.cursor_blink = False
        await pilot.pause()


@BOTH
@pytest.mark.parametrize(
    ("screen", "keys"),
    [
        pytest.param("results", (), id="results"),
        pytest.param("limits", (), id="limits"),
        pytest.param("limits", ("down", "9", "9"), id="limits-wrong"),
        pytest.param("plan", (), id="plan"),
        pytest.param("plan", ("end",), id="plan-end"),
        pytest.param("action", (), id="action"),
        pytest.param("action", ("down", "down", "enter"), id="role"),
        pytest.param("action", ("down", "down", "down", "down", "down", "enter"), id="text"),
        pytest.param("model", (), id="model"),
        pytest.param("saved", (), id="saved"),
    ],
)
def test_looks(snap_compare: SnapCompare, size: tuple[int, int], screen: str, keys: tuple[str, ...]) -> None:
    look = Look(planned(), screen, *keys, writer=ScriptedWriter() if screen == "model" else None)
    assert snap_compare(look.app, terminal_size=size, run_before=look)


@BOTH
@pytest.mark.parametrize(
    "writer",
    [
        ScriptedWriter(at=1, then="hang"),
        ScriptedWriter(),
        ScriptedWriter(at=1, then="die"),
    ],
    ids=["writing", "finished", "died"],
)
def test_looks_while_a_model_writes(
    snap_compare: SnapCompare, size: tuple[int, int], writer: ScriptedWriter
) -> None:
    look = Look(planned(), "model", "down", "enter", writer=writer.again())
    assert snap_compare(look.app, terminal_size=size, run_before=look)


def test_results_without_colour_still_read(
    snap_compare: SnapCompare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    look = Look(planned(), "results")
    assert snap_compare(look.app, terminal_size=SMALL, run_before=look)
