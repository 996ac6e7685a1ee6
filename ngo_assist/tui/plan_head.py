"""What stands above the plan's list: how far it is, and over the bars the months they lie in."""

from __future__ import annotations

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.widget import Widget

from ngo_assist.application.plan_view import PlanView
from ngo_assist.application.timeline import Timeline
from ngo_assist.i18n.translator import Translator
from ngo_assist.tui import timeline_rows
from ngo_assist.tui.widgets.line_list import colour
from ngo_assist.tui.widgets.share_bar import share_bar, squares

SQUARES_MOST = 45
"""Actions that are shown as a square each; more are a bar."""
BAR = 40


def progress_line(view: PlanView, width: int, about: Widget) -> Text:
    """Return done, begun and to do as a picture and in words, then of what all of it takes what has room."""
    found, good, rest = view.progress, colour(about, "success"), colour(about, "muted")
    line = Text(no_wrap=True)
    if found.all:
        if found.all > SQUARES_MOST:
            picture = share_bar(found.done / found.all, 1, BAR, good, rest)
        else:
            picture = squares(found.done, found.done + found.doing, found.all, good, rest)
        picture.append(" ")
        if picture.cell_len + cell_len(view.done) <= width:
            line.append_text(picture)
        line.append(view.done, good if found.done else rest)
    for number, said in enumerate(view.details):
        gap = " · " if number else "   " if found.all else ""
        if line.cell_len + cell_len(gap + said) > width:
            break
        line.append(gap + said, rest)
    return line


def months_lines(found: Timeline, days: float, width: int, t: Translator, about: Widget) -> Text:
    """Return the months in the columns of the list's bars, how full each is, and what is done of it."""
    load = t("Days, at most {limit} a month", limit=t.number(days))
    lines = timeline_rows.head(found, width, load, t("Done, of all"))
    return Text("\n", no_wrap=True).join(
        Text.assemble(*((each.text, colour(about, each.ink) + Style(bold=each.bold)) for each in line))
        for line in lines
    )
