"""The libraries that run a model, and the server of another program. Only the worker imports one.

`available` and `NAMES` are safe anywhere: they look without importing. A server (`engines.server`) is no
library and not among them.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
from pathlib import Path
from typing import cast

from . import probe
from .base import Engine, EngineError

NAMES = {"llama-cpp-python": "llama_cpp", "xllamacpp": "xllamacpp"}
"""Engine to the package it needs, the preferred one first."""

VARIABLE = "NGO_ASSIST_ENGINE"
"""The environment variable that forces an engine."""


def available() -> list[str]:
    """The engines that are installed, the preferred one first."""
    return [name for name, package in NAMES.items() if importlib.util.find_spec(package)]


def pick(name: str = "", cache: str = "") -> Engine:
    """The engine of this name, else the one the environment names, else the first that runs here.

    With a `cache` folder each is tried in a process of its own before it is imported for the first time, see
    `probe`. Raises `EngineError`: "processor" where this processor can run none of them, else "start".
    """
    wanted = name or os.environ.get(VARIABLE, "")
    if wanted and wanted not in NAMES:
        raise EngineError("start", f"no engine is called {wanted!r}; known are {', '.join(NAMES)}")
    trouble: list[EngineError] = []
    for each in [wanted] if wanted else available():
        try:
            if cache and (found := probe.trouble(each, Path(cache))):
                raise found
            module = importlib.import_module(f".{each.replace('-', '_')}", __name__)
        except (ImportError, OSError, RuntimeError) as error:
            # A package that is there and cannot be loaded, for want of a system library for example.
            trouble.append(EngineError("start", f"{each}: {error}"))
        except EngineError as error:
            trouble.append(error)
        else:
            return cast("Engine", module.make())
    kinds = {each.kind for each in trouble}
    details = "; ".join(each.detail for each in trouble) or "no engine is installed"
    raise EngineError(kinds.pop() if len(kinds) == 1 else "start", details)
