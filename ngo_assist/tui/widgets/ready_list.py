"""A list that takes its keys at any moment, also before it is laid out or while it has no room."""

from __future__ import annotations

from textual.widgets import OptionList


class ReadyList(OptionList):
    """Textual's list looks for the line to go to, and there is none yet in a list that was never drawn."""

    def action_page_up(self) -> None:
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]
        else:
            self.action_first()

    def action_page_down(self) -> None:
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]
        else:
            self.action_last()
