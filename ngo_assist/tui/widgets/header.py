"""The top line: where one is, whether it is saved, and the language, which is a button."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual.app import RenderResult
from textual.reactive import reactive
from textual.widget import Widget


class Header(Widget):
    """One line; the right end shows `saved` and the language."""

    DEFAULT_CSS = """
    Header { height: 1; background: $panel; color: $foreground; padding: 0 2; }
    """

    place: reactive[str] = reactive("")
    """Where one is; data, never markup."""
    saved: reactive[str] = reactive("")
    language: reactive[str] = reactive("")

    def render(self) -> RenderResult:
        width = self.content_size.width
        right = Text()
        if self.saved:
            right.append(self.saved, Style(color=self._colour("success")))
            right.append("   ")
        right.append(self.language, Style(meta={"@click": "app.language"}))
        left = Text(self.place or "NGO Assist", Style(bold=True), no_wrap=True)
        left.truncate(max(0, width - right.cell_len - 2), overflow="ellipsis")
        gap = max(1, width - left.cell_len - right.cell_len)
        return Text.assemble(left, " " * gap, right, no_wrap=True)

    def _colour(self, name: str) -> str:
        return self.app.theme_variables.get(name, "default")
