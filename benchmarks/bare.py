"""The bare engine: the library as its own manual shows it, alone in a process, asked for one text at a time.

`Bare` is the handle; `python -m benchmarks.bare ENGINE MODEL THREADS` its inside.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.client import CONTEXT
from ngo_assist.llm.engines.base import MIN_P, TOP_K, TOP_P
from ngo_assist.llm.protocol import WriteRequest
from ngo_assist.llm.worker import SPIN


@dataclass(frozen=True)
class Text:
    """What one text took.

    Tokens of the prompt, those evaluated, those written, and seconds to the first piece and from there to
    the end. `unseen` are the tokens of the prompt after what it has in common with any prompt before it.
    """

    prompt_tokens: int
    evaluated: int
    generated: int
    first: float
    rest: float
    unseen: int = 0

    @property
    def seconds(self) -> float:
        return self.first + self.rest


class Bare:
    """A process with nothing but the library in it."""

    def __init__(self, engine: str, model: ModelFile, threads: int) -> None:
        command = [sys.executable, "-m", "benchmarks.bare", engine, str(model.path), str(threads)]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # The worker's own setting for busy machines: the ratio is to show what the worker costs.
            env={**os.environ, "GOMP_SPINCOUNT": SPIN},
        )
        self.pid = self._process.pid

    def write(self, request: WriteRequest, tokens: int) -> Text:
        """Write so many tokens of a text, timed inside the process."""
        assert self._process.stdin and self._process.stdout
        prompt = request.prompt
        asked = [prompt.system, prompt.user, prompt.label, tokens, request.temperature, request.seed]
        self._process.stdin.write(json.dumps(asked).encode() + b"\n")
        self._process.stdin.flush()
        return Text(**json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


Write = Callable[[str, int, float, int], Text]


class Seen:
    """The prompts before, as tokens."""

    def __init__(self) -> None:
        self._before: list[list[int]] = []

    def unseen(self, tokens: list[int]) -> int:
        """Count the tokens that begin no prompt before, and remember all of them."""
        shared = 0
        for earlier in self._before:
            same = 0
            for old, new in zip(earlier, tokens, strict=False):
                if old != new:
                    break
                same += 1
            shared = max(shared, same)
        self._before.append(tokens)
        return len(tokens) - shared


def llama_cpp_python(path: str, threads: int) -> Write:
    """As the manual of llama-cpp-python shows it: `create_completion`, streaming, cache on."""
    import llama_cpp

    llama = llama_cpp.Llama(path, n_ctx=CONTEXT, n_threads=threads, n_threads_batch=threads, verbose=False)
    seen = Seen()

    def write(prompt: str, max_tokens: int, temperature: float, seed: int) -> Text:
        tokens = llama.tokenize(prompt.encode(), special=True)
        cached = 0
        for old, new in zip(llama.input_ids[: llama.n_tokens].tolist(), tokens[:-1], strict=False):
            if old != new:
                break
            cached += 1
        choice = {"temperature": temperature, "top_k": TOP_K, "top_p": TOP_P, "min_p": MIN_P, "seed": seed}
        began = time.perf_counter()
        times = [
            time.perf_counter()
            for _ in llama.create_completion(
                tokens, max_tokens=max_tokens, stream=True, stop=["\n"], **choice
            )
        ]
        # The last chunk says why it ended and is no token.
        generated = max(1, llama.n_tokens - len(tokens) + 1)
        first, rest = times[0] - began, times[-1] - times[0]
        return Text(len(tokens), len(tokens) - cached, generated, first, rest, seen.unseen(tokens))

    return write


def xllamacpp(path: str, threads: int) -> Write:
    """As the manual of xllamacpp shows it: `handle_completions` with a callback."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path, params.n_ctx, params.n_parallel = path, CONTEXT, 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    params.verbosity = 1
    server = xllamacpp.Server(params)
    seen = Seen()

    def tokenized(prompt: str) -> list[int]:
        asked = json.dumps({"content": prompt, "parse_special": True}).encode()
        request = urllib.request.Request(f"{server.listening_address}/tokenize", asked)
        with urllib.request.urlopen(request) as answer:
            return list(json.load(answer)["tokens"])

    def write(prompt: str, max_tokens: int, temperature: float, seed: int) -> Text:
        times: list[float] = []
        timings: dict[str, Any] = {}

        def hear(chunk: dict[str, Any]) -> None:
            times.append(time.perf_counter())
            timings.update(chunk.get("timings") or {})

        choice = {"temperature": temperature, "top_k": TOP_K, "top_p": TOP_P, "min_p": MIN_P, "seed": seed}
        asked = {"prompt": prompt, "max_tokens": max_tokens, "stop": ["\n"], "stream": True, **choice}
        began = time.perf_counter()
        server.handle_completions(asked, hear)
        read, first, rest = timings["prompt_n"], times[0] - began, times[-1] - times[0]
        unseen = seen.unseen(tokenized(prompt))
        return Text(timings["cache_n"] + read, read, timings["predicted_n"], first, rest, unseen)

    return write


def serve(engine: str, path: str, threads: int) -> None:
    """Write what the lines of the input ask for."""
    write = {"llama-cpp-python": llama_cpp_python, "xllamacpp": xllamacpp}[engine](path, threads)
    for line in sys.stdin:
        system, user, label, *asked = json.loads(line)
        turns = (("system", system), ("user", user))
        chat = "".join(f"<|im_start|>{role}\n{text}<|im_end|>\n" for role, text in turns)
        print(json.dumps(write(f"{chat}<|im_start|>assistant\n{label}", *asked).__dict__), flush=True)


if __name__ == "__main__":
    serve(sys.argv[1], sys.argv[2], int(sys.argv[3]))
