"""What every check of the guard is given: the text, its brief, and both in parts, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from ngo_assist.drafting import words
from ngo_assist.drafting.brief import Brief
from ngo_assist.drafting.numbers import Token, numbers, tokens
from ngo_assist.drafting.phrases import CLAUSE_GAP, DENIES_BEHIND, NEGATION

DENIED_BEFORE = 3
"""So many telling words before a Kazakh negation it may be about."""


@dataclass(frozen=True)
class Clause:
    """A part of a sentence: what it says, and which of that it denies."""

    content: tuple[str, ...]
    denied: frozenset[str]


@dataclass(frozen=True)
class Segment:
    """One sentence: its words, what they say (also clause by clause), and whether it denies something."""

    words: tuple[str, ...]
    content: tuple[str, ...]
    denies: bool
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Source:
    """A brief as the guard reads it.

    `segments` are its sentences, `steps` those that say what to do, `reasons` why, `wholes` what belongs
    together beyond a sentence: a note, and steps that follow each other.
    """

    known: words.Vocabulary
    card: words.Vocabulary
    segments: tuple[Segment, ...]
    steps: tuple[Segment, ...]
    reasons: tuple[Segment, ...]
    wholes: tuple[Segment, ...]
    numbers: frozenset[str]
    tokens: tuple[tuple[Token, ...], ...]
    lower: str
    card_lower: str


def denies(sentence: str, language: str) -> bool:
    """Tell whether a sentence holds a negation."""
    pattern = NEGATION.get(language)
    return pattern is not None and pattern.search(words.plain(sentence).casefold()) is not None


def denied(clause: str, language: str) -> frozenset[str]:
    """Return the telling words of a clause that its negation is about: behind it, in Kazakh before."""
    pattern = NEGATION.get(language)
    found = pattern.search(clause) if pattern else None
    if found is None:
        return frozenset()
    behind = DENIES_BEHIND.get(language)
    if behind and behind.fullmatch(found.group()):
        return frozenset(words.content(clause, language))
    if language == "kk":
        return frozenset(words.content(clause[: found.end()], language)[-DENIED_BEFORE:])
    return frozenset(words.content(clause[found.start() :], language))


def segment(sentence: str, language: str) -> Segment:
    said = words.plain(sentence).casefold()
    return Segment(
        tuple(words.words(sentence)),
        tuple(words.content(sentence, language)),
        denies(sentence, language),
        tuple(
            Clause(tuple(words.content(clause, language)), denied(clause, language))
            for clause in CLAUSE_GAP[language].split(said)
        ),
    )


def _neighbours(brief: Brief) -> list[str]:
    """Return each two steps that follow each other: the second often says "it" of what the first names."""
    return [f"{one} {other}" for one, other in pairwise(brief.steps)]


@lru_cache(maxsize=64)
def source(brief: Brief) -> Source:
    """Return `brief` in parts; a brief is judged against several times."""
    language = brief.language
    texts = tuple(text for text in brief.sources if text)
    card = tuple(text for text in (*brief.card, *brief.untold) if text)
    return Source(
        known=words.Vocabulary(texts, language),
        card=words.Vocabulary(card, language),
        segments=tuple(segment(part, language) for text in texts for part in words.sentences(text)),
        steps=tuple(segment(part, language) for text in brief.steps for part in words.sentences(text)),
        reasons=tuple(segment(part, language) for text in brief.reasons for part in words.sentences(text)),
        wholes=tuple(segment(text, language) for text in (*brief.person, *_neighbours(brief))),
        numbers=frozenset(number for text in texts for number in numbers(text, language)),
        tokens=tuple(tuple(tokens(part, language)) for text in texts for part in words.sentences(text)),
        lower=words.plain("\n".join(texts)).casefold(),
        card_lower=words.plain("\n".join(card)).casefold(),
    )


@dataclass(frozen=True)
class Case:
    """A text to be judged."""

    text: str
    brief: Brief
    kept: tuple[str, ...]

    @property
    def language(self) -> str:
        return self.brief.language

    @cached_property
    def source(self) -> Source:
        return source(self.brief)

    @cached_property
    def lower(self) -> str:
        return words.plain(self.text).casefold()

    @cached_property
    def words(self) -> list[str]:
        return words.words(self.text)

    @cached_property
    def segments(self) -> list[Segment]:
        return [segment(part, self.language) for part in words.sentences(self.text)]

    def everyday(self, word: str) -> bool:
        return words.is_everyday(word, self.language)

    def same(self, one: str, other: str) -> bool:
        return words.same(one, other, self.language)
