"""A box with a list of things that have dates: backups, assessments, what was deleted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from ngo_assist.i18n import Translator
from ngo_assist.tui.ink import colour
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.rows import Choices

T = TypeVar("T")


class RowBox(NgoModal[T]):
    """A subclass gives `headline`, `about`, `rows` and `chosen_at`; more buttons through `more_buttons`."""

    DEFAULT_CSS = """
    RowBox #about { margin-bottom: 1; }
    RowBox OptionList { max-height: 12; }
    """

    def headline(self) -> str:
        return ""

    def about(self) -> str:
        return ""

    def rows(self) -> Sequence[tuple[str, str]]:
        """Return for each line what it is, and what is known of it."""
        return ()

    def chosen_at(self, place: int) -> None:
        """Do what choosing a line means."""

    def more_buttons(self) -> Sequence[Button]:
        return ()

    def box(self) -> ComposeResult:
        yield Static(classes="title", markup=False)
        yield Static(id="about", classes="text muted", markup=False)
        yield Choices(id="rows", markup=False)
        with ButtonRow():
            yield from self.more_buttons()
            yield Button(id="close")

    def on_mount(self) -> None:
        super().on_mount()
        rows = self.query_one(OptionList)
        (rows if rows.option_count else self.query_one("#close")).focus()

    def retranslate(self) -> None:
        self.query_one(".title", Static).update(self.headline())
        about = self.query_one("#about", Static)
        about.update(self.about())
        about.display = bool(self.about())
        self.query_one("#close", Button).label = self.t("Close")
        self.fill()

    def fill(self) -> None:
        """Show the lines anew; the cursor stays at its place."""
        rows = self.query_one(OptionList)
        place = rows.highlighted or 0
        muted = colour(self.app, "muted")
        rows.set_options(
            Option(Text.assemble(head, "  ", (detail, muted) if detail else ""))
            for head, detail in self.rows()
        )
        rows.display = bool(rows.option_count)
        if rows.option_count:
            rows.highlighted = min(place, rows.option_count - 1)

    @on(OptionList.OptionSelected, "#rows")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.chosen_at(event.option_index)

    @on(Button.Pressed, "#close")
    def _close(self) -> None:
        self.dismiss(None)


def moment(t: Translator, at: datetime, today: date) -> str:
    """Return a day with its hour; the year only where it is another one."""
    day = t.day_of_year(at.month, at.day) if at.year == today.year else t.date(at.date())
    return f"{day}, {at:%H:%M}"
