"""Modules that are loaded when the first thing in them is used.

The first screen names organisations and no more, and on an old laptop half of the start would go into
pydantic and the models built with it. What the screen needs at once therefore takes these modules as

    if TYPE_CHECKING:
        from ngo_assist.assessment import scoring
    else:
        scoring = later("ngo_assist.assessment.scoring")
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def later(name: str) -> Any:
    """Return what stands for the module `name` and loads it when it is first used."""
    return _Later(name)


class _Later:
    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        # Called only for what is not kept here yet.
        found = getattr(import_module(self._name), attribute)
        setattr(self, attribute, found)
        return found
