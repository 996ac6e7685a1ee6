"""What other limits make of the plan, in the lines that there is room for: the most important stay."""

from __future__ import annotations

from ngo_assist.application.limits_effect import Effect
from ngo_assist.application.timeline import Column
from ngo_assist.i18n.translator import Translator
from ngo_assist.tui.widgets.laid_out import cut, filled, wrapped
from ngo_assist.tui.widgets.line_list import Line, Piece
from ngo_assist.tui.widgets.shapes import BLOCKS

LABEL, LABEL_NARROW, ROOMY = 24, 20, 68
CELL, NUMBERED = 7, 3
"""Columns of a month, and those that it needs for its number."""


def effect_lines(found: Effect, t: Translator, width: int, height: int) -> list[Line]:
    """Return at most `height` lines of `width`; what matters least is left out first."""
    parts = _parts(found, t, width)
    order = sorted(range(len(parts)), key=lambda place: parts[place][0])
    kept: set[int] = set()
    left = height
    for place in order:
        if len(parts[place][1]) <= left:
            left -= len(parts[place][1])
            kept.add(place)
    return [line for place, (_, lines) in enumerate(parts) if place in kept for line in lines]


def _parts(found: Effect, t: Translator, width: int) -> list[tuple[int, list[Line]]]:
    """Return what there is to say in its order, each with its rank: smaller matters more."""
    column = LABEL if width >= ROOMY else LABEL_NARROW

    def part(label: str, text: str = "", ink: str = "muted", words: str = "foreground") -> list[Line]:
        lines = wrapped(text, max(10, width - column)) if text else [""]
        return [
            [
                Piece(filled("" if number else cut(label, column - 1), column), ink, bold=True),
                Piece(line, words),
            ]
            for number, line in enumerate(lines)
        ]

    last = t("last month: {month}", month=found.last) if found.last else ""
    parts = [
        (0, _said(found.fits, " · ".join(each for each in (found.days, last) if each), "success", width))
    ]
    parts.append((1, _said(found.waits, ", ".join(found.reasons), "foreground", width)))
    parts.append((5, part(t("Money"), found.money)))
    if found.goes:
        parts.append((3, part(t("Moves to later"), ", ".join(found.goes), "warning")))
    if found.comes:
        parts.append((4, part(t("Comes in"), ", ".join(found.comes), "success")))
    if found.moved:
        parts.append((6, part(t("Moved"), found.moved)))
    # It stands where it stood whatever else there is to say: it is what one looks at while changing a value.
    pictured = _months(found, t("Days in each month"), width, column)
    if pictured:
        parts.insert(2, (2, pictured))
    if found.first:
        parts.append((7, part(t("It begins with"), found.first)))
    return parts


def _said(head: str, rest: str, ink: str, width: int) -> list[Line]:
    """Return a line that begins with what matters most."""
    first, *others = wrapped(f"{head}   {rest}".rstrip(), width)
    end = min(len(head), len(first))
    lines: list[Line] = [[Piece(first[:end], ink, bold=True), Piece(first[end:], "muted")]]
    return [*lines, *([Piece(line, "muted")] for line in others)]


def _months(found: Effect, title: str, width: int, column: int) -> list[Line]:
    """Return how full each month is, with as much of its days and its name as its column holds."""
    months = found.months
    if not any(month.days for month in months) or column + len(months) > width:
        return []
    cell = min(CELL, (width - column) // len(months))
    bars = [Piece(filled(_bar(month, cell - 1 or 1), cell), "primary") for month in months]
    names = [Piece(filled(_name(month, cell), cell), "muted") for month in months]
    lines: list[Line] = [[Piece(filled(cut(title, column - 1), column), "muted", bold=True), *bars]]
    return [*lines, [Piece(" " * column), *names]] if cell >= NUMBERED else lines


def _bar(month: Column, width: int) -> str:
    if not month.days:
        return "·"
    shape = BLOCKS[min(len(BLOCKS) - 1, max(0, round(month.share * len(BLOCKS)) - 1))]
    return f"{shape} {month.load}" if len(month.load) + 2 <= width else shape * min(width, CELL - 2)


def _name(month: Column, cell: int) -> str:
    return month.name if len(month.name) < cell else str(month.start.month)
