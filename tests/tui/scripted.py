"""Writers that do what a test wants of a model: write, die, or hang until they are stopped."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Literal

from ngo_assist.application.models import Loaded, Models
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.protocol import Finished, ModelFailed, ModelInfo, Piece, WriteRequest

MODEL = ModelFile("tiny", Path("tiny.gguf"), "Tiny", "MIT", ("en",))
SAYS = " the reports and photos to a USB stick."
"""What the guard keeps as the first step of making a copy; the brief has begun it with "This week copy"."""


class ScriptedWriter:
    """Writes `says` word by word; at text number `at` it writes `begins` and then does `then` instead."""

    def __init__(
        self,
        *,
        says: str = SAYS,
        at: int = 10_000,
        then: Literal["die", "hang", "hang deaf"] = "die",
        begins: str = " It matters",
    ) -> None:
        self.says, self.begins, self._at, self._then = says, begins, at, then
        self.hangs = then != "die"
        self.asked = 0
        self.hanging = asyncio.Event()
        """Set once it hangs."""
        self.closed = False
        self._stop = asyncio.Event()

    def again(self) -> ScriptedWriter:
        """The same script, from its beginning."""
        return ScriptedWriter(says=self.says, at=self._at, then=self._then, begins=self.begins)

    @property
    def info(self) -> ModelInfo:
        return ModelInfo("tiny", "tiny.gguf", "0" * 64, "scripted 1")

    async def write(self, request: WriteRequest) -> AsyncGenerator[Piece | Finished, None]:
        self.asked += 1
        if self.asked > self._at:
            if self._then == "die":
                yield Piece(" It")
                raise ModelFailed("died", "as the script says")
            yield Piece(self.begins)
            self.hanging.set()
            await self._stop.wait()
            yield Finished("stopped", 1, 1, 1, 0.1)
            return
        for word in self.says.split(" ")[1:]:
            yield Piece(" " + word)
            await asyncio.sleep(0)
        yield Finished("line", 10, 10, 5, 0.1)

    async def stop(self) -> None:
        if self._then != "hang deaf":
            self._stop.set()

    async def close(self) -> None:
        self.closed = True


def models(writer: ScriptedWriter, *known: ModelFile) -> Models:
    """The writer as the model that is started, whichever is chosen."""

    async def start(model: ModelFile, on_progress: Loaded) -> ScriptedWriter:
        on_progress(1, 2)
        await asyncio.sleep(0)
        return writer

    return Models(here=lambda: list(known or (MODEL,)), fits=lambda model, n: True, start=start)
