"""A note and evidence beside an answer, saved while they are typed."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widgets import Button, Static, TextArea

from ngo_assist.assessment.model import NOTE_MOST
from ngo_assist.messages import msg
from ngo_assist.tui import keys
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.button_row import ButtonRow

PAUSE = 0.6
"""Seconds without a key after which what is typed is saved."""

TOO_LONG = msg("Only the first {most} letters are kept.", most=NOTE_MOST)


class NoteScreen(NgoModal[None]):
    GUIDE = msg(
        "What you write here explains your answer: how you do it now, what stands in the way. The plan quotes"
        " it. Do not write passwords or people's personal data."
    )
    HELP_OF = {"evidence": msg("What shows that it is so: a photo, a list, a file. One a line.")}
    BINDINGS = keys.bindings(keys.Key("escape", "back", msg("Save and close"), "Esc"), keys.Key("f4", "back"))
    DEFAULT_CSS = """
    NoteScreen #about { height: auto; max-height: 2; color: $muted; margin-bottom: 1; }
    NoteScreen.-low #about { display: none; }
    NoteScreen .label { height: auto; margin-bottom: 0; }
    NoteScreen #note { height: 5; }
    NoteScreen #privacy { height: auto; max-height: 2; color: $muted; margin-bottom: 1; }
    NoteScreen.-low #privacy { margin-bottom: 0; }
    NoteScreen #evidence { height: 4; }
    """

    def __init__(self, practice_id: str) -> None:
        super().__init__()
        self._practice_id = practice_id
        self._typing: Timer | None = None

    def box(self) -> ComposeResult:
        said = self.session.remarks(self._practice_id)
        yield Static(id="about", markup=False)
        yield Static(id="note-label", classes="label", markup=False)
        yield TextArea(
            said.note, id="note", soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False
        )
        yield Static(id="privacy", markup=False)
        yield Static(id="evidence-label", classes="label", markup=False)
        yield _field("evidence", "\n".join(said.evidence))
        with ButtonRow():
            yield Button(id="close", variant="primary")

    def on_mount(self) -> None:
        super().on_mount()
        note = self.query_one("#note", TextArea)
        note.focus()
        note.move_cursor(note.document.end)

    def retranslate(self) -> None:
        session = self.session
        question = session.rubric.practices[self._practice_id].ask(
            session.rubric_language, alone=session.alone
        )
        self.query_one("#about", Static).update(question)
        self.query_one("#note-label", Static).update(
            self.t("Note: how it is done now, what stands in the way")
        )
        self.query_one("#privacy", Static).update(
            self.t("The plan quotes it: no passwords and nobody's personal data here.")
        )
        self.query_one("#evidence-label", Static).update(self.t("Evidence: what would show it, one a line"))
        self.query_one("#close", Button).label = self.t("Save and close")

    @on(TextArea.Changed)
    def typed(self) -> None:
        if self._typing:
            self._typing.stop()
        self._typing = self.set_timer(PAUSE, self.save)
        self._say_if_too_long()

    def _say_if_too_long(self) -> None:
        """Say what will not be kept while it still stands in the field and can be shortened."""
        if len(self.query_one("#note", TextArea).text) > NOTE_MOST:
            self.tell(TOO_LONG)

    @on(events.DescendantBlur)
    def save(self) -> bool:
        """Keep what is typed; tell whether it is on the disk."""
        if self._typing:
            self._typing.stop()
        note = self.query_one("#note", TextArea).text
        evidence = self.query_one("#evidence", TextArea).text
        lines = tuple(evidence.splitlines())
        saved = self.attempt(lambda: self.session.annotate(self._practice_id, note, lines))
        self.ngo.show_state()
        return saved

    def keep_typed(self) -> None:
        if self.query("#evidence"):
            self.save()

    def on_button_pressed(self) -> None:
        self.action_back()

    def action_back(self) -> None:
        if self.query_one("#note").is_attached and not self.hush():
            self.save()
            self.session.seal_undo()
            self.dismiss(None)


def _field(name: str, text: str) -> TextArea:
    return TextArea(text, id=name, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)
