"""What the words on the screens mean, in plain sentences."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import Static

from ngo_assist.messages import Message, msg
from ngo_assist.tui.ink import colour
from ngo_assist.tui.screens.read_box import ReadBox

WORDS: tuple[tuple[Message, Message], ...] = (
    (
        msg("Practice"),
        msg("One thing that people do, such as keeping copies of files. Each question is about one."),
    ),
    (msg("Level"), msg("How far a practice has come today. Nobody has to be at the top everywhere.")),
    (
        msg("Already works"),
        msg("The practice has reached the level from which it goes on by itself. Results begin with these."),
    ),
    (
        msg("Foundation"),
        msg("A practice that others stand on, for example a list of accounts. It comes early in the plan."),
    ),
    (
        msg("Legal duty"),
        msg(
            "What a law asks for. Its source and the day it was read stand beside it. It is a reminder and no"
            " legal advice: check the current text."
        ),
    ),
    (
        msg("What would show it"),
        msg("A thing that you could show to someone who asks how you know: a photo, a sheet."),
    ),
    (msg("Target"), msg("The level that you want to reach next. If you set none, it is one level up.")),
    (msg("Action"), msg("What brings a practice to a higher level: some hours or days of one person.")),
    (msg("First step"), msg("The small beginning of an action, for this very week.")),
    (
        msg("Later"),
        msg("What does not fit into the days, money or connection, each with its reason. Nothing is lost."),
    ),
    (
        msg("Sync point"),
        msg("A place with a connection, such as a library or a school, where you send and fetch everything."),
    ),
    (
        msg("What does not depend on us"),
        msg("What you cannot solve alone, with whom to ask and a letter to send."),
    ),
    (
        msg("Model on this computer"),
        msg("A program that writes sentences. It runs here and sends nothing away. You do not need it."),
    ),
    (
        msg("Examination"),
        msg("A test of a model on this computer: does it keep to the facts and to the language?"),
    ),
    (
        msg("The rubric's words"),
        msg(
            "Texts that people have written for everyone. They stand wherever neither you nor a model wrote."
        ),
    ),
)


class GlossaryScreen(ReadBox):
    def texts(self) -> ComposeResult:
        yield Static(id="glossary-title", classes="title", markup=False)
        yield Static(id="words", classes="text", markup=False)

    def retranslate(self) -> None:
        super().retranslate()
        self.query_one("#glossary-title", Static).update(self.t("What the words mean"))
        bold = Style(bold=True, color=colour(self.app, "primary"))
        lines: list[RenderableType] = []
        for word, meaning in WORDS:
            lines += [Text(self.t(word), bold), Padding(Text(self.t(meaning)), (0, 0, 1, 2))]
        self.query_one("#words", Static).update(Group(*lines))
