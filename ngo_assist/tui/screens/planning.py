"""What the screens around a plan share: whether it is saved, its colours, and reading on by keys."""

from __future__ import annotations

from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from ngo_assist.application.drafting_words import ending_text
from ngo_assist.application.plan_session import PlanSession
from ngo_assist.messages import UserError, msg
from ngo_assist.tui import plan_keys
from ngo_assist.tui.ink import colour
from ngo_assist.tui.keys import bindings
from ngo_assist.tui.screens.base import BOTH_NO, BOTH_YES, NgoScreen
from ngo_assist.tui.screens.confirm import ConfirmScreen
from ngo_assist.tui.widgets.header import Header
from ngo_assist.tui.widgets.keys_line import KeysLine
from ngo_assist.tui.widgets.notice import Notice

BOTH_TITLE = msg("Another program has changed this plan")
BOTH_TEXT = msg(
    "Nothing was overwritten. The plan in this window can be saved beside the other one, as one more plan."
)


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
            header.saved = self.saved_words()

    def changed(self) -> None:
        """Say so when a change could not be kept, and bring the top line up to date."""
        self.show_state()
        if self.plans.error is None:
            return
        self.tell(self.plans.error)
        if self.plans.changed_elsewhere and not isinstance(self.app.screen, ConfirmScreen):
            self.app.push_screen(
                ConfirmScreen(BOTH_TITLE, BOTH_TEXT, yes=BOTH_YES, no=BOTH_NO), self._save_beside
            )

    def _save_beside(self, wanted: bool | None) -> None:
        if not wanted:
            return
        try:
            self.plans.save_beside()
        except UserError as error:
            self.tell(error)
            return
        self.hush()
        self.speak()

    def tell_of_ending(self) -> None:
        """Say once that a model has finished, on whichever of these screens one is."""
        run = self.plans.drafting
        if run is None or not run.ended or run.told:
            return
        run.told = True
        self.tell(ending_text(run))

    def ink(self, name: str, *, bold: bool = False) -> Style:
        """Return a colour of the theme for text that is put together here."""
        return Style(color=colour(self.app, name), bold=bold or None)


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
