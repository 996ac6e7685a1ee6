"""llama.cpp's own server inside this process, through the xllamacpp package.

The package always opens a listening socket beside its Python calls. Here it is a Unix socket in a
private folder that is removed as soon as the server stands; on Windows a port on the loopback address
that takes nobody without a key made for this run.
"""

from __future__ import annotations

import importlib.metadata
import secrets
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any, Literal

import xllamacpp

from ..gguf import read_header
from ..protocol import WriteRequest
from .base import BATCH, CHATML, MIN_P, TOP_K, TOP_P, Counts, EngineError, Listener, messages, until_line_end
from .template import Template


class Xllamacpp:
    """One slot, one conversation: its cache is the prompt before."""

    def __init__(self) -> None:
        self.name = f"xllamacpp {importlib.metadata.version('xllamacpp')}"
        self._server: Any = None
        self._control_tokens: tuple[str, ...] = ()

    def load(self, path: Path, n_ctx: int, threads: int) -> None:
        header = read_header(path, control_tokens=True)
        own = header.metadata.get("tokenizer.chat_template")
        try:
            self._start(path, n_ctx, threads, "" if own else CHATML)
        except EngineError:
            # The library does not say what it stumbled over, and a second start after a failed one may hang.
            if own:
                asked = [{"role": "system", "content": "a"}, {"role": "user", "content": "b"}]
                Template(str(own)).render(asked)
            raise
        self._control_tokens = header.control_tokens

    def _start(self, path: Path, n_ctx: int, threads: int, template: str) -> None:
        params = _params(path, n_ctx, threads)
        if template:
            params.chat_template = template
        door = Path(tempfile.mkdtemp(prefix="ngo-"))
        if sys.platform != "win32":
            params.hostnames = [str(door / "s.sock")]
        try:
            self._server = xllamacpp.Server(params)
        except Exception as error:
            raise EngineError("model", f"xllamacpp cannot load it ({error})") from error
        finally:
            shutil.rmtree(door, ignore_errors=True)
            # The server has taken the signals for itself, and would not end the process on SIGTERM.
            for each in (signal.SIGTERM, signal.SIGINT):
                signal.signal(each, signal.SIG_DFL)

    def write(self, request: WriteRequest, listener: Listener) -> Counts:
        hearing = _Hearing(listener)
        turns = messages(request.prompt, self._control_tokens)
        self._server.handle_chat_completions(
            {
                "messages": [*turns, {"role": "assistant", "content": request.prompt.label}],
                "max_tokens": request.max_tokens,
                "temperature": request.temperature,
                "seed": request.seed,
                "top_k": TOP_K,
                "top_p": TOP_P,
                "min_p": MIN_P,
                "stop": ["\n", "\r"],
                "id_slot": 0,
                "cache_prompt": True,
                "stream": True,
                "return_progress": True,
                "timings_per_token": True,
                "chat_template_kwargs": {"enable_thinking": False},
                "reasoning_format": "none",
                "parse_tool_calls": False,
            },
            hearing,
        )
        return hearing.counts()

    def interrupt(self) -> None:
        """Nothing to do: the server calls back after each batch, and is told there."""

    def close(self) -> None:
        self._server = None


class _Hearing:
    """The server's callback. Its answer True ends the text."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._reason: Literal["line", "length", "stopped"] | None = None
        self._error: EngineError | None = None
        self._prompt = self._cached = self._read = self._generated = 0

    def __call__(self, chunk: dict[str, Any]) -> bool:
        try:
            return self._hear(chunk)
        except BaseException as error:
            # An exception must not travel through the native code that called.
            self._error = EngineError("engine", f"xllamacpp: {type(error).__name__}")
            return True

    def _hear(self, chunk: dict[str, Any]) -> bool:
        if problem := chunk.get("error"):
            kind = "prompt" if problem.get("type") == "exceed_context_size_error" else "engine"
            self._error = EngineError(kind, f"xllamacpp: {problem.get('type')}")
            return True
        if timings := chunk.get("timings"):
            self._cached, self._read = timings["cache_n"], timings["prompt_n"]
            self._generated = timings["predicted_n"]
        if progress := chunk.get("prompt_progress"):
            self._prompt = progress["total"]
            self._listener.reading(progress["processed"], progress["total"])
        for choice in chunk.get("choices", ()):
            text, ended = until_line_end(choice["delta"].get("content") or "")
            if text:
                self._listener.piece(text)
            if ended or choice["finish_reason"]:
                self._reason = "length" if choice["finish_reason"] == "length" else "line"
        if self._reason is None and self._listener.should_stop():
            self._reason = "stopped"
        return self._reason is not None

    def counts(self) -> Counts:
        if self._error:
            raise self._error
        if self._reason is None:
            raise EngineError("engine", "xllamacpp ended without a reason")
        return Counts(self._reason, self._prompt or self._cached + self._read, self._read, self._generated)


def _params(path: Path, n_ctx: int, threads: int) -> Any:
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.n_ctx = n_ctx
    params.n_parallel = 1
    params.n_batch = params.n_ubatch = BATCH
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    params.fit_params = False  # it would choose another context than the one asked for
    params.warmup = False  # the worker has just read the file
    params.cache_ram_mib = 0  # else up to 8 GiB of earlier prompts
    params.verbosity = 1  # errors
    params.api_keys = [secrets.token_urlsafe(32)]
    params.endpoint_slots = params.ui = False
    params.n_threads_http = 1
    return params


def make() -> Xllamacpp:
    """A new engine, nothing loaded."""
    return Xllamacpp()
