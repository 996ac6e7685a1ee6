"""The plan: as a list by month or over its months, then what waits and why, then what to ask others for."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Button, Static

from ngo_assist.application.open_plan import LATER, SUMMARY
from ngo_assist.application.plan_view import PlanView, plan_view
from ngo_assist.application.timeline import Timeline, timeline
from ngo_assist.i18n.labels import LANGUAGE, label
from ngo_assist.messages import Message, msg
from ngo_assist.planning.model import Plan, PlannedAction, Status
from ngo_assist.tui import keys, plan_keys, plan_lists
from ngo_assist.tui.plan_head import months_lines, progress_line
from ngo_assist.tui.plan_lists import ASK
from ngo_assist.tui.screens.ask import AskScreen
from ngo_assist.tui.screens.changing import ChangingScreen
from ngo_assist.tui.screens.edit_text import EditTextScreen, Ended
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.line_list import GUTTER, LineList
from ngo_assist.tui.widgets.quiet_list import QuietList
from ngo_assist.tui.widgets.view_tabs import ViewTabs

NEXT: dict[Status, Status] = {"todo": "doing", "doing": "done", "done": "todo", "dropped": "todo"}
VIEWS = ("list", "timeline")


class PlanScreen(ChangingScreen):
    BACK = "results"
    GUIDE = msg(
        "1 and 2 show the plan as a list or over its months. Enter opens an action: there you see why it is "
        "in the plan, and can change every text, the owner, the days and how far it is. Space marks it as "
        "begun, done, or to do. F4 puts it into another month and says what that breaks; Del drops it. "
        "Under the months stands what has to wait and why: Enter takes it into the plan. Everything can be "
        "undone. F5 reads and sends the plan, F6 leads to a model, F7 plans again. ✎ marks your own "
        "words, ≈ those of a model."
    )
    BINDINGS = keys.bindings(
        plan_keys.NEXT_STATUS,
        plan_keys.MOVE,
        plan_keys.MONTH_EARLIER,
        plan_keys.MONTH_LATER,
        plan_keys.DROP,
        plan_keys.TAKE_UP,
        plan_keys.TO_SAVED,
        plan_keys.TO_MODEL,
        plan_keys.TO_LIMITS,
        keys.UNDO,
        keys.REDO,
        # The numbers stand in the line of views.
        keys.Key("f3", "next_view"),
        *(keys.Key(str(number), f"view('{view}')") for number, view in enumerate(VIEWS, 1)),
    )
    DEFAULT_CSS = """
    /* Two columns on the left hold the sign of the row with the cursor. */
    PlanScreen > #body { padding: 0 3 0 1; }
    PlanScreen #body > Static, PlanScreen #head, PlanScreen ButtonRow { padding-left: 2; }
    PlanScreen #head { height: auto; }
    PlanScreen #views { margin: 0 0 0 1; }
    PlanScreen #headline { height: auto; }
    PlanScreen #picture { height: 1; }
    PlanScreen #said { color: $secondary; height: auto; max-width: 102; }
    PlanScreen #said.-quiet { color: $muted; }
    PlanScreen #months { height: auto; }
    PlanScreen #legend { height: auto; color: $muted; }
    /* A title may take two lines: nothing moves when the next one takes one. */
    PlanScreen #whole { height: 2; }
    /* In a low window every line is needed for the list. */
    PlanScreen.-short > #body { margin-top: 0; }
    PlanScreen.-short #head { layout: horizontal; }
    PlanScreen.-short #headline { width: auto; margin-right: 3; }
    PlanScreen.-short #picture { width: 1fr; }
    PlanScreen.-narrow > #body { padding: 0 1 0 1; }
    PlanScreen.-high #views { margin: 1 0 1 1; }
    PlanScreen.-high #legend { margin-top: 1; }
    """
    CSS = """
    PlanScreen.-low .buttons { margin-top: 0; }
    PlanScreen.-narrow .buttons { padding-left: 0; }
    PlanScreen.-narrow .buttons > Button { padding: 0 1; margin-right: 1; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-high")]

    def __init__(self) -> None:
        super().__init__()
        self._view: PlanView | None = None
        self._timeline: Timeline | None = None
        self._plan: Plan | None = None
        self._writing: str | None = None

    def heading(self) -> str:
        return self.t("Plan")

    def body(self) -> ComposeResult:
        with Widget(id="head"):
            yield Static(id="headline", classes="headline", markup=False)
            yield Static(id="picture", markup=False)
        yield Static(id="said", markup=False)
        yield ViewTabs(id="views")
        yield Static(id="months", markup=False)
        yield QuietList(id="list")
        yield Static(id="whole", markup=False)
        yield Static(id="legend", markup=False)
        with ButtonRow():
            yield Button(id="to-saved", variant="primary")
            yield Button(id="to-drafting")
            yield Button(id="to-limits")

    def on_mount(self) -> None:
        super().on_mount()
        self._list.focus()
        for error in self.plans.unreadable[:1]:
            self.tell(error)

    @property
    def _list(self) -> QuietList:
        return self.query_one("#list", QuietList)

    def retranslate(self) -> None:
        t = self.t
        self.query_one("#to-saved", Button).label = t("Read and send")
        self.query_one("#to-limits", Button).label = t("Plan again")
        self.query_one(ViewTabs).set_views([("list", t("As a list")), ("timeline", t("By month"))])
        self.show_plan()
        self.show_drafting()

    def on_resize(self) -> None:
        super().on_resize()
        self.call_after_refresh(self._show_progress)
        self.call_after_refresh(self._show_months)

    # What is shown

    def show_drafting(self) -> None:
        """Bring the way to the model up to date; called as a drafting goes on."""
        run = self.plans.drafting
        words = self.t("Words by a model")
        if run is not None and not run.ended:
            words = self.t("Being written: {done} of {all}", done=run.done, all=run.total)
        self.query_one("#to-drafting", Button).label = words

    def on_drafting_moved(self) -> None:
        if self.plans.plan is not self._plan or self._writing_now != self._writing:
            self.show_plan(quietly=True)
            self.changed()
        self.show_drafting()
        self.tell_of_ending()

    @property
    def _writing_now(self) -> str | None:
        """The action for which a model writes just now."""
        run = self.plans.drafting
        return run.action_id if run is not None and not run.ended else None

    def show_plan(self, *, quietly: bool = False) -> None:
        plan = self.plans.plan
        if plan is None:
            self.query_one("#headline", Static).update(self.t("There is no plan yet."))
            return
        today = self.session.now().date()
        view = plan_view(plan, self.session.rubric, self.t, today)
        self._view, self._plan, self._writing = view, plan, self._writing_now
        self._timeline = timeline(plan, self.session.rubric, self.t, today)
        self.query_one("#headline", Static).update(view.headline)
        self._show_progress()
        # How much room is left beside the heading is known once that is laid out.
        self.call_after_refresh(self._show_progress)
        said = self._said(plan, view)
        line = self.query_one("#said", Static)
        line.display = bool(said)
        line.set_class(not self.plans.stale and self._in_another_language(plan), "-quiet")
        line.update(said)
        self._fill(quietly=quietly)

    def _in_another_language(self, plan: Plan) -> bool:
        return plan.language != self.session.rubric_language

    def _show_progress(self) -> None:
        picture = self.query_one("#picture", Static)
        if self._view is not None and picture.size.width:
            picture.update(progress_line(self._view, picture.size.width, self), layout=False)

    def _said(self, plan: Plan, view: PlanView) -> str:
        if self.plans.stale:
            return self.t(
                "Your answers have changed since this plan was made. “Plan again” takes them in; what you "
                "have written or begun stays."
            )
        if self._in_another_language(plan):
            return self.t(
                "This plan is in {language}. “Plan again” writes it in yours; your own words stay.",
                language=label(self.t, LANGUAGE, plan.language),
            )
        return view.words

    def _fill(self, *, quietly: bool = False) -> None:
        view, found, rows = self._view, self._timeline, self._list
        if view is None or found is None:
            return
        self.query_one(ViewTabs).open = self.plans.view
        before = self.plans.place or rows.cursor
        if self.plans.view == "timeline":
            listed = plan_lists.over_months(view, found, self.t)
        else:
            listed = plan_lists.by_month(view, self._writing, self.t)
        if quietly:
            rows.show_quietly(listed)
        else:
            rows.show(listed)
            if before:
                rows.go_to(before)
        # The months stand over the list's own columns, which are known once it is laid out.
        self._show_months()
        self.call_after_refresh(self._show_months)

    def _show_months(self) -> None:
        """Show what stands above and under the bars; nothing of it in the list."""
        head, legend = self.query_one("#months", Static), self.query_one("#legend", Static)
        found = self._timeline
        width = self._list.scrollable_content_region.width - GUTTER
        head.display = legend.display = self.plans.view == "timeline" and found is not None
        self._show_whole()
        if not head.display or found is None or self._plan is None or width <= 0:
            return
        days = self._plan.limits.days_per_month
        head.update(months_lines(found, days, width, self.t, self))
        legend.update(plan_lists.legend(found, self.t))

    def _show_whole(self) -> None:
        """Show the whole title of the row with the cursor where the months leave no room for it."""
        whole, plan, id = self.query_one("#whole", Static), self.plans.plan, self._list.cursor
        whole.display = self.plans.view == "timeline"
        if plan is not None and whole.display:
            titles = {action.id: action.title for action in plan.actions}
            titles |= {LATER + later.id: later.title for later in plan.later}
            whole.update(titles.get(id, ""), layout=False)

    # Views

    @on(ViewTabs.Chosen)
    def choose_view(self, event: ViewTabs.Chosen) -> None:
        self.action_view(event.id)

    def action_view(self, view: str) -> None:
        self.plans.view = view
        self._fill()
        self._list.focus()
        self.refresh_keys()

    def action_next_view(self) -> None:
        self.action_view(VIEWS[(VIEWS.index(self.plans.view) + 1) % len(VIEWS)])

    # What is chosen

    @property
    def _action(self) -> PlannedAction | None:
        plan, id = self.plans.plan, self._list.cursor
        return next((action for action in plan.actions if action.id == id), None) if plan else None

    @property
    def _waiting(self) -> str | None:
        """The id of what waits, where the cursor is on such a line."""
        id = self._list.cursor
        return id.removeprefix(LATER) if id.startswith(LATER) else None

    @on(LineList.Moved)
    def keep_place(self, event: LineList.Moved) -> None:
        self.plans.place = event.id
        self._show_whole()
        self.refresh_keys()

    @on(LineList.Opened)
    async def open_row(self, event: LineList.Opened) -> None:
        id = event.id
        self.plans.place = id
        if id == SUMMARY:
            await self._write_summary()
        elif id.startswith(ASK):
            plan = self.plans.plan
            ask = next((a for a in plan.asks if a.id == id.removeprefix(ASK)), None) if plan else None
            if ask is not None:
                await self.ngo.push_screen(AskScreen(ask))
        elif id.startswith(LATER):
            await self.choose_month(id.removeprefix(LATER))
        else:
            await self.ngo.go("action")

    @on(LineList.Pressed)
    async def press_month(self, event: LineList.Pressed) -> None:
        """A click into the months of a bar asks whether the action should begin there."""
        self.plans.place = event.id
        found = self._timeline
        number = int(event.press.removeprefix("month:"))
        bar = next((bar for bar in found.bars if bar.id == event.id), None) if found else None
        if found is None or bar is None:
            return
        if bar.first <= number <= bar.last:
            await self.ngo.go("action")
        else:
            await self.choose_month(event.id, found.columns[number].start)

    async def _write_summary(self) -> None:
        before = self.plans.plan
        assert before is not None
        if not self.may_change():
            return
        self.plans.seal()

        def keep(text: str) -> Message | None:
            self.plans.set_summary(text, run=True)
            return None

        def ended(how: Ended | None) -> None:
            if how == "as it was" and self.plans.plan is not before:
                self.plans.undo()
            elif how == "set back":
                self.plans.set_summary_back()
            self.plans.seal()
            self.show_change(before)

        own = self.plans.own_summary().text
        editor = EditTextScreen(self.t("In short"), before.summary.text, own=own, keep=keep)
        await self.ngo.push_screen(editor, ended)

    # What is done by keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        chosen = self._action if isinstance(self.focused, LineList) else None
        match action:
            case "next_status":
                return chosen is not None
            case "shift":
                # Where the months lie side by side an arrow says what it does.
                return chosen is not None and self.plans.view == "timeline"
            case "move":
                return chosen is not None or (self._waiting is not None and self.focused is self._list)
            case "drop":
                return chosen is not None and chosen.status != "dropped"
            case "take_up":
                return chosen is not None and chosen.status == "dropped"
        return super().check_action(action, parameters)

    def _set_status(self, next_one: Callable[[Status], Status]) -> None:
        action = self._action
        if action is not None:
            status = next_one(action.status)
            self.change(lambda: self.plans.set_status(action.id, status), about=action.id)

    def action_next_status(self) -> None:
        self._set_status(NEXT.__getitem__)

    def action_drop(self) -> None:
        self._set_status(lambda status: "dropped")

    def action_take_up(self) -> None:
        self._set_status(lambda status: "todo")

    async def action_move(self) -> None:
        await self.choose_month(self._waiting or self._list.cursor)

    def action_shift(self, by: int) -> None:
        action = self._action
        if action is not None:
            self.shift(action.id, by)

    @on(Button.Pressed, "#to-limits")
    async def action_to_limits(self) -> None:
        await self.ngo.go("limits")

    @on(Button.Pressed, "#to-drafting")
    async def action_to_drafting(self) -> None:
        run = self.plans.drafting
        await self.ngo.go("drafting" if run is not None and not run.ended else "model")

    @on(Button.Pressed, "#to-saved")
    async def action_to_saved(self) -> None:
        await self.ngo.go("saved")
