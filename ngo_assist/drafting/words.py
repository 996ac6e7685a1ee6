"""Words and their stems: what makes two forms the same word in English, Russian and Kazakh."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import snowballstemmer

from ngo_assist.drafting import everyday

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
SENTENCE_GAP = re.compile(r"(?<=[.!?…;])\s+|(?<=[.!?…][\"”»)])\s+")

_STEMMERS = {"en": "english", "ru": "russian"}
KAZAKH_PREFIX_LEAST = 4
KAZAKH_PREFIX_SHARE = 0.6
# The endings that a Kazakh everyday stem may grow: number, owner, case, and the common verb endings.
_KAZAKH_ENDINGS = re.compile(
    r"(?:[лдт][ае]р|[ыі]?ңыз|[ыі]?ңіз|[ыі]м|[ыі]ң|[сы]?ы|[сі]?і|[ндт][ыі]ң|[ғқ]а|[гк]е|н[ае]|[ндт][ыі]|[дт][ае]"
    r"|[дтн][ае]н|[мбп]ен|у|[ыі]?п|[ғқ]ан|[гк]ен|с[ае]|[ае]ды|[ае]ді|йды|йді|[ае]тын|етін|йтын|йтін|[ае]р|р|й|а|е"
    r"|[ыі]?[лнст]|[дт][ыі]р|[лдт][ыі][қк]|с[ыі]з|л[ыі]|ш[ыі]|[ғқ]ы|[гк]і|[дт]ағы|[дт]егі|ірек|ырақ|м[ае]|[бп][ае])*"
)


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
def _stemmer(language: str) -> snowballstemmer.Stemmer | None:
    name = _STEMMERS.get(language)
    return snowballstemmer.stemmer(name) if name else None


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> str:
    """Return the stem of a word in lower case; Kazakh words are their own stems (see `same`)."""
    if language == "en":
        word = word.removesuffix("'s")
    found = _stemmer(language)
    return str(found.stemWord(word.replace("ё", "е"))) if found else word


@lru_cache(maxsize=50_000)
def kazakh_same(one: str, other: str) -> bool:
    """Tell whether two Kazakh words share their beginning: max(4, 60 % of the longer) letters.

    Kazakh grows at the end, so a shared beginning is a shared word. A shorter one counts with nothing but
    endings behind it: four letters of both words, or the whole of one. The last consonant of a stem may
    soften (кітап, кітабы).
    """
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    shared = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if shared >= max(KAZAKH_PREFIX_LEAST, KAZAKH_PREFIX_SHARE * len(long)):
        return True
    if (
        shared >= KAZAKH_PREFIX_LEAST
        and kazakh_form(short, long[:shared])
        and kazakh_form(long, long[:shared])
    ):
        return True
    softened = shared == len(short) - 1 and len(short) >= 4 and short[-1] + long[shared] in {"пб", "қғ", "кг"}
    whole = shared == len(short) >= 2 or softened
    return whole and kazakh_form(long, long[: len(short)])


@lru_cache(maxsize=50_000)
def kazakh_form(word: str, root: str) -> bool:
    """Tell whether `word` is `root` with nothing but endings behind it."""
    return word.startswith(root) and _KAZAKH_ENDINGS.fullmatch(word[len(root) :]) is not None


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
    # Short roots take no endings here: "ал" and "бар" would begin half the dictionary.
    return any(len(root) >= 4 and kazakh_form(word, root) for root in everyday.WORDS["kk"])


def same(one: str, other: str, language: str) -> bool:
    """Tell whether two words in lower case are forms of one."""
    if language == "kk":
        return kazakh_same(one, other)
    return stem(one, language) == stem(other, language)


class Vocabulary:
    """The words of some texts, asked by stem."""

    def __init__(self, texts: tuple[str, ...], language: str) -> None:
        self.language = language
        self.forms = frozenset(word for text in texts for word in words(text))
        self.stems = frozenset(stem(word, language) for word in self.forms)

    def __contains__(self, word: str) -> bool:
        if stem(word, self.language) in self.stems:
            return True
        return self.language == "kk" and any(kazakh_same(word, form) for form in self.forms)


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
