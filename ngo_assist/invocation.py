"""How the program is called on this computer, for the commands that it tells people to type."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

VARIABLE = "NGO_ASSIST_CALLED_AS"
"""Set by whatever starts the program under another name, such as `start.py`."""

PROGRAM = os.environ.get(VARIABLE, "").strip() or "ngo-assist"


def command(words: str = "") -> str:
    """Return a command to type, for example "ngo-assist rubric check DIR"."""
    return f"{PROGRAM} {words}".rstrip()


def quoted(word: str | Path) -> str:
    """Return a path or a name as it may be typed into this system's shell."""
    text = str(word)
    if os.name != "nt":
        return shlex.quote(text)
    # No file of Windows has a quotation mark in its name.
    return text if re.fullmatch(r"[\w.:\\/-]+", text) else f'"{text}"'
