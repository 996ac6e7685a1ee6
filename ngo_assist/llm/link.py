"""Talking to a model's server: one connection a question, nothing followed, nothing taken on trust.

The standard library's http.client does just that and no more: it follows no redirect, asks no proxy, and
its socket is at hand, so that a stop can end a wait for a slow server. The connection goes to the number
that was checked, not to a name looked up a second time.
"""

from __future__ import annotations

import http.client
import io
import json
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from ..messages import Message, msg
from .address import Address

_ANSWER_MOST = 4 << 20
_LINE_MOST = 1 << 20
_ERROR_MOST = 1 << 16
_CHUNK = 1 << 16


class LinkError(Exception):
    """The server is not there, broke off or spoke nonsense. `kind` as in `ModelFailed`.

    `detail` quotes nothing that people wrote.
    """

    def __init__(self, kind: str, detail: Message) -> None:
        self.kind, self.detail = kind, detail
        super().__init__(f"{kind}: {detail}")


class Refused(LinkError):
    """The server answered with a status that is no success.

    `problem` is the type of the error it names, `about_context` whether it says that the prompt is too long.
    """

    def __init__(self, status: int, problem: str = "", about_context: bool = False) -> None:
        self.status, self.problem, self.about_context = status, problem, about_context
        told = f"{status} {problem}".rstrip()
        super().__init__("engine", msg("the server answered with HTTP status {status}", status=told))


class Link:
    """One server. One question at a time, except `cut`."""

    def __init__(
        self,
        address: Address,
        *,
        elsewhere: bool = False,
        connect: float = 5.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`elsewhere`: somebody said yes to a server on another computer. `connect` is in seconds."""
        self.address, self._elsewhere, self._patience = address, elsewhere, connect
        self._clock = clock
        self._socket: socket.socket | None = None
        self._cut = False

    def get(self, path: str, seconds: float) -> Any:
        """The JSON that stands at `path`, all of it within `seconds`. Raises `LinkError`."""
        with self._answer("GET", path, None, seconds) as answer:
            return _whole(answer)

    def models(self, seconds: float) -> list[str]:
        """The ids of the models that it serves. Raises `LinkError`."""
        answered = self.get("/v1/models", seconds)
        found = answered.get("data") if isinstance(answered, dict) else None
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise LinkError("garbage", msg("no list of models"))
        return [each["id"] for each in found if isinstance(each.get("id"), str)]

    def post(self, path: str, body: dict[str, Any], seconds: float) -> Any:
        """The JSON that is answered to `body`, all of it within `seconds`. Raises `LinkError`."""
        with self._answer("POST", path, body, seconds) as answer:
            return _whole(answer)

    def events(self, path: str, body: dict[str, Any], most: int) -> Iterator[dict[str, Any]]:
        """The events of a stream until it says that it is done, however long that takes.

        Raises `LinkError`: "died" where it breaks off before, "garbage" for anything that is no event and
        for more than `most` bytes.
        """
        with self._answer("POST", path, body, None) as answer:
            for line in _lines(answer, most):
                field, _, value = line.partition(b":")
                if field in (b"", b"event", b"id", b"retry"):
                    continue  # an empty line, a comment, what is of no use here
                if field != b"data":
                    raise LinkError("garbage", msg("a line that is no event"))
                if value.strip() == b"[DONE]":
                    return
                event = _json(value)
                if not isinstance(event, dict):
                    raise LinkError("garbage", msg("an event that is no object"))
                yield event

    def cut(self) -> None:
        """End the question that is being answered, from any thread; whoever waits for it gets an error."""
        self._cut = True
        if (connected := self._socket) is not None:
            with suppress(OSError):
                connected.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Let questions be asked again after `cut`."""
        self._cut = False

    @contextmanager
    def _answer(
        self, method: str, path: str, body: dict[str, Any] | None, seconds: float | None
    ) -> Iterator[http.client.HTTPResponse]:
        connection = http.client.HTTPConnection(self.address.host, self.address.port)
        try:
            self._socket = connection.sock = self._connected()
            # After the connection stands the longest wait is the asker's matter.
            connection.sock.settimeout(seconds)
            if seconds is not None:
                connection.response_class = _answered_until(self._clock() + seconds, self._clock)
            if self._cut:
                raise LinkError("engine", msg("the question was cut off"))
            content = None if body is None else json.dumps(body).encode()
            headers = {
                "Host": self.address.netloc,
                "Content-Type": "application/json",
                "Connection": "close",
            }
            connection.request(method, f"{self.address.path}{path}", content, headers)
            answer = connection.getresponse()
            if answer.status != http.HTTPStatus.OK:
                raise _refused(answer)
            yield answer
        except TimeoutError:
            raise LinkError("hung", msg("the server gave no answer in time")) from None
        except (http.client.IncompleteRead, OSError) as error:
            reason = type(error).__name__
            raise LinkError("died", msg("the server broke off ({reason})", reason=reason)) from None
        except (http.client.HTTPException, UnicodeError) as error:
            # No UnicodeError of JSON: those are told of by `_json`.
            raise LinkError("garbage", msg("no HTTP ({reason})", reason=type(error).__name__)) from None
        finally:
            self._socket = None
            connection.close()

    def _connected(self) -> socket.socket:
        address = self.address
        if not (address.here or self._elsewhere):
            raise LinkError("start", msg("the server is not on this computer, and nobody said yes to that"))
        trouble = "-"
        try:
            numbers = address.numbers()
        except (OSError, UnicodeError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise LinkError("start", msg("the server's name: {reason}", reason=reason)) from None
        for number in numbers:
            try:
                return self._connected_to(number)
            except OSError as error:
                trouble = error.strerror or type(error).__name__
        where = address.netloc
        raise LinkError(
            "start", msg("no server answers at {address} ({reason})", address=where, reason=trouble)
        )

    def _connected_to(self, number: str) -> socket.socket:
        found = socket.create_connection((number, self.address.port), timeout=self._patience)
        try:
            # The last piece of a request must not wait for more to send.
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self.address.scheme == "https":
                return ssl.create_default_context().wrap_socket(found, server_hostname=self.address.host)
        except OSError:
            found.close()
            raise
        return found


class _InTime(io.RawIOBase):
    """What a server sends, until a time: one that drips a byte now and then is never silent nor done."""

    def __init__(
        self, stream: io.RawIOBase, connected: socket.socket, until: float, clock: Callable[[], float]
    ) -> None:
        self._stream, self._connected, self._until, self._clock = stream, connected, until, clock

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        """Read what there is. Raises `TimeoutError` when the time is over."""
        if (left := self._until - self._clock()) <= 0:
            raise TimeoutError
        self._connected.settimeout(left)
        return self._stream.readinto(buffer)

    def close(self) -> None:
        self._stream.close()
        super().close()


def _answered_until(until: float, clock: Callable[[], float]) -> type[http.client.HTTPResponse]:
    """The kind of answer that must be there, from its first byte to its last, when `clock` says `until`."""

    class Answer(http.client.HTTPResponse):
        def __init__(self, sock: socket.socket, *args: Any, **more: Any) -> None:
            super().__init__(sock, *args, **more)
            self.fp = io.BufferedReader(_InTime(self.fp.detach(), sock, until, clock))

    return Answer


def _refused(answer: http.client.HTTPResponse) -> Refused:
    problem, about_context = "", False
    with suppress(LinkError, OSError, http.client.HTTPException):
        content = answer.read(_ERROR_MOST)
        about_context = b"context" in content
        found = _json(content)
        error = found.get("error") if isinstance(found, dict) else None
        named = error.get("type") if isinstance(error, dict) else None
        # A word of its own, never its message: that may quote what people wrote.
        problem = named if isinstance(named, str) and named.isidentifier() and len(named) < 60 else ""
    return Refused(answer.status, problem, about_context)


def _whole(answer: http.client.HTTPResponse) -> Any:
    content = answer.read(_ANSWER_MOST + 1)
    if len(content) > _ANSWER_MOST:
        raise LinkError("garbage", msg("an answer without an end"))
    return _json(content)


def _lines(answer: http.client.HTTPResponse, most: int) -> Iterator[bytes]:
    rest, read = b"", 0
    while chunk := answer.read1(_CHUNK):
        read += len(chunk)
        *lines, rest = (rest + chunk).split(b"\n")
        if len(rest) > _LINE_MOST or read > most:
            raise LinkError("garbage", msg("more than any text takes"))
        yield from (line.rstrip(b"\r") for line in lines)
    raise LinkError("died", msg("the server broke off before the end"))


def _json(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise LinkError("garbage", msg("not JSON ({reason})", reason=type(error).__name__)) from None
