"""Finding a name as it is typed: letters that a keyboard lacks are found by their neighbours."""

from __future__ import annotations

_PLAIN = str.maketrans("әғқңөұүһіё", "агкноуухие")


def folded(text: str) -> str:
    """Return `text` for comparing: "Қауіп" and "кауип" are the same."""
    return " ".join(text.casefold().translate(_PLAIN).split())


def contains(name: str, wanted: str) -> bool:
    """Tell whether every word of `wanted` begins a word of `name` or stands inside one."""
    inside = folded(name)
    return all(word in inside for word in folded(wanted).split())
