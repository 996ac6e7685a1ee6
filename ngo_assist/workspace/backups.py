"""Backups that the program makes by itself: a zip of an organisation once a day, and before a risky step.

They lie beside the organisations and not in them, so that a folder that is copied, sent or lost takes none
of its backups along:

    <workspace>/.backups/<slug>-<8 hex digits of its uid>/2026-11-23_10-20-00_day.zip

Each is an ordinary zip of the organisation's folder; without the program it is unpacked by hand. Dates are
local time, as people remember them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, get_args

from ngo_assist.messages import UserError
from ngo_assist.toml_file import read_toml
from ngo_assist.workspace.atomic import refused, write_atomic
from ngo_assist.workspace.bundle import Bundle, gather, is_ours
from ngo_assist.workspace.slug import ORGANISATION_TOML, free_name
from ngo_assist.workspace.zip_file import names_in, read_zip, zipped

Reason = Literal["day", "before-restore", "before-taking-in", "before-reopening"]
"""Why a backup was made: the day's, or the step it was made before."""

BACKUPS = ".backups"
"""No organisation's folder begins with a dot."""
NEWEST_KEPT = 10
MONTHS_KEPT = 12
"""Of what is older than the newest, the last of each month is kept, for this many months."""

_NAME = re.compile(r"(\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d)_([a-z-]+?)(?:-\d+)?")
_PLACE = re.compile(r"(.+)-[0-9a-f]{8}")
_FORM = "%Y-%m-%d_%H-%M-%S"


@dataclass(frozen=True)
class Backup:
    path: Path
    made: datetime
    """Local time, without a zone."""
    reason: Reason


class Backups:
    """The backups of a workspace."""

    def __init__(self, root: Path) -> None:
        self._root, self._folder = root, root / BACKUPS

    def of(self, folder: Path) -> tuple[Backup, ...]:
        """Return the backups of the organisation in `folder`, the newest first.

        Where its file can no longer be read, those of every organisation that had this folder's name are
        returned: one of them is what it was.
        """
        found = [backup for place in self._places(folder) for backup in _backups(place)]
        return tuple(sorted(found, key=_age, reverse=True))

    def make(self, folder: Path, now: datetime, reason: Reason) -> Backup:
        """Zip the organisation in `folder` as it is now; `now` is local.

        Where the newest backup holds the very same, that one is returned. Raises `UserError`.
        """
        bundle = gather(folder)
        before = self.of(folder)
        if before and _holds(before[0], bundle):
            return before[0]
        place = self._folder / _name(folder.name, _uid(folder))
        stem = free_name(f"{now:{_FORM}}_{reason}", {path.stem for path in place.glob("*.zip")}, 80)
        made = Backup(place / f"{stem}.zip", now.replace(microsecond=0, tzinfo=None), reason)
        write_atomic(made.path, zipped(folder.name, bundle, now))
        for each in surplus([made, *before]):
            each.path.unlink(missing_ok=True)
        return made

    def make_daily(self, folder: Path, now: datetime) -> Backup | None:
        """Make the day's backup where there is none of today, and something has changed since the last."""
        newest = next((each for each in self.of(folder) if each.reason == "day"), None)
        if newest and newest.made.date() == now.date():
            return None
        return self.make(folder, now, "day")

    def read(self, backup: Backup) -> Bundle:
        """Return the files of a backup, by their places in the organisation's folder. Raises `UserError`."""
        return read_backup(backup.path)

    def forget(self, uid: str) -> None:
        """Remove the backups of an organisation that is deleted for good. Raises `UserError`.

        Those of a folder that has come back meanwhile stay.
        """
        for place in self._of_uid(uid):
            if _uid(self._root / _slug(place)) == uid:
                continue
            try:
                for backup in _backups(place):
                    backup.path.unlink(missing_ok=True)
                if not any(place.iterdir()):
                    place.rmdir()
            except OSError as error:
                raise refused(error, place) from error

    def _places(self, folder: Path) -> list[Path]:
        uid = _uid(folder)
        if not uid:
            return [place for place in self._all() if _slug(place) == folder.name]
        # A folder whose name has changed finds its backups again; one that was copied does not take those
        # of the one it was copied from.
        return [
            place
            for place in self._of_uid(uid)
            if _slug(place) == folder.name or not (self._root / _slug(place)).exists()
        ]

    def _of_uid(self, uid: str) -> list[Path]:
        ending = _name("", uid)
        return [place for place in self._all() if place.name.endswith(ending)]

    def _all(self) -> list[Path]:
        return [place for place in self._folder.glob("*") if _PLACE.fullmatch(place.name)]


def read_backup(path: Path) -> Bundle:
    """Return what a zip made here holds, by places in the organisation's folder. Raises `UserError`."""
    places = {name: name.partition("/")[2] for name in names_in(path)}
    contents = read_zip(path, [name for name, place in places.items() if is_ours(place)])
    return {places[name]: content for name, content in contents.items()}


def surplus(backups: Sequence[Backup]) -> list[Backup]:
    """Return which backups may go; `backups` is sorted, the newest first."""
    older = backups[NEWEST_KEPT:]
    last_of_month: dict[tuple[int, int], Backup] = {}
    for each in older:
        last_of_month.setdefault((each.made.year, each.made.month), each)
    kept = list(last_of_month.values())[:MONTHS_KEPT]
    return [each for each in older if each not in kept]


def _backups(place: Path) -> list[Backup]:
    found = []
    for path in place.glob("*.zip"):
        match = _NAME.fullmatch(path.stem)
        if match is None or match[2] not in get_args(Reason):
            continue  # put there by a person
        try:
            made = datetime.strptime(match[1], _FORM)  # noqa: DTZ007 - local, as it is shown
        except ValueError:
            continue
        found.append(Backup(path, made, match[2]))  # type: ignore[arg-type]
    return found


def _age(backup: Backup) -> tuple[datetime, int, str]:
    written = 0
    with suppress(OSError):
        written = backup.path.stat().st_mtime_ns
    # Two of the same second are told apart by their files' times, as far as these can be trusted.
    return backup.made, written, backup.path.name


def _holds(backup: Backup, bundle: Bundle) -> bool:
    try:
        return read_backup(backup.path) == bundle
    except UserError:
        return False


def _uid(folder: Path) -> str:
    """Return the organisation's uid; nothing where its file cannot be read."""
    try:
        uid = read_toml(folder / ORGANISATION_TOML).get("uid")
    except UserError:
        return ""
    return uid if isinstance(uid, str) else ""


def _slug(place: Path) -> str:
    return place.name[:-9]


def _name(slug: str, uid: str) -> str:
    # A uid from a file made by hand may hold anything.
    return f"{slug}-{hashlib.sha256(uid.encode()).hexdigest()[:8]}"
