"""The plan: by month, then what waits and why, then what to ask others for."""

from __future__ import annotations

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from ngo_assist.application.plan_view import ORIGIN_MARKS, PlanView, plan_view
from ngo_assist.i18n.labels import LANGUAGE, label
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.planning.model import Plan, Status
from ngo_assist.tui import keys, plan_keys
from ngo_assist.tui.plan_rows import action_row, ask_row, month_row, section_row, waiting_row
from ngo_assist.tui.screens.ask import AskScreen
from ngo_assist.tui.screens.edit_text import EditTextScreen, Ended
from ngo_assist.tui.screens.planning import PlanningScreen
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.rows import Rows

NEXT: dict[Status, Status] = {"todo": "doing", "doing": "done", "done": "todo", "dropped": "todo"}
LATER, ASK, SUMMARY = "later:", "ask:", "summary"


class PlanScreen(PlanningScreen):
    BACK = "results"
    GUIDE = msg(
        "Enter opens an action: there you can change every text, the owner, the month and how far it is. "
        "Space marks it as begun, done, or to do. Under the months stands what has to wait and why, and "
        "what you can ask others for. ✎ marks your own words, ≈ those of a model."
    )
    BINDINGS = keys.bindings(plan_keys.NEXT_STATUS, keys.UNDO, keys.REDO)
    CSS = """
    PlanScreen #list { height: 1fr; margin-top: 1; }
    PlanScreen #said { color: $secondary; height: auto; max-width: 100; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._view: PlanView | None = None
        self._plan: Plan | None = None

    def heading(self) -> str:
        return self.t("Plan")

    def body(self) -> ComposeResult:
        yield Static(id="headline", classes="headline", markup=False)
        yield Static(id="detail", classes="muted", markup=False)
        yield Static(id="said", markup=False)
        yield Rows(id="list", markup=False)
        with ButtonRow():
            yield Button(id="to-saved", variant="primary")
            yield Button(id="to-drafting")
            yield Button(id="to-limits")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#list").focus()
        if self.plans.place is None:
            self.query_one("#list", OptionList).action_first()
        for error in self.plans.unreadable[:1]:
            self.tell(error)

    def retranslate(self) -> None:
        t = self.t
        self.query_one("#to-saved", Button).label = t("Read and send")
        self.query_one("#to-limits", Button).label = t("Plan again")
        self._show_plan()
        self.show_drafting()

    def on_resize(self) -> None:
        super().on_resize()
        self._show_plan()

    def show_drafting(self) -> None:
        """Bring the way to the model up to date; called as a drafting goes on."""
        run = self.plans.drafting
        words = self.t("Words by a model")
        if run is not None and not run.ended:
            words = self.t("Being written: {done} of {all}", done=run.done, all=run.total)
        self.query_one("#to-drafting", Button).label = words

    def on_drafting_moved(self) -> None:
        if self.plans.plan is not self._plan:
            self._show_plan()
            self.changed()
        self.show_drafting()

    def _show_plan(self) -> None:
        plan = self.plans.plan
        if plan is None:
            self.query_one("#headline", Static).update(self.t("There is no plan yet."))
            return
        view = plan_view(plan, self.session.rubric, self.t)
        self.query_one("#headline", Static).update(view.headline)
        self.query_one("#detail", Static).update(view.detail)
        said = view.words
        if self.plans.stale:
            said = self.t(
                "Your answers have changed since this plan was made. “Plan again” takes them in; what you "
                "have written or begun stays."
            )
        elif plan.language != self.session.rubric_language:
            said = self.t(
                "The plan is in another language: {language}. “Plan again” puts it into that of the screen; "
                "your own words stay.",
                language=label(self.t, LANGUAGE, plan.language),
            )
        line = self.query_one("#said", Static)
        line.display = bool(said)
        line.update(said)
        self._view, self._plan = view, plan
        self._fill(view)

    def _fill(self, view: PlanView) -> None:
        t, rows = self.t, self.query_one("#list", OptionList)
        wide = self.size.width >= 110
        options = []
        for number, month in enumerate(view.months):
            options.append(Option(month_row(month, self.ink, first=number == 0), disabled=True))
            options += [
                Option(action_row(action, self.ink, t("a legal duty"), wide=wide), id=action.id)
                for action in month.actions
            ]
        if not view.months:
            options.append(
                Option(t("Nothing fits into these limits: “Plan again” changes them."), disabled=True)
            )
        if view.waiting:
            options.append(
                Option(section_row(t("Later"), t("what did not fit, and why"), self.ink), disabled=True)
            )
            options += [Option(waiting_row(w, self.ink), id=LATER + w.id) for w in view.waiting]
        if view.asks:
            title = section_row(t("What does not depend on us"), t("whom to ask, with a letter"), self.ink)
            options.append(Option(title, disabled=True))
            options += [Option(ask_row(ask, self.ink), id=ASK + ask.id) for ask in view.asks]
        if view.summary:
            title = section_row(t("In short"), t("how the plan begins on paper"), self.ink)
            options.append(Option(title, disabled=True))
            mark = ORIGIN_MARKS[view.summary_origin].strip()
            options.append(Option(Text(f"{view.summary} {mark}".rstrip()), id=SUMMARY))
        before = self._highlighted or self.plans.place
        rows.clear_options()
        rows.add_options(options)
        known = [option.id for option in options if option.id]
        if before in known:
            rows.highlighted = rows.get_option_index(before)
        elif known:
            rows.highlighted = rows.get_option_index(known[0])

    @property
    def _highlighted(self) -> str | None:
        rows = self.query_one("#list", OptionList)
        return None if rows.highlighted is None else rows.get_option_at_index(rows.highlighted).id

    @on(OptionList.OptionHighlighted)
    def keep_place(self, event: OptionList.OptionHighlighted) -> None:
        self.plans.place = event.option_id

    @on(OptionList.OptionSelected)
    async def open_row(self, event: OptionList.OptionSelected) -> None:
        id = event.option_id or ""
        self.plans.place = id
        if id == SUMMARY:
            await self._write_summary()
        elif id.startswith(ASK):
            plan = self.plans.plan
            ask = next((a for a in plan.asks if a.id == id.removeprefix(ASK)), None) if plan else None
            if ask is not None:
                await self.ngo.push_screen(AskScreen(ask))
        elif id.startswith(LATER):
            found = next((w for w in self._view.waiting if LATER + w.id == id), None) if self._view else None
            if found is not None:
                self.tell(Message("{title}: {reason}", {"title": found.title, "reason": found.reason}))
        elif id:
            await self.ngo.go("action")

    async def _write_summary(self) -> None:
        before = self.plans.plan
        assert before is not None
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
            self._show_plan()
            self.changed()

        try:
            self.session.writable  # noqa: B018 - says why nothing can be changed
        except UserError as error:
            self.tell(error)
            return
        own = self.plans.own_summary().text
        editor = EditTextScreen(self.t("In short"), before.summary.text, own=own, keep=keep)
        await self.ngo.push_screen(editor, ended)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "next_status":
            return isinstance(self.focused, OptionList)
        if action == "undo":
            return self.plans.can_undo
        if action == "redo":
            return self.plans.can_redo
        return super().check_action(action, parameters)

    def action_next_status(self) -> None:
        id, plan = self._highlighted, self.plans.plan
        action = next((a for a in plan.actions if a.id == id), None) if plan else None
        if action is not None:
            self._do(lambda: self.plans.set_status(action.id, NEXT[action.status]))

    def action_undo(self) -> None:
        self._do(self.plans.undo)

    def action_redo(self) -> None:
        self._do(self.plans.redo)

    def _do(self, change: object) -> None:
        assert callable(change)
        try:
            change()
        except UserError as error:
            self.tell(error)
            return
        self._show_plan()
        self.changed()
        self.refresh_bindings()

    @on(Button.Pressed, "#to-limits")
    async def to_limits(self) -> None:
        await self.ngo.go("limits")

    @on(Button.Pressed, "#to-drafting")
    async def to_drafting(self) -> None:
        run = self.plans.drafting
        await self.ngo.go("drafting" if run is not None and not run.ended else "model")

    @on(Button.Pressed, "#to-saved")
    async def to_saved(self) -> None:
        await self.ngo.go("saved")
