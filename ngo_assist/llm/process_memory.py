"""The memory that a process of ours takes, in bytes; the system is asked, in each its own way."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from pathlib import Path


def memory_of(pid: int) -> int | None:
    """Return the most that the process has taken so far, on macOS what it takes now; None: nobody can tell.

    A model's file that is read in place counts, as far as it was read.
    """
    if sys.platform == "win32":
        return _windows(pid)
    elif sys.platform == "darwin":  # noqa: RET505 - mypy follows the platform only so
        return _macos(pid)
    else:
        return _linux(pid)


def _linux(pid: int) -> int | None:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    line = next((line for line in status.splitlines() if line.startswith("VmHWM:")), "")
    return int(line.split()[1]) * 1024 if line else None


def _macos(pid: int) -> int | None:
    try:
        said = subprocess.run(  # noqa: S603 - the system's own program, and a number
            ["/bin/ps", "-o", "rss=", "-p", str(pid)], capture_output=True, timeout=5, check=True
        ).stdout
        return int(said) * 1024
    except (OSError, ValueError, subprocess.SubprocessError):
        return None


def _windows(pid: int) -> int | None:
    class Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of the Windows API."""

        _fields_ = [
            ("size", ctypes.c_uint32),
            ("faults", ctypes.c_uint32),
            ("peak", ctypes.c_size_t),
            ("now", ctypes.c_size_t),
            *[(f"more{n}", ctypes.c_size_t) for n in range(6)],
        ]

    query = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = kernel.OpenProcess(query, False, pid)
    if not handle:
        return None
    counters = Counters(size=ctypes.sizeof(Counters))
    try:
        handed = ctypes.c_void_p(handle), ctypes.byref(counters), ctypes.sizeof(counters)
        return int(counters.peak) if kernel.K32GetProcessMemoryInfo(*handed) else None
    finally:
        kernel.CloseHandle(ctypes.c_void_p(handle))
