"""What a model wrote, made ready for the guard: the label, quotes and blanks around it taken off."""

from __future__ import annotations

import re
import unicodedata

from ngo_assist.drafting.brief import Brief
from ngo_assist.drafting.words import sentences

_BLANKS = re.compile(r"[ \t\u00a0\u202f]+")
_PAIRS = {"“": "”", "«": "»", '"': '"', "'": "'", "„": "“", "‘": "’"}


def clean(written: str, brief: Brief) -> str:
    """Return the text that `written`, the model's continuation of the label, makes.

    Nothing is mended inside: what is broken there is for the guard to see.
    """
    text = _BLANKS.sub(" ", unicodedata.normalize("NFC", written)).strip()
    label, _, lead = brief.prompt.label.partition(":")
    for begin in (brief.prompt.label, f"{label}:"):
        if text.casefold().startswith(begin.casefold()):
            text = text[len(begin) :].strip()
    while (
        len(text) > 2
        and _PAIRS.get(text[0]) == text[-1]
        and text[0] not in text[1:-1]
        and text[-1] not in text[1:-1]
    ):
        text = text[1:-1].strip()
    lead = lead.strip()
    if not lead or not text or text.casefold().startswith(lead.casefold()):
        return text
    return f"{lead}{'' if text[0] in ',;:.' else ' '}{text}"


def beginnings(text: str) -> list[str]:
    """Return `text`, then `text` less its last sentence, and so on.

    Where a text goes astray its beginning may do.
    """
    parts = [part for part in sentences(text) if not part.endswith(";")]
    if len(parts) < 2 or " ".join(parts) != text:
        return [text]
    return [" ".join(parts[:n]) for n in range(len(parts), 0, -1)]


def whole_words(written: str) -> str:
    """Return `written`, which goes on, without the word that may go on with it."""
    return written[: max(written.rfind(" "), 0)]
