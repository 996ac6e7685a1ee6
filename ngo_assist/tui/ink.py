"""The theme's colours for text that is put together with Rich."""

from __future__ import annotations

from typing import Any

from textual.app import App


def colour(app: App[Any], name: str) -> str:
    """Return the theme's colour of this name as Rich writes it; else the terminal's own."""
    value = app.theme_variables.get(name, "default")
    # Textual's names for the terminal's own colours are Rich's with a prefix.
    return value.removeprefix("ansi_")
