"""What the screens that change a plan share: another month with what it breaks, and steps back and on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual.timer import Timer

from ngo_assist.application.open_plan import changed_place
from ngo_assist.application.plan_steps import step_words
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.planning.limits import month_after
from ngo_assist.planning.model import Plan
from ngo_assist.tui.screens.month import MonthScreen
from ngo_assist.tui.screens.planning import PlanningScreen

SOON = 0.1
"""Seconds after which a change that is on the screen is written to the disk, once for a run of keys."""


class ChangingScreen(PlanningScreen):
    """A subclass gives `show_plan`, called after each change."""

    _soon: Timer | None = None

    def show_plan(self, *, quietly: bool = False) -> None:
        """Show the plan as it is now; `quietly` where it was not changed by who looks at it."""

    def may_change(self) -> bool:
        """Whether something may be changed here; if not, say why."""
        try:
            self.session.writable  # noqa: B018 - says why nothing can be changed
        except UserError as error:
            self.tell(error)
            return False
        return True

    def change(self, change: Callable[[], object], *, about: str = "") -> None:
        """Make a change that is one step to undo, and say what it breaks; `about` is an action's id."""
        before = self.plans.plan
        try:
            with self.plans.shown_first():
                change()
        except UserError as error:
            self.tell(error)
            return
        self.show_change(before, about=about)
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(SOON, self._flush)

    def _flush(self) -> None:
        self.plans.flush()
        self.changed()

    def on_unmount(self) -> None:
        self.plans.flush()

    def show_change(self, before: Plan | None, *, about: str = "") -> None:
        """Show the plan after a change, and say what that breaks."""
        self.hush()
        self.show_plan()
        if before is not None and about:
            self._tell_breaks(before, about)
        self.changed()
        self.refresh_keys()

    def _tell_breaks(self, before: Plan, about: str) -> None:
        gone = self.plans.dropped_since(before, self.t, about=about)
        if gone is not None:
            # One key is enough to drop: what it was is said even where nothing breaks.
            self.tell(gone)
            return
        breaks = self.plans.broken_since(before, self.t, about=about)
        if breaks:
            self.tell(msg("! {breaks} Ctrl+Z takes it back.", breaks=" ".join(breaks)))

    async def choose_month(self, id: str, at: date | None = None) -> None:
        """Ask in which month an action begins, one of those for later too."""
        plan = self.plans.plan
        if plan is None or not self.may_change():
            return
        choices = self.plans.months(id, self.t)
        if not choices:
            self.tell(msg("Your answers no longer ask for this. “Plan again” takes it off the list."))
            return
        waiting = self.plans.waiting(id, self.t)
        title = waiting.title if waiting else self.plans.action(id).title
        why = (
            self.t("It waits: {reason}. In which month should it begin?", reason=waiting.reason)
            if waiting
            else ""
        )

        def chosen(start: date | None) -> None:
            if start is not None:
                self.plans.place = id
                self.change(lambda: self.plans.move(id, start), about=id)

        await self.ngo.push_screen(MonthScreen(title, why, choices, at), chosen)

    def shift(self, id: str, by: int) -> None:
        """Put an action into the next month, or the one before, at once; not out of the plan's months."""
        plan = self.plans.plan
        if plan is None or not self.may_change():
            return
        start = month_after(self.plans.action(id).start, by)
        first, last = plan.limits.start, month_after(plan.limits.start, plan.limits.months - 1)
        if start <= last if by > 0 else start >= first:
            self.change(lambda: self.plans.move(id, start), about=id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "undo":
            return self.plans.can_undo
        if action == "redo":
            return self.plans.can_redo
        return super().check_action(action, parameters)

    def can_show(self, place: str | None) -> bool:
        """Whether this screen shows what a step has changed, in this line of the plan's list or in many."""
        return True

    async def action_undo(self) -> None:
        before = self.plans.plan
        self.change(self.plans.undo)
        after = self.plans.plan
        if before is not None and after is not None and after is not before:
            step = step_words(after, before, self.t)
            await self._tell_step(before, after, msg("Undone: {step}. Ctrl+Y does it again.", step=step))

    async def action_redo(self) -> None:
        before = self.plans.plan
        self.change(self.plans.redo)
        after = self.plans.plan
        if before is not None and after is not None and after is not before:
            step = step_words(before, after, self.t)
            await self._tell_step(before, after, msg("Done again: {step}. Ctrl+Z takes it back.", step=step))

    async def _tell_step(self, before: Plan, after: Plan, said: Message) -> None:
        """Say what was undone or done again, where it can be seen."""
        if self.can_show(changed_place(before, after)):
            self.tell(said)
        else:
            await self.ngo.go("plan")
            # Screens change after the handler that asks for it, and so does what they say.
            self.ngo.call_later(self.ngo.tell, said)
