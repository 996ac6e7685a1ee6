"""What was deleted and can still be brought back."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.widgets import Button

from ngo_assist.messages import msg
from ngo_assist.tui.screens.row_box import RowBox
from ngo_assist.workspace.trash import Deleted


class DeletedScreen(RowBox[Deleted | str]):
    """Returns what was chosen, or "all": everything is to be removed for good; None: nothing."""

    GUIDE = msg(
        "What was deleted stays here for 30 days and is removed after that, with its backups. Choose one to"
        " bring it back, or to remove it at once."
    )

    def __init__(self, deleted: Sequence[Deleted]) -> None:
        super().__init__()
        self._deleted = deleted

    def headline(self) -> str:
        return self.t("Deleted")

    def about(self) -> str:
        return self.t("Choose one to bring it back. After 30 days it is removed for good.")

    def rows(self) -> Sequence[tuple[str, str]]:
        now, t = self.session.now(), self.t
        return [
            (
                each.name,
                f"{t.date(each.at.date())} · "
                + t.plural("{n} day left", "{n} days left", each.days_left(now)),
            )
            for each in self._deleted
        ]

    def more_buttons(self) -> Sequence[Button]:
        return [Button(id="all")]

    def retranslate(self) -> None:
        super().retranslate()
        self.query_one("#all", Button).label = self.t("Remove all for good")

    def chosen_at(self, place: int) -> None:
        self.dismiss(self._deleted[place])

    @on(Button.Pressed, "#all")
    def _all(self) -> None:
        self.dismiss("all")
