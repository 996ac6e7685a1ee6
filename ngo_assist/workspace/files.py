"""Reading and writing an organisation, an assessment and a plan as TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

import tomli_w
from pydantic import ValidationError

from ngo_assist.assessment.model import Answer, Assessment, Document, Organisation, Profile
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.planning.model import Plan
from ngo_assist.toml_file import read_toml
from ngo_assist.workspace.atomic import write_atomic
from ngo_assist.workspace.mistakes import mistakes_of, refuse
from ngo_assist.workspace.schema import ASSESSMENT, ORGANISATION, PLAN, D, Schema
from ngo_assist.workspace.shape import flattened, shaped

FIRST_LINE = (
    "# Written by NGO Assist. You may change the values; comments are not kept when it is saved again.\n"
)

HEAD_BYTES = 16_384
"""How much of a file is read for what stands before its first table; there it is a few short lines."""

_SPARSE = (Answer, Profile)
"""Models whose empty texts and lists are left out; in a plan an empty owner invites a name."""

_MONEY = frozenset({"cost", "budget"})
"""Amounts are whole units of the currency wherever they can be, as they are shown."""

_FIRST_KEYS = ("schema_", "uid", "id")


def read_organisation(path: Path) -> Organisation:
    """Return an `organisation.toml`. Raises `UserError`."""
    return read_document(path, ORGANISATION)


def read_assessment(path: Path) -> Assessment:
    """Return an assessment's file. Raises `UserError`."""
    return read_document(path, ASSESSMENT)


def read_plan(path: Path) -> Plan:
    """Return a `plan.toml`. Raises `UserError`."""
    return read_document(path, PLAN)


def read_document(
    path: Path, schema: Schema[D], *, zone: tzinfo | None = None, file_id: str | None = None
) -> D:
    """Return the checked content of `path`, brought up to this program's version.

    `zone` is the local time zone for times without one (None: the system's); `file_id` replaces the file's
    own id. Raises `UserError` that names all mistakes found, five at most.
    """
    return document_of(read_toml(path), str(path), schema, zone=zone, file_id=file_id)


def document_of(
    tables: dict[str, Any],
    where: str,
    schema: Schema[D],
    *,
    zone: tzinfo | None = None,
    file_id: str | None = None,
) -> D:
    """Return what a file's `tables` hold, checked as `read_document` does; `where` names it in errors."""
    tables = schema.upgraded(tables, where)
    if file_id is not None:
        tables = {**tables, "id": file_id}
    mistakes: list[Message] = []
    if issubclass(schema.model, Assessment):
        tables, mistakes = flattened(tables)
    try:
        # Strict: "3" in quotes is not the number 3, and a person should hear of it.
        document = schema.model.model_validate(shaped(tables, schema.model, zone), strict=True)
    except ValidationError as error:
        raise refuse([*mistakes, *mistakes_of(error)], where) from error
    if mistakes:
        raise refuse(mistakes, where)
    return document


@dataclass(frozen=True)
class AssessmentHead:
    """What a list of assessments shows; `error` says why the file cannot be read."""

    id: str
    path: Path
    started: datetime | None = None
    updated: datetime | None = None
    finished: datetime | None = None
    error: UserError | None = None

    @property
    def in_progress(self) -> bool:
        return self.error is None and self.finished is None


def read_head(path: Path, *, zone: tzinfo | None = None) -> AssessmentHead:
    """Return when an assessment was started and finished, reading no further than its first table.

    In TOML whatever is not in a table stands before the first one. Raises nothing: see `error`.
    """
    try:
        tables = _before_tables(path)
    except (OSError, ValueError):
        tables = {}
    try:
        if not tables.get("schema"):
            tables = read_toml(path)
        tables = shaped(ASSESSMENT.upgraded(tables, str(path)), Assessment, zone)
    except UserError as error:
        return AssessmentHead(path.stem, path, error=error)
    times = {name: tables.get(name) for name in ("started", "updated", "finished")}
    if not all(moment is None or isinstance(moment, datetime) for moment in times.values()):
        return AssessmentHead(path.stem, path, error=UserError(msg("the dates cannot be read"), str(path)))
    return AssessmentHead(path.stem, path, **times)


def _before_tables(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        beginning = file.read(HEAD_BYTES + 1)
    text = beginning[:HEAD_BYTES].decode("utf-8-sig", errors="ignore").replace("\r\n", "\n")
    table = re.search(r"^[ \t]*\[", text, flags=re.MULTILINE)
    if table is None and len(beginning) > HEAD_BYTES:
        return {}
    return tomllib.loads(text[: table.start()] if table else text)


def write_toml(path: Path, document: Document | Mapping[str, Any]) -> None:
    """Write `document` to `path`, whole or not at all. Raises `UserError`."""
    write_atomic(path, toml_bytes(document))


def toml_bytes(document: Document | Mapping[str, Any]) -> bytes:
    """Return the file's content: keys in the models' order, unknown keys after them, None left out."""
    tables = _plain(document)
    # The multi-line form would turn a carriage return in a newline; only unknown keys can still hold one.
    text = tomli_w.dumps(tables, multiline_strings=not _has_return(tables))
    return (FIRST_LINE + text).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, Document):
        return _fields_of(value)
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items() if each is not None}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value if each is not None]
    return value


def _fields_of(document: Document) -> dict[str, Any]:
    sparse = isinstance(document, _SPARSE)
    fields = type(document).model_fields
    first = [name for name in _FIRST_KEYS if name in fields]
    plain: dict[str, Any] = {}
    for name in dict.fromkeys([*first, *fields]):
        value = getattr(document, name)
        if value is None or (sparse and value in ("", ())):
            continue
        if name in _MONEY and isinstance(value, float) and value.is_integer():
            value = int(value)
        plain[fields[name].alias or name] = _plain(value)
    unknown: dict[str, Any] = _plain(document.model_extra or {})
    return plain | unknown


def _has_return(value: Any) -> bool:
    if isinstance(value, str):
        return "\r" in value
    if isinstance(value, Mapping):
        return any(_has_return(each) for each in value.values())
    return isinstance(value, list) and any(_has_return(each) for each in value)
