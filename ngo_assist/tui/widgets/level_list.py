"""The levels of one practice to choose from: number, shape, name, and what it looks like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from textual import events
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ngo_assist.tui import keys
from ngo_assist.tui.widgets.laid_out import LaidOut, Piece, filled, wrapped
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
        self._wanted: int | None = None
        """What is to be highlighted in levels that are not laid out yet."""
        self._laid_out = False
        self._look = (False, False)
        """Narrow, roomy."""
        self._last_width = 0

    def show(self, levels: Sequence[LevelText], chosen: int | None, highlighted: int | None) -> None:
        """Take other levels; `highlighted` None marks nothing, so that a second Enter answers nothing.

        They are seen after the next `fit`.
        """
        self._levels, self._chosen, self._wanted = list(levels), chosen, highlighted
        self._laid_out = False

    def fit(self, width: int, most: int) -> None:
        """Fit into `width` columns and `most` lines: with blank lines where there is room for them.

        Where it is narrow, a level's name stands before its text and not beside it.
        """
        most = max(3, most)
        tight = [self._row(place, (width < NARROW, False)) for place in range(len(self._levels))]
        lines = sum(len(row.lines(width - 2)) for row in tight)
        look = (width < NARROW, lines + len(self._levels) - 1 <= most)
        self.styles.max_height = most
        # Said before the lines are there: a bar that comes and goes is two more layouts of the screen.
        self.styles.overflow_y = "scroll" if lines > most else "hidden"
        if self._laid_out and look == self._look:
            return
        highlighted = self.highlighted if self._laid_out else self._wanted
        self._look, self._laid_out = look, True
        self.set_options(
            Option(self._row(place, look) if look[1] else tight[place]) for place in range(len(tight))
        )
        self.highlighted = highlighted

    @property
    def _name_width(self) -> int:
        longest = max((len(level.name) for level in self._levels), default=0)
        return min(longest, NAME_MOST)

    def _row(self, place: int, look: tuple[bool, bool]) -> LaidOut:
        level, (narrow, roomy) = self._levels[place], look
        mark = "✓" if place == self._chosen else ""
        digit = str(place) if place < 10 else ""
        last = len(self._levels) - 1
        shape = level_shape(place, max(1, last))
        rest: list[Piece] = [(" " * SIGNS, False)]
        head: list[Piece] = [(f"{mark:2}{digit:3}", True), (f"{shape:3}", False)]
        name_width = self._name_width + 2

        def lay_out(width: int) -> list[list[Piece]]:
            lines: list[list[Piece]] = []
            if narrow:
                first, *others = wrapped(f"{level.name}. {level.text}", width - SIGNS)
                end = len(level.name)
                lines = [[(first[:end], True), (first[end:], False)], *([(text, False)] for text in others)]
            else:
                texts = wrapped(level.text, width - SIGNS - name_width)
                names = wrapped(level.name, name_width - 2)
                for name, text in zip_longest(names, texts, fillvalue=""):
                    lines.append([(filled(name, name_width), True), (text, False)])
            lines = [[*(rest if number else head), *line] for number, line in enumerate(lines)]
            return [*lines, []] if roomy and place < last else lines

        return LaidOut(lay_out)

    def on_resize(self, event: events.Resize) -> None:
        # Each question has its own height; only another width makes its lines others.
        width = self.scrollable_content_region.width
        if width == self._last_width:
            event.prevent_default()
        self._last_width = width

    async def _on_click(self, event: events.Click) -> None:
        # The first click has moved on: the second one of a double click would answer the next question.
        if event.chain > 1:
            event.stop()
            event.prevent_default()
