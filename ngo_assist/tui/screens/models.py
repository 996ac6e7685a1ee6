"""The models of this computer: those that are here, those of other programs, and those that are known."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Button, Static

from ngo_assist.application.model_outcomes import ADD
from ngo_assist.application.model_work import Bringing
from ngo_assist.application.models_view import ModelItem, machine_line, sections
from ngo_assist.messages import msg
from ngo_assist.tui import keys
from ngo_assist.tui.screens.models_base import ModelsScreenBase
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.laid_out import cut, wrapped
from ngo_assist.tui.widgets.line_list import Line, LineList, Piece, Row
from ngo_assist.tui.widgets.work_strip import WorkStrip

READ_MOST = 96
"""Columns in which a text is still read easily."""


class ModelsScreen(ModelsScreenBase):
    GUIDE = msg(
        "A model can put the plan's texts into other words; the plan does not need one. Enter opens a model:"
        " there you can examine it, remove it, or download it. An examination tells how well a model writes"
        " in each language on this computer. “Add a file…” takes a model from a USB stick or a folder. What"
        " is under way goes on while you work elsewhere."
    )
    BINDINGS = keys.bindings(keys.Key("f5", "add", ADD, "F5"))
    DEFAULT_CSS = """
    ModelsScreen #body { overflow-y: hidden; }
    ModelsScreen #about { max-width: 96; }
    ModelsScreen #models { margin-top: 1; }
    ModelsScreen.-low #about { display: none; }
    ModelsScreen.-low #models { margin-top: 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._gone_to: Bringing | None = None
        """The model that came last and had the cursor put on it."""

    def heading(self) -> str:
        return self.t("Models on this computer")

    def body(self) -> ComposeResult:
        yield Static(id="about", classes="muted", markup=False)
        yield LineList(id="models")
        yield WorkStrip()
        with ButtonRow():
            yield Button(id="add", variant="primary")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#models").focus()
        self.tasks.look()

    def usual_focus(self) -> Widget | None:
        return self.query_one("#models")

    def retranslate(self) -> None:
        self.query_one("#add", Button).label = self.t(ADD)
        super().retranslate()

    def show_models(self) -> None:
        about = self.t("A plan does not need a model. One can put its texts into other words.")
        machine = machine_line(self.care, self.t)
        self.query_one("#about", Static).update(f"{about}\n{machine}" if machine else about)
        rows: list[Row] = []
        for section in sections(self.care, self.t):
            rows.append(_heading(section.title, first=not rows))
            rows += [_row(item) for item in section.items]
        models = self.query_one("#models", LineList)
        models.show(rows)
        came = self.care.bringing
        if came is not None and came is not self._gone_to and came.here is not None:
            name = came.here.model.name
            if any(row.id == name for row in rows):
                self._gone_to = came
                models.go_to(name)

    @on(LineList.Opened, "#models")
    def open(self, event: LineList.Opened) -> None:
        from ngo_assist.tui.screens.model_page import ModelPageScreen

        self.app.push_screen(ModelPageScreen(event.id))

    @on(Button.Pressed, "#add")
    def action_add(self) -> None:
        from ngo_assist.tui.screens.model_file import ModelFileScreen

        self.app.push_screen(ModelFileScreen())


def _heading(title: str, *, first: bool) -> Row:
    def lines(width: int) -> list[Line]:
        line = [Piece(cut(title, width), "secondary", bold=True)]
        return [line] if first else [[], line]

    return Row(lines)


def _row(item: ModelItem) -> Row:
    def lines(width: int) -> list[Line]:
        width = min(width, READ_MOST)
        found: list[Line] = [[Piece(line, bold=True)] for line in wrapped(item.title, width)]
        for said in item.said:
            found += [[Piece(f"  {line}", said.tone)] for line in wrapped(said.text, max(1, width - 2))]
        return found

    return Row(lines, item.name)
