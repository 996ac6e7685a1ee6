"""What every check of the guard is given: the text, its brief, and both in parts, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from ngo_assist.drafting import words
from ngo_assist.drafting.brief import Brief
from ngo_assist.drafting.negation import Clause, clauses, denies
from ngo_assist.drafting.numbers import Token, numbers, tokens
from ngo_assist.drafting.words import Keys


@dataclass(frozen=True)
class Segment:
    """One sentence: its words, those that do more than join, those that tell something, and its clauses.

    `keys` are of the telling words, `all_keys` of all; `denies` tells whether it denies something.
    """

    words: tuple[str, ...]
    spoken: tuple[str, ...]
    content: tuple[str, ...]
    keys: Keys
    all_keys: Keys
    denies: bool
    clauses: tuple[Clause, ...]


@dataclass(frozen=True)
class Source:
    """A brief as the guard reads it."""

    known: words.Vocabulary
    """All words a text may use."""
    card: words.Vocabulary
    """Those of them that no person wrote."""
    person: words.Vocabulary
    """Those that people wrote."""
    segments: tuple[Segment, ...]
    told: tuple[Segment, ...]
    """The sentences that no person wrote."""
    title: tuple[Segment, ...]
    steps: tuple[Segment, ...]
    """The sentences that say what to do."""
    reasons: tuple[Segment, ...]
    """Those that say why; a note is one."""
    wholes: tuple[Segment, ...]
    """What belongs together beyond a sentence: a note, and steps that follow each other."""
    denied_keys: Keys
    deeds: Keys
    """The words of those who know what was done: the person, and today's state."""
    numbers: frozenset[str]
    tokens: tuple[tuple[Token, ...], ...]
    names: frozenset[str]
    """What a note in other letters writes in Latin ones: a name of a program."""
    lower: str
    card_lower: str
    parts: tuple[list[str], ...]
    """Each text and each sentence, word by word."""
    spelled: str
    steps_spelled: str
    """All texts, and the steps with the title, in lower case without signs."""


@lru_cache(maxsize=4096)
def segment(sentence: str, language: str) -> Segment:
    """Return a sentence in parts; most sentences of a brief stand in it, and in the next, more than once."""
    said = tuple(words.words(sentence))
    spoken = tuple(word for word in said if not words.joins(word, language))
    content = tuple(word for word in spoken if not words.is_everyday(word, language))
    return Segment(
        said,
        spoken,
        content,
        words.keys_of(content, language),
        words.keys_of(said, language),
        denies(sentence, language),
        clauses(sentence, language),
    )


def _segments(texts: tuple[str, ...], language: str) -> tuple[Segment, ...]:
    return tuple(segment(part, language) for text in texts for part in words.sentences(text))


def _spelled(texts: tuple[str, ...]) -> str:
    return " | ".join(" ".join(words.words(text)) for text in texts)


def _neighbours(brief: Brief) -> list[str]:
    """Return each two steps that follow each other: the second often says "it" of what the first names."""
    return [f"{one} {other}" for one, other in pairwise(brief.steps)]


@lru_cache(maxsize=64)
def source(brief: Brief) -> Source:
    """Return `brief` in parts; a brief is judged against several times."""
    language = brief.language
    texts = tuple(text for text in brief.sources if text)
    card = tuple(text for text in (*brief.card, *brief.untold) if text)
    segments = _segments(texts, language)
    # A summary has no state of today but its own lines.
    own = (brief.now, *brief.person) if brief.now else brief.card
    return Source(
        known=words.Vocabulary(texts, language),
        card=words.Vocabulary(card, language),
        person=words.Vocabulary(brief.person, language),
        segments=segments,
        told=_segments(card, language),
        title=_segments((brief.title,), language),
        steps=_segments(brief.steps, language),
        reasons=_segments(brief.reasons, language),
        wholes=tuple(segment(text, language) for text in (*brief.person, *_neighbours(brief))),
        denied_keys=frozenset(
            key for part in segments for clause in part.clauses for key in clause.denied_keys
        ),
        deeds=words.keys_of((word for text in own for word in words.words(text)), language),
        numbers=frozenset(number for text in texts for number in numbers(text, language)),
        tokens=tuple(tuple(tokens(part, language)) for text in texts for part in words.sentences(text)),
        names=frozenset(
            word.casefold()
            for text in brief.person
            for word in words.WORD.findall(words.plain(text))
            if word.isascii() and word != word.lower()
        ),
        lower=words.plain("\n".join(texts)).casefold(),
        card_lower=words.plain("\n".join(card)).casefold(),
        parts=tuple(words.words(text) for text in texts) + tuple(list(part.words) for part in segments),
        spelled=_spelled(texts),
        steps_spelled=_spelled((brief.title, *brief.steps)),
    )


@dataclass(frozen=True)
class Case:
    """A text to be judged; `kept` are the drafts already kept in the plan."""

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
    def segments(self) -> tuple[Segment, ...]:
        return _segments((self.text,), self.language)

    @cached_property
    def lead(self) -> frozenset[str]:
        """The words that were written before the model began."""
        return frozenset(words.words(self.brief.lead))

    def everyday(self, word: str) -> bool:
        return words.is_everyday(word, self.language)

    def same(self, one: str, other: str) -> bool:
        return words.same(one, other, self.language)

    def among(self, word: str, keys: Keys) -> bool:
        """Tell whether a form of `word` is among the words that have these keys."""
        return not keys.isdisjoint(words.keys(word, self.language))
