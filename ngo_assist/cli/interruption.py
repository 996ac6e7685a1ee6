"""What Ctrl+C does to the program.

While it starts and while it ends there is nothing to tidy up, and Python would show a traceback from
whatever it is importing or closing: there it ends at once. In between a command may tidy up first.
"""

from __future__ import annotations

import os
import signal
from types import FrameType

INTERRUPTED = 130


def ends_at_once() -> None:
    """Let an interruption end the process silently, with the status of one."""
    signal.signal(signal.SIGINT, _end)


def may_tidy_up() -> None:
    """Let an interruption raise `KeyboardInterrupt` again, where `ends_at_once` was called."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _end(number: int, frame: FrameType | None) -> None:
    os._exit(INTERRUPTED)
