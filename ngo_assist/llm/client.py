"""A model in a worker process, as drafting sees it (`protocol.Writer`)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass

from . import checksum, wire
from .catalogue import ModelFile
from .log import RotatingLog
from .pipe import COMMAND, Pipe
from .places import Places, default_places
from .protocol import Finished, ModelFailed, ModelInfo, Piece, WriteRequest
from .servers import ServedModel

CONTEXT = 4096
"""Tokens of prompt and text together."""


@dataclass(frozen=True)
class Limits:
    """How long to wait, in seconds. Each counts from the last sign of work, not from the beginning.

    `load` and `first` are renewed when the worker gets further in the file or in the prompt.
    """

    load: float = 120.0
    first: float = 60.0
    next: float = 20.0
    stop: float = 5.0
    end: float = 2.0


SERVED = Limits(first=300.0)
"""For a server: most tell nothing while they read the prompt, some load the model first."""

_OVERDUE = 2.0
"""Seconds after which a timer that goes off late tells of a computer that slept."""

_BY_OTHERS = ("signal SIGKILL", "signal SIGTERM", "signal SIGINT", "signal SIGHUP", "it closed its output")
"""How a worker ends that the file it loads has not ended: the system wants memory, or a person an end."""

Deadline = Callable[[float], asyncio.Timeout]
Progress = Callable[[int, int], None]


@dataclass
class _Current:
    """The write that is going on."""

    number: int
    waiting: asyncio.Timeout | None = None
    read: int = -1
    stopped: bool = False


class WorkerModel:
    """A loaded model. One text at a time; nothing is ever asked twice.

    When the worker is lost it is ended, and every further call raises the same `ModelFailed`.
    """

    def __init__(self, pipe: Pipe, info: ModelInfo, limits: Limits, deadline: Deadline) -> None:
        self._pipe, self._info, self._limits, self._deadline = pipe, info, limits, deadline
        self._number = 0
        self._current: _Current | None = None
        self._lost: ModelFailed | None = None

    @classmethod
    async def start(
        cls,
        model: ModelFile,
        *,
        engine: str = "",
        n_ctx: int = CONTEXT,
        threads: int = 0,
        limits: Limits | None = None,
        places: Places | None = None,
        on_progress: Progress | None = None,
        command: Sequence[str] = COMMAND,
        deadline: Deadline = asyncio.timeout,
    ) -> WorkerModel:
        """Start a worker and load the model; `on_progress` hears of bytes read and of all.

        The model of a server is not loaded but connected to; `engine` is then of no meaning. Raises
        `ModelFailed`. Leaves no process behind when it fails or is cancelled.
        """
        places = places or default_places()
        load: wire.Load | wire.Connect
        if isinstance(model, ServedModel):
            path, known, limits = "", "", limits or SERVED
            load = wire.Connect(model.address, model.served_as, n_ctx, model.elsewhere)
        else:
            path, limits = str(model.path), limits or Limits()
            known = await asyncio.to_thread(checksum.known, model.path, places.cache)
            load = wire.Load(path, n_ctx, threads, engine, known, str(places.cache))
        pipe = await Pipe.open(command, RotatingLog(places.logs / "worker.log"), limits.end)
        try:
            ready = await _loaded(pipe, load, limits.load, deadline, on_progress)
        except BaseException:
            await pipe.end()
            raise
        if ready.sha256 != known:
            await asyncio.to_thread(checksum.remember, model.path, places.cache, ready.sha256)
        return cls(pipe, ModelInfo(model.name, path, ready.sha256, ready.engine), limits, deadline)

    @property
    def info(self) -> ModelInfo:
        return self._info

    @property
    def pid(self) -> int:
        """The worker's process id."""
        return self._pipe.pid

    async def write(self, request: WriteRequest) -> AsyncGenerator[Piece | Finished, None]:
        """Write one line; see `Writer.write`. A text that is not read to its end is stopped."""
        self._check()
        self._leave_current()
        self._number += 1
        current = self._current = _Current(self._number)
        try:
            async with aclosing(self._answers(current, request)) as answers:
                async for answer in answers:
                    if isinstance(answer, Finished):
                        self._current = None
                    yield answer
        except ModelFailed as failure:
            self._current = None
            if failure.lost:
                self._lost = failure
                await self._pipe.end()
            raise
        finally:
            if self._current is current:
                self._leave_current()

    def _leave_current(self) -> None:
        """Stop the text that its reader has left, by a `break` for example."""
        if self._current is None:
            return
        if self._current.waiting is not None:
            raise RuntimeError("one text at a time")
        self._pipe.send_now(wire.Stop(self._current.number))
        self._current = None

    async def _answers(
        self, current: _Current, request: WriteRequest
    ) -> AsyncGenerator[Piece | Finished, None]:
        command: wire.Command | None = wire.Write(current.number, request)
        limit = self._limits.first
        while self._current is current:
            waiting = self._deadline(self._limits.stop if current.stopped else limit)
            try:
                async with waiting as current.waiting:
                    if command:
                        sent, command = command, None
                        await self._pipe.send(sent)
                    answer = await self._sign_of_work(current)
            except TimeoutError:
                if _slept(waiting):
                    continue
                raise ModelFailed("hung", "it gave no sign of work in time") from None
            finally:
                current.waiting = None
            if isinstance(answer, Finished):
                yield answer
                return
            if isinstance(answer, Piece):
                limit = self._limits.next
                yield answer

    async def _sign_of_work(self, current: _Current) -> Piece | Finished | None:
        """The next piece, the end, or None when more of the prompt was read than before."""
        while True:
            answer = await self._pipe.receive()
            if isinstance(answer, wire.Ready) or answer.number > current.number:
                raise ModelFailed("garbage", "an answer that nobody asked for")
            if answer.number < current.number:
                continue  # the rest of a text that nobody reads any more
            if isinstance(answer, wire.Failed):
                raise ModelFailed(answer.kind, answer.detail)
            if isinstance(answer, wire.Wrote):
                return Piece(answer.text)
            if isinstance(answer, wire.Done):
                return answer.finished
            if answer.done > current.read:
                current.read = answer.done
                return None

    async def stop(self) -> None:
        """Stop the text being written; its iterator ends with reason "stopped", or the worker is lost."""
        current = self._current
        if current is None or current.stopped or self._lost:
            return
        current.stopped = True
        self._pipe.send_now(wire.Stop(current.number))
        if current.waiting is not None and not current.waiting.expired():
            soon = asyncio.get_running_loop().time() + self._limits.stop
            current.waiting.reschedule(min(soon, current.waiting.when() or soon))

    async def close(self) -> None:
        """End the worker. Safe to call twice, and when cancelled."""
        self._lost = self._lost or ModelFailed("died", "it was closed")
        await self._pipe.end()

    def _check(self) -> None:
        if self._lost:
            raise ModelFailed(self._lost.kind, self._lost.detail)


def _slept(waiting: asyncio.Timeout) -> bool:
    """Whether the time was up long ago: the computer slept, and the worker with it, or nobody looked."""
    due = waiting.when()
    return due is not None and asyncio.get_running_loop().time() - due > _OVERDUE


async def _loaded(
    pipe: Pipe, load: wire.Load | wire.Connect, limit: float, deadline: Deadline, on_progress: Progress | None
) -> wire.Ready:
    read, whole = -1, False
    command: wire.Command | None = load
    while True:
        waiting = deadline(limit)
        try:
            async with waiting:
                if command:
                    sent, command = command, None
                    await pipe.send(sent)
                while True:
                    answer = await pipe.receive()
                    if not isinstance(answer, wire.Progress) or answer.done > read:
                        break
        except ModelFailed as failure:
            if whole and failure.kind == "died" and failure.detail not in _BY_OTHERS:
                raise ModelFailed("broken", f"{failure.detail} over the file") from failure
            raise
        except TimeoutError:
            if _slept(waiting):
                continue
            raise ModelFailed("hung", "it gave no sign of work in time while loading") from None
        if isinstance(answer, wire.Ready):
            return answer
        if isinstance(answer, wire.Failed):
            raise ModelFailed(answer.kind, answer.detail)
        if not isinstance(answer, wire.Progress):
            raise ModelFailed("garbage", "an answer that nobody asked for")
        read, whole = answer.done, answer.done >= answer.total
        if on_progress:
            on_progress(answer.done, answer.total)


@asynccontextmanager
async def open_model(
    model: ModelFile,
    *,
    engine: str = "",
    places: Places | None = None,
    on_progress: Progress | None = None,
) -> AsyncIterator[WorkerModel]:
    """`WorkerModel.start`, closed at the end of the block whatever happens in it."""
    writer = await WorkerModel.start(model, engine=engine, places=places, on_progress=on_progress)
    try:
        yield writer
    finally:
        await writer.close()
