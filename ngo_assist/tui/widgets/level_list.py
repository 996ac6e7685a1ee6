"""The levels of one practice to choose from: number, shape, name, and what it looks like."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual import events
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ngo_assist.tui import keys
from ngo_assist.tui.widgets.shapes import level_shape

NAME_MOST = 18
"""Columns of a level's name; a longer one goes on in the next line."""
NARROW = 66
"""Columns below which there is no room for a column of names."""
SIGNS = 8
"""Columns before the name: the mark of what is chosen, the number, the shape, and gaps."""


@dataclass(frozen=True)
class LevelText:
    name: str
    text: str


class LevelList(OptionList, inherit_bindings=False):
    """Posts `OptionSelected` with the level as its index; a double click counts once."""

    # Without ← and → of its own: they lead to the previous and the next question.
    BINDINGS = keys.bindings(
        keys.Key("down", "cursor_down"),
        keys.Key("up", "cursor_up"),
        keys.Key("home", "first"),
        keys.Key("end", "last"),
        keys.Key("pagedown", "page_down"),
        keys.Key("pageup", "page_up"),
        keys.Key("enter,space", "select"),
    )
    DEFAULT_CSS = """
    LevelList { height: auto; margin-top: 1; }
    LevelList > .option-list--option { padding: 0 1; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._levels: list[LevelText] = []
        self._chosen: int | None = None
        self._look = (False, False)
        """Narrow, roomy."""

    def show(self, levels: Sequence[LevelText], chosen: int | None, highlighted: int | None) -> None:
        """Show other levels; `highlighted` None marks nothing, so that a second Enter answers nothing."""
        self._levels, self._chosen = list(levels), chosen
        self.clear_options()
        self.add_options(Option(self._row(place)) for place in range(len(self._levels)))
        self.highlighted = highlighted

    def translate(self, levels: Sequence[LevelText]) -> None:
        """Put the same levels into another language."""
        self.show(levels, self._chosen, self.highlighted)

    def fit(self, width: int, most: int) -> None:
        """Fit into `width` columns and `most` lines: with blank lines where there is room for them.

        Where it is narrow, a level's name stands before its text and not beside it.
        """
        lines = self._count_lines(width)
        layout = (width < NARROW, lines + len(self._levels) - 1 <= most)
        if layout != self._look:
            self._look = layout
            for place in range(len(self._levels)):
                self.replace_option_prompt_at_index(place, self._row(place))
        self.styles.max_height = max(3, most)

    def _count_lines(self, width: int) -> int:
        """Return how many lines the levels take without blank ones."""
        room = width - 2 - SIGNS
        if width < NARROW:
            return sum(len(textwrap.wrap(_in_one(level), max(10, room))) for level in self._levels)
        room -= self._name_width + 2
        return sum(
            max(
                len(textwrap.wrap(level.name, self._name_width)),
                len(textwrap.wrap(level.text, max(10, room))),
            )
            for level in self._levels
        )

    @property
    def _name_width(self) -> int:
        longest = max((len(level.name) for level in self._levels), default=0)
        return min(longest, NAME_MOST)

    def _row(self, place: int) -> Table:
        level = self._levels[place]
        narrow, roomy = self._look
        bold = Style(bold=True)
        words = [Text(level.name, bold), Text(level.text)]
        if narrow:
            words = [Text.assemble((level.name, bold), ". ", level.text)]
        grid = Table.grid(expand=True, padding=(0, 0))
        for width in (2, 3, 3):
            grid.add_column(width=width)
        if not narrow:
            grid.add_column(width=self._name_width + 2)
        grid.add_column(ratio=1)
        grid.add_row(
            Text("✓" if place == self._chosen else " ", bold),
            Text(str(place), bold) if place < 10 else Text(""),
            Text(level_shape(place, max(1, len(self._levels) - 1))),
            *words,
        )
        if roomy and place < len(self._levels) - 1:
            grid.add_row(*[""] * len(grid.columns))
        return grid

    async def _on_click(self, event: events.Click) -> None:
        # The first click has moved on: the second one of a double click would answer the next question.
        if event.chain > 1:
            event.stop()
            event.prevent_default()


def _in_one(level: LevelText) -> str:
    return f"{level.name}. {level.text}"
