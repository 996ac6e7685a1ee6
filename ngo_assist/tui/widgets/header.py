"""The top line: where one is, whether it is saved, and the language, which is a button."""

from __future__ import annotations

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.app import RenderResult
from textual.reactive import reactive
from textual.widget import Widget

from ngo_assist.tui.ink import colour
from ngo_assist.tui.widgets.laid_out import cut

NAME_LEAST = 12
"""Columns that a name keeps where the line is short."""


class Header(Widget):
    """One line; the right end shows `saved` and the language."""

    DEFAULT_CSS = """
    Header { height: 1; background: $panel; color: $foreground; padding: 0 2; }
    """

    whose: reactive[str] = reactive("")
    """The organisation's name; it is what is cut where the line is too short. Data, never markup."""
    place: reactive[str] = reactive("")
    """Where one is."""
    saved: reactive[str] = reactive("")
    language: reactive[str] = reactive("")

    def render(self) -> RenderResult:
        width = self.content_size.width
        right = Text()
        if self.saved:
            right.append(self.saved, Style(color=self._colour("success")))
            right.append("   ")
        right.append(self.language, Style(meta={"@click": "app.language"}))
        room = max(0, width - right.cell_len - 2)
        place = f" · {self.place}" if self.place and self.whose else self.place
        whose = cut(self.whose, max(NAME_LEAST, room - cell_len(place)))
        left = Text(f"{whose}{place}" or "NGO Assist", Style(bold=True), no_wrap=True)
        left.truncate(room, overflow="ellipsis")
        gap = max(1, width - left.cell_len - right.cell_len)
        return Text.assemble(left, " " * gap, right, no_wrap=True)

    def room_beside(self, whose: str, place: str) -> int:
        """Return the columns for `saved` beside a place that is not cut, and a name that keeps its least."""
        left = cell_len(place) + 3 + min(cell_len(whose), NAME_LEAST)
        return self.content_size.width - left - cell_len(self.language) - 5

    def _colour(self, name: str) -> str:
        return colour(self.app, name)
