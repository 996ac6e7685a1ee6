"""In which month an action begins: every month with how full it is then, and what it would break there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ngo_assist.application.moving import MonthChoice, first_fitting
from ngo_assist.messages import msg
from ngo_assist.tui import keys, plan_keys
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.laid_out import cut, filled
from ngo_assist.tui.widgets.line_list import Line, LineList, Piece, Row, colour
from ngo_assist.tui.widgets.share_bar import FULL, REST

BAR, BAR_NARROW, ROOMY = 14, 8, 62
NAME, LOAD = 19, 14
MOST, MOST_LOW = 12, 8
"""Months in sight at once."""


class MonthList(LineList):
    BINDINGS = keys.bindings(plan_keys.CHOOSE)


class MonthScreen(NgoModal[date]):
    """Returns the first day of the month; None leaves it where it is."""

    GUIDE = msg(
        "Beside each month stands how many of its working days are taken once the action is there. ✓ means "
        "that it fits; ! that something is broken there, and under the list stands what. You may choose it "
        "all the same: it is your plan."
    )
    DEFAULT_CSS = """
    MonthScreen > #box { width: 78; }
    MonthScreen #why, MonthScreen #signs { color: $muted; height: auto; }
    MonthScreen #months { margin-top: 1; }
    MonthScreen #breaks { height: auto; min-height: 3; max-height: 6; margin-top: 1; }
    """

    def __init__(self, title: str, why: str, choices: Sequence[MonthChoice], at: date | None = None) -> None:
        """`why` is said under the title, empty: nothing; `at` is the month to begin with."""
        super().__init__()
        self._title, self._why, self._choices = title, why, list(choices)
        places = [number for number, choice in enumerate(self._choices) if choice.start == at]
        self._first = (places or [first_fitting(self._choices)])[0]

    def box(self) -> ComposeResult:
        yield Static(self._title, classes="title", markup=False)
        yield Static(self._why, id="why", markup=False)
        yield Static(id="signs", markup=False)
        yield MonthList(id="months")
        yield Static(id="breaks", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#why").display = bool(self._why)
        self._list.go_to(str(self._first))
        self._list.focus()

    @property
    def _list(self) -> LineList:
        return self.query_one(MonthList)

    def retranslate(self) -> None:
        signs = self.query_one("#signs", Static)
        signs.display = any(choice.breaks and not choice.here for choice in self._choices)
        signs.update(self.t("! breaks something there: what, stands below the months."))
        self._list.show([self._row(choice, str(n)) for n, choice in enumerate(self._choices)])
        self._show_breaks()

    def on_resize(self) -> None:
        super().on_resize()
        self._list.styles.height = min(len(self._choices), MOST_LOW if self.has_class("-low") else MOST)

    def _row(self, choice: MonthChoice, id: str) -> Row:
        now = self.t("now")

        def lines(width: int) -> list[Line]:
            ink = "warning" if choice.breaks else "primary"
            bar = BAR if width >= ROOMY else BAR_NARROW
            full = min(bar, round(choice.days / choice.limit * bar))
            line = [
                Piece("● " if choice.here else "○ ", "primary"),
                Piece(filled(cut(choice.title, NAME), NAME) + " ", "foreground", choice.here),
                Piece(FULL * full, ink),
                Piece(REST * (bar - full), "muted"),
                Piece("  " + filled(choice.load, LOAD) + " ", "muted"),
            ]
            if choice.here:
                return [[*line, Piece(now, "muted")]]
            sign, ink = ("!", "warning") if choice.breaks else ("✓", "success")
            return [[*line, Piece(sign, ink, bold=True)]]

        return Row(lines, id)

    @on(LineList.Moved)
    def moved(self) -> None:
        self._show_breaks()

    def _show_breaks(self) -> None:
        choice = self._choices[int(self._list.cursor or self._first)]
        said = Text()
        if choice.here:
            said.append(self.t("It stands here now."), colour(self, "muted"))
        elif choice.breaks:
            said.append("! " + "\n! ".join(choice.breaks), colour(self, "warning"))
            said.append("\n" + self.t("Enter puts it there all the same."), colour(self, "muted"))
        else:
            said.append(self.t("✓ It fits here."), colour(self, "success"))
        self.query_one("#breaks", Static).update(said)

    @on(LineList.Opened)
    def chosen(self, event: LineList.Opened) -> None:
        choice = self._choices[int(event.id)]
        self.dismiss(None if choice.here else choice.start)
