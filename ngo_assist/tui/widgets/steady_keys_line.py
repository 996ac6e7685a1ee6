"""A line of keys that does not get lower while its screen stands."""

from __future__ import annotations

from textual.geometry import Size

from ngo_assist.i18n import Translator
from ngo_assist.tui.widgets.keys_line import KeysLine


class SteadyKeysLine(KeysLine):
    """Keeps the height it once needed at this width and in this language.

    Were it to lose a line when a pressed button takes the focus, the button would move away before the mouse
    comes up, and the click would be lost.
    """

    def __init__(self, translate: Translator) -> None:
        super().__init__(translate)
        self._needed: tuple[int, str, int] = (0, "", 0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        height, language = super().get_content_height(container, viewport, width), self._translate.language
        same = self._needed[:2] == (width, language)
        self._needed = (width, language, max(height, self._needed[2]) if same else height)
        return self._needed[2]
