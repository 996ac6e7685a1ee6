"""Has a model put a plan into words, one text at a time, and keeps what the guard keeps.

The plan is complete at every moment: it begins with the rubric's texts, and each draft that is kept
takes the place of one. So stopping, a crash or the end of the program lose nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Literal

from ngo_assist.assessment.model import Assessment
from ngo_assist.drafting.brief import Brief, action_brief, summary_brief
from ngo_assist.drafting.curated import curate, settled
from ngo_assist.drafting.events import (
    Ended,
    Ending,
    Event,
    PieceWritten,
    Progress,
    TextKept,
    TextRefused,
    TextStarted,
)
from ngo_assist.drafting.guard import Verdict, beyond_mending, judge, prepare
from ngo_assist.drafting.instructions import Field
from ngo_assist.drafting.written import beginnings, clean, whole_words
from ngo_assist.i18n.translator import Translator
from ngo_assist.llm.protocol import Finished, ModelFailed, Piece, Writer, WriteRequest
from ngo_assist.planning.model import Drafting, Plan
from ngo_assist.rubric.model import Rubric

ATTEMPTS = 2
RETRY_TEMPERATURE = 0.3

Examined = Literal["pass", "fail", "none"]


@dataclass(frozen=True)
class _Task:
    """One text to be drafted: the action's place in the plan, or None for the summary."""

    place: int | None
    action_id: str | None
    field: Field


class Drafter:
    """Drafts one plan, once. `plan` can be read at any moment, `events()` is gone through once.

    A drafting of this plan by this very model that was stopped or broke off goes on: the texts kept then
    stay, if the guard keeps them today, and are not asked for again.

    `clock` gives seconds from any fixed point (for example `time.monotonic`); `verdict` is that of the
    model's examination in the plan's language.
    """

    def __init__(
        self,
        plan: Plan,
        rubric: Rubric,
        assessment: Assessment,
        writer: Writer,
        t: Translator,
        *,
        clock: Callable[[], float],
        seed: int = 0,
        verdict: Examined = "none",
    ) -> None:
        self._plan = curate(plan, rubric, assessment, t)
        self._rubric, self._assessment, self._writer = rubric, assessment, writer
        self._clock, self._seed, self._verdict = clock, seed, verdict
        self._kept: list[str] = _texts_by_model(self._plan)
        self._drafted = 0
        self._refused: Counter[str] = Counter()
        self._before = 0.0
        tasks = _tasks(self._plan)
        self._texts = len(tasks)
        self._tasks = self._left(tasks, plan) if _broken_off(plan, writer) else tasks
        # Until the last text is settled the plan is one that was stopped, and a copy of it says so.
        self._ending: Ending = "stopped"
        self._stopping = False
        self._began: float | None = None
        self._seconds = 0.0

    @property
    def total(self) -> int:
        """How many texts are to be drafted."""
        return len(self._tasks)

    @property
    def plan(self) -> Plan:
        """The plan as it stands now, complete, with its `drafting` record."""
        info = self._writer.info
        record = Drafting(
            model=info.name,
            engine=info.engine,
            sha256=info.sha256,
            verdict=self._verdict,
            ended=self._ending,
            drafted=self._drafted,
            curated=self._texts - self._drafted,
            refused=dict(sorted(self._refused.items())),
            seconds=round(self._before + self._elapsed(), 1),
        )
        return self._plan.updated_with(drafting=record)

    async def stop(self) -> None:
        """Stop at once: the text being written is dropped, those kept stay."""
        self._stopping = True
        await self._writer.stop()

    async def events(self) -> AsyncGenerator[Event, None]:
        """Draft text by text, for each action why_here and first_step, the summary last.

        Ends with one `Ended`. A lost worker is told there, not raised, and never asked again.
        """
        self._began = self._clock()
        failure = ""
        try:
            for done, task in enumerate(self._tasks):
                if self._stopping:
                    break
                async with aclosing(self._draft(task)) as drafting:
                    async for event in drafting:
                        yield event
                if not self._stopping:
                    yield Progress(done + 1, self.total)
            if not self._stopping:
                self._ending = "complete"
        except ModelFailed as failed:
            if not self._stopping:
                self._ending, failure = "worker", str(failed)
        finally:
            self._seconds = self._elapsed()
            self._began = None
        yield Ended(self._ending, failure)

    async def _draft(self, task: _Task) -> AsyncGenerator[Event, None]:
        """Draft one text: a try, and one more with another seed where the guard refuses."""
        brief = self._brief(task)
        if brief is None:
            return
        prepare(brief)
        for attempt in range(1, ATTEMPTS + 1):
            yield TextStarted(task.action_id, task.field, attempt)
            request = WriteRequest(
                brief.prompt,
                max_tokens=brief.max_tokens,
                temperature=0.0 if attempt == 1 else RETRY_TEMPERATURE,
                seed=self._seed + attempt - 1,
            )
            written, seen, lost = "", "", None
            if brief.lead:
                yield PieceWritten(task.action_id, task.field, brief.lead)
            if self._halted():
                return  # while whoever listens was busy, and the writer with nothing to stop
            async with aclosing(self._write(request)) as pieces:
                async for piece in pieces:
                    written += piece
                    yield PieceWritten(task.action_id, task.field, piece)
                    # What follows cannot mend it, so writing ends here.
                    if (whole := whole_words(written)) != seen:
                        seen = whole
                        lost = beyond_mending(clean(whole, brief), brief)
                        if lost is not None:
                            break
            if self._halted():
                return
            text, verdict = self._judge(written, brief)
            if verdict.kept:
                self._keep(task, text)
                yield TextKept(task.action_id, task.field, text)
                return
            reason = (lost.reason if lost else verdict.reason) or "empty"
            self._refused[reason] += 1
            yield TextRefused(task.action_id, task.field, reason, final=attempt == ATTEMPTS)

    async def _write(self, request: WriteRequest) -> AsyncGenerator[str, None]:
        """Yield the pieces of one text. Raises `ModelFailed` also where it has no end."""
        finished = False
        answers = self._writer.write(request)
        try:
            async for answer in answers:
                match answer:
                    case Piece(text):
                        yield text
                    case Finished(reason=reason):
                        finished = True
                        # Somebody else may have stopped the writer, for example the app on its way out.
                        self._stopping = self._stopping or reason == "stopped"
        finally:
            if isinstance(answers, AsyncGenerator):
                await answers.aclose()
        if not finished and not self._stopping:
            raise ModelFailed("garbage", "a text without an end")

    def _left(self, tasks: tuple[_Task, ...], earlier: Plan) -> tuple[_Task, ...]:
        """Take over what `earlier`, the plan as it was broken off, has of this model; return what is left."""
        self._refused.update(earlier.drafting.refused)
        self._before = earlier.drafting.seconds
        left = []
        for task in tasks:
            text, brief = _drafted_text(earlier, task), self._brief(task)
            if text and brief is not None and judge(text, brief, self._kept).kept:
                self._keep(task, text)
            else:
                left.append(task)
        return tuple(left)

    def _brief(self, task: _Task) -> Brief | None:
        if task.place is None or task.field == "summary":
            return summary_brief(self._plan, self._rubric)
        action = self._plan.actions[task.place]
        return action_brief(task.field, action, self._plan, self._rubric, self._assessment)

    def _judge(self, written: str, brief: Brief) -> tuple[str, Verdict]:
        """Return the longest beginning of whole sentences that the guard keeps, or its first verdict."""
        texts = beginnings(clean(written, brief))
        verdicts = [(text, judge(text, brief, self._kept)) for text in texts]
        return next((found for found in verdicts if found[1].kept), verdicts[0])

    def _keep(self, task: _Task, text: str) -> None:
        self._kept.append(text)
        self._drafted += 1
        if task.place is None:
            changed = self._plan.summary.updated_with(text=text, origin="model")
            self._plan = self._plan.updated_with(summary=changed)
            return
        action = self._plan.actions[task.place]
        origin = {**action.origin, task.field: "model"}
        actions = list(self._plan.actions)
        actions[task.place] = action.updated_with(**{task.field: text}, origin=origin)
        self._plan = self._plan.updated_with(actions=tuple(actions))

    def _halted(self) -> bool:
        """Tell whether somebody stopped the drafting meanwhile."""
        return self._stopping

    def _elapsed(self) -> float:
        return self._seconds if self._began is None else max(0.0, self._clock() - self._began)


async def draft(
    plan: Plan,
    rubric: Rubric,
    assessment: Assessment,
    writer: Writer,
    t: Translator,
    *,
    clock: Callable[[], float],
    on_event: Callable[[Event], None] = lambda event: None,
    seed: int = 0,
    verdict: Examined = "none",
) -> Plan:
    """Draft a whole plan and return it; `on_event` hears everything on the way.

    A lost worker is not raised: the plan says so.
    """
    drafter = Drafter(plan, rubric, assessment, writer, t, clock=clock, seed=seed, verdict=verdict)
    async with aclosing(drafter.events()) as events:
        async for event in events:
            on_event(event)
    return drafter.plan


def _tasks(plan: Plan) -> tuple[_Task, ...]:
    fields: tuple[Field, ...] = ("why_here", "first_step")
    tasks = [
        _Task(place, action.id, field)
        for place, action in enumerate(plan.actions)
        for field in fields
        if not settled(action, field)
    ]
    if plan.summary.origin != "person":
        tasks.append(_Task(None, None, "summary"))
    return tuple(tasks)


def _broken_off(plan: Plan, writer: Writer) -> bool:
    """Tell whether this plan holds the beginning of a drafting by the writer's model."""
    was = plan.drafting
    return was.ended != "complete" and bool(was.sha256) and was.sha256 == writer.info.sha256


def _drafted_text(plan: Plan, task: _Task) -> str:
    """Return the text that a model wrote for a task; empty where none did."""
    if task.place is None:
        return plan.summary.text if plan.summary.origin == "model" else ""
    action = plan.actions[task.place]
    return str(getattr(action, task.field)) if action.origin.get(task.field) == "model" else ""


def _texts_by_model(plan: Plan) -> list[str]:
    """Return the drafts that an earlier plan left: a new one should not say the same."""
    return [
        str(getattr(action, field))
        for action in plan.actions
        for field, origin in action.origin.items()
        if origin == "model" and field in {"why_here", "first_step"}
    ]
