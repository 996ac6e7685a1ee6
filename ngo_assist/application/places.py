"""Where people find and put files: Downloads, the desktop, documents, a USB stick, and what they type."""

from __future__ import annotations

import os
import re
import string
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from ngo_assist.messages import Message, UserError, msg
from ngo_assist.workspace.slug import ORGANISATION_TOML
from ngo_assist.workspace.zip_file import ZIP_MOST, names_in, organisations_in

Sought = Literal["zip", "model"]
SUFFIXES: dict[Sought, str] = {"zip": ".zip", "model": ".gguf"}
"""What is looked for, by the ends of their names."""

Kind = Literal["downloads", "desktop", "documents", "stick", "home"]
NAMES: dict[Kind, Message] = {
    "downloads": msg("Downloads"),
    "desktop": msg("Desktop"),
    "documents": msg("Documents"),
    "stick": msg("USB stick"),
    "home": msg("My folder"),
}
LOOKED_INTO: tuple[Kind, ...] = ("downloads", "desktop", "documents", "stick")
"""Where what came is looked for unasked."""
TRIED_MOST = 200
"""Files and folders of one place that are looked into, the newest first."""
SHOWN_MOST = 500

_STICKS = ("/media/{user}", "/run/media/{user}", "/Volumes")


@dataclass(frozen=True)
class Place:
    kind: Kind
    path: Path


@dataclass(frozen=True)
class Entry:
    """A file or a folder in a list."""

    path: Path
    kind: Literal["zip", "model", "organisation", "folder"]
    at: datetime
    """When it was changed last, local time: for what came, mostly when it came."""
    size: int = 0
    """Bytes; of a folder nothing is said."""


def usual_places() -> list[Place]:
    """Return the places that are there on this computer, in the order in which people look."""
    # Loaded late: it asks Windows for its folders.
    from platformdirs import user_desktop_path, user_documents_path, user_downloads_path

    found = [
        Place("downloads", user_downloads_path()),
        Place("desktop", user_desktop_path()),
        Place("documents", user_documents_path()),
        *(Place("stick", path) for path in _sticks(sys.platform)),
        Place("home", Path.home()),
    ]
    return [place for place in found if is_folder(place.path)]


def copies_go_to() -> Path:
    """Return where a copy to be sent is put: Downloads, where messengers look first and no cloud does."""
    from platformdirs import user_downloads_path

    downloads = user_downloads_path()
    return downloads if is_folder(downloads) else Path.home()


def found_in(places: Iterable[Place]) -> list[Entry]:
    """Return the zips and folders with organisations that lie openly in these places, the newest first."""
    found: dict[Path, Entry] = {}
    for place in places:
        entries = sorted(_entries(place.path, "zip"), key=lambda each: each.at, reverse=True)
        for entry in entries[:TRIED_MOST]:
            if entry.kind == "organisation" or (entry.kind == "zip" and holds_organisation(entry.path)):
                found.setdefault(entry.path.resolve(), entry)
    return sorted(found.values(), key=lambda each: each.at, reverse=True)


def models_in(places: Iterable[Place]) -> list[Entry]:
    """Return the models' files that lie openly in these places, the newest first."""
    found: dict[Path, Entry] = {}
    for place in places:
        for entry in _entries(place.path, "model"):
            if entry.kind == "model":
                found.setdefault(entry.path.resolve(), entry)
    return sorted(found.values(), key=lambda each: each.at, reverse=True)[:TRIED_MOST]


def inside(folder: Path, sought: Sought = "zip") -> list[Entry]:
    """Return the folders in a folder, then what is sought, by name.

    Raises `UserError` where it cannot be read.
    """
    try:
        with os.scandir(folder):
            pass
    except OSError as error:
        raise UserError(
            msg("this folder cannot be read: {reason}", reason=error.strerror or type(error).__name__),
            str(folder),
            msg("Choose another folder."),
        ) from error
    entries = sorted(
        _entries(folder, sought), key=lambda each: (each.kind == sought, each.path.name.casefold())
    )
    return entries[:SHOWN_MOST]


def holds_organisation(path: Path) -> bool:
    """Tell by the names in a zip whether it looks like ours."""
    try:
        return path.stat().st_size <= ZIP_MOST and bool(organisations_in(names_in(path)))
    except (OSError, UserError):
        return False


def path_meant(typed: str) -> Path | None:
    """Return the path that a person typed, pasted, or dropped into the window; None: nothing is there.

    A terminal writes a dropped file in quotes, with backslashes before spaces, or as an address.
    """
    text = typed.strip()
    if text[:1] in "\"'" and text[-1:] == text[:1]:
        text = text[1:-1]
    if text.startswith("file://"):
        text = unquote(text.removeprefix("file://"))
        text = text[1:] if re.match("/[A-Za-z]:", text) else text
    elif os.name != "nt":
        text = re.sub(r"\\(.)", r"\1", text)
    if not text or "\0" in text:
        return None
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder; no where nobody can tell."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _entries(folder: Path, sought: Sought) -> Iterator[Entry]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if found := _entry(entry, sought):
                    yield found
    except OSError:
        return


def _entry(entry: os.DirEntry[str], sought: Sought) -> Entry | None:
    if entry.name.startswith((".", "~", "$")):
        return None
    path = Path(entry)
    try:
        state = entry.stat()
        at = datetime.fromtimestamp(state.st_mtime).astimezone()
        if entry.is_dir():
            ours = (path / ORGANISATION_TOML).is_file()
            return Entry(path, "organisation" if ours else "folder", at)
    except (OSError, OverflowError, ValueError):
        return None
    return Entry(path, sought, at, state.st_size) if path.suffix.lower() == SUFFIXES[sought] else None


def _sticks(platform: str) -> list[Path]:
    if platform == "win32":
        return [path for letter in string.ascii_uppercase[3:] if is_folder(path := Path(f"{letter}:\\"))]
    user = Path.home().name
    found: list[Path] = []
    for pattern in _STICKS:
        folder = Path(pattern.format(user=user))
        try:
            found += sorted(path for path in folder.iterdir() if is_folder(path))
        except OSError:
            continue
    return found
