"""What a person may write after an option, and what it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from ngo_assist.cli.language import language_code
from ngo_assist.messages import Message, msg

_MONTH = re.compile(r"(2\d{3})-(0?[1-9]|1[0-2])(-\d{1,2})?")
_MOST_MONEY = 1e12


class Unreadable(Exception):
    """The value cannot be meant; `allowed` says what can."""

    def __init__(self, allowed: Message) -> None:
        self.allowed = allowed
        super().__init__(str(allowed))


def text(given: str) -> str:
    """Take the value as it is."""
    return given


def path(given: str) -> Path:
    """Take a file or a folder; "~" is the user's home on every system."""
    if not given:
        raise Unreadable(msg("the name of a file or a folder"))
    found = Path(given)
    return found.expanduser() if found.parts and found.parts[0] == "~" else found


def language(given: str) -> str:
    """Take a language code."""
    code = language_code(given)
    if code is None:
        raise Unreadable(msg("a language code such as kk, ru or en"))
    return code


def month(given: str) -> date:
    """Take a month as 2026-12, or any day of it; return its first day."""
    found = _MONTH.fullmatch(given.strip())
    if found is None or int(found[1]) > 2100:
        raise Unreadable(msg("a month such as 2026-12"))
    return date(int(found[1]), int(found[2]), 1)


def one_of(known: Sequence[str]) -> Callable[[str], str]:
    """Take one of `known`."""

    def read(given: str) -> str:
        if given not in known:
            raise Unreadable(msg("one of: {known}", known=", ".join(known)))
        return given

    return read


def whole(least: int, most: int) -> Callable[[str], int]:
    """Take a whole number between `least` and `most`, both included."""
    allowed = msg("a whole number from {least} to {most}", least=least, most=most)

    def read(given: str) -> int:
        if not re.fullmatch(r"[+-]?\d{1,12}", given.strip()) or not least <= int(given) <= most:
            raise Unreadable(allowed)
        return int(given)

    return read


def days(given: str) -> float:
    """Take working days a month: more than 0, at most 100; a comma is a point."""
    return _number(given, 0.01, 100, msg("a number of days such as 2 or 1.5, at most 100"))


def money(given: str) -> float:
    """Take an amount in whole or broken units; spaces between thousands are nothing."""
    return _number(given, 0, _MOST_MONEY, msg("an amount such as 100000; 0 for a plan without costs"))


def _number(given: str, least: float, most: float, allowed: Message) -> float:
    plain = re.sub(r"\s", "", given).replace(",", ".")
    if not re.fullmatch(r"\d+(\.\d+)?", plain) or not least <= float(plain) <= most:
        raise Unreadable(allowed)
    return float(plain)
