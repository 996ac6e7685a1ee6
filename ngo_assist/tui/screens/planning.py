"""What the screens around a plan share: whether it is saved, its colours, and reading on by keys."""

from __future__ import annotations

from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from ngo_assist.application.plan_session import PlanSession
from ngo_assist.tui import plan_keys
from ngo_assist.tui.keys import bindings
from ngo_assist.tui.screens.base import NgoScreen
from ngo_assist.tui.widgets.header import Header
from ngo_assist.tui.widgets.keys_line import KeysLine
from ngo_assist.tui.widgets.notice import Notice


class PlanningScreen(NgoScreen):
    """A screen that shows or changes a plan. What scrolls carries the id "page"."""

    DEFAULT_CSS = """
    PlanningScreen #page { height: 1fr; padding: 0 1 0 0; scrollbar-size-vertical: 1; }
    PlanningScreen .headline { text-style: bold; color: $primary; height: auto; }
    PlanningScreen .section { text-style: bold; height: auto; margin-top: 1; }
    """

    @property
    def plans(self) -> PlanSession:
        return self.session.plans

    def compose(self) -> ComposeResult:
        yield Header()
        # Does not scroll, so that its keys do not stand before those of the page.
        with Vertical(id="body"):
            yield from self.body()
        yield Static(id="too-small", markup=False)
        yield KeysLine(self.t)
        yield Notice()

    def show_state(self) -> None:
        super().show_state()
        header = self.query_one(Header)
        if self.plans.error is not None:
            header.saved = self.t("not saved")
        elif self.plans.plan is not None and not self.session.read_only and not self.session.unsaved:
            header.saved = self.t("✓ saved")

    def changed(self) -> None:
        """Say so when a change could not be kept, and bring the top line up to date."""
        self.show_state()
        if self.plans.error is not None:
            self.tell(self.plans.error)

    def ink(self, name: str, *, bold: bool = False) -> Style:
        """Return a colour of the theme for text that is put together here."""
        return Style(color=self.app.theme_variables.get(name), bold=bold or None)


class ReadingScreen(PlanningScreen):
    """A page that is longer than the window and is scrolled by keys whatever has the focus."""

    BINDINGS = bindings(*plan_keys.SCROLL)

    @property
    def page(self) -> VerticalScroll:
        return self.query_one("#page", VerticalScroll)

    def action_scroll_lines(self, by: int) -> None:
        self.page.scroll_relative(y=3 * by, animate=False)

    def action_scroll_pages(self, by: int) -> None:
        self.page.scroll_relative(y=by * max(1, self.page.size.height - 2), animate=False)

    def action_scroll_edge(self, by: int) -> None:
        if by < 0:
            self.page.scroll_home(animate=False)
        else:
            self.page.scroll_end(animate=False)
