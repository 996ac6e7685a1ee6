"""Deleted organisations: kept in the workspace for a month, whole, until they are put back or removed.

    <workspace>/.trash/2026-11-23_10-20-00_<slug>/

The folder is moved and not changed. When it was deleted stands in its name: the times of files do not
survive every copy.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from ngo_assist.clean import clean_line
from ngo_assist.messages import UserError, msg
from ngo_assist.toml_file import read_toml
from ngo_assist.workspace.atomic import ON_WINDOWS, put_in_place, refused
from ngo_assist.workspace.backups import Backups
from ngo_assist.workspace.lock import OrganisationLock
from ngo_assist.workspace.slug import ORGANISATION_TOML, free_name

TRASH = ".trash"
KEPT = timedelta(days=30)

_NAME = re.compile(r"(\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d)_(.+)")
_FORM = "%Y-%m-%d_%H-%M-%S"


@dataclass(frozen=True)
class Deleted:
    path: Path
    slug: str
    """The folder's name before."""
    name: str
    uid: str
    at: datetime
    """Local time, without a zone."""

    def days_left(self, now: datetime) -> int:
        """Return after how many days it is removed for good; never less than none."""
        return max(0, (self.at + KEPT - now.replace(tzinfo=None)).days)


class Trash:
    """What was deleted from a workspace and can still be put back."""

    def __init__(self, root: Path) -> None:
        self._root, self._folder = root, root / TRASH

    def all(self) -> tuple[Deleted, ...]:
        """Return what is there, the newest first; folders that the program did not put there are not."""
        found = [deleted for path in self._folder.glob("*") if (deleted := _read(path))]
        return tuple(sorted(found, key=lambda each: (each.at, each.path.name), reverse=True))

    def put(self, folder: Path, now: datetime) -> Deleted:
        """Move an organisation's folder here; `now` is local.

        Raises `OrganisationLocked` where it is open in another window, else `UserError`.
        """
        lock = OrganisationLock(folder)
        try:
            if ON_WINDOWS:
                # Windows moves no folder that holds an open file.
                lock.release()
            try:
                self._folder.mkdir(exist_ok=True)
                taken = {path.name for path in self._folder.iterdir()}
                place = self._folder / free_name(f"{now:{_FORM}}_{folder.name}", taken, 90)
                put_in_place(folder, place)
            except OSError as error:
                raise _not_moved(error, folder) from error
        finally:
            lock.release()
        moved = _read(place)
        assert moved is not None, "the name was made here"
        return moved

    def put_back(self, deleted: Deleted) -> str:
        """Move a folder back among the organisations and return its name there. Raises `UserError`."""
        try:
            taken = {path.name.casefold() for path in self._root.iterdir()}
            slug = free_name(deleted.slug, taken)
            put_in_place(deleted.path, self._root / slug)
        except OSError as error:
            raise _not_moved(error, deleted.path) from error
        return slug

    def remove(self, deleted: Deleted) -> None:
        """Remove for good, with the backups. Raises `UserError`."""
        try:
            _remove(deleted.path)
        except OSError as error:
            raise refused(error, deleted.path) from error
        if deleted.uid:
            Backups(self._root).forget(deleted.uid)

    def remove_old(self, now: datetime) -> int:
        """Remove for good what was deleted more than a month before `now`; return how many.

        What cannot be removed stays for the next time.
        """
        removed = 0
        for deleted in self.all():
            if now.replace(tzinfo=None) - deleted.at > KEPT:
                try:
                    self.remove(deleted)
                except UserError:
                    continue
                removed += 1
        return removed


def _read(path: Path) -> Deleted | None:
    match = _NAME.fullmatch(path.name)
    if match is None or not path.is_dir():
        return None
    try:
        at = datetime.strptime(match[1], _FORM)  # noqa: DTZ007 - local, as it is shown
    except ValueError:
        return None
    slug, tables = match[2], {}
    with suppress(UserError):  # it may have been deleted because it was broken
        tables = read_toml(path / ORGANISATION_TOML)
    name, uid = tables.get("name"), tables.get("uid")
    line = clean_line(name) if isinstance(name, str) else ""
    return Deleted(path, slug, line or slug, uid if isinstance(uid, str) else "", at)


def _remove(path: Path) -> None:
    if path.is_symlink():
        path.unlink()
        return

    def writable_first(function: Callable[[str], object], name: str, _: object) -> None:
        # Windows removes no file that is marked as read only.
        Path(name).chmod(0o700)
        function(name)

    shutil.rmtree(path, onerror=writable_first)


def _not_moved(error: OSError, path: Path) -> UserError:
    if isinstance(error, PermissionError):
        return UserError(
            msg("the folder could not be moved"),
            str(path),
            msg("Close the programs and windows that have something in it open, and try again."),
        )
    return refused(error, path)
