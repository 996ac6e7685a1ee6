"""The program on the screen."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from ngo_assist.cli.language import choose_language, fitting
from ngo_assist.i18n import LANGUAGES
from ngo_assist.messages import UserError, msg

if TYPE_CHECKING:
    from ngo_assist.cli.call import Call
    from ngo_assist.workspace.store import Workspace


def open_screen(call: Call) -> int:
    """Open the program on the screen and return its exit status."""
    return run_screen(call, call.workspace())


def require_screen() -> None:
    """Raise `UserError` where there is no screen to draw on."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        raise UserError(
            msg("there is no screen here to open the program on"),
            "",
            msg("Use the questions line by line: {command}", command="ngo-assist interview"),
        )


def run_screen(call: Call, workspace: Workspace) -> int:
    """Run the program on a workspace. Raises `UserError` where there is no screen."""
    require_screen()
    from ngo_assist.tui.run import run

    asked = call.values["lang"]
    return run(
        workspace,
        call.rubric,
        now=call.around.now,
        asked_language=asked and (fitting(asked, tuple(LANGUAGES)) or asked),
        system_language=choose_language(system=call.around.system_language).interface,
    )
