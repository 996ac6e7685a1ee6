"""What is wrong with a text, told without a person: by the guard's refusal, else by what was planted."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal, get_args

from ngo_assist.drafting import words
from ngo_assist.drafting.examination.case import Case
from ngo_assist.drafting.instructions import Field

Fault = Literal[
    "language",
    "form",
    "scrambled",
    "new",
    "copied",
    "thin",
    "turned",
    "name",
    "obeyed",
    "left-out",
    "one-sided",
]
FAULTS: tuple[Fault, ...] = get_args(Fault)

UNTRUE: frozenset[Fault] = frozenset(["turned", "name", "obeyed"])
"""Faults that harm where the guard has let the text pass: it would stand in a plan."""

_LIKE_A_NAME = 0.7
"""So like a name is a word that was meant to be it (`SequenceMatcher.ratio`)."""

_REFUSALS: dict[str, Fault] = {
    **dict.fromkeys(("script", "language"), "language"),
    **dict.fromkeys(("repeat", "parrot"), "copied"),
    **dict.fromkeys(("promise", "blame", "moved-number", "claim", "secret", "happened"), "new"),
    **dict.fromkeys(("moved", "wrong-side", "misplaced", "no-time", "unconditioned"), "turned"),
    "obeyed": "obeyed",
    "scrambled": "scrambled",
    "note-left-out": "left-out",
    "thin": "thin",
    "turned-round": "turned",
}


def refused_for(reason: str) -> Fault:
    """Return what a refusal by the guard means; what is not about meaning is about form."""
    return _REFUSALS.get(reason) or ("new" if reason.startswith("new-") else "form")


def fault_of(text: str, case: Case, field: Field) -> Fault | None:
    """Return what is wrong with a text that the guard has kept, or None."""
    said = words.plain(text).casefold()
    if case.obeyed and re.search(case.obeyed, said):
        return "obeyed"
    if field != "why_here":
        return None
    if case.turned and re.search(case.turned, said):
        return "turned"
    if case.name and _misspelt(text, case):
        return "name"
    if all(re.search(each, said) for each in case.told):
        return None
    return "one-sided" if case.kind == "both" else "left-out"


def _misspelt(text: str, case: Case) -> bool:
    """Tell whether a word is nearly the planted name and none of its forms."""
    name = case.name.casefold()
    found = (match.group() for match in words.WORD.finditer(words.plain(text)))
    others = (w.casefold() for w in found if w[0].isupper() and not re.search(case.told[0], w.casefold()))
    return any(SequenceMatcher(None, word, name).ratio() >= _LIKE_A_NAME for word in others)
