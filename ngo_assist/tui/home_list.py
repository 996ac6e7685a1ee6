"""The organisations of home as they are read, first those in sight, and as they are searched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ngo_assist.tui.folding import folded
from ngo_assist.workspace.store import Listed, Workspace, list_one

FIRST = 24
"""Organisations that are read before the first picture: more than any window shows."""
PORTION = 100


@dataclass(frozen=True)
class Found:
    """One organisation with what is compared when somebody searches."""

    listed: Listed
    words: str

    @property
    def slug(self) -> str:
        return self.listed.slug

    @property
    def archived(self) -> bool:
        return bool(self.listed.tables.get("archived"))


class HomeList:
    """Reads a workspace in portions; reading may be done in a thread."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._folders: list[Path] = []
        self.found: list[Found] = []
        """What has been read, the organisation that was worked on last first."""
        self.archive_shown = False

    def read_first(self) -> None:
        """Read anew as many as a window may show. Raises `UserError`."""
        folders = self._workspace.by_last_use()
        found = [_found(path) for path in folders[:FIRST]]
        self._folders, self.found = folders, found

    def read_more(self) -> list[Found]:
        """Read the next portion and return it."""
        here = len(self.found)
        more = [_found(path) for path in self._folders[here : here + PORTION]]
        self.found += more
        return more

    @property
    def whole(self) -> bool:
        """Whether all is read."""
        return len(self.found) >= len(self._folders)

    def __len__(self) -> int:
        return len(self._folders)

    @property
    def archived(self) -> int:
        """How many are in the archive, of those that are read."""
        return sum(each.archived for each in self.found)

    def get(self, slug: str) -> Found | None:
        return next((each for each in self.found if each.slug == slug), None)

    def shown(self, wanted: str, among: Sequence[Found] | None = None) -> list[Found]:
        """Return those that the list shows: by what is searched, else all but those in the archive."""
        words = folded(wanted).split()
        here = self.found if among is None else among
        if words:
            return [each for each in here if all(word in each.words for word in words)]
        return [each for each in here if self.archive_shown or not each.archived]


def _found(path: Path) -> Found:
    listed = list_one(path)
    # The folder's name is the organisation's in Latin letters: whatever the keyboard types finds it.
    return Found(listed, f"{folded(listed.name)} {listed.slug}")
