"""Which models there are to choose from, what is to be known of each, and why one cannot be taken."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ngo_assist.application.settings import SettingsFile
from ngo_assist.drafting.instructions import LANGUAGES as DRAFTED_LANGUAGES
from ngo_assist.i18n.labels import LANGUAGE, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.llm import catalogue, servers
from ngo_assist.llm.catalogue import STARTER, ModelFile
from ngo_assist.llm.client import CONTEXT, WorkerModel
from ngo_assist.llm.engines import available
from ngo_assist.llm.protocol import Writer
from ngo_assist.llm.servers import ServedModel
from ngo_assist.messages import Message, UserError, msg

if TYPE_CHECKING:
    from ngo_assist.drafting.drafter import Examined

NOT_EXAMINED: Mapping[str, Examined] = {}

Loaded = Callable[[int, int], None]
"""Hears how many bytes of the model are read, of all."""


async def start_worker(model: ModelFile, on_progress: Loaded) -> Writer:
    """Start the worker process of a model, with the engine of the settings. Raises `ModelFailed`."""
    engine = SettingsFile.read().settings.engine_name
    return await WorkerModel.start(model, engine=engine, on_progress=on_progress)


def models_here() -> list[ModelFile]:
    """Return the models in files, then those of the server of the settings or of the servers that run now.

    It takes up to a second, so in a thread. A server that cannot be asked is as none.
    """
    settings, served = SettingsFile.read().settings, list[ServedModel]()
    with suppress(UserError):
        served = servers.chosen(settings.server_choice) if settings.server else servers.running()
    return [*catalogue.here(), *served]


def fits(model: ModelFile, n_ctx: int) -> bool:
    """Tell whether there is memory enough; that of a server is its own matter.

    Raises `UserError` where the file is broken, or nothing is installed that could run it.
    """
    if isinstance(model, ServedModel):
        return True
    if not available():
        raise UserError(msg("no engine that could run a model is installed"))
    return catalogue.fits(model, n_ctx)


def verdict_of_file(model: ModelFile, language: str) -> Examined:
    """Return the verdict on a model as its file is now."""
    from ngo_assist.application.examination import verdicts_of

    return verdicts_of(model).get(language, "none")


def verdict_of_loaded(sha256: str, language: str) -> Examined:
    """Return the verdict on a model that is loaded, by its checksum."""
    from ngo_assist.application.examination import verdicts

    return verdicts(sha256).get(language, "none")


@dataclass
class Models:
    """Where models come from; tests put a scripted writer here."""

    here: Callable[[], list[ModelFile]] = models_here
    fits: Callable[[ModelFile, int], bool] = fits
    start: Callable[[ModelFile, Loaded], Awaitable[Writer]] = start_worker
    verdict: Callable[[ModelFile, str], Examined] = verdict_of_file
    verdict_loaded: Callable[[str, str], Examined] = verdict_of_loaded


TOO_BIG = msg("It needs more memory than is free now. Close other programs, and choose again.")


def why_unfit(models: Models, found: list[ModelFile]) -> dict[str, Message]:
    """Return by their names why some models cannot run now; it reads the heads of their files."""
    unfit = {}
    for model in found:
        try:
            if not models.fits(model, CONTEXT):
                unfit[model.name] = TOO_BIG
        except UserError as error:
            unfit[model.name] = msg("It cannot be used: {why}", why=error.what)
    return unfit


@dataclass(frozen=True)
class ModelLine:
    """One line to choose; `model` None is the plan without a model."""

    model: ModelFile | None
    title: str
    detail: str
    warning: str = ""
    refused: str = ""
    """Why it cannot write this plan; empty: it may be chosen."""


def model_lines(
    models: list[ModelFile],
    language: str,
    unfit: Mapping[str, Message],
    t: Translator,
    verdicts: Mapping[str, Examined] = NOT_EXAMINED,
) -> list[ModelLine]:
    """Return what may be chosen for a plan in `language`: no model first, then those that are here.

    By the models' names `unfit` says why some cannot run now, see `why_unfit`, and `verdicts` are those in
    `language`.
    """
    none = ModelLine(
        None,
        t("No model: the rubric's words"),
        t("The plan is complete and good as it is; your notes are quoted where they explain why."),
    )
    return [
        none,
        *(_line(model, language, unfit, t, verdicts.get(model.name, "none")) for model in models),
    ]


def _line(
    model: ModelFile, language: str, unfit: Mapping[str, Message], t: Translator, verdict: Examined
) -> ModelLine:
    spoken = t.join([label(t, LANGUAGE, code) for code in model.languages])
    examined = t("has passed its examination in {language}", language=label(t, LANGUAGE, language))
    parts = [
        model.licence,
        t("writes {languages}", languages=spoken) if spoken else "",
        f"✓ {examined}" if verdict == "pass" else "",
    ]
    title = model.title
    if model.name == STARTER:
        title = t("The starter model ({title})", title=model.title)
    return ModelLine(
        model,
        title,
        " · ".join(part for part in parts if part),
        warning=" ".join(filter(None, (_leaving(model, t), _warning(model, language, verdict, t)))),
        refused=_refused(model, language, unfit, t),
    )


def _leaving(model: ModelFile, t: Translator) -> str:
    return t(model.warning) if isinstance(model, ServedModel) and model.warning else ""


def _warning(model: ModelFile, language: str, verdict: Examined, t: Translator) -> str:
    """Return in one sentence what a model that has not passed is worth."""
    if verdict == "pass":
        return ""
    if verdict == "fail":
        return t(
            "It has not passed its examination in {language}: read every text before you send the plan.",
            language=label(t, LANGUAGE, language),
        )
    if model.name == STARTER:
        return t(
            "It is small and often wrong, and has not passed an examination: read every text before you"
            " send the plan."
        )
    return t("It has not passed an examination here: read every text before you send the plan.")


def _refused(model: ModelFile, language: str, unfit: Mapping[str, Message], t: Translator) -> str:
    if not catalogue.suits(model, language) or language not in DRAFTED_LANGUAGES:
        return t(
            "This plan is in {language}, which it cannot write. The rubric's words are there for you.",
            language=label(t, LANGUAGE, language),
        )
    return t(unfit[model.name]) if model.name in unfit else ""


FAILED = {
    "start": msg("The model could not be started."),
    "died": msg("The model stopped working."),
    "hung": msg("The model gave no sign of work for a while and was ended."),
    "garbage": msg("The model's program spoke nonsense and was ended."),
    "processor": msg("This computer's processor is too old for the engine that runs models."),
    "memory": msg("There is not memory enough for this model."),
    "model": msg("This model file could not be loaded: it is damaged, or its parts do not fit together."),
    "broken": msg(
        "The model's program ended while it loaded this file: the file may be broken, or memory ran out."
    ),
    "template": msg("The chat template in this model file is broken or comes to no end."),
    "served": msg("The server has no such model, or cannot write with it."),
    "prompt": msg("The brief is longer than this model can read."),
    "engine": msg("There was an error inside the model's program."),
}


def failure_text(kind: str) -> Message:
    """Return what became of a model in plain words; `kind` is that of `ModelFailed`."""
    return FAILED.get(kind, FAILED["died"])
