"""What tells a screen that something has moved on with the models of this computer."""

from __future__ import annotations

from textual.message import Message


class ModelsMoved(Message):
    """A model comes, is examined, or was looked for. A flood of these becomes one."""

    def can_replace(self, message: Message) -> bool:
        return isinstance(message, ModelsMoved)
