"""Care of organisations: rename, archive, delete, restore, each with a way back.

No widget here. Every method raises `UserError` where nothing was done, `OrganisationLocked` where another
window has the organisation. What was done can be taken back with `undo`, the last first, until a person
works on in an organisation; after that the trash and the backups are still there.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from ngo_assist.application.history import UNDO_MOST
from ngo_assist.assessment.model import NAME_MOST
from ngo_assist.clean import clean_line
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.workspace.backups import Backup, Backups, Reason
from ngo_assist.workspace.bundle import replace_all
from ngo_assist.workspace.lock import OrganisationLock
from ngo_assist.workspace.organisation_folder import OpenOrganisation
from ngo_assist.workspace.store import Workspace
from ngo_assist.workspace.trash import Deleted, Trash
from ngo_assist.workspace.without_notes import ARCHIVED

if TYPE_CHECKING:
    from ngo_assist.application.session import Session

NO_NAME = msg("Please give the organisation a name.")
LONG_NAME = msg("This name is too long: at most {most} letters.", most=NAME_MOST)

REASONS: dict[Reason, Message] = {
    "day": msg("the day's backup"),
    "before-restore": msg("before a backup was restored"),
    "before-taking-in": msg("before something was taken in"),
    "before-reopening": msg("before answers were reopened"),
}


class Care:
    """What is done with the organisations of a workspace, and taken back."""

    def __init__(self, workspace: Workspace, now: Callable[[], datetime]) -> None:
        """`now` returns aware local time."""
        self._workspace, self._now = workspace, now
        self.trash = Trash(workspace.root)
        self._backups = Backups(workspace.root)
        self._steps: list[Callable[[], Message]] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._steps)

    def undo(self) -> Message:
        """Take the last step back and return what to say of it."""
        step = self._steps[-1]
        said = step()
        self._steps.pop()
        return said

    def settle(self) -> None:
        """Forget how to take back: what a person does from here on must not go with it."""
        self._steps.clear()

    def can_be_undone_by(self, step: Callable[[], Message]) -> None:
        """Remember how the step just made is taken back."""
        self._steps.append(step)
        del self._steps[:-UNDO_MOST]

    # Names and the archive

    def rename(self, slug: str, name: str) -> Message:
        """Give an organisation another name; its folder keeps its own."""
        name = clean_line(name)
        if not name:
            raise UserError(NO_NAME)
        if len(name) > NAME_MOST:
            raise UserError(LONG_NAME)
        before = self._rename(slug, name)
        self.can_be_undone_by(lambda: self._renamed_back(slug, before))
        return msg("It is called “{name}” now.", name=name)

    def _renamed_back(self, slug: str, name: str) -> Message:
        self._rename(slug, name)
        return msg("It is called “{name}” again.", name=name)

    def _rename(self, slug: str, name: str) -> str:
        with self._workspace.open(slug) as opened:
            organisation = opened.organisation()
            opened.save_organisation(organisation.updated_with(name=name))
            _rename_in_progress(opened, name)
        return organisation.name

    def archive(self, slug: str) -> Message:
        """Take an organisation out of sight at home; its folder stays where it is."""
        name = self._mark(slug, archived=True)
        self.can_be_undone_by(lambda: self._unarchived(slug))
        return msg("“{name}” is in the archive. Searching still finds it.", name=name)

    def unarchive(self, slug: str) -> Message:
        said = self._unarchived(slug)
        self.can_be_undone_by(lambda: self._archived(slug))
        return said

    def _archived(self, slug: str) -> Message:
        return msg("“{name}” is in the archive again.", name=self._mark(slug, archived=True))

    def _unarchived(self, slug: str) -> Message:
        return msg("“{name}” is back in the list.", name=self._mark(slug, archived=False))

    def _mark(self, slug: str, *, archived: bool) -> str:
        with self._workspace.open(slug) as opened:
            organisation = opened.organisation()
            day = self._now().date() if archived else None
            opened.save_organisation(organisation.updated_with(**{ARCHIVED: day}))
        return organisation.name

    # Deleting

    def delete(self, slug: str) -> Message:
        """Move an organisation into the trash, from where it comes back whole for 30 days."""
        deleted = self.trash.put(self._workspace.folder(slug).path, self._now())
        self.can_be_undone_by(lambda: self._put_back(deleted))
        return msg("“{name}” is deleted. It can be brought back for 30 days.", name=deleted.name)

    def put_back(self, deleted: Deleted) -> Message:
        return self._put_back(deleted)

    def _put_back(self, deleted: Deleted) -> Message:
        self.trash.put_back(deleted)
        return msg("“{name}” is back in the list.", name=deleted.name)

    def remove_old(self) -> None:
        """Remove for good what was deleted more than 30 days ago."""
        self.trash.remove_old(self._now())

    # Backups

    def backups(self, slug: str) -> tuple[Backup, ...]:
        """Return an organisation's backups, the newest first."""
        return self._backups.of(self._workspace.folder(slug).path)

    def back_up(self, slug: str, reason: Reason) -> Backup:
        """Make a backup before a step that cannot be seen through in advance."""
        return self._backups.make(self._workspace.folder(slug).path, self._now(), reason)

    def restore(self, slug: str, backup: Backup) -> Message:
        """Bring back what an organisation was; what it is now becomes a backup first."""
        before = self._restore(slug, backup)
        self.can_be_undone_by(lambda: self._restored_back(slug, before))
        return msg("The backup is restored. What was here before it is a backup now too.")

    def restored_by_undo(self, slug: str, before: Backup) -> None:
        """Let `undo` restore this backup."""
        self.can_be_undone_by(lambda: self._restored_back(slug, before))

    def _restored_back(self, slug: str, before: Backup) -> Message:
        self._restore(slug, before)
        return msg("Everything is as it was before.")

    def _restore(self, slug: str, backup: Backup) -> Backup:
        folder = self._workspace.folder(slug).path
        bundle = self._backups.read(backup)
        with OrganisationLock(folder):
            before = self._backups.make(folder, self._now(), "before-restore")
            replace_all(folder, bundle)
        return before


def _rename_in_progress(opened: OpenOrganisation, name: str) -> None:
    """An assessment in progress takes the name over, as it does in the profile."""
    head = opened.latest_assessment()
    if head is not None and head.in_progress:
        assessment = opened.assessment(head.id)
        profile = assessment.organisation.updated_with(name=name)
        opened.save_assessment(assessment.updated_with(organisation=profile))


def back_up_daily(session: Session) -> None:
    """Make the day's backup of the organisation that is open; a disk that refuses stands in nobody's way."""
    if isinstance(session.folder, OpenOrganisation):
        try:
            Backups(session.workspace.root).make_daily(session.folder.path, session.now())
        except UserError:
            return
