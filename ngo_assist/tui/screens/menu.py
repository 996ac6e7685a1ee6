"""F10: everything that can be done now, in words; typing narrows it down."""

from __future__ import annotations

from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from ngo_assist.application.settings import ThemeName
from ngo_assist.messages import Message, msg
from ngo_assist.tui import keys
from ngo_assist.tui.folding import contains
from ngo_assist.tui.ink import colour
from ngo_assist.tui.screens.base import AnyScreen, NgoModal
from ngo_assist.tui.widgets.keys_line import hints
from ngo_assist.tui.widgets.ready_list import ReadyList

COLOURS: dict[ThemeName, Message] = {
    "dark": msg("Dark colours"),
    "light": msg("Light colours"),
    "contrast": msg("High contrast"),
    "terminal": msg("The terminal's own colours"),
}
MODELS = msg("Models on this computer")
WORDS = msg("What the words mean")
WORDS_TOO = msg("glossary dictionary terms")
"""What people look for when they want to know what a word means."""
LEAVE = msg("Leave the program")


@dataclass(frozen=True)
class Entry:
    label: str
    shown: str = ""
    key: str = ""
    theme: ThemeName | None = None
    action: str = ""
    words: bool = False
    leave: bool = False
    too: str = ""
    """Other words by which it is found."""


class MenuScreen(NgoModal[None]):
    GUIDE = msg("Choose what to do, or type a part of its name.")
    BINDINGS = keys.bindings(
        keys.Key("down", "move(1)", priority=True),
        keys.Key("up", "move(-1)", priority=True),
    )
    DEFAULT_CSS = """
    MenuScreen > #box { width: 60; }
    MenuScreen OptionList { max-height: 16; margin-top: 1; }
    """

    def __init__(self, about: AnyScreen[object]) -> None:
        super().__init__()
        self._about = about
        self._shown: list[Entry] = []

    def box(self) -> ComposeResult:
        yield Input(id="find")
        yield ReadyList(id="entries", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#find").focus()

    def retranslate(self) -> None:
        self.query_one(Input).placeholder = self.t("What would you like to do?")
        self._fill(self.query_one(Input).value)

    def action_move(self, by: int) -> None:
        entries = self.query_one(OptionList)
        if by > 0:
            entries.action_cursor_down()
        else:
            entries.action_cursor_up()

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        self._fill(event.value)

    @on(Input.Submitted)
    def choose_highlighted(self) -> None:
        highlighted = self.query_one(OptionList).highlighted
        if highlighted is not None:
            self._do(self._shown[highlighted])

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        self._do(self._shown[event.option_index])

    def _entries(self) -> list[Entry]:
        found = [Entry(hint.label, hint.shown, hint.key) for hint in hints(self._about, self.t, menu=True)]
        worn = self.ngo.settings.settings.theme
        return [
            *(entry for entry in found if entry.key != "f10"),
            *(Entry(self.t(label), action=action) for label, action in self._about.menu_entries()),
            Entry(self.t(MODELS), action="app.models"),
            *(Entry(self.t(words), "", theme=name) for name, words in COLOURS.items() if name != worn),
            Entry(self.t(WORDS), words=True, too=self.t(WORDS_TOO)),
            Entry(self.t(LEAVE), "Ctrl+Q", leave=True),
        ]

    def _fill(self, wanted: str) -> None:
        self._shown = [entry for entry in self._entries() if contains(f"{entry.label} {entry.too}", wanted)]
        entries = self.query_one(OptionList)
        entries.clear_options()
        muted = Style(color=colour(self.app, "muted"))
        entries.add_options(
            Option(Text.assemble(entry.label, "   ", (entry.shown, muted))) for entry in self._shown
        )
        if self._shown:
            entries.highlighted = 0
        else:
            entries.add_option(Option(self.t("Nothing of this name"), disabled=True))

    def _do(self, entry: Entry) -> None:
        self.dismiss(None)
        if entry.theme:
            self.ngo.wear(entry.theme)
        elif entry.action:
            self.ngo.call_later(self._about.run_action, entry.action)
        elif entry.words:
            self.ngo.call_later(self.ngo.action_words)
        elif entry.leave:
            self.ngo.call_later(self.ngo.action_leave)
        else:
            self.ngo.call_later(self.ngo.simulate_key, entry.key)
