"""Texts that are put into the reader's language only when they are shown, and the one error for people."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Message:
    """A translatable text: its English is the key, `values` fill its {fields}.

    `str()` gives the English. A value that is itself a `Message` is put into the same language.
    """

    text: str
    values: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**{name: str(value) for name, value in self.values.items()})


def msg(text: str, **values: Any) -> Message:
    """Mark `text` for translation and keep its values beside it."""
    return Message(text, values)


class UserError(Exception):
    """An error that the user can mend: what happened, where, and what to do.

    It is printed as it is, in one or two lines. Every other exception is a bug.
    """

    def __init__(self, what: Message, where: str = "", todo: Message | None = None) -> None:
        self.what, self.where, self.todo = what, where, todo
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else str(self.what)
        return f"{head}\n{self.todo}" if self.todo else head
