"""One practice of the results: where it stands, what is wanted, what was noted, and the ways on."""

from __future__ import annotations

from typing import Literal

from rich.console import Group, RenderableType
from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from ngo_assist.application.practice_view import PracticeCard, practice_card
from ngo_assist.messages import msg
from ngo_assist.tui import plan_keys
from ngo_assist.tui.keys import Key, bindings
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.line_list import colour
from ngo_assist.tui.widgets.shapes import level_shape

On = Literal["ask", "target"]
"""Where to go from here: to the question, or to the target."""


class PracticeScreen(NgoModal[On]):
    """Returns where to go; None: nowhere."""

    GUIDE = msg(
        "What is known of this practice. “Answer again” leads to its question; “Set a target” to the level "
        "that you want to reach."
    )
    BINDINGS = bindings(*(Key(key.key, key.action) for key in plan_keys.SCROLL))
    DEFAULT_CSS = """
    PracticeScreen > #box { width: 84; }
    PracticeScreen VerticalScroll { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
    PracticeScreen #practice { height: auto; }
    """

    def __init__(self, practice_id: str) -> None:
        super().__init__()
        self._practice_id = practice_id

    def box(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield Static(id="practice", markup=False)
        with ButtonRow():
            yield Button(id="target", variant="primary")
            yield Button(id="ask")
            yield Button(id="close")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#close").focus()

    def retranslate(self) -> None:
        session, t = self.session, self.t
        id = self._practice_id
        card = practice_card(session.rubric, session.assessment, session.scores, id, t, session.earlier)
        self.query_one("#practice", Static).update(Group(*self._lines(card)))
        ask, target = self.query_one("#ask", Button), self.query_one("#target", Button)
        ask.label = t("Answer it") if card.standing in ("unanswered", "changed") else t("Answer again")
        ask.display = id in session.scores.practices
        target.label = t("Set a target")
        target.display = card.level is not None
        self.query_one("#close", Button).label = t("Close")

    def _lines(self, card: PracticeCard) -> list[RenderableType]:
        t, muted, bold = self.t, colour(self, "muted"), Style(bold=True)
        lines: list[RenderableType] = [
            Text(card.dimension, muted),
            Text(card.question, bold + colour(self, "primary")),
            Text(),
        ]
        top = self.session.rubric.top
        now = Text(card.level_name, bold)
        if card.level is not None:
            now = Text.assemble((level_shape(card.level, top), colour(self, "primary")), " ", now)
        lines.append(Text.assemble((t("Now:") + " ", muted), now))
        if card.level_text:
            lines.append(Text(card.level_text))
        if card.reason:
            lines.append(Text(t("You said it does not apply: “{reason}”", reason=card.reason)))
        if card.unsure:
            lines.append(Text(t("You were unsure when you answered."), muted))
        if card.earlier:
            lines.append(Text(card.earlier, muted))
        if card.target is not None:
            wanted = Text.assemble((level_shape(card.target, top), colour(self, "secondary")), " ")
            wanted.append(card.target_name, bold)
            lines += [Text(), Text.assemble((t("Target:") + " ", muted), wanted), Text(card.target_text)]
        if card.note or card.evidence:
            lines.append(Text())
        if card.note:
            lines.append(Text.assemble((t("You noted:") + " ", muted), card.note))
        if card.evidence:
            lines.append(Text.assemble((t("What shows it:") + " ", muted), "; ".join(card.evidence)))
        if card.duty:
            lines += [Text(), Text.assemble((t("A duty by law.") + " ", muted), (card.duty, muted))]
        return lines

    def action_scroll_lines(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_scroll_pages(self, by: int) -> None:
        page = self.query_one(VerticalScroll)
        page.scroll_relative(y=by * max(1, page.size.height - 1), animate=False)

    def action_scroll_edge(self, by: int) -> None:
        page = self.query_one(VerticalScroll)
        (page.scroll_home if by < 0 else page.scroll_end)(animate=False)

    @on(Button.Pressed)
    def leave(self, event: Button.Pressed) -> None:
        self.dismiss({"ask": "ask", "target": "target"}.get(event.button.id or ""))  # type: ignore[arg-type]
