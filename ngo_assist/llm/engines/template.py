"""A model's chat template. It is code from a file, so it runs in a sandbox and may take no liberties."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, NoReturn

import jinja2
import jinja2.ext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from .base import EngineError


class Template:
    """Renders messages up to where the model's turn begins, thinking off."""

    def __init__(self, source: str, bos: str = "", eos: str = "") -> None:
        environment = ImmutableSandboxedEnvironment(
            trim_blocks=True, lstrip_blocks=True, extensions=[jinja2.ext.loopcontrols], autoescape=False
        )
        environment.filters["tojson"] = _tojson
        environment.globals["raise_exception"] = _refuse
        environment.globals["strftime_now"] = _now
        self._tokens = {"bos_token": bos, "eos_token": eos}
        try:
            self._template = environment.from_string(source)
        except jinja2.TemplateError as error:
            raise EngineError("model", f"its chat template is broken ({type(error).__name__})") from error

    def render(self, messages: list[dict[str, str]]) -> str:
        """The text of the conversation. Raises `EngineError`."""
        try:
            return self._render(messages)
        except Exception:
            merged = _without_system(messages)
            if merged == messages:
                raise
        return self._render(merged)

    def _render(self, messages: list[dict[str, str]]) -> str:
        try:
            return self._template.render(
                messages=messages, add_generation_prompt=True, enable_thinking=False, **self._tokens
            )
        except Exception as error:
            raise EngineError("model", f"its chat template fails ({type(error).__name__})") from error


def _without_system(messages: list[dict[str, str]]) -> list[dict[str, str]]:
    """Some templates refuse a system message: its text then begins the first of the user."""
    if messages[0]["role"] != "system":
        return messages
    system, user, *rest = messages
    return [{"role": "user", "content": f"{system['content']}\n\n{user['content']}"}, *rest]


def _refuse(message: str) -> NoReturn:
    raise jinja2.TemplateError(message)


def _now(layout: str) -> str:
    return datetime.now().astimezone().strftime(layout)


def _tojson(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)
