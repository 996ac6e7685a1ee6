"""One organisation that was sent: what is in it, what differs from the one here, and what to take."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Button, Static

from ngo_assist.application.arrival_view import Question, cannot_be_read, facts, headline, questions
from ngo_assist.application.receiving import Arrival, add, take
from ngo_assist.messages import Message, UserError, msg
from ngo_assist.tui import keys
from ngo_assist.tui.screens.base import NgoScreen
from ngo_assist.tui.screens.home import HomeScreen
from ngo_assist.tui.widgets.button_row import ButtonRow
from ngo_assist.tui.widgets.choice import Choice
from ngo_assist.workspace.take_in import Choice as Chosen


class ArrivalScreen(NgoScreen):
    GUIDE = msg(
        "Nothing has been taken in yet. For each assessment that differs you choose: leave what is here, take"
        " theirs in its place, or keep both side by side. A plan goes with its assessment. What is here now"
        " becomes a backup first, and Ctrl+Z at the beginning takes it back."
    )
    BINDINGS = keys.bindings(keys.Key("ctrl+s", "accept", msg("Do it"), "Ctrl+S"))
    DEFAULT_CSS = """
    ArrivalScreen #body > * { max-width: 100; }
    ArrivalScreen .question { height: auto; margin-top: 1; text-style: bold; }
    ArrivalScreen .details { height: auto; color: $muted; }
    ArrivalScreen #unreadable { height: auto; color: $warning; margin-top: 1; display: none; }
    ArrivalScreen .buttons { margin: 1 0; }
    """

    def __init__(self, arrival: Arrival) -> None:
        super().__init__()
        self._arrival = arrival

    def heading(self) -> str:
        return self.t("Open what was sent")

    def body(self) -> ComposeResult:
        yield Static(id="headline", classes="title", markup=False)
        yield Static(id="facts", classes="text", markup=False)
        yield Static(id="unreadable", markup=False)
        for number, question in enumerate(self._questions()):
            yield Static(id=f"question-{number}", classes="question", markup=False)
            yield Static(id=f"details-{number}", classes="details", markup=False)
            choice = Choice(id=f"choice-{number}")
            choice.choose(question.options[0][0])
            yield choice
        with ButtonRow():
            yield Button(id="accept", variant="primary")
            yield Button(id="leave")

    def on_mount(self) -> None:
        super().on_mount()
        choices = self.query(Choice)
        self.query_one("#accept").display = not self._arrival.nothing_new and not self._arrival.error
        if choices:
            choices.first().focus()
        else:
            self.query_one("#leave" if self._arrival.nothing_new else "#accept").focus()
        # What it is about stands above what is to be chosen.
        self.call_after_refresh(self.query_one("#body").scroll_home, animate=False)
        if self._arrival.error:
            self.tell(self._arrival.error)

    def _questions(self) -> list[Question]:
        return questions(self._arrival, self.session.rubric, self.t)

    def retranslate(self) -> None:
        t, arrival = self.t, self._arrival
        self.query_one("#headline", Static).update(headline(arrival, t))
        self.query_one("#facts", Static).update("\n".join(facts(arrival, t)))
        broken = [t("Cannot be taken in:"), *cannot_be_read(arrival, t)]
        self.query_one("#unreadable", Static).update("\n".join(broken))
        self.query_one("#unreadable").display = len(broken) > 1
        for number, question in enumerate(self._questions()):
            self.query_one(f"#question-{number}", Static).update(question.title)
            self.query_one(f"#details-{number}", Static).update("\n".join(question.details))
            self.query_one(f"#choice-{number}", Choice).set_options(question.options)
        add_it = arrival.slug is None
        self.query_one("#accept", Button).label = t("Add to my list") if add_it else t("Do it")
        self.query_one("#leave", Button).label = t("Close") if arrival.nothing_new else t("Leave everything")

    def _chosen(self) -> dict[str, Chosen]:
        chosen: dict[str, Chosen] = {}
        for number, question in enumerate(self._questions()):
            value = self.query_one(f"#choice-{number}", Choice).value
            chosen[question.key] = next(each for each, _ in question.options if each == value)
        return chosen

    @on(Button.Pressed, "#accept")
    def action_accept(self) -> None:
        arrival, session = self._arrival, self.session
        if arrival.slug is None:
            self._do(lambda: add(session, arrival))
            return
        chosen = self._chosen()
        if set(chosen.values()) <= {"leave"}:
            self.tell(msg("Nothing is chosen to be taken. “Leave everything” closes this."))
        else:
            slug = arrival.slug
            self._do(lambda: (slug, take(session, arrival, chosen)))

    @work(exclusive=True, group="arrival")
    async def _do(self, step: Callable[[], tuple[str, Message]]) -> None:
        try:
            slug, said = await asyncio.to_thread(step)
        except UserError as error:
            self.tell(error)
            return
        home = self.app.screen_stack[0]
        if isinstance(home, HomeScreen):
            home.go_to = slug
        await self.ngo.go("home")
        self.ngo.call_later(self.ngo.tell, said)

    @on(Button.Pressed, "#leave")
    async def leave(self) -> None:
        await self.ngo.go("home")

    async def action_back(self) -> None:
        """Go back to where it was chosen."""
        if not self.hush():
            await self.app.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not (action == "accept" and (self._arrival.nothing_new or self._arrival.error))
