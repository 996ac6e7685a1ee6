"""Mistakes in a file's fields, said to the person who can correct them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ngo_assist.clean import clean_line
from ngo_assist.messages import Message, UserError, msg

MISTAKES_MOST = 5
"""How many mistakes of one file are named at once."""

_FOUND_MOST = 40
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_QUOTED = re.compile(r"'([^']*)'")


def refuse(mistakes: Sequence[Message], where: str) -> UserError:
    """Return one error that names the first mistakes of a file, all on one line."""
    named: list[Message] = list(mistakes[:MISTAKES_MOST])
    if len(mistakes) > MISTAKES_MOST:
        named.append(msg("and {n} more", n=len(mistakes) - MISTAKES_MOST))
    # The pattern is only glue; each part is put into the reader's language by itself.
    glue = "; ".join(f"{{part{i}}}" for i in range(len(named)))
    what = Message(glue, {f"part{i}": part for i, part in enumerate(named)})
    return UserError(what, where, msg("Correct the file in a text editor, or take another copy of it."))


def mistakes_of(error: ValidationError) -> list[Message]:
    """Return each thing that a model refused: the field, what was found, what is allowed."""
    return [_mistake(detail) for detail in error.errors(include_url=False)]


def wrong(field: Iterable[str | int], found: object, allowed: Message) -> Message:
    """Say that a field holds something that it may not hold."""
    return msg(
        "{field}: found {found}, allowed: {allowed}", field=dotted(field), found=shown(found), allowed=allowed
    )


def dotted(field: Iterable[str | int]) -> str:
    """Return a field's name as TOML writes it; a place in a list is counted from 1."""
    text = ""
    for part in field:
        if isinstance(part, int):
            text += f"[{part + 1}]"
        elif part != "[key]":
            part = "schema" if part == "schema_" else clean_line(part)
            text += ("." if text else "") + (part if _BARE.fullmatch(part) else f'"{part}"')
    return text


def shown(found: object) -> Message | str:
    """Return a value as a person would have written it into the file, cut where it is long."""
    if isinstance(found, Mapping):
        return msg("a table")
    if isinstance(found, list | tuple):
        return msg("a list")
    if isinstance(found, bool):
        return str(found).lower()
    if isinstance(found, datetime | date):
        return found.isoformat()
    text = clean_line(str(found))
    text = text if len(text) <= _FOUND_MOST else text[: _FOUND_MOST - 1] + "…"
    return f'"{text}"' if isinstance(found, str) else text


def _mistake(detail: ErrorDetails) -> Message:
    place, found = detail["loc"], detail["input"]
    field = dotted(place)
    match detail["type"]:
        case "missing":
            return msg("{field} is missing", field=field)
        case "value_error" if place[:1] == ("answers",):
            if isinstance(found, Mapping) and found.get("level") is not None:
                return msg("{field}: found both level and not_applicable, allowed: one of them", field=field)
            return msg("{field}: has no level, and no not_applicable with the reason", field=field)
        case "value_error":
            return msg("a ballot says who answered: [respondent] with role is missing")
        case _:
            return wrong(place, found, _allowed(detail["type"], detail.get("ctx", {}), place))


def _allowed(kind: str, limits: dict[str, Any], field: tuple[int | str, ...]) -> Message:
    match kind:
        case "string_pattern_mismatch" if field[-1] == "region":
            return msg("a region by ISO 3166-2, such as KZ-10")
        case "string_pattern_mismatch":
            return msg("text of the form {pattern}", pattern=limits["pattern"])
        case "string_too_short":
            return msg("text that is not empty")
        case "string_too_long":
            return msg("at most {most} characters", most=limits["max_length"])
        case "greater_than_equal":
            return msg("{least} or more", least=limits["ge"])
        case "greater_than":
            return msg("more than {limit}", limit=limits["gt"])
        case "less_than_equal":
            return msg("{most} or less", most=limits["le"])
        case "literal_error":
            return msg("one of {choices}", choices=", ".join(_QUOTED.findall(str(limits["expected"]))))
        case "finite_number":
            return msg("a number")
    for beginning, allowed in _KINDS.items():
        if kind.startswith(beginning):
            return allowed
    return msg("something else")


_KINDS: dict[str, Message] = {
    "string": msg("text in quotation marks"),
    "int": msg("a whole number"),
    "float": msg("a number"),
    "datetime": msg("a date and time such as 2026-11-23T10:00:00+05:00"),
    "timezone": msg("a date and time such as 2026-11-23T10:00:00+05:00"),
    "date": msg("a date such as 2026-11-23"),
    "model": msg("a table"),
    "dict": msg("a table"),
    "tuple": msg("a list"),
}
