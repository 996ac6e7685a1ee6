"""A small rubric of another subject: other levels, languages, currency, bands; no duties, no sources."""

from __future__ import annotations

from pathlib import Path

GARDEN = Path(__file__).parent / "garden"
