"""The organisations at home: a list that draws only the lines in sight, a thousand as quickly as ten."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message as TextualMessage
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ngo_assist.application.home_rows import Row
from ngo_assist.messages import msg
from ngo_assist.tui import keys
from ngo_assist.tui.widgets.laid_out import cut, filled
from ngo_assist.tui.widgets.shapes import fill_shape
from ngo_assist.tui.widgets.share_bar import FULL, REST

BAR = 8
HERE, MORE = "▌", " ⋯ "
FEW = 3
"""Organisations that leave room to say what the plan of each has next."""
NARROW = 64
"""Columns below which what is known takes two lines."""

Piece = tuple[str, str]
"""A text and its ink: "", "name", "bar", "quiet" or "more"."""


@dataclass(frozen=True)
class Item:
    """One organisation; `row` is None until it is read."""

    slug: str
    name: str
    row: Row | None = None


class OrganisationList(ScrollView, can_focus=True):
    BINDINGS = keys.bindings(
        keys.Key("enter", "choose", msg("Continue"), "Enter"),
        keys.Key("up", "move(-1)"),
        keys.Key("down", "move(1)"),
        keys.Key("pageup", "page(-1)"),
        keys.Key("pagedown", "page(1)"),
        keys.Key("home", "edge(0)"),
        keys.Key("end", "edge(-1)"),
    )
    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--here", "list--hover", "list--bar", "list--quiet"}
    DEFAULT_CSS = """
    OrganisationList { height: 1fr; background: $background; color: $foreground; scrollbar-size-vertical: 1; }
    OrganisationList > .list--here { background: $panel; }
    OrganisationList:focus > .list--here { background: $block-cursor-blurred-background; }
    OrganisationList > .list--hover { background: $surface; }
    OrganisationList > .list--bar { color: $primary; }
    OrganisationList > .list--quiet { color: $muted; }
    """

    place: reactive[int] = reactive(0, repaint=True)
    """Which line of the list the cursor is on."""
    _hover: reactive[int | None] = reactive(None)

    class Moved(TextualMessage):
        """The cursor is on another organisation, or the window shows others."""

    class Chosen(TextualMessage):
        """An organisation is to be opened."""

    class MoreWanted(TextualMessage):
        """What else can be done with the organisation under the cursor is asked for."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._items: list[Item] = []
        self._place_of: dict[str, int] = {}
        self.level_width = 0
        """Cells that the longest name of a level takes."""

    def show(self, items: Iterable[Item], *, anew: bool = False) -> None:
        """Show these; the cursor stays on its organisation, else at its place, or `anew` at the first."""
        kept, place = self.item, 0 if anew else self.place
        self._items = list(items)
        self._place_of = {item.slug: place for place, item in enumerate(self._items)}
        place = self._place_of.get(kept.slug, place) if kept else place
        self.place = max(0, min(place, len(self._items) - 1))
        self._measure()
        self._show_place()
        self.refresh()

    def go_to(self, slug: str) -> None:
        """Put the cursor on an organisation; where it is not shown, nothing moves."""
        self.place = self._place_of.get(slug, self.place)

    def append(self, items: Sequence[Item]) -> None:
        """Show more of them below."""
        for item in items:
            self._place_of[item.slug] = len(self._items)
            self._items.append(item)
        self._measure()
        self.refresh()

    def put_row(self, slug: str, row: Row) -> None:
        """Say what is known of one of them."""
        place = self._place_of.get(slug)
        if place is not None:
            before = self._lines
            self._items[place] = replace(self._items[place], row=row)
            if self._lines == before:
                self.refresh(self._region(place))
            else:
                self._measure()
                self._show_place()
                self.refresh()

    @property
    def item(self) -> Item | None:
        """The organisation under the cursor."""
        return self._items[self.place] if self.place < len(self._items) else None

    @property
    def names(self) -> list[str]:
        """The organisations in the list, in its order."""
        return [item.name for item in self._items]

    @property
    def in_sight(self) -> list[Item]:
        top = int(self.scroll_offset.y) // self._lines
        return self._items[top : top + self.size.height // self._lines + 2]

    @property
    def _lines(self) -> int:
        """Lines of one organisation, with the gap below it."""
        return (4 if self._inner < NARROW else 3) + self._says_next

    @property
    def _says_next(self) -> bool:
        """Whether there is a line for the next action of each."""
        return len(self._items) <= FEW and any(
            item.row is not None and item.row.ahead for item in self._items
        )

    @property
    def _inner(self) -> int:
        return self.scrollable_content_region.width - 3

    def _measure(self) -> None:
        size = Size(self.scrollable_content_region.width, max(0, len(self._items) * self._lines - 1))
        if size != self.virtual_size:
            self.virtual_size = size
            self._scroll_update(size)

    def on_resize(self) -> None:
        self._measure()
        self._show_place()
        self.post_message(self.Moved())

    def _region(self, place: int) -> Region:
        top = place * self._lines - int(self.scroll_offset.y)
        return Region(0, top, self.size.width, self._lines)

    def _show_place(self) -> None:
        if self._items:
            top = self.place * self._lines
            self.scroll_to_region(
                Region(0, top, 1, self._lines - 1), animate=False, immediate=True, force=True
            )

    def watch_place(self) -> None:
        self._show_place()
        self.post_message(self.Moved())

    def watch_scroll_y(self, old: float, new: float) -> None:
        super().watch_scroll_y(old, new)
        self.post_message(self.Moved())

    def action_move(self, by: int) -> None:
        if self._items:
            self.place = min(max(self.place + by, 0), len(self._items) - 1)

    def action_page(self, by: int) -> None:
        self.action_move(by * max(1, self.size.height // self._lines))

    def action_edge(self, to: int) -> None:
        if self._items:
            self.place = to % len(self._items)

    def action_choose(self) -> None:
        if self._items:
            self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        line = event.y + int(self.scroll_offset.y)
        place, inside = divmod(line, self._lines)
        if place >= len(self._items) or inside == self._lines - 1:
            return
        event.stop()
        self.place = place
        at_more = inside == 1 and event.x >= self.scrollable_content_region.width - len(MORE)
        self.post_message(self.MoreWanted() if at_more or event.button == 3 else self.Chosen())

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self._hover = (event.y + int(self.scroll_offset.y)) // self._lines

    def on_leave(self) -> None:
        self._hover = None

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        place, inside = divmod(y + int(self.scroll_offset.y), self._lines)
        ground = self.rich_style
        if place >= len(self._items) or inside == self._lines - 1:
            return Strip.blank(width, ground)
        here = place == self.place
        if here:
            ground += Style(bgcolor=self.get_component_rich_style("list--here").bgcolor)
        elif place == self._hover:
            ground += Style(bgcolor=self.get_component_rich_style("list--hover").bgcolor)
        inks = {
            "": ground,
            "name": ground + Style(bold=True),
            "bar": ground + Style(color=self.get_component_rich_style("list--bar").color),
            "quiet": ground + Style(color=self.get_component_rich_style("list--quiet").color),
        }
        lines = lay_out(self._items[place], self._inner, self.level_width)
        row = self._items[place].row
        ahead = cut(row.ahead, self._inner) if row and self._says_next else ""
        pieces = [*lines, [(ahead, "quiet")]][inside]
        marker = (HERE if here else " ", "bar")
        segments = [Segment(text, inks[ink]) for text, ink in (marker, (" ", ""), *pieces) if text]
        return Strip(segments).adjust_cell_length(width, ground)


def lay_out(item: Item, width: int, level_width: int) -> list[list[Piece]]:
    """Return the lines of one organisation in `width` cells."""
    row = item.row
    following = f"  {row.next} →" if row else ""
    left = width - cell_len(following)
    name = [(filled(cut(item.name, left), left), "name"), (following, "")]
    if row is None:
        return [name, [("…", "quiet")], []]
    level: list[Piece] = []
    if row.share is not None:
        full = round(min(max(row.share, 0.0), 1.0) * BAR)
        level = [(FULL * full, "bar"), (REST * (BAR - full), "quiet"), (f"  {row.level}", "")]
    elif row.complete is not None:
        level = [(fill_shape(row.complete), "bar")]
    if width >= NARROW:
        return [name, _one_line(level, row, width, level_width)]
    details = [part for part in (row.middles[0], row.plans[0]) if part]
    if not row.level:
        first = cut("  ".join(["", *details[:1]]) if level else "".join(details[:1]), width - len(MORE) - 1)
        level, details = [*level, (first, "quiet")], details[1:]
    return [name, _ended(level, width), [(cut(" · ".join(details), width), "quiet")]]


def _ended(pieces: list[Piece], width: int) -> list[Piece]:
    used = sum(cell_len(text) for text, _ in pieces)
    return [*pieces, (" " * max(0, width - used - len(MORE)), ""), (MORE, "quiet")]


def _one_line(level: list[Piece], row: Row, width: int, level_width: int) -> list[Piece]:
    """Put level, day and plan beside one another, and leave out least where the line is too short."""
    known = cell_len(row.level)
    padding = " " * (max(0, level_width - known) + 3) if known else "  " if level else ""
    taken = sum(cell_len(text) for text, _ in level) + len(padding) + len(MORE)
    for middle in row.middles:
        for plan in dict.fromkeys(row.plans):
            gap = width - taken - cell_len(middle) - cell_len(plan)
            if gap >= (2 if middle and plan else 0):
                beside = [(padding + middle, "quiet"), (" " * gap, ""), (plan, "quiet"), (MORE, "quiet")]
                return [*level, *beside]
    return _ended(level, width)
