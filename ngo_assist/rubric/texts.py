"""The texts of a rubric's files, one language at a time, read without trusting them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ngo_assist.rubric.source_file import Part, Path, SourceFile

_ACTION = ("title", "first_step", "indicator", "risk")
_PRACTICE = ("question", "alone", "why", "evidence")
_ASK = ("title", "addressee", "text")


@dataclass(frozen=True, eq=False)
class Words:
    """A text as written: a table of languages with a text each, or for `steps` a list each."""

    source: SourceFile
    path: Path
    kind: str
    """The field, for example "question"; of a level's look: "level"."""
    table: Mapping[str, Any]

    def texts(self) -> Iterator[tuple[Path, str, str]]:
        """Yield each text with its path from here and its language."""
        for language, value in self.table.items():
            if isinstance(value, str):
                yield (language,), language, value
            elif isinstance(value, list | tuple):
                for place, item in enumerate(value):
                    if isinstance(item, str):
                        yield (language, place), language, item

    def counts(self) -> dict[str, int]:
        """Return how many texts each language's list has; empty where there are no lists."""
        return {code: len(found) for code, found in self.table.items() if isinstance(found, list | tuple)}


def words_of_header(header: Part) -> Iterator[Words]:
    yield from _words(header, ("title",))
    for level in header.parts("levels"):
        yield from _words(level, ("name",))
    for source in header.parts("sources"):
        yield from _words(source, ("title",))


def words_of_dimension(dimension: Part) -> Iterator[Words]:
    yield from _words(dimension, ("title",))
    for practice in dimension.parts("practices"):
        yield from _words(practice, _PRACTICE)
        for level in practice.parts("levels"):
            yield Words(level.source, level.path, "level", level.table)
        for action in practice.parts("actions"):
            yield from _words(action, (*_ACTION, "steps"))
    for ask in dimension.parts("asks"):
        yield from _words(ask, _ASK)


def words_of(header: Part | None, dimensions: Sequence[Part]) -> Iterator[Words]:
    """Yield all texts of a rubric in the order of its files."""
    if header:
        yield from words_of_header(header)
    for dimension in dimensions:
        yield from words_of_dimension(dimension)


def _words(part: Part, fields: Sequence[str]) -> Iterator[Words]:
    for field in fields:
        inner = part.part(field)
        if inner:
            yield Words(part.source, inner.path, field, inner.table)
