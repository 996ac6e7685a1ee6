"""Why a practice does not apply here: without a reason it would only be a gap.

What is typed is kept on each pause and there when one comes back; it becomes the answer with the button.
"""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widgets import Button, Static, TextArea

from ngo_assist.assessment.model import NOTE_MOST
from ngo_assist.clean import clean_text
from ngo_assist.messages import Message, msg
from ngo_assist.tui import keys
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.button_row import ButtonRow

PAUSE = 0.6
"""Seconds without a key after which what is typed is saved."""

TOO_LONG = msg("Only the first {most} letters are kept.", most=NOTE_MOST)
NO_REASON = msg("Please write in a few words why it does not apply.")


class ReasonScreen(NgoModal[str]):
    """Returns the reason; None: it does apply."""

    GUIDE = msg(
        "A practice that does not apply is not counted. Your reason stands in the results and in the plan."
    )
    BINDINGS = keys.bindings(keys.Key("ctrl+s", "accept", msg("Does not apply"), "Ctrl+S"))
    DEFAULT_CSS = """
    ReasonScreen #reason { height: 5; }
    /* Its lines are there also while there is nothing to say: nothing moves under the mouse. */
    ReasonScreen #problem { height: 2; color: $error; }
    """

    def __init__(self, practice_id: str) -> None:
        super().__init__()
        self._practice_id = practice_id
        self._typing: Timer | None = None
        self._problem: Message | None = None

    @property
    def _given(self) -> str:
        """The reason that is the answer now."""
        answer = self.session.assessment.answers.get(self._practice_id)
        return (answer.not_applicable or "") if answer else ""

    def box(self) -> ComposeResult:
        yield Static(classes="title", markup=False)
        yield TextArea(
            self.session.remarks(self._practice_id).reason or self._given,
            id="reason",
            soft_wrap=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )
        yield Static(id="problem", markup=False)
        yield Static(id="duty", classes="text muted", markup=False)
        with ButtonRow():
            yield Button(id="accept", variant="primary")
            yield Button(id="cancel")

    def on_mount(self) -> None:
        super().on_mount()
        reason = self.query_one("#reason", TextArea)
        reason.focus()
        reason.move_cursor(reason.document.end)

    @property
    def _typed(self) -> str:
        return self.query_one("#reason", TextArea).text

    @on(TextArea.Changed)
    def typed(self) -> None:
        if self._typing:
            self._typing.stop()
        self._typing = self.set_timer(PAUSE, self.keep_typed)
        self._say(TOO_LONG if len(self._typed) > NOTE_MOST else None)

    def _say(self, problem: Message | None) -> None:
        """Say under the field what is wrong with it."""
        self._problem = problem
        self.query_one("#problem", Static).update(self.t(problem) if problem else "")

    def keep_typed(self) -> None:
        if self._typing:
            self._typing.stop()
        if not self.query("#reason") or self.session.read_only:
            return
        typed = self._typed
        kept = "" if typed == self._given else typed
        self.attempt(lambda: self.session.keep_reason(self._practice_id, kept))

    def retranslate(self) -> None:
        practice = self.session.rubric.practices[self._practice_id]
        self.query_one(".title", Static).update(self.t("Why does this not apply to you?"))
        self._say(self._problem)
        duty = self.query_one("#duty", Static)
        duty.display = practice.duty is not None
        duty.update(self.t("This is a duty by law. It stays in the results as a reminder, with your reason."))
        self.query_one("#accept", Button).label = self.t("Does not apply")
        self.query_one("#cancel", Button).label = self.t("Go back")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "accept":
            self.action_accept()
        else:
            self._go_back()

    def action_back(self) -> None:
        if not self.hush():
            self._go_back()

    def _go_back(self) -> None:
        self.keep_typed()
        self.dismiss(None)

    def action_accept(self) -> None:
        if self._typing:
            self._typing.stop()
        reason = clean_text(self._typed).strip()
        if reason:
            self.dismiss(reason)
        else:
            self._say(NO_REASON)
            self.query_one("#reason").focus()
