"""A box to be read: texts that scroll where they are long, and a button to close it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button

from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.button_row import ButtonRow


class ReadBox(NgoModal[None]):
    """A subclass gives `texts`, and in `retranslate` what stands in them."""

    DEFAULT_CSS = """
    ReadBox VerticalScroll { height: auto; max-height: 100%; }
    """

    def texts(self) -> ComposeResult:
        yield from ()

    def box(self) -> ComposeResult:
        with VerticalScroll():
            yield from self.texts()
        with ButtonRow():
            yield Button(id="close")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#close").focus()

    def retranslate(self) -> None:
        self.query_one("#close", Button).label = self.t("Close")

    def on_button_pressed(self) -> None:
        self.dismiss(None)
