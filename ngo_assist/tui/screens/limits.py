"""What the plan must keep to, and what comes of it at once."""

from __future__ import annotations

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Button, Static

from ngo_assist.application import limits_form
from ngo_assist.application.plan_view import effect
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.planning.model import Limits
from ngo_assist.tui import keys, plan_keys
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
    BINDINGS = keys.bindings(plan_keys.MAKE)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]
    CSS = """
    LimitsScreen #fields { height: auto; margin: 1 0; }
    LimitsScreen.-high Stepper { margin-bottom: 1; }
    LimitsScreen #hint { height: auto; min-height: 2; max-height: 3; color: $muted; max-width: 90; }
    LimitsScreen #hint.-wrong { color: $warning; }
    LimitsScreen #effect { height: 1fr; min-height: 2; margin-top: 1; max-width: 90; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.limits: Limits | None = None
        self._wrong: dict[str, Message] = {}
        self._soon: Timer | None = None

    def heading(self) -> str:
        return self.t("What the plan keeps to")

    def body(self) -> ComposeResult:
        yield Static(id="headline", classes="headline", markup=False)
        with Widget(id="fields"):
            for field in limits_form.FIELDS:
                yield Stepper(limits_form.TYPED.get(field), id=field)
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
            stepper.wrong = field in self._wrong

    def _show_hint(self) -> None:
        hint = self.query_one("#hint", Static)
        field = self.focused.id if isinstance(self.focused, Stepper) else None
        wrong = self._wrong.get(field or "")
        hint.set_class(wrong is not None, "-wrong")
        hint.update(self.t(wrong or limits_form.HELP[field]) if field else "")

    def _show_effect(self) -> None:
        assert self.limits is not None
        found = effect(self.plans.preview(self.limits), self.t)
        text = Text()
        text.append(found.fits, self.ink("success", bold=True))
        if found.load:
            text.append(f"  {found.load}", self.ink("muted"))
        text.append(f"\n{found.waits}", self.ink("foreground", bold=True))
        for reason in found.reasons:
            text.append(f"\n  {reason}", self.ink("muted"))
        if found.first:
            text.append(f"\n{self.t('It begins with:')} ", self.ink("muted"))
            text.append(found.first)
        self.query_one("#effect", Static).update(text)

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
                self.limits = made
                self._soon_again()
        self._show_values()
        self._show_hint()

    def _soon_again(self) -> None:
        if self._soon is not None:
            self._soon.stop()
        self._soon = self.set_timer(WAIT, self._show_effect)

    @on(Button.Pressed, "#usual")
    def usual(self) -> None:
        self._wrong.clear()
        self.limits = self.plans.usual_limits
        self.retranslate()

    @on(Button.Pressed, "#make")
    async def action_make(self) -> None:
        assert self.limits is not None
        try:
            self.plans.make(self.limits)
        except UserError as error:
            self.tell(error)
            return
        await self.ngo.go("plan")
