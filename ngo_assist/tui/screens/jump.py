"""The map: all questions by dimension, what is answered and how, and a way to each."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ngo_assist.application.interview_order import passed_over
from ngo_assist.messages import msg
from ngo_assist.tui import keys
from ngo_assist.tui import map_view as view
from ngo_assist.tui.screens.base import NgoModal
from ngo_assist.tui.widgets.laid_out import cut, wrapped
from ngo_assist.tui.widgets.ready_list import ReadyList

WHOLE = 3
"""Lines for the whole question under the list."""
AROUND = 2 + 2 + 1 + WHOLE
"""Lines of the box beside the list: its edges, what is counted, a gap, the whole question."""


class JumpScreen(NgoModal[str]):
    """Returns the practice to go to; None: stay."""

    GUIDE = msg(
        "All questions. A tall block is a high level; an empty circle is still to be answered, a dotted one"
        " was skipped. Type a number to find its question, then press Enter; or click it."
    )
    BINDINGS = keys.bindings(keys.Key("f8", "back"), keys.Key("f7", "open", msg("Next open one"), "F7"))
    DEFAULT_CSS = """
    JumpScreen > #box { width: 100; height: 1fr; max-height: 100%; padding: 1 2; }
    JumpScreen.-low > #box { padding-top: 0; padding-bottom: 0; }
    JumpScreen #whole { height: 3; margin-top: 1; color: $muted; }
    JumpScreen.-low #whole { height: 2; }
    JumpScreen.-low .title { margin-bottom: 0; }
    """

    CSS = "JumpScreen #map { height: 1fr; max-height: 1fr; }"

    def __init__(self, practice_id: str) -> None:
        super().__init__()
        self._here = practice_id
        self._entries: list[view.Entry] = []
        self._places: list[str | None] = []
        """The practice of each line; None: a dimension's title."""
        self._typed = ""

    def box(self) -> ComposeResult:
        yield Static(classes="title", markup=False)
        yield ReadyList(id="map", markup=False)
        yield Static(id="whole", markup=False)

    @property
    def _map(self) -> OptionList:
        return self.query_one("#map", OptionList)

    def on_mount(self) -> None:
        super().on_mount()
        self._map.focus()

    def retranslate(self) -> None:
        session, language = self.session, self.session.rubric_language
        left = [practice.id for practice in session.scores.left]
        skipped = passed_over(list(session.scores.practices), left)
        self._entries = [
            view.entry(number, each, session.remarks(id), id in skipped, session.rubric, self.t, language)
            for number, (id, each) in enumerate(session.scores.practices.items(), 1)
        ]
        self.query_one(".title", Static).update("   ".join(view.counted(self._entries, self.t)))
        kept = self._map.highlighted
        names = max(len(entry.word) for entry in self._entries)
        self._places, options, dimension = [], [], ""
        for entry in self._entries:
            if entry.dimension != dimension:
                dimension = entry.dimension
                title = session.rubric.dimension_of[dimension].title.say(language)
                options.append(Option(view.heading(title), disabled=True))
                self._places.append(None)
            options.append(Option(view.row(entry, names)))
            self._places.append(entry.id)
        self.query_one("#box").styles.max_height = len(options) + AROUND
        self._map.set_options(options)
        self._map.highlighted = self._places.index(self._here) if kept is None else kept
        self._show_whole()

    @on(OptionList.OptionHighlighted, "#map")
    def _show_whole(self) -> None:
        """Say the question of the line in full: in the list it is cut."""
        place = self._map.highlighted
        practice_id = self._places[place] if place is not None else None
        if practice_id is None:
            return
        session = self.session
        question = session.rubric.practices[practice_id].ask(session.rubric_language, alone=session.alone)
        whole = self.query_one("#whole", Static)
        width = max(20, whole.content_size.width)
        whole.update("\n".join(cut(line, width) for line in wrapped(question, width)[:WHOLE]))

    def on_resize(self) -> None:
        super().on_resize()
        self.call_after_refresh(self._show_whole)

    def on_key(self, event: events.Key) -> None:
        """Go to the line of the number that is typed."""
        typed = keys.digit(event.character)
        if not typed:
            self._typed = ""
            return
        event.stop()
        event.prevent_default()
        most = len(self._entries)
        for number in (self._typed + typed, typed):
            if 1 <= int(number) <= most:
                self._typed = number
                self._point_at(self._entries[int(number) - 1].id)
                return

    def _point_at(self, practice_id: str) -> None:
        self._map.highlighted = self._places.index(practice_id)

    def action_open(self) -> None:
        """Go to the next line that is still to be answered."""
        place = self._map.highlighted or 0
        here = self._places[place]
        number = next((n for n, entry in enumerate(self._entries) if entry.id == here), 0)
        for entry in (*self._entries[number + 1 :], *self._entries[: number + 1]):
            if entry.left:
                self._point_at(entry.id)
                return

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return any(entry.left for entry in self._entries) if action == "open" else True

    @on(OptionList.OptionSelected, "#map")
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._places[event.option_index])
