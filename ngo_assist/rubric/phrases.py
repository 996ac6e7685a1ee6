"""Words and phrases looked for in texts, in any case; a form's `*` stands for any ending."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

QUOTED = re.compile('«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|"[^"]*"|`[^`]*`')
"""What is quoted: words on a button, names, what others wrote."""

_TOKEN = re.compile(r"\w+|[.!?…;:]")
_WORD = re.compile(r"\w+\*?")
_Form = tuple[tuple[str, ...], T]


def tokens(text: str) -> list[str]:
    """Return the words of `text` in lower case, and the signs that end a sentence or a clause of it.

    No phrase reaches over such a sign. A hyphen parts words ("ҮЕҰ-ға" is two); ё is е, as most write it.
    """
    return _TOKEN.findall(text.casefold().replace("ё", "е"))


class Phrases(Generic[T]):
    """Many forms looked for at once; each gives the value that it was named with."""

    def __init__(self, forms: Iterable[tuple[str, T]]) -> None:
        self._whole: dict[str, list[_Form[T]]] = {}
        self._beginnings: dict[str, list[_Form[T]]] = {}
        for form, value in forms:
            first, *rest = _WORD.findall(form.casefold().replace("ё", "е")) or [""]
            where = self._beginnings if first.endswith("*") else self._whole
            where.setdefault(first.removesuffix("*"), []).append((tuple(rest), value))
        self._lengths = sorted({len(first) for first in self._beginnings if first})
        # A rubric says the same words again and again: each is looked up once.
        self._starting: dict[str, tuple[_Form[T], ...]] = {}
        self._alone: dict[str, bool] = {}

    def spans(self, words: Sequence[str]) -> Iterator[tuple[int, int, T]]:
        """Yield each phrase found in `words` (see `tokens`): the places from and to, and its value."""
        for start, word in enumerate(words):
            for rest, value in self._at(word):
                end = start + 1 + len(rest)
                if end <= len(words) and all(map(_fits, rest, words[start + 1 : end])):
                    yield start, end, value

    def in_(self, words: Sequence[str]) -> set[T]:
        """Return the values of all phrases in `words`."""
        return {value for _, _, value in self.spans(words)}

    def __contains__(self, word: str) -> bool:
        found = self._alone.get(word)
        if found is None:
            found = self._alone[word] = any(not rest for rest, _ in self._at(word))
        return found

    def _at(self, word: str) -> tuple[_Form[T], ...]:
        found = self._starting.get(word)
        if found is None:
            begun = (word[:length] for length in self._lengths if length <= len(word))
            lists = (self._whole.get(word, ()), *(self._beginnings.get(start, ()) for start in begun))
            found = self._starting[word] = tuple(form for forms in lists for form in forms)
        return found


def _fits(form: str, word: str) -> bool:
    return word.startswith(form[:-1]) if form.endswith("*") else word == form
