"""What a line typed at a question means. Letters and digits are known on Russian and Kazakh layouts too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "level", "why", "note", "evidence", "not_applicable", "unsure", "skip", "back", "go", "open", "again",
    "help", "stop", "keep", "unknown",
]  # fmt: skip

_LETTERS: dict[str, Kind] = {
    **dict.fromkeys(("?", ",", "№"), "why"),
    **dict.fromkeys(("n", "т"), "note"),
    **dict.fromkeys(("e", "у"), "evidence"),
    **dict.fromkeys(("-", "–", "—", "−", "ө"), "not_applicable"),
    **dict.fromkeys(("u", "г"), "unsure"),
    **dict.fromkeys(("s", "ы"), "skip"),
    **dict.fromkeys(("b", "и"), "back"),
    **dict.fromkeys(("g", "п"), "go"),
    **dict.fromkeys(("l", "д"), "open"),
    **dict.fromkeys(("r", "к"), "again"),
    **dict.fromkeys(("h", "р"), "help"),
    **dict.fromkeys(("q", "й"), "stop"),
}
"""Each sign with those that stand on the same key of a Russian and a Kazakh layout."""
_WITH_REST = ("note", "evidence", "not_applicable", "go")
"""What may be followed by words on the same line."""

_KAZAKH_DIGITS = {sign: digit for digit, sign in enumerate('қ"әіңғ,.үұ')}
"""The row of digits types letters on a Kazakh layout."""


@dataclass(frozen=True)
class Reply:
    kind: Kind
    level: int = 0
    rest: str = ""
    """What follows the letter on the line: the note, the reason, the question's number."""


def read_reply(line: str, top: int) -> Reply:
    """Return what `line` means at a question with levels 0 to `top`; an empty one keeps what is there."""
    word, _, rest = line.strip().partition(" ")
    word, rest = word.lower(), rest.strip()
    if not word:
        return Reply("keep")
    kind = _LETTERS.get(word)
    level = None if kind else number(word)
    if level is not None:
        return Reply("level", level) if level <= top and not rest else Reply("unknown")
    if kind is None or (rest and kind not in _WITH_REST):
        return Reply("unknown")
    return Reply(kind, rest=rest)


def number(word: str) -> int | None:
    """Return a whole number from 0 on, typed on any of the three layouts; None: it is none."""
    digits = word.strip().lower()
    if not any(sign in "0123456789" for sign in digits):
        digits = "".join(str(_KAZAKH_DIGITS.get(sign, sign)) for sign in digits)
    return int(digits) if digits.isdecimal() and len(digits) <= 9 else None


def means_stop(line: str) -> bool:
    """Tell whether a line asks to stop."""
    return _LETTERS.get(line.strip().lower()) == "stop"


_YES = ("y", "yes", "д", "да", "и", "иә", "ия")


def means_yes(line: str) -> bool:
    """Tell whether a line agrees, in any of the three languages; whatever else is typed does not."""
    return line.strip().strip(".!").lower() in _YES
