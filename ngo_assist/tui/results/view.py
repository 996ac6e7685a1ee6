"""What the views of the results have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.containers import Vertical
from textual.widget import Widget

from ngo_assist.application.session import Session
from ngo_assist.i18n import Translator
from ngo_assist.messages import Message, msg
from ngo_assist.tui.widgets.laid_out import wrapped
from ngo_assist.tui.widgets.line_list import Line, Piece, Row
from ngo_assist.tui.widgets.share_bar import FULL, REST

if TYPE_CHECKING:
    from ngo_assist.tui.screens.results import ResultsScreen

MARGIN = 2
"""Columns on the left, in which a list shows where its cursor is."""
READ_MOST = 96
"""Columns in which a text is still read easily."""


class View(Vertical):
    """One look at the results, filled when it is first seen, and again when what it shows has changed."""

    WORD: ClassVar[Message] = msg("")
    """What its tab says."""
    GUIDE: ClassVar[Message] = msg("")
    """What F1 says of it."""
    filled_for: object = None

    @property
    def results(self) -> ResultsScreen:
        return cast("ResultsScreen", self.screen)

    @property
    def session(self) -> Session:
        return self.results.session

    @property
    def t(self) -> Translator:
        return self.session.t

    @property
    def main(self) -> Widget:
        """What takes the focus."""
        raise NotImplementedError

    def fill(self) -> None:
        """Show what there is to show, in the session's language."""
        raise NotImplementedError

    def go_to(self, id: str) -> None:
        """Lead to a dimension or a practice, where there is one to be led to."""


def bar(share: float | None, segments: int, width: int, ink: str) -> list[Piece]:
    """Return a bar of about `width` cells in as many segments as there are steps; None: nothing is known."""
    length = max(1, (width - (segments - 1)) // segments)
    filled = 0 if share is None else round(min(max(share, 0.0), 1.0) * segments * length)
    pieces = []
    for segment in range(segments):
        mine = min(max(filled - segment * length, 0), length)
        gap = " " if segment else ""
        pieces.append(Piece(gap + FULL * mine, ink))
        pieces.append(Piece((" " if share is None else REST) * (length - mine), "muted"))
    return pieces


def bar_width(segments: int, width: int) -> int:
    """Return how many cells `bar` takes."""
    return max(1, (width - (segments - 1)) // segments) * segments + segments - 1


def _blank(width: int) -> list[Line]:
    return [[]]


BLANK = Row(_blank)


def heading(title: str, *, first: bool = False) -> list[Line]:
    line = [Piece(title, "secondary", bold=True)]
    return [line] if first else [[], line]


def paragraph(
    text: str, width: int, ink: str = "foreground", *, bold: bool = False, indent: int = 0
) -> list[Line]:
    """Return a text in lines that are read easily."""
    room = min(width, READ_MOST) - indent
    return [[Piece(" " * indent + line, ink, bold)] for line in wrapped(text, room)]


def marked(mark: str, ink: str, lines: list[Line]) -> list[Line]:
    """Put a mark of two columns before the first of the lines, which are indented by two."""
    first, *rest = lines
    head, *others = first
    return [[Piece(mark, ink, bold=True), head._replace(text=head.text[2:]), *others], *rest]
