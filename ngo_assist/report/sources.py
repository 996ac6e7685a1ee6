"""Where a fact comes from and when that was read: laws and services move, and the line says so."""

from __future__ import annotations

from ngo_assist.i18n.translator import Translator
from ngo_assist.rubric.model import Rubric


def source_line(rubric: Rubric, id: str, t: Translator, language: str) -> str:
    """Return a source of `rubric` as one line of plain text, its name in `language`."""
    source = rubric.sources[id]
    return t(
        "Source: {source}, read on {date}. Check the current text.",
        source=source.name(language),
        date=t.date(source.as_of),
    )
