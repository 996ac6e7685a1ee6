"""The program on the screen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ngo_assist.cli.language import fitting
from ngo_assist.i18n import LANGUAGES
from ngo_assist.invocation import command as typed
from ngo_assist.messages import UserError, msg

if TYPE_CHECKING:
    from ngo_assist.cli.call import Call


def open_screen(call: Call) -> int:
    """Open the program on the screen and return its exit status."""
    return run_screen(call, call.workspace().root)


def require_screen(call: Call) -> None:
    """Raise `UserError` where there is no screen to draw on."""
    terminal = call.terminal
    if not (terminal.source.isatty() and terminal.out.isatty()) or os.environ.get("TERM") == "dumb":
        raise UserError(
            msg("there is no screen here to open the program on"),
            "",
            msg("Use the questions line by line: {command}", command=typed("interview")),
        )


def run_screen(call: Call, workspace: Path) -> int:
    """Run the program on a workspace's folder. Raises `UserError` where there is no screen."""
    require_screen(call)
    from ngo_assist.tui.app import run

    asked = call.values["lang"]
    return run(
        workspace=workspace,
        rubric=call.values["rubric"],
        language=asked and (fitting(asked, tuple(LANGUAGES)) or asked),
    )
