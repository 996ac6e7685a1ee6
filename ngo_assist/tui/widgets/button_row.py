"""A row of buttons that goes on in the next line where the window is too narrow for it."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from textual.geometry import NULL_OFFSET, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget
from textual.widgets import Button

from ngo_assist.tui import keys


class Flow(Layout):
    """Places widgets like words: from left to right, and none is cut at the edge."""

    name = "flow"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        parent.pre_layout(self)
        placements: list[WidgetPlacement] = []
        x = y = line = 0
        for child in children:
            width, height, margin = child._get_box_model(
                size, parent.app.viewport_size, Fraction(size.width), Fraction(size.height), greedy=greedy
            )
            if x and x + int(width) > size.width:
                x, y, line = 0, y + line, 0
            placements.append(
                WidgetPlacement(Region(x, y, int(width), int(height)), NULL_OFFSET, margin, child)
            )
            x += int(width) + margin.right
            line = max(line, int(height))
        return placements


class ButtonRow(Widget):
    """Holds a screen's buttons; use it with `with`. Left and right go from one to the next."""

    BINDINGS = keys.bindings(
        keys.Key("right", "app.focus_next"),
        keys.Key("left", "app.focus_previous"),
    )

    DEFAULT_CSS = "ButtonRow { width: 1fr; height: auto; }"

    def __init__(self) -> None:
        super().__init__(classes="buttons")

    def on_mount(self) -> None:
        for button in self.query(Button):
            self.watch(button, "label", partial(self._fit, button), init=False)

    def _fit(self, button: Button) -> None:
        # Textual draws another label in the width of the one before.
        button.refresh(layout=True)

    @property
    def layout(self) -> Layout:
        # Not through the styles: they know Textual's own layouts only.
        return Flow()
