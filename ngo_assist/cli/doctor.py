"""`doctor`: what is installed, what this computer can run, what to do next, in plain words."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ngo_assist import __version__
from ngo_assist.cli.served import choice, the_settings
from ngo_assist.cli.terminal import Terminal
from ngo_assist.invocation import command as typed
from ngo_assist.invocation import quoted
from ngo_assist.llm import catalogue, servers
from ngo_assist.llm.client import CONTEXT
from ngo_assist.llm.engines import NAMES, available
from ngo_assist.llm.engines.probe import try_out
from ngo_assist.llm.gguf import memory_needed
from ngo_assist.llm.machine import cores, memory_available
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.workspace.cloud import cloud_folder

if TYPE_CHECKING:
    from ngo_assist.cli.call import Call

SMALLEST = (60, 20)
"""Columns and lines that the program on the screen needs."""
_MARKS = {"good": "+", "note": "-", "bad": "!"}


@dataclass(frozen=True)
class Found:
    """One thing looked at. `bad`: the main job cannot work like this."""

    kind: Literal["good", "note", "bad"]
    what: Message
    todo: Message | None = None


def doctor(call: Call) -> int:
    """Print what was found and what to do next; 1 where the main job cannot work."""
    found = [
        *_system(),
        *_terminal(call.terminal),
        *_workspace(call),
        *_rubrics(call),
        *_engines(),
        *_servers(call),
        *_models(),
    ]
    t = call.t
    for each in found:
        call.say(f"{_MARKS[each.kind]} {t(each.what)}")
    call.say()
    call.say(t("What to do next:"))
    bad = any(each.kind == "bad" for each in found)
    todo = [each.todo for each in found if each.todo is not None]
    if not bad:
        todo.append(msg("Start with: {command}", command=typed()))
        todo.append(msg("To look around first: {command}", command=typed("demo")))
    for line in todo:
        call.say(f"  {t(line)}")
    return 1 if bad else 0


def _system() -> Iterator[Found]:
    yield Found("good", msg("NGO Assist {version}", version=__version__))
    yield Found(
        "good",
        msg(
            "Python {python} on {system} {machine}",
            python=platform.python_version(),
            system=f"{platform.system()} {platform.release()}",
            machine=platform.machine(),
        ),
    )


def _terminal(terminal: Terminal) -> Iterator[Found]:
    if not terminal.out.isatty():
        yield Found(
            "note", msg("The output goes to a file or another program, so the screen was not looked at")
        )
        return
    columns, lines = shutil.get_terminal_size()
    small = columns < SMALLEST[0] or lines < SMALLEST[1]
    yield Found(
        "note" if small else "good",
        msg("Window: {columns} columns, {lines} lines", columns=columns, lines=lines),
        msg("Make the window larger: at least {columns} × {lines}.", columns=SMALLEST[0], lines=SMALLEST[1])
        if small
        else None,
    )
    kind = os.environ.get("TERM", "")
    if kind == "dumb":
        yield Found(
            "note",
            msg("This terminal cannot draw a screen"),
            msg("Use the questions line by line: {command}", command=typed("interview")),
        )
    elif os.environ.get("NO_COLOR"):
        yield Found("good", msg("Colours are switched off (NO_COLOR); everything is readable without them"))
    if sys.platform != "win32":
        setting = next((v for n in ("LC_ALL", "LC_CTYPE", "LANG") if (v := os.environ.get(n))), "")
        if "utf" not in setting.lower():
            yield Found(
                "note",
                msg("The system's letters are set to “{setting}”", setting=setting or "C"),
                msg(
                    "If Kazakh or Russian letters look wrong, type: {command}", command="export LANG=C.UTF-8"
                ),
            )


def _workspace(call: Call) -> Iterator[Found]:
    root = call.workspace().root.absolute()
    problem = _not_writable(root)
    if problem is not None:
        yield Found(
            "bad",
            msg("The workspace {path} cannot be written: {reason}", path=str(root), reason=problem),
            msg("Choose another folder with {option}.", option="--workspace"),
        )
        return
    if root.exists():
        count = len(call.workspace().organisations())
        yield Found("good", msg("Workspace: {path} (organisations: {count})", path=str(root), count=count))
    else:
        yield Found(
            "good", msg("Workspace: {path}; it is made when the first thing is saved", path=str(root))
        )
    cloud = cloud_folder(root, call.around.environ)
    if cloud is not None:
        yield Found(
            "note",
            msg("The workspace lies in a folder that is copied to {cloud}", cloud=cloud),
            msg("If people's data must stay on this computer, choose another folder with --workspace."),
        )


def _not_writable(root: Path) -> str | None:
    """Return why nothing can be saved in `root`; it is not made for that."""
    place = root
    try:
        while not place.exists() and place != place.parent:
            place = place.parent
        with tempfile.TemporaryFile(dir=place):
            return None
    except OSError as error:
        return error.strerror or type(error).__name__


def _rubrics(call: Call) -> Iterator[Found]:
    from ngo_assist.rubric.load import find_rubrics, load_rubric

    folders = find_rubrics()
    if not folders:
        yield Found("bad", msg("No rubric came with the program"), msg("Install the program again."))
    if call.values["rubric"]:
        folders.append(call.values["rubric"])
    for folder in folders:
        try:
            rubric = load_rubric(folder)
        except UserError as error:
            check = msg("See them all with: {command}", command=typed(f"rubric check {quoted(folder)}"))
            yield Found("bad", msg("{folder}: {what}", folder=str(folder), what=error.what), check)
        else:
            yield Found(
                "good",
                msg(
                    "Rubric: {id} {version} ({languages})",
                    id=rubric.id,
                    version=rubric.version,
                    languages=", ".join(rubric.languages),
                ),
            )


def _engines() -> Iterator[Found]:
    installed = available()
    if not installed:
        yield Found(
            "note",
            msg("No engine for models is installed; plans are made in the rubric's words"),
            msg(
                "To let a model write, install one: {command}", command='pip install "ngo-assist[xllamacpp]"'
            ),
        )
    for engine in NAMES:
        problem = _problem(engine) if engine in installed else None
        if engine not in installed:
            yield Found("note", msg("Engine: {name} is not installed", name=engine))
        elif problem is None:
            version = importlib.metadata.version(engine)
            yield Found("good", msg("Engine: {name} {version}", name=engine, version=version))
        else:
            yield Found(
                "note",
                msg(
                    "The engine {name} does not start on this computer: {reason}", name=engine, reason=problem
                ),
                msg("Plans are made in the rubric's words; another engine may work."),
            )


def _problem(engine: str) -> Message | None:
    """Return why an engine cannot run here; asked of a child, since native code may end its process."""
    trouble = try_out(engine)
    if trouble is None:
        return None
    if trouble.kind == "processor":
        return msg("this processor is too old for it ({reason})", reason=trouble.detail)
    return msg("{reason}", reason=trouble.detail)


def _servers(call: Call) -> Iterator[Found]:
    settings = the_settings()
    if settings.engine != "auto":
        yield Found("good", msg("Chosen in the settings to run models: {name}", name=settings.engine))
    try:
        of_settings = choice(call)
        models = servers.chosen(of_settings) if of_settings.address else servers.running()
    except UserError as error:
        what = msg("{address}: {what}", address=error.where, what=error.what)
        yield Found("note", what, error.todo)
        return
    for address in dict.fromkeys(model.address for model in models):
        names = ", ".join(model.name for model in models if model.address == address)
        yield Found(
            "good", msg("A server with models runs at {address}: {names}", address=address, names=names)
        )
    for warning in {model.address: model.warning for model in models if model.warning}.values():
        yield Found("note", warning)


def _models() -> Iterator[Found]:
    starter = catalogue.starter()
    if starter is None:
        yield Found("note", msg("The starter model is not installed; plans are made in the rubric's words"))
    free = memory_available()
    for model in catalogue.here():
        try:
            needed = memory_needed(catalogue.check(model), CONTEXT)
        except UserError as error:
            yield Found("note", msg("Model {name}: {what}", name=model.name, what=error.what), error.todo)
            continue
        fits = free is None or needed <= free
        yield Found(
            "good" if fits else "note",
            msg("Model {name}: needs {size} of memory", name=model.name, size=_megabytes(needed))
            if fits
            else msg(
                "Model {name}: needs {size} of memory, more than is free",
                name=model.name,
                size=_megabytes(needed),
            ),
        )
    memory = msg("Cores: {cores}", cores=cores())
    if free is not None:
        memory = msg("Free memory: {size}. Cores: {cores}", size=_megabytes(free), cores=cores())
    yield Found("good", memory)


def _megabytes(size: int) -> Message:
    return msg("{n} MB", n=max(1, round(size / 1e6)))
