"""One text of an action, to be written by a person. What is typed is kept on each pause."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widgets import Button, Input, Static, TextArea

from ngo_assist.messages import Message, msg
from ngo_assist.tui import keys
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.button_row import ButtonRow

PAUSE = 0.6
"""Seconds without a key after which what is typed is kept."""

Ended = Literal["kept", "as it was", "set back"]


class EditTextScreen(NgoModal[Ended]):
    """Returns how it ended; Esc keeps what is there, unless it cannot be, then leaves the last that could."""

    GUIDE = msg(
        "Write it in your own words. It is kept while you write; Esc goes back. “As it was” takes your "
        "changes away, “The rubric's words” puts the ready text back."
    )
    BINDINGS = keys.bindings(keys.UNDO, keys.REDO)
    CSS = """
    EditTextScreen .title { margin-bottom: 0; }
    EditTextScreen #whose { color: $muted; height: auto; }
    EditTextScreen #text { margin-top: 1; }
    EditTextScreen TextArea { height: 9; }
    EditTextScreen.-low TextArea { height: 6; }
    EditTextScreen #rubric { color: $muted; height: auto; max-height: 4; margin-top: 1; }
    EditTextScreen.-low #rubric { max-height: 3; }
    """

    def __init__(
        self,
        title: str,
        value: str,
        *,
        own: str | None,
        keep: Callable[[str], Message | None],
        one_line: bool = False,
        hint: Message | None = None,
        whose: str = "",
    ) -> None:
        """`own` is the rubric's text, None where it has none; `keep` takes a text or says why not.

        `whose` says whose words there are.
        """
        super().__init__()
        self._title, self._value, self._own = title, value, own
        self._keep, self._one_line, self._hint = keep, one_line, hint
        self._whose = whose
        self._soon: Timer | None = None

    def box(self) -> ComposeResult:
        yield Static(self._title, classes="title", markup=False)
        if self._whose:
            yield Static(self._whose, id="whose", markup=False)
        if self._one_line:
            yield Input(self._value, id="text")
        else:
            yield TextArea(self._value, id="text", soft_wrap=True, tab_behavior="focus")
        yield Static(id="rubric", markup=False)
        with ButtonRow():
            yield Button(id="keep", variant="primary")
            yield Button(id="as-it-was")
            yield Button(id="set-back")

    def on_mount(self) -> None:
        super().on_mount()
        text = self.query_one("#text")
        text.focus()
        if isinstance(text, TextArea):
            self.call_after_refresh(self._begin, text)

    def _begin(self, text: TextArea) -> None:
        # A long text is read from its beginning; a short one is gone on with.
        if text.wrapped_document.height <= text.size.height:
            text.move_cursor(text.document.end)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("undo", "redo"):
            return isinstance(self.focused, TextArea)
        return super().check_action(action, parameters)

    def action_undo(self) -> None:
        self.query_one(TextArea).undo()

    def action_redo(self) -> None:
        self.query_one(TextArea).redo()

    def retranslate(self) -> None:
        self.query_one("#keep", Button).label = self.t("Keep")
        self.query_one("#as-it-was", Button).label = self.t("As it was")
        back = self.query_one("#set-back", Button)
        back.label = self.t("The rubric's words")
        back.display = self._own is not None and self._own != ""
        said = (
            self.t("The rubric says: {words}", words=self._own)
            if self._own and self._own != self._value
            else ""
        )
        if self._hint is not None:
            said = "\n".join(part for part in (self.t(self._hint), said) if part)
        line = self.query_one("#rubric", Static)
        line.display = bool(said)
        line.update(said)

    @property
    def text(self) -> str:
        field = self.query_one("#text")
        return field.text if isinstance(field, TextArea) else self.query_one("#text", Input).value

    @on(TextArea.Changed)
    @on(Input.Changed)
    def typed(self) -> None:
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(PAUSE, self._keep_typed)

    def keep_typed(self) -> None:
        if self.query("#text"):
            self._keep_typed()

    def _keep_typed(self) -> Message | None:
        if self.text == self._value:
            return None
        wrong = self._keep(self.text)
        if wrong is None:
            self._value = self.text
        return wrong

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def done(self) -> None:
        wrong = self._keep_typed()
        if wrong is None:
            self.dismiss("kept")
        else:
            self.tell(wrong)

    def action_back(self) -> None:
        self._keep_typed()
        self.dismiss("kept")

    @on(Button.Pressed, "#as-it-was")
    def as_it_was(self) -> None:
        self.dismiss("as it was")

    @on(Button.Pressed, "#set-back")
    def set_back(self) -> None:
        self.dismiss("set back")
