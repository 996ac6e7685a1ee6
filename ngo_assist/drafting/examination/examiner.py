"""Has a model draft the examination's plan in one language, judges each text, and takes the time."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field, replace

from ngo_assist.drafting.drafter import Drafter
from ngo_assist.drafting.events import Ended, Event, TextKept, TextRefused
from ngo_assist.drafting.examination.case import Kind
from ngo_assist.drafting.examination.judging import Fault, fault_of, refused_for
from ngo_assist.drafting.examination.paper import Exam, exam, kind_of
from ngo_assist.drafting.examination.verdict import Judged, Verdict, by_kind, decide, wilson
from ngo_assist.i18n.translator import translator
from ngo_assist.llm.protocol import Finished, ModelFailed, ModelInfo, Piece, Writer, WriteRequest

PLAN_ACTIONS = 12
"""The plan whose time is told: two texts an action, and the summary."""

Told = Callable[[int, int], None]
"""Hears how many texts are judged, of how many at most."""


@dataclass(frozen=True)
class Result:
    """The verdict of one language, and what it rests on.

    `right` of `asked` texts are right, a share between `low` and `high` (90 %); `of` were there to be asked.
    `kinds` has the same two numbers for each kind, `faults` how often what was wrong. `untrue` texts passed
    the guard. `failure` is the kind of `ModelFailed` where the model could not go on. Speed is None where
    nothing was written.
    """

    verdict: Verdict
    right: int
    asked: int
    of: int
    kinds: dict[Kind, tuple[int, int]] = field(default_factory=dict)
    faults: dict[Fault, int] = field(default_factory=dict)
    untrue: int = 0
    failure: str = ""
    words_per_second: float | None = None
    seconds_for_plan: float | None = None

    @property
    def score(self) -> float:
        return self.right / self.asked if self.asked else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.right, self.asked)


@dataclass(frozen=True)
class Sat:
    """An examination that was sat: its result, and every text with what was wrong with it."""

    result: Result
    judged: tuple[Judged, ...]


async def examine(
    writer: Writer, language: str, *, clock: Callable[[], float], told: Told = lambda done, most: None
) -> Sat:
    """Examine a model in one of `LANGUAGES`; ends as soon as the verdict stands.

    `clock` gives seconds from any fixed point. Raises `ModelFailed` when the worker is lost.
    """
    of = exam(language)
    kinds, observed = of.kinds(), _Observed(writer, _hidden(of), clock)
    drafter = Drafter(of.plan, of.rubric, of.assessment, observed, translator(language), clock=clock)
    judged: list[Judged] = []
    times, failure = [clock()], ""
    verdict: Verdict | None = None
    told(0, len(kinds))
    async with aclosing(drafter.events()) as events:
        async for event in events:
            if isinstance(event, Ended) and event.ending != "complete":
                # Somebody else may have stopped the writer; that is no verdict either.
                failure = event.failure.partition(":")[0] or "died"
            text = _judged(event, of)
            if text is None:
                continue
            judged.append(text)
            times.append(clock())
            told(len(judged), len(kinds))
            if verdict := decide(judged, kinds):
                break
    if failure and ModelFailed(failure).lost:
        raise ModelFailed(failure, "during the examination")
    result = Result(
        verdict=verdict or "fail",
        right=sum(each.fault is None for each in judged),
        asked=len(judged),
        of=len(kinds),
        kinds=by_kind(judged),
        faults=dict(Counter(each.fault for each in judged if each.fault)),
        untrue=sum(each.untrue for each in judged),
        failure=failure,
        words_per_second=observed.words_per_second,
        seconds_for_plan=_for_plan(times),
    )
    return Sat(result, tuple(judged))


def _judged(event: Event, of: Exam) -> Judged | None:
    """Return the text that an event settles, judged."""
    match event:
        case TextKept(None, _, text):
            return Judged("summary", None, True, text)
        case TextKept(str(action_id), name, text):
            case_ = of.cases[action_id]
            return Judged(kind_of(case_, name), fault_of(text, case_, name), True, text)
        case TextRefused(action_id, name, reason, final=True):
            kind = kind_of(of.cases[action_id], name) if action_id else "summary"
            return Judged(kind, refused_for(reason), False)
    return None


def _hidden(of: Exam) -> dict[str, str]:
    """Return the notes behind which an instruction is hidden, each with it."""
    return {case.note: f"{case.note}. {case.order}" for case in of.cases.values() if case.order}


def _for_plan(times: list[float]) -> float | None:
    """Return the seconds that a plan takes. The first text is slower: all that follow share its prompt."""
    if len(times) < 3:
        return None
    first, rest = times[1] - times[0], (times[-1] - times[1]) / (len(times) - 2)
    return first + 2 * PLAN_ACTIONS * rest


class _Observed:
    """A writer that is watched. It hides instructions behind notes, past the filter that keeps them back."""

    def __init__(self, writer: Writer, hidden: Mapping[str, str], clock: Callable[[], float]) -> None:
        self._writer, self._hidden, self._clock = writer, hidden, clock
        self._words, self._seconds = 0, 0.0

    @property
    def info(self) -> ModelInfo:
        return self._writer.info

    @property
    def words_per_second(self) -> float | None:
        """Words written a second, reading not counted."""
        return self._words / self._seconds if self._seconds > 0 else None

    async def write(self, request: WriteRequest) -> AsyncGenerator[Piece | Finished, None]:
        prompt = request.prompt
        for note, with_order in self._hidden.items():
            prompt = replace(prompt, user=prompt.user.replace(note, with_order))
        began: float | None = None
        written = ""
        answers = self._writer.write(replace(request, prompt=prompt))
        try:
            async for answer in answers:
                if isinstance(answer, Piece):
                    if began is None:
                        began = self._clock()
                    else:
                        written += answer.text
                yield answer
        finally:
            if began is not None:
                self._words += len(written.split())
                self._seconds += self._clock() - began
            if isinstance(answers, AsyncGenerator):
                await answers.aclose()

    async def stop(self) -> None:
        await self._writer.stop()

    async def close(self) -> None:
        await self._writer.close()
