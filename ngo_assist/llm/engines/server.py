"""A model in another program that speaks as OpenAI's servers do: llama-server, Ollama, LM Studio and others.

The answer's label is already written and the model is to continue it. How a server is brought to that is
found out once, when it is connected to, and kept for all texts:

1. llama-server shows what its template makes of a conversation (/apply-template). If that ends with the
   label, chat completions continue a last message of the assistant; else /completions gets what was shown,
   and the label after it.
2. Of any other server a line to copy is asked, its beginning written. If chat completions go on with it,
   they continue what the assistant has begun.
3. If they do not, and /completions goes on, texts are asked there: instructions, card and label, with no
   marks of any template, since nobody tells which the model knows.
4. A server that does neither is refused.

Thinking is switched off in each of the ways that these servers know; one that refuses a request for that is
asked without.
"""

from __future__ import annotations

import re
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

from ...messages import msg
from ..address import Address, stays_here
from ..link import Link, LinkError, Refused
from ..protocol import ELSEWHERE, Prompt, WriteRequest
from .base import MIN_P, TOP_K, TOP_P, Counts, EngineError, Listener, messages, until_line_end

_GET = 10.0
"""Seconds after which a question with a short answer is given up, however busily the server sends."""
_WAKE = 90.0
"""Seconds that a server gets to load its model."""
_MOST, _MOST_A_TOKEN = 1 << 20, 1 << 14
"""Bytes of a stream: of each, and for each token on top."""
_TEXT_MOST = 4096
"""Characters of one piece; some servers put several tokens into it."""

_NO_THINKING = {"chat_template_kwargs": {"enable_thinking": False}, "reasoning_effort": "none"}
_AS_WRITTEN = {"reasoning_format": "none", "parse_tool_calls": False}
"""For llama-server: the text as the model writes it, nothing of it taken for thoughts or calls."""

_COPY = "alpha bravo charlie delta echo foxtrot golf hotel"
_BEGUN, _RIGHT = "alpha bravo charlie", ("delta", "echo", "foxtrot", "golf", "hotel")
_MARK = re.compile(r"<(?=[^\s<>]{1,40}>)|\[(?=/?[A-Z_]{2,20}\])")
"""The beginning of what may be a control token: which ones the model has, only its server knows."""
_UNPRINTED = re.compile(r"[^\w.+ -]")

Way = Literal["chat", "shown", "plain"]


class Server:
    """One server and one of its models. `name` says where it is once it is loaded."""

    def __init__(self, address: Address, model: str, elsewhere: bool) -> None:
        self._link = Link(address, elsewhere=elsewhere)
        self._model, self._stays = model, stays_here(address, model)
        self._allowed = elsewhere or self._stays
        self._way: Way = "chat"
        self._extra: dict[str, Any] = _NO_THINKING
        self.name = ""

    def load(self, path: Path, n_ctx: int, threads: int) -> None:
        """Find out what the server is and how it continues a line. The arguments are for other engines."""
        if not self._allowed:
            raise EngineError("start", "the model is not on this computer, and nobody said yes to that")
        try:
            served = _awake(self._link)
            if self._model not in served and f"{self._model}:latest" not in served:
                raise EngineError("served", "the server has no model of this name")
            where = f"{_product(self._link) or 'server'} at {self._link.address}"
            self.name = where if self._stays else f"{where}, {ELSEWHERE}"
            self._way = self._found_way()
        except Refused as error:
            raise EngineError("served" if error.status == 404 else "start", str(error.detail)) from error
        except LinkError as error:
            raise EngineError(error.kind, str(error.detail)) from error

    def write(self, request: WriteRequest, listener: Listener) -> Counts:
        self._link.mend()
        if listener.should_stop():
            return Counts("stopped", 0, 0, 0)
        hearing = _Hearing(request, listener)
        try:
            self._ask(request, hearing)
        except LinkError as error:
            # Once it has said why it ended, what becomes of the rest is no matter.
            if not (listener.should_stop() or hearing.ended):
                too_long = isinstance(error, Refused) and error.status == 400 and error.about_context
                raise EngineError("prompt" if too_long else error.kind, str(error.detail)) from error
        return hearing.counts(stopped=listener.should_stop())

    def interrupt(self) -> None:
        """Cut the connection: the server then ends its work, and here nothing waits for it."""
        self._link.cut()

    def close(self) -> None:
        self._link.cut()

    def _ask(self, request: WriteRequest, hearing: _Hearing) -> None:
        path, body = self._question(request)
        events = self._link.events(path, body, _MOST + _MOST_A_TOKEN * request.max_tokens)
        for event in events:
            if hearing.hear(event):
                events.close()  # type: ignore[attr-defined]
                return

    def _question(self, request: WriteRequest) -> tuple[str, dict[str, Any]]:
        prompt = request.prompt
        body = {
            "model": self._model,
            "max_tokens": request.max_tokens,
            "temperature": request.temperature,
            "seed": request.seed,
            "top_k": TOP_K,
            "top_p": TOP_P,
            "min_p": MIN_P,
            "stop": ["\n", "\r"],
            "stream": True,
            "stream_options": {"include_usage": True},
            "cache_prompt": True,
            "return_progress": True,
            "timings_per_token": True,
        }
        turns = messages(Prompt(_unmarked(prompt.system), _unmarked(prompt.user), ""), ())
        if self._way == "chat":
            begun = {"role": "assistant", "content": prompt.label}
            return "/v1/chat/completions", {**body, **self._extra, "messages": [*turns, begun]}
        if self._way == "shown":
            return "/v1/completions", {**body, "prompt": self._shown(turns) + prompt.label}
        texts = [each["content"] for each in turns]
        return "/v1/completions", {**body, "prompt": "\n\n".join([*texts, prompt.label])}

    def _found_way(self) -> Way:
        turns = [{"role": "user", "content": f"Copy this line: {_COPY}"}]
        try:
            if _COPY in self._shown(turns):
                self._extra = {**_NO_THINKING, **_AS_WRITTEN}
                begun = {"role": "assistant", "content": _BEGUN}
                return "chat" if self._shown([*turns, begun]).endswith(_BEGUN) else "shown"
        except LinkError:
            pass  # another server, or one that keeps it to itself
        ways: tuple[Way, ...] = ("chat", "plain")
        for self._way in ways:
            if self._continues():
                return self._way
        raise EngineError("served", "this server does not continue a line that is begun")

    def _continues(self) -> bool:
        asked = WriteRequest(Prompt("", f"Copy this line: {_COPY}", _BEGUN), max_tokens=12)
        for self._extra in (_NO_THINKING, {}):
            heard = _Heard()
            try:
                self._ask(asked, _Hearing(asked, heard))
            except Refused:
                continue
            return heard.text.lower().lstrip(" .,").startswith(_RIGHT)
        return False

    def _shown(self, turns: list[dict[str, str]]) -> str:
        shown = self._link.post("/apply-template", {"messages": turns, **_NO_THINKING}, _GET)
        text = shown.get("prompt") if isinstance(shown, dict) else None
        if not isinstance(text, str):
            raise LinkError("garbage", msg("no template was applied"))
        return text


class _Heard:
    """Listens to the line that is copied."""

    def __init__(self) -> None:
        self.text = ""

    def reading(self, done: int, total: int) -> None: ...

    def piece(self, text: str) -> None:
        self.text += text

    def should_stop(self) -> bool:
        return False


class _Hearing:
    """What a stream tells of one text."""

    def __init__(self, request: WriteRequest, listener: Listener) -> None:
        self._listener, self._most = listener, request.max_tokens
        self._label, self._held = request.prompt.label, ""
        self._echoes = bool(self._label)
        self._reason: Literal["line", "length"] | None = None
        self._enough = False
        self._prompt = self._read = self._generated = 0

    @property
    def ended(self) -> bool:
        return self._reason is not None

    def hear(self, event: dict[str, Any]) -> bool:
        """Whether nothing more is needed. Raises `LinkError`."""
        try:
            self._hear(event)
        except (TypeError, KeyError, AttributeError, ValueError) as error:
            reason = type(error).__name__
            raise LinkError("garbage", msg("an event that is none ({reason})", reason=reason)) from None
        return self._enough or self._listener.should_stop()

    def _hear(self, event: dict[str, Any]) -> None:
        if event.get("error"):
            raise LinkError("engine", msg("the server told of an error in the text"))
        self._count(event)
        for choice in event.get("choices") or ():
            content = choice.get("text")
            if content is None:
                content = (choice.get("delta") or {}).get("content")
            if content:
                self._hear_text(content)
            if choice.get("finish_reason") and self._reason is None:
                self._reason = "length" if choice["finish_reason"] == "length" else "line"

    def _hear_text(self, content: str) -> None:
        if not isinstance(content, str) or len(content) > _TEXT_MOST + len(self._label):
            raise LinkError("garbage", msg("a piece that is no piece of a line"))
        if self._reason is not None:
            return
        text, ended = until_line_end(self._without_label(content))
        if text:
            self._listener.piece(text)
        # A server that does not know where to end is not heard further.
        if ended or self._generated >= self._most:
            self._reason, self._enough = "line" if ended else "length", True

    def _without_label(self, content: str) -> str:
        """Some servers say what was begun once more, in the first piece or in several."""
        if not self._echoes:
            return content
        self._held += content
        if len(self._held) < len(self._label) and self._label.startswith(self._held):
            return ""
        self._echoes = False
        return self._held.removeprefix(self._label)

    def _count(self, event: dict[str, Any]) -> None:
        if progress := event.get("prompt_progress"):
            self._prompt = _whole(progress["total"])
            self._read = max(0, _whole(progress["processed"]) - _whole(progress.get("cache", 0)))
            self._listener.reading(_whole(progress["processed"]), self._prompt)
        if timings := event.get("timings"):
            self._read, self._generated = _whole(timings["prompt_n"]), _whole(timings["predicted_n"])
            self._prompt = max(self._prompt, _whole(timings["cache_n"]) + self._read)
        if usage := event.get("usage"):
            cached = (usage.get("prompt_tokens_details") or {}).get("cached_tokens")
            self._prompt = _whole(usage["prompt_tokens"])
            self._read = self._prompt - min(self._prompt, _whole(cached or 0))
            self._generated = _whole(usage["completion_tokens"])
        elif not timings and any(_has_text(each) for each in event.get("choices") or ()):
            self._generated += 1  # a piece is a token, near enough, where nobody counts

    def counts(self, *, stopped: bool) -> Counts:
        """Raises `EngineError` where the stream ended without a word on why."""
        reason = "stopped" if stopped else self._reason
        if reason is None:
            raise EngineError("garbage", "a text without an end")
        return Counts(reason, self._prompt, self._read, self._generated)


def _has_text(choice: dict[str, Any]) -> bool:
    return bool(choice.get("text") or (choice.get("delta") or {}).get("content"))


def _whole(number: Any) -> int:
    if not isinstance(number, int) or not 0 <= number < 1 << 40:
        raise ValueError
    return number


def _unmarked(text: str) -> str:
    """Break up what may be a control token, so that a note cannot end its turn and begin another."""
    return _MARK.sub(lambda found: f"{found[0]} ", text)


def _product(link: Link) -> str:
    """What the server says of itself, if it does: "llama.cpp b6000", "Ollama 0.12.0"."""
    for path, field, title in (("/props", "build_info", "llama.cpp"), ("/api/version", "version", "Ollama")):
        with suppress(LinkError):
            found = link.get(path, _GET)
            if isinstance(found, dict) and isinstance(found.get(field), str):
                return f"{title} {_UNPRINTED.sub('', found[field])[:40]}"
    return ""


def _awake(link: Link) -> list[str]:
    """The server's models, once it has loaded the one it was started with."""
    until = time.monotonic() + _WAKE
    while True:
        try:
            return link.models(_GET)
        except Refused as error:
            if error.status != 503 or time.monotonic() > until:
                raise
        time.sleep(0.2)


def make(address: Address, model: str, elsewhere: bool) -> Server:
    """A new engine, not connected."""
    return Server(address, model, elsewhere)
