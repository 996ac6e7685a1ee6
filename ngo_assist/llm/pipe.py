"""The worker as a child process: started, spoken to in lines, drained, and always ended."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress

from . import wire
from .crash import cause_of_death
from .log import RotatingLog
from .protocol import ModelFailed

COMMAND = (sys.executable, "-P", "-X", "utf8", "-m", "ngo_assist.llm.worker")
"""How the worker is started; -P keeps modules of the current folder from being taken for ours."""

if sys.platform == "win32":
    _NO_WINDOW = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _NO_WINDOW = 0

_ANSWER_LIMIT = 1 << 16
"""The longest answer in bytes; more without a line end is garbage."""


class Pipe:
    """One child process. `receive` by one task at a time."""

    def __init__(self, process: asyncio.subprocess.Process, log: RotatingLog, patience: float) -> None:
        self._process, self._patience = process, patience
        self._draining = asyncio.create_task(self._drain(log))
        self._ending: asyncio.Task[None] | None = None

    @classmethod
    async def open(cls, command: Sequence[str], log: RotatingLog, patience: float) -> Pipe:
        """Start the process. `patience` is the seconds it gets to end by itself. Raises `ModelFailed`."""
        try:
            process = await asyncio.create_subprocess_exec(
                *command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                limit=_ANSWER_LIMIT,
                # Ctrl+C in the terminal is for the program, not for its worker; and no console window.
                start_new_session=sys.platform != "win32",
                creationflags=_NO_WINDOW,
            )
        except OSError as error:
            raise ModelFailed("start", error.strerror or type(error).__name__) from error
        return cls(process, log, patience)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def exit_status(self) -> int | None:
        """None while it lives."""
        return self._process.returncode

    async def send(self, command: wire.Command) -> None:
        """Send, and wait until the pipe has room. A lost reader shows in `receive`, not here."""
        assert self._process.stdin is not None
        self.send_now(command)
        with suppress(ConnectionError):
            await self._process.stdin.drain()

    def send_now(self, command: wire.Command) -> None:
        """Hand a short command to the pipe without waiting."""
        assert self._process.stdin is not None
        if not self._process.stdin.is_closing():
            self._process.stdin.write(wire.encode(command))

    async def receive(self) -> wire.Answer:
        """The next answer. Raises `ModelFailed`: why it died at the end of the stream, or "garbage"."""
        assert self._process.stdout is not None
        try:
            line = await self._process.stdout.readline()
        except ValueError:
            raise ModelFailed("garbage", "a line without an end") from None
        if not line.endswith(b"\n"):
            raise await self._cause_of_death()
        try:
            return wire.decode_answer(line)
        except wire.ProtocolError as error:
            raise ModelFailed("garbage", str(error)) from error

    async def end(self) -> None:
        """End the process and wait for it, also when this call is cancelled. Safe to call twice."""
        if self._ending is None:
            self._ending = asyncio.create_task(self._end())
        cancelled = False
        while not self._ending.done():
            try:
                await asyncio.shield(self._ending)
            except asyncio.CancelledError:
                cancelled = True
                self._kill()
        if cancelled:
            raise asyncio.CancelledError

    async def _end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        # At the end of its input a worker in order leaves at once; the others are told, then made to.
        for force in (None, self._terminate, self._kill):
            if force:
                force()
            if await self._ended():
                break
        await self._process.wait()
        await self._finish_streams()

    async def _ended(self) -> bool:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._process.wait(), self._patience)
        return self._process.returncode is not None

    def _terminate(self) -> None:
        with suppress(ProcessLookupError):
            self._process.terminate()

    def _kill(self) -> None:
        with suppress(ProcessLookupError):
            self._process.kill()

    async def _finish_streams(self) -> None:
        """Read what is left, so that the pipes close; a grandchild may hold them open, so not for ever."""
        assert self._process.stdout is not None
        with suppress(TimeoutError):
            async with asyncio.timeout(self._patience):
                while await self._process.stdout.read(_ANSWER_LIMIT):
                    pass
                await asyncio.shield(self._draining)
        self._draining.cancel()
        with suppress(asyncio.CancelledError):
            await self._draining
        # There is no public way to close the reading ends.
        self._process._transport.close()  # type: ignore[attr-defined]

    async def _drain(self, log: RotatingLog) -> None:
        assert self._process.stderr is not None
        while chunk := await self._process.stderr.read(_ANSWER_LIMIT):
            await asyncio.to_thread(log.write, chunk)

    async def _cause_of_death(self) -> ModelFailed:
        return cause_of_death(self._process.returncode if await self._ended() else None)
