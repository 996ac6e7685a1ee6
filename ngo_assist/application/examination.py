"""Examines a model on this computer, and keeps what was found for this very file.

What is kept counts only as long as the file is the same and drafting asks for the same: see `edition`.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

import tomli_w
from pydantic import TypeAdapter, ValidationError

from ngo_assist.drafting.examination.examiner import Result, examine
from ngo_assist.drafting.examination.paper import edition
from ngo_assist.drafting.examination.verdict import Verdict
from ngo_assist.llm import checksum
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.client import WorkerModel
from ngo_assist.llm.places import Places, default_places
from ngo_assist.llm.process_memory import memory_of
from ngo_assist.llm.protocol import Writer
from ngo_assist.messages import UserError
from ngo_assist.toml_file import read_toml
from ngo_assist.workspace.atomic import write_atomic

FIRST_LINE = "# What an examination of a model found. Without this file the model counts as not examined.\n"


@dataclass(frozen=True)
class Report:
    """What is known of a model's file by examination; `size` and `memory` are bytes."""

    edition: str
    model: str
    sha256: str
    size: int
    engine: str
    examined: datetime
    memory: int | None = None
    languages: dict[str, Result] = field(default_factory=dict)
    schema: Literal["ngo-assist/examination@1"] = "ngo-assist/examination@1"


_REPORT = TypeAdapter(Report)

Heard = Callable[[str, int, int], None]
"""Hears of a language how many texts are judged, of how many at most; of "" how much of the file is read."""
Start = Callable[[ModelFile, Callable[[int, int], None]], Awaitable[Writer]]


class Sitting:
    """One model's examination. `report` is there at every moment, with the languages that are finished."""

    def __init__(
        self,
        model: ModelFile,
        languages: Sequence[str],
        *,
        start: Start,
        now: Callable[[], datetime],
        clock: Callable[[], float] = time.monotonic,
        places: Places | None = None,
    ) -> None:
        self.report: Report | None = None
        self.not_kept: UserError | None = None
        """Why the result could not be written, which does not make it wrong."""
        self._model, self._languages, self._places = model, languages, places
        self._start, self._now, self._clock = start, now, clock

    async def go(self, heard: Heard) -> None:
        """Examine language by language; each result is kept at once. Raises `ModelFailed`."""
        writer = await self._start(self._model, lambda done, most: heard("", done, most))
        try:
            self.report = self._begun(writer)
            for language in self._languages:
                await self._language(writer, self.report, language, heard)
        finally:
            await writer.close()

    async def _language(self, writer: Writer, report: Report, language: str, heard: Heard) -> None:
        sat = await examine(
            writer, language, clock=self._clock, told=lambda done, most: heard(language, done, most)
        )
        memory = memory_of(writer.pid) if isinstance(writer, WorkerModel) else None
        self.report = replace(
            report,
            examined=self._now(),
            memory=max(memory or 0, report.memory or 0) or None,
            languages={**report.languages, language: sat.result},
        )
        if not self.report.sha256:
            return  # a model behind a server may be another one tomorrow
        try:
            keep(self.report, self._places)
        except UserError as error:
            self.not_kept = error

    def _begun(self, writer: Writer) -> Report:
        info = writer.info
        # A model behind a server has no file here.
        size = self._model.path.stat().st_size if self._model.path.is_file() else 0
        return Report(edition(), self._model.name, info.sha256, size, info.engine, self._now())


def keep(report: Report, places: Places | None = None) -> None:
    """Write a report, with the languages of an earlier one that it lacks. Raises `UserError`."""
    earlier = found(report.sha256, places)
    languages = {**(earlier.languages if earlier else {}), **report.languages}
    tables = _REPORT.dump_python(replace(report, languages=languages), exclude_none=True)
    text = FIRST_LINE + tomli_w.dumps(tables)
    write_atomic(_path(report.sha256, places), text.encode())


def forget(sha256: str, places: Places | None = None) -> None:
    """Delete what was found of a model that is removed. A folder that may not be written is no error."""
    if sha256:
        with suppress(OSError):
            _path(sha256, places).unlink(missing_ok=True)


def found(sha256: str, places: Places | None = None) -> Report | None:
    """Return the report on the file with this checksum, None where there is none that still counts."""
    report = _read(_path(sha256, places)) if sha256 else None
    return report if report and report.sha256 == sha256 else None


def verdicts(sha256: str, places: Places | None = None) -> dict[str, Verdict]:
    """Return the verdict by language on the file with this checksum; a language not examined is not there."""
    report = found(sha256, places)
    return {language: result.verdict for language, result in report.languages.items()} if report else {}


def verdicts_of(model: ModelFile, places: Places | None = None) -> dict[str, Verdict]:
    """Return the verdicts on a model as its file is now.

    The file is read through only where its checksum is not known and a report is on a file of its size.
    """
    return verdicts(known_sha256(model, places), places)


def known_sha256(model: ModelFile, places: Places | None = None) -> str:
    """Return the checksum of a model that may have been examined, else an empty text."""
    cache = (places or default_places()).cache
    try:
        if sha256 := checksum.known(model.path, cache):
            return sha256
        size = model.path.stat().st_size
        if any(report.size == size for report in _all(places)):
            return checksum.sha256(model.path, cache)
    except OSError:
        return ""  # a file that cannot be read is told of where the model is chosen
    return ""


def passed(models: Sequence[ModelFile], language: str, places: Places | None = None) -> list[ModelFile]:
    """Return the models that have passed in `language`, the one with the most right texts first."""
    scores = {}
    for model in models:
        report = found(known_sha256(model, places), places)
        result = report.languages.get(language) if report else None
        if result and result.verdict == "pass":
            scores[model.name] = result.score
    return sorted(
        (model for model in models if model.name in scores), key=lambda m: scores[m.name], reverse=True
    )


def _all(places: Places | None) -> list[Report]:
    try:
        files = sorted(_folder(places).glob("*.toml"))
    except OSError:
        return []
    return [report for file in files if (report := _read(file))]


def _read(path: Path) -> Report | None:
    """Return what a file holds; one that is broken, or from another edition, stands in nobody's way."""
    try:
        report = _REPORT.validate_python(read_toml(path)) if path.exists() else None
    except (UserError, ValidationError, OSError):
        return None
    return report if report and report.edition == edition() else None


def _folder(places: Places | None) -> Path:
    return (places or default_places()).models.parent / "examinations"


def _path(sha256: str, places: Places | None) -> Path:
    return _folder(places) / f"{sha256}.toml"
