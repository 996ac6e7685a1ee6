"""One program at a time writes in an organisation's folder.

The lock is the operating system's, on an empty file `.lock` in the folder: it ends with its process however
that ends, so a folder copied with its `.lock` is never locked, and it holds between users of one disk too.
"""

from __future__ import annotations

import errno
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from ngo_assist.messages import UserError, msg
from ngo_assist.workspace.atomic import refused
from ngo_assist.workspace.conflicts import OrganisationLocked

LOCK_NAME = ".lock"


class OrganisationLock:
    """Holds an organisation's folder from its making to `release`."""

    def __init__(self, folder: Path) -> None:
        """Take the lock at once.

        Raises `OrganisationLocked` where another program has it, `UserError` where the folder may not be
        written.
        """
        # The lock belongs to the organisation, not to the thread that happens to open it. There is no falling
        # back to a lock that counts by its file being there: after a crash it would stay.
        self._lock = FileLock(folder / LOCK_NAME, thread_local=False, fallback_to_soft=False)
        try:
            self._lock.acquire(blocking=False)
        except Timeout as error:
            raise OrganisationLocked(folder) from error
        except OSError as error:
            if error.errno == errno.ENOSYS:
                return  # a disk without locks: that a file was changed by others is still seen when saving
            if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
                raise refused(error, folder) from error
            raise UserError(
                msg("this folder may not be written"),
                str(folder),
                msg("Copy it to a place where you may write, and open it there."),
            ) from error

    def release(self) -> None:
        """Let others open the organisation. Safe to call twice."""
        self._lock.release(force=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
