"""What a child process does to try an engine: `python -m ngo_assist.llm.engines.trial NAME`, see `probe`."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from ..crash import crash_quietly
from ..protocol import Prompt, WriteRequest
from . import pick
from .base import EngineError
from .probe import REFUSED
from .tiny_model import write_tiny_model

_CONTEXT = 512


class _Nobody:
    """Listens to the word that is written."""

    def reading(self, done: int, total: int) -> None: ...

    def piece(self, text: str) -> None: ...

    def should_stop(self) -> bool:
        return False


def main(name: str) -> int:
    """Let the engine write; return the exit status."""
    crash_quietly()
    with tempfile.TemporaryDirectory(prefix="ngo-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "tiny.gguf"
        write_tiny_model(path)
        try:
            engine = pick(name)
            engine.load(path, _CONTEXT, 1)
            engine.write(WriteRequest(Prompt("", "", "A"), max_tokens=2), _Nobody())
        except EngineError as error:
            print(error.detail, file=sys.stderr)
            return REFUSED
    return 0


if __name__ == "__main__":
    status = main(sys.argv[1])
    sys.stderr.flush()
    # Nothing of the library's own end is of interest, and some take their time over it.
    os._exit(status)
