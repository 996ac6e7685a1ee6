"""One model: what is known of it and what its examination found; to get it, examine it, remove it."""

from __future__ import annotations

import asyncio

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Button, Static

from ngo_assist.application.model_files import megabytes
from ngo_assist.application.model_outcomes import ADD, NOT_NOW, examine_choices, offer, removed
from ngo_assist.application.model_page_view import ModelPage, page
from ngo_assist.messages import UserError, msg
from ngo_assist.tui import keys, plan_keys
from ngo_assist.tui.screens.confirm import ConfirmScreen
from ngo_assist.tui.screens.models_base import ModelsScreenBase
from ngo_assist.tui.screens.things_to_do import ThingsToDoScreen
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.work_strip import WorkStrip

BUTTONS = ("get", "examine", "add", "remove")


class ModelPageScreen(ModelsScreenBase):
    GUIDE = msg(
        "“Examine” lets the model write short texts in a language and judges them on this computer: a model"
        " that has passed may write plans. A model that has not passed may still be chosen, and the plan says"
        " so. Only “Download” uses the network, and asks before."
    )
    BINDINGS = keys.bindings(*plan_keys.SCROLL)
    DEFAULT_CSS = """
    ModelPageScreen #body { overflow-y: hidden; }
    ModelPageScreen #page { height: 1fr; scrollbar-size-vertical: 1; }
    ModelPageScreen #text { max-width: 96; }
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._model_name = name
        self._page: ModelPage | None = None

    def heading(self) -> str:
        return self.t("Models on this computer")

    def body(self) -> ComposeResult:
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="text", markup=False)
        yield WorkStrip()
        with ButtonRow():
            for id in BUTTONS:
                yield Button(id=id, variant="default" if id == "remove" else "primary")

    def on_mount(self) -> None:
        super().on_mount()
        self._focus_first()

    def usual_focus(self) -> Widget | None:
        return self._first("get", "examine", "add")

    def _first(self, *ids: str) -> Widget | None:
        return next((button for id in ids if (button := self.query_one(f"#{id}", Button)).display), None)

    def _focus_first(self) -> None:
        self.set_focus(self.usual_focus() or self._first("remove"))

    def show_models(self) -> None:
        t, found = self.t, page(self.care, self._model_name, self.t)
        if found is None:
            return  # it was removed, and this screen goes with it
        self._page = found
        run = self.care.bringing if self.care.is_bringing else None
        comes = run is not None and run.coming.name == self._model_name
        examined = self.care.examining if self.care.is_examining else None
        at_work = examined is not None and examined.model.name == self._model_name
        shown = {
            "get": found.to_get is not None and not comes,
            "examine": found.to_examine is not None and not at_work,
            "add": found.to_add_again and not comes,
            "remove": found.to_remove and not comes and not at_work,
        }
        labels = {
            "get": t("Go on downloading…") if found.begun else t("Download…"),
            "examine": t("Examine…"),
            "add": t(ADD),
            "remove": t("Remove…"),
        }
        lost = False
        for id in BUTTONS:
            button = self.query_one(f"#{id}", Button)
            lost = lost or (button.has_focus and not shown[id])
            button.display, button.label = shown[id], labels[id]
        # Not to "Remove" nor to "Stop": a second Enter would do what nobody meant.
        if lost or self.focused is None:
            self.set_focus(self.usual_focus())
        self.query_one("#text", Static).update(self._text(found))

    def _text(self, found: ModelPage) -> Group:
        parts: list[RenderableType] = [Text(found.title, self.ink("primary", bold=True))]
        parts += [Text(fact.text, self.ink(fact.tone)) for fact in found.facts]
        if found.verdicts:
            parts.append(Text(f"\n{self.t('Examination')}", self.ink("secondary", bold=True)))
        for verdict in found.verdicts:
            parts.append(Text(verdict.headline.text, self.ink(verdict.headline.tone)))
            parts += [
                Padding(Text(detail, self.ink("foreground")), (0, 0, 0, 2)) for detail in verdict.details
            ]
        return Group(*parts)

    @on(Button.Pressed, "#get")
    @work(exclusive=True, group="model")
    async def get_model(self) -> None:
        if self._page is None or self._page.to_get is None:
            return
        try:
            coming = await asyncio.to_thread(self.care.coming_by_name, self._page.to_get.name)
            title, text, yes = offer(coming)
            if await self.app.push_screen_wait(ConfirmScreen(title, text, yes=yes, no=NOT_NOW)):
                self.tasks.bring(coming)
        except UserError as error:
            self.told(error)

    @on(Button.Pressed, "#add")
    def add_file(self) -> None:
        from ngo_assist.tui.screens.model_file import ModelFileScreen

        self.app.push_screen(ModelFileScreen())

    @on(Button.Pressed, "#examine")
    @work(exclusive=True, group="model")
    async def examine_model(self) -> None:
        if self._page is None or self._page.to_examine is None:
            return
        model = self._page.to_examine
        try:
            self.tasks.must_be_free_for(model)
            languages, things, about = examine_choices(model, self.t.language)
            title = self.t("{name}: in which language?", name=self._page.title)
            chosen = await self.app.push_screen_wait(ThingsToDoScreen(title, things, about))
            if chosen is not None:
                self.tasks.examine(model, languages[chosen])
        except UserError as error:
            self.told(error)

    @on(Button.Pressed, "#remove")
    @work(exclusive=True, group="model")
    async def remove_model(self) -> None:
        try:
            self.tasks.must_not_be_at_work(self._model_name)
            leaving = await asyncio.to_thread(self.care.leaving, self._model_name)
            title = msg("Remove {name}?", name=leaving.name)
            text = msg(
                "{size} on the disk become free, and what its examination found is forgotten. To have it"
                " again, it is copied or downloaded anew.",
                size=megabytes(leaving.size),
            )
            sure = ConfirmScreen(title, text, yes=msg("Remove"), no=msg("Keep it"))
            if not await self.app.push_screen_wait(sure):
                return
            self.tasks.must_not_be_at_work(self._model_name)
            await asyncio.to_thread(self.care.remove, leaving)
        except UserError as error:
            self.told(error)
            return
        await self.care.refresh()
        if self.is_current:
            self.app.pop_screen()
        self.ngo.call_later(self.ngo.tell, removed(leaving.name))

    def action_scroll_lines(self, by: int) -> None:
        self._body.scroll_relative(y=3 * by, animate=False)

    def action_scroll_pages(self, by: int) -> None:
        self._body.scroll_relative(y=by * max(1, self._body.size.height - 2), animate=False)

    def action_scroll_edge(self, by: int) -> None:
        (self._body.scroll_home if by < 0 else self._body.scroll_end)(animate=False)

    @property
    def _body(self) -> VerticalScroll:
        return self.query_one("#page", VerticalScroll)
