"""A large file on its way to its place: it is there whole and right, or not at all.

What has come so far is kept beside the place and gone on with later, also after a crash or a pulled plug:
what was noted as safely on the disk is read again and compared before it is built upon.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from filelock import FileLock, Timeout

from ..messages import UserError, msg

CHUNK = 1 << 20
_NOTED_EACH = 1 << 24

Heard = Callable[[int, int], None]
"""Hears how many bytes are here, of all."""
Stop = Callable[[], bool]
"""Tells whether somebody wants it to stop; asked after each piece."""

_ON_THE_DISK = msg("Free some space, or check the disk, and try again: it goes on where it stopped.")


class Stopped(Exception):
    """Somebody has stopped it. What has come is kept."""


class TooLong(Exception):
    """More came than the file may have."""


class Part:
    """What there is of a file of `whole` bytes. Entered to add to it, and safe on the disk when it is left.

    `mark` says of what it is a part, for example a checksum or a file's name and time: a part of anything
    else is begun anew. Every method may raise `UserError` for what the disk refuses.
    """

    def __init__(self, target: Path, mark: str, whole: int) -> None:
        self.target, self.whole = target, whole
        self.path, self._note, self._new_note = paths(target)
        self._mark = mark
        # One value, so that an interruption never leaves a length with the checksum of another one.
        self._state = 0, hashlib.sha256()
        self._file: BinaryIO | None = None
        self._growing = False

    @property
    def done(self) -> int:
        """Bytes that have come."""
        return self._state[0]

    @property
    def sha256(self) -> str:
        """Of what has come."""
        return self._state[1].hexdigest()

    def kept(self) -> int:
        """Bytes that there are to go on with, as far as can be told without reading them."""
        return self._noted()[0]

    def __enter__(self) -> Self:
        with _told(self.target.parent):
            self.target.parent.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("r+b" if self.path.exists() else "w+b")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        file, self._file = self._open, None
        try:
            # While it is still being read again, the note from before holds.
            if self._growing:
                with _told(self.target.parent):
                    self._write_note(file)
        except UserError:
            # The disk that refused the file may refuse the note too; the first refusal is the one to tell.
            if error is None:
                raise
        finally:
            self._growing = False
            # Closing writes what is left, and may be refused for the same reason.
            with suppress(OSError):
                file.close()

    def take_up(self, heard: Heard, stop: Stop) -> None:
        """Read again what was kept, and go on from there. Raises `Stopped`."""
        size, sha256 = self._noted()
        while self.done < size:
            with _told(self.target.parent):
                piece = self._open.read(min(CHUNK, size - self.done))
            if not piece:
                break
            self._count(piece)
            heard(self.done, self.whole)
            if stop():
                raise Stopped
        if self.sha256 != sha256:
            self.restart()
        with _told(self.target.parent):
            self._open.seek(self.done)
            self._open.truncate()
        self._growing = True

    def add(self, piece: bytes) -> None:
        """Add what came next. Raises `TooLong`."""
        if self.done + len(piece) > self.whole:
            raise TooLong
        before = self.done
        with _told(self.target.parent):
            self._open.write(piece)
            self._count(piece)
            if before // _NOTED_EACH != self.done // _NOTED_EACH:
                self._write_note(self._open)

    def restart(self) -> None:
        """Forget what has come."""
        self._state = 0, hashlib.sha256()
        with _told(self.target.parent):
            self._open.seek(0)
            self._open.truncate()

    def put_in_place(self) -> None:
        """Make it the file. To be called when it was left, whole and right."""
        with _told(self.target.parent):
            self.path.replace(self.target)
            self._note.unlink(missing_ok=True)
            _sync_folder(self.target.parent)

    def drop(self) -> None:
        """Delete what has come."""
        remove_parts(self.target)

    @property
    def _open(self) -> BinaryIO:
        assert self._file is not None
        return self._file

    def _count(self, piece: bytes) -> None:
        done, digest = self._state
        digest = digest.copy()
        digest.update(piece)
        self._state = done + len(piece), digest

    def _noted(self) -> tuple[int, str]:
        """How many bytes are safely there, and their sha256."""
        nothing = 0, hashlib.sha256().hexdigest()
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
            mark, size, sha256 = note["mark"], int(note["size"]), str(note["sha256"])
            there = self.path.stat().st_size
        except (OSError, ValueError, TypeError, KeyError):
            return nothing
        fits = mark == self._mark and 0 <= size <= min(there, self.whole)
        return (size, sha256) if fits else nothing

    def _write_note(self, file: BinaryIO) -> None:
        file.flush()
        os.fsync(file.fileno())
        note = {"mark": self._mark, "size": self.done, "sha256": self.sha256}
        self._new_note.write_text(json.dumps(note), encoding="utf-8")
        self._new_note.replace(self._note)


def paths(target: Path) -> tuple[Path, Path, Path]:
    """Where the part of a file is, the note on it, and a note that is being written."""
    part, note, new = (target.with_name(f".{target.name}.{end}") for end in ("part", "part.json", "part.new"))
    return part, note, new


def refuse_too_long(target: Path) -> None:
    """Raise `UserError` where the disk takes no name as long as those that a file has on its way.

    The folder need not be there yet.
    """
    place = target.parent
    with _told(target.parent):
        while not place.is_dir() and place != place.parent:
            place = place.parent
        for path in paths(target):
            with suppress(FileNotFoundError):
                (place / path.name).lstat()


def remove_parts(target: Path) -> None:
    """Delete what there is of a file that was not brought to its end."""
    with _told(target.parent):
        for path in paths(target):
            path.unlink(missing_ok=True)


def copy(source: Path, part: Part, heard: Heard, stop: Stop) -> None:
    """Copy what is not there yet of `source` into its part. Raises `Stopped` and `UserError`.

    Of a source that was written into meanwhile nothing is kept: it may be old here and new there.
    """
    with _reading(source):
        reader = source.open("rb")
    with reader:
        with _reading(source):
            before = _state(reader)
        with part:
            _copy(reader, source, part, heard, stop)
        with _reading(source):
            after = _state(reader)
    if after != before:
        part.drop()
        raise _changed(source)
    if part.done != part.whole:
        raise _changed(source)


def _copy(reader: BinaryIO, source: Path, part: Part, heard: Heard, stop: Stop) -> None:
    part.take_up(heard, stop)
    with _reading(source):
        reader.seek(part.done)
    while True:
        with _reading(source):
            piece = reader.read(CHUNK)
        if not piece:
            break
        _add(part, piece, source)
        heard(part.done, part.whole)
        if stop():
            raise Stopped


def _state(file: BinaryIO) -> tuple[int, int]:
    """What tells that a file was written into: its size in bytes, and its time in nanoseconds."""
    state = os.fstat(file.fileno())
    return state.st_size, state.st_mtime_ns


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other windows of the program from bringing or removing models meanwhile. Raises `UserError`."""
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / ".lock", thread_local=False, fallback_to_soft=False)
    try:
        lock.acquire(blocking=False)
    except Timeout as error:
        raise UserError(
            msg("another window of the program is adding or removing a model"),
            str(folder),
            msg("Wait until it is done, and try again."),
        ) from error
    except OSError as error:
        if error.errno != errno.ENOSYS:  # a disk without locks
            raise refused(error, folder) from error
    try:
        yield
    finally:
        lock.release(force=True)


def _add(part: Part, piece: bytes, source: Path) -> None:
    try:
        part.add(piece)
    except TooLong as error:
        raise _changed(source) from error


def _changed(source: Path) -> UserError:
    return UserError(msg("the file was changed while it was copied"), str(source), msg("Try again."))


@contextmanager
def _reading(source: Path) -> Iterator[None]:
    """Put into words that a file cannot be read on, as when its USB stick was pulled out."""
    try:
        yield
    except OSError as error:
        raise UserError(
            msg("the file cannot be read: {reason}", reason=error.strerror or type(error).__name__),
            str(source),
            msg("Check the USB stick, and try again: it goes on where it stopped."),
        ) from error


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Put into words what the disk refuses."""
    try:
        yield
    except OSError as error:
        raise refused(error, folder) from error


def refused(error: OSError, folder: Path) -> UserError:
    """What it means for the user that the disk refuses to write into a folder."""
    if error.errno == errno.ENAMETOOLONG:
        return UserError(
            msg("this name is longer than the disk allows"), str(folder), msg("Choose a shorter name.")
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return UserError(msg("there is no place left on the disk"), str(folder), _ON_THE_DISK)
    reason = error.strerror or type(error).__name__
    return UserError(msg("the file cannot be written: {reason}", reason=reason), str(folder), _ON_THE_DISK)


def _sync_folder(folder: Path) -> None:
    # Windows opens no folders, and some network disks sync none: the file itself is safe by then.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
