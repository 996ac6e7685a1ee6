"""Reads a language's texts from its `.po` file, as `python -m ngo_assist.i18n.extract` writes it.

Babel reads these files too, but takes longer over one than the first screen may take.
"""

from __future__ import annotations

import re
from pathlib import Path

Forms = tuple[str, ...]
"""A text's translation; for a plural, one for each form of the language. Empty: not translated."""

_PART = re.compile(r'^(msgid|msgstr)(?:\[\d+\])? ((?:"[^\n]*"\n)+)', re.MULTILINE)
_ESCAPED = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "t": "\t", "r": "\r"}


def read_catalogue(path: Path) -> dict[str, Forms]:
    """Return the translations by their English text, a plural's by its first form."""
    found: dict[str, list[str]] = {}
    translated: list[str] = []
    for kind, lines in _PART.findall(path.read_text(encoding="utf-8") + "\n"):
        text = "".join(line[1:-1] for line in lines.splitlines())
        if "\\" in text:
            text = _ESCAPED.sub(lambda escaped: _MEANT.get(escaped[1], escaped[1]), text)
        if kind == "msgid":
            translated = found[text] = []
        else:
            translated.append(text)
    return {english: tuple(forms) for english, forms in found.items() if english}
