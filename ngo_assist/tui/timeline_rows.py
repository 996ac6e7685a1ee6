"""The plan over its months: a head with how full each month is, and a bar for each action.

Bars differ in their characters, so that they read without colour too.
"""

from __future__ import annotations

from dataclasses import dataclass

from ngo_assist.application.plan_view import WaitingLine
from ngo_assist.application.timeline import Bar, Column, Timeline
from ngo_assist.planning.model import Status
from ngo_assist.tui.plan_rows import INKS
from ngo_assist.tui.widgets.laid_out import cut, filled
from ngo_assist.tui.widgets.line_list import Line, Piece, Row
from ngo_assist.tui.widgets.shapes import BLOCKS

BARS: dict[Status, str] = {"todo": "░", "doing": "▓", "done": "█", "dropped": "╌"}
BAR_INKS: dict[Status, str] = {**INKS, "todo": "primary"}
DUTY, BROKEN, LATE = "§", "!", "◂"
EMPTY = "·"
CELL_MOST, LABEL_LEAST = 7, 30
NAMED, NUMBERED = 5, 3
"""Columns that a month needs for its name, and for its number."""


@dataclass(frozen=True)
class Grid:
    """How the width is shared between titles and months."""

    label: int
    cell: int

    @classmethod
    def of(cls, width: int, months: int) -> Grid:
        cell = max(1, min(CELL_MOST, (width - LABEL_LEAST) // months))
        return cls(max(1, width - cell * months), cell)

    @property
    def bar(self) -> int:
        """Columns of a month that its bar fills; the last one keeps months apart."""
        return max(1, self.cell - 1)


def head(found: Timeline, width: int, load_words: str, done_words: str) -> list[Line]:
    """Return the lines above the bars: the months, how full they are, and how much of them is done."""
    grid = Grid.of(width, len(found.columns))
    names: Line = [Piece(filled(_years(found), grid.label), "muted"), *_names(found.columns, grid)]
    loads: list[Piece] = [Piece(filled(cut(load_words, grid.label - 1), grid.label), "muted")]
    loads += [_load(column, grid) for column in found.columns]
    if not any(column.done for column in found.columns) or grid.cell < NAMED:
        return [names, loads]
    done = [Piece(filled(cut(done_words, grid.label - 1), grid.label), "muted")]
    done += [_in_cell(f"{c.done}/{c.all}" if c.all else "", grid, "success") for c in found.columns]
    return [names, loads, done]


def bar_row(bar: Bar, columns: int) -> Row:
    """Return an action: its mark and title, then the months in which it runs. A click on one says which."""

    def lines(width: int) -> list[Line]:
        grid = Grid.of(width, columns)
        signs = (BROKEN if bar.broken else "") + (DUTY if bar.duty else "") + bar.origin_mark
        signs = (LATE if bar.late else "") + signs
        room = grid.label - 3 - (len(signs) + 1 if signs else 0)
        title = cut(bar.title, max(1, room))
        ink = INKS[bar.status]
        line = [Piece(f"{bar.mark} ", ink), Piece(filled(title, max(1, room)), ink, bar.status == "doing")]
        if signs:
            line.append(Piece(f" {signs}", "warning" if bar.broken or bar.late else "secondary"))
        line.append(Piece(" "))
        line.extend(_cell(bar, number, grid) for number in range(columns))
        return [line]

    return Row(lines, bar.id)


def _cell(bar: Bar, number: int, grid: Grid) -> Piece:
    press = f"month:{number}"
    if not bar.first <= number <= bar.last:
        return Piece(filled(EMPTY, grid.cell), "muted", press=press)
    # A bar over several months is one piece.
    width = grid.cell if number < bar.last else grid.bar
    return Piece(filled(BARS[bar.status] * width, grid.cell), BAR_INKS[bar.status], press=press)


def waiting_bar(waiting: WaitingLine, columns: int, id: str) -> Row:
    """Return what waits: its title, and the reason where the months of the others are."""

    def lines(width: int) -> list[Line]:
        grid = Grid.of(width, columns)
        title = filled(cut(waiting.title, grid.label - 3), grid.label - 2)
        return [[Piece("· ", "muted"), Piece(title), Piece(cut(waiting.reason, width - grid.label), "muted")]]

    return Row(lines, id)


def _years(found: Timeline) -> str:
    years = sorted({column.start.year for column in found.columns})
    return "–".join(str(year) for year in dict.fromkeys((years[0], years[-1])))


def _names(columns: tuple[Column, ...], grid: Grid) -> list[Piece]:
    return [
        Piece(
            filled(_name(column, grid.cell), grid.cell), "primary" if column.now else "foreground", bold=True
        )
        for column in columns
    ]


def _name(column: Column, cell: int) -> str:
    if cell >= NAMED:
        return column.name
    month = column.start.month
    # Without room for all: the first month of each quarter, or of each half.
    shown = range(1, 13) if cell >= NUMBERED else (1, 4, 7, 10) if cell > 1 else (1, 7)
    return str(month) if month in shown else ""


def _load(column: Column, grid: Grid) -> Piece:
    if not column.days:
        return _in_cell(EMPTY, grid, "muted")
    shape = BLOCKS[min(len(BLOCKS) - 1, max(0, round(column.share * len(BLOCKS)) - 1))]
    ink = "warning" if column.full else "primary"
    sign = BROKEN if column.full else ""
    if grid.cell >= NAMED:
        said = f"{shape}{column.load}{sign}"
        if len(said) < grid.cell:
            return _in_cell(said, grid, ink)
    return _in_cell((shape + sign) if len(shape + sign) <= grid.cell else sign or shape, grid, ink)


def _in_cell(text: str, grid: Grid, ink: str) -> Piece:
    return Piece(filled(text, grid.cell), ink)
