"""Quick or full: how many questions, and how long they take."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ngo_assist.assessment.duration import minutes
from ngo_assist.assessment.model import Mode
from ngo_assist.messages import UserError, msg
from ngo_assist.tui.screens.base import NgoScreen
from ngo_assist.tui.widgets.ready_list import ReadyList


class ModeScreen(NgoScreen):
    GUIDE = msg(
        "Quick asks the most important questions and is enough for a first plan. Full asks them all. You can"
        " stop at any moment and go on later: every answer is saved."
    )
    DEFAULT_CSS = """
    ModeScreen #modes { max-width: 76; margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._begun = False

    def heading(self) -> str:
        return self.t("The questions")

    def body(self) -> ComposeResult:
        yield Static(id="title", classes="title", markup=False)
        yield Static(id="about", classes="text", markup=False)
        yield ReadyList(id="modes", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#modes").focus()

    @property
    def modes(self) -> list[Mode]:
        """Return what there is to choose: a rubric need not have a quick mode."""
        quick = sum(1 for _ in self.session.rubric.of_mode("quick"))
        return ["quick", "full"] if 0 < quick < len(self.session.rubric.practices) else ["full"]

    def retranslate(self) -> None:
        self.query_one("#title", Static).update(self.t("How much time do you have?"))
        about = self.t("Answer as things are today. There are no wrong answers, and every answer is saved.")
        if self.session.has_assessment and (last := self.session.assessment.finished):
            beside = self.t("Your answers of {day} stand beside each question.", day=self.t.date(last.date()))
            about = f"{about} {beside}"
        self.query_one("#about", Static).update(about)
        options = self.query_one("#modes", OptionList)
        place = options.highlighted or 0
        options.clear_options()
        options.add_options(Option(self._words(mode), id=mode) for mode in self.modes)
        options.highlighted = place

    def _words(self, mode: Mode) -> Text:
        session, language = self.session, self.session.rubric_language
        practices = list(session.rubric.of_mode(mode))
        time = minutes(practices, language, alone=session.organisation.alone)
        title = self.t("Quick") if mode == "quick" else self.t("Full")
        about = (
            self.t("The most important questions; enough for a first plan.")
            if mode == "quick"
            else self.t("All questions; the whole picture.")
        )
        asked = self.t.plural("{n} question", "{n} questions", len(practices))
        takes = self.t.plural("about {n} minute", "about {n} minutes", time)
        return Text.assemble((title, Style(bold=True)), f"   {asked}, {takes}\n{about}\n")

    @on(OptionList.OptionSelected, "#modes")
    async def choose(self, event: OptionList.OptionSelected) -> None:
        # A second Enter may be on its way before the questions are there: it begins no second assessment.
        if self._begun:
            return
        try:
            self.session.start(self.modes[event.option_index])
        except UserError as error:
            self.tell(error)
            return
        self._begun = True
        await self.ngo.go("interview")
