"""The questions: one practice a screen, a level to choose, everything else behind a key."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from rich.cells import cell_len
from rich.style import Style
from rich.table import Table
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList, Static

from ngo_assist.application.interview_order import RESULTS, after, left_in_words
from ngo_assist.assessment.model import Answer
from ngo_assist.messages import msg
from ngo_assist.rubric.model import Practice
from ngo_assist.tui import interview_view as view
from ngo_assist.tui import keys
from ngo_assist.tui.ink import colour
from ngo_assist.tui.screens.base import NgoScreen
from ngo_assist.tui.screens.jump import JumpScreen
from ngo_assist.tui.screens.note import NoteScreen
from ngo_assist.tui.screens.reason import ReasonScreen
from ngo_assist.tui.screens.why import WhyScreen
from ngo_assist.tui.widgets.header import Header
from ngo_assist.tui.widgets.laid_out import wrapped
from ngo_assist.tui.widgets.level_list import LevelList
from ngo_assist.tui.widgets.progress import marks

DIGITS = tuple(keys.Key(str(digit), f"level({digit})") for digit in range(10))
TWICE = 0.2
"""Seconds within which the same digit is a key that bounced, or was held, and no answer to what has come."""
WIDEST = 100


class InterviewScreen(NgoScreen):
    GUIDE = msg(
        "Choose the line that is closest to how things are today: click it, press its number, or go to it"
        " with the arrows and press Enter. The answer is saved and the next question comes. There are no"
        " wrong answers; if you doubt, choose the lower one and mark it as unsure. F3 tells why it matters"
        " and what would show it. The arrow to the right skips a question: it comes again at the end. Where"
        " you have answered already, another number changes the answer and stays there; the arrow leads on."
    )
    BINDINGS = keys.bindings(
        keys.Key("left", "step(-1)", msg("Previous"), "←"),
        keys.Key("right", "step(1)", msg("Next"), "→"),
        keys.Key("right", "skip", msg("Skip"), "→"),
        keys.Key("f3", "why", msg("Why"), "F3"),
        keys.Key("f4", "note", msg("Note"), "F4"),
        keys.Key("f6", "not_applicable", msg("Does not apply"), "F6"),
        keys.Key("f7", "unsure", msg("Unsure"), "F7"),
        keys.Key("f8", "jump", msg("Map"), "F8"),
        keys.Key("f9", "results", msg("Results"), "F9"),
        keys.UNDO,
        keys.REDO,
        *DIGITS,
    )
    DEFAULT_CSS = """
    InterviewScreen #body { overflow-y: hidden; }
    InterviewScreen #progress { height: 1; }
    InterviewScreen #question { height: auto; max-width: 100; text-style: bold; }
    InterviewScreen #levels { max-width: 100; }
    InterviewScreen #remarks { height: auto; max-width: 100; padding: 0 1; color: $muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._remarks: list[str] = []
        self._lines = 0
        """Of the body, when they were given out."""
        self._given: tuple[str, str, int] | None = None
        """The answer that led here: the practice on the screen, the one answered before it, and its level."""
        self._changed: tuple[str, Answer] | None = None
        """The practice on the screen whose answer was changed, and the answer it had."""
        self._over = False
        """Whether the results are on their way: what is still typed was meant for no question."""
        self._digit: tuple[int, float] = (-1, 0.0)
        """The digit that was pressed last, and when."""

    def body(self) -> ComposeResult:
        yield Static(id="progress", markup=False)
        yield Static(id="question", markup=False)
        yield LevelList(id="levels")
        yield Static(id="remarks", markup=False)

    def heading(self) -> str:
        session = self.session
        left = session.scores.left
        if not left:
            return self.t("all {asked} answered", asked=len(session.scores.practices))
        return left_in_words(left, session.rubric_language, self.t, alone=session.alone)

    def saved_words(self) -> str:
        if not self._given or self._given[0] != self.session.place or self._given[1] not in self._order:
            return super().saved_words()
        session, (_, practice, given) = self.session, self._given
        number, level = (
            self._order.index(practice) + 1,
            session.rubric.level_name(given, session.rubric_language),
        )
        long = self.t("✓ question {number}: {level}", number=number, level=level)
        # What is left to do is not cut for it.
        room = self.query_one(Header).room_beside(session.organisation.name, self.heading())
        fitting = (each for each in (long, f"✓ {number}: {level}") if cell_len(each) <= room)
        return next(fitting, super().saved_words())

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
    def _question(self) -> str:
        return self.practice.ask(self.session.rubric_language, alone=self.session.alone)

    @property
    def _levels(self) -> LevelList:
        return self.query_one("#levels", LevelList)

    def retranslate(self) -> None:
        self._show(highlight=self._levels.highlighted)

    def show_practice(self, practice_id: str) -> None:
        """Go to a practice."""
        self.session.place = practice_id
        self._changed = None
        self._show(highlight=None)
        self._levels.focus()

    def _show(self, highlight: int | None) -> None:
        session, practice, language = self.session, self.practice, self.session.rubric_language
        answer = session.assessment.answers.get(practice.id)
        counts = session.scores.practices[practice.id].standing == "level"
        chosen = answer.level if answer and counts else None
        self.query_one("#question", Static).update(self._question)
        self._levels.show(
            view.level_texts(practice, session.rubric, language),
            chosen,
            chosen if highlight is None else highlight,
        )
        self._remarks = view.remark_lines(
            practice,
            session.assessment,
            session.earlier,
            session.remarks(practice.id),
            session.rubric,
            self.t,
            language,
        )
        if answer and chosen is not None and self._changed and self._changed[0] == practice.id:
            before = view.short_answer(self._changed[1], session.rubric, self.t, language)
            now = session.rubric.level_name(chosen, language)
            self._remarks.insert(0, self.t("✓ Changed: {before} → {now}", before=before, now=now))
        self.show_state()
        self._arrange()
        self.refresh_keys()
        self.call_after_refresh(self._arrange_again)

    def _arrange_again(self) -> None:
        """Give the lines out anew where other keys at the bottom have taken or given one."""
        if self.query("#body") and self.query_one("#body").size.height != self._lines:
            self._arrange()

    def _arrange(self) -> None:
        """Show the marks, and give out the lines of the window."""
        if self.width_inside <= 0 or not self.query("#body"):
            return
        self._show_marks()
        self._lines = self.query_one("#body").size.height
        width = min(WIDEST, self.width_inside)
        remarks, levels = self.query_one("#remarks", Static), self._levels
        room = view.share_out(
            self._lines - 1,
            len(wrapped(self._question, width)),
            levels.needs(width),
            self.session.rubric.top,
            view.remarks_wanted(self._remarks, width - 2),
        )
        remarks.display = bool(self._remarks)
        remarks.update("\n".join(view.remarks_within(self._remarks, width - 2, room.remarks)))
        self.query_one("#question").styles.margin = (room.above_question, 0, 0, 0)
        levels.styles.margin = (room.above_levels, 0, 0, 0)
        remarks.styles.margin = (room.above_remarks, 0, 0, 0)
        levels.fit(width, room.levels)

    def _show_marks(self) -> None:
        session, language = self.session, self.session.rubric_language
        width, order = self.width_inside, self._order
        where = self.t("{place} of {all}", place=order.index(self.practice.id) + 1, all=len(order))
        asked = {practice.dimension for practice in session.practices}
        titles = {id: session.rubric.dimension_of[id].title.say(language) for id in asked}
        # The marks have the room that the longest title leaves them, so that they look alike everywhere.
        longest = max(map(cell_len, titles.values())) + cell_len(f" · {where}")
        ink = colour(self.app, "primary")
        grid = Table.grid(expand=True)
        grid.add_column(no_wrap=True, overflow="ellipsis")
        grid.add_column(justify="right", no_wrap=True)
        grid.add_row(
            Text.assemble((titles[self.practice.dimension], Style(bold=True, color=ink)), f" · {where}"),
            marks(view.groups(session.scores, self.practice.id), width - longest - 2, ink),
        )
        self.query_one("#progress", Static).update(grid)

    def on_resize(self) -> None:
        super().on_resize()
        self.call_after_refresh(self._arrange)

    @on(OptionList.OptionSelected, "#levels")
    async def choose(self, event: OptionList.OptionSelected) -> None:
        await self._answer(event.option_index, again=True)

    async def action_level(self, level: int) -> None:
        """Give the level of a digit, unless its key bounced."""
        last, when = self._digit
        self._digit = (level, monotonic())
        if level != last or self._digit[1] - when > TWICE:
            await self._answer(level)

    async def _answer(self, level: int, *, again: bool = False) -> None:
        """Give the level and save it; then go on, but stay where another answer stood.

        `again` goes on from an answer that is given once more.
        """
        if level > self.session.rubric.top or self.too_small or self._over:
            return
        practice_id, before = self.practice.id, self.session.assessment.answers.get(self.practice.id)
        was_left = practice_id in self._left
        same = before is not None and before.level == level
        if not was_left and same and not again and not self.session.unsaved:
            return
        if not self.attempt(lambda: self.session.answer(practice_id, level)):
            return
        if was_left or same or before is None:
            await self._go_on(was_left, level)
        else:
            self.hush()
            self._given = None
            self._changed = (practice_id, before)
            self._show(highlight=level)

    @property
    def _left(self) -> list[str]:
        return [practice.id for practice in self.session.scores.left]

    async def _go_on(self, was_left: bool, level: int | None = None) -> None:
        following = after(self.practice.id, self._order, self._left, was_left=was_left)
        if following == RESULTS:
            self._over = True
            await self.ngo.go("results")
        else:
            self.hush()
            self._given = (following, self.practice.id, level) if level is not None else None
            self.show_practice(following)

    def action_step(self, by: int) -> None:
        order = self._order
        place = order.index(self.practice.id) + by
        if 0 <= place < len(order):
            self._go_to(order[place])

    def action_skip(self) -> None:
        """Leave the question open; after the last one those that were left open come again."""
        order = self._order
        place = order.index(self.practice.id) + 1
        self._go_to(order[place] if place < len(order) else self._left[0])

    def _go_to(self, practice_id: str) -> None:
        self.hush()
        self._given = None
        self.show_practice(practice_id)

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
            self._go_to(practice_id)

    async def action_results(self) -> None:
        await self.ngo.go("results")

    def action_undo(self) -> None:
        if place := self._step(self.session.undo):
            self.tell(msg("Taken back: question {number}.", number=place))

    def action_redo(self) -> None:
        if place := self._step(self.session.redo):
            self.tell(msg("Done again: question {number}.", number=place))

    def _step(self, step: Callable[[], str | None]) -> int:
        """Undo or redo and show where that was; return the question's number, 0 where nothing was done."""
        stepped: list[str | None] = []
        if not self.attempt(lambda: stepped.append(step())) or stepped[0] not in self._order:
            return 0
        self._given = self._changed = None
        self.show_practice(stepped[0])
        return self._order.index(stepped[0]) + 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        session = self.session
        if not session.has_assessment or session.place is None:
            return True
        match action:
            case "step":
                by = int(str(parameters[0]))
                place = self._order.index(self.practice.id) + by
                return 0 <= place < len(self._order) and (by < 0 or not self._can_skip)
            case "skip":
                return self._can_skip
            case "not_applicable":
                return self.practice.not_applicable and not session.read_only
            case "note" | "unsure":
                return not session.read_only
            case "undo":
                return session.can_undo
            case "redo":
                return session.can_redo
            case "results":
                return not session.scores.left
        return True

    @property
    def _can_skip(self) -> bool:
        """Whether → leaves this question open: there is another one to go to."""
        left = self._left
        if self.session.read_only or self.practice.id not in left:
            return False
        return self.practice.id != self._order[-1] or len(left) > 1
