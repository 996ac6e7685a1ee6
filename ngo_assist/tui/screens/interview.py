"""The questions: one practice a screen, a level to choose, everything else behind a key."""

from __future__ import annotations

import textwrap

from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList, Static

from ngo_assist.messages import msg
from ngo_assist.rubric.model import Practice
from ngo_assist.tui import interview_view as view
from ngo_assist.tui import keys
from ngo_assist.tui.screens.base import NgoScreen
from ngo_assist.tui.screens.jump import JumpScreen
from ngo_assist.tui.screens.note import NoteScreen
from ngo_assist.tui.screens.reason import ReasonScreen
from ngo_assist.tui.screens.why import WhyScreen
from ngo_assist.tui.widgets.level_list import LevelList
from ngo_assist.tui.widgets.progress import marks

DIGITS = tuple(keys.Key(str(digit), f"level({digit})") for digit in range(10))


class InterviewScreen(NgoScreen):
    GUIDE = msg(
        "Choose the line that is closest to how things are today: click it, press its number, or go to it"
        " with the arrows and press Enter. The answer is saved and the next question comes. There are no"
        " wrong answers; if you doubt, choose the lower one and mark it as unsure. F3 tells why it matters"
        " and what would show it."
    )
    BINDINGS = keys.bindings(
        keys.Key("left", "step(-1)", msg("Previous"), "←"),
        keys.Key("right", "step(1)", msg("Next"), "→"),
        keys.Key("f3", "why", msg("Why"), "F3"),
        keys.Key("f4", "note", msg("Note"), "F4"),
        keys.Key("f6", "not_applicable", msg("Does not apply"), "F6"),
        keys.Key("f7", "unsure", msg("Unsure"), "F7"),
        keys.Key("f8", "jump", msg("Map"), "F8"),
        keys.Key("f9", "results", msg("Results"), "F9"),
        keys.UNDO,
        *DIGITS,
    )
    DEFAULT_CSS = """
    InterviewScreen #body { overflow-y: hidden; }
    InterviewScreen #progress { height: 1; }
    InterviewScreen #question { height: auto; margin-top: 1; max-width: 100; text-style: bold; }
    InterviewScreen #levels { max-width: 100; }
    InterviewScreen #remarks { height: auto; margin-top: 1; max-width: 100; padding: 0 1; color: $muted; }
    """

    def body(self) -> ComposeResult:
        yield Static(id="progress", markup=False)
        yield Static(id="question", markup=False)
        yield LevelList(id="levels")
        yield Static(id="remarks", markup=False)

    def heading(self) -> str:
        return self.t("The questions")

    def on_mount(self) -> None:
        session = self.session
        order = self._order
        if session.place not in order:
            session.place = session.first_left() or order[0]
        super().on_mount()
        self._levels.focus()
        if session.changes:
            again = len(session.changes.changed)
            self.tell(
                msg(
                    "Since you answered, questions have changed; these are asked again: {count}. Your other"
                    " answers stay.",
                    count=again,
                )
            )

    @property
    def _order(self) -> list[str]:
        return [practice.id for practice in self.session.practices]

    @property
    def practice(self) -> Practice:
        assert self.session.place is not None
        return self.session.rubric.practices[self.session.place]

    @property
    def _levels(self) -> LevelList:
        return self.query_one("#levels", LevelList)

    def retranslate(self) -> None:
        self._show(highlight=self._levels.highlighted)

    def show_practice(self, practice_id: str) -> None:
        """Go to a practice."""
        self.session.place = practice_id
        self._show(highlight=None)
        self.query_one("#body").scroll_home(animate=False)
        self._levels.focus()

    def _show(self, highlight: int | None) -> None:
        session, practice, language = self.session, self.practice, self.session.rubric_language
        answer = session.assessment.answers.get(practice.id)
        counts = session.scores.practices[practice.id].standing == "level"
        chosen = answer.level if answer and counts else None
        self.query_one("#question", Static).update(practice.ask(language, alone=session.alone))
        self._levels.show(
            view.level_texts(practice, session.rubric, language),
            chosen,
            chosen if highlight is None else highlight,
        )
        self._show_remarks()
        self.show_state()
        self._arrange()
        self.refresh_keys()

    def _show_remarks(self) -> None:
        session = self.session
        lines = view.remarks_line(
            self.practice,
            session.assessment,
            session.earlier,
            session.remarks(self.practice.id),
            session.rubric,
            self.t,
            session.rubric_language,
        )
        remarks = self.query_one("#remarks", Static)
        remarks.display = bool(lines)
        width = max(20, self._width - 2)
        remarks.update("\n".join(textwrap.shorten(line, width * 2, placeholder="…") for line in lines))

    @property
    def _width(self) -> int:
        return min(100, self.size.width - 6)

    def _arrange(self) -> None:
        """Show the marks, and give the levels blank lines where the window has room for them."""
        session, width = self.session, self.size.width - 6
        if width <= 0:
            return
        order = self._order
        dimension = session.rubric.dimension_of[self.practice.dimension].title.say(session.rubric_language)
        where = self.t("{place} of {all}", place=order.index(self.practice.id) + 1, all=len(order))
        title = Text.assemble((dimension, Style(bold=True, color=self._colour)), f" · {where}")
        grid = Table.grid(expand=True)
        grid.add_column(no_wrap=True, overflow="ellipsis")
        grid.add_column(justify="right", no_wrap=True)
        grid.add_row(
            title,
            marks(view.groups(session.scores, self.practice.id), width - title.cell_len - 2, self._colour),
        )
        self.query_one("#progress", Static).update(grid)
        question = self.practice.ask(session.rubric_language, alone=session.alone)
        remarks = self.query_one("#remarks", Static)
        taken = 1 + 1 + len(textwrap.wrap(question, self._width)) + 1
        if remarks.display:
            taken += 2 + str(remarks.content).count("\n")
        self._levels.fit(self._width, self.query_one("#body").size.height - taken)

    @property
    def _colour(self) -> str:
        return self.app.theme_variables.get("primary", "default")

    def on_resize(self) -> None:
        super().on_resize()
        self.call_after_refresh(self._arrange)

    @on(OptionList.OptionSelected, "#levels")
    async def choose(self, event: OptionList.OptionSelected) -> None:
        await self.action_level(event.option_index)

    async def action_level(self, level: int) -> None:
        """Give the level, save it, and go on."""
        if level > self.session.rubric.top:
            return
        practice_id = self.practice.id
        was_left = practice_id in self._left
        if self.attempt(lambda: self.session.answer(practice_id, level)):
            await self._go_on(was_left)

    @property
    def _left(self) -> list[str]:
        return [practice.id for practice in self.session.scores.left]

    async def _go_on(self, was_left: bool) -> None:
        following = view.after(self.practice.id, self._order, self._left, was_left=was_left)
        if following == view.RESULTS:
            await self.ngo.go("results")
        else:
            self.hush()
            self.show_practice(following)

    def action_step(self, by: int) -> None:
        order = self._order
        place = order.index(self.practice.id) + by
        if 0 <= place < len(order):
            self.hush()
            self.show_practice(order[place])

    def action_why(self) -> None:
        self.app.push_screen(WhyScreen(self.practice.id))

    @work
    async def action_note(self) -> None:
        await self.app.push_screen_wait(NoteScreen(self.practice.id))
        self._show(highlight=self._levels.highlighted)

    @work
    async def action_not_applicable(self) -> None:
        practice_id = self.practice.id
        was_left = practice_id in self._left
        reason = await self.app.push_screen_wait(ReasonScreen(practice_id))
        if reason and self.attempt(lambda: self.session.does_not_apply(practice_id, reason)):
            await self._go_on(was_left)

    def action_unsure(self) -> None:
        practice_id = self.practice.id
        unsure = not self.session.remarks(practice_id).unsure
        if self.attempt(lambda: self.session.doubt(practice_id, unsure)):
            self._show(highlight=self._levels.highlighted)

    @work
    async def action_jump(self) -> None:
        practice_id = await self.app.push_screen_wait(JumpScreen(self.practice.id))
        if practice_id:
            self.hush()
            self.show_practice(practice_id)

    async def action_results(self) -> None:
        await self.ngo.go("results")

    def action_undo(self) -> None:
        undone: list[str | None] = []
        if self.attempt(lambda: undone.append(self.session.undo())) and undone[0]:
            if undone[0] in self._order:
                self.show_practice(undone[0])
            self.tell(msg("Taken back."))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        session = self.session
        if not session.has_assessment or session.place is None:
            return True
        match action:
            case "step":
                place = self._order.index(self.practice.id) + int(str(parameters[0]))
                return 0 <= place < len(self._order)
            case "not_applicable":
                return self.practice.not_applicable and not session.read_only
            case "note" | "unsure" | "level":
                return not session.read_only
            case "undo":
                return session.can_undo
            case "results":
                return session.first_left() is None
        return True
