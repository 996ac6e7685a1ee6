"""Which models there are to choose from, what is to be known of each, and why one cannot be taken."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from ngo_assist.i18n.labels import LANGUAGE, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.llm import catalogue
from ngo_assist.llm.catalogue import STARTER, ModelFile
from ngo_assist.llm.client import WorkerModel
from ngo_assist.llm.protocol import Writer
from ngo_assist.messages import Message, msg

Loaded = Callable[[int, int], None]
"""Hears how many bytes of the model are read, of all."""


async def start_worker(model: ModelFile, on_progress: Loaded) -> Writer:
    """Start the worker process of a model. Raises `ModelFailed`."""
    return await WorkerModel.start(model, on_progress=on_progress)


@dataclass
class Models:
    """Where models come from; tests put a scripted writer here."""

    here: Callable[[], list[ModelFile]] = catalogue.here
    fits: Callable[[ModelFile, int], bool] = catalogue.fits
    start: Callable[[ModelFile, Loaded], Awaitable[Writer]] = start_worker


@dataclass(frozen=True)
class ModelLine:
    """One line to choose; `model` None is the plan without a model."""

    model: ModelFile | None
    title: str
    detail: str
    warning: str = ""
    refused: str = ""
    """Why it cannot write this plan; empty: it may be chosen."""


def model_lines(models: list[ModelFile], language: str, too_big: set[str], t: Translator) -> list[ModelLine]:
    """Return what may be chosen for a plan in `language`: no model first, then those that are here.

    `too_big` names the models for which there is not memory enough now.
    """
    none = ModelLine(
        None,
        t("No model: the rubric's words"),
        t("The plan is complete and good as it is; your notes are quoted where they explain why."),
    )
    return [none, *(_line(model, language, too_big, t) for model in models)]


def _line(model: ModelFile, language: str, too_big: set[str], t: Translator) -> ModelLine:
    spoken = t.join([label(t, LANGUAGE, code) for code in model.languages])
    parts = [model.licence, t("writes {languages}", languages=spoken) if spoken else ""]
    title = model.title
    if model.name == STARTER:
        title = t("The starter model ({title})", title=model.title)
    return ModelLine(
        model,
        title,
        " · ".join(part for part in parts if part),
        warning=t(
            "It is small and often wrong, and has not passed an examination: read every text before you"
            " send the plan."
        )
        if model.name == STARTER
        else t("It has not passed an examination here: read every text before you send the plan."),
        refused=_refused(model, language, too_big, t),
    )


def _refused(model: ModelFile, language: str, too_big: set[str], t: Translator) -> str:
    if not catalogue.suits(model, language):
        return t(
            "This plan is in {language}, which it cannot write. The rubric's words are there for you.",
            language=label(t, LANGUAGE, language),
        )
    if model.name in too_big:
        return t("It needs more memory than is free now. Close other programs, and choose again.")
    return ""


FAILED = {
    "start": msg("The model could not be started."),
    "died": msg("The model stopped working."),
    "hung": msg("The model gave no sign of work for a while and was ended."),
    "garbage": msg("The model's program spoke nonsense and was ended."),
    "memory": msg("There is not memory enough for this model."),
    "model": msg("This model file could not be loaded."),
    "prompt": msg("The brief is longer than this model can read."),
    "engine": msg("There was an error inside the model's program."),
}


def failure_text(kind: str) -> Message:
    """Return what became of a model in plain words; `kind` is that of `ModelFailed`."""
    return FAILED.get(kind, FAILED["died"])
