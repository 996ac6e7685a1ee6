"""What tells a screen that a drafting has moved on."""

from __future__ import annotations

from textual.message import Message


class DraftingMoved(Message):
    """Something has changed in the drafting. A flood of these becomes one."""

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, DraftingMoved)
