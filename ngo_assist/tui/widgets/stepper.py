"""A field that is stepped through with the arrows, by the mouse, or typed into: one line, no box."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.style import Style
from rich.text import Text
from textual import events
from textual.app import RenderResult
from textual.message import Message as Event
from textual.reactive import reactive
from textual.widget import Widget

from ngo_assist.tui import keys, plan_keys

LABEL_WIDTH = 28
ARROWS = 8
"""What the two arrows and the gaps around the value take."""
_DIGIT_OF = {letter: digit for digit, letter in keys.KAZAKH_DIGITS.items() if len(letter) == 1}


class Stepper(Widget, can_focus=True):
    """Shows `label` and `value`; what a step or typed characters mean is decided by who listens."""

    BINDINGS = keys.bindings(
        plan_keys.LESS,
        plan_keys.MORE,
        plan_keys.EARLIER_FIELD,
        plan_keys.LATER_FIELD,
        plan_keys.ERASE,
    )
    DEFAULT_CSS = """
    Stepper { height: 1; width: 100%; color: $foreground; }
    Stepper:focus { background: $panel; }
    """

    label: reactive[str] = reactive("")
    value: reactive[str] = reactive("")
    typing: reactive[str] = reactive("")
    """What has been typed so far; shown in the value's place."""
    wrong: reactive[bool] = reactive(False)

    @dataclass
    class Stepped(Event):
        """One step down (-1) or up (1)."""

        field: Stepper
        direction: int

        @property
        def control(self) -> Stepper:
            return self.field

    @dataclass
    class Typed(Event):
        """The typed text has changed; empty where all was erased."""

        field: Stepper
        text: str

        @property
        def control(self) -> Stepper:
            return self.field

    def __init__(self, allowed: str | None = None, *, id: str) -> None:
        """`allowed` are the characters that may be typed besides digits; None: nothing is typed here."""
        super().__init__(id=id)
        self._allowed = allowed

    def render(self) -> RenderResult:
        colours = self.app.theme_variables
        arrow = Style(bold=True, color=colours.get("primary"))
        text = Text(no_wrap=True)
        text.append(("› " if self.has_focus else "  ") + self.label, Style(bold=self.has_focus))
        shown = f"{self.typing}▏" if self.typing else self.value
        # In a narrow window a long value moves left, and is cut before its arrow is lost.
        room = self.content_size.width - ARROWS
        column = max(text.cell_len + 1, min(LABEL_WIDTH + 2, room - cell_len(shown)))
        shown = set_cell_size(shown, room - column - 1) + "…" if column + cell_len(shown) > room else shown
        text.append(" " * (column - text.cell_len))
        text.append(" ◂ ", arrow + Style(meta={"step": -1}))
        colour = colours.get("warning") if self.wrong else None
        text.append(f" {shown} ", Style(bold=True, color=colour, underline=self.wrong))
        text.append(" ▸ ", arrow + Style(meta={"step": 1}))
        return text

    def action_step(self, direction: int) -> None:
        self.typing = ""
        self.post_message(self.Stepped(self, direction))

    def action_erase(self) -> None:
        if self.typing:
            self.typing = self.typing[:-1]
            self.post_message(self.Typed(self, self.typing))

    def on_key(self, event: events.Key) -> None:
        character = event.character or ""
        # On a Kazakh layout the digits' row types letters.
        character = _DIGIT_OF.get(character, character)
        if self._allowed is not None and character and (character.isdecimal() or character in self._allowed):
            event.stop()
            event.prevent_default()
            self.typing = (self.typing + character)[:18]
            self.post_message(self.Typed(self, self.typing))

    def on_click(self, event: events.Click) -> None:
        step = event.style.meta.get("step")
        if step:
            event.stop()
            self.action_step(step)

    def on_blur(self) -> None:
        self.typing = ""
        self.wrong = False
