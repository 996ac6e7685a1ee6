"""From the words of a command line to a command and its options; every refusal is a `UsageError`."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from ngo_assist.cli import values
from ngo_assist.cli.values import Unreadable
from ngo_assist.messages import Message, msg

HELP = ("-h", "--help")


class UsageError(Exception):
    """The command line cannot be meant. `command` is the command whose help tells more."""

    def __init__(self, what: Message, command: str = "") -> None:
        self.what, self.command = what, command
        super().__init__(str(what))


@dataclass(frozen=True)
class Argument:
    """An option ("--out"), or what is given without one ("FILE"). Without `metavar` an option is a flag."""

    name: str
    help: Message
    metavar: str = ""
    read: Callable[[str], Any] = values.text
    must: bool = False
    default: Any = None

    @property
    def positional(self) -> bool:
        return not self.name.startswith("-")

    @property
    def field(self) -> str:
        """The name under which the value is found."""
        return self.name.lstrip("-").replace("-", "_").lower()


@dataclass(frozen=True)
class Command:
    name: str
    """One word or two, as typed; empty: no command, the TUI."""
    usage: str
    summary: Message
    run: str
    """Where the function is that does it, as "module:function"; imported when it is called."""
    arguments: tuple[Argument, ...] = ()


COMMON = (
    Argument("--workspace", msg("the folder that holds the organisations"), "DIR", values.path),
    Argument("--lang", msg("the language: kk, ru, en or another one of the rubric's"), "L", values.language),
    Argument("--rubric", msg("a folder with another rubric"), "DIR", values.path),
)


@dataclass(frozen=True)
class Parsed:
    """What was asked for: a command with its values, or help on it."""

    command: Command
    values: dict[str, Any]
    help: bool = False


def find_command(words: Sequence[str], commands: Sequence[Command]) -> tuple[Command, list[str]]:
    """Return the command that `words` begin with, and the words after its name."""
    by_name = {command.name: command for command in commands}
    if not words or words[0].startswith("-"):
        return by_name[""], list(words)
    first = words[0]
    second = words[1] if len(words) > 1 else ""
    if f"{first} {second}" in by_name:
        return by_name[f"{first} {second}"], list(words[2:])
    if first in by_name:
        return by_name[first], list(words[1:])
    seconds = [name.partition(" ")[2] for name in by_name if name.startswith(f"{first} ")]
    if not seconds:
        known = sorted({name.partition(" ")[0] for name in by_name} - {""})
        raise UsageError(_unknown(msg("There is no command “{found}”.", found=first), first, known))
    if not second or second.startswith("-"):
        listed = ", ".join(seconds)
        raise UsageError(msg("After “{first}” comes one of: {known}.", first=first, known=listed), first)
    raise UsageError(
        _unknown(msg("There is no command “{found}”.", found=f"{first} {second}"), second, seconds), first
    )


def parse(words: Sequence[str], command: Command) -> Parsed:
    """Return the values in `words`, read and checked. Raises `UsageError`."""
    if wants_help(words):
        return Parsed(command, {}, help=True)
    arguments = (*command.arguments, *COMMON)
    try:
        found, left = _parser(arguments).parse_known_args(list(words))
    except argparse.ArgumentError as error:
        raise _refused(error, arguments, command) from error
    if left:
        raise _left_over(left[0], arguments, command)
    given = vars(found)
    missing = [a for a in command.arguments if a.must and given[a.field] is None]
    if missing:
        name = missing[0].name if missing[0].positional else f"{missing[0].name} {missing[0].metavar}"
        raise UsageError(msg("{name} is missing: {help}.", name=name, help=missing[0].help), command.name)
    return Parsed(command, {a.field: _read(a, given[a.field], command) for a in arguments})


def wants_help(words: Sequence[str]) -> bool:
    """Tell whether help is asked for before the words that are no options."""
    own = list(words[: words.index("--")] if "--" in words else words)
    return any(word in HELP for word in own)


def asked_language(words: Sequence[str]) -> str | None:
    """Return what --lang says, before anything is parsed: mistakes too are told in that language."""
    for place, word in enumerate(words):
        if word == "--lang":
            return "".join(words[place + 1 : place + 2])
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return None


class _Parser(argparse.ArgumentParser):
    """Raises what it finds, so that nothing is said in argparse's own English."""

    def error(self, message: str) -> NoReturn:
        raise argparse.ArgumentError(None, message)


def _parser(arguments: Sequence[Argument]) -> argparse.ArgumentParser:
    parser = _Parser(add_help=False, allow_abbrev=False, exit_on_error=False)
    for argument in arguments:
        if argument.positional:
            parser.add_argument(argument.field, nargs="?")
        elif argument.metavar:
            parser.add_argument(argument.name, dest=argument.field)
        else:
            parser.add_argument(argument.name, dest=argument.field, action="store_true")
    return parser


def _read(argument: Argument, given: Any, command: Command) -> Any:
    if given is None:
        return argument.default
    if isinstance(given, bool):
        return given
    try:
        return argument.read(given)
    except Unreadable as error:
        raise UsageError(
            msg(
                "{name} cannot be “{found}”; it takes {allowed}.",
                name=argument.name,
                found=given,
                allowed=error.allowed,
            ),
            command.name,
        ) from error


def _refused(error: argparse.ArgumentError, arguments: Sequence[Argument], command: Command) -> UsageError:
    named = next((a for a in arguments if a.name == error.argument_name), None)
    if named is None:
        return UsageError(msg("This command line cannot be read."), command.name)
    if named.metavar:
        return UsageError(
            msg("After {name} comes a value: {help}.", name=named.name, help=named.help), command.name
        )
    return UsageError(msg("{name} takes no value.", name=named.name), command.name)


def _left_over(word: str, arguments: Sequence[Argument], command: Command) -> UsageError:
    if not word.startswith("-"):
        return UsageError(msg("“{found}” is one word too many.", found=word), command.name)
    name = word.partition("=")[0]
    known = [a.name for a in arguments if not a.positional]
    return UsageError(_unknown(msg("There is no option “{found}”.", found=name), name, known), command.name)


def _unknown(what: Message, found: str, known: Sequence[str]) -> Message:
    close = difflib.get_close_matches(found, known, n=1)
    return msg("{what} Did you mean “{name}”?", what=what, name=close[0]) if close else what
