"""A letter to send: what the organisation cannot solve alone, and whom to ask."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from ngo_assist.messages import msg
from ngo_assist.planning.model import PlannedAsk
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.button_row import ButtonRow


class AskScreen(NgoModal[None]):
    GUIDE = msg("A text to send as it is, or to change first. It stands in plan.md too.")
    CSS = """
    AskScreen #letter { height: auto; max-height: 14; margin-top: 1; }
    AskScreen #letter > Static { height: auto; }
    """

    def __init__(self, ask: PlannedAsk) -> None:
        super().__init__()
        self._ask = ask

    def box(self) -> ComposeResult:
        yield Static(self._ask.title, classes="title", markup=False)
        yield Static(self._ask.addressee, classes="muted", markup=False)
        with VerticalScroll(id="letter"):
            yield Static(self._ask.text, markup=False)
        with ButtonRow():
            yield Button(id="copy", variant="primary")
            yield Button(id="close")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#copy").focus()

    def retranslate(self) -> None:
        self.query_one("#copy", Button).label = self.t("Copy the text")
        self.query_one("#close", Button).label = self.t("Close")

    @on(Button.Pressed, "#copy")
    def copy(self) -> None:
        self.app.copy_to_clipboard(self._ask.text)
        self.tell(msg("Copied, where this terminal allows it. The same text stands in plan.md."))

    @on(Button.Pressed, "#close")
    def close(self) -> None:
        self.dismiss(None)
