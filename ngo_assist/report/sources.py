"""Where a fact comes from and when that was read: laws and services move, and the line says so."""

from __future__ import annotations

from collections.abc import Iterable

from ngo_assist.i18n.translator import Translator
from ngo_assist.rubric.model import Practice, Rubric


def source_line(rubric: Rubric, id: str, t: Translator, language: str) -> str:
    """Return a source of `rubric` as one line of plain text, its name in `language`."""
    source = rubric.sources[id]
    return t(
        "Source: {source}, read on {date}. Check the current text.",
        source=source.name(language),
        date=t.date(source.as_of),
    )


def sources_of(practices: Iterable[Practice]) -> list[str]:
    """Return the ids of what the practices rest on, each once: what makes them duties, then the facts."""
    return list(dict.fromkeys(id for practice in practices for id in practice.all_sources))
