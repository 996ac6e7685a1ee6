"""From the command line to an exit status, with whatever goes wrong put into words.

0 done, 1 something that the user can mend, 2 the command line cannot be meant, 130 interrupted. What is a
bug ends with 1 too, says one line, and leaves its traceback in the log.
"""

from __future__ import annotations

import importlib
import os
import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from ngo_assist import __version__
from ngo_assist.cli import usage
from ngo_assist.cli.arguments import UsageError, asked_language, find_command, parse, wants_help
from ngo_assist.cli.call import Call, Surroundings
from ngo_assist.cli.commands import COMMANDS
from ngo_assist.cli.interruption import INTERRUPTED, may_tidy_up
from ngo_assist.cli.language import system_language
from ngo_assist.cli.terminal import close_quietly, error_lines, standard
from ngo_assist.invocation import PROGRAM
from ngo_assist.messages import UserError

DONE, MENDABLE, USAGE = 0, 1, 2


def run(argv: Sequence[str]) -> int:
    """Do what the command line asks and return the exit status; reports every error and raises none.

    An interruption before there is a language to speak, or a second one, is the only thing that is raised.
    """
    words = list(argv)
    terminal = standard()
    call = Call({"lang": asked_language(words)}, terminal, _surroundings())
    try:
        return _guarded(words, call)
    except BrokenPipeError:
        close_quietly()
        return DONE


def _guarded(words: list[str], call: Call) -> int:
    """Run, and put whatever goes wrong into words."""
    terminal = call.terminal
    try:
        status = _run(words, call)
        terminal.flush()
        return status
    except UsageError as error:
        name = f"{PROGRAM} {error.command}".rstrip()
        terminal.note_line(f"{name}: {call.t(error.what)}")
        terminal.note_line(call.t("Help: {command}", command=f"{name} --help"))
        return USAGE
    except UserError as error:
        for line in error_lines(call.t, error):
            terminal.note_line(line)
        return MENDABLE
    except KeyboardInterrupt:
        terminal.note(call.t("Interrupted."))
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as error:
        _report_bug(error, call)
        return MENDABLE


def _run(words: list[str], call: Call) -> int:
    if words[:1] == ["--version"]:
        call.say(f"{PROGRAM} {__version__}")
        return DONE
    if words[:1] == ["help"]:
        words = [*words[1:], "--help"]
    width = min(shutil.get_terminal_size().columns, 100)
    group = {command.name.partition(" ")[0] for command in COMMANDS if " " in command.name}
    if wants_help(words) and words[0] in group and (len(words) < 2 or words[1].startswith("-")):
        call.say(usage.overview(call.t, COMMANDS, width, under=words[0]))
        return DONE
    command, left = find_command(words, COMMANDS)
    parsed = parse(left, command)
    if parsed.help:
        help_text = usage.of_command(call.t, command, width) if command.name else ""
        call.say(help_text or usage.overview(call.t, COMMANDS, width))
        return DONE
    call.values = parsed.values
    module, _, function = command.run.partition(":")
    do = getattr(importlib.import_module(f"ngo_assist.cli.{module}"), function)
    may_tidy_up()
    status: Any = do(call)
    return int(status)


def _surroundings() -> Surroundings:
    return Surroundings(
        environ=os.environ,
        home=Path.home(),
        now=lambda: datetime.now().astimezone(),
        settings_language=_settings_language(),
        system_language=system_language(os.environ),
    )


def _settings_language() -> str | None:
    from ngo_assist.application.settings import SettingsFile, default_path

    try:
        return SettingsFile.read(default_path()).settings.language
    except OSError:
        return None  # a home that may not be looked into


def _report_bug(error: Exception, call: Call) -> None:
    from ngo_assist.cli.log import write_traceback

    kind = type(error).__name__
    path = write_traceback(error, call.around.now())
    if path is None:
        call.terminal.note(call.t("Something went wrong in the program itself ({kind}).", kind=kind))
    else:
        call.terminal.note(
            call.t(
                "Something went wrong in the program itself ({kind}). Please send this file: {path}",
                kind=kind,
                path=str(path),
            )
        )
