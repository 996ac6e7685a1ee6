"""Copying a large file so that it is there whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ngo_assist.messages import UserError, msg

_CHUNK = 1 << 22


def copy_whole(source: Path, target: Path, advance: Callable[[int], None]) -> None:
    """Copy `source` to `target`; `advance` hears of each piece's bytes.

    Raises `UserError`. When it fails or is interrupted, nothing stays behind.
    """
    temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(target.parent).free < source.stat().st_size:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        with source.open("rb") as reader, temporary.open("xb") as writer:
            while piece := reader.read(_CHUNK):
                writer.write(piece)
                advance(len(piece))
            writer.flush()
            os.fsync(writer.fileno())
        temporary.replace(target)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        what = (
            msg("there is no place left on the disk")
            if full
            else msg("the file cannot be copied: {reason}", reason=error.strerror or type(error).__name__)
        )
        raise UserError(
            what, str(target.parent), msg("Free some space, or check the disk, and try again.")
        ) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
