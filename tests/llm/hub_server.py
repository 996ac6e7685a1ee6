"""A model hub on this computer, as good or as bad as a test wants it."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit


class Hub:
    """Serves one file in one repository. What is set before a request decides what it answers."""

    def __init__(self, repo: str, file: str, content: bytes) -> None:
        self.path, self.content = f"/{repo}/resolve/main/{file}", content
        self.size: int | None = len(content)
        self.etag = hashlib.sha256(content).hexdigest()
        self.commit = "a" * 40
        """Only a hub tells one."""
        self.breaks_after: int | None = None
        """Bytes that one connection brings before it is cut off."""
        self.body: bytes | None = None
        """What is sent in the place of the content; its own length is told."""
        self.tells_length = True
        self.knows_ranges = True
        self.told_start: int | None = None
        """Where it says that a part begins, whatever it sends."""
        self.redirect_to = ""
        self.statuses: dict[str, list[tuple[int, str]]] = {"HEAD": [], "GET": []}
        """Refusals to give first: a status and the hub's code for the error."""
        self.asked: list[tuple[str, str, str | None]] = []
        """Method, path and range of every request."""
        self.after: Callable[[int], None] = lambda sent: None
        """Called when a connection has sent so many bytes of its answer."""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    def __enter__(self) -> Hub:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def ranges(self) -> list[str | None]:
        return [found for method, _, found in self.asked if method == "GET"]

    def _handler(hub) -> type[BaseHTTPRequestHandler]:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: Any) -> None:
                pass

            def do_HEAD(self) -> None:
                if self._refused():
                    return
                self.send_response(200)
                if hub.size is not None:
                    self.send_header("Content-Length", str(hub.size))
                self._tag()
                self.end_headers()

            def do_GET(self) -> None:
                if self._refused():
                    return
                asked = self.headers.get("Range", "")
                start = int(asked.removeprefix("bytes=").rstrip("-")) if asked and hub.knows_ranges else 0
                if start > len(hub.content):
                    self._answer(416, "")
                    return
                body = (hub.body if hub.body is not None else hub.content)[start:]
                self.send_response(206 if asked and hub.knows_ranges else 200)
                if asked and hub.knows_ranges:
                    told = start if hub.told_start is None else hub.told_start
                    end = len(hub.content)
                    self.send_header("Content-Range", f"bytes {told}-{end - 1}/{end}")
                if hub.tells_length:
                    self.send_header("Content-Length", str(len(body)))
                else:
                    self.send_header("Connection", "close")
                    self.close_connection = True
                self._tag()
                self.end_headers()
                self._send(body)

            def _send(self, body: bytes) -> None:
                cut = body if hub.breaks_after is None else body[: hub.breaks_after]
                try:
                    for place in range(0, len(cut), 1000):
                        self.wfile.write(cut[place : place + 1000])
                        self.wfile.flush()
                        hub.after(place + 1000)
                except OSError:
                    self.close_connection = True  # the other side has had enough
                if len(cut) < len(body):
                    self.close_connection = True

            def _refused(self) -> bool:
                hub.asked.append((self.command, self.path, self.headers.get("Range")))
                if hub.redirect_to and self.path == hub.path:
                    self.send_response(302)
                    self.send_header("Location", hub.redirect_to)
                    self.send_header("X-Repo-Commit", hub.commit)
                    self.send_header("X-Linked-Size", str(hub.size))
                    self.send_header("X-Linked-ETag", f'"{hub.etag}"')
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                    return True
                if hub.statuses[self.command]:
                    self._answer(*hub.statuses[self.command].pop(0))
                    return True
                if urlsplit(self.path).path not in (hub.path, "/elsewhere"):
                    self._answer(404, "EntryNotFound")
                    return True
                return False

            def _answer(self, status: int, code: str) -> None:
                self.send_response(status)
                if code:
                    self.send_header("X-Error-Code", code)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def _tag(self) -> None:
                if hub.commit:
                    self.send_header("X-Repo-Commit", hub.commit)
                self.send_header("ETag", f'"{hub.etag}"')

        return Handler
