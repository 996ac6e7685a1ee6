"""A list that stays where it was scrolled to when its rows change by themselves, not by who reads it."""

from __future__ import annotations

from collections.abc import Sequence

from ngo_assist.tui.widgets.line_list import LineList, Row


class QuietList(LineList):
    _quiet = False

    def show_quietly(self, rows: Sequence[Row]) -> None:
        """List other rows without leading to the cursor."""
        self._quiet = True
        self.show(rows)
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        self._quiet = False

    def _show_cursor(self) -> None:
        if not self._quiet:
            super()._show_cursor()
