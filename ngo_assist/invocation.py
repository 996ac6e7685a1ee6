"""How the program is called on this computer, for the commands that it tells people to type."""

from __future__ import annotations

import os

VARIABLE = "NGO_ASSIST_CALLED_AS"
"""Set by whatever starts the program under another name, such as `start.py`."""

PROGRAM = os.environ.get(VARIABLE, "").strip() or "ngo-assist"


def command(words: str = "") -> str:
    """Return a command to type, for example "ngo-assist rubric check DIR"."""
    return f"{PROGRAM} {words}".rstrip()
