"""What can be done with one thing: a short list under its name."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ngo_assist.messages import Message, msg
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.rows import Choices

Thing = tuple[str, Message | str]
"""What is returned, and the words for it; a string is data, such as a name."""


class ThingsToDoScreen(NgoModal[str]):
    """Returns the key of what was chosen; None: nothing."""

    GUIDE = msg("↑ and ↓ move, Enter chooses, Esc goes back without doing anything.")
    DEFAULT_CSS = """
    ThingsToDoScreen > #box { width: 60; }
    ThingsToDoScreen OptionList { max-height: 16; }
    ThingsToDoScreen #about { margin-bottom: 1; }
    """

    def __init__(self, title: str, things: Sequence[Thing], about: Message | None = None) -> None:
        """`title` is data: a name, a date."""
        super().__init__()
        self._title, self._things, self._about = title, list(things), about

    def box(self) -> ComposeResult:
        yield Static(self._title, classes="title", markup=False)
        about = Static(id="about", classes="text muted", markup=False)
        about.display = self._about is not None
        yield about
        yield Choices(*(Option("", id=key) for key, _ in self._things), id="things", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(OptionList).highlighted = 0
        self.query_one(OptionList).focus()

    def retranslate(self) -> None:
        if self._about is not None:
            self.query_one("#about", Static).update(self.t(self._about))
        for key, words in self._things:
            shown = words if isinstance(words, str) else self.t(words)
            self.query_one(OptionList).replace_option_prompt(key, shown)

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)
