"""How it went with a model, and what is asked before it, in plain words for a screen."""

from __future__ import annotations

from urllib.parse import urlsplit

from ngo_assist.application.model_files import Coming, Here, megabytes
from ngo_assist.application.model_work import Bringing, Examining
from ngo_assist.application.models import failure_text
from ngo_assist.clean import clean_line
from ngo_assist.drafting.instructions import LANGUAGES
from ngo_assist.i18n.labels import LANGUAGE
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.messages import Message, UserError, msg

ADD = msg("Add a file…")
NOT_NOW = msg("Not now")
ADVICE: dict[str, Message] = {
    "model": msg("Copy or download the file again, or choose another model."),
    "broken": msg("Copy or download the file again, or choose another model."),
    "template": msg("Choose another model."),
    "memory": msg("Close other programs, or choose a smaller model."),
    "processor": msg("Plans are made in the rubric's words; another engine may work."),
}
"""What helps where a model failed on its examination, by the kind of `ModelFailed`."""
ON_SCREEN: dict[str, Message] = {
    "Without a connection: bring the file on a USB stick, and type: {command}": msg(
        "Without a connection: bring the file on a USB stick, and choose “{add}”.", add=ADD
    ),
    "Nothing of it was kept. If you trust it, download it in a browser, and type: {command}": msg(
        "Nothing of it was kept. If you trust it, download it in a browser, and choose “{add}”.", add=ADD
    ),
    "Agree there in a browser, download the file there, and type: {command}": msg(
        "Agree there in a browser, download the file there, and choose “{add}”.", add=ADD
    ),
    "Remove it first with: {command}": msg("Remove that one first, or give the file another name."),
    "If that may be, say so: {option}, or {setting} in the settings.": msg(
        "If that may be, write {setting} into the settings' file."
    ),
}
"""What is to be done, by what the command line says of it: there a command, here something to choose."""


def on_screen(error: UserError) -> UserError:
    """Return the error with what is to be done on a screen."""
    if error.todo is None or error.todo.text not in ON_SCREEN:
        return error
    todo = ON_SCREEN[error.todo.text]
    return UserError(error.what, error.where, Message(todo.text, {**error.todo.values, **todo.values}))


def brought(run: Bringing) -> UserError | Message:
    """Return how it ended with a model that was on its way."""
    if run.error is not None:
        return on_screen(run.error)
    if run.here is None:
        return _stopped(run)
    careful = None
    if run.here.claims is not None:
        careful = msg(
            "Careful: it has the file name of {title} and is another file.", title=run.here.claims.title
        )
    return sentences(
        msg("{title} is on this computer now.", title=_title(run.here)),
        checked(run.here),
        careful,
        msg("Examine it before its first plan."),
    )


def checked(here: Here) -> Message:
    """Return how far a model's file is known to be the right one."""
    if here.known is not None:
        return msg("Its checksum is that of {title}.", title=here.known.title)
    if here.checked:
        return msg("Its checksum is the one in the file beside it.")
    return msg("There was no checksum to compare it with: trust it as far as the one it comes from.")


def _stopped(run: Bringing) -> Message:
    if not run.done or run.coming.way == "package":
        return msg("Stopped. Nothing of it is here.")
    return msg(
        "Stopped. {done} of {whole} are here and are kept: the next time it goes on from there.",
        done=megabytes(run.done),
        whole=megabytes(run.coming.size),
    )


def examined(run: Examining) -> UserError | Message:
    """Return what came of an examination."""
    title = clean_line(run.model.title)
    if run.not_kept is not None:
        return run.not_kept
    if run.failure:
        advice = ADVICE.get(run.failure, msg("Examine it again, or choose another model."))
        return UserError(failure_text(run.failure), title, advice)
    languages = run.report.languages if run.report else {}
    if not languages:
        return msg("Stopped. No language was examined to the end, so nothing is kept.")
    parts: dict[str, Message] = {}
    for number, (language, result) in enumerate(languages.items()):
        spoken = LANGUAGE.get(language, Message(language))
        if result.verdict == "pass":
            parts[f"part{number}"] = msg("{language}: passed", language=spoken)
        else:
            parts[f"part{number}"] = msg("{language}: not passed", language=spoken)
    verdicts = Message("; ".join(f"{{{name}}}" for name in parts), dict(parts))
    if run.stopped:
        return msg("Stopped. Kept of {title}: {verdicts}.", title=title, verdicts=verdicts)
    return msg("{title} was examined. {verdicts}.", title=title, verdicts=verdicts)


def removed(name: str) -> Message:
    return msg("Removed: {name}", name=clean_line(name))


def offer(coming: Coming) -> tuple[Message, Message, Message]:
    """Return title, text and the word for yes of the question whether a model is to be brought."""
    to_come = megabytes(coming.size - coming.kept)
    room = _room(coming)
    if coming.way == "copy":
        title = msg("Copy {name} to this computer?", name=clean_line(coming.name))
        size = msg("{size} will be copied.", size=to_come)
        stay = msg("If it is on a USB stick, leave that in. You can work on meanwhile.")
        return title, sentences(size, room, stay), msg("Copy it")
    known = coming.known
    assert known is not None
    network = msg(
        "This uses the network: {size} from {host}, which sees this computer's address. On a mobile"
        " connection that may cost money.",
        size=to_come,
        host=host_of(coming),
    )
    meanwhile = msg("You can work on meanwhile, stop at any moment, and go on later.")
    title = msg("Download {title}?", title=known.title)
    return title, sentences(network, room, meanwhile), msg("Download")


ABOUT_EXAMINING = msg(
    "It writes up to 33 short texts in a language, and the program judges them. That takes from a minute to"
    " a quarter of an hour. You can work on meanwhile, or stop it."
)
ALL = "all"


def examine_choices(
    model: ModelFile, first: str
) -> tuple[dict[str, tuple[str, ...]], list[tuple[str, Message]], Message]:
    """Return languages by a key, the keys with their words, and what is said above them.

    The reader's language comes first; those that the model cannot write are left out.
    """
    able = tuple(each for each in LANGUAGES if not model.languages or each in model.languages) or LANGUAGES
    able = tuple(sorted(able, key=lambda each: each != first))
    choices: dict[str, tuple[str, ...]] = {each: (each,) for each in able}
    things = [(each, LANGUAGE[each]) for each in able]
    if len(able) > 1:
        choices[ALL] = able
        things.append((ALL, msg("All of them, one after the other")))
    return choices, things, ABOUT_EXAMINING


def host_of(coming: Coming) -> str:
    """Return the name of the computer that a model comes from."""
    return urlsplit(coming.source).netloc or "pypi.org"


def sentences(*said: Message | None) -> Message:
    """Return sentences one after the other; None is left out."""
    parts: dict[str, Message] = {f"s{number}": each for number, each in enumerate(said) if each is not None}
    return Message(" ".join(f"{{{name}}}" for name in parts), dict(parts))


def _room(coming: Coming) -> Message | None:
    return None if coming.room is None else msg("Free on the disk: {room}.", room=megabytes(coming.room))


def _title(here: Here) -> str:
    return clean_line(here.known.title if here.known else here.model.title)
