"""Fields: unknown, missing, of the wrong kind or out of their range, in plain words."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ngo_assist.messages import Message, msg
from ngo_assist.rubric.findings import Findings, did_you_mean, one_of
from ngo_assist.rubric.model import (
    Action,
    Ask,
    AskWhen,
    Currency,
    Dimension,
    Header,
    Level,
    Practice,
    Retired,
    Source,
    Term,
)
from ngo_assist.rubric.source_file import Part, Path

SCHEMA = "ngo-assist/rubric@1"

_TABLES: dict[type[BaseModel], dict[tuple[str, ...], type[BaseModel]]] = {
    Header: {
        (): Header,
        ("levels",): Level,
        ("sources",): Source,
        ("retired",): Retired,
        ("glossary",): Term,
        ("currency",): Currency,
    },
    Dimension: {
        (): Dimension,
        ("practices",): Practice,
        ("practices", "actions"): Action,
        ("asks",): Ask,
        ("asks", "when"): AskWhen,
    },
}
"""Which model stands where, by the names on the way there."""

_TEXT = msg("a table of languages, such as {example}", example='{ en = "…", ru = "…" }')
_LISTS = msg("a table of languages with a list each, such as {example}", example='{ en = ["…"], ru = ["…"] }')
_ID = msg("small Latin letters, digits, - and _, a letter first")
_KINDS: dict[str, Message] = {
    "string_type": msg("a text in quotation marks"),
    "int_type": msg("a whole number"),
    "int_from_float": msg("a whole number"),
    "float_type": msg("a number"),
    "bool_type": msg("true or false"),
    "tuple_type": msg("a list in square brackets"),
    "date_type": msg("a date without quotation marks, such as 2026-11-23"),
    "dict_type": msg("a table"),
    "model_type": msg("a table"),
    "model_attributes_type": msg("a table"),
    "finite_number": msg("a number"),
}
_FORMS: dict[str, Message] = {
    "version": msg("three numbers with dots, such as 1.0.0"),
    "duty_date": msg("month and day that exist every year, such as 03-31"),
    "code": msg("three capital letters, such as KZT"),
    "[term]": msg("words with one space between them; * only at the end of a word"),
    "[language]": msg("codes of languages, such as en, ru, kk or zh_Hant"),
    "[id]": _ID,
    "[practice]": msg("dimension.practice, each of small Latin letters, digits, - and _, a letter first"),
    "[action]": msg(
        "dimension.practice.action, each of small Latin letters, digits, - and _, a letter first"
    ),
}
# A union of two kinds puts the name of the kind on the way to the mistake.
_UNION_TAGS = frozenset({"Text", "str", "[key]"})


def check_structure(part: Part, model: type[BaseModel], findings: Findings) -> BaseModel | None:
    """Return the file as its model, or None with a finding for each field that does not fit."""
    try:
        return model.model_validate(dict(part.table), strict=True, by_alias=True, by_name=False)
    except ValidationError as error:
        seen: set[Path] = set()
        for detail in error.errors(include_url=False):
            path = tuple(step for step in detail["loc"] if step not in _UNION_TAGS)
            if path not in seen:
                seen.add(path)
                _tell(part, model, path, detail, findings)
        return None


def _tell(part: Part, model: type[BaseModel], path: Path, detail: ErrorDetails, findings: Findings) -> None:
    kind, context, found = detail["type"], detail.get("ctx", {}), detail.get("input")
    if kind == "missing":
        findings.error(part, *path, what=msg("this field is missing"))
    elif kind == "extra_forbidden":
        fields = _fields(_model_at(model, path[:-1]))
        findings.error(
            part,
            *path,
            what=msg("this field is unknown"),
            found=path[-1],
            allowed=one_of(fields),
            hint=did_you_mean(str(path[-1]), fields),
        )
    elif path == ("schema",):
        findings.error(part, *path, what=_schema(found), found=found, allowed=one_of([SCHEMA]))
    elif kind == "literal_error":
        choices = [word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", ")]
        hint = did_you_mean(found, choices) if isinstance(found, str) else None
        what = msg("this value is not one of those allowed")
        findings.error(part, *path, what=what, found=found, allowed=one_of(choices), hint=hint)
    else:
        what, allowed = _range_or_kind(kind, context, path, detail)
        findings.error(part, *path, what=what, found=_found(kind, context, found), allowed=allowed)


def _range_or_kind(
    kind: str, context: dict[str, Any], path: Path, detail: ErrorDetails
) -> tuple[Message, Message]:
    what = msg("this value is out of range")
    if kind == "greater_than":
        return what, msg("more than {least}", least=_number(context["gt"]))
    if kind == "greater_than_equal":
        return what, msg("{least} or more", least=_number(context["ge"]))
    if kind == "less_than_equal":
        return what, msg("{most} or less", most=_number(context["le"]))
    if kind in ("too_short", "too_long"):
        limits = msg("2 to 7 levels") if path == ("levels",) else msg("at least one entry")
        return msg("the list is too short") if kind == "too_short" else msg("the list is too long"), limits
    if kind == "string_pattern_mismatch":
        return msg("this is not written as it has to be"), _form(path, detail)
    if _is_text(path, kind):
        lists = path[0] == "glossary" or path[-1] == "steps"
        return msg("this is not of the right kind"), _LISTS if lists else _TEXT
    return msg("this is not of the right kind"), _KINDS.get(kind, _KINDS["string_type"])


def _found(kind: str, context: dict[str, Any], found: object) -> object:
    if kind in ("too_short", "too_long"):
        return context.get("actual_length", "")
    return '""' if found == "" else found


def _is_text(path: Path, kind: str) -> bool:
    return kind in ("dict_type", "model_type") and path[-1] != "cost_bands" and path[-1] != "translations"


def _form(path: Path, detail: ErrorDetails) -> Message:
    names = tuple(step for step in path if isinstance(step, str))
    if "languages" in names or "[key]" in detail["loc"]:
        return _ID if names[0] == "cost_bands" else _FORMS["[language]"]
    if names[0] == "glossary":
        return _FORMS["[term]"]
    last = names[-1]
    if last in _FORMS:
        return _FORMS[last]
    if last == "requires" or (last == "id" and names[:-1] == ("practices", "actions")):
        return _FORMS["[action]"]
    if last in ("practice", "successor") or (last == "id" and names[0] in ("practices", "retired")):
        return _FORMS["[practice]"]
    return _ID


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    return _TABLES[model].get(tuple(step for step in path if isinstance(step, str)))


def _fields(model: type[BaseModel] | None) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def _schema(found: object) -> Message:
    name, _, number = str(found).partition("@")
    if name == SCHEMA.partition("@")[0] and number.isdecimal() and int(number) > 1:
        return msg("this rubric was made for a newer version of the program")
    return msg("this is not the schema of a rubric")


def _number(value: float) -> str:
    # A bound of 1e12 is written with its zeros, as one counts money.
    return str(int(value)) if float(value).is_integer() else f"{value:g}"
