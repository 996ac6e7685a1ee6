"""Where the organisation stands: what already works first, then law, strengths and where to start."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from ngo_assist.application.results_view import DimensionBar, ResultsView, results_view
from ngo_assist.messages import UserError, msg
from ngo_assist.tui.screens.planning import ReadingScreen
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.share_bar import share_bar, squares

BAR_WIDTH, BAR_WIDTH_WIDE = 15, 31
STRENGTHS_MOST = 5


class ResultsScreen(ReadingScreen):
    GUIDE = msg(
        "What already works stands first. A bar shows how far a topic has come; the words beside it name the "
        "level that it has reached. A question that does not apply to you, or is not answered, counts for "
        "nothing here. “The law” names duties that want attention, whatever the other answers are."
    )
    CSS = """
    ResultsScreen #page > Static { height: auto; max-width: 100; }
    """

    def heading(self) -> str:
        return self.t("Results")

    def body(self) -> ComposeResult:
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="headline", classes="headline", markup=False)
            yield Static(id="picture", markup=False)
            yield Static(id="duties", markup=False)
            yield Static(id="strengths", markup=False)
            yield Static(id="start", markup=False)
            yield Static(id="again", markup=False)
        with ButtonRow():
            yield Button(id="to-plan", variant="primary")
            yield Button(id="to-interview")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#to-plan").focus()
        if self.plans.plan is None:
            for error in self.plans.unreadable[:1]:
                self.tell(error)

    def retranslate(self) -> None:
        t, view = self.t, self._view()
        self.query_one("#to-plan", Button).label = t("The plan") if self.plans.plan else t("Make the plan")
        self.query_one("#to-interview", Button).label = (
            t.plural("Answer {n} more question", "Answer {n} more questions", view.left)
            if view.left
            else t("Back to the questions")
        )
        self.query_one("#headline", Static).update(view.headline)
        self._put("#picture", self._picture(view))
        self._put("#duties", self._duties(view))
        self._put("#strengths", self._strengths(view))
        self._put("#start", self._start(view))
        self._put("#again", self._again(view))

    def on_resize(self) -> None:
        super().on_resize()
        self._put("#picture", self._picture(self._view()))

    def _view(self) -> ResultsView:
        session, plans = self.session, self.plans
        plan = plans.plan
        if plan is None or plans.stale:
            plan = plans.preview(plans.limits)
        return results_view(session.rubric, session.assessment, session.t, plan=plan)

    def _put(self, id: str, parts: Iterable[RenderableType]) -> None:
        shown = list(parts)
        widget = self.query_one(id, Static)
        widget.display = bool(shown)
        widget.update(Group(*shown))

    def _section(self, title: str) -> Text:
        return Text(f"\n{title}", self.ink("secondary", bold=True))

    def _picture(self, view: ResultsView) -> Iterable[RenderableType]:
        scores = self.session.scores
        good, rest = self.ink("primary"), self.ink("muted")
        if scores.answered:
            yield squares(scores.working, scores.begun, scores.answered, good, rest)
        if view.detail:
            yield Text(view.detail, rest)
        yield Text()
        wide = self.size.width >= 110
        bars = Table.grid(padding=(0, 2), expand=False)
        bars.add_column(max_width=44 if wide else 29)
        bars.add_column(no_wrap=True)
        bars.add_column(max_width=30 if wide else 24)
        for bar in view.bars:
            bars.add_row(*self._bar(bar, BAR_WIDTH_WIDE if wide else BAR_WIDTH))
        yield bars

    def _bar(self, bar: DimensionBar, width: int) -> tuple[Text, Text, Text]:
        top = self.session.rubric.top
        works = bar.level is not None and bar.level >= self.session.rubric.working_from
        colour = self.ink("success" if works else "primary")
        name = Text(bar.level_name, self.ink("muted") if bar.level is None else colour)
        return Text(bar.title), share_bar(bar.share, top, width, colour, self.ink("muted")), name

    def _duties(self, view: ResultsView) -> Iterable[RenderableType]:
        if not view.duties:
            return
        yield self._section(self.t("The law"))
        for duty in view.duties:
            open_ = duty.tone == "open"
            mark = Text("! " if open_ else "· ", self.ink("warning" if open_ else "muted", bold=open_))
            lines = Text.assemble(
                (duty.title, self.ink("foreground", bold=open_)),
                "\n",
                (duty.standing, self.ink("warning" if open_ else "muted")),
                "\n",
                (duty.source, self.ink("muted")),
            )
            yield _marked(mark, lines)

    def _strengths(self, view: ResultsView) -> Iterable[RenderableType]:
        if not view.strengths:
            return
        yield self._section(self.t("What already works"))
        for strength in view.strengths[:STRENGTHS_MOST]:
            lines = Text.assemble(strength.text, (f"  {strength.dimension}", self.ink("muted")))
            yield _marked(Text("✓ ", self.ink("success", bold=True)), lines)
        more = len(view.strengths) - STRENGTHS_MOST
        if more > 0:
            yield Text("  " + self.t.plural("and {n} more", "and {n} more", more), self.ink("muted"))

    def _start(self, view: ResultsView) -> Iterable[RenderableType]:
        yield self._section(self.t("Where to start"))
        if view.waiting:
            yield Text(view.waiting)
        for number, first in enumerate(view.start, 1):
            lines = Text.assemble(
                (first.title, self.ink("foreground", bold=True)),
                (f"  {first.effort} · {first.dimension}", self.ink("muted")),
                f"\n{first.first_step}",
            )
            yield _marked(Text(f"{number} ", self.ink("primary", bold=True)), lines)

    def _again(self, view: ResultsView) -> Iterable[RenderableType]:
        if not view.again:
            return
        yield self._section(self.t("To be asked again"))
        for again in view.again:
            yield _marked(Text("? "), Text.assemble(again.title, "\n", (again.why, self.ink("muted"))))

    @on(Button.Pressed, "#to-interview")
    async def to_interview(self) -> None:
        self.session.place = self.session.first_left() or self.session.place
        await self.ngo.go("interview")

    @on(Button.Pressed, "#to-plan")
    async def to_plan(self) -> None:
        if self.plans.plan is not None and not self.plans.stale:
            await self.ngo.go("plan")
            return
        if self.session.read_only:
            try:
                self.session.writable  # noqa: B018 - says why nothing can be made here
            except UserError as error:
                self.tell(error)
            return
        await self.ngo.go("limits")


def _marked(mark: Text, lines: Text) -> RenderableType:
    row = Table.grid(padding=(0, 0))
    row.add_column(width=2, no_wrap=True)
    row.add_column()
    row.add_row(mark, lines)
    return Padding(row, (0, 0, 0, 0))
