"""The levels of one practice to choose from: number, shape, name, and what it looks like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from textual import events
from textual.widgets.option_list import Option

from ngo_assist.tui import keys
from ngo_assist.tui.widgets.laid_out import LaidOut, Piece, filled, wrapped
from ngo_assist.tui.widgets.ready_list import ReadyList
from ngo_assist.tui.widgets.shapes import level_shape

NAME_MOST = 18
"""Columns of a level's name; a longer one goes on in the next line."""
NARROW = 72
"""Columns below which there is no room for a column of names."""
SIGNS = 8
"""Columns before the name: the mark of what is chosen, the number, the shape, and gaps."""
SIGNS_NARROW = 6


@dataclass(frozen=True)
class LevelText:
    name: str
    text: str


class LevelList(ReadyList, inherit_bindings=False):
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
    LevelList { height: auto; }
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
        self._tight: tuple[bool, list[LaidOut]] | None = None
        """The rows without blank lines, and whether they are narrow."""
        self._last_width = 0

    def show(self, levels: Sequence[LevelText], chosen: int | None, highlighted: int | None) -> None:
        """Take other levels; `highlighted` None marks nothing, so that a second Enter answers nothing.

        They are seen after the next `fit`.
        """
        self._levels, self._chosen, self._wanted = list(levels), chosen, highlighted
        self._laid_out, self._tight = False, None

    def needs(self, width: int) -> int:
        """Return the lines that the levels take in `width` columns, without blank ones between them."""
        return sum(len(row.lines(width - 2)) for row in self._tight_rows(width < NARROW))

    def _tight_rows(self, narrow: bool) -> list[LaidOut]:
        if self._tight is None or self._tight[0] != narrow:
            self._tight = (narrow, [self._row(place, (narrow, False)) for place in range(len(self._levels))])
        return self._tight[1]

    def fit(self, width: int, most: int) -> None:
        """Fit into `width` columns and `most` lines: with blank lines where there is room for them.

        Where it is narrow, a level's name stands before its text and not beside it.
        """
        lines = self.needs(width)
        look = (width < NARROW, lines + len(self._levels) - 1 <= most)
        self.styles.max_height = most
        # Said before the lines are there: a bar that comes and goes is two more layouts of the screen.
        self.styles.overflow_y = "scroll" if lines > most else "hidden"
        if self._laid_out and look == self._look:
            return
        highlighted = self.highlighted if self._laid_out else self._wanted
        self._look, self._laid_out = look, True
        self.set_options(
            Option(self._row(place, look) if look[1] else row)
            for place, row in enumerate(self._tight_rows(look[0]))
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
        signs, gap = (SIGNS_NARROW, 2) if narrow else (SIGNS, 3)
        rest: list[Piece] = [(" " * signs, False)]
        head: list[Piece] = [(f"{mark:2}{digit:{gap}}", True), (f"{shape:{gap}}", False)]
        name_width = self._name_width + 2

        def lay_out(width: int) -> list[list[Piece]]:
            lines: list[list[Piece]] = []
            if narrow:
                first, *others = wrapped(f"{level.name}. {level.text}", width - signs)
                end = len(level.name)
                lines = [[(first[:end], True), (first[end:], False)], *([(text, False)] for text in others)]
            else:
                texts = wrapped(level.text, width - signs - name_width)
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
