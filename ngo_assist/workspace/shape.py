"""From tables as TOML gives them to tables as the models take them, before anything is checked.

Keys that mean the same are made one, text is cleaned at the door, a time without a zone is local. Keys
that no model knows are passed on untouched.
"""

from __future__ import annotations

import re
import types
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from ngo_assist.assessment.model import Answer, Document
from ngo_assist.clean import clean_line, clean_text
from ngo_assist.messages import Message, msg
from ngo_assist.rubric.model import ID
from ngo_assist.workspace.mistakes import dotted, wrong

PARAGRAPHS = frozenset(
    {"mission", "note", "evidence", "text", "why_here", "first_step", "steps", "indicator", "risk"}
)
"""Fields that may hold more than one line; all other text is a line."""

_PRACTICE = re.compile(rf"{ID}\.{ID}")
_TARGET = re.compile(rf"{ID}(\.{ID})?")
_PRACTICE_ID = msg("the id of a practice, such as security.backup")


def flattened(tables: dict[str, Any]) -> tuple[dict[str, Any], list[Message]]:
    """Return an assessment's tables with answers and targets under whole ids, and the mistakes found.

    `[answers.security.backup]` means the same as `[answers."security.backup"]`.
    """
    mistakes: list[Message] = []
    changed = dict(tables)
    for name, pattern in (("answers", _PRACTICE), ("targets", _TARGET)):
        if isinstance(tables.get(name), dict):
            changed[name] = _under_whole_ids(name, tables[name], pattern, mistakes)
    return changed, mistakes


def _under_whole_ids(
    name: str, table: dict[str, Any], pattern: re.Pattern[str], mistakes: list[Message]
) -> dict[str, Any]:
    whole: dict[str, Any] = {}
    pairs: list[tuple[str, Any]] = []
    for key, value in table.items():
        if name == "answers" and _is_answer(key, value):
            mistakes.append(
                msg(
                    "{field}: there is no practice “{id}”, allowed: {allowed}",
                    field=dotted((name, key)),
                    id=clean_line(key),
                    allowed=_PRACTICE_ID,
                )
            )
        elif "." not in key and isinstance(value, dict):
            pairs += [(f"{key}.{inner}", found) for inner, found in value.items()]
        else:
            pairs.append((key, value))
    for key, value in pairs:
        if key in whole:
            mistakes.append(msg("{field} is given twice", field=dotted((name, key))))
        elif not pattern.fullmatch(key):
            mistakes.append(wrong((name,), key, _PRACTICE_ID))
        whole[key] = value
    return whole


def _is_answer(key: str, value: Any) -> bool:
    """Tell whether under the name of a dimension, or of nothing, there is an answer and not practices."""
    if "." in key or not isinstance(value, dict):
        return False
    return any(inner in Answer.model_fields and not isinstance(value[inner], dict) for inner in value)


def shaped(tables: dict[str, Any], model: type[Document], zone: tzinfo | None) -> dict[str, Any]:
    """Return `tables` cleaned by the fields of `model`; `zone` is the local time zone, None the system's."""
    fields = _fields(model)
    return {
        key: _value(value, fields[key], key, zone) if key in fields else value
        for key, value in tables.items()
    }


@dataclass(frozen=True)
class _Kind:
    """What a field holds, as far as shaping goes."""

    base: Any
    inner: _Kind | None = None


def _value(value: Any, kind: _Kind, field: str, zone: tzinfo | None) -> Any:
    base, inner = kind.base, kind.inner
    if isinstance(value, str):
        return _text(value, field) if base is str else value
    if isinstance(value, dict) and isinstance(base, type) and issubclass(base, Document):
        return shaped(value, base, zone)
    if isinstance(value, dict) and base is dict and inner:
        return {key: _value(each, inner, field, zone) for key, each in value.items()}
    if isinstance(value, list) and base is tuple:
        # The models are checked strictly, and a list is not a tuple then.
        return tuple(_value(each, inner, field, zone) for each in value) if inner else tuple(value)
    if isinstance(value, date) and base is datetime:
        return _aware(value, zone)
    return value


def _text(text: str, field: str) -> str:
    if field == "not_applicable":
        return clean_text(text).strip()
    return clean_text(text) if field in PARAGRAPHS else clean_line(text)


def _aware(value: date, zone: tzinfo | None) -> datetime:
    moment = value if isinstance(value, datetime) else datetime.combine(value, time())
    if moment.tzinfo is not None:
        return moment
    try:
        return moment.replace(tzinfo=zone) if zone else moment.astimezone()
    except (OverflowError, OSError, ValueError):
        # The first and last days of the calendar have no local time everywhere.
        return moment.replace(tzinfo=UTC)


@cache
def _fields(model: type[Document]) -> Mapping[str, _Kind]:
    return {field.alias or name: _kind(field.annotation) for name, field in model.model_fields.items()}


def _kind(annotation: Any) -> _Kind:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kind(arguments[0])
    if origin in (Union, types.UnionType):
        return _kind(next(each for each in arguments if each is not type(None)))
    if origin is tuple:
        return _Kind(tuple, _kind(arguments[0]))
    if origin is dict:
        return _Kind(dict, _kind(arguments[1]))
    return _Kind(annotation)
