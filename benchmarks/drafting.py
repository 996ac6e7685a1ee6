"""A plan of twelve actions put into words, against the bare engine: `python -m benchmarks.drafting`.

The plan is drafted as the program does it: the example organisation, the real worker, the guard, its tries.
After each text the bare engine is asked for as many tokens of the same prompt, while our clock stands, so
that whatever else the machine does falls on both. That only ever adds, and the same seed gives the same
texts, so of each text the best of the rounds counts, for us and for it. Each number is printed beside its
bar, with the least and the most that single rounds gave; the status is 1 when one is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.bare import Bare, Text
from benchmarks.measure import Number
from ngo_assist.drafting.drafter import Drafter
from ngo_assist.drafting.events import Event, TextStarted
from ngo_assist.example import example
from ngo_assist.i18n.translator import translator
from ngo_assist.llm import engines
from ngo_assist.llm.catalogue import ModelFile, resolve
from ngo_assist.llm.client import WorkerModel
from ngo_assist.llm.machine import cores
from ngo_assist.llm.places import Places
from ngo_assist.llm.protocol import Finished, ModelInfo, Piece, Prompt, WriteRequest
from ngo_assist.planning.limits import default_limits
from ngo_assist.planning.plan import make_plan
from ngo_assist.rubric.load import load_rubric, shipped

ACTIONS = 12
STOPS = 5
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@dataclass
class Round:
    """One plan: of each text what we and what the bare engine needed, and the whole time that was ours."""

    ours: list[Text] = field(default_factory=list)
    bare: list[Text] = field(default_factory=list)
    opening: list[bool] = field(default_factory=list)
    """Whether the text is the first one of an action, so that its card is new."""
    seconds: float = 0.0

    def rate(self) -> float:
        """Generated tokens a second, ours to the bare engine's, every try counted."""
        return _rate(self.ours) / _rate(self.bare)

    def evaluated(self) -> float:
        """Prompt tokens evaluated, to those not seen before."""
        return sum(each.evaluated for each in self.ours) / sum(each.unseen for each in self.bare)

    def first_word(self) -> float:
        """Seconds to the first word of an action, to what the bare engine needs to read its card."""
        medians = [
            statistics.median(text.first for text, opens in zip(texts, self.opening, strict=True) if opens)
            for texts in (self.ours, self.bare)
        ]
        return medians[0] / medians[1]

    def whole(self) -> float:
        """Seconds for the plan, to what the bare engine needs for the same tokens."""
        return self.seconds / sum(
            # It may have ended a line some tokens before or after us.
            bare.first + bare.rest * ours.generated / bare.generated
            for ours, bare in zip(self.ours, self.bare, strict=True)
        )


class Beside:
    """A writer that lets the bare engine write each text too. `aside` are the seconds which that took."""

    def __init__(self, worker: WorkerModel, bare: Bare) -> None:
        self._worker, self._bare = worker, bare
        self.round, self.aside = Round(), 0.0
        self.action: str | None = None
        self._opened: str | None = None

    @property
    def info(self) -> ModelInfo:
        return self._worker.info

    def hear(self, event: Event) -> None:
        """Take notice of whose text is asked for next."""
        if isinstance(event, TextStarted):
            self.action = event.action_id

    async def write(self, request: WriteRequest) -> AsyncGenerator[Piece | Finished, None]:
        began = first = time.perf_counter()
        answers = self._worker.write(request)
        end: Finished | None = None
        try:
            async for each in answers:
                if isinstance(each, Finished):
                    end = each
                elif first == began:
                    first = time.perf_counter()
                yield each
        finally:
            if end is None:
                # The guard has seen enough; what was evaluated is told with the end.
                await self._worker.stop()
                async for each in answers:
                    end = each if isinstance(each, Finished) else end
            assert end is not None, "the worker failed; what it was asked last did not end"
            over = time.perf_counter()
            first = over if first == began else first
            ours = Text(end.prompt_tokens, end.evaluated, max(1, end.generated), first - began, over - first)
            self.round.ours.append(ours)
            self.round.opening.append(self.action is not None and self.action != self._opened)
            self._opened = self.action
            self.round.bare.append(await asyncio.to_thread(self._bare.write, request, ours.generated))
            self.aside += time.perf_counter() - over

    async def stop(self) -> None:
        await self._worker.stop()

    async def close(self) -> None:
        await self._worker.close()


def best(rounds: Sequence[Round]) -> Round:
    """Of each text the shortest wait for the first word and the quickest writing, for both sides."""
    shortest = [
        [
            replace(same[0], first=min(each.first for each in same), rest=min(each.rest for each in same))
            for same in zip(*side, strict=True)
        ]
        for side in ([each.ours for each in rounds], [each.bare for each in rounds])
    ]
    # What is neither reading nor writing: briefs, the guard's last word, the plan.
    between = min(each.seconds - sum(text.seconds for text in each.ours) for each in rounds)
    seconds = between + sum(text.seconds for text in shortest[0])
    return Round(shortest[0], shortest[1], rounds[0].opening, seconds)


def _rate(texts: Sequence[Text]) -> float:
    """Generated tokens a second after the first of each text."""
    return sum(each.generated - 1 for each in texts) / sum(each.rest for each in texts if each.generated > 1)


def plan_of_twelve() -> Callable[[Beside], Drafter]:
    """Return what makes a drafter for a new writer."""
    rubric = load_rubric(shipped("socialtech"))
    assessment = example("en", rubric, NOW)
    limits = default_limits(rubric, assessment, date(2026, 11, 23)).updated_with(
        months=12, actions_per_month=5, days_per_month=8.0, budget=5_000_000
    )
    plan = make_plan(
        rubric, assessment, limits, language="en", created=NOW, uid="u", id="2026-11-23", ask_values={}
    )
    assert len(plan.actions) >= ACTIONS
    plan = plan.updated_with(actions=plan.actions[:ACTIONS])
    return lambda writer: Drafter(plan, rubric, assessment, writer, translator("en"), clock=time.perf_counter)


async def one_round(worker: WorkerModel, bare: Bare, drafter_of: Callable[[Beside], Drafter]) -> Round:
    """Draft the plan once."""
    writer = Beside(worker, bare)
    drafter = drafter_of(writer)
    began = time.perf_counter()
    async with aclosing(drafter.events()) as events:
        async for event in events:
            writer.hear(event)
    writer.round.seconds = time.perf_counter() - began - writer.aside
    assert drafter.plan.drafting.ended == "complete"
    return writer.round


async def stop_seconds(worker: WorkerModel, request: WriteRequest, *, while_reading: bool) -> float:
    """Seconds from a stop to its answer: while a prompt is read, or while a text is written."""
    reading, ended = asyncio.Event(), 0.0

    async def read() -> None:
        nonlocal ended
        async for _ in worker.write(request):
            reading.set()
        ended = time.perf_counter()

    task = asyncio.create_task(read())
    await (asyncio.sleep(0.3) if while_reading else reading.wait())
    stopped = time.perf_counter()
    await worker.stop()
    await task
    return ended - stopped


async def stops(worker: WorkerModel) -> tuple[list[float], list[float]]:
    """Stop while reading and while writing, some times each."""
    count = WriteRequest(Prompt("", "Write all numbers from 1 to 1000 on one line.", "1, 2, 3,"), 400)
    reading, writing = [], []
    for number in range(STOPS):
        # Each time another one, so that it is not in the cache.
        long = WriteRequest(Prompt("", f"{number} village and road. " * 400, "x"), 400)
        reading.append(await stop_seconds(worker, long, while_reading=True))
        writing.append(await stop_seconds(worker, count, while_reading=False))
    return reading, writing


def memory(pid: int) -> float:
    """Mebibytes of its own memory (Linux), files it has mapped left out."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon:"))


async def measure(engine: str, model: ModelFile, rounds: int = 3) -> list[Number]:
    """Draft the plan `rounds` times, each with a worker and a bare engine that are new."""
    drafter_of = plan_of_twelve()
    found: list[Round] = []
    with tempfile.TemporaryDirectory() as folder:
        places = Places(*[Path(folder)] * 3)
        for _ in range(rounds):
            bare = Bare(engine, model, cores())
            worker = await WorkerModel.start(model, engine=engine, places=places)
            try:
                found.append(await one_round(worker, bare, drafter_of))
                sizes = (memory(worker.pid), memory(bare.pid)) if sys.platform == "linux" else (0.0, 0.0)
                reading, writing = await stops(worker)
            finally:
                bare.close()
                await worker.close()
    for each in (*found, made := best(found)):
        print(
            f"{engine}: {len(each.ours)} texts, {sum(text.generated for text in each.ours)} tokens,"
            f" {each.seconds:.1f} s; {_rate(each.ours):.1f} tokens/s, bare {_rate(each.bare):.1f}"
        )

    def ratio(
        what: str, of: Callable[[Round], float], bar: float, beside: str, least: bool = False
    ) -> Number:
        alone = [of(each) for each in found]
        return Number(what, of(made), bar, "x", f"{beside}; {min(alone):.2f} to {max(alone):.2f}", least)

    beside = f"bare {engine}"
    return [
        ratio("generated tokens a second, retries too", Round.rate, 0.95, beside, least=True),
        ratio("prompt tokens evaluated", Round.evaluated, 1.05, f"{engine}, those not seen before"),
        ratio("first word of an action", Round.first_word, 1.2, f"{beside} reading its card"),
        ratio("a plan of twelve actions", Round.whole, 1.15, f"{beside}, the same tokens"),
        Number("stop while a prompt is read, slowest", max(reading), 0.3, "s", engine),
        Number("stop while a text is written, slowest", max(writing), 0.3, "s", engine),
        Number("memory of the worker above it", sizes[0] - sizes[1], 60, "MiB", beside),
    ]


def run(rounds: int = 3, names: Sequence[str] = (), model: str = "starter") -> list[Number]:
    """Measure the engines that are installed, and the keys while the first of them drafts."""
    from benchmarks.drafting_keys import keys_while_drafting

    found, chosen = resolve(model), names or engines.available()
    numbers = [number for name in chosen for number in asyncio.run(measure(name, found, rounds))]
    return [*numbers, *(number for name in chosen for number in keys_while_drafting(name, found))]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine", nargs="*", help="engines to measure; default: all installed")
    parser.add_argument("--model", default="starter", help="one that speaks ChatML")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    numbers = run(arguments.rounds, arguments.engine, arguments.model)
    for number in numbers:
        print(number)
    return 0 if all(number.holds for number in numbers) else 1


if __name__ == "__main__":
    sys.exit(main())
