"""What people wrote, made fit to be shown and to be given to a model: data, never an instruction."""

from __future__ import annotations

from ngo_assist.clean import clean_line
from ngo_assist.drafting.phrases import COMMANDS
from ngo_assist.drafting.words import plain


def shorten(text: str, most: int) -> str:
    """Return `text` on one line of at most `most` characters, cut at a word and marked with "…"."""
    line = clean_line(text)
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
    return COMMANDS.search(plain(clean_line(text)).casefold()) is not None
