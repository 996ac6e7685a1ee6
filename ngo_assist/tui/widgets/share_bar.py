"""A bar of plain characters: how far along the levels, told by shape first and colour second."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text

FULL, REST = "━", "╌"
WORKS, BEGUN, NOT_YET = "■", "▪", "□"
GROUP, GROUPED_FROM = 5, 20
"""Squares of a group, and how many are counted at a glance without groups."""


def share_bar(share: float | None, segments: int, width: int, full: Style, rest: Style) -> Text:
    """Return a bar of about `width` cells in as many segments as there are steps; None: nothing is known.

    Filled and empty parts differ in their characters, so that the bar reads without colour too.
    """
    bar = Text(no_wrap=True)
    length = max(1, (width - (segments - 1)) // segments)
    filled = 0 if share is None else round(min(max(share, 0.0), 1.0) * segments * length)
    for segment in range(segments):
        if segment:
            bar.append(" ")
        mine = min(max(filled - segment * length, 0), length)
        bar.append(FULL * mine, full)
        bar.append((" " if share is None else REST) * (length - mine), rest)
    return bar


def squares(working: int, begun: int, of: int, full: Style, rest: Style) -> Text:
    """Return one square for each practice: those that work filled, those begun with a small one inside.

    `begun` counts the working ones too. Many stand in groups of five, so that they can be counted.
    """
    row = Text()
    for number in range(of):
        if of > GROUPED_FROM and number and number % GROUP == 0:
            row.append(" ")
        row.append(
            WORKS if number < working else BEGUN if number < begun else NOT_YET,
            full if number < begun else rest,
        )
    return row
