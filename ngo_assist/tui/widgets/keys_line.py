"""The line of keys: what each key does now, each one a button for the mouse."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import events
from textual.app import RenderResult
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from ngo_assist.i18n import Translator
from ngo_assist.tui import keys
from ngo_assist.tui.ink import colour

GAP = 3
GAP_NARROW = 2
NARROW = 68
"""Columns below which the gaps are narrow."""


MOST = 2
"""Lines: more would push the page about."""
KEPT = (keys.BACK.key, keys.HELP.key, keys.MENU.key)
"""Keys that lead out of everything, and to all others."""


@dataclass(frozen=True)
class KeyHint:
    key: str
    shown: str
    label: str

    @property
    def width(self) -> int:
        return cell_len(self.shown) + 1 + cell_len(self.label)


def gap(width: int) -> int:
    """Return the columns between two keys in a line of `width`."""
    return GAP if width >= NARROW else GAP_NARROW


def flow(hints: list[KeyHint], width: int) -> list[list[KeyHint]]:
    """Break the hints into lines, never inside one."""
    lines: list[list[KeyHint]] = [[]]
    used, between = 0, gap(width)
    for hint in hints:
        if lines[-1] and used + between + hint.width > width:
            lines.append([])
            used = 0
        used += hint.width + (between if lines[-1] else 0)
        lines[-1].append(hint)
    return lines


def fitting(hints: list[KeyHint], width: int) -> list[list[KeyHint]]:
    """Break the hints into at most `MOST` lines; those that find no room are in the menu only.

    The language goes first, which the top line shows too, then the screen's own from the last one on.
    """
    shown = list(hints)
    while len(lines := flow(shown, width)) > MOST:
        own = [hint for hint in shown if hint.key not in KEPT]
        shown.remove(
            next((hint for hint in own if hint.key == keys.LANGUAGE.key), own[-1] if own else shown[0])
        )
    return lines


def hints(screen: Screen[object], t: Translator, *, menu: bool = False) -> list[KeyHint]:
    """Return the keys that work on this screen now, the screen's own first, those of every screen last.

    With `menu` those too for which the line has no room.
    """
    own: dict[str, KeyHint] = {}
    everywhere: dict[str, KeyHint] = {}
    for key, (_, binding, enabled, _) in screen.active_bindings.items():
        # Textual's own bindings have English texts and no `key_display`; ours always have one.
        if not ((binding.show or menu) and enabled and binding.key_display):
            continue
        # One action may stand on several keys: the first one is shown.
        where = everywhere if binding.action.startswith(("back", "app.")) else own
        where.setdefault(binding.action, KeyHint(key, binding.key_display, t(binding.description)))
    return [*own.values(), *everywhere.values()]


class KeysLine(Widget):
    """Follows the focus by itself; `refresh_keys` when something else changed.

    It keeps the height it once needed at its width and in its language: were it to lose a line when a pressed
    button takes the focus, the button would move away before the mouse comes up, and the click would be lost.
    """

    DEFAULT_CSS = """
    KeysLine {
        dock: bottom; height: auto; max-height: 2; background: $panel; color: $foreground; padding: 0 2;
    }
    """

    def __init__(self, translate: Translator) -> None:
        super().__init__()
        self._translate = translate
        self._hints: list[KeyHint] = []
        self._needed: tuple[int, str, int] = (0, "", 0)

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)
        self.refresh_keys()

    def _bindings_changed(self, _: Screen[object]) -> None:
        self.refresh_keys()

    def refresh_keys(self, translate: Translator | None = None) -> None:
        self._translate = translate or self._translate
        if not self.is_attached:
            return
        found = hints(self.screen, self._translate)
        if found != self._hints:
            self._hints = found
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        height, language = len(fitting(self._hints, width)), self._translate.language
        same = self._needed[:2] == (width, language)
        self._needed = (width, language, max(height, self._needed[2]) if same else height)
        return self._needed[2]

    def render(self) -> RenderResult:
        key_style = Style(bold=True, color=colour(self.app, "primary"))
        text = Text(no_wrap=True)
        for number, line in enumerate(fitting(self._hints, self.content_size.width)):
            if number:
                text.append("\n")
            for place, hint in enumerate(line):
                if place:
                    text.append(" " * gap(self.content_size.width))
                press = Style(meta={"press": hint.key})
                text.append(hint.shown, key_style + press)
                text.append(" " + hint.label, press)
        return text

    def on_click(self, event: events.Click) -> None:
        key = event.style.meta.get("press")
        if key:
            event.stop()
            self.app.simulate_key(key)
