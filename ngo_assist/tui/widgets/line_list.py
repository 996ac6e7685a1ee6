"""A list of rows of any height in the theme's colours, laid out once for each width.

What is seen is drawn line by line, so that hundreds of rows cost no more than those in sight. A row is told
from the others by the sign before it, not by its colour alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.geometry import Region, Size
from textual.message import Message as TextualMessage
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from ngo_assist.tui import keys, plan_keys

CURSOR, GUTTER = "› ", 2


class Piece(NamedTuple):
    """A text in one of the theme's colours; data, never markup."""

    text: str
    ink: str = "foreground"
    bold: bool = False
    press: str = ""
    """What a click on it means, see `LineList.Pressed`."""


Line = Sequence[Piece]


@dataclass(frozen=True)
class Row:
    """What is listed: `lay_out` returns its lines for a width, none wider than that."""

    lay_out: Callable[[int], Sequence[Line]]
    id: str = ""
    """Empty: it is passed over."""


def colour(widget: Widget, name: str) -> Style:
    """Return a colour of the theme, one of the terminal's own too."""
    value = widget.app.theme_variables.get(name)
    return Style(color=Color.parse(value).rich_color) if value else Style()


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """↑ and ↓ go from row to row; Enter or a click opens one."""

    BINDINGS = keys.bindings(
        keys.Key("down", "move(1)"),
        keys.Key("up", "move(-1)"),
        keys.Key("pagedown", "page(1)"),
        keys.Key("pageup", "page(-1)"),
        keys.Key("home", "edge(-1)"),
        keys.Key("end", "edge(1)"),
        plan_keys.OPEN,
    )
    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-list--cursor"}
    DEFAULT_CSS = """
    LineList {
        height: 1fr; overflow-x: hidden; overflow-y: auto; color: $foreground;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    LineList > .line-list--cursor { background: $panel; }
    LineList:focus > .line-list--cursor { background: $block-cursor-blurred-background; }
    """

    class Moved(TextualMessage):
        """The cursor stands on another row."""

        def __init__(self, lines: LineList, id: str) -> None:
            super().__init__()
            self.lines, self.id = lines, id

        @property
        def control(self) -> LineList:
            return self.lines

    class Opened(Moved):
        """Enter or a click on the row."""

    class Pressed(Moved):
        """A click on a piece that says what it means."""

        def __init__(self, lines: LineList, id: str, press: str) -> None:
            super().__init__(lines, id)
            self.press = press

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._rows: list[Row] = []
        self._lines: list[tuple[int, Line]] = []
        """Each line with the place of its row."""
        self._starts: list[int] = []
        self._cursor = -1
        self._laid_out_for = -1

    def show(self, rows: Sequence[Row]) -> None:
        """List other rows; the cursor stays on its row where that is still there."""
        here = self.cursor
        self._rows = list(rows)
        self._laid_out_for = -1
        places = [place for place, row in enumerate(self._rows) if row.id]
        same = [place for place in places if self._rows[place].id == here]
        self._cursor = (same or places or [-1])[0]
        self._lay_out()

    @property
    def cursor(self) -> str:
        """The id of the row with the cursor; empty where there is none."""
        return self._rows[self._cursor].id if 0 <= self._cursor < len(self._rows) else ""

    @property
    def at_first(self) -> bool:
        """Whether no row above can have the cursor."""
        return self._next(self._cursor, -1) is None

    def go_to(self, id: str) -> None:
        """Put the cursor on a row, if it is listed."""
        for place, row in enumerate(self._rows):
            if row.id == id:
                self._put(place)
                return

    @property
    def _width(self) -> int:
        # The bar's column is kept free while there is none: nothing moves when it comes.
        return max(0, self.scrollable_content_region.width)

    def _lay_out(self) -> None:
        if self._fit_width():
            self._measured()
            self.call_after_refresh(self._show_cursor)
            self.refresh()

    def _fit_width(self) -> bool:
        """Lay out for the width there is; tell whether that changed anything."""
        width = self._width
        if not width or width == self._laid_out_for:
            return False
        self._laid_out_for = width
        self._lines, self._starts = [], []
        for place, row in enumerate(self._rows):
            self._starts.append(len(self._lines))
            self._lines.extend((place, line) for line in row.lay_out(max(1, width - GUTTER)))
        return True

    def on_resize(self) -> None:
        self._lay_out()
        self._show_cursor()

    def _measured(self) -> None:
        self.virtual_size = Size(self._width, len(self._lines))
        self._show_cursor()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self.refresh()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        if self._fit_width():
            # The first picture may come before the message that tells of the size.
            self.call_after_refresh(self._measured)
        number = y + int(self.scroll_offset.y)
        width = self._width
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        place, line = self._lines[number]
        here = place == self._cursor
        ground = self.get_component_rich_style("line-list--cursor") if here else self.rich_style
        sign = CURSOR if here and self.has_focus and number == self._starts[place] else " " * GUTTER
        segments = [Segment(sign, ground + Style(bold=True) + colour(self, "primary"))]
        for piece in line:
            meta = {"press": piece.press} if piece.press else None
            style = ground + colour(self, piece.ink) + Style(bold=piece.bold or None, meta=meta)
            segments.append(Segment(piece.text, style))
        return Strip(segments).adjust_cell_length(width, ground)

    def action_move(self, by: int) -> None:
        place = self._next(self._cursor, by)
        if place is None:
            # Beyond the last row there may be more to read.
            self.scroll_relative(y=by, animate=False)
        else:
            self._put(place)

    def action_page(self, by: int) -> None:
        if self._cursor < 0 or not self._starts:
            self.scroll_relative(y=by * max(1, self.size.height - 1), animate=False)
            return
        wanted = self._starts[self._cursor] + by * max(1, self.size.height - 1)
        places = [place for place, row in enumerate(self._rows) if row.id]
        self._put(min(places, key=lambda place: abs(self._starts[place] - wanted)))

    def action_edge(self, by: int) -> None:
        places = [place for place, row in enumerate(self._rows) if row.id]
        if places:
            self._put(places[0] if by < 0 else places[-1])
        (self.scroll_home if by < 0 else self.scroll_end)(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "open" or bool(self.cursor)

    def action_open(self) -> None:
        if self.cursor:
            self.post_message(self.Opened(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        number = event.y + int(self.scroll_offset.y)
        if not 0 <= number < len(self._lines):
            return
        place, _ = self._lines[number]
        id = self._rows[place].id
        if not id:
            return
        event.stop()
        self._put(place)
        press = event.style.meta.get("press")
        self.post_message(self.Pressed(self, id, press) if press else self.Opened(self, id))

    def _next(self, place: int, by: int) -> int | None:
        place += by
        while 0 <= place < len(self._rows):
            if self._rows[place].id:
                return place
            place += by
        return None

    def _put(self, place: int) -> None:
        moved = place != self._cursor
        self._cursor = place
        self.refresh()
        self._show_cursor()
        if moved:
            self.post_message(self.Moved(self, self.cursor))

    def _show_cursor(self) -> None:
        if self._cursor < 0 or len(self._starts) != len(self._rows):
            return
        # A heading above belongs to the row, and what is said after the last one to that.
        first = self._cursor
        while first > 0 and not self._rows[first - 1].id:
            first -= 1
        last = self._cursor + 1
        end = self._starts[last] if self._next(self._cursor, 1) is not None else len(self._lines)
        top = self._starts[first]
        if end - top > self.size.height:
            top = self._starts[self._cursor]
            end = self._starts[last] if last < len(self._rows) else len(self._lines)
        self.scroll_to_region(Region(0, top, 1, max(1, end - top)), animate=False, force=True, immediate=True)
