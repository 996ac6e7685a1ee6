"""Another name for an organisation."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Button, Input, Static

from ngo_assist.application.care import LONG_NAME, NO_NAME
from ngo_assist.assessment.model import NAME_MOST
from ngo_assist.clean import clean_line
from ngo_assist.messages import msg
from ngo_assist.tui import keys
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.button_row import ButtonRow


class RenameScreen(NgoModal[str]):
    """Returns the name; None: it stays."""

    GUIDE = msg(
        "The name as it stands in the list, in the results and in new plans. The folder on the disk and plans"
        " that were made before keep the old one."
    )
    BINDINGS = keys.bindings(keys.Key("ctrl+s", "accept", msg("Save"), "Ctrl+S"))

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name_before = name

    def box(self) -> ComposeResult:
        yield Static(classes="title", markup=False)
        yield Input(self._name_before, id="name", max_length=NAME_MOST)
        with ButtonRow():
            yield Button(id="accept", variant="primary")
            yield Button(id="cancel")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(Input).focus()

    def retranslate(self) -> None:
        self.query_one(".title", Static).update(self.t("Name of the organisation"))
        self.query_one("#accept", Button).label = self.t("Save")
        self.query_one("#cancel", Button).label = self.t("Go back")

    def on_input_submitted(self) -> None:
        self.action_accept()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "accept":
            self.action_accept()
        else:
            self.dismiss(None)

    def action_accept(self) -> None:
        name = clean_line(self.query_one(Input).value)
        if not name or len(name) > NAME_MOST:
            self.tell(LONG_NAME if name else NO_NAME)
            self.query_one(Input).focus()
            return
        self.dismiss(name if name != self._name_before else None)
