"""What is known of the models of this computer now, and what is being done about them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ngo_assist.application.model_files import Coming, Leaving, ModelFiles
from ngo_assist.application.model_rows import ModelRow, ModelTable, model_table
from ngo_assist.application.model_work import Bringing, Examining
from ngo_assist.application.models import start_worker
from ngo_assist.application.settings import SettingsFile
from ngo_assist.llm import servers
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.engines import available
from ngo_assist.llm.fetch import Pause
from ngo_assist.llm.places import Places, default_places
from ngo_assist.llm.servers import ServedModel
from ngo_assist.messages import Message, UserError, msg

if TYPE_CHECKING:
    from ngo_assist.application.examination import Report, Start

COMING_ALREADY = msg("Another model is on its way. Wait for it, or stop it first.")
EXAMINING_ALREADY = msg("A model is being examined. Wait for it, or stop it first.")
NO_ENGINE = msg("No engine that could run a model is installed.")


@dataclass(frozen=True)
class Served:
    """The models of servers that run now."""

    models: tuple[ServedModel, ...] = ()
    error: UserError | None = None
    """Why the server of the settings could not be asked."""


def served_now() -> Served:
    """Ask the server of the settings, or those that run on this computer; it takes up to some seconds."""
    settings = SettingsFile.read().settings
    if not settings.server:
        return Served(tuple(servers.running()))
    try:
        return Served(tuple(servers.chosen(settings.server_choice)))
    except UserError as error:
        return Served(error=error)


@dataclass(frozen=True)
class Look:
    """What a look at the disk and the machine found."""

    table: ModelTable
    reports: Mapping[str, Report]
    """What examinations found, by the models' names."""
    engines: tuple[str, ...]
    """What can run a model's file here."""

    @property
    def here(self) -> list[ModelRow]:
        return [row for row in self.table.rows if row.model is not None]

    @property
    def away(self) -> list[ModelRow]:
        return [row for row in self.table.rows if row.model is None]


@dataclass(frozen=True)
class ModelSources:
    """Where all this comes from; tests put what they need here."""

    places: Places = field(default_factory=default_places)
    start: Start = start_worker
    served: Callable[[], Served] = served_now
    engines: Callable[[], Sequence[str]] = available
    table: Callable[[Places], ModelTable] = model_table

    def files(self, pause: Pause) -> ModelFiles:
        """Return the models' files; `pause` waits between two tries of a download."""
        return ModelFiles(self.places, pause=pause)

    def look(self) -> Look:
        """Look at the disk; a file may be read through, so in a thread."""
        # It brings the drafter's modules with it, which is no wait in a thread.
        from ngo_assist.application.examination import found, known_sha256

        table = self.table(self.places)
        reports = {}
        for row in table.rows:
            if row.model is not None and row.verdicts:
                report = found(known_sha256(row.model, self.places), self.places)
                if report is not None:
                    reports[row.name] = report
        return Look(table, reports, tuple(self.engines()))


class ModelCare:
    """One model may come and one may be examined at a time."""

    def __init__(
        self, sources: ModelSources, *, now: Callable[[], datetime], moved: Callable[[], None]
    ) -> None:
        """`moved` is called after each change that a screen may show."""
        self.sources = sources
        self.look: Look | None = None
        """None: nobody has looked yet."""
        self.served: Served | None = None
        self.bringing: Bringing | None = None
        """The model that is coming, or that came last."""
        self.examining: Examining | None = None
        self.served_reports: dict[str, Report] = {}
        """What was found of models behind servers: true for today, so it is not kept."""
        self._now, self._moved = now, moved

    @property
    def is_bringing(self) -> bool:
        return self.bringing is not None and not self.bringing.ended

    @property
    def is_examining(self) -> bool:
        return self.examining is not None and not self.examining.ended

    async def refresh(self) -> None:
        """Look again at what is here."""
        self.look = await asyncio.to_thread(self.sources.look)
        self._moved()

    async def ask_servers(self) -> None:
        """Look again for servers that run."""
        self.served = await asyncio.to_thread(self.sources.served)
        self._moved()

    def coming_by_name(self, name: str) -> Coming:
        """Look at a model of the catalogue, in a thread: a file may be read through. Raises `UserError`."""
        self._must_be_free()
        files = self.sources.files(time.sleep)
        here = files.is_here(name)
        if here is not None:
            raise UserError(msg("this model is here already"), str(here.path))
        return files.coming_by_name(name)

    def coming_from(self, source: Path) -> Coming:
        """Look at a model's file from elsewhere. Raises `UserError` where it cannot be added."""
        self._must_be_free()
        return self.sources.files(time.sleep).coming_from(source)

    def leaving(self, name: str) -> Leaving:
        """Look at a model that may be removed. Raises `UserError`."""
        return self.sources.files(time.sleep).leaving(name)

    def remove(self, leaving: Leaving) -> None:
        """Remove a model; its file may be read through, so in a thread. Raises `UserError`."""
        self.sources.files(time.sleep).remove(leaving)

    def bring(self, coming: Coming) -> Bringing:
        """Return the work of bringing a model, to be begun. Raises `UserError` while another one comes."""
        self._must_be_free()
        self.bringing = Bringing(coming, self.sources.files, moved=self._moved)
        return self.bringing

    def examine(self, model: ModelFile, languages: Sequence[str]) -> Examining:
        """Return an examination to be begun. Raises `UserError` where it cannot be."""
        self.must_be_free_for(model)
        self.examining = Examining(
            model,
            languages,
            start=self.sources.start,
            now=self._now,
            places=self.sources.places,
            moved=self._moved,
        )
        return self.examining

    def must_be_free_for(self, model: ModelFile) -> None:
        """Raise `UserError` where a model cannot be examined now."""
        if self.is_examining:
            raise UserError(EXAMINING_ALREADY)
        if isinstance(model, ServedModel) or self.look is None:
            return
        if not self.look.engines:
            raise UserError(NO_ENGINE, "", _install())
        row = next((each for each in self.look.here if each.name == model.name), None)
        if row is not None and row.fits_memory is False:
            raise UserError(
                msg("there is not enough free memory for this model"),
                "",
                msg("Close other programs, or choose a smaller model."),
            )

    def must_not_be_at_work(self, name: str) -> None:
        """Raise `UserError` where the model of this name is being examined."""
        if self.is_examining and self.examining is not None and self.examining.model.name == name:
            raise UserError(EXAMINING_ALREADY)

    def _must_be_free(self) -> None:
        if self.is_bringing:
            raise UserError(COMING_ALREADY)

    def keep_served(self) -> None:
        """Remember what an examination of a model behind a server found, as long as the program runs."""
        run = self.examining
        if run is not None and run.report is not None and isinstance(run.model, ServedModel):
            earlier = self.served_reports.get(run.model.name)
            languages = {**(earlier.languages if earlier else {}), **run.report.languages}
            self.served_reports[run.model.name] = replace(run.report, languages=languages)


def _install() -> Message:
    return msg("Install one: {command}", command='pip install "ngo-assist[xllamacpp]"')
