"""What the plan must keep to, and what comes of it at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Button, Static

from ngo_assist.application import limits_form
from ngo_assist.application.history import History
from ngo_assist.application.limits_effect import Effect, effect
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.planning.model import Limits, Plan
from ngo_assist.tui import keys, plan_keys
from ngo_assist.tui.effect_lines import effect_lines
from ngo_assist.tui.plan_rows import READ_MOST
from ngo_assist.tui.screens.planning import PlanningScreen
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.stepper import Stepper

WAIT = 0.15
"""Seconds of quiet before the plan is made again while a value is being changed."""


class LimitsScreen(PlanningScreen):
    BACK = "results"
    GUIDE = msg(
        "A plan that keeps to these limits is made as you change them. ← and → change a value, and you "
        "may type one. What does not fit is not lost: it is listed under “later” with the reason."
    )
    HELP_OF = limits_form.HELP
    BINDINGS = keys.bindings(plan_keys.MAKE, keys.UNDO, keys.REDO)
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-high")]
    DEFAULT_CSS = """
    LimitsScreen #fields { height: auto; margin: 1 0; }
    LimitsScreen.-short #fields { margin: 0 0 1 0; }
    LimitsScreen.-low #fields { margin: 0; }
    LimitsScreen.-high Stepper { margin-bottom: 1; }
    LimitsScreen #hint { height: 2; color: $muted; max-width: 96; }
    LimitsScreen.-high #hint { height: 3; }
    LimitsScreen #hint.-wrong { color: $warning; }
    LimitsScreen #effect { height: 1fr; min-height: 2; margin-top: 1; }
    LimitsScreen.-short #effect { margin-top: 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.limits: Limits | None = None
        self._history: History[Limits] = History()
        self._changed: str | None = None
        """The field that was changed last: a run of steps in one is one step to undo."""
        self._before: Plan | None = None
        """What the effect is seen against: the plan there is, else what the first limits make."""
        self._effect: Effect | None = None
        self._wrong: dict[str, Message] = {}
        self._soon: Timer | None = None

    def heading(self) -> str:
        return self.t("What the plan keeps to")

    def body(self) -> ComposeResult:
        yield Static(id="headline", classes="headline", markup=False)
        with Widget(id="fields"):
            for field in limits_form.FIELDS:
                yield Stepper(limits_form.TYPED.get(field), id=field, choosing=field == "start")
        yield Static(id="hint", markup=False)
        yield Static(id="effect", markup=False)
        with ButtonRow():
            yield Button(id="make", variant="primary")
            yield Button(id="usual")

    def on_mount(self) -> None:
        self.limits = self.plans.limits
        super().on_mount()
        self.query_one("#start").focus()

    async def action_back(self) -> None:
        if not self.hush():
            await self.ngo.go("plan" if self.plans.plan else self.BACK)

    def retranslate(self) -> None:
        t = self.t
        self.query_one("#headline", Static).update(t("How much can you take on?"))
        self.query_one("#make", Button).label = t("Plan again") if self.plans.plan else t("Make the plan")
        self.query_one("#usual", Button).label = t("The usual values")
        self._show_values()
        self._show_hint()
        self._show_effect()

    def _show_values(self) -> None:
        assert self.limits is not None
        for field in limits_form.FIELDS:
            stepper = self.query_one(f"#{field}", Stepper)
            stepper.label = self.t(limits_form.LABELS[field])
            stepper.value = limits_form.shown(self.limits, field, self.t)
            stepper.share = limits_form.slid_to(self.limits, field, self.session.rubric)
            stepper.wrong = field in self._wrong

    def _show_hint(self) -> None:
        hint = self.query_one("#hint", Static)
        field = self.focused.id if isinstance(self.focused, Stepper) else None
        wrong = self._wrong.get(field or "")
        hint.set_class(wrong is not None, "-wrong")
        hint.update(self.t(wrong or limits_form.HELP[field]) if field else "")

    @work(exclusive=True, group="effect")
    async def _show_effect(self) -> None:
        # Beside the screen: a plan of hundreds of practices takes longer than a key may.
        assert self.limits is not None
        limits = self.limits
        made = await asyncio.to_thread(self.plans.preview, limits)
        if self._before is None:
            self._before = self.plans.plan or made
        if limits is self.limits:
            self._effect = effect(made, self._before, self.t)
            self._lay_out()

    def _lay_out(self) -> None:
        panel = self.query_one("#effect", Static)
        width, height = panel.content_size
        if self._effect is None or not width:
            return
        lines = effect_lines(self._effect, self.t, min(width, READ_MOST), height)
        panel.update(
            Text("\n").join(
                Text.assemble(*((piece.text, self.ink(piece.ink, bold=piece.bold)) for piece in line))
                for line in lines
            )
        )

    def on_resize(self) -> None:
        super().on_resize()
        self.call_after_refresh(self._lay_out)

    def on_descendant_focus(self) -> None:
        self._show_hint()

    def on_descendant_blur(self) -> None:
        # What was typed wrongly is dropped with its message; the value shown is the one that counts.
        self._wrong.clear()
        self._show_hint()

    @on(Stepper.Stepped)
    def step(self, event: Stepper.Stepped) -> None:
        assert self.limits is not None
        field = event.field.id or ""
        self._take(field, limits_form.stepped(self.limits, field, event.direction, self.session.rubric))

    @on(Stepper.Slid)
    def slide(self, event: Stepper.Slid) -> None:
        assert self.limits is not None
        field = event.field.id or ""
        self._take(field, limits_form.slid(self.limits, field, event.share, self.session.rubric))

    @on(Stepper.Typed)
    def typed(self, event: Stepper.Typed) -> None:
        assert self.limits is not None
        field = event.field.id or ""
        if not event.text:
            self._take(field, self.limits)
            return
        self._take(field, limits_form.typed(self.limits, field, event.text))

    def _take(self, field: str, made: Limits | Message) -> None:
        if isinstance(made, Message):
            self._wrong[field] = made
        else:
            self._wrong.pop(field, None)
            if made != self.limits:
                assert self.limits is not None
                if field != self._changed:
                    self._history.remember(self.limits)
                self._changed = field
                self._put(made)
                return
        self._show_values()
        self._show_hint()

    def _put(self, limits: Limits) -> None:
        self.limits = limits
        self.hush()
        self._show_values()
        self._show_hint()
        self._soon_again()
        self.refresh_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "undo":
            return self._history.can_undo
        if action == "redo":
            return self._history.can_redo
        return super().check_action(action, parameters)

    def action_undo(self) -> None:
        step = self._step(self._history.undo)
        self.tell(msg("Undone: {step}. Ctrl+Y does it again.", step=step))

    def action_redo(self) -> None:
        step = self._step(self._history.redo)
        self.tell(msg("Done again: {step}. Ctrl+Z takes it back.", step=step))

    def _step(self, step: Callable[[Limits], Limits]) -> str:
        """Take a step; return the names of the values that it changed."""
        assert self.limits is not None
        before = self.limits
        for stepper in self.query(Stepper):
            stepper.typing = ""
        self._wrong.clear()
        self._changed = None
        self._put(step(self.limits))
        after = self.limits
        changed = [field for field in limits_form.FIELDS if getattr(before, field) != getattr(after, field)]
        return ", ".join(self.t(limits_form.LABELS[field]) for field in changed)

    def _soon_again(self) -> None:
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(WAIT, self._show_effect)

    @on(Button.Pressed, "#usual")
    def usual(self) -> None:
        self._wrong.clear()
        if self.limits is not None and self.limits != self.plans.usual_limits:
            self._history.remember(self.limits)
        self._changed = None
        self._put(self.plans.usual_limits)

    @on(Button.Pressed, "#make")
    async def action_make(self) -> None:
        assert self.limits is not None
        try:
            self.plans.make(self.limits)
        except UserError as error:
            self.tell(error)
            return
        await self.ngo.go("plan")
