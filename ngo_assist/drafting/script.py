"""Letters: which script a language is written in, and words that mix two."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ngo_assist.drafting import words

LETTERS: dict[str, frozenset[str]] = {
    "en": frozenset("abcdefghijklmnopqrstuvwxyz"),
    "ru": frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    "kk": frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"),
}
KAZAKH_ONLY = frozenset("әғқңөұүһі")
# What a plain sentence is made of besides letters, digits and spaces.
SIGNS = frozenset(".,:;!?…-–—()'\"“”‘’«»„/%№+&₸")


@lru_cache(maxsize=10_000)
def script_of(letter: str) -> str:
    """Return the script of one letter by its Unicode name: LATIN, CYRILLIC, and so on."""
    return unicodedata.name(letter, "UNKNOWN").partition(" ")[0]


def mixed(word: str) -> bool:
    """Tell whether a word's letters come from more than one script."""
    return len({script_of(c) for c in word if c.isalpha()}) > 1


def foreign_words(text: str, language: str, allowed: frozenset[str]) -> list[str]:
    """Return the words of `text` that have letters of another alphabet and are not among `allowed`.

    `allowed` are words in lower case: names that a rubric writes in Latin, for example.
    """
    letters = LETTERS.get(language)
    found = []
    for word in words.words(text):
        if not any(c.isalpha() for c in word):
            continue  # "½" and the like are numbers
        strange = letters is not None and not set(word.replace("'", "")) <= letters
        if mixed(word) or (strange and word not in allowed):
            found.append(word)
    return found
