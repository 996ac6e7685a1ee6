"""The program's own colours: calm teal on sand, dark and light; every text has a contrast of 4.5 or more."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="ngo-dark",
    primary="#5cc2b4",
    secondary="#d9b779",
    accent="#d9b779",
    warning="#e8b45a",
    error="#f08f7a",
    success="#7fc98f",
    foreground="#e9e4d8",
    background="#10201f",
    surface="#162a29",
    panel="#1e3736",
    dark=True,
    text_alpha=1.0,
    variables={
        "muted": "#a3b3ad",
        "quiet": "#1e3736",
        "block-cursor-background": "#5cc2b4",
        "block-cursor-foreground": "#0b1716",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#28494a",
        "block-cursor-blurred-foreground": "#e9e4d8",
        "input-cursor-background": "#e9e4d8",
        "input-selection-background": "#5cc2b4 35%",
        "border": "#5cc2b4",
        "border-blurred": "#35524f",
        "scrollbar": "#35524f",
        "scrollbar-hover": "#5cc2b4",
        "scrollbar-background": "#162a29",
        "scrollbar-background-hover": "#162a29",
    },
)

LIGHT = Theme(
    name="ngo-light",
    primary="#0b6259",
    secondary="#74510f",
    accent="#74510f",
    warning="#7d4f00",
    error="#9c3322",
    success="#2a6438",
    foreground="#21302e",
    background="#f7f1e5",
    surface="#fffaf0",
    panel="#ebe2d0",
    dark=False,
    text_alpha=1.0,
    variables={
        "muted": "#56635f",
        "quiet": "#ebe2d0",
        "block-cursor-background": "#0b6259",
        "block-cursor-foreground": "#fffaf0",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#d3e0d8",
        "block-cursor-blurred-foreground": "#21302e",
        "input-cursor-background": "#21302e",
        "input-selection-background": "#0b6259 25%",
        "border": "#0b6259",
        "border-blurred": "#b9b09c",
        "scrollbar": "#b9b09c",
        "scrollbar-hover": "#0b6259",
        "scrollbar-background": "#fffaf0",
        "scrollbar-background-hover": "#fffaf0",
    },
)

THEMES: dict[str, Theme] = {"dark": DARK, "light": LIGHT}
"""By the names that the settings hold."""
