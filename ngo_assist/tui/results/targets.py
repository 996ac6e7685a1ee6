"""What is wanted: a goal, a level for a topic or a practice, and what the plan makes of it at once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from ngo_assist.application import aims
from ngo_assist.application.aims import Aims, TargetLine
from ngo_assist.messages import Message, msg
from ngo_assist.planning.model import Plan
from ngo_assist.tui import keys, plan_keys
from ngo_assist.tui.results.view import MARGIN, READ_MOST, View
from ngo_assist.tui.widgets.laid_out import filled, wrapped
from ngo_assist.tui.widgets.line_list import Line, LineList, Piece, Row
from ngo_assist.tui.widgets.shapes import level_shape
from ngo_assist.tui.widgets.stepper import Stepper

WAIT = 0.15
"""Seconds of quiet before the plan is made again while targets are being changed."""
SKYLINE_MOST, TITLE_LEAST, QUESTION_LEAST, TITLE_MOST, GAP = 8, 22, 44, 64, 2
ARROWS = 10
"""Columns of a target beside its word: two arrows, the shape, the mark of what was set."""
EFFECT = ((24, 8), (15, 5), (0, 3))
"""From how many lines of the view on the effect is told in how many."""


class TargetList(LineList):
    """← and → ask for less or more of the row with the cursor."""

    BINDINGS = keys.bindings(
        plan_keys.LESS, plan_keys.MORE, keys.Key("delete", "usual", msg("As usual"), "Del")
    )

    def action_move(self, by: int) -> None:
        if by < 0 and self.at_first:
            self.screen.focus_previous()
        else:
            super().action_move(by)

    def action_step(self, by: int) -> None:
        if self.cursor:
            self.post_message(self.Pressed(self, self.cursor, str(by)))

    def action_usual(self) -> None:
        if self.cursor:
            self.post_message(self.Pressed(self, self.cursor, "usual"))


class TargetsView(View):
    WORD = msg("Targets")
    GUIDE = msg(
        "Where you want to get. ← and → ask for less or more: of a whole topic, or of one practice, which "
        "Enter on its topic shows. ✎ marks what you have set; all else goes one step up. At the top stands "
        "what comes first for you. Below you see at once what the plan makes of it. Nothing is final: Ctrl+Z "
        "takes it back."
    )
    DEFAULT_CSS = """
    TargetsView #wanted { margin-top: 1; }
    TargetsView #effect { height: 5; margin-top: 1; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._open: set[str] = set()
        """The dimensions whose practices are listed."""
        self._before: tuple[Aims, Plan] | None = None
        """The aims and the plan as they were when this view was opened: what they are compared with."""
        self._soon: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Stepper(id="goal")
        yield TargetList(id="wanted")
        yield Static(id="effect", markup=False)

    @property
    def main(self) -> Widget:
        return self._list

    @property
    def _list(self) -> TargetList:
        return self.query_one("#wanted", TargetList)

    def fill(self) -> None:
        if self._before is None:
            self._before = (self.session.results.aims, self.session.results.planned)
        self._show_targets()
        self.show_effect()

    def go_to(self, id: str) -> None:
        rubric = self.session.rubric
        if id in rubric.practices:
            self._open.add(rubric.practices[id].dimension)
            self._show_targets()
            self._list.go_to(id)

    def on_resize(self) -> None:
        self.query_one("#effect").styles.height = self._effect_lines
        if self.filled_for is not None:
            self.show_effect()

    @property
    def _effect_lines(self) -> int:
        return next(lines for least, lines in EFFECT if self.size.height >= least)

    def _show_targets(self) -> None:
        session, t = self.session, self.t
        goal = self.query_one("#goal", Stepper)
        goal.label = t("What comes first for you")
        goal.value = aims.goal_word(session.results.aims.goal, t)
        rubric, assessment, scores = session.rubric, session.assessment, session.scores
        shown: list[tuple[TargetLine, bool]] = []
        for line in aims.dimension_lines(rubric, assessment, scores, t):
            shown.append((line, True))
            if line.id in self._open:
                mine = aims.practice_lines(rubric, assessment, scores, line.id, t)
                shown += [(each, False) for each in mine]
        words = [rubric.level_name(level, session.rubric_language) for level in range(rubric.top + 1)]
        words += [t("one step up each"), t("leave as it is")]
        word = max(len(each) for each in words)
        skyline = max((min(len(line.levels), SKYLINE_MOST) for line, whole in shown), default=1)
        self._list.show(
            [Row(partial(self._row, line, word, skyline, whole), line.id) for line, whole in shown]
        )

    def _row(self, line: TargetLine, word: int, skyline: int, whole: bool, width: int) -> list[Line]:
        """Return a title with its target beside it; where that leaves too little room, under it."""
        top = self.session.rubric.top
        indent = 2 if whole else 4
        column = min(TITLE_MOST, width - GAP - (skyline + GAP + ARROWS + word))
        beside = column - indent >= (TITLE_LEAST if whole else QUESTION_LEAST)
        under = column + GAP if column >= TITLE_LEAST else indent
        shapes = "".join(level_shape(level, top) for level in line.levels[:SKYLINE_MOST])
        wanted = [Piece(filled(shapes, skyline + GAP), "muted"), *self._target(line, word)]
        sign = ("▾ " if line.id in self._open else "▸ ") if whole else " " * indent
        ink = "foreground" if line.can_step else "muted"
        titles = wrapped(line.title, (column if beside else min(width, READ_MOST)) - indent)
        lines: list[Line] = []
        for number, text in enumerate(titles):
            first = Piece(" " * indent if number else sign, "primary")
            if beside and not number:
                lines.append([first, Piece(filled(text, column - indent + GAP), ink, bold=whole), *wanted])
            else:
                lines.append([first, Piece(text, ink, bold=whole)])
        return lines if beside else [*lines, [Piece(" " * under), *wanted]]

    def _target(self, line: TargetLine, word: int) -> list[Piece]:
        if not line.can_step:
            return [Piece(" " * 5 + line.word, "muted")]
        shape = " "
        if line.target is not None and not line.stays:
            shape = level_shape(line.target, self.session.rubric.top)
        ink = "secondary" if line.own else "muted" if line.stays else "foreground"
        return [
            Piece(" ◂ ", "primary", bold=True, press="-1"),
            Piece(f"{shape} {filled(line.word, word)}", ink, bold=line.own),
            Piece(" ✎" if line.own else "  ", "secondary"),
            Piece(" ▸ ", "primary", bold=True, press="1"),
        ]

    def show_effect(self) -> None:
        """Tell what the plan makes of the aims as they are now."""
        planned, t, ink = self.session.results.planned, self.t, self.results.ink
        found = aims.size_of(planned, t)
        text = Text()
        text.append(found.fits, ink("success", bold=True))
        text.append(f"  {found.waits}", ink("foreground", bold=True))
        if found.load:
            text.append(f"  {found.load}", ink("muted"))
        width = max(20, self.size.width - MARGIN)
        left = self._effect_lines - len(wrapped(text.plain, width))
        for long, short in self._said(planned):
            for said in (long, short):
                lines = wrapped(said, width)
                if len(lines) <= left:
                    text.append("\n" + "\n".join(lines), ink("muted"))
                    left -= len(lines)
                    break
        self.query_one("#effect", Static).update(text, layout=False)

    def _said(self, planned: Plan) -> Iterable[tuple[str, str]]:
        """Yield what there is to say, the most important first: with names, and in fewer words."""
        t, session = self.t, self.session
        low = aims.low_duties(session.scores, session.rubric)
        assert self._before is not None
        aims_before, before = self._before
        found = aims.difference(before, planned, session.rubric)
        parts = [
            (msg("Comes in: {actions}"), found.come),
            (msg("Moves to later: {actions}"), found.wait),
            (msg("No longer in it: {actions}"), found.go),
        ]
        if low:
            words = t.plural(
                "{n} legal duty stays below the level from which it works",
                "{n} legal duties stay below the level from which they work",
                low,
            )
            yield f"! {words}", f"! {words}"
        for said, titles in parts:
            if titles:
                yield self._named(said, titles), t(said, actions=t.number(len(titles), 0))
        if found.moved:
            moved = t.plural(
                "{n} action begins in another month", "{n} actions begin in another month", found.moved
            )
            yield moved, moved
        if not found and session.results.aims != aims_before:
            same = t("The plan stays as it is: what was wanted before leads there too.")
            yield same, same
        first = tuple(action.title for action in planned.actions[: aims.NAMED_MOST])
        if first:
            yield (
                self._named(msg("It begins with: {actions}"), first),
                self._named(msg("It begins with: {actions}"), first[:1]),
            )

    def _named(self, said: Message, titles: tuple[str, ...]) -> str:
        return self.t(said, actions=aims.named(titles, self.t))

    def changed(self) -> None:
        """Show other aims at once, and what they make of the plan when the keys have come to rest."""
        self._show_targets()
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(WAIT, self.show_effect)

    def _want(self, wanted: Aims) -> None:
        results = self.session.results
        if wanted != results.aims:
            self.results.attempt(lambda: results.want(wanted))
            self.results.aims_changed()

    @on(Stepper.Stepped, "#goal")
    def step_goal(self, event: Stepper.Stepped) -> None:
        now = self.session.results.aims
        self._want(Aims(now.targets, aims.stepped_goal(now.goal, event.direction)))

    @on(LineList.Pressed, "#wanted")
    def step(self, event: LineList.Pressed) -> None:
        now, rubric, scores = self.session.results.aims, self.session.rubric, self.session.scores
        if event.press == "usual":
            self._want(aims.with_target(now, event.id, None))
        else:
            self._want(aims.stepped(now, event.id, int(event.press), rubric, scores))

    @on(LineList.Opened, "#wanted")
    def open(self, event: LineList.Opened) -> None:
        if event.id in self.session.rubric.practices:
            self.results.open_practice(event.id)
        else:
            self._open ^= {event.id}
            self._show_targets()
