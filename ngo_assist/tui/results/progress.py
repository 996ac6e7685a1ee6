"""How far it is to the targets, and what moved since the earlier assessment."""

from __future__ import annotations

from functools import partial

from rich.console import Group, RenderableType
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from ngo_assist.application.comparison import MovedLine, ProgressView, WayLine, progress_view
from ngo_assist.messages import msg
from ngo_assist.tui.results.view import READ_MOST, View, bar, heading, paragraph
from ngo_assist.tui.widgets.laid_out import filled, wrapped
from ngo_assist.tui.widgets.line_list import Line, LineList, Piece, Row
from ngo_assist.tui.widgets.shapes import level_shape

BAR_LEAST, BAR_MOST, NAME_LEAST, GAP, ARROWS = 10, 40, 16, 2, 7


class MovedView(View):
    WORD = msg("How far")
    GUIDE = msg(
        "How far it is to the targets. After a second assessment: what has moved since the first, ↑ up or ↓ "
        "down, and how much of the way that was wanted then is done. Only what was answered both times is "
        "compared. Enter shows a topic on the map, or a practice."
    )
    DEFAULT_CSS = """
    MovedView #moved-headline { text-style: bold; color: $primary; height: auto; }
    MovedView #moved-details { height: auto; margin-bottom: 1; color: $muted; }
    """

    def compose(self) -> ComposeResult:
        yield Static(id="moved-headline", markup=False)
        yield Static(id="moved-details", markup=False)
        yield LineList(id="moved")

    @property
    def main(self) -> Widget:
        return self.query_one("#moved")

    def fill(self) -> None:
        session, t = self.session, self.t
        view = progress_view(session.rubric, session.assessment, session.earlier, session.scores, t)
        self.query_one("#moved-headline", Static).update(view.headline)
        self.query_one("#moved-details", Static).update(Group(*self._details(view)))
        rows = [Row(partial(paragraph, view.way_title, ink="secondary", bold=True))] if view.ways else []
        rows += [Row(partial(_way, way, view), way.id) for way in view.ways]
        if view.moved:
            rows.append(Row(lambda _: heading(t("What moved"))))
        rows += [Row(partial(self._moved, each), each.practice) for each in view.moved]
        if view.same:
            rows.append(Row(lambda width: [[], *paragraph(view.same, width, "muted")]))
        self.query_one("#moved", LineList).show(rows)

    def _details(self, view: ProgressView) -> list[RenderableType]:
        lines: list[RenderableType] = [Text(" · ".join(view.details))] if view.details else []
        return [*lines, Text(view.to_target)] if view.to_target else lines

    def _moved(self, each: MovedLine, width: int) -> list[Line]:
        top = self.session.rubric.top
        ink = "success" if each.up else "secondary"
        lines: list[Line] = paragraph(each.title, width, indent=2)
        head = lines[0][0]
        lines[0] = [Piece("↑ " if each.up else "↓ ", ink, bold=True), head._replace(text=head.text[2:])]
        then = f"{level_shape(each.earlier, top)} {each.earlier_name}"
        now = f"{level_shape(each.level, top)} {each.level_name}"
        parts = [Piece(f"  {then} → ", "muted"), Piece(now, ink), Piece(f"   {each.to_target}", "muted")]
        if sum(len(part.text) for part in parts) <= min(width, READ_MOST):
            return [*lines, parts]
        lines += [[parts[0]], [Piece("  "), parts[1]]]
        return [*lines, [Piece(f"  {each.to_target}", "muted")]] if each.to_target else lines

    @on(LineList.Opened, "#moved")
    def open(self, event: LineList.Opened) -> None:
        if event.id in self.session.rubric.practices:
            self.results.open_practice(event.id)
        else:
            self.results.show_view("practices", event.id)


def _way(way: WayLine, view: ProgressView, width: int) -> list[Line]:
    word = max(len(each.word) for each in view.ways)
    name = max(len(each.title) for each in view.ways)
    arrows = ARROWS if any(each.up or each.down for each in view.ways) else 0
    room = width - 2 * GAP - word - arrows
    name = max(NAME_LEAST, min(name, room - BAR_LEAST))
    cells = max(1, min(BAR_MOST, room - name))
    signs = " ".join(f"{sign}{n}" for sign, n in (("↑", way.up), ("↓", way.down)) if n)
    drawn = bar(way.share, 1, cells, "success" if way.share is not None and way.share >= 1 else "primary")
    lines: list[Line] = []
    for number, title in enumerate(wrapped(way.title, name)):
        line = [Piece(filled(title, name + GAP))]
        if not number:
            line += [*drawn, Piece(" " * GAP + filled(way.word, word)), Piece(filled("  " + signs, arrows))]
        lines.append(line)
    return lines
