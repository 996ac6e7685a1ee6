"""All assessments of one organisation."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.widgets import Button

from ngo_assist.application.assessment_list import AssessmentLine
from ngo_assist.messages import msg
from ngo_assist.tui.screens.row_box import RowBox


class AssessmentsScreen(RowBox[str]):
    """Returns the id of the assessment chosen, or `NEXT` for a new one; None: none."""

    NEXT = ""
    GUIDE = msg(
        "Every assessment of this organisation, the newest first. Choose one to see its results, or to change"
        " its answers. The next one begins with empty answers; what was answered last stands beside each"
        " question."
    )

    def __init__(self, name: str, lines: Sequence[AssessmentLine], *, next_one: bool) -> None:
        """`next_one`: whether a new one may be begun, which waits until the last is finished."""
        super().__init__()
        self._name_shown, self._lines, self._next_one = name, lines, next_one

    def headline(self) -> str:
        return self.t("Assessments of “{name}”", name=self._name_shown)

    def rows(self) -> Sequence[tuple[str, str]]:
        return [(line.day(self.t), line.words(self.t, self.session.rubric)) for line in self._lines]

    def more_buttons(self) -> Sequence[Button]:
        return [Button(id="next", variant="primary")] if self._next_one else []

    def retranslate(self) -> None:
        super().retranslate()
        for button in self.query("#next").results(Button):
            button.label = self.t("Assess again")

    def chosen_at(self, place: int) -> None:
        self.dismiss(self._lines[place].id)

    @on(Button.Pressed, "#next")
    def _next(self) -> None:
        self.dismiss(self.NEXT)
