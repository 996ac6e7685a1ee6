"""The map: all questions by dimension, what is answered and how, and a way to each."""

from __future__ import annotations

from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ngo_assist.assessment.scoring import PracticeScore
from ngo_assist.messages import msg
from ngo_assist.tui import keys
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.shapes import level_shape


class JumpScreen(NgoModal[str]):
    """Returns the practice to go to; None: stay."""

    GUIDE = msg("All questions. A tall block is a high level; an empty circle is still to be answered.")
    BINDINGS = keys.bindings(keys.Key("f8", "back"))
    DEFAULT_CSS = """
    JumpScreen > #box { width: 100; padding: 1 2; }
    JumpScreen OptionList { max-height: 100%; }
    """

    def __init__(self, practice_id: str) -> None:
        super().__init__()
        self._here = practice_id
        self._places: list[str | None] = []

    def box(self) -> ComposeResult:
        yield Static(classes="title", markup=False)
        yield OptionList(id="map", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#map").focus()

    def retranslate(self) -> None:
        session, language = self.session, self.session.rubric_language
        scores = session.scores
        self.query_one(".title", Static).update(
            self.t(
                "{settled} of {asked} answered",
                settled=len(scores.practices) - len(scores.left),
                asked=len(scores.practices),
            )
        )
        chosen = self.query_one("#map", OptionList)
        kept = chosen.highlighted
        self._places, options, dimension = [], [], ""
        heading = Style(bold=True, color=self.app.theme_variables.get("primary", "default"))
        for practice_id, each in scores.practices.items():
            if each.practice.dimension != dimension:
                dimension = each.practice.dimension
                title = session.rubric.dimension_of[dimension].title.say(language)
                options.append(Option(Text(title, heading), disabled=True))
                self._places.append(None)
            options.append(Option(self._row(each, language)))
            self._places.append(practice_id)
        chosen.clear_options()
        chosen.add_options(options)
        chosen.highlighted = self._places.index(self._here) if kept is None else kept

    def _row(self, each: PracticeScore, language: str) -> Table:
        rubric = self.session.rubric
        match each.standing:
            case "level" if each.level is not None:
                sign, word = level_shape(each.level, rubric.top), rubric.level_name(each.level, language)
            case "not_applicable":
                sign, word = "–", self.t("does not apply")
            case "changed":
                sign, word = "≠", self.t("asked again")
            case _:
                sign, word = "○", ""
        if self.session.remarks(each.practice.id).unsure:
            sign += "?"
        grid = Table.grid(expand=True, padding=(0, 0))
        grid.add_column(width=3)
        grid.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
        grid.add_column(width=20, no_wrap=True, overflow="ellipsis")
        question = each.practice.ask(language, alone=self.session.alone)
        grid.add_row(Text(sign), Text(question, no_wrap=True), Text(f"  {word}"))
        return grid

    @on(OptionList.OptionSelected, "#map")
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._places[event.option_index])
