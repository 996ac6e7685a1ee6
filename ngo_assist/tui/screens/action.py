"""One action of the plan: why it is there, and every text, day and name in it open to be changed."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Button, Static

from ngo_assist.application.action_view import (
    HINTS,
    ActionField,
    action_fields,
    because_line,
    from_answer,
    typed_value,
)
from ngo_assist.application.plan_edit import PEOPLE
from ngo_assist.application.plan_view import STATUS_MARKS, TEXTS
from ngo_assist.i18n.labels import ROLE, STATUS, label
from ngo_assist.messages import Message, msg
from ngo_assist.planning.model import Plan, PlannedAction
from ngo_assist.tui import keys, plan_keys
from ngo_assist.tui.plan_rows import answer_row, answer_row_short, field_row, section, text_row
from ngo_assist.tui.screens.changing import ChangingScreen
from ngo_assist.tui.screens.choice import ChoiceScreen
from ngo_assist.tui.screens.edit_text import EditTextScreen, Ended
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.line_list import LineList, Row
from ngo_assist.tui.widgets.quiet_list import QuietList

ANSWER = "answer"
"""The row that tells from which answer the action comes."""
HIGH = 30
"""Lines from which there is room to tell all of that."""
ONE_LINE = ("title", "owner", "due", "done_on", "effort_days", "cost")


class FieldList(QuietList):
    """Enter changes the line."""

    BINDINGS = keys.bindings(plan_keys.CHANGE)


class ActionScreen(ChangingScreen):
    """Shows the action that `session.plans.place` names."""

    BACK = "plan"
    GUIDE = msg(
        "First stands why this is in the plan: your answer, your note, and the level that it leads to. Enter "
        "there opens the practice. On any other line Enter changes what the cursor is on. What you write "
        "yourself is yours: planning again and a model leave it alone. Del puts the rubric's words back, and "
        "clears a name. The arrows to the left and right lead to the other actions."
    )
    BINDINGS = keys.bindings(
        plan_keys.PREVIOUS,
        plan_keys.NEXT,
        plan_keys.MOVE,
        plan_keys.SET_BACK,
        plan_keys.CLEAR,
        keys.UNDO,
        keys.REDO,
    )
    DEFAULT_CSS = """
    /* Two columns on the left hold the sign of the row with the cursor. */
    ActionScreen > #body { padding: 0 3 0 1; }
    ActionScreen #body > Static, ActionScreen ButtonRow { padding-left: 2; }
    ActionScreen #headline { max-width: 104; }
    ActionScreen #fields { margin-top: 1; }
    ActionScreen.-short > #body { margin-top: 0; }
    ActionScreen.-short #fields { margin-top: 0; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-short"), (HIGH, "-high")]

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[ActionField] = []
        self._plan: Plan | None = None
        self._at: str | None = None
        self._short = False

    def heading(self) -> str:
        plan, action = self.plans.plan, self.action
        if plan is None or action is None:
            return self.t("Action")
        place = [each.id for each in plan.actions].index(action.id) + 1
        return self.t("Action {place} of {all}", place=place, all=len(plan.actions))

    def body(self) -> ComposeResult:
        yield Static(id="headline", classes="headline", markup=False)
        yield FieldList(id="fields")
        with ButtonRow():
            yield Button(id="to-plan", variant="primary")

    def on_mount(self) -> None:
        super().on_mount()
        self._list.focus()

    def retranslate(self) -> None:
        self.query_one("#to-plan", Button).label = self.t("Back to the plan")
        self.show_plan()

    def on_resize(self) -> None:
        super().on_resize()
        # How much is said depends on the height.
        if self._is_short != self._short:
            self.show_plan(quietly=True)

    @property
    def _is_short(self) -> bool:
        return self.app.size.height < HIGH

    def on_drafting_moved(self) -> None:
        if self.plans.plan is not self._plan:
            self.show_plan(quietly=True)
            self.changed()
        self.tell_of_ending()

    @property
    def _list(self) -> FieldList:
        return self.query_one("#fields", FieldList)

    @property
    def action(self) -> PlannedAction | None:
        plan, id = self.plans.plan, self.plans.place
        return next((a for a in plan.actions if a.id == id), None) if plan else None

    def show_plan(self, *, quietly: bool = False) -> None:
        action, plan = self.action, self.plans.plan
        self._plan = plan
        if action is None or plan is None:
            self.query_one("#headline", Static).update(self.t("This action is no longer in the plan."))
            self._list.show([])
            return
        self.query_one("#headline", Static).update(action.title)
        self._shown = action_fields(action, plan.limits.currency, self.t)
        rows = self._rows(action, plan)
        if quietly:
            self._list.show_quietly(rows)
        else:
            self._list.show(rows)
        if self._at != action.id:
            self._at = action.id
            self._list.go_to("status")

    def _rows(self, action: PlannedAction, plan: Plan) -> list[Row]:
        t, rubric = self.t, self.session.rubric
        because = because_line(action, plan, rubric, t)
        answer = from_answer(action, rubric, self.session.assessment, t)
        # A low window has room for what may be changed; the rest is a key away.
        short = self._short = self._is_short
        more = t("Enter here shows all of it") if answer is not None and short else ""
        rows = [section(t("Why it is here"), more, first=True)]
        if answer is not None:
            row = answer_row_short if short else answer_row
            rows.append(row(answer, because, rubric.top, t, ANSWER))
        elif because:
            rows.append(text_row(because))
        empty = t("(empty)")
        rows.append(section(t("Who and when")))
        rows += [field_row(field, empty) for field in self._shown if not field.is_text]
        rows.append(section(t("What is written")))
        return rows + [field_row(field, empty) for field in self._shown if field.is_text]

    @property
    def _field(self) -> ActionField | None:
        return next((field for field in self._shown if field.name == self._list.cursor), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "set_back" | "clear":
                field = self._field
                if field is None or not field.changed or not self._list.has_focus:
                    return False
                # The rubric knows no names: there is nothing to put back.
                return (field.name == "owner") == (action == "clear")
            case "move":
                return self._list.has_focus and self.action is not None
            case "step":
                return self._list.has_focus and self._beside(int(str(parameters[0]))) is not None
        return super().check_action(action, parameters)

    def _beside(self, by: int) -> str | None:
        """Return the id of the action before or after this one in the plan."""
        plan, action = self.plans.plan, self.action
        if plan is None or action is None:
            return None
        ids = [each.id for each in plan.actions]
        place = ids.index(action.id) + by
        return ids[place] if 0 <= place < len(ids) else None

    def action_step(self, by: int) -> None:
        id = self._beside(by)
        if id is not None:
            self.plans.place = id
            self.hush()
            self.show_plan()
            self.show_state()
            self.refresh_keys()

    @on(LineList.Moved)
    def moved(self) -> None:
        self.refresh_keys()

    @on(LineList.Opened)
    async def open_field(self, event: LineList.Opened) -> None:
        action, field = self.action, event.id
        if action is None:
            return
        if field == ANSWER:
            await self._open_answer(action)
        elif self.may_change():
            match field:
                case "status":
                    await self._choose_status(action)
                case "start":
                    await self.action_move()
                case "role":
                    await self._choose_role(action)
                case _:
                    await self._write(action, field)

    def can_show(self, place: str | None) -> bool:
        return self.action is not None and place == self.action.id

    async def action_move(self) -> None:
        action = self.action
        if action is not None:
            await self.choose_month(action.id)

    async def _open_answer(self, action: PlannedAction) -> None:
        from ngo_assist.tui.screens.practice import PracticeScreen

        async def go_on(where: str | None) -> None:
            if where == "ask":
                self.session.place = action.practice
                await self.ngo.go("interview")
            elif where == "target":
                self.session.results.practice, self.session.results.view = action.practice, "targets"
                await self.ngo.go("results")

        await self.ngo.push_screen(PracticeScreen(action.practice), go_on)

    async def _choose_status(self, action: PlannedAction) -> None:
        choices = [
            (status, f"{STATUS_MARKS[status]} {label(self.t, STATUS, status)}") for status in STATUS_MARKS
        ]

        def chosen(wanted: str | None) -> None:
            status = next((each for each in STATUS_MARKS if each == wanted), None)
            if status is not None:
                self.change(lambda: self.plans.set_status(action.id, status), about=action.id)

        await self.ngo.push_screen(ChoiceScreen(self.t("How far is it?"), choices, action.status), chosen)

    async def _choose_role(self, action: PlannedAction) -> None:
        choices = [(role, label(self.t, ROLE, role)) for role in ROLE]
        if action.role is not None and action.role not in ROLE:
            choices.append((action.role, action.role))

        def chosen(role: str | None) -> None:
            if role is not None:
                self.change(lambda: self.plans.edit(action.id, "role", role))

        await self.ngo.push_screen(ChoiceScreen(self.t("Who does it?"), choices, action.role), chosen)

    async def _write(self, action: PlannedAction, field: str) -> None:
        own = self.plans.own_words(action.id)
        before = self.plans.plan
        shown = next((each for each in self._shown if each.name == field), None)
        if shown is None:
            return
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
            self.show_change(before, about=action.id)

        has_own = own is not None and field not in (*PEOPLE, "due", "done_on")
        await self.ngo.push_screen(
            EditTextScreen(
                shown.label,
                typed_value(action, field),
                own=typed_value(own, field) if own is not None and has_own else None,
                keep=keep,
                one_line=field in ONE_LINE,
                hint=HINTS.get(field),
                whose=shown.whose if field in TEXTS else "",
            ),
            ended,
        )

    def action_set_back(self) -> None:
        field, action = self._field, self.action
        if field is not None and action is not None:
            self.change(lambda: self.plans.set_back(action.id, field.name), about=action.id)

    def action_clear(self) -> None:
        self.action_set_back()

    @on(Button.Pressed, "#to-plan")
    async def to_plan(self) -> None:
        await self.ngo.go("plan")
