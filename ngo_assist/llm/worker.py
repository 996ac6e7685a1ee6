"""The process that runs the model: `python -m ngo_assist.llm.worker`, commands in, answers out (`wire`).

It may crash, hang or be killed; nobody loses a word. It ends by itself when its input ends, that is,
when the program that started it is gone.
"""

from __future__ import annotations

import hashlib
import os
import queue
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, NoReturn

from . import wire
from .crash import crash_quietly
from .engines import pick
from .engines.base import Counts, Engine, EngineError
from .gguf import ModelFileError, memory_needed, read_header
from .machine import cores, memory_available
from .protocol import Finished

_CHUNK = 1 << 22

Choose = Callable[[wire.Load | wire.Connect], Engine]

_SCANT = 1.5
"""With less memory than this share of what a model needs, that is why it could not be loaded."""

TOGETHER = 0.05
"""Seconds within which pieces are sent as one: each message wakes the program, on a core the model needs."""

SPIN = "1000"
"""How long an OpenMP thread spins before it sleeps. The default is so long that one other busy program
makes the model ten times slower and more; with this the speed of an idle machine is the same."""


class Out:
    """The way to the client, shared by the threads."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._lock = file, threading.Lock()

    def send(self, answer: wire.Answer) -> None:
        """Write one line. Ends the process when nobody listens any more."""
        try:
            with self._lock:
                self._file.write(wire.encode(answer))
                self._file.flush()
        except OSError:
            leave()


class Job:
    """One write: asked, perhaps stopped, answered exactly once.

    A stop is answered by the thread that hears of it, at once; the engine may need the rest of its
    batch to come to an end, and what it still says is dropped.
    """

    def __init__(self, command: wire.Write, out: Out) -> None:
        self.number, self.request = command.number, command.request
        self._out, self._lock, self._stopped, self._answered = out, threading.Lock(), False, False
        self._began = time.monotonic()
        self._first: int | None = None
        self._read = self._total = self._pieces = 0
        self._held, self._sent = "", 0.0

    def reading(self, done: int, total: int) -> None:
        with self._lock:
            self._first = done if self._first is None else self._first
            self._read, self._total = done, total
            if not self._answered:
                self._out.send(wire.Progress(self.number, done, total))

    def piece(self, text: str) -> None:
        with self._lock:
            self._pieces += 1
            self._held += text
            if time.monotonic() - self._sent >= TOGETHER:
                self._send_held()

    def should_stop(self) -> bool:
        return self._stopped

    def stop(self) -> None:
        """Answer "stopped" with what is known by now."""
        with self._lock:
            self._stopped = True
            self._finish(Counts("stopped", self._total, self._read - (self._first or 0), self._pieces))

    def finish(self, counts: Counts) -> None:
        with self._lock:
            self._send_held()
            self._finish(counts)

    def fail(self, kind: str, detail: str) -> None:
        with self._lock:
            self._send_held()
            if not self._answered:
                self._answered = True
                self._out.send(wire.Failed(self.number, kind, detail))

    def _send_held(self) -> None:
        if self._held and not self._answered:
            self._out.send(wire.Wrote(self.number, self._held))
        self._held, self._sent = "", time.monotonic()

    def _finish(self, counts: Counts) -> None:
        if self._answered:
            return
        self._answered = True
        finished = Finished(
            reason=counts.reason,
            prompt_tokens=counts.prompt_tokens,
            evaluated=counts.evaluated,
            generated=counts.generated,
            seconds=round(time.monotonic() - self._began, 4),
        )
        self._out.send(wire.Done(self.number, finished))


class Worker:
    """Commands are heard by one thread and done by another: a stop is heard while a text is written."""

    def __init__(self, out: Out, choose: Choose) -> None:
        self._out, self._choose = out, choose
        self._todo: queue.SimpleQueue[wire.Load | wire.Connect | Job] = queue.SimpleQueue()
        self._engine: Engine | None = None
        self._last: Job | None = None

    def hear(self, source: BinaryIO) -> NoReturn:
        """Read commands until there are no more, then end the process whatever it is doing."""
        try:
            while line := source.readline(wire.LINE_LIMIT):
                try:
                    command = wire.decode_command(line)
                except wire.ProtocolError as error:
                    self._out.send(wire.Failed(0, "engine", f"command: {error}"))
                    continue
                if isinstance(command, wire.Close):
                    break
                self._take(command)
        finally:
            # Also where not even memory is left to hear with: a worker that is deaf helps nobody.
            leave()

    def _take(self, command: wire.Load | wire.Connect | wire.Write | wire.Stop) -> None:
        if isinstance(command, wire.Load | wire.Connect):
            self._todo.put(command)
        elif isinstance(command, wire.Write):
            self._last = Job(command, self._out)
            self._todo.put(self._last)
        elif self._last is not None and self._last.number == command.number:
            self._last.stop()
            if self._engine is not None:
                self._engine.interrupt()

    def work(self) -> NoReturn:
        """Do what was asked, in order, for ever."""
        while True:
            task = self._todo.get()
            if isinstance(task, Job):
                self._write(task)
            else:
                self._load(task)

    def _write(self, job: Job) -> None:
        if job.should_stop():
            return
        if self._engine is None:
            job.fail("engine", "no model is loaded")
            return
        try:
            job.finish(self._engine.write(job.request, job))
        except Exception as error:
            job.fail(*_told(error))

    def _load(self, command: wire.Load | wire.Connect) -> None:
        if self._engine is not None:
            self._engine.close()
            self._engine = None
        try:
            ready = self._loaded(command) if isinstance(command, wire.Load) else self._connected(command)
            self._out.send(ready)
        except Exception as error:
            self._out.send(wire.Failed(0, *_told(error)))

    def _loaded(self, command: wire.Load) -> wire.Ready:
        path = Path(command.path)
        header = read_header(path)
        n_ctx = min(command.n_ctx, header.context_length or command.n_ctx)
        needed, free = memory_needed(header, n_ctx), memory_available()
        if free is not None and needed > free:
            raise EngineError("memory", f"it needs {needed >> 20} MiB and {free >> 20} MiB are free")
        engine = self._choose(command)
        sha256 = self._read_through(path, command.sha256)
        try:
            engine.load(path, n_ctx, command.threads or cores())
        except EngineError as error:
            # The libraries say the same of a broken file and of memory that was not to be had.
            if error.kind == "model" and (memory_available() or 2 * needed) < _SCANT * needed:
                raise EngineError("memory", error.detail) from error
            raise
        self._engine = engine
        return wire.Ready(engine.name, n_ctx, sha256)

    def _connected(self, command: wire.Connect) -> wire.Ready:
        engine = self._choose(command)
        engine.load(Path(), command.n_ctx, 0)
        self._engine = engine
        return wire.Ready(engine.name, command.n_ctx, "")

    def _read_through(self, path: Path, known: str) -> str:
        """Read the file once, in order: the quickest way off a slow disk, and with honest progress."""
        digest, done, total = hashlib.sha256(), 0, path.stat().st_size
        with path.open("rb", buffering=0) as file:
            while chunk := file.read(_CHUNK):
                if not known:
                    digest.update(chunk)
                done += len(chunk)
                self._out.send(wire.Progress(0, done, total))
        return known or digest.hexdigest()


def _told(error: Exception) -> tuple[str, str]:
    """The kind and the detail to answer; what is not expected goes to the log with its traceback."""
    if isinstance(error, EngineError):
        return error.kind, error.detail
    if isinstance(error, ModelFileError):
        return "model", str(error.problem)
    if isinstance(error, OSError):
        return "model", error.strerror or type(error).__name__
    # Frames only: the message of an exception may quote the text it stumbled over.
    traceback.print_tb(error.__traceback__)
    if isinstance(error, MemoryError):
        return "memory", "out of memory"
    return "engine", type(error).__name__


def leave() -> NoReturn:
    """End now, without waiting for native code that is at work."""
    os._exit(0)


def chosen(command: wire.Load | wire.Connect) -> Engine:
    """The engine that a command asks for, nothing loaded. Raises `EngineError`."""
    if isinstance(command, wire.Load):
        return pick(command.engine, command.cache)
    # Imported here: only a server needs what speaks HTTP.
    from .address import read_address
    from .engines import server

    return server.make(read_address(command.address), command.model, command.elsewhere)


def main(choose: Choose = chosen) -> NoReturn:
    """Keep the two ends of the pipe for the protocol, and give the rest of the process harmless ones."""
    commands, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    crash_quietly()
    os.environ.setdefault("GOMP_SPINCOUNT", SPIN)  # read when the engine's library is loaded
    worker = Worker(Out(answers), choose)
    threading.Thread(target=worker.hear, args=(commands,), daemon=True).start()
    worker.work()


if __name__ == "__main__":
    main()
