"""A few words to choose from, all in sight: in one row where they fit, else one under the other."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import events
from textual.app import RenderResult
from textual.geometry import Size
from textual.message import Message as TextualMessage
from textual.widget import Widget

from ngo_assist.tui import keys
from ngo_assist.tui.ink import colour

GAP = 3


class Choice(Widget, can_focus=True):
    """One of several, or some of several with `many`.

    Arrows move; where one is chosen moving chooses, the first arrow the first or the last of them, and Enter
    leads on, as in the fields that are typed; where many are, Space or Enter chooses.
    """

    BINDINGS = keys.bindings(
        keys.Key("right,down", "move(1)"),
        keys.Key("left,up", "move(-1)"),
        keys.Key("space", "pick"),
        keys.Key("enter", "enter"),
    )
    DEFAULT_CSS = """
    Choice { height: auto; width: 100%; padding: 0 1; background: $panel; color: $foreground; }
    Choice:focus { background: $block-cursor-blurred-background; }
    """

    class Changed(TextualMessage):
        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

        @property
        def control(self) -> Choice:
            return self.choice

    def __init__(self, *, id: str, many: bool = False) -> None:
        super().__init__(id=id)
        self._many = many
        self._options: list[tuple[str, str]] = []
        self._chosen: tuple[str, ...] = ()
        self._cursor = 0

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Set values with their words; what is chosen stays."""
        self._options = list(options)
        self._cursor = min(self._cursor, max(0, len(self._options) - 1))
        self.refresh(layout=True)

    @property
    def values(self) -> tuple[str, ...]:
        """What is chosen, in the order of the options; values that have no option are kept at the end."""
        known = [value for value, _ in self._options]
        return tuple(
            [value for value in known if value in self._chosen]
            + [value for value in self._chosen if value not in known]
        )

    @property
    def value(self) -> str | None:
        return self._chosen[0] if self._chosen else None

    def choose(self, *values: str | None) -> None:
        """Set what is chosen, without a message."""
        self._chosen = tuple(value for value in values if value is not None)
        known = [value for value, _ in self._options]
        if not self._many and self._chosen and self._chosen[0] in known:
            self._cursor = known.index(self._chosen[0])
        self.refresh()

    def action_move(self, by: int) -> None:
        if self._options:
            none_yet = -1 if by > 0 else 0
            from_here = self._cursor if self._many or self._chosen else none_yet
            self._cursor = (from_here + by) % len(self._options)
            if not self._many:
                self._pick()
            self.refresh()

    def action_pick(self) -> None:
        if self._options:
            self._pick()

    def action_enter(self) -> None:
        if self._many:
            self.action_pick()
        else:
            self.screen.focus_next()

    def _pick(self) -> None:
        value = self._options[self._cursor][0]
        if not self._many:
            chosen: tuple[str, ...] = (value,)
        elif value in self._chosen:
            chosen = tuple(each for each in self._chosen if each != value)
        else:
            chosen = (*self._chosen, value)
        if chosen != self._chosen:
            self._chosen = chosen
            self.refresh()
            self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        place = event.style.meta.get("option")
        if place is not None:
            event.stop()
            self._cursor = place
            self._pick()
            self.refresh()

    def _in_a_row(self, width: int) -> bool:
        return sum(cell_len(label) + 2 + GAP for _, label in self._options) - GAP <= width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 1 if self._in_a_row(width) else max(1, len(self._options))

    def render(self) -> RenderResult:
        text = Text(no_wrap=True, overflow="ellipsis")
        between = " " * GAP if self._in_a_row(self.content_size.width) else "\n"
        primary = colour(self.app, "primary")
        signs = ("☐", "☑") if self._many else ("○", "◉")
        for place, (value, label) in enumerate(self._options):
            if place:
                text.append(between)
            chosen = value in self._chosen
            here = self.has_focus and place == self._cursor
            style = Style(bold=chosen, underline=here, meta={"option": place})
            text.append(signs[chosen], Style(color=primary if chosen else None, meta={"option": place}))
            text.append(" ", Style(meta={"option": place}))
            text.append(label, style)
        return text
