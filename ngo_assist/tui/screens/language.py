"""The language: three buttons, each in its own language. It is also what the program asks first of all."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Button, Static

from ngo_assist.i18n import LANGUAGES
from ngo_assist.messages import msg
from ngo_assist.tui import keys
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.keys_line import KeysLine

TITLES = "Тілді таңдаңыз · Выберите язык · Choose a language"
"""Said in all languages at once: nobody has chosen yet."""


class LanguageScreen(NgoModal[None]):
    GUIDE = msg("The language of the program and of the questions. You can change it at any moment with F2.")
    BINDINGS = keys.bindings(
        keys.Key("f2", "back"), keys.Key("down", "app.focus_next"), keys.Key("up", "app.focus_previous")
    )
    DEFAULT_CSS = """
    LanguageScreen > #box { width: 58; }
    """

    def box(self) -> ComposeResult:
        yield Static(TITLES, classes="title", markup=False)
        for code, name in reversed(LANGUAGES.items()):
            yield Button(name, id=code)

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(f"#{self.t.language}", Button).focus()
        # The keys would be told in a language that nobody has chosen.
        self.query_one(KeysLine).display = not self._first

    @property
    def _first(self) -> bool:
        """Whether a language was never chosen: then one has to be."""
        return self.ngo.settings.settings.language is None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not (action == "back" and self._first)

    @on(Button.Pressed)
    def choose(self, event: Button.Pressed) -> None:
        language = event.button.id or ""
        self.dismiss(None)
        self.ngo.speak(language)
