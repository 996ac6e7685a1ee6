"""The map of all practices: a row for each dimension, a block as tall as its level for each practice.

It reads in black and white: height tells the level, brackets tell where one is, signs tell what has no level.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message as TextualMessage
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ngo_assist.application.practice_view import Cell, MapRow
from ngo_assist.tui import keys, plan_keys
from ngo_assist.tui.widgets.laid_out import cut, filled, wrapped
from ngo_assist.tui.widgets.line_list import colour
from ngo_assist.tui.widgets.shapes import level_shape

SIGNS = {"not_applicable": "–", "changed": "≠", "unanswered": "○"}
"""What stands in place of a block."""
WIDEST, NAME_LEAST, GAP = 6, 18, 2


@dataclass(frozen=True)
class Layout:
    """Columns: the names, then cells with one free column before each and after the last."""

    name: int
    cell: int
    per_line: int

    @property
    def first(self) -> int:
        return self.name + GAP


def layout(rows: Sequence[MapRow], width: int) -> Layout:
    """Return the widest cells beside which every name has one line; else narrow ones and names in two."""
    most = max((len(row.cells) for row in rows), default=1)
    longest = max((len(row.title) for row in rows), default=1)
    for cell in range(WIDEST, 1, -1):
        name = width - GAP - 1 - most * (cell + 1)
        if name >= longest:
            return Layout(longest, cell, most)
    for cell in (2, 1):
        name = width - GAP - 1 - most * (cell + 1)
        if name >= NAME_LEAST:
            return Layout(min(name, longest), cell, most)
    name = min(NAME_LEAST, longest)
    return Layout(name, 1, max(1, (width - GAP - 1 - name) // 2))


class PracticeMap(ScrollView, can_focus=True, inherit_bindings=False):
    """The arrows go from cell to cell; Enter or a second click opens a practice."""

    BINDINGS = keys.bindings(
        keys.Key("right", "move(1)"),
        keys.Key("left", "move(-1)"),
        keys.Key("down", "row(1)"),
        keys.Key("up", "row(-1)"),
        keys.Key("pagedown", "row(5)"),
        keys.Key("pageup", "row(-5)"),
        keys.Key("home", "edge(0)"),
        keys.Key("end", "edge(-1)"),
        plan_keys.OPEN,
    )
    DEFAULT_CSS = """
    PracticeMap { height: 10; overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; }
    PracticeMap { scrollbar-gutter: stable; color: $foreground; }
    PracticeMap > .practice-map--cursor { background: $panel; }
    PracticeMap:focus > .practice-map--cursor { background: $block-cursor-blurred-background; }
    """
    COMPONENT_CLASSES = {"practice-map--cursor"}

    class Moved(TextualMessage):
        """The cursor stands on another practice."""

        def __init__(self, practice: str) -> None:
            super().__init__()
            self.practice = practice

    class Opened(Moved):
        """Enter, or a click on the practice that has the cursor."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._rows: list[MapRow] = []
        self._cells: list[tuple[int, int]] = []
        """The row and the place in it of each practice, in order."""
        self._top = 1
        self._cursor = 0
        self._roomy = False
        self._columns = Layout(NAME_LEAST, 1, 1)
        self._lines: list[tuple[int, int]] = []
        """The row of each line, and which of the row's lines it is; -1: a blank one."""

    def show(self, rows: Sequence[MapRow], top: int, here: str) -> None:
        """Draw other rows; the cursor goes to the practice `here`, if it is among them."""
        self._rows, self._top = list(rows), top
        self._cells = [(row, place) for row, each in enumerate(rows) for place in range(len(each.cells))]
        ids = [self._cell(number).practice for number in range(len(self._cells))]
        self._cursor = ids.index(here) if here in ids else 0
        self.fit(self.scrollable_content_region.width, self._roomy)

    def fit(self, width: int, roomy: bool) -> None:
        """Lay out for a width; `roomy` puts a blank line between the rows."""
        if width <= 0:
            return  # not on the screen yet
        self._roomy, self._columns = roomy, layout(self._rows, width)
        self._lines = []
        for row in range(len(self._rows)):
            if row and roomy:
                self._lines.append((row, -1))
            self._lines.extend((row, line) for line in range(self._height(row)))
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()
        self.call_after_refresh(self._show_cursor)

    def height_for(self, width: int, *, roomy: bool) -> int:
        """Return how many lines all rows would take."""
        self._columns = layout(self._rows, max(1, width))
        blanks = max(0, len(self._rows) - 1) if roomy else 0
        return sum(self._height(row) for row in range(len(self._rows))) + blanks

    @property
    def practice(self) -> str:
        """The practice with the cursor; empty where there is none."""
        return self._cell(self._cursor).practice if self._cells else ""

    def _cell(self, number: int) -> Cell:
        row, place = self._cells[number]
        return self._rows[row].cells[place]

    def _height(self, row: int) -> int:
        cells = -(-len(self._rows[row].cells) // self._columns.per_line)
        return max(1, cells, len(self._title(row)))

    def _title(self, row: int) -> list[str]:
        return [cut(line, self._columns.name) for line in wrapped(self._rows[row].title, self._columns.name)]

    def on_resize(self) -> None:
        self.fit(self.scrollable_content_region.width, self._roomy)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self.refresh()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        number = y + int(self.scroll_offset.y)
        width = self.scrollable_content_region.width
        if number >= len(self._lines) or self._lines[number][1] < 0:
            return Strip.blank(width, self.rich_style)
        row, line = self._lines[number]
        here = self._cells[self._cursor] if self._cells else (-1, -1)
        plain = self.rich_style
        names = self._title(row)
        name = names[line] if line < len(names) else ""
        bold = Style(bold=True) if here[0] == row else Style()
        segments = [Segment(filled(name, self._columns.first), plain + bold)]
        cursor = self.get_component_rich_style("practice-map--cursor") + Style(bold=True)
        edge = cursor + colour(self, "primary")
        cells, first = self._rows[row].cells, line * self._columns.per_line
        shown = cells[first : first + self._columns.per_line]
        for place, cell in enumerate(shown, first):
            at = here == (row, place)
            after = here == (row, place - 1) and place > first
            segments.append(Segment("[" if at else "]" if after else " ", edge if at or after else plain))
            segments.append(self._block(cell, (row, place), (cursor if at else plain)))
        if shown and here == (row, first + len(shown) - 1):
            segments.append(Segment("]", edge))
        return Strip(segments).adjust_cell_length(width, plain)

    def _block(self, cell: Cell, at: tuple[int, int], ground: Style) -> Segment:
        width = self._columns.cell
        if cell.level is None:
            sign = SIGNS.get(cell.standing, "○")
            return Segment(sign.center(width), ground + colour(self, "muted") + Style(meta={"at": at}))
        ink = "success" if cell.works else "primary" if cell.level else "muted"
        shape = level_shape(cell.level, self._top) * width
        return Segment(shape, ground + colour(self, ink) + Style(meta={"at": at}))

    def action_move(self, by: int) -> None:
        if self._cells:
            self._put(min(max(self._cursor + by, 0), len(self._cells) - 1))

    def action_edge(self, place: int) -> None:
        if self._cells:
            self._put(place % len(self._cells))

    def action_row(self, by: int) -> None:
        """Go up or down, to the cell under or above this one."""
        if not self._cells:
            return
        row, place = self._cells[self._cursor]
        per_line, step = self._columns.per_line, 1 if by > 0 else -1
        for _ in range(abs(by)):
            below = place + step * per_line
            if 0 <= below < len(self._rows[row].cells) or (
                step > 0 and self._last_line(row) > place // per_line
            ):
                place = min(below, len(self._rows[row].cells) - 1)
                continue
            others = range(row + step, len(self._rows) if step > 0 else -1, step)
            row_below = next((each for each in others if self._rows[each].cells), None)
            if row_below is None:
                break
            column, row = place % per_line, row_below
            line = 0 if step > 0 else self._last_line(row)
            place = min(line * per_line + column, len(self._rows[row].cells) - 1)
        self._put(self._cells.index((row, place)))

    def _last_line(self, row: int) -> int:
        return (len(self._rows[row].cells) - 1) // self._columns.per_line

    def action_open(self) -> None:
        if self._cells:
            self.post_message(self.Opened(self.practice))

    def on_click(self, event: events.Click) -> None:
        at = event.style.meta.get("at")
        if at is None:
            return
        event.stop()
        number = self._cells.index(tuple(at))
        if number == self._cursor:
            self.action_open()
        else:
            self._put(number)

    def _put(self, number: int) -> None:
        if number != self._cursor:
            self._cursor = number
            self.refresh()
            self._show_cursor()
            self.post_message(self.Moved(self.practice))

    def _show_cursor(self) -> None:
        if not self._cells:
            return
        row, place = self._cells[self._cursor]
        line = place // self._columns.per_line
        if (row, line) in self._lines:
            number = self._lines.index((row, line))
            self.scroll_to_region(Region(0, number, 1, 1), animate=False, force=True, immediate=True)
