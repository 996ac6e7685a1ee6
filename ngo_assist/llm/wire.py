"""The messages between the client and the worker: one JSON object a line, ASCII, `type` first.

    client                          worker
    load    ──────────────────────▶ progress (number 0, bytes) …, then ready or failed
    connect ──────────────────────▶ ready or failed
    write   ──────────────────────▶ progress (prompt tokens) …, piece …, then finished or failed
    stop    ──────────────────────▶ (the write it names ends with reason "stopped")
    close, or the end of the pipe ▶ (the worker ends)

Every answer carries the number of the write it belongs to; loading is number 0. Both sides refuse a
line that is not exactly one of these: what a broken worker says must not be taken for a text.
"""

from __future__ import annotations

import functools
import json
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import Any, Literal, NoReturn, TypeVar, get_args, get_origin, get_type_hints

from .protocol import Finished, WriteRequest

LINE_LIMIT = 1 << 20
"""The longest line, in bytes, newline included."""

_T = TypeVar("_T")


class ProtocolError(ValueError):
    """A line that is no message. Says what is wrong, never what the line held: it may be people's text."""


@dataclass(frozen=True)
class Load:
    """Load a model. An empty `engine` means the preferred one, `threads` 0 one per core.

    `sha256` is what is known of the file, or empty: the worker then computes it while reading. `cache` is
    the folder where it is kept which engines this processor runs; empty: none is tried beforehand.
    """

    path: str
    n_ctx: int
    threads: int = 0
    engine: str = ""
    sha256: str = ""
    cache: str = ""


@dataclass(frozen=True)
class Connect:
    """Use a server's model in place of a file. `elsewhere` says yes to a server on another computer."""

    address: str
    model: str
    n_ctx: int
    elsewhere: bool = False


@dataclass(frozen=True)
class Write:
    """Write one line. Numbers start at 1 and grow."""

    number: int
    request: WriteRequest


@dataclass(frozen=True)
class Stop:
    """Stop the write of this number, if it is not finished."""

    number: int


@dataclass(frozen=True)
class Close:
    """End the worker."""


@dataclass(frozen=True)
class Ready:
    """The model is loaded. `engine` is a name and a version, `n_ctx` the context in tokens."""

    engine: str
    n_ctx: int
    sha256: str


@dataclass(frozen=True)
class Progress:
    """How far the reading is: bytes of the file for number 0, else tokens of the prompt."""

    number: int
    done: int
    total: int


@dataclass(frozen=True)
class Wrote:
    """A bit of text."""

    number: int
    text: str


@dataclass(frozen=True)
class Done:
    """The end of a text."""

    number: int
    finished: Finished


@dataclass(frozen=True)
class Failed:
    """The load or the write could not be done; the worker takes the next command.

    `kind` as in `ModelFailed`; "died", "hung" and "garbage" are then said of a server.
    """

    number: int
    kind: str
    detail: str = ""


Command = Load | Connect | Write | Stop | Close
Answer = Ready | Progress | Wrote | Done | Failed

_NAMES: dict[type[Command | Answer], str] = {
    Load: "load",
    Connect: "connect",
    Write: "write",
    Stop: "stop",
    Close: "close",
    Ready: "ready",
    Progress: "progress",
    Wrote: "piece",
    Done: "finished",
    Failed: "failed",
}
_COMMANDS: dict[str, type[Command]] = {_NAMES[each]: each for each in get_args(Command)}
_ANSWERS: dict[str, type[Answer]] = {_NAMES[each]: each for each in get_args(Answer)}


def encode(message: Command | Answer) -> bytes:
    """One line, newline included."""
    record = {"type": _NAMES[type(message)], **_record(message)}
    return json.dumps(record, separators=(",", ":"), allow_nan=False).encode("ascii") + b"\n"


def decode_command(line: bytes) -> Command:
    """What the client asks. Raises `ProtocolError`."""
    return _decode(line, _COMMANDS)


def decode_answer(line: bytes) -> Answer:
    """What the worker answers. Raises `ProtocolError`."""
    return _decode(line, _ANSWERS)


def _record(value: Any) -> dict[str, Any]:
    # Not dataclasses.asdict: it copies deeply, which shows at one message a token.
    return {
        name: _record(item) if is_dataclass(item) else item
        for name in (each.name for each in fields(value))
        for item in (getattr(value, name),)
    }


def _decode(line: bytes, known: dict[str, type[_T]]) -> _T:
    if len(line) > LINE_LIMIT:
        raise ProtocolError("the line is too long")
    try:
        record = json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(f"not JSON ({type(error).__name__})") from None
    if not isinstance(record, dict):
        raise ProtocolError("not a JSON object")
    name = record.pop("type", None)
    if not isinstance(name, str) or name not in known:
        raise ProtocolError("no known message type")
    return _build(known[name], record, name)


def _no_constant(_: str) -> NoReturn:
    raise ValueError


def _build(kind: type[_T], record: dict[str, Any], where: str) -> _T:
    expected = _shape(kind)  # type: ignore[arg-type]  # a class is hashable
    if not record.keys() <= expected.keys():
        raise ProtocolError(f"{where}: unknown fields")
    missing = [name for name, (_, needed) in expected.items() if needed and name not in record]
    if missing:
        raise ProtocolError(f"{where}: without {', '.join(missing)}")
    return kind(**{name: _value(expected[name][0], item, f"{where}.{name}") for name, item in record.items()})


@functools.cache
def _shape(kind: type[Any]) -> dict[str, tuple[Any, bool]]:
    """Field name to its type and whether it must be given."""
    hints = get_type_hints(kind)
    return {each.name: (hints[each.name], each.default is MISSING) for each in fields(kind)}


def _value(kind: Any, item: Any, where: str) -> Any:
    if is_dataclass(kind) and isinstance(item, dict):
        return _build(kind, item, where)  # type: ignore[arg-type]
    if get_origin(kind) is Literal:
        if isinstance(item, str) and item in get_args(kind):
            return item
    elif kind is float:
        # 1e999 is good JSON and no number.
        if isinstance(item, int | float) and not isinstance(item, bool) and abs(item) < 1e9:
            return float(item)
    elif kind is bool:
        if isinstance(item, bool):
            return item
    elif kind is int:
        if isinstance(item, int) and not isinstance(item, bool) and item >= 0:
            return item
    elif kind is str and isinstance(item, str):
        try:
            item.encode("utf-8")
        except UnicodeEncodeError:
            raise ProtocolError(f"{where}: half a character") from None
        return item
    raise ProtocolError(f"{where}: not what it must be")
