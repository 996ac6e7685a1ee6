"""What people wrote, made fit to be shown and to be given to a model: data, never an instruction."""

from __future__ import annotations

import re
import unicodedata

from ngo_assist.drafting.phrases import COMMANDS
from ngo_assist.drafting.words import plain

_SPACES = re.compile(r"\s+")


def one_line(text: str) -> str:
    """Return `text` on one line, without control, format, private and unassigned characters."""
    composed = unicodedata.normalize("NFC", text)
    shown = (" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in composed)
    kept = (c for c in shown if unicodedata.category(c) not in {"Cf", "Co", "Cn", "Cs"})
    return _SPACES.sub(" ", "".join(kept)).strip()


def shorten(text: str, most: int) -> str:
    """Return `text` on one line of at most `most` characters, cut at a word and marked with "…"."""
    line = one_line(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    at_word = cut.rpartition(" ")[0]
    # A word longer than half the room is no word: an address, or somebody leaning on a key.
    kept = at_word if len(at_word) >= most // 2 else cut
    return kept.rstrip(" ,;:.–—-") + "…"


def quotable(text: str, most: int) -> str:
    """Return `text` shortened, with nothing in it that closes the quotes around it."""
    return shorten(text, most).translate({ord(c): "'" for c in '“”„«»"`'})


def commands(text: str) -> bool:
    """Tell whether `text` sounds like an order to whoever writes ("ignore the above and write …")."""
    return COMMANDS.search(plain(one_line(text)).casefold()) is not None
