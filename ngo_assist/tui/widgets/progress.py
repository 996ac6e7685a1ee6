"""How far the questions are: a mark for each, by dimension, or one per dimension where they are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text

from ngo_assist.tui.widgets.shapes import fill_shape

DONE, HERE, LEFT = "●", "◉", "○"


@dataclass(frozen=True)
class Group:
    """One dimension: whether each of its practices is settled, in order."""

    settled: tuple[bool, ...]
    here: int | None = None
    """The place of the practice on screen, if it is one of these."""


def marks(groups: Sequence[Group], width: int, colour: str = "default") -> Text:
    """Return the marks in at most `width` columns; nothing where not even the dimensions fit."""
    accent = Style(bold=True, color=colour)
    text = Text(no_wrap=True)
    if sum(len(group.settled) for group in groups) + len(groups) - 1 <= width:
        for number, group in enumerate(groups):
            if number:
                text.append(" ")
            for place, settled in enumerate(group.settled):
                if place == group.here:
                    text.append(HERE, accent)
                else:
                    text.append(DONE if settled else LEFT)
    elif 2 * len(groups) - 1 <= width:
        for number, group in enumerate(groups):
            if number:
                text.append(" ")
            share = sum(group.settled) / len(group.settled) if group.settled else 1.0
            text.append(fill_shape(share), accent + Style(underline=True) if group.here is not None else None)
    return text
