"""The views of one screen to choose from: a number and a word each; the one that is open stands out."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import events
from textual.app import RenderResult
from textual.geometry import Size
from textual.message import Message as TextualMessage
from textual.reactive import reactive
from textual.widget import Widget

from ngo_assist.tui import keys
from ngo_assist.tui.widgets.line_list import colour


class ViewTabs(Widget, can_focus=True):
    """Goes on in the next line where the window is too narrow for all."""

    BINDINGS = keys.bindings(keys.Key("right", "step(1)"), keys.Key("left", "step(-1)"))
    DEFAULT_CSS = """
    ViewTabs { height: auto; width: 100%; color: $muted; }
    ViewTabs > .view-tabs--open { background: $panel; color: $foreground; }
    ViewTabs:focus > .view-tabs--open {
        background: $block-cursor-background; color: $block-cursor-foreground;
    }
    """
    COMPONENT_CLASSES = {"view-tabs--open"}

    open: reactive[str] = reactive("")
    """The id of the view that is shown."""

    class Chosen(TextualMessage):
        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._views: list[tuple[str, str]] = []

    def set_views(self, views: Sequence[tuple[str, str]]) -> None:
        """Set the views: ids with the words for them."""
        self._views = list(views)
        self.refresh(layout=True)

    def action_step(self, by: int) -> None:
        ids = [id for id, _ in self._views]
        self.post_message(self.Chosen(ids[(ids.index(self.open) + by) % len(ids)]))

    def on_click(self, event: events.Click) -> None:
        id = event.style.meta.get("view")
        if id:
            event.stop()
            self.post_message(self.Chosen(id))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._flow(width))

    def _flow(self, width: int) -> list[list[tuple[str, str, str]]]:
        lines: list[list[tuple[str, str, str]]] = [[]]
        used = 0
        for number, (id, word) in enumerate(self._views, 1):
            needed = cell_len(word) + len(str(number)) + 3
            if lines[-1] and used + needed > width:
                lines.append([])
                used = 0
            lines[-1].append((id, str(number), word))
            used += needed
        return lines

    def render(self) -> RenderResult:
        opened = self.get_component_rich_style("view-tabs--open")
        number_style = colour(self, "primary")
        text = Text(no_wrap=True)
        for place, line in enumerate(self._flow(self.content_size.width)):
            if place:
                text.append("\n")
            for id, number, word in line:
                here = id == self.open
                press = Style(meta={"view": id})
                ground = opened + Style(bold=True, underline=True) if here else Style()
                edge = opened if here else Style()
                text.append(" ", edge + press)
                text.append(number, (edge if here else number_style) + Style(bold=True) + press)
                text.append(" ", edge + press)
                text.append(word, ground + press)
                text.append(" ", edge + press)
        return text
