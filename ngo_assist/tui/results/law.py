"""The legal duties that want attention, with where each stands and where it comes from."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from ngo_assist.application.results_view import DutyLine
from ngo_assist.messages import msg
from ngo_assist.tui.results.view import BLANK, View, marked, paragraph
from ngo_assist.tui.widgets.line_list import Line, LineList, Row


class LawView(View):
    WORD = msg("Law")
    GUIDE = msg(
        "Duties by law that do not work yet, are not answered, or were said not to apply. They stand here "
        "whatever the other answers are. Enter shows the practice, and leads to its question."
    )

    def compose(self) -> ComposeResult:
        yield LineList(id="duties")

    @property
    def main(self) -> Widget:
        return self.query_one("#duties")

    def fill(self) -> None:
        t, duties = self.t, self.results.view.duties
        reminder = t(
            "This is a reminder, not legal advice. Laws change: check the current text before you act."
        )
        rows = [Row(lambda width: [*paragraph(reminder, width, "muted"), []])]
        if not duties:
            calm = t("All legal duties that this asks about are in order.")
            rows = [Row(partial(paragraph, calm))]
        for place, duty in enumerate(duties):
            # Duties that rest on one law stand under each other: the law is named once.
            last = place + 1 == len(duties) or duties[place + 1].source != duty.source
            rows.append(Row(partial(_duty, duty, last=last), duty.practice))
            rows += [BLANK] if last else []
        self.query_one("#duties", LineList).show(rows)

    @on(LineList.Opened, "#duties")
    def open(self, event: LineList.Opened) -> None:
        self.results.open_practice(event.id)


def _duty(duty: DutyLine, width: int, *, last: bool) -> list[Line]:
    open_ = duty.tone == "open"
    mark, ink = ("! ", "warning") if open_ else ("· ", "muted")
    lines = marked(mark, ink, paragraph(duty.title, width, bold=open_, indent=2))
    lines += paragraph(duty.standing, width, ink, indent=2)
    return [*lines, *paragraph(duty.source, width, "muted", indent=2)] if last else lines
