"""How a process ended, told by its exit status on every system."""

from __future__ import annotations

import ctypes
import signal
import sys
from contextlib import suppress

from .protocol import ModelFailed

# NTSTATUS codes, which Windows gives as exit status: winnt.h.
_WINDOWS = {
    0xC000001D: "illegal instruction",
    0xC0000005: "access violation",
    0xC0000017: "no memory",
    0xC00000FD: "stack overflow",
    0xC0000409: "stack buffer overrun",
}
_ILLEGAL = 0xC000001D
_NO_MEMORY = 0xC0000017
# SetErrorMode, errhandlingapi.h: SEM_FAILCRITICALERRORS and SEM_NOGPFAULTERRORBOX.
_NO_BOXES = 0x0001 | 0x0002


def cause_of_death(status: int | None) -> ModelFailed:
    """The failure of a process with this status, as `subprocess` gives it."""
    if status is None:
        return ModelFailed("died", "it closed its output")
    if status < 0:
        with suppress(ValueError):
            ended = signal.Signals(-status)
            kind = "processor" if ended.name == "SIGILL" else "died"
            return ModelFailed(kind, f"signal {ended.name}")
    code = status & 0xFFFFFFFF
    if code in _WINDOWS:
        kind = {_ILLEGAL: "processor", _NO_MEMORY: "memory"}.get(code, "died")
        return ModelFailed(kind, f"{_WINDOWS[code]} ({code:#x})")
    return ModelFailed("died", f"exit status {status}")


def crash_quietly() -> None:
    """Leave nothing behind when native code crashes: no core file, and no box that waits for a click."""
    if sys.platform == "win32":
        getattr(ctypes, "windll").kernel32.SetErrorMode(_NO_BOXES)  # noqa: B009 - exists on Windows only
    else:
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))
