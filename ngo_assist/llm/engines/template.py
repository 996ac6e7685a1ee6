"""A model's chat template. It is code from a file, so it runs in a sandbox, and not for long.

The sandbox keeps it from everything but the messages; a thread that is waited for only so long keeps it from
running for ever, and a limit on the memory of the process (on Linux) from growing for ever. A thread cannot
be ended from outside: the worker says what happened and is ended, and the thread with it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent import futures
from datetime import datetime
from typing import Any, NoReturn, TypeVar

import jinja2
import jinja2.ext
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from .base import EngineError
from .memory_limit import memory_limit

SECONDS = 5.0
"""The longest that a template may take. An honest one takes a thousandth of a second."""
_COPIES_MOST = 10_000
_MEMORY = 1 << 30
"""Bytes that it may take."""

_T = TypeVar("_T")


class _Endless(EngineError):
    """It took longer than it may."""


class _Sandbox(ImmutableSandboxedEnvironment):
    """No sum that takes for ever in one step, which no other thread could break into."""

    intercepted_binops = frozenset(("**", "*"))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        numbers = isinstance(left, int) and isinstance(right, int)
        if operator == "**" or (not numbers and max(_size(left), _size(right)) > _COPIES_MOST):
            raise SecurityError("a sum that is too large")
        return super().call_binop(context, operator, left, right)


class Template:
    """Renders messages up to where the model's turn begins, thinking off."""

    def __init__(self, source: str, bos: str = "", eos: str = "", seconds: float = SECONDS) -> None:
        environment = _Sandbox(
            trim_blocks=True, lstrip_blocks=True, extensions=[jinja2.ext.loopcontrols], autoescape=False
        )
        environment.filters["tojson"] = _tojson
        environment.globals["raise_exception"] = _refuse
        environment.globals["strftime_now"] = _now
        self._tokens, self._seconds = {"bos_token": bos, "eos_token": eos}, seconds
        # One for all texts: where memory is short, Python may wait for ever for a new one.
        self._thread = futures.ThreadPoolExecutor(max_workers=1)
        self._template = self._in_time(lambda: environment.from_string(source))

    def render(self, messages: list[dict[str, str]]) -> str:
        """The text of the conversation. Raises `EngineError`."""
        try:
            return self._in_time(lambda: self._render(messages))
        except EngineError as error:
            merged = _without_system(messages)
            if merged == messages or isinstance(error, _Endless):
                raise
        return self._in_time(lambda: self._render(merged))

    def _render(self, messages: list[dict[str, str]]) -> str:
        text = self._template.render(
            messages=messages, add_generation_prompt=True, enable_thinking=False, **self._tokens
        )
        # A template that knows no other way than to let the model think: its thoughts are over.
        return f"{text.rstrip()}\n\n</think>\n\n" if text.rstrip().endswith("<think>") else text

    def _in_time(self, work: Callable[[], _T]) -> _T:
        with memory_limit(_MEMORY):
            asked = self._thread.submit(work)
            try:
                return asked.result(self._seconds)
            except futures.TimeoutError:
                raise _Endless("template", "its chat template comes to no end") from None
            except Exception as error:
                raise EngineError("template", f"its chat template fails ({type(error).__name__})") from error


def _without_system(messages: list[dict[str, str]]) -> list[dict[str, str]]:
    """Some templates refuse a system message: its text then begins the first of the user."""
    if messages[0]["role"] != "system":
        return messages
    system, user, *rest = messages
    return [{"role": "user", "content": f"{system['content']}\n\n{user['content']}"}, *rest]


def _size(value: Any) -> int:
    """How many copies a factor asks for."""
    return value if isinstance(value, int) else 0


def _refuse(message: str) -> NoReturn:
    raise jinja2.TemplateError(message)


def _now(layout: str) -> str:
    return datetime.now().astimezone().strftime(layout)


def _tojson(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)
