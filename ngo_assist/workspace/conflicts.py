"""Two programs at one organisation: what the second one is told."""

from __future__ import annotations

from pathlib import Path

from ngo_assist.messages import UserError, msg


class OrganisationLocked(UserError):
    """The organisation is open in another window."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            msg("this organisation is open in another window"),
            str(folder),
            msg("Close it there first; nothing was changed."),
        )


class ChangedOnDisk(UserError):
    """A file is not as this program read or wrote it, and was not overwritten.

    For an assessment `OpenOrganisation.keep_both` then saves what is in the window beside it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            msg("another program has changed this file since it was read, so it was not overwritten"),
            str(path),
            msg("Open it again to see the other version; what you have here can be saved beside it."),
        )
