"""The checksum that lies beside a model's file, as `sha256sum` and others write it."""

from __future__ import annotations

import errno
import re
import stat
from pathlib import Path

from ..messages import UserError, msg

_MOST = 1 << 16
_BARE = re.compile(r"([0-9A-Fa-f]{64})")
_GNU = re.compile(r"\\?([0-9A-Fa-f]{64}) [ *]?(.+)")
_BSD = re.compile(r"SHA256 ?\((.+)\) ?= ?([0-9A-Fa-f]{64})")


def promised_sha256(file: Path) -> str:
    """What the file should have: from `NAME.gguf.sha256` or `NAME.sha256` beside it; empty without them.

    Raises `UserError` where there is such a file and it does not tell.
    """
    for beside in (file.with_name(f"{file.name}.sha256"), file.with_suffix(".sha256")):
        try:
            # Opening a pipe would wait for somebody to write into it.
            if not stat.S_ISREG(beside.stat().st_mode):
                raise _useless(beside)
            with beside.open(encoding="utf-8-sig", errors="replace") as opened:
                lines = [line.strip() for line in opened.read(_MOST).splitlines()]
        except FileNotFoundError:
            continue
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:
                continue
            raise _useless(beside) from error
        if found := _found(lines, file.name):
            return found
        raise _useless(beside)
    return ""


def _found(lines: list[str], name: str) -> str:
    for line in lines:
        if bare := _BARE.fullmatch(line):
            return bare[1].lower()
        if (gnu := _GNU.fullmatch(line)) and _same(gnu[2], name):
            return gnu[1].lower()
        if (bsd := _BSD.fullmatch(line)) and _same(bsd[1], name):
            return bsd[2].lower()
    return ""


def _same(written: str, name: str) -> bool:
    """Whether a line is about the file; it may name it with the folder where it once was."""
    return re.split(r"[/\\]", written)[-1] == name


def _useless(beside: Path) -> UserError:
    return UserError(
        msg("this file should hold the model's checksum, and it cannot be read there"),
        str(beside),
        msg("Put it right, or remove it to add the model without a comparison."),
    )
