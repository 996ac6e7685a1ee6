"""What moved since the earlier assessment, in levels."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from ngo_assist.application.comparison import MovedLine, ProgressView, TopicLine, progress_view
from ngo_assist.messages import msg
from ngo_assist.tui.results.view import READ_MOST, View, heading, paragraph
from ngo_assist.tui.widgets.laid_out import cut, filled, wrapped
from ngo_assist.tui.widgets.line_list import Line, LineList, Piece, Row
from ngo_assist.tui.widgets.shapes import level_shape

NAME_LEAST, GAP = 16, 2


class MovedView(View):
    WORD = msg("How far")
    GUIDE = msg(
        "After a second assessment: what has moved since the first, ↑ up or ↓ down, in levels. Only what was "
        "answered both times is compared. Enter shows a topic on the map, or a practice."
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
        self.query_one("#moved-details", Static).update(" · ".join(view.details))
        rows = [Row(lambda _: heading(t("What moved, by topic"), first=True))] if view.topics else []
        rows += [Row(partial(_topic, each, view), each.id) for each in view.topics]
        if view.moved:
            rows.append(Row(lambda _: heading(t("What moved"))))
        rows += [Row(partial(self._moved, each), each.practice) for each in view.moved]
        if view.same:
            rows.append(Row(lambda width: [[], *paragraph(view.same, width, "muted")]))
        self.query_one("#moved", LineList).show(rows)

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


def _topic(each: TopicLine, view: ProgressView, width: int) -> list[Line]:
    name = max(len(topic.title) for topic in view.topics)
    words = max(len(topic.words) for topic in view.topics)
    name = max(NAME_LEAST, min(name, width - GAP - words))
    ink = "success" if each.up else "secondary" if each.down else "muted"
    first, *others = wrapped(each.title, name)
    lines: list[Line] = [[Piece(filled(first, name + GAP)), Piece(cut(each.words, width - name - GAP), ink)]]
    return [*lines, *([Piece(line)] for line in others)]
