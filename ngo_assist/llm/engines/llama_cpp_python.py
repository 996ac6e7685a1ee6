"""llama.cpp through llama-cpp-python.

The prompt is read here batch by batch, so that progress can be told and a stop is seen; then the
package's own `generate` finds all of it in its cache and writes.
"""

from __future__ import annotations

import codecs
import ctypes
import importlib.metadata
import itertools
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

import llama_cpp
import llama_cpp.llama_chat_format

from ..gguf import read_header
from ..protocol import Prompt, WriteRequest
from .base import BATCH, CHATML, MIN_P, TOP_K, TOP_P, Counts, EngineError, Listener, messages, until_line_end
from .template import Template


class _NoTemplate:
    """Takes the place of the package's own chat templates, which it would compile and never use here.

    A template is code from the file; ours are kept in bounds, see `Template`.
    """

    def __init__(self, **_: object) -> None: ...

    def to_chat_handler(self) -> None: ...


_chat_format: Any = llama_cpp.llama_chat_format
_chat_format.Jinja2ChatFormatter = _NoTemplate


class LlamaCppPython:
    """One context, one sequence: its cache is the prompt before and the text after it."""

    def __init__(self) -> None:
        self.name = f"llama-cpp-python {importlib.metadata.version('llama-cpp-python')}"
        self._llama: Any = None
        self._template = Template(CHATML)
        self._control_tokens: tuple[str, ...] = ()
        # Empty: go on; "x": stop. See `_abort_on`.
        self._flag = ctypes.create_string_buffer(2)

    def load(self, path: Path, n_ctx: int, threads: int) -> None:
        header = read_header(path, control_tokens=True)
        try:
            llama = llama_cpp.Llama(
                str(path),
                n_ctx=n_ctx,
                n_batch=BATCH,
                n_ubatch=BATCH,
                n_threads=threads,
                n_threads_batch=threads,
                n_gpu_layers=-1,
                verbose=False,
            )
        except (ValueError, RuntimeError, AssertionError) as error:
            raise EngineError("model", f"llama-cpp-python cannot load it ({error})") from error
        self._llama, self._vocabulary = llama, llama_cpp.llama_model_get_vocab(llama.model)
        self._control_tokens = header.control_tokens
        source = header.metadata.get("tokenizer.chat_template")
        self._template = Template(
            source if isinstance(source, str) else CHATML,
            bos=self._token_text(llama.token_bos()),
            eos=self._token_text(llama.token_eos()),
        )
        # What is wrong with it shows now and not at the first text.
        self._template.render([{"role": "system", "content": "A"}, {"role": "user", "content": "B"}])
        _abort_on(llama.ctx, self._flag)

    def write(self, request: WriteRequest, listener: Listener) -> Counts:
        self._flag.value = b""
        if listener.should_stop():
            return Counts("stopped", 0, 0, 0)
        tokens = self._tokens(request.prompt)
        if len(tokens) >= self._llama.n_ctx():
            raise EngineError("prompt", f"{len(tokens)} tokens do not fit in {self._llama.n_ctx()}")
        cached = self._keep_prefix(tokens)
        listener.reading(cached, len(tokens))
        for start in range(cached, len(tokens), BATCH):
            if listener.should_stop() or not self._read(tokens[start : start + BATCH]):
                return Counts("stopped", len(tokens), start - cached, 0)
            listener.reading(min(start + BATCH, len(tokens)), len(tokens))
        return self._write(tokens, cached, request, listener)

    def interrupt(self) -> None:
        self._flag.value = b"x"

    def close(self) -> None:
        if self._llama is not None:
            self._llama.close()
            self._llama = None

    def _tokens(self, prompt: Prompt) -> list[int]:
        text = self._template.render(messages(prompt, self._control_tokens)) + prompt.label
        # A template that writes the begin token itself must not get a second one.
        begin = self._token_text(self._llama.token_bos())
        add = llama_cpp.llama_vocab_get_add_bos(self._vocabulary) and not (begin and text.startswith(begin))
        found: list[int] = self._llama.tokenize(text.encode("utf-8"), add_bos=bool(add), special=True)
        return found

    def _keep_prefix(self, tokens: list[int]) -> int:
        """Drop from the cache all that `tokens` does not begin with. The last token is always read anew."""
        llama = self._llama
        common = 0
        for old, new in zip(llama.input_ids[: llama.n_tokens].tolist(), tokens[:-1], strict=False):
            if old != new:
                break
            common += 1
        memory = llama_cpp.llama_get_memory(llama.ctx)
        if common and not llama_cpp.llama_memory_seq_rm(memory, 0, common, -1):
            common = 0  # a recurrent model cannot forget only the end
        if not common:
            llama_cpp.llama_memory_clear(memory, True)
            llama.reset()
        llama.n_tokens = common
        return common

    def _read(self, tokens: list[int]) -> bool:
        """False when the reading was interrupted."""
        try:
            self._llama.eval(tokens)
        except RuntimeError as error:
            if self._flag.value:
                return False
            raise EngineError("engine", f"llama-cpp-python: {error}") from error
        return True

    def _write(self, tokens: list[int], cached: int, request: WriteRequest, listener: Listener) -> Counts:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        reason: Literal["line", "length", "stopped"] = "length"
        generated = 0
        try:
            for token in self._generate(tokens, request):
                generated += 1
                if llama_cpp.llama_vocab_is_eog(self._vocabulary, token):
                    reason = "line"
                    break
                text, ended = until_line_end(decoder.decode(self._piece(token)))
                if text:
                    listener.piece(text)
                if ended:
                    reason = "line"
                    break
                if listener.should_stop():
                    reason = "stopped"
                    break
        except RuntimeError as error:
            if not self._flag.value:
                raise EngineError("engine", f"llama-cpp-python: {error}") from error
            reason = "stopped"
        return Counts(reason, len(tokens), len(tokens) - cached, generated)

    def _generate(self, tokens: list[int], request: WriteRequest) -> Iterator[int]:
        room = min(request.max_tokens, self._llama.n_ctx() - len(tokens))
        self._llama.set_seed(request.seed)
        source = self._llama.generate(
            tokens, temp=request.temperature, top_k=TOP_K, top_p=TOP_P, min_p=MIN_P, repeat_penalty=1.0
        )
        yield from itertools.islice(source, room)

    def _piece(self, token: int) -> bytes:
        buffer = ctypes.create_string_buffer(128)
        length = llama_cpp.llama_token_to_piece(self._vocabulary, token, buffer, 128, 0, False)
        if length < 0:
            buffer = ctypes.create_string_buffer(-length)
            length = llama_cpp.llama_token_to_piece(self._vocabulary, token, buffer, -length, 0, False)
        return buffer.raw[: max(length, 0)]

    def _token_text(self, token: int) -> str:
        if token < 0:
            return ""
        return str(llama_cpp.llama_vocab_get_text(self._vocabulary, token).decode("utf-8", "replace"))


def _abort_on(context: Any, flag: ctypes.Array[ctypes.c_char]) -> None:
    """Let llama.cpp give up its work as soon as `flag` is not empty.

    It asks before every step of every layer, from a thread of its own, which is too often for a Python
    function. The C library's strlen is just the question: it takes an address and says 0 for an empty
    text, with no interpreter in between.
    """
    library = ctypes.CDLL("ucrtbase" if sys.platform == "win32" else None)
    ask = ctypes.cast(library.strlen, llama_cpp.ggml_abort_callback)
    with suppress(AttributeError):  # left out of some versions; then a stop waits for the batch
        llama_cpp.llama_set_abort_callback(context, ask, ctypes.cast(flag, ctypes.c_void_p))


def make() -> LlamaCppPython:
    """A new engine, nothing loaded."""
    return LlamaCppPython()
