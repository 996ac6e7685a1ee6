"""Reading a TOML file that people made, edited, or that was damaged on its way."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from ngo_assist.messages import Message, UserError, msg

MOST_BYTES = 5_000_000
"""More than any file of ours holds; a larger one is something else."""

_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_EXCERPT = 60
_DEEPEST = 50


def read_toml(path: Path, *, most_bytes: int = MOST_BYTES) -> dict[str, Any]:
    """Return what the file holds; a byte order mark and Windows line ends are taken as they come.

    Raises `UserError` for every file that cannot be read, with `where` as path, path:line or
    path:line:column (both counted from 1).
    """
    return parse_toml(_bytes(path, most_bytes), str(path))


def parse_toml(content: bytes, where: str) -> dict[str, Any]:
    """Return what `content` holds; `where` names it in errors.

    Raises `UserError` like `read_toml`.
    """
    text = _decode(content, where)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _broken(text, str(error), where) from error
    except RecursionError as error:
        raise _too_deep(where) from error
    except ValueError as error:
        # Python's own limit on the digits of a number is no TOMLDecodeError.
        raise UserError(
            msg("the file holds a number that is too long"),
            where,
            msg("Correct the number in a text editor."),
        ) from error
    if not _is_shallow(tables):
        raise _too_deep(where)
    return tables


def _too_deep(where: str) -> UserError:
    what = msg("lists or tables lie in one another too deeply")
    return UserError(what, where, msg("Check that this is the right file."))


def _is_shallow(tables: dict[str, Any]) -> bool:
    """Tell whether others may walk through `tables` by recursion: long dotted keys parse at any depth."""
    layer: list[Any] = [tables]
    for _ in range(_DEEPEST):
        layer = [
            inner
            for outer in layer
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not layer:
            return True
    return False


def _bytes(path: Path, most: int) -> bytes:
    where = str(path)
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        # Windows says "permission denied" of a folder, so look before reading the kind of error.
        if _is_folder(path):
            raise UserError(
                msg("this is a folder, not a file"), where, msg("Name a file inside the folder.")
            ) from error
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            raise UserError(
                msg("there is no such file"), where, msg("Check the name and the folder.")
            ) from error
        if isinstance(error, PermissionError):
            raise UserError(
                msg("the file may not be read"),
                where,
                msg("Ask its owner for the right to read it, or copy it into a folder of your own."),
            ) from error
        raise UserError(
            msg("the file cannot be read: {reason}", reason=error.strerror or type(error).__name__),
            where,
            msg("Check the disk or the USB stick, or take a copy of the file."),
        ) from error
    if len(content) > most:
        raise UserError(
            msg("the file is larger than {most} bytes", most=most),
            where,
            msg("Check that this is the right file."),
        )
    return content


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _decode(content: bytes, where: str) -> str:
    resave = msg("Open it in a text editor and save it with the encoding UTF-8.")
    if content.startswith(_UTF16):
        raise UserError(msg("the file is written as UTF-16, not as UTF-8"), where, resave)
    skipped = len(_BOM) if content.startswith(_BOM) else 0
    nul = content.find(b"\0")
    if nul >= 0:
        raise UserError(
            msg("this is not a text file: byte {offset} is zero", offset=nul),
            where,
            msg("Take another copy of the file: this one is damaged or is something else."),
        )
    try:
        return content[skipped:].decode("utf-8")
    except UnicodeDecodeError as error:
        offset = skipped + error.start
        line = content.count(b"\n", 0, offset) + 1
        what = msg(
            "line {line} is not written in UTF-8 (byte {offset} of the file)", line=line, offset=offset
        )
        raise UserError(what, f"{where}:{line}", resave) from error


def _broken(text: str, error: str, where: str) -> UserError:
    """Turn the parser's English into a place, the line itself, and a reason where we know one."""
    lines = text.replace("\r\n", "\n").split("\n")
    at = re.search(r"\(at line (\d+), column (\d+)\)$", error)
    if at is None:
        return UserError(
            msg("the file ends before something in it is finished: {reason}", reason=_reason(error)),
            f"{where}:{len(lines)}",
            msg("Take another copy of the file, or complete it in a text editor."),
        )
    line, column = int(at[1]), int(at[2])
    excerpt = _excerpt(lines[line - 1], column)
    return UserError(
        msg(
            "line {line} is not valid TOML: {reason}: {excerpt}",
            line=line,
            reason=_reason(error),
            excerpt=excerpt,
        ),
        f"{where}:{line}:{column}",
        msg("Correct this line in a text editor, or take another copy of the file."),
    )


def _excerpt(line: str, column: int) -> str:
    start = max(0, column - _EXCERPT)
    part = line[start : start + _EXCERPT].strip()
    return "".join(c if c.isprintable() else "�" for c in part) or "(…)"


def _reason(error: str) -> Message:
    """Say the parser's reason in words that can be translated; the order matters."""
    known: tuple[tuple[str, Message], ...] = (
        (r"overwrite|twice|mutate|redefine|Duplicate", msg("the same name is given twice")),
        (r"Unterminated|Expected \"'|Expected '\"", msg("a quotation mark is missing at the end of a text")),
        (r"Illegal character '\\n'", msg("a quotation mark is missing at the end of a text")),
        (r"Unescaped|Escaped|hex value", msg("a backslash in a text is to be written twice")),
        (r"Illegal character|invalid character", msg("there is a control character in it")),
        (r"Unclosed array", msg("a closing ] is missing")),
        (r"Unclosed inline table", msg("a closing }} is missing")),
        (r"Expected ']", msg("a closing ] is missing")),
        (r"Expected '='", msg("an = is missing after the name")),
        (r"Invalid date", msg("this date does not exist")),
        (r"Invalid initial character for a key", msg("a name is expected here")),
        (r"Expected newline", msg("more text follows than belongs there")),
        (r"nested", msg("lists or tables lie in one another too deeply")),
        (r"end of document", msg("the last line is not complete")),
    )
    for pattern, reason in known:
        if re.search(pattern, error):
            return reason
    return msg("the value cannot be read; a text needs quotation marks")
