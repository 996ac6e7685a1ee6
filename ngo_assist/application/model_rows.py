"""The models that are here and those that are known, and what each needs and finds on this computer now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ngo_assist.clean import clean_line
from ngo_assist.llm import catalogue, checksum, copying
from ngo_assist.llm.catalogue import STARTER, ModelFile
from ngo_assist.llm.client import CONTEXT
from ngo_assist.llm.gguf import memory_needed
from ngo_assist.llm.known import KnownModel, by_name, by_sha256, known_models
from ngo_assist.llm.machine import disk_room, memory_available
from ngo_assist.llm.places import Places, default_places
from ngo_assist.messages import UserError

if TYPE_CHECKING:
    from ngo_assist.drafting.examination.verdict import Verdict


@dataclass(frozen=True)
class ModelRow:
    """One model. Sizes are in bytes; `fits_memory` and `fits_disk` are None where nobody can tell."""

    name: str
    title: str
    model: ModelFile | None
    """None: it is known and not here."""
    known: KnownModel | None
    licence: str
    """Empty: ask for it."""
    languages: tuple[str, ...]
    """Empty: not said."""
    size: int | None
    memory: int | None
    fits_memory: bool | None
    fits_disk: bool | None
    """Of a model that is not here: whether there is room for what is still to come."""
    sha256: str
    kept: int = 0
    """What is here of a file that did not come to its end."""
    problem: UserError | None = None
    """Why the file that is here cannot be used."""
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)

    @property
    def claimed_licence(self) -> bool:
        """Whether only the file itself says what its licence is."""
        return bool(self.licence) and self.known is None


@dataclass(frozen=True)
class ModelTable:
    rows: tuple[ModelRow, ...]
    folder: Path
    """Where the models are that were added."""
    memory: int | None
    """What is free now."""
    room: int | None
    """What the disk has room for there."""
    unfinished: tuple[tuple[str, int], ...] = ()
    """Copies of unknown models that broke off: their names, and the bytes that are here."""


def model_table(places: Places | None = None) -> ModelTable:
    """Look at every model that is here or known. No file is read but for its header."""
    places = places or default_places()
    memory, room = memory_available(), disk_room(places.models)
    here = [_here(model, memory, places) for model in catalogue.here(places)]
    found = {row.known.name for row in here if row.known}
    away = [_away(known, memory, room, places) for known in known_models() if known.name not in found]
    return ModelTable((*here, *away), places.models, memory, room, tuple(_unfinished(places)))


def as_json(table: ModelTable) -> dict[str, Any]:
    """Return the table as one JSON document holds it; sizes in bytes, null where nobody can tell."""
    return {
        "models": [_row_json(row) for row in table.rows],
        "folder": str(table.folder),
        "memory_free": table.memory,
        "disk_free": table.room,
        "unfinished": [{"name": name, "size": size} for name, size in table.unfinished],
    }


def _here(model: ModelFile, memory: int | None, places: Places) -> ModelRow:
    from ngo_assist.application.examination import verdicts_of

    sha256 = checksum.known(model.path, places.cache)
    known = by_name(STARTER) if model.name == STARTER else by_sha256(sha256)
    needed, problem, licence = None, None, model.licence
    try:
        header = catalogue.check(model)
    except UserError as error:
        problem = error
    else:
        needed = memory_needed(header, CONTEXT)
        licence = licence or clean_line(str(header.metadata.get("general.license", "")))[:60]
    return ModelRow(
        model.name,
        model.title,
        model,
        known,
        licence,
        model.languages,
        _size(model.path),
        needed,
        _fits(needed, memory),
        None,
        sha256,
        problem=problem,
        verdicts=verdicts_of(model, places),
    )


def _away(known: KnownModel, memory: int | None, room: int | None, places: Places) -> ModelRow:
    target = places.models / f"{known.name}.gguf"
    kept = copying.Part(target, known.sha256, known.size).kept()
    return ModelRow(
        known.name,
        known.title,
        None,
        known,
        known.licence,
        known.languages,
        known.size,
        known.memory,
        _fits(known.memory, memory),
        _fits(known.size - kept, room),
        known.sha256,
        kept,
    )


def _unfinished(places: Places) -> Iterator[tuple[str, int]]:
    names = {known.name for known in known_models()}
    try:
        parts = sorted(places.models.glob(".*.gguf.part"))
    except OSError:
        return
    for part in parts:
        name = part.name.removeprefix(".").removesuffix(".gguf.part")
        if name not in names:
            yield name, _size(part) or 0


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _fits(needed: int | None, there: int | None) -> bool | None:
    return None if needed is None or there is None else needed <= there


def _row_json(row: ModelRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "title": row.title,
        "here": row.model is not None,
        "path": str(row.model.path) if row.model else None,
        "licence": row.licence or None,
        "languages": list(row.languages),
        "size": row.size,
        "memory": row.memory,
        "fits_memory": row.fits_memory,
        "fits_disk": row.fits_disk,
        "kept": row.kept,
        "sha256": row.sha256 or None,
        "verdicts": dict(row.verdicts),
        "problem": str(row.problem) if row.problem else None,
        "known": dict(_known_json(row.known)) if row.known else None,
    }


def _known_json(known: KnownModel) -> Iterator[tuple[str, Any]]:
    yield "name", known.name
    yield "repo", known.repo or None
    yield "package", known.package or None
    yield "file", known.file
    yield "tuned_for", list(known.tuned_for)
    yield "tokens_per_word", dict(known.tokens_per_word)
    yield "as_of", known.as_of.isoformat()
    yield "verified", known.verified
