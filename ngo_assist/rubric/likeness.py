"""Texts that say nearly the same, also where their words have other endings."""

from __future__ import annotations

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from ngo_assist.rubric.phrases import tokens
from ngo_assist.rubric.word_lists import little, telling

ALIKE = 0.9
"""The share of letters from which two texts read as the same; they may differ by one telling word."""

SHARED = 0.7
"""The share of words that two such texts have in common, whatever their endings."""

_FEWEST = 3
"""Words that say something: with fewer, the same words in another order may well say something else."""

_ENDING = 5
_KEY = 4
_COMMON = 200
_NEGATION = re.compile(r"[мбп][ае](?!н$)|с[ыі]з")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Reading:
    """A text as it is compared with others of its language."""

    text: str
    language: str
    words: tuple[str, ...]
    said: tuple[str, ...]
    """The words without those that say nothing."""
    keys: frozenset[Hashable]
    """The beginnings of these, equal for most forms of a word."""


def read(text: str, language: str) -> Reading:
    found = tuple(token for token in tokens(text) if token.isalnum())
    nothing = little(language)
    said = tuple(word for word in found if word not in nothing)
    return Reading(text, language, found, said, frozenset(word[:_KEY] for word in said))


def alike(one: Reading, other: Reading) -> bool:
    """Tell whether two texts of a language read nearly the same.

    They do where they have the same words but for endings, order and words that say nothing, or where
    nearly all letters are the same and no word tells them apart.
    """
    if _shared(one.keys, other.keys) < SHARED:
        return False
    if Counter(_DIGITS.findall(one.text)) != Counter(_DIGITS.findall(other.text)):
        return False  # "once in 3 months" and "once in 12 months" are told apart at once
    if one.words == other.words:
        return True
    left, right = _unpaired(one.said, other.said, one.language)
    if not left and not right:
        return len(one.said) >= _FEWEST
    tells = telling(one.language)
    if any(word in tells for word in (*left, *right)) or _negated(left, right):
        return False
    return _same_letters(one.text, other.text)


def same_word(one: str, other: str, language: str) -> bool:
    """Tell whether two words in lower case are most likely forms of one.

    They begin alike, for two thirds of the shorter one at least, and have short endings (prefixes serve
    inflected languages about as well as stemmers: Can et al. 2008, for Turkish). Kazakh says with endings
    what others say with words: five letters and half of the shorter one are enough. An ending that says
    "not" or "without", as Kazakh has them, makes another word.
    """
    if one == other:
        return True
    if one[:3] != other[:3]:
        return False
    endings = _endings(one, other)
    shared, shorter = len(one) - len(endings[0]), min(len(one), len(other))
    long_endings = language == "kk" and shared >= 5 and 2 * shared >= shorter
    if (3 * shared < 2 * shorter and not long_endings) or max(map(len, endings)) > _ENDING:
        return False
    return not _opposed(endings)


def nearly_alike(
    bags: Sequence[frozenset[Hashable]], least: float, same: Callable[[int, int], bool]
) -> Iterator[tuple[int, int]]:
    """Yield each place whose bag is alike to an earlier one, with the first such place.

    Two bags that share so much share one of their rarest members; only these are looked up, so that
    thousands take no time (prefix filtering: Chaudhuri et al. 2006). `same` decides between two places
    that share `least` of their members.
    """
    counts = Counter(member for bag in bags for member in bag)
    index: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, bag in enumerate(bags):
        rarest = sorted(bag, key=lambda member: (counts[member], str(member)))
        rarest = rarest[: len(bag) - ceil(least * len(bag)) + 1]
        earlier = dict.fromkeys(before for member in rarest for before in index[member])
        found = next((b for b in earlier if _shared(bag, bags[b]) >= least and same(place, b)), None)
        if found is not None:
            yield place, found
            continue
        for member in rarest:
            # What stands nearly everywhere tells nothing, and would have everything compared with everything.
            if len(index[member]) < _COMMON:
                index[member].append(place)


def pairs(texts: Iterable[Reading]) -> frozenset[Hashable]:
    """Return each two words that follow one another, by their beginnings (shingles: Broder 1997)."""
    return frozenset(pair for text in texts for pair in pairwise(word[:_KEY] for word in text.said))


def _unpaired(one: Sequence[str], other: Sequence[str], language: str) -> tuple[list[str], list[str]]:
    """Return the words of each that have no form in the other."""
    left, right = [], list(other)
    for word in one:
        match = next((w for w in right if w == word), None) or next(
            (w for w in right if same_word(w, word, language)), None
        )
        if match is None:
            left.append(word)
        else:
            right.remove(match)
    return left, right


def _negated(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether two of the words differ by an ending that says "not" or "without"."""
    return any(_opposed(_endings(one, other)) for one in left for other in right if one[:2] == other[:2])


def _endings(one: str, other: str) -> tuple[str, str]:
    """Return what follows where the two words part."""
    shared = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one[shared:], other[shared:]


def _opposed(endings: tuple[str, str]) -> bool:
    return bool(_NEGATION.match(endings[0])) != bool(_NEGATION.match(endings[1]))


def _shared(one: frozenset[Hashable], other: frozenset[Hashable]) -> float:
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0


def _same_letters(one: str, other: str) -> bool:
    matcher = difflib.SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
