"""Waiting for a state of the program, never for a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

ROUNDS = 2_000
"""How often is looked before it counts as never; a slow computer needs some hundred."""


async def until(pilot: Pilot[Any], state: Callable[[], bool]) -> None:
    """Let the program go on until `state` is true. AssertionError where it never is."""
    for _ in range(ROUNDS):
        await pilot.pause()
        if state():
            return
        # Threads that read files need the processor too.
        await asyncio.sleep(0.001)
    raise AssertionError(f"never came to it; on the screen is {pilot.app.screen!r}")


async def until_screen(pilot: Pilot[Any], screen: type[Screen[Any]]) -> None:
    """Let the program go on until this kind of screen is the one that is seen."""
    await until(pilot, lambda: isinstance(pilot.app.screen, screen) and pilot.app.screen.is_mounted)
