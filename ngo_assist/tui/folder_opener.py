"""Opens a folder in the system's own window, where there is one."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping
from pathlib import Path


def opener(platform: str, environ: Mapping[str, str]) -> str | None:
    """Return the program that opens a folder; None where there is no desktop to open it on."""
    if platform == "win32":
        return "explorer"
    if platform == "darwin":
        return "open"
    return "xdg-open" if environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY") else None


async def open_folder(folder: Path) -> bool:
    """Open the folder beside this program; False where that is not possible."""
    program = opener(sys.platform, os.environ)
    if program is None:
        return False
    try:
        await asyncio.create_subprocess_exec(
            program,
            str(folder),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True
