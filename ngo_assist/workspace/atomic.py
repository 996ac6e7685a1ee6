"""Files that are whole at every moment: the old content or the new, never a part of either."""

from __future__ import annotations

import errno
import os
import re
import secrets
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

    A full disk or a refused folder therefore changes none of them. Raises `UserError`.
    """
    staged: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, content in files:
            # A link to a file keeps being a link.
            place = path.resolve() if path.is_symlink() else path
            if place.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            place.parent.mkdir(parents=True, exist_ok=True)
            temporary = place.with_name(f".{place.name[:40]}.{secrets.token_hex(4)}.tmp")
            staged.append((temporary, place))
            _write_through(temporary, content)
            with suppress(OSError):
                # A file that its owner has closed to others stays closed.
                temporary.chmod(stat.S_IMODE(place.stat().st_mode))
        for temporary, path in staged:
            put_in_place(temporary, path)
    except OSError as error:
        raise refused(error, path) from error
    finally:
        for temporary, _ in staged:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    for folder in {place.parent for _, place in staged}:
        _sync_folder(folder)


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


def refused(error: OSError, path: Path) -> UserError:
    """Return what the system's refusal to write at `path` means for the user."""
    where = str(path)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return UserError(
                msg("there is no place left on the disk; what was there before is unchanged"),
                where,
                msg("Free some space, or choose another folder."),
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
