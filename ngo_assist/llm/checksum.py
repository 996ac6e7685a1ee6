"""The sha256 of model files, computed once: files are large, and their size and time tell of a change."""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path

_SHA256 = re.compile(r"[0-9a-f]{64}")


def sha256(path: Path, cache: Path) -> str:
    """The checksum of a file, from the cache folder or by reading all of it. Raises `OSError`."""
    if found := known(path, cache):
        return found
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    remember(path, cache, found)
    return found


def known(path: Path, cache: Path) -> str:
    """The checksum if the cache has it for this file as it is now, else an empty text."""
    try:
        value = _table(cache).get(_key(path), "")
    except OSError:
        return ""
    return value if isinstance(value, str) and _SHA256.fullmatch(value) else ""


def remember(path: Path, cache: Path, value: str) -> None:
    """Keep a checksum. A cache that cannot be written is no error."""
    file = cache / "sha256.json"
    try:
        table = {**_table(cache), _key(path): value}
        cache.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f"{file.name}.{os.getpid()}")
        new.write_text(json.dumps(table, indent=1), encoding="utf-8")
        new.replace(file)
    except OSError:
        return


def _key(path: Path) -> str:
    state = path.stat()
    return f"{path.resolve()}|{state.st_size}|{state.st_mtime_ns}"


def _table(cache: Path) -> dict[str, object]:
    try:
        table = json.loads((cache / "sha256.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return table if isinstance(table, dict) else {}
