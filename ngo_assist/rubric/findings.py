"""What a check of a rubric found: every mistake with its place, what was found and what is allowed."""

from __future__ import annotations

import difflib
import heapq
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Literal, Protocol, overload

from ngo_assist.messages import Message, msg
from ngo_assist.rubric.source_file import Path, SourceFile, printable

Severity = Literal["error", "warning"]
Say = Callable[..., str]
"""A `Translator`, or `str` for English."""

_FOUND_MOST = 100
_HINT_AMONG = 20


@dataclass(frozen=True)
class Finding:
    """One mistake (`error`) or one doubt about style (`warning`)."""

    severity: Severity
    file: str
    """The file's name in the rubric's folder; the folder itself: empty."""
    place: str
    """For example `practices[2] "security.backup".actions[0] "security.backup.weekly-copy".to`."""
    what: Message
    found: str = ""
    allowed: Message | None = None
    hint: Message | None = None
    line: int | None = None
    """Counted from 1; the nearest one that is known."""

    def where_and_what(self) -> Message:
        """Return the finding's place and words, without what was found and what is allowed."""
        file = f"{self.file}:{self.line}" if self.line else self.file
        return _joined(": ", file, self.place, self.what)

    def message(self) -> Message:
        """Return the whole finding as one line."""
        file = f"{self.file}:{self.line}" if self.line else self.file
        kind = msg("error") if self.severity == "error" else msg("warning")
        head = _joined(": ", file, kind, self.place, self.what)
        found = msg("found: {found}", found=self.found) if self.found else None
        allowed = msg("allowed: {allowed}", allowed=self.allowed) if self.allowed else None
        return _joined(". ", _joined("; ", head, found, allowed), self.hint)

    def in_words(self, say: Say = str) -> str:
        """Return the finding as one line; `say` puts messages into the reader's language."""
        return say(self.message())


@dataclass(frozen=True)
class Report:
    """All that a check found, in the order of the files and their lines."""

    findings: tuple[Finding, ...]

    @cached_property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @cached_property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == "warning")

    @property
    def ok(self) -> bool:
        """Whether the rubric can be used; warnings do not stand in the way."""
        return not self.errors

    def in_words(self, say: Say = str) -> Iterator[str]:
        """Yield one line a finding; `say` puts messages into the reader's language."""
        return (finding.in_words(say) for finding in self.findings)


class Located(Protocol):
    """What knows its file and its path there."""

    @property
    def source(self) -> SourceFile: ...
    @property
    def path(self) -> Path: ...


class Findings:
    """Collects findings; whoever checks adds to it and goes on."""

    def __init__(self) -> None:
        self._all: list[tuple[int, int, Finding]] = []
        self._files: dict[str, int] = {}

    def error(
        self,
        at: Located,
        *field: str | int,
        what: Message,
        found: object = "",
        allowed: Message | None = None,
        hint: Message | None = None,
    ) -> None:
        self._add("error", at, field, what, found, allowed, hint)

    def warning(
        self,
        at: Located,
        *field: str | int,
        what: Message,
        found: object = "",
        allowed: Message | None = None,
        hint: Message | None = None,
    ) -> None:
        self._add("warning", at, field, what, found, allowed, hint)

    def of_file(self, name: str, what: Message, hint: Message | None = None, line: int | None = None) -> None:
        """Add a mistake of a whole file."""
        finding = Finding("error", name, "", what, hint=hint, line=line)
        self._all.append((self._rank(name), line or 0, finding))

    def _add(
        self,
        severity: Severity,
        at: Located,
        field: Path,
        what: Message,
        found: object,
        allowed: Message | None,
        hint: Message | None,
    ) -> None:
        path = at.path + field
        line = at.source.line(path)
        place = at.source.place(path)
        finding = Finding(
            severity, at.source.name, place, _safe(what), shown(found), _safe(allowed), _safe(hint), line
        )
        self._all.append((self._rank(at.source.name), line or 0, finding))

    def _rank(self, name: str) -> int:
        return self._files.setdefault(name, len(self._files))

    @property
    def any_error(self) -> bool:
        return any(finding.severity == "error" for _, _, finding in self._all)

    def report(self) -> Report:
        # The same mistake can be met twice on different ways; it is told once.
        ordered = sorted(self._all, key=lambda entry: entry[:2])
        unique = {(f.file, f.place, str(f.what), f.found): f for _, _, f in ordered}
        return Report(tuple(unique.values()))


@overload
def _safe(message: Message) -> Message: ...
@overload
def _safe(message: None) -> None: ...
def _safe(message: Message | None) -> Message | None:
    """Return `message` with what it quotes from files made fit for a screen."""
    if message is None:
        return None
    values = {name: printable(v) if isinstance(v, str) else v for name, v in message.values.items()}
    return Message(message.text, values)


def shown(value: object) -> str:
    """Return `value` as it may stand on a screen: short, on one line, without control characters."""
    text = printable(value if isinstance(value, str) else _plain(value))
    return text if len(text) <= _FOUND_MOST else text[: _FOUND_MOST - 1] + "…"


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(_plain, value[:8])) + (", …]" if len(value) > 8 else "]")
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k} = {_plain(v)}" for k, v in list(value.items())[:4]) + " }"
    return str(value)


def did_you_mean(found: str, allowed: Collection[str]) -> Message | None:
    """Return a hint at the most alike of `allowed`, if one is much alike."""
    if len(allowed) > _HINT_AMONG:
        # Comparing letters with a thousand ids takes seconds where hundreds are wrong: first look at whole
        # parts of ids and at how they begin.
        parts = found.split(".")
        ranked = [
            (sum(f".{part}." in f".{name}." for part in parts), name[:2] == found[:2], name)
            for name in allowed
        ]
        allowed = [name for *_, name in heapq.nlargest(_HINT_AMONG, ranked)]
    close = _closest(found, tuple(allowed))
    return msg("Did you mean {name}?", name=close) if close else None


@lru_cache(maxsize=512)
def _closest(found: str, names: tuple[str, ...]) -> str | None:
    # "kz" for "kk" is as far as a mistake of one letter goes.
    return next(iter(difflib.get_close_matches(found, names, 1, 0.6 if len(found) > 2 else 0.5)), None)


def one_of(names: Collection[str], most: int = 30) -> Message:
    """Return the list of what is allowed."""
    listed = sorted(names) if isinstance(names, set | frozenset) else list(names)
    more = ", …" if len(listed) > most else ""
    return Message("{names}", {"names": ", ".join(listed[:most]) + more})


def unknown(
    to: Findings, at: Located, field: str | Path, what: Message, found: str, known: Collection[str]
) -> None:
    """Add that `found` is a name that nothing bears; `known` are those that something does."""
    path = (field,) if isinstance(field, str) else field
    to.error(at, *path, what=what, found=found, allowed=one_of(known), hint=did_you_mean(found, known))


def undeclared(to: Findings, at: Located, path: Path, declared: Collection[str]) -> None:
    """Add that the language at the end of `path` is not one of the rubric's."""
    what = msg("this language is not declared in rubric.toml")
    unknown(to, at, path, what, str(path[-1]), declared)


def _joined(between: str, *parts: str | Message | None) -> Message:
    values = {f"part{number}": part for number, part in enumerate(parts) if part}
    return Message(between.join(f"{{{name}}}" for name in values), values)
