"""How far the questions are: a mark for each; where they are many, one for each dimension but this one."""

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

    @property
    def share(self) -> float:
        return sum(self.settled) / len(self.settled) if self.settled else 1.0


def marks(groups: Sequence[Group], width: int, colour: str = "default") -> Text:
    """Return the marks in at most `width` columns; nothing where not even the dimensions fit.

    Which kind it is depends on the groups' sizes only: it is the same at every question.
    """
    accent = Style(bold=True, color=colour)
    largest = max((len(group.settled) for group in groups), default=0)
    text = Text(no_wrap=True)
    if sum(len(group.settled) for group in groups) + len(groups) - 1 <= width:
        for number, group in enumerate(groups):
            text.append(" " if number else "")
            _append_each(text, group, accent)
    elif len(groups) - 1 + largest + 2 <= width:
        for number, group in enumerate(groups):
            if group.here is None:
                text.append(fill_shape(group.share))
                continue
            text.append(" " if number else "")
            _append_each(text, group, accent)
            text.append(" " if number + 1 < len(groups) else "")
    elif 2 * len(groups) - 1 <= width:
        for number, group in enumerate(groups):
            text.append(" " if number else "")
            here = group.here is not None
            text.append(fill_shape(group.share), accent + Style(underline=True) if here else None)
    return text


def _append_each(text: Text, group: Group, accent: Style) -> None:
    for place, settled in enumerate(group.settled):
        if place == group.here:
            text.append(HERE, accent)
        else:
            text.append(DONE if settled else LEFT, accent if group.here is not None else None)
