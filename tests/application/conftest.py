"""The same computer as in the tests of the screens."""

from __future__ import annotations

from tests.tui.conftest import begun, computer, rubric

__all__ = ["begun", "computer", "rubric"]
