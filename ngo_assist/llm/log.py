"""The log of the worker's error stream: two files, bounded in size, whatever the worker says."""

from __future__ import annotations

from pathlib import Path

LIMIT = 512 * 1024
"""Bytes of one file; the file before it is kept beside it as `<name>.1`."""


class RotatingLog:
    """Appends bytes. A log that cannot be written is given up silently: it must never stop the work."""

    def __init__(self, path: Path, limit: int = LIMIT) -> None:
        self._path, self._limit, self._broken = path, limit, False

    def write(self, chunk: bytes) -> None:
        """Append the last `limit` bytes of `chunk`."""
        if self._broken:
            return
        chunk = chunk[-self._limit :]
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            size = self._path.stat().st_size if self._path.exists() else 0
            if size and size + len(chunk) > self._limit:
                self._path.replace(self._path.with_name(f"{self._path.name}.1"))
            with self._path.open("ab") as file:
                file.write(chunk)
        except OSError:
            self._broken = True
