"""All practices on one map; the one that is chosen is told of under it."""

from __future__ import annotations

from rich.console import Group
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from ngo_assist.application.practice_view import MapRow, PracticeCard, map_rows, practice_card
from ngo_assist.messages import msg
from ngo_assist.tui.results.view import MARGIN, READ_MOST, View
from ngo_assist.tui.widgets.laid_out import cut, wrapped
from ngo_assist.tui.widgets.practice_map import SIGNS, PracticeMap
from ngo_assist.tui.widgets.shapes import level_shape

CARD_LEAST = 4
"""Lines under the map in which a practice is told of: question, level and target, note."""
MAP_LEAST, ROOMY = 5, 3
"""Lines of the map that stay, and lines to spare from which on it gets blank ones between its rows."""


class PracticesView(View):
    WORD = msg("Practices")
    GUIDE = msg(
        "Every practice is a block, one row for each topic: the taller the block, the higher the level. The "
        "arrows or a click choose one; under the map stands what it is. Enter, or a second click, opens it: "
        "the level, the target, your note, and the way to answer it again."
    )
    DEFAULT_CSS = """
    PracticesView #legend { height: auto; color: $muted; margin-top: 1; }
    PracticesView #card { height: 1fr; margin-top: 1; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._signs: list[str] = []
        self._card_room = CARD_LEAST

    def compose(self) -> ComposeResult:
        yield PracticeMap(id="map")
        yield Static(id="legend", markup=False)
        yield Static(id="card", markup=False)

    @property
    def main(self) -> Widget:
        return self._map

    @property
    def _map(self) -> PracticeMap:
        return self.query_one("#map", PracticeMap)

    def fill(self) -> None:
        session = self.session
        rows = map_rows(session.rubric, session.scores, self.t)
        self._map.show(rows, session.rubric.top, session.results.practice)
        self._signs = self._signs_of(rows)
        self._arrange()

    def go_to(self, id: str) -> None:
        scores = self.session.scores
        if id in scores.dimensions:
            id = next(each for each, found in scores.practices.items() if found.practice.dimension == id)
        self.session.results.practice = id
        self.fill()

    def on_resize(self) -> None:
        if self.filled_for is not None:
            self._arrange()

    def _arrange(self) -> None:
        """Give the map its lines and the practice what it needs; blank lines between where there is room."""
        width, height = self.size.width - MARGIN, self.size.height
        if width <= 0:
            return
        legend, signs = self.query_one("#legend", Static), _flow(self._signs, width)
        room = height - (len(signs) + 1) - 1 - CARD_LEAST
        # One column is kept for the bar.
        lines = self._map.height_for(width - 1, roomy=True)
        roomy = lines <= room - ROOMY
        if not roomy:
            lines = self._map.height_for(width - 1, roomy=False)
        # The blank line above the legend is the first to go.
        legend.styles.margin = (1 if lines <= room else 0, 0, 0, 0)
        room += lines == room + 1
        legend.display = lines <= room
        if legend.display:
            legend.update("\n".join(signs))
        else:
            room += len(signs) + 1
        lines = max(MAP_LEAST, min(lines, room))
        self._map.styles.height = lines
        self._map.fit(width - 1, roomy)
        self._card_room = max(1, room - lines + CARD_LEAST)
        self._show_card()

    def _signs_of(self, rows: list[MapRow]) -> list[str]:
        """Return what each shape on the map means."""
        rubric, language, t = self.session.rubric, self.session.rubric_language, self.t
        shapes = [level_shape(level, rubric.top) for level in range(rubric.top + 1)]
        parts = [f"{shape} {rubric.level_name(level, language)}" for level, shape in enumerate(shapes)]
        found = {cell.standing for row in rows for cell in row.cells}
        words = {
            "unanswered": t("not answered"),
            "not_applicable": t("does not apply"),
            "changed": t("asked again"),
        }
        return parts + [f"{SIGNS[standing]} {word}" for standing, word in words.items() if standing in found]

    def _show_card(self) -> None:
        id = self._map.practice
        if not id:
            return
        session = self.session
        session.results.practice = id
        card = practice_card(session.rubric, session.assessment, session.scores, id, self.t, session.earlier)
        self.query_one("#card", Static).update(Group(*self._lines(card)), layout=False)

    def _lines(self, card: PracticeCard) -> list[Text]:
        """Return what fits under the map, the most important first; Enter shows the rest."""
        ink, width = self.results.ink, min(self.size.width - MARGIN, READ_MOST)
        lines = [Text(line, ink("foreground", bold=True)) for line in wrapped(card.question, width)]
        lines.append(self._standing(card, width))
        room = self._card_room - len(lines)
        seen = [Text(line, ink("foreground")) for line in wrapped(card.level_text, width) if line]
        said = self.t("“{title}”", title=" ".join((card.note or card.reason).split()))
        noted = wrapped(said, width) if card.note or card.reason else []
        if len(seen) + len(noted) > room:
            # What the person wrote comes before what the rubric says.
            noted = [cut(said, width)] if noted else []
            seen = seen if len(seen) + len(noted) <= room else []
        return [*lines, *seen, *(Text(line, ink("muted")) for line in noted)][: self._card_room]

    def _standing(self, card: PracticeCard, width: int) -> Text:
        ink, top = self.results.ink, self.session.rubric.top
        line = Text()
        if card.level is not None:
            line.append(level_shape(card.level, top) + " ", ink("primary"))
        line.append(card.level_name, ink("foreground"))
        if card.target is not None:
            line.append("  →  ", ink("muted"))
            line.append(f"{level_shape(card.target, top)} {card.target_name}", ink("secondary"))
            line.append(" ✎" if card.own_target else "", ink("secondary"))
        signs = [self.t("a legal duty")] if card.duty else []
        signs += [self.t("unsure")] if card.unsure else []
        said = "   " + " · ".join(signs)
        if signs and line.cell_len + len(said) <= width:
            line.append(said, ink("muted"))
        return line

    @on(PracticeMap.Moved)
    def tell_of_it(self) -> None:
        self._show_card()

    @on(PracticeMap.Opened)
    def open(self, event: PracticeMap.Opened) -> None:
        self.results.open_practice(event.practice)


def _flow(parts: list[str], width: int) -> list[str]:
    """Put parts into lines, none of them broken."""
    lines = [""]
    for part in parts:
        longer = f"{lines[-1]}  {part}".strip()
        if len(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines
