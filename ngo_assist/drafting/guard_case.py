"""What every check of the guard is given: the text, its brief, and both in parts, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from ngo_assist.drafting import words
from ngo_assist.drafting.brief import Brief
from ngo_assist.drafting.numbers import Token, numbers, tokens
from ngo_assist.drafting.phrases import NEGATION


@dataclass(frozen=True)
class Segment:
    """One sentence of a brief: its words, what they say, and whether it denies something."""

    words: tuple[str, ...]
    content: tuple[str, ...]
    denies: bool


@dataclass(frozen=True)
class Source:
    """A brief as the guard reads it."""

    known: words.Vocabulary
    card: words.Vocabulary
    segments: tuple[Segment, ...]
    numbers: frozenset[str]
    tokens: tuple[tuple[Token, ...], ...]
    lower: str
    card_lower: str


def denies(sentence: str, language: str) -> bool:
    """Tell whether a sentence holds a negation."""
    pattern = NEGATION.get(language)
    return pattern is not None and pattern.search(words.plain(sentence).casefold()) is not None


def segment(sentence: str, language: str) -> Segment:
    return Segment(
        tuple(words.words(sentence)), tuple(words.content(sentence, language)), denies(sentence, language)
    )


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
