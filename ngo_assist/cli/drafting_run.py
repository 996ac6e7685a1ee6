"""Drafting without a screen: a model writes the plan's words while progress shows on standard error."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import aclosing
from typing import TYPE_CHECKING, Literal

from ngo_assist.application.models import failure_text, verdict_of_file, verdict_of_loaded
from ngo_assist.assessment.model import Assessment
from ngo_assist.cli.progress import Report, progress
from ngo_assist.cli.served import the_settings
from ngo_assist.drafting import events
from ngo_assist.drafting.drafter import Drafter
from ngo_assist.drafting.instructions import LANGUAGES as DRAFTED_LANGUAGES
from ngo_assist.i18n import Translator, translator
from ngo_assist.i18n.labels import LANGUAGE, MODEL_ENDED
from ngo_assist.llm import catalogue
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.client import CONTEXT, WorkerModel
from ngo_assist.llm.engines import available
from ngo_assist.llm.protocol import ModelFailed
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.planning.model import Drafting, Plan
from ngo_assist.rubric.model import Rubric

if TYPE_CHECKING:
    from ngo_assist.cli.call import Call

Keep = Callable[[Plan], None]
"""Puts the plan as it stands on the disk."""


def usable_model(name: str, language: str) -> ModelFile:
    """Return the model of this name or in this file.

    Raises `UserError` where there is none, or where it cannot write `language` here and now.
    """
    model = catalogue.resolve(name)
    words = msg("Use the rubric's words: {command}", command="--model none")
    if not catalogue.suits(model, language) or language not in DRAFTED_LANGUAGES:
        raise UserError(
            msg(
                "the model “{name}” cannot write the plan's language, {language}",
                name=model.name,
                language=LANGUAGE.get(language, language),
            ),
            "",
            words,
        )
    refuse_not_runnable(model)
    return model


def refuse_not_runnable(model: ModelFile) -> None:
    """Raise `UserError` where no engine or not memory enough is there for the model."""
    if not available():
        raise UserError(
            msg("no engine that could run a model is installed"),
            "",
            msg("Install one: {command}", command='pip install "ngo-assist[xllamacpp]"'),
        )
    if not catalogue.fits(model, CONTEXT):
        raise UserError(
            msg("there is not enough free memory for this model"),
            str(model.path),
            msg("Close other programs, choose a smaller model, or use --model none."),
        )


def draft(
    call: Call,
    plan: Plan,
    rubric: Rubric,
    assessment: Assessment,
    model: ModelFile,
    *,
    seed: int,
    keep: Keep,
) -> Plan:
    """Let the model write and return the plan, complete however it ends; `keep` hears of every kept text.

    Ctrl+C stops the drafting: `ended` is then "stopped". A worker that fails leaves "worker".
    """
    t = translator(plan.language)
    sitting = _Sitting(call.t, plan, model, keep)
    with progress(call.terminal, call.t("Putting the plan into words")) as report:
        drafted, failed = asyncio.run(sitting.run(report, rubric, assessment, t, seed))
    ended = drafted.drafting.ended
    if failed is not None:
        became = call.t(failure_text(failed.partition(":")[0]))
        call.note(f"{became} {call.t(_others(drafted))}")
    elif ended in MODEL_ENDED:
        call.note(call.t(MODEL_ENDED[ended]))
    return drafted


def _others(plan: Plan) -> Message:
    """Say whose words stand where the model did not come to write."""
    if plan.drafting.drafted:
        return msg("The other texts are the rubric's own.")
    return msg("The plan is in the rubric's words.")


class _Sitting:
    """One drafting. `plan` stands for what was had before the model was there."""

    def __init__(self, t: Translator, plan: Plan, model: ModelFile, keep: Keep) -> None:
        self.t = t
        self._plan, self._model, self._keep = plan, model, keep

    async def run(
        self, report: Report, rubric: Rubric, assessment: Assessment, t: Translator, seed: int
    ) -> tuple[Plan, str | None]:
        """Return the plan, and what became of the worker where it failed."""
        loading = self.t("Loading the model")
        try:
            writer = await WorkerModel.start(
                self._model,
                engine=the_settings().engine_name,
                on_progress=lambda done, whole: report(done, whole, loading),
            )
        except ModelFailed as failure:
            return self._without("worker"), str(failure)
        except asyncio.CancelledError:
            return self._without("stopped"), None
        try:
            verdict = verdict_of_loaded(writer.info.sha256, self._plan.language)
            drafter = Drafter(
                self._plan, rubric, assessment, writer, t, clock=time.monotonic, seed=seed, verdict=verdict
            )
            failure_told = await self._go_through(drafter, report)
            return drafter.plan, failure_told
        finally:
            await writer.close()

    async def _go_through(self, drafter: Drafter, report: Report) -> str | None:
        failed = None
        report(0, drafter.total, self._word(0, drafter.total))
        try:
            async with aclosing(drafter.events()) as told:
                async for event in told:
                    match event:
                        case events.Progress(done, total):
                            report(done, total, self._word(done, total))
                        case events.TextKept():
                            self._keep(drafter.plan)
                        case events.Ended(_, failure):
                            failed = failure or None
        except asyncio.CancelledError:
            # Ctrl+C. The plan is whole at every moment; until its end it says that it was stopped.
            pass
        return failed

    def _word(self, done: int, total: int) -> str:
        return self.t("{done} of {total} texts", done=done, total=total)

    def _without(self, ended: Literal["worker", "stopped"]) -> Plan:
        """Return the plan as it is when the model never came to write."""
        texts = sum(len(action.origin) for action in self._plan.actions) + 1
        return self._plan.updated_with(
            drafting=Drafting(
                model=self._model.name,
                verdict=verdict_of_file(self._model, self._plan.language),
                ended=ended,
                curated=texts,
            )
        )
