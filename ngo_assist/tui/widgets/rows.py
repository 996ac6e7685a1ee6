"""A list whose lines keep their own colours under the cursor, and that says what Enter does."""

from __future__ import annotations

from ngo_assist.tui import keys, plan_keys
from ngo_assist.tui.widgets.ready_list import ReadyList


class Rows(ReadyList):
    """Enter opens the line."""

    BINDINGS = keys.bindings(plan_keys.OPEN)
    DEFAULT_CSS = """
    Rows > .option-list--option-highlighted, Rows:focus > .option-list--option-highlighted {
        color: $foreground; background: $panel; text-style: none;
    }
    Rows:focus > .option-list--option-highlighted { background: $block-cursor-blurred-background; }
    Rows > .option-list--option-disabled { color: $foreground; }
    """

    def action_open(self) -> None:
        self.action_select()


class Fields(Rows):
    """Enter changes the line."""

    BINDINGS = keys.bindings(plan_keys.CHANGE)


class Choices(Rows):
    """Enter chooses the line."""

    BINDINGS = keys.bindings(plan_keys.CHOOSE)
