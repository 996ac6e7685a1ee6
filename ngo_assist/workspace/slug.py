"""Names on the disk: folders named after organisations, in ASCII, short, safe on every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

SLUG_MOST = 40
ORGANISATION_TOML = "organisation.toml"
"""What every organisation's folder holds."""

_LATIN = str.maketrans(
    # Russian, then Kazakh, in the letters that people of Kazakhstan write in messengers.
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i",
        "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
        "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y",
        "ь": "", "э": "e", "ю": "yu", "я": "ya",
        "ә": "a", "ғ": "g", "қ": "q", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",
        "ї": "yi", "є": "ye", "ґ": "g", "ў": "u", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
    }
)  # fmt: skip

_RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names that Windows keeps for devices, whatever follows a dot."""


def slug_of(name: str) -> str:
    """Return the folder name for an organisation: a-z, 0-9 and single hyphens, at most `SLUG_MOST` long."""
    # NFC first: "й" as two characters would lose its half below and become "и".
    latin = unicodedata.normalize("NFC", name).lower().translate(_LATIN)
    ascii_only = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", re.sub("['`]", "", ascii_only)).strip("-")
    if len(words) > SLUG_MOST:
        cut = words[: SLUG_MOST + 1].rpartition("-")[0]
        words = cut if len(cut) > SLUG_MOST // 2 else words[:SLUG_MOST].rstrip("-")
    if _RESERVED.fullmatch(words):
        return f"{words}-ngo"
    return words or "organisation"


def free_name(wanted: str, taken: Container[str], most: int = SLUG_MOST) -> str:
    """Return `wanted`, or it with "-2", "-3" … at its end, the first that is not taken."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        ending = f"-{number}"
        name = wanted[: most - len(ending)].rstrip("-") + ending
    return name
