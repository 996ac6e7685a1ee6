"""One action of the plan, open to be changed: every text, who, when, and how far it is."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from ngo_assist.application.action_view import ActionField, action_fields, because_line
from ngo_assist.application.plan_edit import PEOPLE
from ngo_assist.application.plan_view import STATUS_MARKS, TEXTS
from ngo_assist.i18n.labels import ROLE, STATUS, label
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.planning.limits import month_after
from ngo_assist.planning.model import Plan, PlannedAction
from ngo_assist.tui import keys, plan_keys
from ngo_assist.tui.plan_rows import field_row
from ngo_assist.tui.screens.choice import ChoiceScreen
from ngo_assist.tui.screens.edit_text import EditTextScreen, Ended
from ngo_assist.tui.screens.planning import PlanningScreen
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.rows import Fields

PLAN_DECIDES = ""
"""The choice of a month that lets planning find it."""
STEPS_HINT = msg("One step a line.")


class ActionScreen(PlanningScreen):
    """Shows the action that `session.plans.place` names."""

    BACK = "plan"
    GUIDE = msg(
        "Enter changes what the cursor is on. What you write yourself is yours: planning again and a "
        "model leave it alone. Del puts the rubric's words back."
    )
    BINDINGS = keys.bindings(plan_keys.SET_BACK, keys.UNDO, keys.REDO)
    CSS = """
    ActionScreen #fields { height: 1fr; margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[ActionField] = []
        self._plan: Plan | None = None

    def heading(self) -> str:
        return self.t("Action")

    def body(self) -> ComposeResult:
        yield Static(id="headline", classes="headline", markup=False)
        yield Static(id="because", classes="muted", markup=False)
        yield Fields(id="fields", markup=False)
        with ButtonRow():
            yield Button(id="to-plan", variant="primary")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#fields").focus()

    def retranslate(self) -> None:
        self.query_one("#to-plan", Button).label = self.t("Back to the plan")
        self._show_action()

    def on_drafting_moved(self) -> None:
        if self.plans.plan is not self._plan:
            self._show_action()
            self.changed()

    @property
    def action(self) -> PlannedAction | None:
        plan, id = self.plans.plan, self.plans.place
        return next((a for a in plan.actions if a.id == id), None) if plan else None

    def _show_action(self) -> None:
        action, plan = self.action, self.plans.plan
        self._plan = plan
        rows = self.query_one("#fields", OptionList)
        if action is None or plan is None:
            self.query_one("#headline", Static).update(self.t("This action is no longer in the plan."))
            rows.clear_options()
            return
        self.query_one("#headline", Static).update(action.title)
        self.query_one("#because", Static).update(because_line(action, plan, self.session.rubric, self.t))
        field = self._field
        before = field.name if field else "status"
        self._shown = action_fields(action, self.t)
        rows.clear_options()
        empty = self.t("(empty)")
        for shown in self._shown:
            if shown.name in TEXTS:
                rows.add_option(Option("", disabled=True))
            rows.add_option(Option(field_row(shown, empty, self.ink), id=shown.name))
        rows.highlighted = rows.get_option_index(before)

    @property
    def _field(self) -> ActionField | None:
        rows = self.query_one("#fields", OptionList)
        if rows.highlighted is None:
            return None
        name = rows.get_option_at_index(rows.highlighted).id
        return next((field for field in self._shown if field.name == name), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "set_back":
            return isinstance(self.focused, OptionList) and self._can_set_back
        if action == "undo":
            return self.plans.can_undo
        if action == "redo":
            return self.plans.can_redo
        return super().check_action(action, parameters)

    @property
    def _can_set_back(self) -> bool:
        field = self._field
        return field is not None and field.changed

    @on(OptionList.OptionHighlighted)
    def moved(self) -> None:
        self.refresh_keys()

    @on(OptionList.OptionSelected)
    async def open_field(self, event: OptionList.OptionSelected) -> None:
        action, field = self.action, event.option_id or ""
        if action is None:
            return
        try:
            self.session.writable  # noqa: B018 - says why nothing can be changed
        except UserError as error:
            self.tell(error)
            return
        if field == "status":
            await self._choose_status(action)
        elif field == "start":
            await self._choose_start(action)
        elif field == "role":
            await self._choose_role(action)
        else:
            await self._write(action, field)

    async def _choose_status(self, action: PlannedAction) -> None:
        choices = [
            (status, f"{STATUS_MARKS[status]} {label(self.t, STATUS, status)}") for status in STATUS_MARKS
        ]

        def chosen(status: str | None) -> None:
            for known in STATUS_MARKS:
                if known == status:
                    self.plans.set_status(action.id, known)
            self._after()

        await self.ngo.push_screen(ChoiceScreen(self.t("How far is it?"), choices, action.status), chosen)

    async def _choose_start(self, action: PlannedAction) -> None:
        plan = self.plans.plan
        assert plan is not None
        months = [month_after(plan.limits.start, n) for n in range(plan.limits.months)]
        months = sorted({*months, action.start.replace(day=1)})
        choices = [(month.isoformat(), self.t.month(month)) for month in months]
        if "start" in action.pinned:
            choices.append((PLAN_DECIDES, self.t("Let the plan decide when it is made again")))

        def chosen(value: str | None) -> None:
            if value == PLAN_DECIDES:
                self.plans.free(action.id)
            for month in months:
                if month.isoformat() == value:
                    self.plans.move(action.id, month)
            self._after()

        now = action.start.replace(day=1).isoformat()
        await self.ngo.push_screen(
            ChoiceScreen(self.t("In which month does it begin?"), choices, now), chosen
        )

    async def _choose_role(self, action: PlannedAction) -> None:
        choices = [(role, label(self.t, ROLE, role)) for role in ROLE]
        if action.role is not None and action.role not in ROLE:
            choices.append((action.role, action.role))

        def chosen(role: str | None) -> None:
            if role is not None:
                self.plans.edit(action.id, "role", role)
            self._after()

        await self.ngo.push_screen(ChoiceScreen(self.t("Who does it?"), choices, action.role), chosen)

    async def _write(self, action: PlannedAction, field: str) -> None:
        own = self.plans.own_words(action.id)
        before = self.plans.plan
        self.plans.seal()

        def keep(text: str) -> Message | None:
            return self.plans.edit(action.id, field, text, run=True)

        def ended(how: Ended | None) -> None:
            if how == "as it was" and before is not None:
                if self.plans.plan is not before:
                    self.plans.undo()
            elif how == "set back":
                self.plans.set_back(action.id, field)
            self.plans.seal()
            self._after()

        shown = next(f for f in self._shown if f.name == field)
        await self.ngo.push_screen(
            EditTextScreen(
                shown.label,
                as_text(getattr(action, field)),
                own=None if own is None or field in PEOPLE else as_text(getattr(own, field)),
                keep=keep,
                one_line=field in ("title", "owner"),
                hint=STEPS_HINT if field == "steps" else None,
            ),
            ended,
        )

    def action_set_back(self) -> None:
        field, action = self._field, self.action
        if field is None or action is None:
            return
        try:
            if field.name == "start":
                self.plans.free(action.id)
            elif field.name in (*TEXTS, *PEOPLE):
                self.plans.set_back(action.id, field.name)
        except UserError as error:
            self.tell(error)
            return
        self._after()

    def action_undo(self) -> None:
        self.plans.undo()
        self._after()

    def action_redo(self) -> None:
        self.plans.redo()
        self._after()

    def _after(self) -> None:
        self._show_action()
        self.changed()
        self.refresh_keys()

    @on(Button.Pressed, "#to-plan")
    async def to_plan(self) -> None:
        await self.ngo.go("plan")


def as_text(value: object) -> str:
    """Return a field's value as it is typed: a list one item a line."""
    if isinstance(value, tuple):
        return "\n".join(str(item) for item in value)
    return "" if value is None else str(value)
