"""F1: what is here, in plain words, and the keys that work."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Static

from ngo_assist.messages import msg
from ngo_assist.tui import keys
from ngo_assist.tui.ink import colour
from ngo_assist.tui.screens.base import AnyScreen
from ngo_assist.tui.screens.read_box import ReadBox
from ngo_assist.tui.widgets.keys_line import hints

EVERYWHERE = msg(
    "Everything can be done with the keyboard or with the mouse. Tab goes to the next thing on the screen,"
    " Enter chooses. The keys at the bottom can be clicked. Ctrl+Q leaves the program: what you have entered"
    " is saved."
)


class HelpScreen(ReadBox):
    BINDINGS = keys.bindings(keys.Key("f1", "back"))
    DEFAULT_CSS = """
    HelpScreen #help-text, HelpScreen #help-keys { height: auto; margin-bottom: 1; }
    """

    def __init__(self, about: AnyScreen[object]) -> None:
        super().__init__()
        self._about = about

    def texts(self) -> ComposeResult:
        yield Static(classes="title", markup=False)
        yield Static(id="help-text", markup=False)
        yield Static(id="help-keys", markup=False)
        yield Static(id="help-everywhere", classes="muted", markup=False)

    def retranslate(self) -> None:
        super().retranslate()
        self.query_one(".title", Static).update(self.t("Help"))
        self.query_one("#help-text", Static).update(self._about.help_text())
        self.query_one("#help-everywhere", Static).update(self.t(EVERYWHERE))
        self.query_one("#help-keys", Static).update(self._keys())

    def _keys(self) -> Text:
        found = hints(self._about, self.t)
        width = max((len(hint.shown) for hint in found), default=0)
        bold = Style(bold=True, color=colour(self.app, "primary"))
        lines = [Text.assemble((hint.shown.ljust(width + 2), bold), hint.label) for hint in found]
        return Text("\n").join(lines)
