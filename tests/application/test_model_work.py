"""A model that comes and one that is examined: how far, how long, stopped, broken off, at the end."""

from __future__ import annotations

import asyncio
import itertools
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ngo_assist.application.examination import verdicts_of
from ngo_assist.application.model_files import ModelFiles
from ngo_assist.application.model_outcomes import brought, examined
from ngo_assist.application.model_work import PACE_AFTER, Bringing, Examining, Pace
from ngo_assist.application.models import Loaded
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.copying import Heard, Stop, Stopped
from ngo_assist.llm.fetch import Pause
from ngo_assist.llm.places import Places
from ngo_assist.llm.protocol import ModelFailed, Writer
from ngo_assist.messages import UserError
from tests.llm.small_model import CONTENT, ENTRY, catalogue_with
from tests.tui.model_shelf import own, perfect_on
from tests.tui.scripted import ScriptedWriter

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def small_is_known(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with catalogue_with(ENTRY, monkeypatch):
        yield


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "share" / "models", tmp_path / "cache", tmp_path / "logs")


def clock() -> Callable[[], float]:
    seconds = itertools.count(0.0, 1.0)
    return lambda: next(seconds)


def coming(
    places: Places,
    source: Path,
    files: type[ModelFiles] = ModelFiles,
    moved: Callable[[], None] = lambda: None,
) -> Bringing:
    def made(pause: Pause) -> ModelFiles:
        return files(places, pause=pause)

    source.parent.mkdir(exist_ok=True)
    source.write_bytes(CONTENT)
    return Bringing(made(lambda s: None).coming_from(source), made, moved=moved, clock=clock())


# How long


def test_nothing_is_said_of_the_time_left_before_it_can_be_told() -> None:
    seconds = iter([0.0, PACE_AFTER - 1, PACE_AFTER, 20.0])
    pace = Pace(lambda: next(seconds))
    pace.at(0.5)
    pace.at(0.6)
    assert pace.left is None
    pace.at(0.5)
    assert pace.left is None
    pace.at(0.75)
    # What was there before the first moment took no time of this one.
    assert pace.left == pytest.approx(20)


# Bringing


async def test_a_model_comes_while_the_screens_live_on(places: Places, tmp_path: Path) -> None:
    moves: list[str] = []
    run = coming(places, tmp_path / "usb" / "a.gguf", moved=lambda: moves.append("moved"))
    await run.go()
    assert run.ended and run.here is not None and run.error is None
    assert run.done == len(CONTENT)
    assert moves
    assert "a" in str(brought(run)) and "Its checksum is that of Small Q4." in str(brought(run))


class Waiting(ModelFiles):
    """Half of it comes, and then nothing until it is stopped."""

    began = threading.Event()

    def bring(self, coming: object, heard: Heard, stop: Stop = lambda: False) -> object:  # type: ignore[override]
        heard(len(CONTENT) // 2, len(CONTENT))
        self.began.set()
        self.pause(60)
        if stop():
            raise Stopped
        raise AssertionError("nobody stopped it")


async def test_a_pause_between_two_tries_is_cut_short_by_stopping(places: Places, tmp_path: Path) -> None:
    run = coming(places, tmp_path / "usb" / "a.gguf", Waiting)
    task = asyncio.create_task(run.go())
    await asyncio.to_thread(Waiting.began.wait)
    run.stop()
    assert run.state == "stopping"
    await task
    assert run.ended and run.here is None and run.error is None
    assert (
        str(brought(run))
        == "Stopped. 1 MB of 2 MB are here and are kept: the next time it goes on from there."
    )


async def test_the_end_of_the_program_stops_it(places: Places, tmp_path: Path) -> None:
    Waiting.began.clear()
    run = coming(places, tmp_path / "usb" / "a.gguf", Waiting)
    task = asyncio.create_task(run.go())
    await asyncio.to_thread(Waiting.began.wait)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert run.ended


async def test_a_disk_that_refuses_is_an_error_to_be_told(places: Places, tmp_path: Path) -> None:
    run = coming(places, tmp_path / "usb" / "a.gguf")
    (tmp_path / "share").write_bytes(b"a file where the folder should be")
    await run.go()
    assert isinstance(run.error, UserError)
    assert isinstance(brought(run), UserError)


# Examining


def examining(
    places: Places, model: ModelFile, start: Callable[[], Writer | ModelFailed], *languages: str
) -> Examining:
    async def begin(of: ModelFile, on_progress: Loaded) -> Writer:
        on_progress(1, 2)
        made = start()
        if isinstance(made, ModelFailed):
            raise made
        return made

    return Examining(
        model, languages, start=begin, now=lambda: NOON, places=places, moved=lambda: None, clock=clock()
    )


@pytest.fixture
def model(places: Places) -> ModelFile:
    places.models.mkdir(parents=True)
    path = places.models / "own.gguf"
    path.write_bytes(own())
    return ModelFile("own", path, "own")


async def test_what_it_finds_is_kept_for_the_file(places: Places, model: ModelFile) -> None:
    run = examining(places, model, lambda: perfect_on(model), "en")
    await run.go()
    assert run.ended and not run.stopped
    assert verdicts_of(model, places) == {"en": "pass"}
    assert str(examined(run)) == "own was examined. English: passed."


async def test_stopping_ends_the_models_program_and_keeps_nothing_half(
    places: Places, model: ModelFile
) -> None:
    writer = ScriptedWriter(at=0, then="hang deaf")
    run = examining(places, model, lambda: writer, "en")
    task = asyncio.create_task(run.go())
    await writer.hanging.wait()
    run.stop()
    await task
    assert run.stopped and writer.closed
    assert verdicts_of(model, places) == {}
    assert str(examined(run)).startswith("Stopped. No language was examined to the end")


async def test_the_end_of_the_program_ends_the_models_program_first(places: Places, model: ModelFile) -> None:
    writer = ScriptedWriter(at=0, then="hang deaf")
    run = examining(places, model, lambda: writer, "en")
    task = asyncio.create_task(run.go())
    await writer.hanging.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert writer.closed


async def test_a_model_that_does_not_start_is_told_in_plain_words(places: Places, model: ModelFile) -> None:
    run = examining(places, model, lambda: ModelFailed("memory", "as the script says"), "en")
    await run.go()
    said = examined(run)
    assert isinstance(said, UserError)
    assert str(said.what) == "There is not memory enough for this model."


async def test_a_fault_of_the_program_itself_is_not_hidden(places: Places, model: ModelFile) -> None:
    def broken() -> Writer:
        raise ZeroDivisionError

    run = examining(places, model, broken, "en")
    with pytest.raises(ZeroDivisionError):
        await run.go()
    assert run.ended


def test_how_far_it_is_counts_the_languages_that_are_over(places: Places, model: ModelFile) -> None:
    run = examining(places, model, lambda: perfect_on(model), "en", "ru")
    run._heard("", 1, 2)
    assert (run.state, run.share) == ("loading", 0.5)
    run._heard("en", 11, 33)
    assert run.share == pytest.approx(1 / 6)
    run._heard("ru", 33, 33)
    assert run.share == 1
