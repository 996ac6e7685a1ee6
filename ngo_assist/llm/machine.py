"""What this machine has to give to a model, now: memory and room on the disk in bytes, and cores."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path


def memory_available() -> int | None:
    """Bytes that this process may still take without pushing others out; None where nobody can tell.

    On Linux the least of the kernel's estimate, the limits of the control groups and the process's own.
    """
    known: list[int | None]
    if sys.platform == "win32":
        known = [_windows()]
    elif sys.platform == "darwin":
        whole, level = _macos("hw.memsize"), _macos("kern.memorystatus_level")
        # The level is the share that is free or can be freed, in percent; the whole where it is not told.
        known = [whole * level // 100 if whole and level else whole]
    else:
        known = [_meminfo(), *_control_groups(), _address_space()]
    return max(0, min(found)) if (found := [each for each in known if each is not None]) else None


def disk_room(folder: Path) -> int | None:
    """Bytes that may be written into a folder, which need not be there yet; None where nobody can tell."""
    for place in (folder, *folder.parents):
        try:
            return shutil.disk_usage(place).free
        except FileNotFoundError:
            continue
        except OSError:
            break
    return None


def cores() -> int:
    """Physical cores this process may use: a second thread on one core slows llama.cpp down."""
    if sys.platform == "darwin":
        return _macos("hw.perflevel0.physicalcpu") or _macos("hw.physicalcpu") or 1
    elif sys.platform == "linux":  # noqa: RET505 - mypy follows the platform only so
        allowed = os.sched_getaffinity(0)
        each_core = (
            Path(f"/sys/devices/system/cpu/cpu{cpu}/topology/thread_siblings_list") for cpu in allowed
        )
        return len({text for path in each_core if (text := _read(path))}) or len(allowed)
    else:
        return max(1, (os.cpu_count() or 2) // 2)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""


def _meminfo() -> int | None:
    for line in _read(Path("/proc/meminfo")).splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return None


_GROUPS = Path("/sys/fs/cgroup")


def _control_groups() -> Iterator[int | None]:
    """What the group of this process and those above it may still take (control groups, version 2)."""
    lines = _read(Path("/proc/self/cgroup")).splitlines()
    group = _GROUPS / next((line[4:] for line in lines if line.startswith("0::/")), "")
    while True:
        yield _control_group(group)
        if group == _GROUPS or _GROUPS not in group.parents:
            return
        group = group.parent


def _control_group(group: Path) -> int | None:
    limit, used = _read(group / "memory.max"), _read(group / "memory.current")
    if not (limit.isdigit() and used.isdigit()):
        return None
    # Pages of files are given back when memory gets short, as MemAvailable also assumes.
    given_back = 0
    for line in _read(group / "memory.stat").splitlines():
        if line.startswith("inactive_file "):
            given_back = int(line.split()[1])
    return int(limit) - int(used) + given_back


if sys.platform != "win32":
    import resource

    def _address_space() -> int | None:
        limit = resource.getrlimit(resource.RLIMIT_AS)[0]
        used = _read(Path("/proc/self/statm")).split()
        if limit == resource.RLIM_INFINITY or not used:
            return None
        return limit - int(used[0]) * resource.getpagesize()


def _macos(name: str) -> int | None:
    value, size = ctypes.c_uint64(0), ctypes.c_size_t(8)
    library = ctypes.CDLL(None)
    failed = library.sysctlbyname(name.encode(), ctypes.byref(value), ctypes.byref(size), None, 0)
    return None if failed else value.value


def _windows() -> int | None:
    class Status(ctypes.Structure):
        """MEMORYSTATUSEX of the Windows API."""

        _fields_ = [
            ("length", ctypes.c_uint32),
            ("load", ctypes.c_uint32),
            *[
                (name, ctypes.c_uint64)
                for name in ("total", "available", "page", "page_free", "virtual", "virtual_free", "extended")
            ],
        ]

    status = Status(length=ctypes.sizeof(Status))
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    return int(status.available) if kernel.GlobalMemoryStatusEx(ctypes.byref(status)) else None
