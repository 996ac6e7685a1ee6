"""What the worker costs, against the bare engine, in one run: `python -m benchmarks.engine [ENGINE …]`.

The bare engine is the library as its own manual shows it, on the same prompts with the same number of
threads, taking turns with the worker so that a busy machine hurts both. Each number is printed beside
its bar; the status is 1 when one is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ngo_assist.llm import engines
from ngo_assist.llm.catalogue import ModelFile, resolve
from ngo_assist.llm.client import CONTEXT, WorkerModel
from ngo_assist.llm.machine import cores
from ngo_assist.llm.places import Places
from ngo_assist.llm.protocol import Finished, Piece, Prompt, WriteRequest
from ngo_assist.llm.worker import SPIN

from .measure import Number

RULES = (
    "You help a small charity to plan. Write one plain sentence. Use only what is written below. "
    "Do not invent names, numbers, dates or laws. Do not repeat the question. "
) * 4
ORGANISATION = "The charity: Ak Niet, a village, two paid people, ten volunteers, internet once a week. " * 4
ACTIONS = (
    "copy all files to a second disk every Friday",
    "write down who can open which account",
    "agree on one folder for all papers",
    "ask the library for a room with internet",
    "make a list of all people who get help",
    "send the report to the donors each quarter",
)


def requests(max_tokens: int = 60) -> list[WriteRequest]:
    """Two fields for each of a few actions, in the order in which drafting asks."""
    return [
        WriteRequest(Prompt(RULES, f"{ORGANISATION}\nThe action: {action}.", f"{label}: To"), max_tokens)
        for action in ACTIONS
        for label in ("Why here", "First step")
    ]


@dataclass(frozen=True)
class Text:
    """What one text took: tokens, and seconds to its first piece and from there to its end."""

    prompt_tokens: int
    evaluated: int
    generated: int
    first: float
    rest: float

    @property
    def rate(self) -> float:
        """Generated tokens per second after the first."""
        return (self.generated - 1) / self.rest if self.generated > 1 and self.rest > 0 else 0.0


async def with_worker(model: WorkerModel, request: WriteRequest) -> Text:
    """Write one text through the worker, timed from outside."""
    began = time.perf_counter()
    first = None
    async for each in model.write(request):
        now = time.perf_counter()
        if isinstance(each, Piece):
            first = first or now
    assert isinstance(each, Finished)
    first = first or now
    return Text(each.prompt_tokens, each.evaluated, each.generated, first - began, now - first)


class Bare:
    """A process with nothing but the library in it, asked for one text at a time."""

    def __init__(self, engine: str, model: ModelFile, threads: int) -> None:
        command = [sys.executable, "-m", "benchmarks.engine", "--bare", engine, str(model.path), str(threads)]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # The worker's own setting for busy machines: the ratio is to show what the worker costs.
            env={**os.environ, "GOMP_SPINCOUNT": SPIN},
        )
        self.pid = self._process.pid

    def write(self, request: WriteRequest) -> Text:
        """Write one text, timed inside the process."""
        assert self._process.stdin and self._process.stdout
        prompt = request.prompt
        asked = [prompt.system, prompt.user, prompt.label, request.max_tokens]
        self._process.stdin.write(json.dumps(asked).encode() + b"\n")
        self._process.stdin.flush()
        return Text(**json.loads(self._process.stdout.readline()))

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


def bare_llama_cpp_python(path: str, threads: int) -> Any:
    """As the manual of llama-cpp-python shows it: `create_completion`, streaming, cache on."""
    import llama_cpp

    llama = llama_cpp.Llama(path, n_ctx=CONTEXT, n_threads=threads, n_threads_batch=threads, verbose=False)

    def write(prompt: str, max_tokens: int) -> Text:
        tokens = llama.tokenize(prompt.encode(), special=True)
        shared = 0
        for old, new in zip(llama.input_ids[: llama.n_tokens].tolist(), tokens, strict=False):
            if old != new:
                break
            shared += 1
        began = time.perf_counter()
        times = [
            time.perf_counter()
            for _ in llama.create_completion(
                tokens, max_tokens=max_tokens, temperature=0, stop=["\n"], stream=True
            )
        ]
        # The last chunk says why it ended and is no token.
        generated = llama.n_tokens - len(tokens) + 1
        return Text(len(tokens), len(tokens) - shared, generated, times[0] - began, times[-1] - times[0])

    return write


def bare_xllamacpp(path: str, threads: int) -> Any:
    """As the manual of xllamacpp shows it: `handle_completions` with a callback."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path, params.n_ctx, params.n_parallel = path, CONTEXT, 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    params.verbosity = 1
    server = xllamacpp.Server(params)

    def write(prompt: str, max_tokens: int) -> Text:
        times: list[float] = []
        last: dict[str, Any] = {}

        def hear(chunk: dict[str, Any]) -> None:
            times.append(time.perf_counter())
            last.update(chunk)

        began = time.perf_counter()
        asked = {"prompt": prompt, "max_tokens": max_tokens, "temperature": 0, "stop": ["\n"]}
        server.handle_completions({**asked, "stream": True}, hear)
        timings = last["timings"]
        read, generated = timings["prompt_n"], timings["predicted_n"]
        return Text(timings["cache_n"] + read, read, generated, times[0] - began, times[-1] - times[0])

    return write


def serve_bare(engine: str, path: str, threads: int) -> None:
    """The inside of `Bare`."""
    make = {"llama-cpp-python": bare_llama_cpp_python, "xllamacpp": bare_xllamacpp}[engine]
    write = make(path, threads)
    for line in sys.stdin:
        system, user, label, max_tokens = json.loads(line)
        turns = (("system", system), ("user", user))
        chat = "".join(f"<|im_start|>{role}\n{text}<|im_end|>\n" for role, text in turns)
        text = write(f"{chat}<|im_start|>assistant\n{label}", max_tokens)
        print(json.dumps(text.__dict__), flush=True)


async def stop_seconds(model: WorkerModel, long: str) -> tuple[float, float]:
    """Seconds from a stop to its answer: while a prompt is read, and while a text is written."""
    found = []
    for request, wait in (
        (WriteRequest(Prompt("", long, "x"), 400), 0.2),
        (WriteRequest(Prompt("", "Write all numbers from 1 to 1000 on one line.", "1, 2, 3,"), 400), None),
    ):
        reading = asyncio.Event()
        ended: list[float] = []

        async def read(request=request, reading=reading, ended=ended) -> None:  # type: ignore[no-untyped-def]
            async for _ in model.write(request):
                reading.set()
            ended.append(time.perf_counter())

        task = asyncio.create_task(read())
        await (asyncio.sleep(wait) if wait else reading.wait())
        stopped = time.perf_counter()
        await model.stop()
        await task
        found.append(ended[0] - stopped)
    return found[0], found[1]


def memory(pid: int) -> float:
    """Mebibytes of its own memory (Linux), files it has mapped left out."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon:"))


async def measure(engine: str, model: ModelFile, rounds: int = 4) -> list[Number]:
    """Worker and bare engine in turns over the same prompts.

    Of each prompt the best of `rounds` counts, since what else the machine does only ever adds; the
    medians over the prompts are compared.
    """
    asked = requests()
    bare = Bare(engine, model, cores())
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        worker = await WorkerModel.start(model, engine=engine, places=Places(here, here, here))
        ours: list[Text] = []
        theirs: list[Text] = []
        try:
            for _ in range(rounds):
                for request in asked:
                    ours.append(await with_worker(worker, request))
                    theirs.append(await asyncio.to_thread(bare.write, request))
            stops = await stop_seconds(worker, "Village and road. " * 400)
            sizes = (memory(worker.pid), memory(bare.pid)) if sys.platform == "linux" else (0.0, 0.0)
        finally:
            bare.close()
            await worker.close()
    # The first text of all reads everything; after it only cards and labels are new.
    pairs = list(zip(*(_best(texts, len(asked))[1:] for texts in (ours, theirs)), strict=True))
    rates = [statistics.median(each[side].rate for each in pairs if each[0].rate) for side in (0, 1)]
    firsts = [statistics.median(each[side].first for each in pairs) for side in (0, 1)]
    reference = f"bare {engine}"
    for what, (mine, bare_one) in {"tokens a second": rates, "seconds to the first word": firsts}.items():
        print(f"{engine}: {what} {mine:.3f}, bare {bare_one:.3f}")
    return [
        Number("generated tokens a second", rates[0] / rates[1], 0.95, "x", reference, least=True),
        Number("prompt tokens evaluated", _total(ours) / _total(theirs), 1.05, "x", reference),
        Number("first word of a text", firsts[0] / firsts[1], 1.2, "x", reference),
        Number("stop while a prompt is read", stops[0], 0.3, "s", engine),
        Number("stop while a text is written", stops[1], 0.3, "s", engine),
        Number("memory of the worker above it", sizes[0] - sizes[1], 60, "MiB", reference),
    ]


def _best(texts: Sequence[Text], asked: int) -> list[Text]:
    """Of each prompt, the shortest wait for the first word and the shortest writing."""
    rounds = [texts[start : start + asked] for start in range(0, len(texts), asked)]
    return [
        replace(same[0], first=min(each.first for each in same), rest=min(each.rest for each in same))
        for same in zip(*rounds, strict=True)
    ]


def _total(texts: Sequence[Text]) -> int:
    return sum(each.evaluated for each in texts)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine", nargs="*", help="engines to measure; default: all installed")
    parser.add_argument("--model", default="starter")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--bare", nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.bare:
        name, path, threads = arguments.bare
        serve_bare(name, path, int(threads))
        return 0
    model = resolve(arguments.model)
    found = []
    for engine in arguments.engine or engines.available():
        for each in (measured := asyncio.run(measure(engine, model, arguments.rounds))):
            print(each)
        found += measured
    return 0 if all(each.holds for each in found) else 1


if __name__ == "__main__":
    sys.exit(main())
