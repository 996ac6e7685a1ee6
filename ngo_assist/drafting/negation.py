"""What a clause denies: which of its words stand under a "not", a "without", a "leave out"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ngo_assist.drafting import kazakh, words
from ngo_assist.drafting.grammar import CLAUSE_GAP, EXCLUDES, IMPERATIVE, NEGATION, REQUESTS, SUPPOSES
from ngo_assist.drafting.words import Keys

_OBJECT = {
    "en": re.compile(r"\b(?:nothing|nobody|none|nowhere|no one)\b"),
    "ru": re.compile(r"(?<!\w)(?:нет|нельзя)(?!\w)"),
}
"""Words that deny what stands before them where they end a clause ("opens nothing")."""
_WORD_BEFORE = re.compile(r"емес\w*|жоқ\w*")
"""Kazakh words that deny the one before them."""
_REQUESTS = REQUESTS | {"delete", "hand", "lend", "pay", "return", "transfer"}
"""What an English clause may ask for, with what a card never asks."""
REACH = 3
"""So many words before a negation it may be about, where it stands behind them."""
LIST_MOST = 4
"""Words of a clause that may go on a list begun before it: "no birthdays, house numbers and rows"."""


@dataclass(frozen=True)
class Clause:
    """A part of a sentence: its words but the joining ones, those that tell something, and what it denies.

    `about` are the denied words next to a negation, which it is about for sure. `said` are all its words,
    `sign` is what stands before it. It `asks` for something, or is `supposed`: it begins with "if".
    """

    spoken: tuple[str, ...]
    content: tuple[str, ...]
    denied: frozenset[str]
    about: frozenset[str]
    keys: Keys
    denied_keys: Keys
    said: tuple[str, ...] = ()
    sign: str = ""
    asks: bool = False
    supposed: bool = False


@dataclass
class _Part:
    """A clause while its sentence is read."""

    text: str
    sign: str
    said: list[str]
    denied: set[str]
    about: set[str]
    forward: bool
    backward: bool


def clauses(sentence: str, language: str) -> tuple[Clause, ...]:
    """Return a sentence clause by clause. What is denied in a list is so from its beginning to its end."""
    lower = words.plain(sentence).casefold()
    parts = [_part(text, sign, language) for text, sign in _parts(lower, language) if words.words(text)]
    for before, part in pairwise(parts):
        if before.forward and not part.denied and len(part.said) <= LIST_MOST and not _asks(part, language):
            part.denied, part.forward = set(part.said), True
    for before, part in reversed(list(pairwise(parts))):
        if (
            part.backward
            and not before.denied
            and len(before.said) <= LIST_MOST - 1
            and not _asks(before, language)
        ):
            before.denied, before.backward = set(before.said), True
    return tuple(_clause(part, language) for part in parts)


def _parts(sentence: str, language: str) -> list[tuple[str, str]]:
    """Return the clauses of a sentence, each with the sign or word that stands before it."""
    gaps = [*CLAUSE_GAP[language].finditer(sentence)]
    starts = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(sentence)]
    signs = ["", *(gap.group() for gap in gaps)]
    return [(sentence[a:b], sign) for a, b, sign in zip(starts, ends, signs, strict=True)]


def _clause(part: _Part, language: str) -> Clause:
    spoken = tuple(word for word in part.said if not words.joins(word, language))
    denied = frozenset(word for word in spoken if word in part.denied)
    return Clause(
        spoken,
        tuple(word for word in spoken if not words.is_everyday(word, language)),
        denied,
        denied & part.about,
        words.keys_of(spoken, language),
        words.keys_of(denied, language),
        tuple(part.said),
        part.sign,
        _requests(part, language),
        SUPPOSES[language].search(part.text) is not None,
    )


def _requests(part: _Part, language: str) -> bool:
    """Tell whether a clause holds a request, wherever it stands in it."""
    if language == "en":
        return not _REQUESTS.isdisjoint(part.said)
    return _asks(part, language)


def denies(sentence: str, language: str) -> bool:
    """Tell whether a sentence holds a negation."""
    if language == "kk":
        return any(denies_by_itself(word) for word in words.words(sentence))
    return NEGATION[language].search(words.plain(sentence).casefold()) is not None


def _part(clause: str, sign: str, language: str) -> _Part:
    """Return what a clause denies by itself, and whether a list before or behind it is denied with it."""
    part = _Part(clause, sign, words.words(clause), set(), set(), False, False)
    for found in EXCLUDES[language].finditer(clause):
        caught = "".join(group for group in found.groups() if group)
        part.denied.update(words.words(caught or clause[found.end() :]))
        part.forward, part.backward = not caught, bool(caught)
    if language == "kk":
        _kazakh(part)
    else:
        _negations(part, language)
    return part


def _negations(part: _Part, language: str) -> None:
    """Take in what stands behind an English or Russian "not"."""
    for found in NEGATION[language].finditer(part.text):
        behind = [w for w in words.words(part.text[found.end() :]) if not words.joins(w, language)]
        if language == "ru" and len(found.group()) > 4 and found.group().startswith("не"):
            behind.insert(0, found.group()[2:])  # "незнаю"
            part.said.append(behind[0])
        before = [w for w in words.words(part.text[: found.start()]) if not words.joins(w, language)]
        if _OBJECT[language].fullmatch(found.group()) and (len(behind) < 2 or language == "ru"):
            part.denied.update(before[-REACH:])
            part.about.update(before[-1:])
        part.denied.update(behind)
        part.about.update(behind[:1])
        part.forward = True
        if language == "ru" and len(behind) <= 1 and found.group() == "не":
            part.denied, part.forward, part.backward = set(part.said), False, True  # "пароли не пишите"


def _kazakh(part: _Part) -> None:
    """Take in what a Kazakh negation is about, which stands before it or holds it as an ending."""
    for place, word in enumerate(part.said):
        if not denies_by_itself(word):
            continue
        verb = not _WORD_BEFORE.fullmatch(word)
        reach = part.said[max(0, place - (REACH if verb else 1)) : place + 1]
        part.denied.update(reach)
        part.about.update(reach[-2:])
        part.backward = verb and place < REACH


def denies_by_itself(word: str) -> bool:
    """Tell whether a Kazakh word is a negation or holds one."""
    if _WORD_BEFORE.fullmatch(word) or word == "болмайды" or word.startswith(("ешкім", "ештеңе")):
        return True
    return not words.joins(word, "kk") and kazakh.denies(word)


def _asks(part: _Part, language: str) -> bool:
    """Tell whether a clause holds a request, so that it is no link of a list."""
    if language == "en":
        return part.said[0] in REQUESTS
    return IMPERATIVE[language].search(part.text) is not None
