"""What people wrote, made fit to be shown and to be given to a model: data, never an instruction."""

from __future__ import annotations

from ngo_assist.clean import clean_line
from ngo_assist.drafting.orders import sounds_like_an_order
from ngo_assist.drafting.phrases import FUNCTION_WORDS
from ngo_assist.drafting.script import KAZAKH_ONLY
from ngo_assist.drafting.words import is_everyday, words

FOREIGN_LEAST = 4
"""Words of a text whose language can be told."""


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
    return sounds_like_an_order(text)


def foreign(text: str, language: str) -> bool:
    """Tell whether a person's text is in another language than the plan's, so far as words tell.

    What a model makes of such a text cannot be checked word by word.
    """
    said = words(text)
    letters = [c for word in said for c in word]
    latin = 2 * sum(c.isascii() for c in letters) > len(letters)
    if letters and latin != (language == "en"):
        return True
    if len(said) < FOREIGN_LEAST:
        return False
    if language == "en":
        return not any(is_everyday(word, "en") for word in said)
    kazakh = sum(bool(set(word) & KAZAKH_ONLY) for word in said)
    if language == "ru":
        return 3 * kazakh > len(said)
    return kazakh == 0 and not FUNCTION_WORDS["ru"].isdisjoint(said)
