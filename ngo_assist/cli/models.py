"""`model add`, `model get`, `model remove`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ngo_assist.application.model_files import Coming, Here, ModelFiles, megabytes
from ngo_assist.application.model_words import licence, spoken
from ngo_assist.cli.progress import bytes_progress, progress
from ngo_assist.cli.replies import means_yes
from ngo_assist.invocation import command as typed
from ngo_assist.invocation import quoted
from ngo_assist.llm.machine import memory_available
from ngo_assist.messages import UserError, msg

if TYPE_CHECKING:
    from ngo_assist.cli.call import Call


def add_model(call: Call) -> int:
    """Copy a model's file into the models' folder, whole or not at all; a broken copy is gone on with."""
    t, files, source = call.t, ModelFiles(), call.values["file"]
    coming = files.coming_from(source)
    if coming.kept:
        call.note(t("{size} of it are here already.", size=t(megabytes(coming.kept))))
    again = typed(f"model add {quoted(source)}")
    title = t("Copying {name}", name=coming.name)
    _tell_of(_brought(call, files, coming, title, again), coming, call)
    return 0


def get_model(call: Call) -> int:
    """Download or install a model of the catalogue, after a yes."""
    t, files, name = call.t, ModelFiles(), call.values["name"]
    here = files.is_here(name)
    if here is not None:
        call.say(t("It is here already: {path}", path=str(here.path)))
        return 0
    coming = files.coming_by_name(name)
    for line in _offer(coming, call):
        call.say(line)
    if not call.values["yes"] and not _agreed(call, t("Download it? Type yes or no:")):
        call.note(t("Nothing was downloaded."))
        return 0
    if coming.way == "package":
        title = t("Installing {name}", name=coming.source)
    else:
        title = t("Downloading {name}", name=coming.name)
    again = typed(f"model get {quoted(coming.name)}")
    _tell_of(_brought(call, files, coming, title, again), coming, call)
    return 0


def remove_model(call: Call) -> int:
    """Delete a model that was added; where somebody is there to be asked, after a yes."""
    t, files = call.t, ModelFiles()
    leaving = files.leaving(call.values["name"])
    if not call.values["yes"] and call.terminal.source.isatty():
        size = t(megabytes(leaving.size))
        question = t(
            "Remove {name} ({size}), with what its examination found? Type yes or no:",
            name=leaving.name,
            size=size,
        )
        if not _agreed(call, question):
            call.note(t("Nothing was removed."))
            return 0
    files.remove(leaving)
    call.say(t("Removed: {name}", name=leaving.name))
    return 0


def _brought(call: Call, files: ModelFiles, coming: Coming, title: str, again: str) -> Here:
    """Bring it with progress; Ctrl+C leaves what has come, and says how to go on."""
    t, done = call.t, coming.kept

    try:
        if coming.way == "package":
            with progress(call.terminal, title):
                return files.bring(coming, lambda done, whole: None)
        with bytes_progress(call.terminal, title, t) as shown:

            def heard(now: int, whole: int) -> None:
                nonlocal done
                done = now
                shown(now, whole)

            return files.bring(coming, heard)
    except KeyboardInterrupt:
        if done:
            call.note(
                t(
                    "{done} of {whole} are here and are kept. Go on with: {command}",
                    done=t(megabytes(done)),
                    whole=t(megabytes(coming.size)),
                    command=again,
                )
            )
        raise


def _offer(coming: Coming, call: Call) -> list[str]:
    """Return what a person should know before saying yes."""
    t, known = call.t, coming.known
    assert known is not None
    lines = [f"{known.name} ({known.title})"]
    size = t("to download: {size}", size=t(megabytes(coming.size - coming.kept)))
    if coming.kept:
        size = f"{size} ({t('{size} of it are here already.', size=t(megabytes(coming.kept)))})"
    room = t("not known") if coming.room is None else t(megabytes(coming.room))
    free = memory_available()
    memory = t("memory: needs {size}", size=t(megabytes(coming.memory)))
    if free is not None:
        memory = t(
            "memory: needs {size}, {free} are free now",
            size=t(megabytes(coming.memory)),
            free=t(megabytes(free)),
        )
    facts = [
        size,
        t("licence: {licence}", licence=licence(known.licence, coming.source, t)),
        t("languages: {languages}", languages=spoken(known.languages, t)),
        t("from: {source}", source=f"{coming.source} ({known.file})"),
        t("to: {path} (free: {room})", path=str(coming.target), room=room),
        memory,
    ]
    if free is not None and free < coming.memory:
        facts.append(t("This computer cannot run it now: close other programs, or choose a smaller one."))
    if not known.verified:
        facts.append(
            t("These facts are of {date} and were not verified against the source.", date=t.date(known.as_of))
        )
    lines += [f"  {fact}" for fact in facts]
    lines.append(
        t(
            "This is the one command that uses the network: {host} sees this computer's address.",
            host=_host(coming),
        )
    )
    return lines


def _host(coming: Coming) -> str:
    return urlsplit(coming.source).netloc or "pypi.org"


def _agreed(call: Call, question: str) -> bool:
    answer = call.terminal.ask(f"{question} ")
    if answer is None:
        call.say()
        raise UserError(
            msg("the question was not answered"),
            "",
            msg("Where nobody can be asked, add {option}.", option="--yes"),
        )
    return means_yes(answer)


def _tell_of(here: Here, coming: Coming, call: Call) -> None:
    t, name = call.t, here.model.name
    call.say(t("Added: {name}. Use it with: {command}", name=name, command=f"--model {quoted(name)}"))
    if here.known is not None:
        call.say(t("Its checksum is that of {title}.", title=here.known.title))
    elif here.checked:
        call.say(t("Its checksum is the one in the file beside it."))
    else:
        call.say(t("There was no checksum to compare it with: trust it as far as the one it comes from."))
    if here.claims is not None:
        call.note(
            t(
                "Careful: it has the file name of {title} and is another file.",
                title=here.claims.title,
            )
        )
    if coming.known is None:
        if here.model.licence:
            call.say(t("licence: {licence}", licence=here.model.licence))
        else:
            call.say(t("Ask the one it comes from for its licence before you use it."))
    call.say(t("Examine it before its first plan: {command}", command=typed(f"model check {quoted(name)}")))
