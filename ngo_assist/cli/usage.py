"""The help that a command prints, in the user's language."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from ngo_assist.cli.arguments import COMMON, Argument, Command
from ngo_assist.i18n import Translator
from ngo_assist.invocation import PROGRAM
from ngo_assist.messages import msg

_LEFT_MOST = 28
_HELP = Argument("--help", msg("this help"))


def overview(t: Translator, commands: Sequence[Command], width: int, under: str = "") -> str:
    """Return the help on all commands, or on those whose name begins with the word `under`."""
    shown = [c for c in commands if c.name.partition(" ")[0] == under] if under else commands
    rows = [(f"{PROGRAM} {command.name}".rstrip(), t(command.summary)) for command in shown]
    parts = [
        t("A self-assessment and an action plan for small organisations, without a connection."),
        t("Commands:") + "\n" + "\n".join(_table(rows, width)),
        t("On every command, after its name:") + "\n" + "\n".join(_options(t, (*COMMON, _HELP), width)),
    ]
    return "\n\n".join(parts)


def of_command(t: Translator, command: Command, width: int) -> str:
    """Return the help on one command."""
    own = [a for a in command.arguments if not a.positional]
    places = [a for a in command.arguments if a.positional]
    usage = " ".join(filter(None, (PROGRAM, command.name, command.usage)))
    parts = [t("Usage: {usage}", usage=usage), "\n".join(textwrap.wrap(t(command.summary), width))]
    if places:
        parts.append("\n".join(_options(t, places, width)))
    if own:
        parts.append(t("Options:") + "\n" + "\n".join(_options(t, own, width)))
    parts.append(
        t("On every command, after its name:") + "\n" + "\n".join(_options(t, (*COMMON, _HELP), width))
    )
    return "\n\n".join(parts)


def _options(t: Translator, arguments: Iterable[Argument], width: int) -> list[str]:
    shown = [(a.name if a.positional else f"{a.name} {a.metavar}".rstrip(), t(a.help)) for a in arguments]
    return _table(shown, width)


def _table(rows: Sequence[tuple[str, str]], width: int) -> list[str]:
    """Return two columns; a left cell that is too long has its line to itself."""
    left = min(max((len(name) for name, _ in rows), default=0), _LEFT_MOST)
    lines = []
    for name, text in rows:
        wrapped = textwrap.wrap(text, max(20, width - left - 4)) or [""]
        if len(name) > left:
            lines.append(f"  {name}")
        else:
            lines.append(f"  {name:{left}}  {wrapped.pop(0)}".rstrip())
        lines += [" " * (left + 4) + line for line in wrapped]
    return lines
