"""A drafting under way: the App owns its task, so that it goes on while a person reads elsewhere.

Each text that is kept is in the plan and on the disk at once, so that stopping, a crash of the model or the
end of the program lose nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ngo_assist.application.models import Models
from ngo_assist.drafting.drafter import Drafter
from ngo_assist.drafting.events import (
    Ended,
    Event,
    PieceWritten,
    Progress,
    TextKept,
    TextRefused,
    TextStarted,
)
from ngo_assist.i18n.translator import translator
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.protocol import ModelFailed, Writer
from ngo_assist.messages import UserError

if TYPE_CHECKING:
    from ngo_assist.application.plan_session import PlanSession

GRACE = 0.2
"""Seconds that a stop waits for the model to end its text by itself."""
SEEN_MOST = 30

State = Literal["loading", "writing", "stopping", "ended"]
Ending = Literal["complete", "stopped", "worker"]


@dataclass(frozen=True)
class Seen:
    """A text that is settled: kept, or refused so that the rubric's words stand."""

    action_id: str | None
    field: str
    kept: bool
    text: str = ""


class DraftingRun:
    """What a screen shows of a drafting; begins with `go`, which never raises for what a model does."""

    def __init__(
        self,
        plans: PlanSession,
        model: ModelFile,
        models: Models,
        *,
        moved: Callable[[], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`moved` is called after each change."""
        self.model = model
        self.state: State = "loading"
        self.loaded: float | None = None
        """The share of the model that is read."""
        self.done, self.total = 0, 0
        self.kept, self.refused = 0, 0
        """Texts kept, and texts for which the rubric's words stand."""
        self.action_id: str | None = None
        self.field = ""
        self.words = ""
        """What is being written, not judged yet."""
        self.seen: deque[Seen] = deque(maxlen=SEEN_MOST)
        self.ending: Ending | None = None
        self.failure = ""
        """The kind of `ModelFailed` where the ending is "worker"."""
        self.task: asyncio.Task[None] | None = None
        """Set by whoever starts `go`."""
        self.told = False
        """Whether a person has been told that it has ended."""
        self._plans, self._models, self._moved, self._clock = plans, models, moved, clock
        self._drafter: Drafter | None = None
        self._abandoned = False

    @property
    def ended(self) -> bool:
        return self.state == "ended"

    async def go(self) -> None:
        """Load the model, draft, and leave the plan complete however it ends."""
        writer: Writer | None = None
        try:
            writer = await self._models.start(self.model, self._heard_loading)
            await self._draft(writer)
        except ModelFailed as failed:
            self._end("worker", failed.kind)
        except asyncio.CancelledError:
            self._end("stopped")
            raise
        finally:
            self._end("stopped")
            if writer is not None:
                await writer.close()

    async def stop(self) -> None:
        """Stop; when this returns the plan is usable, whatever the model still does."""
        if self.ended or self.state == "stopping":
            return
        drafter, self.state = self._drafter, "stopping"
        self._moved()
        if drafter is not None:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(GRACE):
                    await drafter.stop()
                    if self.task is not None:
                        await asyncio.wait({self.task})
        self._end("stopped")
        if self.task is not None and self.task is not asyncio.current_task():
            self.task.cancel()

    def abandon(self) -> None:
        """Stop without a last word: the organisation is closed. What was kept is on the disk."""
        self._abandoned = True
        self._end("stopped")
        if self.task is not None:
            self.task.cancel()

    async def _draft(self, writer: Writer) -> None:
        plan = self._plans.plan
        if plan is None or self.ended:
            return
        self._drafter = drafter = Drafter(
            plan,
            self._plans.rubric,
            self._plans.assessment,
            writer,
            translator(plan.language),
            clock=self._clock,
            verdict=self._models.verdict_loaded(writer.info.sha256, plan.language),
        )
        self.total = drafter.total
        if self.state == "loading":
            self.state = "writing"
        self._plans.mark()
        self._moved()
        async with aclosing(drafter.events()) as events:
            async for event in events:
                if self._is_over():
                    return
                self._hear(event)
                self._moved()

    def _is_over(self) -> bool:
        """Whether somebody has ended it while the model was waited for."""
        return self.ended

    def _hear(self, event: Event) -> None:
        match event:
            case TextStarted(action_id, field):
                self.action_id, self.field, self.words = action_id, field, ""
            case PieceWritten(text=text):
                self.words += text
            case TextKept(action_id, field, text):
                self.kept += 1
                self.seen.appendleft(Seen(action_id, field, True, text))
                self._keep()
            case TextRefused(action_id, field, final=final):
                if final:
                    self.refused += 1
                    self.seen.appendleft(Seen(action_id, field, False))
            case Progress(done):
                self.done = done
            case Ended(ending, failure):
                self._end(ending, failure.partition(":")[0])

    def _heard_loading(self, done: int, total: int) -> None:
        self.loaded = done / total if total else None
        self._moved()

    def _keep(self) -> None:
        if self._drafter is None or self._abandoned:
            return
        # Only looked at, or closed: nothing to keep it in. The plan on the disk stays whole.
        with contextlib.suppress(UserError):
            self._plans.drafted(self._drafter.plan)

    def _end(self, ending: Ending, failure: str = "") -> None:
        if self.ended:
            return
        self.state, self.ending, self.failure, self.words = "ended", ending, failure, ""
        self._keep()
        self._moved()
