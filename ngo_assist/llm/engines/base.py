"""What the worker asks of an engine. One call at a time, except `interrupt`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from ..protocol import Prompt, WriteRequest

BATCH = 64
"""Prompt tokens read in one go: the most that a stop has to wait for. As fast as larger batches on a CPU."""

TOP_K, TOP_P, MIN_P = 40, 0.95, 0.05
"""What is left to choose from when the temperature is not 0; the same for every engine."""

CHATML = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n"
    "{% endfor %}{{ '<|im_start|>assistant\\n' }}"
)
"""For a model that brings no chat template. A newline at its very end would be dropped by Jinja."""


@dataclass(frozen=True)
class Counts:
    """How a text ended and what it took, in tokens. `evaluated` are prompt tokens not in the cache."""

    reason: Literal["line", "length", "stopped"]
    prompt_tokens: int
    evaluated: int
    generated: int


class EngineError(Exception):
    """The engine could not do it and is still usable. `kind` as in `ModelFailed`."""

    def __init__(self, kind: str, detail: str) -> None:
        self.kind, self.detail = kind, detail
        super().__init__(f"{kind}: {detail}")


class Listener(Protocol):
    """Who is told while a text is written. Called from the thread that called `write`."""

    def reading(self, done: int, total: int) -> None:
        """`done` of `total` prompt tokens are in the cache now."""
        ...

    def piece(self, text: str) -> None:
        """Whole characters, in order, without the line end."""
        ...

    def should_stop(self) -> bool:
        """Whether somebody asked to stop."""
        ...


class Engine(Protocol):
    """A loaded model that continues a line. `name` is a name and a version."""

    name: str

    def load(self, path: Path, n_ctx: int, threads: int) -> None:
        """Load the file, already checked, with a context of `n_ctx` tokens. Raises `EngineError`."""
        ...

    def write(self, request: WriteRequest, listener: Listener) -> Counts:
        """Continue `request.prompt` to the end of the line, of the turn or of `max_tokens`.

        What the prompt has in common with the one before is not read again. Ends soon, with the reason
        "stopped", after `interrupt`. Raises `EngineError("prompt", …)` when it is too long.
        """
        ...

    def interrupt(self) -> None:
        """Make the `write` that is running look at `should_stop` at once. From any thread."""
        ...

    def close(self) -> None:
        """Give the memory back."""
        ...


def harmless(text: str, control_tokens: Iterable[str]) -> str:
    """`text` with every control token broken up, so that a note cannot end its turn and begin another."""
    for token in control_tokens:
        if token in text:
            text = text.replace(token, f"{token[0]} {token[1:]}")
    return text


def messages(prompt: Prompt, control_tokens: Iterable[str]) -> list[dict[str, str]]:
    """The prompt as chat messages, without the label."""
    tokens = tuple(control_tokens)
    system, user = harmless(prompt.system, tokens), harmless(prompt.user, tokens)
    turns = [{"role": "system", "content": system}] if system else []
    return [*turns, {"role": "user", "content": user}]


def until_line_end(text: str) -> tuple[str, bool]:
    """What comes before the first line end, and whether there was one."""
    for place, character in enumerate(text):
        if character in "\r\n":
            return text[:place], True
    return text, False
