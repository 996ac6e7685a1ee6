"""The picture: what already works, then a bar for each dimension."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Group
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from ngo_assist.application.results_view import DimensionBar, ResultsView
from ngo_assist.messages import msg
from ngo_assist.tui.results.view import BLANK, MARGIN, View, bar, bar_width
from ngo_assist.tui.widgets.laid_out import filled, wrapped
from ngo_assist.tui.widgets.line_list import Line, LineList, Piece, Row
from ngo_assist.tui.widgets.shapes import level_shape
from ngo_assist.tui.widgets.share_bar import BEGUN, NOT_YET, WORKS, share_bar, squares

BAR_LEAST, BAR_MOST, WORD_LEAST, NAME_LEAST, GAP = 11, 47, 12, 16, 2
ABOVE = 7
"""Lines above the bars, and what they may wrap into."""
SQUARES_MOST = 60
"""Practices beyond which squares are no longer a picture."""


class PictureView(View):
    WORD = msg("Picture")
    GUIDE = msg(
        "What already works stands first: a full square is a practice that works, a small one is begun. A "
        "bar shows how far a topic has come; the words beside it name the level that it has reached. A "
        "question that does not apply to you, or is not answered, counts for nothing here. Enter on a topic "
        "shows its practices."
    )
    DEFAULT_CSS = """
    PictureView #headline { text-style: bold; color: $primary; height: auto; }
    PictureView #squares, PictureView #attention { height: auto; }
    PictureView #attention { margin-bottom: 1; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._roomy = False

    def compose(self) -> ComposeResult:
        yield Static(id="headline", markup=False)
        yield Static(id="squares", markup=False)
        yield Static(id="attention", markup=False)
        yield LineList(id="bars")

    @property
    def main(self) -> Widget:
        return self.query_one("#bars")

    def fill(self) -> None:
        view = self.results.view
        self.query_one("#headline", Static).update(view.headline)
        self.query_one("#squares", Static).update(self._squares(view))
        self.query_one("#attention", Static).update(self._attention(view))
        rows: list[Row] = []
        for each in view.bars:
            # On a wall the lines stand apart, where the window has the room.
            rows += [BLANK] if rows and self._roomy else []
            rows.append(Row(partial(self._bar, each, view), each.id))
        self.query_one("#bars", LineList).show(rows)

    def on_resize(self) -> None:
        roomy = self.size.height >= 2 * len(self.session.scores.dimensions) + ABOVE
        if roomy != self._roomy:
            self._roomy = roomy
        if self.filled_for is not None:
            self.fill()

    def _squares(self, view: ResultsView) -> Group:
        scores, ink, t = self.session.scores, self.results.ink, self.t
        parts = []
        if scores.answered > SQUARES_MOST:
            parts.append(share_bar(view.share_working, 1, SQUARES_MOST, ink("primary"), ink("muted")))
        elif scores.answered:
            drawn = squares(scores.working, scores.begun, scores.answered, ink("primary"), ink("muted"))
            signs = ((WORKS, t("already works")), (BEGUN, t("begun")), (NOT_YET, t("not begun yet")))
            legend = "  ".join(f"{sign} {word}" for sign, word in signs)
            beside = drawn.cell_len + 3 + cell_len(legend) <= self.size.width - MARGIN
            drawn.append("   " if beside else "\n").append(legend, ink("muted"))
            parts.append(drawn)
        if view.detail:
            parts.append(Text(view.detail, ink("muted")))
        return Group(*parts)

    def _attention(self, view: ResultsView) -> Text:
        """Say how many duties want attention, and apart from them how many nobody was asked about."""
        t, ink = self.t, self.results.ink
        open_ = sum(duty.tone == "open" for duty in view.duties)
        unasked = sum(duty.tone == "unasked" for duty in view.duties)
        text = Text()
        if open_:
            words = t.plural("{n} legal duty wants attention", "{n} legal duties want attention", open_)
            text.append("! ", ink("warning", bold=True)).append(words, ink("warning"))
        if unasked:
            words = t.plural(
                "{n} legal duty was not asked about", "{n} legal duties were not asked about", unasked
            )
            text.append("\n" if open_ else "").append(f"· {words}", ink("muted"))
        return text

    def _bar(self, each: DimensionBar, view: ResultsView, width: int) -> list[Line]:
        rubric = self.session.rubric
        said_of = {b.id: _said(b, rubric.top) for b in view.bars}
        word = max(len(said) for said in said_of.values())
        name = max(len(b.title) for b in view.bars)
        room = width - 2 * GAP
        if room - word - name < BAR_LEAST:
            name = max(NAME_LEAST, room - word - BAR_LEAST)
        if room - word - name < BAR_LEAST:
            word = max(WORD_LEAST, room - name - BAR_LEAST)
        cells = bar_width(rubric.top, min(BAR_MOST, max(BAR_LEAST, room - word - name)))
        works = each.level is not None and each.level >= rubric.working_from
        ink = "success" if works else "primary"
        quiet = "muted" if each.level is None else ink
        drawn = bar(each.share, rubric.top, cells, ink)
        lines: list[Line] = []
        both = zip_longest(wrapped(each.title, name), wrapped(said_of[each.id], word), fillvalue="")
        for number, (title, said) in enumerate(both):
            middle = [Piece(" " * cells)] if number else drawn
            lines.append([Piece(filled(title, name + GAP)), *middle, Piece(" " * GAP + said, quiet)])
        return lines

    @on(LineList.Opened, "#bars")
    def look_closer(self, event: LineList.Opened) -> None:
        self.results.show_view("practices", event.id)


def _said(each: DimensionBar, top: int) -> str:
    """Return the level's shape and name: the shape that it has on the map."""
    return each.level_name if each.level is None else f"{level_shape(each.level, top)} {each.level_name}"
