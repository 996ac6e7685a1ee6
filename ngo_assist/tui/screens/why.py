"""Why a practice matters, and what would show it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from ngo_assist.messages import msg
from ngo_assist.report.sources import source_line
from ngo_assist.tui import keys
from ngo_assist.tui.screens.read_box import ReadBox


class WhyScreen(ReadBox):
    GUIDE = msg("Why this question is asked, and what you could show to someone who asks how you know.")
    BINDINGS = keys.bindings(keys.Key("f3", "back"))
    DEFAULT_CSS = """
    WhyScreen .text { margin-bottom: 1; }
    """

    def __init__(self, practice_id: str) -> None:
        super().__init__()
        self._practice_id = practice_id

    def texts(self) -> ComposeResult:
        yield Static(id="why-title", classes="title", markup=False)
        yield Static(id="why", classes="text", markup=False)
        yield Static(id="evidence-title", classes="title", markup=False)
        yield Static(id="evidence", classes="text", markup=False)
        yield Static(id="sources", classes="text muted", markup=False)

    def retranslate(self) -> None:
        super().retranslate()
        language = self.session.rubric_language
        practice = self.session.rubric.practices[self._practice_id]
        self.query_one("#why-title", Static).update(self.t("Why it matters"))
        self.query_one("#why", Static).update(practice.why.say(language))
        self.query_one("#evidence-title", Static).update(self.t("What would show it"))
        self.query_one("#evidence", Static).update(practice.evidence.say(language))
        rubric = self.session.rubric
        lines = [source_line(rubric, id, self.t, language) for id in practice.all_sources]
        if practice.duty:
            lines.insert(0, self.t("A duty by law."))
        sources = self.query_one("#sources", Static)
        sources.display = bool(lines)
        sources.update("\n".join(lines))
