"""Zip files: written so that anyone can unpack them by hand, read as if whoever sent them meant no good.

Nothing is ever unpacked by the names in a zip. What is one of the program's files by its place is read into
memory, up to a limit; the rest is only counted.
"""

from __future__ import annotations

import re
import stat
import struct
import zlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from ngo_assist.messages import UserError, msg
from ngo_assist.toml_file import MOST_BYTES
from ngo_assist.workspace.bundle import BUNDLE_MOST, Bundle, too_large
from ngo_assist.workspace.slug import ORGANISATION_TOML

ZIP_MOST = 50_000_000
DIRECTORY_MOST = 2_000_000
"""Bytes of a zip's list of files: some 20,000 files. Python reads all of it before it says anything."""

_END = b"PK\x05\x06"
_END_BYTES = 22
_LOCATOR = b"PK\x06\x07"
_LOCATOR_BYTES = 20
_COMMENT_MOST = 65_535
_EARLIEST = 1980
"""Zip knows no earlier year; the clock of an old computer may stand there."""

_BROKEN = (
    BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    struct.error,
)
_OTHER_KINDS = {b"Rar!": "RAR", b"7z\xbc\xaf": "7-Zip", b"\x1f\x8b": "gzip"}


def zipped(folder: str, bundle: Bundle, moment: datetime) -> bytes:
    """Return a zip of one folder that holds the bundle's files."""
    day = (max(moment.year, _EARLIEST), *moment.timetuple()[1:6])
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for place, content in sorted(bundle.items()):
            info = ZipInfo(f"{folder}/{place}", date_time=day)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, content)
    return file.getvalue()


def names_in(path: Path) -> tuple[str, ...]:
    """Return the names of the files in a zip, with "/" between folders. Raises `UserError`."""
    with _Zip(path) as archive:
        return tuple(archive.files)


def read_zip(path: Path, wanted: Iterable[str]) -> Mapping[str, bytes]:
    """Return the contents of the files named. Raises `UserError` for what is damaged, locked or too large."""
    with _Zip(path) as archive:
        return archive.read(wanted)


class _Zip:
    """An open zip, its names checked."""

    def __init__(self, path: Path) -> None:
        self._where = str(path)
        self._path = path

    def __enter__(self) -> _Zip:
        _check_kind(self._path)
        try:
            self._zip = ZipFile(self._path)
            self.files = self._checked(self._zip.infolist())
        except _BROKEN as error:
            raise _damaged(self._where) from error
        except UserError:
            self._zip.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def _checked(self, infos: list[ZipInfo]) -> dict[str, ZipInfo]:
        files = {}
        for info in infos:
            # Some programs on Windows write their own separator.
            name = info.filename.replace("\\", "/")
            if name.startswith("/") or re.match("[A-Za-z]:", name) or ".." in name.split("/"):
                raise UserError(
                    msg("this zip holds paths that lead out of it, which no program of good will writes"),
                    self._where,
                    msg("Do not open it. Ask whoever sent it to make it again with this program."),
                )
            if not info.is_dir() and not stat.S_ISLNK(info.external_attr >> 16):
                files[name] = info
        return files

    def read(self, wanted: Iterable[str]) -> dict[str, bytes]:
        contents, total = {}, 0
        for name in wanted:
            info = self.files[name]
            where = f"{self._where}: {name}"
            if info.flag_bits & 1:
                raise UserError(
                    msg("this zip is locked with a password"),
                    self._where,
                    msg("Unpack it with its password, and open the folder."),
                )
            try:
                # What a zip says of its sizes need not be true.
                with self._zip.open(info) as file:
                    content = file.read(MOST_BYTES + 1)
            except _BROKEN as error:
                raise _damaged(where) from error
            total += len(content)
            if len(content) > MOST_BYTES or total > BUNDLE_MOST:
                raise too_large(where)
            contents[name] = content
        return contents


def _check_kind(path: Path) -> None:
    where = str(path)
    try:
        with path.open("rb") as file:
            beginning = file.read(4)
            size = file.seek(0, 2)
            file.seek(max(0, size - _END_BYTES - _COMMENT_MOST))
            end = file.read()
    except OSError as error:
        raise UserError(
            msg("the file cannot be read: {reason}", reason=error.strerror or type(error).__name__),
            where,
            msg("Check the disk or the USB stick, or take a copy of the file."),
        ) from error
    for magic, kind in _OTHER_KINDS.items():
        if beginning.startswith(magic):
            raise UserError(
                msg("this is a {kind} archive, not a zip", kind=kind),
                where,
                msg("Unpack it with the program that opens such archives, and open the folder here."),
            )
    place = end.rfind(_END)
    if place < 0 or len(end) - place < _END_BYTES:
        if beginning.startswith(b"PK"):
            raise _damaged(where)
        raise UserError(
            msg("this is neither a zip nor a folder"),
            where,
            msg("Choose the .zip that was sent to you, or the folder that you unpacked from it."),
        )
    # The larger form, which says its size elsewhere, is for thousands of files.
    is_large = end[max(0, place - _LOCATOR_BYTES) :].startswith(_LOCATOR)
    if size > ZIP_MOST or is_large or struct.unpack_from("<L", end, place + 12)[0] > DIRECTORY_MOST:
        raise too_large(where)


def _damaged(where: str) -> UserError:
    return UserError(
        msg("this zip is damaged"),
        where,
        msg("Copy it again, or ask for it to be sent once more: it may not have arrived whole."),
    )


def organisations_in(names: Iterable[str]) -> tuple[str, ...]:
    """Return the folders, each "" or ending in "/", that hold an organisation."""
    found = []
    for name in names:
        folder, slash, last = name.rpartition("/")
        # What a Mac adds of its own has the same names with "._" before them, in a folder beside.
        if last == ORGANISATION_TOML and not name.startswith("__MACOSX/"):
            found.append(folder + slash)
    return tuple(sorted(found))
