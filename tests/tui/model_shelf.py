"""Models for the screens: real files in a folder of the test's own, and what follows a script."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from ngo_assist.application.examination import Report, keep
from ngo_assist.application.model_care import ModelSources, Served
from ngo_assist.application.model_files import Coming, Here, ModelFiles
from ngo_assist.application.model_rows import ModelTable, model_table
from ngo_assist.application.models import Loaded
from ngo_assist.drafting.examination.examiner import Result
from ngo_assist.drafting.examination.paper import edition
from ngo_assist.llm import checksum
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.copying import Heard, Stop, Stopped
from ngo_assist.llm.fetch import Pause
from ngo_assist.llm.known import by_name
from ngo_assist.llm.places import Places
from ngo_assist.llm.protocol import ModelFailed, ModelInfo, Writer, WriteRequest
from ngo_assist.messages import UserError
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.model_tasks import ModelTasks
from tests.drafting.test_examination import writer as perfect
from tests.drafting.writers import INFO, FakeWriter
from tests.llm.make_gguf import LLAMA, header
from tests.llm.small_model import CONTENT

FREE_MEMORY, FREE_DISK = 3_000_000_000, 50_000_000_000
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
PASSED = Result("pass", 29, 33, 33, {}, {"new": 3, "form": 1}, words_per_second=12.5, seconds_for_plan=80.0)
FAILED = Result("fail", 1, 12, 33, {}, {"language": 11}, untrue=1, words_per_second=3.1, seconds_for_plan=400)


@dataclass
class Script:
    """What the next model does on its way."""

    holds: bool = False
    """Half of it comes, and the rest only once `go_on` is set."""
    fails: UserError | None = None
    go_on: threading.Event = field(default_factory=threading.Event)


class ScriptedFiles(ModelFiles):
    """Copies for real; downloads come from nowhere."""

    script: Script

    def coming_by_name(self, name: str) -> Coming:
        known = by_name(name)
        assert known is not None
        target = self.places.models / f"{known.name}.gguf"
        source = f"https://hub.example/{known.repo}"
        return Coming(
            "download",
            known.name,
            source,
            target,
            known.size,
            known.memory,
            0,
            FREE_DISK,
            known,
            known.sha256,
        )

    def bring(self, coming: Coming, heard: Heard, stop: Stop = lambda: False) -> Here:
        heard(coming.size // 2, coming.size)
        while self.script.holds and not self.script.go_on.wait(0.01):
            if stop():
                raise Stopped
        if self.script.fails is not None:
            raise self.script.fails
        if coming.way == "copy":
            return super().bring(coming, heard, stop)
        coming.target.parent.mkdir(parents=True, exist_ok=True)
        coming.target.write_bytes(CONTENT)
        assert coming.known is not None
        checksum.remember(coming.target, self.places.cache, coming.known.sha256)
        model = ModelFile(coming.name, coming.target, coming.known.title, "", coming.known.languages)
        return Here(model, coming.known.sha256, coming.known, checked=True)


@dataclass(frozen=True)
class ScriptedSources(ModelSources):
    script: Script = field(default_factory=Script)

    def files(self, pause: Pause) -> ModelFiles:
        found = ScriptedFiles(self.places, pause=pause)
        object.__setattr__(found, "script", self.script)
        return found


class Shelf:
    """The models of one computer."""

    def __init__(self, folder: Path) -> None:
        self.places = Places(folder / "share" / "models", folder / "cache", folder / "logs")
        self.stick = folder / "stick"
        self.stick.mkdir()
        self.script = Script()
        self.served = Served()
        self.engines = ["script"]
        self.memory = FREE_MEMORY
        self.writer: Callable[[], Writer] = lambda: perfect("en")

    def put(self, name: str, content: bytes = CONTENT, **verdicts: Result) -> ModelFile:
        """Put a model where those are that were added, examined or not."""
        self.places.models.mkdir(parents=True, exist_ok=True)
        path = self.places.models / f"{name}.gguf"
        path.write_bytes(content)
        if verdicts:
            sha256 = hashlib.sha256(content).hexdigest()
            checksum.remember(path, self.places.cache, sha256)
            said = Report(edition(), name, sha256, len(content), "script 1", NOON, 264_000_000, verdicts)
            keep(said, self.places)
        return ModelFile(name, path, name)

    def on_stick(self, name: str, content: bytes = CONTENT) -> Path:
        path = self.stick / name
        path.write_bytes(content)
        return path

    def sources(self) -> ScriptedSources:
        return ScriptedSources(
            self.places,
            start=self._start,
            served=lambda: self.served,
            engines=lambda: self.engines,
            table=self._table,
            script=self.script,
        )

    def _table(self, places: Places) -> ModelTable:
        """The real table, on a machine that is the same in every run."""
        table = model_table(places)
        rows = tuple(
            replace(row, fits_memory=None if row.memory is None else row.memory <= self.memory)
            for row in table.rows
        )
        return replace(table, rows=rows, memory=self.memory, room=FREE_DISK)

    async def _start(self, model: ModelFile, on_progress: Loaded) -> Writer:
        on_progress(1, 2)
        return self.writer()


class Knowing(FakeWriter):
    """A writer that says of which file it is."""

    sha256 = INFO.sha256

    @property
    def info(self) -> ModelInfo:
        return replace(INFO, sha256=self.sha256)


def perfect_on(model: ModelFile, language: str = "en") -> Writer:
    """Write as one should, as this very file."""
    made = Knowing(perfect(language)._script)
    made.sha256 = hashlib.sha256(model.path.read_bytes()).hexdigest()
    return made


def dying() -> Writer:
    def line(request: WriteRequest) -> ModelFailed:
        return ModelFailed("died", "as the script says")

    return FakeWriter(line)


def own(name: str = "own") -> bytes:
    """Return a model's file that nobody knows."""
    head: bytes = header({**LLAMA, "general.name": name})
    return head + bytes(128)


def on(app: NgoAssistApp, shelf: Shelf) -> NgoAssistApp:
    app.model_tasks = ModelTasks(app, shelf.sources())
    return app
