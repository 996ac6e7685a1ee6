"""The lines of the plan's list, put together for the width there is."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from ngo_assist.application.action_view import ActionField
from ngo_assist.application.plan_view import TEXTS, ActionLine, AskLine, Month, WaitingLine
from ngo_assist.planning.model import Status

FIELD_LABEL_WIDTH = 28
Ink = Callable[..., Style]
"""A theme colour by its name; `bold=True` for bold."""

INKS: dict[Status, str] = {"todo": "foreground", "doing": "secondary", "done": "success", "dropped": "muted"}


def month_row(month: Month, ink: Ink, *, first: bool) -> Text:
    return Text.assemble(
        "" if first else "\n", (month.title, ink("secondary", bold=True)), (f"   {month.load}", ink("muted"))
    )


def section_row(title: str, detail: str, ink: Ink) -> Text:
    return Text.assemble("\n", (title, ink("secondary", bold=True)), (f"   {detail}", ink("muted")))


def action_row(action: ActionLine, ink: Ink, duty_word: str, *, wide: bool) -> RenderableType:
    """Return one action: in one line where there is room, else its title above the rest."""
    colour = ink(INKS[action.status], bold=action.status == "doing")
    title = Text(action.title, colour)
    if action.status == "dropped":
        title.stylize(Style(strike=True))
    if action.origin_mark.strip():
        title.append(f" {action.origin_mark}", ink("secondary"))
    quiet = ink("muted")
    details = [action.who, action.effort, action.cost]
    if action.duty:
        details.append(duty_word)
    if action.status != "todo":
        details.append(action.status_word)
    row = Table.grid(padding=(0, 1), expand=True)
    row.add_column(width=1, no_wrap=True)
    row.add_column(ratio=1)
    mark = Text(action.mark, colour)
    if not wide:
        title.append("\n" + " · ".join(part for part in details if part), quiet)
        row.add_row(mark, title)
        return row
    for width in (16, 11, 12, 20):
        row.add_column(width=width)
    rest = " · ".join(part for part in details[3:] if part)
    row.add_row(mark, title, *(Text(part, quiet) for part in (*details[:3], rest)))
    return row


def waiting_row(waiting: WaitingLine, ink: Ink) -> RenderableType:
    return _marked("·", Text.assemble(waiting.title, "\n", (waiting.reason, ink("muted"))), ink)


def ask_row(ask: AskLine, ink: Ink) -> RenderableType:
    return _marked("→", Text.assemble(ask.title, "\n", (ask.addressee, ink("muted"))), ink)


def field_row(field: ActionField, empty: str, ink: Ink) -> RenderableType:
    """Return one field of an action: a text under its label, anything else beside it."""
    label = Text(field.label, ink("secondary" if field.own else "primary"))
    if field.origin_word:
        label.append(f"  {field.origin_word}", ink("muted"))
    value = Text(field.value) if field.value else Text(empty, ink("muted"))
    if field.name in TEXTS:
        return Text.assemble(label, "\n", value)
    row = Table.grid(padding=(0, 2), expand=True)
    row.add_column(width=FIELD_LABEL_WIDTH)
    row.add_column(ratio=1)
    row.add_row(Text(field.label, ink("secondary" if field.own else "primary")), value)
    return row


def _marked(mark: str, text: Text, ink: Ink) -> RenderableType:
    row = Table.grid(padding=(0, 1), expand=True)
    row.add_column(width=1, no_wrap=True)
    row.add_column(ratio=1)
    row.add_row(Text(mark, ink("muted")), text)
    return row
