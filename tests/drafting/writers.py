"""A model that writes what a script says, for tests of what a real one cannot be made to do on cue."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence

from ngo_assist.llm.protocol import Finished, ModelFailed, ModelInfo, Piece, Prompt, WriteRequest

INFO = ModelInfo(name="Scripted", path="", sha256="0" * 64, engine="script 1.0")
Line = str | ModelFailed
Script = Callable[[WriteRequest], Line] | Mapping[str, Line | Sequence[Line]] | str


def field_of(prompt: Prompt) -> str:
    """The field that a prompt asks for, told by its label."""
    labels = {
        "why_here": ("Why", "Почему", "Неге"),
        "first_step": ("First", "Первый", "Алғашқы"),
        "summary": ("Summary", "Итог", "Қорытынды"),
    }
    return next(field for field, begins in labels.items() if prompt.label.startswith(begins))


class FakeWriter:
    """Implements `Writer`.

    The script is one line for everything, a line or a list of lines by field (the last one repeats), or a
    function of the request. A `ModelFailed` in it is raised. A line is written word by word. `requests`
    holds what was asked; `endless` leaves out the `Finished`; `before_piece` is called before each piece.
    """

    def __init__(
        self, script: Script, *, endless: bool = False, before_piece: Callable[[int], None] | None = None
    ) -> None:
        self._script, self._endless, self._before_piece = script, endless, before_piece
        self.requests: list[WriteRequest] = []
        self.stopped = 0
        self.closed = False
        self._stop = False
        self._asked: dict[str, int] = {}

    @property
    def info(self) -> ModelInfo:
        return INFO

    async def write(self, request: WriteRequest) -> AsyncGenerator[Piece | Finished, None]:
        self.requests.append(request)
        self._stop = False
        line = self._line(request)
        if isinstance(line, ModelFailed):
            raise line
        for number, word in enumerate(line.split(" ")):
            if self._before_piece:
                self._before_piece(number)
            if self._stop:
                yield Finished("stopped", 10, 10, number, 0.1)
                return
            yield Piece(word if number == 0 else f" {word}")
        if not self._endless:
            yield Finished("line", 10, 10, len(line.split(" ")), 0.1)

    def _line(self, request: WriteRequest) -> Line:
        if isinstance(self._script, str):
            return self._script
        if callable(self._script):
            return self._script(request)
        field = field_of(request.prompt)
        lines = self._script.get(field, "")
        if isinstance(lines, str | ModelFailed):
            return lines
        place = self._asked.get(field, 0)
        self._asked[field] = place + 1
        return lines[min(place, len(lines) - 1)]

    async def stop(self) -> None:
        self._stop = True
        self.stopped += 1

    async def close(self) -> None:
        self.closed = True
