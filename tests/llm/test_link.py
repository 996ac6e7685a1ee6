"""A small question to a server has an end, whatever the server does."""

from __future__ import annotations

import itertools
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

from ngo_assist.llm.address import Address
from ngo_assist.llm.link import Link, LinkError

HEAD = b"HTTP/1.1 200 OK\r\n"
ENDLESS = {
    "drips its answer": (HEAD + b"Content-Length: 4000000\r\n\r\n", b" "),
    "drips its first line": (b"HTTP/1.1 200 ", b"O"),
    "drips a header": (HEAD + b"A: ", b"b"),
    "goes on without an answer": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "drips an error": (b"HTTP/1.1 500 No\r\nContent-Length: 60000\r\n\r\n", b" "),
}


@contextmanager
def endless_server(first: bytes, again: bytes) -> Iterator[Address]:
    """A server that begins an answer and goes on with it, bit by bit, until it is left."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            connected, _ = listening.accept()
            with connected:
                connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                connected.recv(65536)
                connected.sendall(first)
                while True:
                    connected.sendall(again)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield Address("http", "127.0.0.1", listening.getsockname()[1])
    finally:
        listening.close()
        thread.join()


def ticking() -> Callable[[], float]:
    """A clock on which a second goes by with each look at it."""
    return itertools.count().__next__


@pytest.mark.parametrize("kind", ["drips its answer", "drips its first line", "drips a header"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_server_that_is_never_silent_and_never_done_is_given_up(kind: str, method: str) -> None:
    with endless_server(*ENDLESS[kind]) as address:
        link = Link(address, clock=ticking())
        with pytest.raises(LinkError) as caught:
            _ = link.get("/v1/models", 3) if method == "get" else link.post("/x", {}, 3)
    assert caught.value.kind == "hung"
    assert "no answer in time" in str(caught.value.detail)


def test_a_server_that_only_says_go_on_is_given_up() -> None:
    with endless_server(*ENDLESS["goes on without an answer"]) as address, pytest.raises(LinkError) as caught:
        Link(address, clock=ticking()).models(3)
    assert caught.value.kind == "hung"


def test_an_error_that_does_not_end_is_an_error_all_the_same() -> None:
    with endless_server(*ENDLESS["drips an error"]) as address, pytest.raises(LinkError) as caught:
        Link(address, clock=ticking()).models(3)
    assert "500" in str(caught.value.detail)


@pytest.mark.parametrize("host", ["a..b", "a" * 70 + ".x", "сервер.қаз"])
def test_a_name_that_cannot_be_asked_for_is_told_as_one(host: str) -> None:
    with pytest.raises(LinkError) as caught:
        Link(Address("http", host, 1), elsewhere=True).models(1)
    assert caught.value.kind == "start"


def test_a_path_that_cannot_be_asked_for_is_told_as_one() -> None:
    with endless_server(*ENDLESS["drips its answer"]) as address:
        asked = Address("http", "127.0.0.1", address.port, "/путь")
        with pytest.raises(LinkError) as caught:
            Link(asked).models(1)
    assert caught.value.kind == "garbage"
