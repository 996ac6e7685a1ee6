"""Where models, what is known of them, and the worker's log live: the platform's own folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

_APP = "ngo-assist"


@dataclass(frozen=True)
class Places:
    """The folders of this package. None of them need exist."""

    models: Path
    cache: Path
    logs: Path


def default_places() -> Places:
    """The folders of the person who is logged in."""
    return Places(
        models=platformdirs.user_data_path(_APP, appauthor=False) / "models",
        cache=platformdirs.user_cache_path(_APP, appauthor=False),
        logs=platformdirs.user_log_path(_APP, appauthor=False),
    )
