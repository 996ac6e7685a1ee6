"""The program on screen: its start and its memory against an empty Textual app, and key to screen.

Each start is a process of its own, ours and the empty one in turn, both drawing to a driver without a
terminal. The empty one is painted with its first picture, ours with the first that has the organisations in
it. Memory is that of ours once it also says where each organisation stands.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.measure import Number, percentile, ratio
from benchmarks.planning import widened
from benchmarks.program import open_app
from ngo_assist.rubric.load import load_rubric, shipped
from ngo_assist.rubric.model import Rubric

ENVIRONMENT = {**os.environ, "TEXTUAL_ANIMATIONS": "none"}
# As `start.py` sets it up: compiled once, not at every start.
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)
ROUNDS = 9
KEYS = 120
MANY = 1_000
LONG = 500
"""Practices of a rubric that is eleven times as long as ours."""
SECONDS_MOST = 60
"""A program that never comes to its picture ends the measurement, not the evening."""

EMPTY = """
from textual.app import App
app = App()
painted = settled = lambda: True
"""
OURS = """
import sys
from pathlib import Path
from benchmarks.program import open_app
app = open_app(Path(sys.argv[1]))
def seen(words):
    lines = app.screen._compositor.render_strips()
    return any(words in line.text for line in lines)
painted = lambda: seen("Organisation ")
settled = lambda: seen("answered")
"""
RUN = """
import time
display = app._display
found = []
def show(screen, picture):
    display(screen, picture)
    now = time.time()
    if not found and painted():
        found.append(now)
    if len(found) == 1 and settled():
        try:
            status = open("/proc/self/status").read()
            found.append(status.partition("VmRSS:")[2].split()[0])
        except OSError:
            found.append(0)
        app.call_later(app.exit)
app._display = show
app.run(headless=True, size=(80, 24))
print(*found)
"""


def fill(root: Path, organisations: int) -> None:
    """Make a workspace with this many organisations, each with an assessment begun."""
    from ngo_assist.assessment.model import Answer, Profile

    app = open_app(root)
    for number in range(organisations):
        app.session.create(Profile(name=f"Organisation {number}", connectivity="mobile", paid_staff=2))
        app.session.start("full")
        app.session.change_assessment(
            app.session.assessment.updated_with(answers={"security.backup": Answer(level=1)})
        )
        app.session.close()


def multiply(root: Path, organisations: int) -> None:
    """Make so many organisations of the one that is there, by copying its files."""
    (one,) = (path for path in (root / "workspace").iterdir() if not path.name.startswith("."))
    contents = {path.relative_to(one): path.read_text("utf-8") for path in one.rglob("*.toml")}
    for number in range(1, organisations):
        for place, content in contents.items():
            path = root / "workspace" / f"organisation-{number}" / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content.replace("Organisation 0", f"Organisation {number}"), "utf-8")
    for number, path in enumerate(sorted((root / "workspace").glob("*/assessments/*.toml"))):
        os.utime(path, (10_000 - number, 10_000 - number))


def _process(code: str, root: Path) -> tuple[float, int]:
    """Return the seconds from the process's start to its painting, and its kilobytes once it has settled."""
    begin = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code + RUN, str(root)],
        capture_output=True,
        text=True,
        check=True,
        env=ENVIRONMENT,
        timeout=SECONDS_MOST,
    )
    at, kilobytes = done.stdout.split()[-2:]
    return float(at) - begin, int(kilobytes)


def start(root: Path) -> list[Number]:
    """Measure process start to home painted, and resident memory then."""
    _process(OURS, root)
    _process(EMPTY, root)
    ours, empty = ratio(lambda: _process(OURS, root)[0], lambda: _process(EMPTY, root)[0], ROUNDS)
    big, small = ratio(lambda: _process(OURS, root)[1], lambda: _process(EMPTY, root)[1], 3)
    return [
        Number("home painted", ours / empty, 1.5, "×", f"an empty Textual app, {empty:.2f} s"),
        Number("memory without worker", big / small, 2, "×", f"an empty Textual app, {small / 1024:.0f} MB"),
    ]


async def _keys(root: Path, rubric: Rubric | None = None) -> list[float]:
    """Return the seconds from each key to the last painting it caused, on the full rubric or another."""
    from textual import events
    from textual.screen import Screen

    from ngo_assist.assessment.model import Profile

    app = open_app(root, rubric)
    app.session.create(Profile(name="Keys", connectivity="mobile", paid_staff=2))
    app.session.start("full")
    took: list[float] = []
    painted: list[float] = []
    display = app._display

    def show(screen: Screen[object], renderable: Any) -> None:
        display(screen, renderable)
        painted.append(time.perf_counter())

    app._display = show  # type: ignore[method-assign]
    async with app.run_test(size=(80, 24)) as pilot:
        await app.go("interview")
        await pilot.pause()
        for number in range(KEYS):
            # Choosing moves on, left comes back to choose otherwise.
            key = ("down", "12"[number // 4 % 2], "left", "up")[number % 4]
            painted.clear()
            begin = time.perf_counter()
            app.post_message(events.Key(key, key if key.isdigit() else None))
            await pilot.pause()
            took.append(max(painted, default=begin) - begin)
    return took


def key_to_screen(root: Path) -> list[Number]:
    """Measure the 95th percentile of key to screen; saving each answer on the disk is in it."""
    numbers = []
    for words, rubric in (
        ("", None),
        (f", {LONG} practices", widened(load_rubric(shipped("socialtech")), LONG)),
    ):
        took = asyncio.run(_keys(root, rubric))
        slow, usual = percentile(took, 0.95) * 1000, percentile(took, 0.5) * 1000
        numbers.append(
            Number(f"key to screen{words}, 95th percentile", slow, 50, "ms", f"median {usual:.0f} ms")
        )
    return numbers


async def _keys_at_home(root: Path) -> list[float]:
    """Return the seconds from each key to the next painting, in a list of many and in its search."""
    from textual import events
    from textual.screen import Screen

    from ngo_assist.tui.widgets.organisation_list import OrganisationList

    app = open_app(root)
    took: list[float] = []
    painted: list[float] = []
    display = app._display

    def show(screen: Screen[object], renderable: Any) -> None:
        display(screen, renderable)
        painted.append(time.perf_counter())

    app._display = show  # type: ignore[method-assign]
    async with app.run_test(size=(80, 24)) as pilot:
        while len(app.screen.query_one(OrganisationList).names) < MANY:
            await pilot.pause()
        for number in range(KEYS):
            key = ("down", "pagedown", "9", "7", "backspace", "escape")[number % 6]
            painted.clear()
            begin = time.perf_counter()
            app.post_message(events.Key(key, key if key.isdigit() else None))
            await pilot.pause()
            took.append(min(painted, default=begin) - begin)
    return took


def many() -> list[Number]:
    """Measure home with a thousand organisations: how soon it is there, and how it answers."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        fill(root, 1)
        multiply(root, MANY)
        _process(OURS, root)
        ours, empty = ratio(lambda: _process(OURS, root)[0], lambda: _process(EMPTY, root)[0], ROUNDS)
        took = asyncio.run(_keys_at_home(root))
    slow, usual = percentile(took, 0.95) * 1000, percentile(took, 0.5) * 1000
    reference = f"an empty Textual app, {empty:.2f} s"
    return [
        Number(f"home painted, {MANY:,} organisations", ours / empty, 1.5, "×", reference),
        Number(f"key at home, {MANY:,}, 95th percentile", slow, 50, "ms", f"median {usual:.0f} ms"),
    ]


def run() -> list[Number]:
    """Measure all of it in a workspace of its own."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        fill(root, 10)
        return [*start(root), *key_to_screen(root), *many()]
