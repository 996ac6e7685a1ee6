"""Where the organisation stands: one view at a time, the picture first, and the way on to the plan."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.message import Message as TextualMessage
from textual.widgets import Button, ContentSwitcher

from ngo_assist.application.results_view import ResultsView, results_view
from ngo_assist.messages import UserError, msg
from ngo_assist.planning.model import Plan
from ngo_assist.tui import keys, plan_keys
from ngo_assist.tui.results.law import LawView
from ngo_assist.tui.results.picture import PictureView
from ngo_assist.tui.results.practices import PracticesView
from ngo_assist.tui.results.progress import MovedView
from ngo_assist.tui.results.start import StartView
from ngo_assist.tui.results.targets import TargetsView
from ngo_assist.tui.results.view import View
from ngo_assist.tui.screens.planning import PlanningScreen
from ngo_assist.tui.screens.practice import On, PracticeScreen
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.view_tabs import ViewTabs

VIEWS: dict[str, type[View]] = {
    "picture": PictureView,
    "practices": PracticesView,
    "start": StartView,
    "law": LawView,
    "targets": TargetsView,
    "progress": MovedView,
}
FIRST = "picture"


class ResultsScreen(PlanningScreen):
    GUIDE = msg(
        "The numbers above switch between the views of your results; so does F3. Esc leads back to the "
        "picture, and from there to your organisations."
    )
    BINDINGS = keys.bindings(
        plan_keys.MAKE,
        keys.Key("ctrl+s", "open_plan", msg("The plan"), "Ctrl+S"),
        keys.Key("f3", "next_view", msg("Next view"), "F3"),
        keys.UNDO,
        keys.REDO,
        keys.BACK,
        keys.Key("escape", "back_to_picture", PictureView.WORD, "Esc"),
        keys.Key("down,up", "into_view"),
        *(keys.Key(str(number), f"view({number})") for number in range(1, len(VIEWS) + 1)),
    )
    DEFAULT_CSS = """
    /* Two columns on the left hold the sign of the row with the cursor. */
    ResultsScreen > #body { margin-top: 0; padding: 0 3 0 1; }
    ResultsScreen #views { margin: 0 0 1 1; }
    ResultsScreen View > Static, ResultsScreen PracticeMap, ResultsScreen ButtonRow { padding-left: 2; }
    ResultsScreen #shown { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._known: tuple[object, str, object, ResultsView] | None = None
        self._seen_at: float | None = None
        """When this screen could first be seen, in the time of messages."""

    def heading(self) -> str:
        return self.t("Results")

    def body(self) -> ComposeResult:
        yield ViewTabs(id="views")
        with ContentSwitcher(id="shown", initial=self._open):
            for id, view in VIEWS.items():
                yield view(id=id)
        with ButtonRow():
            yield Button(id="to-plan", variant="primary")
            yield Button(id="to-interview")

    @property
    def _open(self) -> str:
        return self.session.results.view or FIRST

    @property
    def _view(self) -> View:
        return self.query_one(f"#{self._open}", View)

    def on_mount(self) -> None:
        super().on_mount()
        self.app.theme_changed_signal.subscribe(self, self._theme_changed)
        self.call_after_refresh(self._seen)
        if self._open == FIRST:
            self.query_one("#to-plan").focus()
        else:
            self._view.main.focus()
        if self.plans.plan is None:
            for error in self.plans.unreadable[:1]:
                self.tell(error)

    def _seen(self) -> None:
        self._seen_at = TextualMessage().time

    def on_key(self, event: events.Key) -> None:
        """Let go of what was typed before there was anything to see: it was meant for the last question."""
        if self._seen_at is None or event.time < self._seen_at:
            event.stop()
            event.prevent_default()

    def _theme_changed(self, _: object) -> None:
        self._fill()

    def help_text(self) -> str:
        return f"{self.t(self._view.GUIDE)}\n\n{super().help_text()}"

    def retranslate(self) -> None:
        t, left = self.t, len(self.session.scores.left)
        self.query_one("#to-plan", Button).label = t("The plan") if self.plans.plan else t("Make the plan")
        self.query_one("#to-interview", Button).label = (
            t.plural("Answer {n} more question", "Answer {n} more questions", left)
            if left
            else t("Back to the questions")
        )
        tabs = self.query_one("#views", ViewTabs)
        tabs.set_views([(id, t(view.WORD)) for id, view in VIEWS.items()])
        tabs.open = self._open
        self._fill()

    @property
    def view(self) -> ResultsView:
        """What the results are, without what a plan would begin with."""
        return self._shown(None)

    @property
    def view_with_plan(self) -> ResultsView:
        return self._shown(self.session.results.planned)

    def _shown(self, plan: Plan | None) -> ResultsView:
        session, known = self.session, self._known
        same = known is not None and known[0] is session.assessment and known[1] == self.t.language
        if known is not None and same and (plan is None or known[2] is plan):
            return known[3]
        made = results_view(session.rubric, session.assessment, self.t, plan=plan)
        self._known = (session.assessment, self.t.language, plan, made)
        return made

    def _fill(self) -> None:
        """Fill the view that is seen, if what it shows has changed since it was filled."""
        session, view = self.session, self._view
        wanted = (session.assessment, self.t.language, self.plans.plan, self.app.theme)
        if view.filled_for != wanted:
            view.filled_for = wanted
            view.fill()

    def show_view(self, id: str, to: str = "") -> None:
        """Show a view, and lead to a dimension or a practice in it."""
        self.hush()
        self.session.results.view = id
        self.query_one("#views", ViewTabs).open = id
        self.query_one("#shown", ContentSwitcher).current = id
        self._fill()
        self._view.main.focus()
        if to:
            self._view.go_to(to)
        self.refresh_keys()

    def aims_changed(self) -> None:
        """Bring up to date what shows targets: the view that is seen, and the keys."""
        targets = self.query_one(TargetsView)
        targets.filled_for = (self.session.assessment, self.t.language, self.plans.plan, self.app.theme)
        targets.changed()
        self.refresh_keys()

    def open_practice(self, id: str) -> None:
        """Show all that is known of a practice, and go on from there."""
        self.session.results.practice = id

        async def go_on(where: On | None) -> None:
            if where == "target":
                self.show_view("targets", id)
            elif where == "ask":
                self.session.place = id
                await self.ngo.go("interview")

        self.app.push_screen(PracticeScreen(id), go_on)

    @on(ViewTabs.Chosen)
    def choose_view(self, event: ViewTabs.Chosen) -> None:
        in_tabs = self.query_one("#views").has_focus
        self.show_view(event.id)
        if in_tabs:
            self.query_one("#views").focus()

    def action_view(self, number: int) -> None:
        self.show_view(list(VIEWS)[number - 1])

    def action_next_view(self) -> None:
        ids = list(VIEWS)
        self.show_view(ids[(ids.index(self._open) + 1) % len(ids)])

    def action_into_view(self) -> None:
        self._view.main.focus()

    def action_back_to_picture(self) -> None:
        """Take the notice away; without one, go back to the first view."""
        if not self.hush():
            self.show_view(FIRST)
            self.query_one("#to-plan").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if not self.session.has_assessment:
            return True
        match action:
            case "undo":
                return self.session.results.can_undo
            case "redo":
                return self.session.results.can_redo
            case "make":
                return self.plans.plan is None and not self.session.read_only
            case "open_plan":
                return self.plans.plan is not None
            case "back" | "back_to_picture":
                return (self._open == FIRST) == (action == "back")
        return True

    def action_undo(self) -> None:
        self._step(self.session.results.undo)

    def action_redo(self) -> None:
        self._step(self.session.results.redo)

    def _step(self, step: object) -> None:
        assert callable(step)
        if self._open != "targets":
            # What is taken back is to be seen.
            self.show_view("targets")
        self.attempt(step)
        self.aims_changed()

    @on(Button.Pressed, "#to-interview")
    async def to_interview(self) -> None:
        self.session.place = self.session.first_left() or self.session.place
        await self.ngo.go("interview")

    async def action_make(self) -> None:
        await self.to_plan()

    async def action_open_plan(self) -> None:
        await self.to_plan()

    @on(Button.Pressed, "#to-plan")
    async def to_plan(self) -> None:
        if self.plans.plan is not None and not self.plans.stale:
            await self.ngo.go("plan")
            return
        if self.session.read_only:
            try:
                self.session.writable  # noqa: B018 - says why nothing can be made here
            except UserError as error:
                self.tell(error)
            return
        await self.ngo.go("limits")
