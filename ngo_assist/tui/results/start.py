"""Where to start: the first things of the plan, and what is strong already."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from ngo_assist.application.results_view import Again, StartHere, Strength
from ngo_assist.messages import msg
from ngo_assist.tui.results.view import BLANK, View, heading, marked, paragraph
from ngo_assist.tui.widgets.line_list import Line, LineList, Row

STRENGTHS_MOST = 5


class StartView(View):
    WORD = msg("Start here")
    GUIDE = msg(
        "The first three steps of the plan: small, and possible with what you have. Under them stands what "
        "already works. Enter shows the practice that a line is about."
    )

    def compose(self) -> ComposeResult:
        yield LineList(id="first")

    @property
    def main(self) -> Widget:
        return self.query_one("#first")

    def fill(self) -> None:
        t, view = self.t, self.results.view_with_plan
        rows = [Row(lambda _: heading(t("Where to start"), first=True))]
        if view.waiting:
            rows.append(Row(partial(paragraph, view.waiting)))
        for number, first in enumerate(view.start, 1):
            rows += [BLANK] if number > 1 else []
            rows.append(Row(partial(_start, number, first), first.practice))
        if view.again:
            rows.append(Row(lambda _: heading(t("To be asked again"))))
        for again in view.again:
            id = again.practice if again.can_ask else ""
            rows.append(Row(partial(_again, again), id and "again:" + id))
        if view.strengths:
            rows.append(Row(lambda _: heading(t("What already works"))))
        shown = view.strengths[:STRENGTHS_MOST]
        rows += [Row(partial(_strength, each), "works:" + each.practice) for each in shown]
        more = len(view.strengths) - STRENGTHS_MOST
        if more > 0:
            words = t.plural("and {n} more", "and {n} more", more)
            rows.append(Row(partial(paragraph, words, ink="muted", indent=2)))
        self.query_one("#first", LineList).show(rows)

    @on(LineList.Opened, "#first")
    def open(self, event: LineList.Opened) -> None:
        self.results.open_practice(event.id.partition(":")[2] or event.id)


def _start(number: int, first: StartHere, width: int) -> list[Line]:
    lines = marked(f"{number} ", "primary", paragraph(first.title, width, bold=True, indent=2))
    lines += paragraph(first.first_step, width, indent=2)
    lines += paragraph(f"{first.effort} · {first.dimension}", width, "muted", indent=2)
    return lines


def _again(again: Again, width: int) -> list[Line]:
    lines = marked("? ", "warning", paragraph(again.title, width, indent=2))
    return [*lines, *paragraph(again.why, width, "muted", indent=2)]


def _strength(strength: Strength, width: int) -> list[Line]:
    lines = marked("✓ ", "success", paragraph(strength.text, width, indent=2))
    return [*lines, *paragraph(strength.dimension, width, "muted", indent=2)]
