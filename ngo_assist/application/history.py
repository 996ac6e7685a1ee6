"""Steps back and forward over values that never change."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

UNDO_MOST = 200


class History(Generic[T]):
    """What a value was before each step; beyond `UNDO_MOST` steps the oldest are forgotten."""

    def __init__(self) -> None:
        self._past: deque[T] = deque(maxlen=UNDO_MOST)
        self._future: list[T] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        return bool(self._future)

    def remember(self, value: T) -> None:
        """Note what was there before a step; what was undone cannot be redone after it."""
        self._past.append(value)
        self._future.clear()

    def undo(self, now: T) -> T:
        """Return the value before `now`. IndexError where there is none."""
        before = self._past.pop()
        self._future.append(now)
        return before

    def redo(self, now: T) -> T:
        """Return the value that was undone last. IndexError where there is none."""
        after = self._future.pop()
        self._past.append(now)
        return after

    def carry(self, change: Callable[[T], T], since: T) -> None:
        """Change every value remembered after `since`, and those undone; nothing where that is forgotten."""
        past = list(self._past)
        place = next((n for n, value in enumerate(past) if value is since), None)
        if place is not None:
            self._past = deque([*past[: place + 1], *map(change, past[place + 1 :])], maxlen=UNDO_MOST)
            self._future = [change(value) for value in self._future]
