"""Words: how a text is parted into them, and what makes two forms the same word in each language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TypeAlias

from ngo_assist.drafting import everyday, kazakh
from ngo_assist.drafting.stems import stem as stem

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
Keys: TypeAlias = frozenset[str | tuple[str, str]]
SENTENCE_GAP = re.compile(r"(?<=[.!?…;])\s+|(?<=[.!?…][\"”»)])\s+")


def plain(text: str) -> str:
    """Return `text` composed (NFC) with plain apostrophes and spaces, for comparing."""
    composed = unicodedata.normalize("NFC", text).replace("’", "'").replace("ʼ", "'")
    return composed.replace("\u00a0", " ").replace("\u202f", " ")


def words(text: str) -> list[str]:
    """Return the words of `text` in lower case, without numbers and signs."""
    return [match.group().casefold() for match in WORD.finditer(plain(text))]


def sentences(text: str) -> list[str]:
    """Return the sentences of `text`; a semicolon ends one too, because what follows stands alone."""
    return [found.strip() for found in SENTENCE_GAP.split(text) if found.strip()]


@cache
def _everyday_stems(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in everyday.WORDS.get(language, ()))


@lru_cache(maxsize=20_000)
def is_everyday(word: str, language: str) -> bool:
    """Tell whether a word says nothing new by itself."""
    if stem(word, language) in _everyday_stems(language):
        return True
    if language != "kk":
        return False
    return kazakh.is_ending(word) or any(root in everyday.GROWING for root, _ in kazakh.bases(word))


def same(one: str, other: str, language: str) -> bool:
    """Tell whether two words in lower case are forms of one."""
    return not keys(one, language).isdisjoint(keys(other, language))


class Vocabulary:
    """The words of some texts, asked by stem."""

    def __init__(self, texts: tuple[str, ...], language: str) -> None:
        self.language = language
        self.forms = frozenset(word for text in texts for word in words(text))
        self.keys = keys_of(self.forms, language)

    def __contains__(self, word: str) -> bool:
        return not self.keys.isdisjoint(keys(word, self.language))


@lru_cache(maxsize=50_000)
def keys(word: str, language: str) -> Keys:
    """Return what two words share if they are forms of one."""
    if language == "kk":
        return frozenset([word]) if word in _joining("kk") else frozenset(kazakh.roots(word))
    return frozenset([stem(word, language)])


def keys_of(said: Iterable[str], language: str) -> Keys:
    """Return the keys of several words together."""
    return frozenset(key for word in said for key in keys(word, language))


@lru_cache(maxsize=20_000)
def joins(word: str, language: str) -> bool:
    """Tell whether a word only joins others: an article, a pronoun, "and"."""
    if word in _joining(language):
        return True
    return language == "kk" and kazakh.is_ending(word)


@cache
def _joining(language: str) -> frozenset[str]:
    return frozenset(everyday.JOINING.get(language, ()))


def content(text: str, language: str) -> list[str]:
    """Return the words of `text` that say something: all but the everyday ones."""
    return [word for word in words(text) if not is_everyday(word, language)]


def longest_run(one: list[str], other: list[str]) -> int:
    """Return how many words in a row the two lists share at most."""
    best, previous = 0, [0] * (len(other) + 1)
    for word in one:
        row = [0] * (len(other) + 1)
        for j, candidate in enumerate(other):
            if word == candidate:
                row[j + 1] = previous[j] + 1
                best = max(best, row[j + 1])
        previous = row
    return best


def in_order(one: list[str], other: list[str]) -> int:
    """Return how many words of `one` stand in `other` in the same order (longest common subsequence)."""
    previous = [0] * (len(other) + 1)
    for word in one:
        row = [0]
        for j, candidate in enumerate(other):
            row.append(previous[j] + 1 if word == candidate else max(previous[j + 1], row[j]))
        previous = row
    return previous[-1]
