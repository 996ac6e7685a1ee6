"""Key to screen while a model drafts in its worker, on the plan and on the screen that shows it at work."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.measure import Number, percentile
from benchmarks.program import open_app
from ngo_assist.application.drafting_run import DraftingRun
from ngo_assist.application.models import Loaded, Models
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.client import WorkerModel
from ngo_assist.llm.places import Places
from ngo_assist.llm.protocol import Writer
from ngo_assist.tui.drafting_moved import DraftingMoved

KEYS = 100
SCREENS = {"plan": ("down", "up"), "drafting": ("tab",)}
"""What is pressed on each screen, over and over."""


async def _keys(root: Path, engine: str, model: ModelFile) -> dict[str, list[float]]:
    """Return by screen the seconds from each key to the painting that shows what it changed."""
    from textual import events
    from textual.screen import Screen

    from ngo_assist.application.example_organisation import open_example

    app = open_app(root)
    open_example(app.session)
    plans = app.session.plans
    plans.make(plans.limits)
    before: Any = None
    painted = 0.0
    shown = asyncio.Event()
    display = app._display

    def chosen() -> Any:
        """What a key changes; the drafting paints by itself."""
        return app.focused, getattr(app.focused, "cursor", None)

    def show(screen: Screen[object], picture: Any) -> None:
        nonlocal painted
        display(screen, picture)
        if not shown.is_set() and chosen() != before:
            painted = time.perf_counter()
            shown.set()

    async def start(chosen: ModelFile, heard: Loaded) -> Writer:
        places = Places(*[root / "places"] * 3)
        return await WorkerModel.start(chosen, engine=engine, places=places, on_progress=heard)

    app._display = show  # type: ignore[method-assign]
    took: dict[str, list[float]] = {}
    async with app.run_test(size=(80, 24)) as pilot:
        for screen, pressed in SCREENS.items():
            run = DraftingRun(
                plans, model, Models(start=start), moved=lambda: app.screen.post_message(DraftingMoved())
            )
            plans.drafting = run
            run.task = app.keep_going(run.go(), "drafting")
            await app.go(screen)
            while run.state == "loading":
                await pilot.pause(0.01)
            took[screen] = []
            while len(took[screen]) < KEYS and not run.ended:
                key = pressed[len(took[screen]) % len(pressed)]
                before = chosen()
                shown.clear()
                began = time.perf_counter()
                app.post_message(events.Key(key, None))
                await asyncio.wait_for(shown.wait(), 10)
                took[screen].append(painted - began)
                await asyncio.sleep(0.05)  # as quick as fingers are
            await run.stop()
    return took


def keys_while_drafting(engine: str, model: ModelFile) -> list[Number]:
    """Measure the 95th percentile on each screen."""
    with tempfile.TemporaryDirectory() as folder:
        took = asyncio.run(_keys(Path(folder), engine, model))
    return [
        Number(
            f"key to screen while drafting, 95th percentile, {screen}",
            percentile(each, 0.95) * 1000,
            50,
            "ms",
            f"{engine}, {len(each)} keys, median {percentile(each, 0.5) * 1000:.0f} ms",
        )
        for screen, each in took.items()
    ]
