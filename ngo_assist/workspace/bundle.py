"""One organisation's files in memory: what goes into a backup or a copy, and what someone has sent.

Only the files that DESIGN names are in it. Others that people have put beside them are theirs: they are
neither copied nor replaced nor removed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from ngo_assist.messages import UserError, msg
from ngo_assist.toml_file import MOST_BYTES
from ngo_assist.workspace.atomic import refused, write_together
from ngo_assist.workspace.slug import ORGANISATION_TOML

Bundle = Mapping[str, bytes]
"""Contents by their place in the organisation's folder, such as "assessments/2026-11-23.toml"."""

_NAME = r"[^/.][^/]*"
_OURS = re.compile(
    rf"{re.escape(ORGANISATION_TOML)}|assessments/{_NAME}\.toml|plans/{_NAME}/{_NAME}\.(toml|md)"
)
BUNDLE_MOST = 100_000_000
"""Bytes: more than an organisation gathers in a hundred years of plans."""


def is_ours(place: str) -> bool:
    """Tell whether a file at this place in an organisation's folder is one of the program's."""
    return _OURS.fullmatch(place) is not None


def gather(folder: Path) -> Bundle:
    """Read an organisation's files, those that are broken too. Raises `UserError`.

    What is only linked from the folder lies elsewhere and is left out.
    """
    found: dict[str, bytes] = {}
    total = 0
    for place, path in _places(folder):
        content = _read(path)
        total += len(content)
        if total > BUNDLE_MOST:
            raise too_large(str(folder))
        found[place] = content
    return found


def replace_all(folder: Path, bundle: Bundle) -> None:
    """Make `folder` hold the files of `bundle` and none of the program's others.

    What is new is on the disk before anything goes: a crash in between leaves a file too many, never one too
    few. Raises `UserError`.
    """
    write_together([(folder / place, content) for place, content in bundle.items()])
    path = folder
    try:
        for place, path in list(_places(folder)):
            if place not in bundle:
                path.unlink(missing_ok=True)
        for path in _folders(folder / "plans"):
            if not any(path.iterdir()):
                path.rmdir()
    except OSError as error:
        raise refused(error, path) from error


def too_large(where: str) -> UserError:
    """Return what is said of something that holds far more than an organisation's files."""
    return UserError(
        msg("this holds more than an organisation's files can be"),
        where,
        msg("Check that this is the right file."),
    )


def _places(folder: Path) -> Iterator[tuple[str, Path]]:
    paths = [folder / ORGANISATION_TOML, *_files(folder / "assessments")]
    for plan in _folders(folder / "plans"):
        paths += _files(plan)
    for path in paths:
        place = PurePosixPath(path.relative_to(folder)).as_posix()
        if is_ours(place) and path.is_file() and not path.is_symlink():
            yield place, path


def _files(folder: Path) -> list[Path]:
    return [Path(entry) for entry in _entries(folder) if entry.is_file(follow_symlinks=False)]


def _folders(folder: Path) -> list[Path]:
    return [Path(entry) for entry in _entries(folder) if entry.is_dir(follow_symlinks=False)]


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise _unreadable(error, folder) from error


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _unreadable(error, path) from error
    if len(content) > MOST_BYTES:
        raise UserError(
            msg("the file is larger than {most} bytes", most=MOST_BYTES),
            str(path),
            msg("Check that this is the right file."),
        )
    return content


def _unreadable(error: OSError, path: Path) -> UserError:
    return UserError(
        msg("the file cannot be read: {reason}", reason=error.strerror or type(error).__name__),
        str(path),
        msg("Check the disk or the USB stick, or take a copy of the file."),
    )
