"""One of a few things to choose: a list in a box."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ngo_assist.messages import msg
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.rows import Choices


class ChoiceScreen(NgoModal[str]):
    """Returns the value chosen; None leaves it as it was."""

    GUIDE = msg("↑ and ↓ move, Enter chooses, Esc leaves it as it was.")
    CSS = """
    ChoiceScreen > #box { width: 50; }
    ChoiceScreen OptionList { max-height: 14; }
    """

    def __init__(self, title: str, choices: Sequence[tuple[str, str]], now: str | None) -> None:
        """`choices` are values with the words for them; `now` is the value that holds."""
        super().__init__()
        self._title, self._choices, self._now = title, list(choices), now

    def box(self) -> ComposeResult:
        yield Static(self._title, classes="title", markup=False)
        yield Choices(
            *(Option(f"{'●' if value == self._now else '○'} {word}", id=f"v{n}")
              for n, (value, word) in enumerate(self._choices)),
            markup=False,
        )  # fmt: skip

    def on_mount(self) -> None:
        super().on_mount()
        rows = self.query_one(OptionList)
        values = [value for value, _ in self._choices]
        rows.highlighted = values.index(self._now) if self._now in values else 0
        rows.focus()

    @on(OptionList.OptionSelected)
    def chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[event.option_index][0])
