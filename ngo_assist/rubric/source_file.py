"""A rubric's files as they were written, with places and lines, whatever is wrong with them."""

from __future__ import annotations

import pathlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias, TypeGuard

Path: TypeAlias = tuple[str | int, ...]
"""Where something stands in a file: names of fields and places in lists, counted from 0."""

HEADER = "rubric.toml"
_SPACE = re.compile(r"[ \t\r\n]+")
_KEY = r'[A-Za-z0-9_-]+|"[^"\n]*"|\'[^\'\n]*\''
_TABLE = re.compile(rf"^\s*(\[\[?)\s*((?:{_KEY})(?:\s*\.\s*(?:{_KEY}))*)\s*\]\]?\s*(?:#.*)?$")
_FIELD = re.compile(rf"^\s*((?:{_KEY})(?:\s*\.\s*(?:{_KEY}))*)\s*=")


@dataclass(frozen=True, eq=False)
class SourceFile:
    """One file of a rubric: what it holds, normalised, and where."""

    file: pathlib.Path
    table: Mapping[str, Any]

    @property
    def name(self) -> str:
        return self.file.name

    def place(self, path: Path) -> str:
        """Return `path` as people read it, with the ids of what it leads through."""
        text = ""
        value: Any = self.table
        for step in path:
            value = _step(value, step)
            if isinstance(step, int):
                text += f"[{step}]"
                name = value.get("id") if isinstance(value, Mapping) else None
                text += (
                    f' "{name}"' if isinstance(name, str) and name.isprintable() and len(name) < 80 else ""
                )
            else:
                clean = printable(step[:80])
                text += f".{clean}" if text else clean
        return text

    def line(self, path: Path) -> int | None:
        """Return the line where `path` begins, or where what holds it does."""
        for length in range(len(path), 0, -1):
            if (line := self._lines.get(path[:length])) is not None:
                return line
        return None

    @cached_property
    def _lines(self) -> dict[Path, int]:
        # Read again only once there is a finding; the values come from a real parser, this is for places.
        try:
            text = self.file.read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            return {}
        return _lines(text)


@dataclass(frozen=True, eq=False)
class Part:
    """A table in a file, read without trusting it: what is of the wrong kind counts as absent."""

    source: SourceFile
    path: Path
    table: Mapping[str, Any]

    @property
    def id(self) -> str:
        return self.text("id") or ""

    def text(self, field: str) -> str | None:
        value = self.table.get(field)
        return value if isinstance(value, str) else None

    def whole(self, field: str) -> int | None:
        value = self.table.get(field)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def flag(self, field: str) -> bool:
        return self.table.get(field) is True

    def strings(self, field: str) -> list[tuple[int, str]]:
        """Return the texts in a list, each with its place there."""
        value = self.table.get(field)
        return [(i, item) for i, item in enumerate(value) if isinstance(item, str)] if _is_list(value) else []

    def parts(self, field: str) -> list[Part]:
        """Return the tables in a list."""
        value = self.table.get(field)
        if not _is_list(value):
            return []
        return [
            Part(self.source, (*self.path, field, i), item)
            for i, item in enumerate(value)
            if isinstance(item, Mapping)
        ]

    def part(self, field: str) -> Part | None:
        """Return the table in a field."""
        value = self.table.get(field)
        return Part(self.source, (*self.path, field), value) if isinstance(value, Mapping) else None

    def count(self, field: str) -> int | None:
        """Return the length of a list, None where there is no list."""
        value = self.table.get(field)
        return len(value) if _is_list(value) else None


def printable(text: str) -> str:
    """Return `text` with a mark for every character that a screen would obey instead of showing."""
    return text if text.isprintable() else "".join(c if c.isprintable() else "�" for c in text)


def root(source: SourceFile) -> Part:
    """Return the whole file as a part."""
    return Part(source, (), source.table)


def strings(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text in `value` with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from strings(inner, (*path, name))
    elif _is_list(value):
        for place, inner in enumerate(value):
            yield from strings(inner, (*path, place))


def languages(header: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the languages that a header declares, as far as it does."""
    value = header.get("languages")
    return tuple(item for item in value if isinstance(item, str)) if _is_list(value) else ()


def normalised(
    table: Mapping[str, Any], order: tuple[str, ...], path: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Return `table` as the models take it.

    Languages stand in the rubric's order, lists are tuples, texts are in Unicode's composed form on one
    line; only an ask's text, which is a letter, keeps its line breaks.
    """
    # The order of cost bands means something, whatever their names are.
    first = () if path == ("cost_bands",) else tuple(language for language in order if language in table)
    names = [*first, *(name for name in table if name not in first)]
    return {name: _normalised(table[name], order, (*path, name)) for name in names}


def _normalised(value: Any, order: tuple[str, ...], path: tuple[str, ...]) -> Any:
    if isinstance(value, dict):
        return normalised(value, order, path)
    if isinstance(value, list):
        return tuple(_normalised(item, order, path) for item in value)
    if isinstance(value, str):
        text = unicodedata.normalize("NFC", value)
        letter = path[:2] == ("asks", "text")
        return text.replace("\r\n", "\n").strip() if letter else _SPACE.sub(" ", text).strip(" ")
    return value


def _is_list(value: Any) -> TypeGuard[Sequence[Any]]:
    return isinstance(value, list | tuple)


def _step(value: Any, step: str | int) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None


def _lines(text: str) -> dict[Path, int]:
    """Map paths to lines by the headers of tables and the names of fields."""
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, line in enumerate(text.split("\n"), 1):
        if match := _TABLE.match(line):
            table = _open(_names(match[2]), match[1] == "[[", counts)
            found.setdefault(table, number)
        elif match := _FIELD.match(line):
            found.setdefault((*table, *_names(match[1])), number)
    return found


def _open(names: list[str], many: bool, counts: dict[Path, int]) -> Path:
    """Return the path of a table's header; within a list of tables it is the last one."""
    path: Path = ()
    for name in names[:-1]:
        path = (*path, name)
        if path in counts:
            path = (*path, counts[path])
    path = (*path, names[-1])
    if many:
        counts[path] = counts.get(path, -1) + 1
        path = (*path, counts[path])
    return path


def _names(dotted: str) -> list[str]:
    return [name.strip("\"'") for name in re.findall(_KEY, dotted)]
