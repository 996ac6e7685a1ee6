"""A server as OpenAI's, in this process, which goes wrong on cue.

Knows the form of what is said from its description, on purpose.
"""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

WORDS = [" the", " files", " to", " a", " stick."]


class Server(ThreadingHTTPServer):
    """`asked` holds the paths and bodies that were asked; `over` ends what hangs, `hanging` tells of it."""

    daemon_threads = True

    def __init__(self, fault: str, **more: Any) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.fault, self.more = fault, more
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.over, self.hanging = threading.Event(), threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that leaves is nothing to tell of."""


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None: ...

    def do_GET(self) -> None:
        self.server.asked.append((self.path, {}))
        fault = self.server.fault
        if fault == "hangs at first":
            self.server.over.wait()
        if fault == "no HTTP":
            self.wfile.write(b"220 mail.example.org ESMTP\r\n" * 3)
        elif fault == "a web page":
            self._say(200, b"<html><body>It works!</body></html>", "text/html")
        elif fault == "sends elsewhere":
            self._elsewhere()
        elif fault == "loads for a while" and len(self.server.asked) < 3:
            self._json(503, {"error": {"message": "Loading model", "type": "unavailable_error"}})
        elif self.path == "/v1/models":
            names = self.server.more.get("names", ["tiny"])
            self._json(200, {"object": "list", "data": [{"id": name} for name in names]})
        else:
            self._json(404, {"error": {"message": "no", "type": "not_found_error"}})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, body))
        asked = json.dumps(body.get("messages") or body.get("prompt", ""))
        if self.path == "/apply-template":
            self._template(body)
        elif "alpha bravo" in asked:
            self._copy(body)
        elif self.server.fault == "sends elsewhere in the text":
            self._elsewhere()
        elif self.server.fault.isdigit():
            error = {"message": f"about {asked}", "type": self.server.more.get("type", "server_error")}
            self._json(int(self.server.fault), {"error": error})
        else:
            with suppress(ConnectionError):
                self._stream()

    def _template(self, body: dict[str, Any]) -> None:
        kind = self.server.more.get("template")
        if kind is None:
            # As LM Studio: what it does not know is answered in good order.
            self._json(200, {"error": "Unexpected endpoint or method."})
            return
        text = "".join(f"<{each['role']}>{each['content']}" for each in body["messages"])
        self._json(200, {"prompt": text if kind == "continues" else f"{text}<end><assistant>"})

    def _copy(self, body: dict[str, Any]) -> None:
        """The line that tells whether a beginning is continued."""
        if self.server.more.get("strict") and "reasoning_effort" in body:
            self._json(400, {"error": {"message": "unknown field", "type": "invalid_request"}})
            return
        goes_on = self.server.more.get("continues", ("/v1/chat/completions", "/v1/completions"))
        text = " delta echo" if self.path in goes_on else "alpha bravo charlie"
        self._head()
        self._event(self._choice(text))
        self._event({"choices": [{"index": 0, "finish_reason": "stop", "delta": {}}]})
        self._end()

    def _stream(self) -> None:
        fault = self.server.fault
        if fault == "hangs before the text":
            self.server.hanging.set()
            self.server.over.wait()
        if fault == "drops before the text":
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self._head()
        if fault == "thinks":
            for _ in range(3):
                self._event({"choices": [{"delta": {"reasoning_content": "hm", "content": None}}]})
        if fault == "says the label again":
            self._event(self._choice("First"))
            self._event(self._choice(" step:"))
        for number, word in enumerate(WORDS):
            self._event(self._choice(word))
            if number == 1:
                self._go_wrong(fault)
        if fault == "does not end the line":
            self._event(self._choice("\nAnd then"))
            self.server.over.wait()
        if fault == "writes for ever":
            while not self.server.over.is_set():
                self._event(self._choice(" on"))
        if fault != "does not say why":
            self._event({"choices": [{"index": 0, "finish_reason": "stop", "delta": {}}]})
        if fault == "breaks off after the text":
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        usage = {"prompt_tokens": 30, "completion_tokens": 6, "prompt_tokens_details": {"cached_tokens": 20}}
        self._event({"choices": [], "usage": usage})
        self._end()

    def _go_wrong(self, fault: str) -> None:
        odd = {
            "an error in the text": b'data: {"error": {"message": "Aigul", "type": "server_error"}}\n\n',
            "half an event": b'data: {"choices": [{"del',
            "no JSON": b"data: Segmentation fault\n\n",
            "no event": b"llama_decode: failed\n\n",
            "a number": b"data: 7\n\n",
            "other types": b'data: {"choices": [{"delta": {"content": {"a": 1}}}]}\n\n',
            "a choice that is none": b'data: {"choices": [7]}\n\n',
            "negative tokens": b'data: {"usage": {"prompt_tokens": -1, "completion_tokens": 2}}\n\n',
            "a book": b'data: {"choices": [{"delta": {"content": "' + b"x" * 100_000 + b'"}}]}\n\n',
            "deep": b"data: " + b"[" * 100_000 + b"\n\n",
        }
        if fault == "hangs in the text":
            self.server.over.wait()
        if fault == "drops in the text":
            self.connection.shutdown(socket.SHUT_RDWR)
        if fault in odd:
            self._chunk(odd[fault])
        if fault == "half an event":
            self.connection.shutdown(socket.SHUT_RDWR)
        flood = {"a line without an end": b"data: " + b"x" * 65536, "a flood of comments": b": ping\n" * 9000}
        while fault in flood:
            self._chunk(flood[fault])

    def _choice(self, text: str) -> dict[str, Any]:
        if self.path == "/v1/completions":
            return {"choices": [{"index": 0, "text": text, "finish_reason": None}]}
        return {"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None}]}

    def _head(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def _event(self, event: dict[str, Any]) -> None:
        self._chunk(b"data: " + json.dumps(event).encode() + b"\n\n")

    def _chunk(self, content: bytes) -> None:
        self.wfile.write(f"{len(content):x}\r\n".encode() + content + b"\r\n")
        self.wfile.flush()

    def _end(self) -> None:
        self._chunk(b"data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def _elsewhere(self) -> None:
        self.send_response(302)
        self.send_header("Location", f"{self.server.more['to']}{self.path}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _json(self, status: int, content: dict[str, Any]) -> None:
        self._say(status, json.dumps(content).encode(), "application/json")

    def _say(self, status: int, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def bad_server(fault: str = "none", **more: Any) -> Iterator[Server]:
    """The server, running. `names` are its models; the rest is read where it is used above."""
    server = Server(fault, **more)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        thread.join()
        server.server_close()
