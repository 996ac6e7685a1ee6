"""The backups of one organisation."""

from __future__ import annotations

from collections.abc import Sequence

from ngo_assist.application.care import REASONS
from ngo_assist.messages import msg
from ngo_assist.tui.screens.row_box import RowBox, moment
from ngo_assist.workspace.backups import Backup


class BackupsScreen(RowBox[Backup]):
    """Returns the backup to restore; None: none."""

    GUIDE = msg(
        "The program makes a backup each day that something has changed, and before a step that replaces"
        " something. The newest ten are kept, and the last of each month. Choose one to bring it back; what"
        " is there now becomes a backup first."
    )

    def __init__(self, name: str, backups: Sequence[Backup]) -> None:
        super().__init__()
        self._name_shown, self._backups = name, backups

    def headline(self) -> str:
        return self.t("Backups of “{name}”", name=self._name_shown)

    def about(self) -> str:
        if self._backups:
            return self.t("Choose one to bring it back.")
        return self.t("There is none yet. The program makes one each day that something changes.")

    def rows(self) -> Sequence[tuple[str, str]]:
        today = self.session.now().date()
        return [(moment(self.t, each.made, today), self.t(REASONS[each.reason])) for each in self._backups]

    def chosen_at(self, place: int) -> None:
        self.dismiss(self._backups[place])
