"""Why a practice does not apply here: without a reason it would only be a gap."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Button, Static, TextArea

from ngo_assist.messages import msg
from ngo_assist.tui import keys
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.button_row import ButtonRow

NO_REASON = msg("Please write in a few words why it does not apply.")


class ReasonScreen(NgoModal[str]):
    """Returns the reason; None: it does apply."""

    GUIDE = msg(
        "A practice that does not apply is not counted. Your reason stands in the results and in the plan."
    )
    BINDINGS = keys.bindings(keys.Key("ctrl+s", "accept", msg("Does not apply"), "Ctrl+S"))
    DEFAULT_CSS = """
    ReasonScreen #reason { height: 5; }
    """

    def __init__(self, practice_id: str) -> None:
        super().__init__()
        self._practice_id = practice_id

    def box(self) -> ComposeResult:
        answer = self.session.assessment.answers.get(self._practice_id)
        yield Static(classes="title", markup=False)
        yield TextArea(
            (answer.not_applicable or "") if answer else "",
            id="reason",
            soft_wrap=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )
        yield Static(id="duty", classes="text muted", markup=False)
        with ButtonRow():
            yield Button(id="accept", variant="primary")
            yield Button(id="cancel")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#reason").focus()

    def retranslate(self) -> None:
        practice = self.session.rubric.practices[self._practice_id]
        self.query_one(".title", Static).update(self.t("Why does this not apply to you?"))
        duty = self.query_one("#duty", Static)
        duty.display = practice.duty is not None
        duty.update(self.t("This is a duty by law. It stays in the results as a reminder, with your reason."))
        self.query_one("#accept", Button).label = self.t("Does not apply")
        self.query_one("#cancel", Button).label = self.t("Go back")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "accept":
            self.action_accept()
        else:
            self.dismiss(None)

    def action_accept(self) -> None:
        reason = self.query_one("#reason", TextArea).text.strip()
        if reason:
            self.dismiss(reason)
        else:
            self.tell(NO_REASON)
            self.query_one("#reason").focus()
