"""A question with two answers."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Button, Static

from ngo_assist.messages import Message, msg
from ngo_assist.tui import keys
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.button_row import ButtonRow


class ConfirmScreen(NgoModal[bool]):
    """Returns True for yes; False for no; None (Esc) means no too."""

    GUIDE = msg("Choose one of the two buttons. Esc changes nothing.")
    BINDINGS = keys.bindings(
        keys.Key("right,down", "app.focus_next", shown="→"),
        keys.Key("left,up", "app.focus_previous", shown="←"),
    )

    def __init__(self, title: Message, text: Message, *, yes: Message, no: Message) -> None:
        super().__init__()
        self._title, self._text, self._yes, self._no = title, text, yes, no

    def box(self) -> ComposeResult:
        yield Static(classes="title", markup=False)
        yield Static(id="question", classes="text", markup=False)
        with ButtonRow():
            yield Button(id="yes", variant="primary")
            yield Button(id="no")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#no").focus()

    def retranslate(self) -> None:
        self.query_one(".title", Static).update(self.t(self._title))
        self.query_one("#question", Static).update(self.t(self._text))
        self.query_one("#yes", Button).label = self.t(self._yes)
        self.query_one("#no", Button).label = self.t(self._no)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")
