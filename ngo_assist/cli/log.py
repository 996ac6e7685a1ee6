"""The log of what went wrong in the program itself. It holds no answers."""

from __future__ import annotations

import platform
import traceback
from datetime import datetime
from pathlib import Path

from ngo_assist import __version__

_MOST_BYTES = 1_000_000


def default_path() -> Path:
    """Return where the log lies on this system."""
    from platformdirs import user_log_path

    return user_log_path("ngo-assist", appauthor=False) / "ngo-assist.log"


def write_traceback(error: BaseException, now: datetime, path: Path | None = None) -> Path | None:
    """Add the error to the log and return its path; None where the log cannot be written.

    Kinds and places of errors only: their messages may quote what people wrote.
    """
    path = path or default_path()
    system = f"Python {platform.python_version()}, {platform.system()} {platform.release()}"
    lines = [f"{now.isoformat(timespec='seconds')} ngo-assist {__version__}, {system}\n"]
    link: BaseException | None = error
    while link is not None:
        lines += [f"{type(link).__qualname__}\n", *traceback.format_tb(link.__traceback__)]
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = "w" if path.exists() and path.stat().st_size > _MOST_BYTES else "a"
        with path.open(mode, encoding="utf-8", errors="backslashreplace") as file:
            file.writelines([*lines, "\n"])
    except OSError:
        return None
    return path
