"""What drafting sees of a model. What goes over the pipe to the worker is in `wire`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True)
class Prompt:
    """A prompt in the order that keeps its beginning in the model's cache.

    `system` and `user` go through the model's chat template; `label` begins the answer (for example
    "First step:") and the model continues it to the end of the line.
    """

    system: str
    user: str
    label: str


@dataclass(frozen=True)
class WriteRequest:
    """One line of text asked of the model. `max_tokens` counts generated tokens."""

    prompt: Prompt
    max_tokens: int = 80
    temperature: float = 0.0
    seed: int = 0


@dataclass(frozen=True)
class Piece:
    """A bit of text just written."""

    text: str


@dataclass(frozen=True)
class Finished:
    """The end of one text. Tokens are counted by the engine; `evaluated` are prompt tokens not cached."""

    reason: Literal["line", "length", "stopped"]
    prompt_tokens: int
    evaluated: int
    generated: int
    seconds: float


@dataclass(frozen=True)
class ModelInfo:
    """What a worker says of itself once the model is loaded.

    `path` and `sha256` are empty where the model is in another program, a server.
    """

    name: str
    path: str
    sha256: str
    engine: str
    """Name and version, for example "llama-cpp-python 0.3.36"; of a server also where it is."""


ELSEWHERE = "on another computer"
"""What the `engine` of a server ends with to which texts leave this computer."""


class ModelFailed(Exception):
    """The worker died, hung, or spoke garbage, or the server that it asks did.

    Whatever was drafted before stays. `kind` is one of: "start", "died", "hung", "garbage" (the worker is
    lost and was ended), "processor" (this processor cannot run the engine), "memory", "model" (the file
    could not be loaded), "broken" (the worker died while it loaded the file, of what is in it or for want of
    memory), "template" (the file's chat template fails or comes to no end), "served" (the server lacks the
    model or cannot write with it), "prompt" (longer than the model's context) and "engine" (an error inside
    it); after the last two the worker is well and takes the next request. `detail` is English, for the log
    and for bug reports, and quotes nothing that people wrote.
    """

    def __init__(self, kind: str, detail: str = "") -> None:
        self.kind, self.detail = kind, detail
        super().__init__(f"{kind}: {detail}" if detail else kind)

    @property
    def lost(self) -> bool:
        """Whether no further text can come from this worker."""
        return self.kind not in ("prompt", "engine")


class Writer(Protocol):
    """A model that continues one line at a time; one call at a time."""

    @property
    def info(self) -> ModelInfo: ...

    def write(self, request: WriteRequest) -> AsyncIterator[Piece | Finished]:
        """Write one line.

        Ends with one `Finished`. Raises `ModelFailed` when the worker is lost.
        """
        ...

    async def stop(self) -> None:
        """Stop the text being written, if there is one; its iterator then ends with reason "stopped"."""
        ...

    async def close(self) -> None:
        """End the worker. Safe to call twice."""
        ...
