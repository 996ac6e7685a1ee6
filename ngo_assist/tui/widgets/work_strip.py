"""What is under way with models: how far it is, and a button to stop it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from ngo_assist.application.model_work_view import WorkLine
from ngo_assist.i18n.translator import Translator
from ngo_assist.tui.ink import colour
from ngo_assist.tui.widgets.share_bar import share_bar

BAR_WIDTH = 14
KINDS = ("bringing", "examining")


class WorkStrip(Vertical):
    """Nothing is seen of it while nothing is under way. A button's id is "stop-" and the kind of work."""

    DEFAULT_CSS = """
    WorkStrip { height: auto; display: none; margin-top: 1; }
    WorkStrip.-working { display: block; }
    WorkStrip > .work { height: auto; display: none; }
    WorkStrip > .work > Static { width: 1fr; height: auto; padding: 0 2 0 0; }
    """

    def compose(self) -> ComposeResult:
        for kind in KINDS:
            with Horizontal(id=kind, classes="work"):
                yield Static(id=f"far-{kind}", markup=False)
                yield Button(id=f"stop-{kind}")

    def show(self, lines: Sequence[WorkLine], t: Translator) -> bool:
        """Show what is under way; tell whether a button that had the focus is gone with its work."""
        by_kind, lost = {line.id: line for line in lines}, False
        self.set_class(bool(lines), "-working")
        for kind in KINDS:
            line = next((each for name, each in by_kind.items() if name == kind), None)
            button = self.query_one(f"#stop-{kind}", Button)
            lost = lost or (line is None and button.has_focus)
            self.query_one(f"#{kind}").display = line is not None
            if line is not None:
                button.label = t("Stopping…") if line.stopping else t("Stop")
                self.query_one(f"#far-{kind}", Static).update(self._text(line, t))
        return lost

    def _text(self, line: WorkLine, t: Translator) -> Text:
        text = Text(f"{line.said}\n")
        if line.share is None:
            return text.append("…")
        full, rest = (Style(color=colour(self.app, name)) for name in ("primary", "muted"))
        text.append_text(share_bar(line.share, 1, BAR_WIDTH, full, rest))
        return text.append(f"  {t.percent(line.share)}  {line.detail}")
