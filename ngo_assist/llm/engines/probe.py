"""Whether an engine runs on this processor, tried in a process of its own (`trial`).

Ready-made engines are built for the processors of the last ten years or so; on an older one their first
sum is an illegal instruction, which ends the process. So each is tried once, before it is used for the
first time, and the answer is kept for its version and this processor.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..crash import cause_of_death
from .base import EngineError

COMMAND = (sys.executable, "-P", "-X", "utf8", "-m", "ngo_assist.llm.engines.trial")
SECONDS = 40.0
REFUSED = 3
"""The exit status of a trial that failed in order; its last line says why."""
_FILE = "engines.json"
_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW


def trouble(engine: str, cache: Path) -> EngineError | None:
    """Why the engine cannot be used here; None: it runs. What is lasting is kept in `cache`.

    An answer that may be another one next time, for want of memory for example, is not kept.
    """
    known = _known(engine, cache)
    if known is None:
        found = try_out(engine)
        if found is None or found.kind == "processor":
            _remember(engine, cache, "" if found is None else found.detail)
        return found
    return EngineError("processor", known) if known else None


def try_out(engine: str, command: tuple[str, ...] = COMMAND, seconds: float = SECONDS) -> EngineError | None:
    """Have the engine write a word now, in a child process; why it cannot, or None."""
    try:
        child = subprocess.run(  # noqa: S603 - this very Python, and a name of our own table
            [*command, engine],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=seconds,
            check=False,
            creationflags=_NO_WINDOW,
        )
    except subprocess.TimeoutExpired:
        return EngineError("hung", f"{engine} did not answer when it was tried")
    except OSError as error:
        return EngineError("start", f"{engine}: {error.strerror or type(error).__name__}")
    if child.returncode == 0:
        return None
    if child.returncode == REFUSED:
        said = child.stderr.decode("utf-8", "replace").strip().splitlines()
        return EngineError("start", f"{engine}: {said[-1] if said else 'it does not work'}")
    failed = cause_of_death(child.returncode)
    return EngineError(failed.kind, f"{engine}: {failed.detail}")


def _known(engine: str, cache: Path) -> str | None:
    """What is kept of this version on this processor: empty where it runs, else why not; None: nothing."""
    kept = _table(cache).get(_key(engine))
    return kept if isinstance(kept, str) else None


def _remember(engine: str, cache: Path, problem: str) -> None:
    file = cache / _FILE
    # Not kept is no error: it is tried again next time.
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f"{file.name}.{os.getpid()}")
        new.write_text(json.dumps({**_table(cache), _key(engine): problem}, indent=1), encoding="utf-8")
        new.replace(file)


def _table(cache: Path) -> dict[str, Any]:
    try:
        table = json.loads((cache / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return table if isinstance(table, dict) else {}


def _key(engine: str) -> str:
    try:
        version = importlib.metadata.version(engine)
    except importlib.metadata.PackageNotFoundError:
        version = "?"
    return f"{engine} {version} | {_processor()}"


def _processor() -> str:
    """A name for this kind of processor: a home folder may move to another computer."""
    features = ""
    with suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
        features = next((line for line in lines if line.startswith(("flags", "Features"))), "")
    text = f"{platform.machine()} {platform.processor()} {features}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]
