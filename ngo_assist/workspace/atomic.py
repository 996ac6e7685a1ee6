"""Files that are whole at every moment: the old content or the new, never a part of either."""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from ngo_assist.messages import UserError, msg

_LEFTOVER = re.compile(r"\..+\.[0-9a-f]{8}\.tmp")
ON_WINDOWS = os.name == "nt"
_TRIES = 5


def write_atomic(path: Path, content: bytes) -> None:
    """Put `content` at `path` so that a crash, a full disk or a pulled plug leaves the old file or the new.

    Missing folders are made. Raises `UserError`; no temporary file stays behind then.
    """
    write_together([(path, content)])


def write_together(files: Sequence[tuple[Path, bytes]]) -> None:
    """Put several files in place, in this order, once all of them are safely on the disk.

    A full disk or a refused folder therefore changes none of them, and leaves no empty folder that was made
    for them. Raises `UserError`.
    """
    staged: list[tuple[Path, Path]] = []
    made: list[Path] = []
    path = next((path for path, _ in files), Path())
    before = done = False
    try:
        before = any(target.exists() for target, _ in files)
        for path, content in files:
            # A link to a file keeps being a link.
            place = path.resolve() if path.is_symlink() else path
            if place.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            made += _missing(place.parent)
            place.parent.mkdir(parents=True, exist_ok=True)
            temporary = place.with_name(f".{place.name[:40]}.{os.urandom(4).hex()}.tmp")
            staged.append((temporary, place))
            _write_through(temporary, content)
            with suppress(OSError):
                # A file that its owner has closed to others stays closed.
                temporary.chmod(stat.S_IMODE(place.stat().st_mode))
        for temporary, path in staged:
            put_in_place(temporary, path)
        done = True
    except OSError as error:
        raise refused(error, path, before=before) from error
    finally:
        for temporary, _ in staged:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
        if not done:
            # Only empty ones go: a folder that holds something cannot be removed like this.
            for folder in made:
                with suppress(OSError):
                    folder.rmdir()
    for folder in {place.parent for _, place in staged}:
        _sync_folder(folder)


def _missing(folder: Path) -> list[Path]:
    """Return `folder` and those above it that are not there yet, the deepest first."""
    missing = []
    while folder != folder.parent and not folder.exists():
        missing.append(folder)
        folder = folder.parent
    return missing


def sweep(folder: Path) -> None:
    """Remove temporary files that a killed program left in `folder` and below; nobody may write there now."""
    for path in folder.rglob(".*.tmp"):
        if _LEFTOVER.fullmatch(path.name):
            with suppress(OSError):
                path.unlink()


def _write_through(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def put_in_place(source: Path, target: Path, pause: Callable[[float], None] = time.sleep) -> None:
    """Rename `source` to `target`, over what stands there. Raises `OSError`."""
    for left in reversed(range(_TRIES)):
        try:
            source.replace(target)
            return
        except PermissionError:
            # On Windows a virus scanner or a cloud client may hold a file open for a moment.
            if not (ON_WINDOWS and left):
                raise
            pause(0.05)


def _sync_folder(folder: Path) -> None:
    # Windows opens no folders, and some network disks sync none: the file itself is safe by then.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def is_there(path: Path) -> bool:
    """Tell whether a file is there. Raises `UserError` where the system does not let us look."""
    try:
        return path.exists()
    except OSError as error:
        raise refused(error, path) from error


def refused(error: OSError, path: Path, *, before: bool = False) -> UserError:
    """Return what the system's refusal to write or look at `path` means for the user.

    `before`: something stood there already.
    """
    where = str(path)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            what = (
                msg("there is no place left on the disk; what was there before is unchanged")
                if before
                else msg("there is no place left on the disk")
            )
            return UserError(what, where, msg("Free some space, or choose another folder."))
        case errno.ENAMETOOLONG:
            return UserError(
                msg("this name is longer than the disk allows"), where, msg("Choose a shorter name.")
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return UserError(
                msg("this folder may not be written"),
                where,
                msg("Choose another folder, or ask its owner for the right to write there."),
            )
        case errno.EISDIR:
            return UserError(
                msg("there is a folder where the file should be"), where, msg("Rename or move that folder.")
            )
        case errno.ENOTDIR | errno.EEXIST:
            return UserError(
                msg("there is a file where a folder should be"), where, msg("Choose another folder.")
            )
        case _:
            return UserError(
                msg("the file could not be written: {reason}", reason=error.strerror or type(error).__name__),
                where,
                msg("Check the disk or the USB stick, or choose another folder."),
            )
