"""`model check`: a model drafts the examination on this computer and hears what its texts are worth."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from ngo_assist.application.examination import Report, Sitting
from ngo_assist.application.examination_words import headline, reasons, score_line, speed_line
from ngo_assist.application.model_outcomes import ADVICE
from ngo_assist.application.models import failure_text, start_worker
from ngo_assist.clean import clean_line
from ngo_assist.cli.drafting_run import refuse_not_runnable
from ngo_assist.cli.interruption import INTERRUPTED
from ngo_assist.cli.progress import Report as Shown
from ngo_assist.cli.progress import progress
from ngo_assist.cli.served import choice
from ngo_assist.cli.terminal import error_lines
from ngo_assist.drafting.examination.examiner import Result
from ngo_assist.drafting.instructions import LANGUAGES
from ngo_assist.i18n import Translator
from ngo_assist.i18n.labels import LANGUAGE, label
from ngo_assist.invocation import command as typed
from ngo_assist.llm import catalogue, servers
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.protocol import ModelFailed
from ngo_assist.llm.servers import ServedModel, is_served
from ngo_assist.messages import Message, UserError, msg

if TYPE_CHECKING:
    from ngo_assist.cli.call import Call

STRIDE = 8
"""Texts after which a line is said where lines cannot be redrawn."""


def check_model(call: Call) -> int:
    """Examine a model and print the verdicts; the status is 0 whatever they are."""
    model = _chosen(call, call.values["name"])
    served = isinstance(model, ServedModel)
    if not served:
        refuse_not_runnable(model)
    only = call.values["only"]
    languages = (only,) if only else LANGUAGES
    sitting = Sitting(model, languages, start=start_worker, now=call.around.now)
    interrupted = False
    try:
        with progress(call.terminal, call.t("Examining {name}", name=clean_line(model.name))) as shown:
            heard = _Heard(shown, languages, call.t, live=call.terminal.live)
            asyncio.run(sitting.go(heard))
    except KeyboardInterrupt:
        interrupted = True
    except ModelFailed as failure:
        _say_kept(call, sitting.report)
        where = model.address if isinstance(model, ServedModel) else str(model.path)
        raise UserError(failure_text(failure.kind), where, _advice(failure.kind, served)) from failure
    if sitting.not_kept is not None:
        call.note(call.t("The result could not be kept, so the model still counts as not examined:"))
        for line in error_lines(call.t, sitting.not_kept):
            call.note(line)
    if interrupted:
        call.note(call.t("Interrupted."))
        _say_kept(call, sitting.report)
        return INTERRUPTED
    if sitting.report is not None:
        _print(call, model, sitting.report)
    if served:
        call.note(
            call.t(
                "A server may have another model tomorrow, so this is not kept: plans say that it was not"
                " examined."
            )
        )
    return 0


def _chosen(call: Call, name: str | None) -> ModelFile:
    """Return the model of this name, or the only one that is here. Raises `UserError`."""
    if name and is_served(name):
        return servers.resolve(name, choice(call))
    if name:
        return catalogue.resolve(name)
    models = catalogue.here()
    if len(models) == 1:
        return catalogue.resolve(models[0].name)
    if not models:
        raise UserError(
            msg("there is no model on this computer to examine"),
            "",
            msg("Plans are made in the rubric's words. See what can be added: {command}", command=_list()),
        )
    raise UserError(
        msg("there are several models on this computer"),
        "",
        msg(
            "Say which one: {command}. There are: {names}",
            command=typed("model check NAME"),
            names=", ".join(clean_line(model.name) for model in models),
        ),
    )


def _advice(kind: str, served: bool) -> Message:
    """Return what helps where a model failed; `kind` is that of `ModelFailed`."""
    if kind == "start" and served:
        return msg("Start it, or correct its address in the settings.")
    if kind in ("start", "served"):
        return msg("See what there is here: {command}", command=typed("doctor"))
    if kind == "template":
        return msg("Choose another model: {command}", command=_list())
    if kind in ADVICE:
        return ADVICE[kind]
    return msg("Examine it again, or choose another model: {command}", command=_list())


def _list() -> str:
    return typed("model list")


class _Heard:
    """Puts what the examination tells onto the progress bar."""

    def __init__(self, shown: Shown, languages: tuple[str, ...], t: Translator, *, live: bool) -> None:
        self._shown, self._languages, self.t = shown, languages, t
        self._stride = 1 if live else STRIDE

    def __call__(self, language: str, done: int, most: int) -> None:
        if not language:
            self._shown(0, most * len(self._languages), self.t("Loading the model"))
            return
        place, told = self._languages.index(language), done - done % self._stride
        word = self.t(
            "{language}: {done} of at most {most} texts",
            language=label(self.t, LANGUAGE, language),
            done=told,
            most=most,
        )
        self._shown(place * most + done, most * len(self._languages), word)


def _say_kept(call: Call, report: Report | None) -> None:
    if report is None or not report.languages:
        call.note(call.t("No language was examined to the end, so nothing is kept."))
        return
    spoken = call.t.join([label(call.t, LANGUAGE, language) for language in report.languages])
    call.note(call.t("Examined to the end, and kept: {languages}.", languages=spoken))


def _print(call: Call, model: ModelFile, report: Report) -> None:
    t = call.t
    if call.values["json"]:
        call.say(json.dumps(_document(report, t), ensure_ascii=False, indent=2))
        return
    call.say(clean_line(model.title))
    for language, result in report.languages.items():
        call.say()
        call.say(headline(language, result, t))
        call.say(f"  {score_line(result, t)}")
        for reason in reasons(result, t):
            call.say(f"  - {reason}")
        if speed := speed_line(result, t):
            call.say(f"  {speed}")
    if report.memory:
        call.say()
        call.say(t("Memory that it takes: {size}", size=t("{n} MB", n=t.number(report.memory / 1e6, 0))))


def _document(report: Report, t: Translator) -> dict[str, Any]:
    return {
        "model": report.model,
        "sha256": report.sha256,
        "engine": report.engine,
        "memory": report.memory,
        "languages": {language: _of(result, t) for language, result in report.languages.items()},
    }


def _of(result: Result, t: Translator) -> dict[str, Any]:
    """Return a language's verdict: `reasons` for people, the rest for programs."""
    low, high = result.interval
    return {
        "verdict": result.verdict,
        "score": round(result.score, 4),
        "reasons": reasons(result, t),
        "interval": [round(low, 4), round(high, 4)],
        "right": result.right,
        "asked": result.asked,
        "of": result.of,
        "kinds": {kind: {"right": right, "asked": asked} for kind, (right, asked) in result.kinds.items()},
        "faults": result.faults,
        "untrue": result.untrue,
        "words_per_second": _rounded(result.words_per_second),
        "seconds_for_plan": _rounded(result.seconds_for_plan),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
