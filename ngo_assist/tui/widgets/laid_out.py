"""Lines of a list, laid out by hand for each width.

A rich table does the same, but a list measures and draws each of its lines several times before it is seen,
and a table is worked out anew at every one of them: it took half of the time from a key to the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

Piece = tuple[str, bool]
"""A text, and whether it is bold; data, never markup."""
BOLD = RichStyle(bold=True)


class LaidOut(Visual):
    """`lay_out` returns the lines for a width, each in pieces, none wider than that."""

    def __init__(self, lay_out: Callable[[int], Sequence[Sequence[Piece]]]) -> None:
        self._lay_out = lay_out
        self._width = -1
        self._lines: Sequence[Sequence[Piece]] = ()

    def lines(self, width: int) -> Sequence[Sequence[Piece]]:
        """Return the lines for `width`; worked out again only when that changes."""
        if width != self._width:
            self._width, self._lines = width, self._lay_out(width)
        return self._lines

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return len(self.lines(width))

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        plain = style.rich_style
        styles = (plain, plain + BOLD)
        return [
            Strip([Segment(text, styles[bold]) for text, bold in line if text])
            for line in self.lines(width)[:height]
        ]


def cut(text: str, width: int) -> str:
    """Return `text` in at most `width` cells, with an ellipsis where something is left out."""
    return text if cell_len(text) <= width else set_cell_size(text, max(0, width - 1)) + "…"


def filled(text: str, width: int) -> str:
    """Return `text` with spaces after it up to `width` cells."""
    return text + " " * max(0, width - cell_len(text))


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines that `text` takes in `width` cells; words that are longer are broken."""
    return [line.plain.rstrip() for line in Content(text).wrap(max(1, width))]
