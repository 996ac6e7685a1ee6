"""A model on its way to this computer, and one under examination.

The App owns their tasks, so that they go on while a person works elsewhere. Nothing here raises for what a
network, a disk or a model does: it is kept, to be told calmly.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from threading import Event, Thread
from typing import TYPE_CHECKING, Literal, TypeVar

from ngo_assist.application.model_files import Coming, Here, ModelFiles
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.copying import Stopped
from ngo_assist.llm.fetch import Pause
from ngo_assist.llm.places import Places
from ngo_assist.llm.protocol import ModelFailed
from ngo_assist.messages import UserError

if TYPE_CHECKING:
    from ngo_assist.application.examination import Report, Sitting, Start

T = TypeVar("T")
Clock = Callable[[], float]

TOLD_EACH = 0.1
"""Seconds between two signs that bytes have come: more than a person can see are not worth drawing."""
PACE_AFTER = 5.0
"""Seconds after which the pace so far says something of the time that is left."""
LAST_SECONDS = 1.0
"""How long the end of the program waits for what has come to be safe on the disk."""


class Pace:
    """How long something still takes, by how long it took so far."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began: tuple[float, float] | None = None
        self.left: float | None = None
        """Seconds; None: nobody can tell yet."""

    def at(self, share: float) -> None:
        """Take down how much is over, 0 to 1."""
        now = self._clock()
        if self._began is None:
            self._began = now, share
        began, before = self._began
        # Less than that tells more of the first moment than of the rest.
        if now - began >= PACE_AFTER and share > before:
            self.left = (now - began) / (share - before) * (1 - share)


class Bringing:
    """One model that is copied, downloaded or installed; begins with `go`."""

    def __init__(
        self,
        coming: Coming,
        files: Callable[[Pause], ModelFiles],
        *,
        moved: Callable[[], None],
        clock: Clock = time.monotonic,
    ) -> None:
        """`files` makes the models' files with their way to wait; `moved` is called after each change."""
        self.coming = coming
        self.state: Literal["coming", "stopping", "ended"] = "coming"
        self.done = coming.kept
        """Bytes that are here, of `coming.size`."""
        self.pace = Pace(clock)
        self.here: Here | None = None
        self.error: UserError | None = None
        self._stop = Event()
        self._files, self._moved, self._clock = files(self._stop.wait), moved, clock
        self._told_at: float | None = None

    @property
    def ended(self) -> bool:
        return self.state == "ended"

    async def go(self) -> None:
        """Bring it; at the end one of `here` and `error` is set, or it was stopped."""
        loop = asyncio.get_running_loop()

        def heard(done: int, whole: int) -> None:
            self.done, now = done, self._clock()
            if self._told_at is None or now - self._told_at >= TOLD_EACH:
                self._told_at = now
                self.pace.at(done / max(whole, 1))
                with suppress(RuntimeError):  # the program has ended
                    loop.call_soon_threadsafe(self._moved)

        under_way = _aside(lambda: self._files.bring(self.coming, heard, self._stop.is_set))
        try:
            self.here = await asyncio.shield(under_way)
        except Stopped:
            pass
        except UserError as error:
            self.error = error
        except asyncio.CancelledError:
            self._stop.set()
            await asyncio.wait({under_way}, timeout=LAST_SECONDS)
            under_way.cancel()
            raise
        finally:
            self.state = "ended"
            self._moved()

    def stop(self) -> None:
        """Ask it to stop; it ends at the next piece that comes. What has come stays for the next time."""
        if not self.ended:
            self.state = "stopping"
            self._stop.set()
            self._moved()


class Examining:
    """One model that is examined; begins with `go`. Each language is kept as soon as it is finished."""

    def __init__(
        self,
        model: ModelFile,
        languages: Sequence[str],
        *,
        start: Start,
        now: Callable[[], datetime],
        places: Places,
        moved: Callable[[], None],
        clock: Clock = time.monotonic,
    ) -> None:
        self.model, self.languages = model, tuple(languages)
        self.state: Literal["loading", "examining", "stopping", "ended"] = "loading"
        self.language = ""
        """The language that it is at."""
        self.done, self.most = 0, 0
        """Texts judged in that language, of how many at most; while it is loading, bytes."""
        self.pace = Pace(clock)
        self.failure = ""
        """The kind of `ModelFailed` where the model could not go on."""
        self.stopped = False
        self._task: asyncio.Task[None] | None = None
        self._sitting: Sitting | None = None
        self._start, self._now, self._clock, self._places = start, now, clock, places
        self._moved = moved

    @property
    def ended(self) -> bool:
        return self.state == "ended"

    @property
    def report(self) -> Report | None:
        """What was found so far, language by language."""
        return self._sitting.report if self._sitting else None

    @property
    def not_kept(self) -> UserError | None:
        """Why what was found is not on the disk."""
        return self._sitting.not_kept if self._sitting else None

    @property
    def share(self) -> float:
        """How much of the examination is over, or while it is loading of the file."""
        of_this = self.done / self.most if self.most else 0.0
        if self.language not in self.languages:
            return of_this
        return (self.languages.index(self.language) + of_this) / len(self.languages)

    async def go(self) -> None:
        """Load the model and examine it, to the end or until it is stopped."""
        self._task = task = asyncio.create_task(self._sit(), name="sitting")
        try:
            await asyncio.wait({task})
            self._end(task)
        except asyncio.CancelledError:
            task.cancel()
            # The model's process is ended before the program is.
            await asyncio.wait({task})
            raise
        finally:
            self.state = "ended"
            self._moved()

    def stop(self) -> None:
        """Stop; the languages that are finished stay."""
        if not self.ended and self._task is not None:
            self.state = "stopping"
            self._task.cancel()
            self._moved()

    async def _sit(self) -> None:
        # To read the tasks takes longer than a key may wait for the screen.
        sitting = await asyncio.to_thread(_sitting_class)
        self._sitting = sitting(
            self.model,
            self.languages,
            start=self._start,
            now=self._now,
            clock=self._clock,
            places=self._places,
        )
        await self._sitting.go(self._heard)

    def _end(self, task: asyncio.Task[None]) -> None:
        if task.cancelled():
            self.stopped = True
        elif isinstance(failed := task.exception(), ModelFailed):
            self.failure = failed.kind
        elif failed is not None:
            raise failed

    def _heard(self, language: str, done: int, most: int) -> None:
        if language and self.state == "loading":
            self.state = "examining"
        self.language, self.done, self.most = language, done, most
        if language:
            self.pace.at(self.share)
        self._moved()


def _sitting_class() -> type[Sitting]:
    """Load what an examination needs, its tasks too."""
    from ngo_assist.application.examination import Sitting
    from ngo_assist.drafting.examination.paper import edition

    edition()
    return Sitting


def _aside(call: Callable[[], T]) -> asyncio.Future[T]:
    """Do it in a thread that the program's end does not wait for: a network that hangs would hold it up."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()
    # Nobody asks for what happened once the program ends.
    future.add_done_callback(lambda done: done.cancelled() or done.exception())

    def hand_over(result: T | None, error: BaseException | None) -> None:
        if future.cancelled():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)  # type: ignore[arg-type]

    def work() -> None:
        result, failed = None, None
        try:
            result = call()
        except Exception as error:  # whatever it is, whoever waits for it is told
            failed = error
        with suppress(RuntimeError):  # the program has ended
            loop.call_soon_threadsafe(hand_over, result, failed)

    Thread(target=work, name="model", daemon=True).start()
    return future
