"""Why a practice matters, and what would show it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from ngo_assist.messages import msg
from ngo_assist.tui import keys
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.button_row import ButtonRow


class WhyScreen(NgoModal[None]):
    GUIDE = msg("Why this question is asked, and what you could show to someone who asks how you know.")
    BINDINGS = keys.bindings(keys.Key("f3", "back"))
    DEFAULT_CSS = """
    WhyScreen VerticalScroll { height: auto; max-height: 100%; }
    WhyScreen .text { margin-bottom: 1; }
    """

    def __init__(self, practice_id: str) -> None:
        super().__init__()
        self._practice_id = practice_id

    def box(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(id="why-title", classes="title", markup=False)
            yield Static(id="why", classes="text", markup=False)
            yield Static(id="evidence-title", classes="title", markup=False)
            yield Static(id="evidence", classes="text", markup=False)
            yield Static(id="duty", classes="text muted", markup=False)
        with ButtonRow():
            yield Button(id="close")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#close").focus()

    def retranslate(self) -> None:
        language = self.session.rubric_language
        practice = self.session.rubric.practices[self._practice_id]
        self.query_one("#why-title", Static).update(self.t("Why it matters"))
        self.query_one("#why", Static).update(practice.why.say(language))
        self.query_one("#evidence-title", Static).update(self.t("What would show it"))
        self.query_one("#evidence", Static).update(practice.evidence.say(language))
        source = self.session.rubric.sources.get(practice.duty or "")
        duty = self.query_one("#duty", Static)
        duty.display = source is not None
        if source:
            duty.update(
                self.t(
                    "A duty by law: {source}. Read on {date}; check the current text.",
                    source=source.name(language),
                    date=self.t.date(source.as_of),
                )
            )
        self.query_one("#close", Button).label = self.t("Close")

    def on_button_pressed(self) -> None:
        self.dismiss(None)
