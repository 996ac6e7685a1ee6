"""A field that is stepped through with the arrows, slid by the mouse, or typed into: one line, no box."""

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
from ngo_assist.tui.widgets.line_list import colour

LABEL_WIDTH = 28
ARROWS = 8
"""What the two arrows and the gaps around the value take."""
SLIDER = 18
"""Columns between the arrows where there is room: the right one stays where it is whatever the value."""
ROOMY = 68
"""Columns from which there is a slider."""
BEFORE, KNOB, AFTER = "━", "●", "╌"


class Stepper(Widget, can_focus=True):
    """Shows `label` and `value`; what a step or typed characters mean is decided by who listens."""

    BINDINGS = keys.bindings(
        plan_keys.LESS,
        plan_keys.MORE,
        plan_keys.CHOOSE_BEFORE,
        plan_keys.CHOOSE_AFTER,
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
    share: reactive[float | None] = reactive(None)
    """How far along it stands, 0 to 1; None: it has no slider."""
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
    class Slid(Event):
        """The slider was clicked, at a share of 0 to 1."""

        field: Stepper
        share: float

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

    def __init__(self, allowed: str | None = None, *, id: str, choosing: bool = False) -> None:
        """`allowed` are the characters that may be typed besides digits; None: nothing is typed here.

        `choosing`: the value is no amount of which there is less or more, and none is where nothing is typed.
        """
        super().__init__(id=id)
        self._choosing = choosing or allowed is None
        self._allowed = allowed

    def render(self) -> RenderResult:
        text = Text(no_wrap=True)
        text.append(("› " if self.has_focus else "  ") + self.label, Style(bold=self.has_focus))
        shown = f"{self.typing}▏" if self.typing else self.value
        said = Style(bold=True, underline=self.wrong) + (colour(self, "warning") if self.wrong else Style())
        room = self.content_size.width - ARROWS
        wide = self.content_size.width >= ROOMY and LABEL_WIDTH + 2 + SLIDER + cell_len(shown) <= room
        if self.share is not None and wide:
            text.append(" " * max(1, LABEL_WIDTH + 2 - text.cell_len))
            self._arrow(text, " ◂ ", -1)
            self._slider(text, self.share)
            self._arrow(text, " ▸ ", 1)
            text.append(f" {shown}", said)
            return text
        # In a narrow window a long value moves left, and is cut before its arrow is lost.
        column = max(text.cell_len + 1, min(LABEL_WIDTH + 2, room - cell_len(shown)))
        shown = set_cell_size(shown, room - column - 1) + "…" if column + cell_len(shown) > room else shown
        text.append(" " * (column - text.cell_len))
        self._arrow(text, " ◂ ", -1)
        gap = max(1, min(SLIDER - cell_len(shown) - 1, room - column - cell_len(shown)))
        text.append(f" {shown}", said)
        text.append(" " * gap)
        self._arrow(text, " ▸ ", 1)
        return text

    def _arrow(self, text: Text, sign: str, direction: int) -> None:
        text.append(sign, Style(bold=True, meta={"step": direction}) + colour(self, "primary"))

    def _slider(self, text: Text, share: float) -> None:
        knob = round(min(max(share, 0), 1) * (SLIDER - 1))
        for place in range(SLIDER):
            sign = KNOB if place == knob else BEFORE if place < knob else AFTER
            ink = colour(self, "muted" if place > knob else "primary")
            text.append(sign, ink + Style(meta={"slide": place / (SLIDER - 1)}))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "step":
                return not self._choosing
            case "choose":
                return self._choosing
        return super().check_action(action, parameters)

    def action_choose(self, direction: int) -> None:
        self.action_step(direction)

    def action_step(self, direction: int) -> None:
        self.typing = ""
        self.post_message(self.Stepped(self, direction))

    def action_erase(self) -> None:
        if self.typing:
            self.typing = self.typing[:-1]
            self.post_message(self.Typed(self, self.typing))

    def on_key(self, event: events.Key) -> None:
        # On a Kazakh layout the digits' row types letters.
        character = event.character or ""
        if character not in (self._allowed or ""):
            character = keys.digit(character) or character
        if self._allowed is not None and character and (character.isdecimal() or character in self._allowed):
            event.stop()
            event.prevent_default()
            self.typing = (self.typing + character)[:18]
            self.post_message(self.Typed(self, self.typing))

    def on_click(self, event: events.Click) -> None:
        meta = event.style.meta
        if "step" in meta:
            event.stop()
            self.action_step(meta["step"])
        elif "slide" in meta:
            event.stop()
            self.typing = ""
            self.post_message(self.Slid(self, meta["slide"]))

    def on_blur(self) -> None:
        self.typing = ""
        self.wrong = False
