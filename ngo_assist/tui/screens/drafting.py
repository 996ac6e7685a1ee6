"""A model at work: its words as they appear, how far it is, and a stop at any moment."""

from __future__ import annotations

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from ngo_assist.application.action_view import FIELD_LABELS
from ngo_assist.application.drafting_run import DraftingRun, Seen
from ngo_assist.application.drafting_words import state_text
from ngo_assist.messages import msg
from ngo_assist.tui import keys, plan_keys
from ngo_assist.tui.screens.planning import PlanningScreen
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.share_bar import share_bar

BAR_WIDTH = 48
SUMMARY = msg("Summary")


class DraftingScreen(PlanningScreen):
    BACK = "plan"
    GUIDE = msg(
        "The model writes two texts for each action, and the summary. Each is checked: what brings in "
        "something that is not known of you is refused, and the rubric's words stay. Esc stops; you may "
        "also go back to the plan and let it write on."
    )
    BINDINGS = keys.bindings(plan_keys.STOP, keys.BACK)
    CSS = """
    DraftingScreen #bar { height: 1; margin-top: 1; }
    DraftingScreen #counts { height: auto; }
    DraftingScreen #where { height: auto; margin-top: 1; text-style: bold; color: $secondary; }
    DraftingScreen #words { height: 4; max-width: 100; }
    DraftingScreen #page { height: 1fr; margin-top: 1; }
    DraftingScreen #seen { height: auto; max-width: 100; }
    """

    def heading(self) -> str:
        return self.t("Words by a model")

    def body(self) -> ComposeResult:
        yield Static(id="headline", classes="headline", markup=False)
        yield Static(id="bar", markup=False)
        yield Static(id="counts", classes="muted", markup=False)
        yield Static(id="where", markup=False)
        yield Static(id="words", markup=False)
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="seen", markup=False)
        with ButtonRow():
            yield Button(id="stop", variant="primary")
            yield Button(id="to-plan")

    @property
    def drafting(self) -> DraftingRun | None:
        return self.plans.drafting

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#stop" if self.plans.is_drafting else "#to-plan").focus()

    def retranslate(self) -> None:
        self.query_one("#stop", Button).label = self.t("Stop")
        self._show_run()

    def on_drafting_moved(self) -> None:
        self._show_run()

    def _show_run(self) -> None:
        t, run = self.t, self.drafting
        stop, to_plan = self.query_one("#stop", Button), self.query_one("#to-plan", Button)
        if stop.display and not self.plans.is_drafting and stop.has_focus:
            to_plan.focus()
        stop.display = self.plans.is_drafting
        to_plan.label = t("Read the plan meanwhile") if self.plans.is_drafting else t("Show the plan")
        to_plan.variant = "default" if self.plans.is_drafting else "primary"
        if run is None:
            self.query_one("#headline", Static).update(t("Nothing is being written."))
            return
        run.told = run.ended
        self.query_one("#headline", Static).update(t(state_text(run)))
        self.query_one("#bar", Static).update(self._bar(run))
        self.query_one("#counts", Static).update(self._counts(run))
        writing = run.state in ("writing", "stopping") and bool(run.field)
        # Once it has ended, the room is for what came of it.
        for id in ("#where", "#words"):
            self.query_one(id).display = not run.ended
        self.query_one("#where", Static).update(self._place(run.action_id, run.field) if writing else "")
        # A model reads a brief for some seconds before its first word.
        words = Text(f"{run.words}▏") if run.words else Text(t("It is reading…"), self.ink("muted"))
        self.query_one("#words", Static).update(words if writing else "")
        self.query_one("#seen", Static).update(Text("\n").join(self._seen(seen) for seen in run.seen))
        self.changed()
        self.refresh_keys()

    def _bar(self, run: DraftingRun) -> Text:
        loading = run.state == "loading"
        share = (run.loaded or 0.0) if loading else run.done / run.total if run.total else 0.0
        bar = share_bar(share, 1, BAR_WIDTH, self.ink("primary"), self.ink("muted"))
        if loading:
            said = self.t.percent(share)
        else:
            said = self.t(
                "{done} of {all} texts", done=self.t.number(run.done, 0), all=self.t.number(run.total, 0)
            )
        return Text.assemble(bar, f"  {said}")

    def _counts(self, run: DraftingRun) -> str:
        if not run.kept and not run.refused:
            return ""
        kept = self.t.plural("{n} kept", "{n} kept", run.kept)
        refused = self.t.plural(
            "{n} refused: the rubric's words stay", "{n} refused: the rubric's words stay", run.refused
        )
        return f"{kept} · {refused}" if run.refused else kept

    def _place(self, action_id: str | None, field: str) -> str:
        label = self.t(FIELD_LABELS.get(field, SUMMARY))
        plan = self.plans.plan
        action = next((a for a in plan.actions if a.id == action_id), None) if plan else None
        return f"{action.title} · {label}" if action else label

    def _seen(self, seen: Seen) -> Text:
        place = self._place(seen.action_id, seen.field)
        if not seen.kept:
            return Text("· " + place + ": " + self.t("the rubric's words stay"), self.ink("muted"))
        return Text.assemble(
            ("✓ ", self.ink("success", bold=True)), (place, self.ink("muted")), f"\n  {seen.text}"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "stop":
            return self.plans.is_drafting
        return super().check_action(action, parameters)

    async def action_stop(self) -> None:
        if self.drafting is not None:
            await self.drafting.stop()

    @on(Button.Pressed, "#stop")
    async def stop_pressed(self) -> None:
        await self.action_stop()

    @on(Button.Pressed, "#to-plan")
    async def to_plan(self) -> None:
        await self.ngo.go("plan")
