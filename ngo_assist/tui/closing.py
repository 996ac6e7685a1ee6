"""The terminal's window is closed, or the system ends the program: what is being typed is saved first."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from threading import Timer

SIGNALS = ("SIGHUP", "SIGTERM", "SIGBREAK")
"""SIGBREAK is what Windows makes of a closed window."""
LOOK_SECONDS = 2.0
"""Seconds between two looks whether the terminal is still there: not every one that goes says so."""
LAST_SECONDS = 3.0
"""Seconds for an orderly end; without a terminal it may never come."""


def when_closed(save: Callable[[], None], leave: Callable[[], object]) -> None:
    """Call `save`, then `leave`, when the program is told to end; to be called where the loop runs."""
    loop = asyncio.get_running_loop()

    def close(number: int) -> None:
        timer = Timer(LAST_SECONDS, os._exit, [128 + number])
        timer.daemon = True
        timer.start()
        save()
        leave()

    def look() -> None:
        if os.isatty(terminal):
            loop.call_later(LOOK_SECONDS, look)
        else:
            close(int(signal.SIGTERM))

    terminal = sys.__stdin__.fileno() if sys.__stdin__ else -1
    if terminal >= 0 and os.isatty(terminal):
        loop.call_later(LOOK_SECONDS, look)
    for name in SIGNALS:
        found = getattr(signal, name, None)
        if found is None:
            continue
        try:
            loop.add_signal_handler(found, close, int(found))
        except NotImplementedError:  # Windows
            signal.signal(found, lambda number, _: loop.call_soon_threadsafe(close, number))
        except (RuntimeError, ValueError):  # not the main thread, as in some tests
            return
