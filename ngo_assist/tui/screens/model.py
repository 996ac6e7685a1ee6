"""Whose words the plan is made of: the rubric's, or those of a model on this computer."""

from __future__ import annotations

import asyncio
import contextlib

from rich.text import Text
from textual import events, on, work
from textual.app import ComposeResult, ScreenStackError
from textual.containers import Vertical
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from ngo_assist.application.drafting_run import DraftingRun
from ngo_assist.application.model_outcomes import NOT_NOW
from ngo_assist.application.models import NOT_EXAMINED, ModelLine, model_lines, why_unfit
from ngo_assist.drafting.drafter import Examined
from ngo_assist.drafting.instructions import LANGUAGES
from ngo_assist.i18n.labels import LANGUAGE, label
from ngo_assist.llm.catalogue import ModelFile, suits
from ngo_assist.llm.servers import ServedModel
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.tui.drafting_moved import DraftingMoved
from ngo_assist.tui.screens.confirm import ConfirmScreen
from ngo_assist.tui.screens.planning import PlanningScreen
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.rows import Choices

EXAMINING = msg(
    "A model is being examined, which takes the memory. Wait for it, or stop it among the models."
)
LEAVES = msg("What you wrote leaves this computer")


class ModelScreen(PlanningScreen):
    BACK = "plan"
    GUIDE = msg(
        "The plan is complete without a model. A model on this computer can put two texts of each action "
        "and the summary into other words; nothing leaves the computer. What it writes is checked, marked "
        "with ≈, and yours to change. Your own words stay as they are."
    )
    CSS = """
    ModelScreen #models { height: auto; margin: 1 0; max-width: 100; }
    ModelScreen #none { display: none; }
    ModelScreen.-alone #none { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._models: list[ModelFile] = []
        self._looked = False
        self._unfit: dict[str, Message] = {}
        self._verdicts = NOT_EXAMINED
        self._lines: list[ModelLine] = []

    def heading(self) -> str:
        return self.t("Words by a model")

    def body(self) -> ComposeResult:
        yield Static(id="headline", classes="headline", markup=False)
        with Vertical():
            yield Choices(id="models", markup=False)
        yield Static(id="none", classes="muted", markup=False)
        with ButtonRow():
            yield Button(id="to-models")
            yield Button(id="back")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(Choices).focus()

    @on(events.ScreenResume)
    def look(self) -> None:
        """Look what is here, also after a model came, went or was examined."""
        self.run_worker(self._look(), name="models", group="models", exclusive=True)

    async def _look(self) -> None:
        models = await asyncio.to_thread(self.plans.models.here)
        self._verdicts = await asyncio.to_thread(self._examined, models)
        self._models, self._looked = models, True
        self.retranslate()
        self._unfit = await asyncio.to_thread(why_unfit, self.plans.models, models)
        self.retranslate()

    def _examined(self, models: list[ModelFile]) -> dict[str, Examined]:
        return {model.name: self.plans.models.verdict(model, self._language) for model in models}

    @property
    def _language(self) -> str:
        return self.plans.plan.language if self.plans.plan else self.t.language

    def retranslate(self) -> None:
        t = self.t
        self.query_one("#headline", Static).update(t("Whose words should the plan be in?"))
        self.query_one("#to-models", Button).label = t("Get or examine models…")
        self.query_one("#back", Button).label = t("Back to the plan")
        alone = self._looked and not self._models
        self.set_class(alone, "-alone")
        none = t("There is no model on this computer. The plan does not need one.")
        self.query_one("#none", Static).update(none)
        self._lines = model_lines(self._models, self._language, self._unfit, t, self._verdicts)
        rows = self.query_one(Choices)
        before = rows.highlighted or 0
        rows.clear_options()
        for number, line in enumerate(self._lines):
            if number:
                rows.add_option(Option("", disabled=True))
            rows.add_option(Option(self._row(line), id=f"m{number}", disabled=self._cannot_write(line)))
        rows.highlighted = min(before, rows.option_count - 1)

    def _cannot_write(self, line: ModelLine) -> bool:
        """Whether a model has not learnt the plan's language: no waiting and no memory helps."""
        model = line.model
        return model is not None and not (suits(model, self._language) and self._language in LANGUAGES)

    def _row(self, line: ModelLine) -> Text:
        if self._cannot_write(line):
            # One line, without the weight of what may be chosen.
            why = self.t("cannot write in {language}", language=label(self.t, LANGUAGE, self._language))
            return Text(f"× {line.title}: {why}", self.ink("muted"))
        row = Text.assemble((line.title, self.ink("muted" if line.refused else "foreground", bold=True)))
        if line.detail:
            row.append(f"\n{line.detail}", self.ink("muted"))
        # What cannot be taken needs no warning.
        if line.warning or line.refused:
            row.append(f"\n! {line.refused or line.warning}", self.ink("warning"))
        return row

    @on(OptionList.OptionSelected)
    async def chosen(self, event: OptionList.OptionSelected) -> None:
        line = self._lines[int((event.option_id or "m0")[1:])]
        if line.refused:
            self.tell(msg("{why}", why=line.refused))
            return
        try:
            if line.model is None:
                self.plans.without_model()
                self.changed()
                await self.ngo.go("plan")
                return
            self.session.writable  # noqa: B018 - says why nothing can be written here
        except UserError as error:
            self.tell(error)
            return
        self._ask_and_begin(line.model)

    @work(exclusive=True, group="begin")
    async def _ask_and_begin(self, model: ModelFile) -> None:
        if self.ngo.model_tasks.care.is_examining:
            self.tell(EXAMINING)
            return
        if isinstance(model, ServedModel) and model.warning:
            leave = ConfirmScreen(LEAVES, model.warning, yes=msg("Yes, let it write"), no=NOT_NOW)
            if not await self.app.push_screen_wait(leave):
                return
        await self._begin(model)

    async def _begin(self, model: ModelFile) -> None:
        app = self.ngo
        running = self.plans.drafting
        if running is None or running.ended:
            # Whichever screen is seen when something moves, hears of it.
            def moved() -> None:
                # At the program's end no screen is left to hear of it.
                with contextlib.suppress(ScreenStackError):
                    app.screen.post_message(DraftingMoved())

            run = DraftingRun(self.plans, model, self.plans.models, moved=moved)
            self.plans.drafting = run
            run.task = app.keep_going(run.go(), "drafting")
        await app.go("drafting")

    @on(Button.Pressed, "#to-models")
    async def to_models(self) -> None:
        await self.ngo.action_models()

    @on(Button.Pressed, "#back")
    async def back(self) -> None:
        await self.ngo.go("plan")
