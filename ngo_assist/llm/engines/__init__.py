"""The libraries that run a model. Only the worker process imports one.

`available` and `NAMES` are safe anywhere: they look without importing.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
from typing import cast

from .base import Engine, EngineError

NAMES = {"llama-cpp-python": "llama_cpp", "xllamacpp": "xllamacpp"}
"""Engine to the package it needs, the preferred one first."""

VARIABLE = "NGO_ASSIST_ENGINE"
"""The environment variable that forces an engine."""


def available() -> list[str]:
    """The engines that are installed, the preferred one first."""
    return [name for name, package in NAMES.items() if importlib.util.find_spec(package)]


def pick(name: str = "") -> Engine:
    """The engine of this name, else the one the environment names, else the first that can be imported.

    Raises `EngineError("start", …)`.
    """
    wanted = name or os.environ.get(VARIABLE, "")
    if wanted and wanted not in NAMES:
        raise EngineError("start", f"no engine is called {wanted!r}; known are {', '.join(NAMES)}")
    trouble = []
    for each in [wanted] if wanted else available():
        try:
            module = importlib.import_module(f".{each.replace('-', '_')}", __name__)
        except (ImportError, OSError, RuntimeError) as error:
            # A package that is there and cannot be loaded, for want of a system library for example.
            trouble.append(f"{each}: {error}")
        else:
            return cast("Engine", module.make())
    raise EngineError("start", "; ".join(trouble) or "no engine is installed")
