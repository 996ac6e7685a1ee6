"""The lines of the plan's list and of an action's fields, laid out for the width there is."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from ngo_assist.application.action_view import ActionField, FromAnswer
from ngo_assist.application.plan_view import ActionLine, AskLine, Month, WaitingLine
from ngo_assist.i18n.translator import Translator
from ngo_assist.planning.model import Status
from ngo_assist.tui.widgets.laid_out import cut, filled, wrapped
from ngo_assist.tui.widgets.line_list import Line, Piece, Row
from ngo_assist.tui.widgets.shapes import level_shape

READ_MOST = 96
"""Columns in which a text is still read easily."""
WIDE = 100
"""Columns from which an action stands in one line."""
FIELD_LABEL = 30
INKS: dict[Status, str] = {"todo": "foreground", "doing": "secondary", "done": "success", "dropped": "muted"}


@dataclass(frozen=True)
class Words:
    """What is said of an action beside its own words."""

    duty: str
    late: str
    writing: str

    @classmethod
    def of(cls, t: Translator) -> Words:
        return cls(t("a legal duty"), t("its time is over"), t("is being written"))


def section(title: str, detail: str = "", *, first: bool = False) -> Row:
    def lines(width: int) -> list[Line]:
        line = [Piece(cut(title, width), "secondary", bold=True)]
        if detail:
            line.append(Piece(cut(f"   {detail}", max(0, width - len(title))), "muted"))
        return [line] if first else [[], line]

    return Row(lines)


def month_row(month: Month, now: str, *, first: bool) -> Row:
    """Return a month's heading: how much is in it, how much of that is done, and a picture of it."""

    def lines(width: int) -> list[Line]:
        line = [Piece(month.title, "secondary", bold=True), Piece("   ")]
        line += [Piece(action.mark, INKS[action.status]) for action in month.actions]
        facts = [now if month.now else "", month.done]
        said = " · ".join(part for part in (*facts, "" if month.full else month.load) if part)
        line.append(Piece(f"   {said}" if said else "", "muted"))
        if month.full:
            line.append(Piece(("  · " if said else "   ") + f"! {month.load}", "warning", bold=True))
        return [line] if first else [[], line]

    return Row(lines)


def action_row(action: ActionLine, words: Words, *, writing: bool) -> Row:
    """Return one action: in one line where there is room, else its title above the rest."""
    ink = INKS[action.status]
    bold = action.status == "doing"
    mark = f" {action.origin_mark}" if action.origin_mark.strip() else ""
    rest = [action.status_word] if action.status != "todo" else []
    if action.duty:
        rest.append(words.duty)
    # At the end of a line that is there already: nothing moves while one reads.
    signs = [*([words.late] if action.late else []), *([f"≈ {words.writing}"] if writing else [])]

    def lines(width: int) -> list[Line]:
        if width >= WIDE:
            made = _in_columns(action, mark, ink, bold, " · ".join((*rest, *signs)), width)
        else:
            title = wrapped(action.title, width - 2 - len(mark))
            made = [
                [Piece("  " if n else f"{action.mark} ", ink), Piece(line, ink, bold)]
                for n, line in enumerate(title)
            ]
            made[-1] = [*made[-1], Piece(mark, "secondary")]
            details = " · ".join(
                part for part in (action.who, action.effort, action.cost, *rest, *signs) if part
            )
            made += _quiet(details, width)
        for said in action.breaks:
            made += _quiet(f"! {said}", width, "warning")
        return made

    return Row(lines, action.id)


def _in_columns(action: ActionLine, mark: str, ink: str, bold: bool, rest: str, width: int) -> list[Line]:
    widths = (13, 10, 10, 26)
    room = width - 2 - sum(widths) - len(widths)
    title = wrapped(action.title, room - len(mark))
    cells = [
        cut(cell, most)
        for cell, most in zip((action.who, action.effort, action.cost, rest), widths, strict=True)
    ]
    details = " ".join(filled(cell, most) for cell, most in zip(cells, widths, strict=True))
    made: list[Line] = []
    for number, line in enumerate(title):
        last = mark if number == len(title) - 1 else ""
        begin = [
            Piece("  " if number else f"{action.mark} ", ink),
            Piece(line, ink, bold),
            Piece(last, "secondary"),
        ]
        if not number:
            begin.append(Piece(filled("", room - cell_len(line + last)) + " " + details, "muted"))
        made.append(begin)
    return made


def _quiet(text: str, width: int, ink: str = "muted") -> list[Line]:
    return [[Piece("  " + line, ink)] for line in wrapped(text, min(width, READ_MOST) - 2)]


def waiting_row(waiting: WaitingLine, id: str) -> Row:
    return _marked("·", waiting.title, waiting.reason, id)


def ask_row(ask: AskLine, id: str) -> Row:
    return _marked("→", ask.title, ask.addressee, id)


def text_row(text: str, id: str = "", *, ink: str = "foreground") -> Row:
    return Row(lambda width: [[Piece(line, ink)] for line in wrapped(text, min(width, READ_MOST))], id)


def _marked(mark: str, title: str, detail: str, id: str) -> Row:
    def lines(width: int) -> list[Line]:
        head = wrapped(title, width - 2)
        made: list[Line] = [
            [Piece("  " if number else f"{mark} ", "muted"), Piece(line)] for number, line in enumerate(head)
        ]
        return [*made, *_quiet(detail, width)]

    return Row(lines, id)


def answer_row_short(answer: FromAnswer, because: str, top: int, t: Translator, id: str) -> Row:
    """Return in three lines why an action is there: the question, from which level to which, the reason."""

    def lines(width: int) -> list[Line]:
        room = min(width, READ_MOST)
        now, then = (
            f"{level_shape(level, top)} {name}"
            for level, name in ((answer.level, answer.level_name), (answer.to_level, answer.to_name))
        )
        label = t("Your answer:")
        said = f" · {t('unsure')}" if answer.unsure else ""
        if answer.note:
            said += f" · ✎ {t('“{title}”', title=answer.note)}"
        used = cell_len(f"{label} {now} → {then}")
        levels = [
            Piece(f"{label} ", "muted"),
            Piece(now, "primary", bold=True),
            Piece(" → ", "muted"),
            Piece(then, "success", bold=True),
            Piece(cut(said, max(0, room - used)), "secondary"),
        ]
        made: list[Line] = [[Piece(cut(answer.question, room))], levels]
        return [*made, [Piece(cut(because, room), "muted")]] if because else made

    return Row(lines, id)


def answer_row(answer: FromAnswer, because: str, top: int, t: Translator, id: str) -> Row:
    """Return why an action is there: the question, the level and its words, the note, where it leads."""

    def lines(width: int) -> list[Line]:
        room = min(width, READ_MOST)
        made: list[Line] = [[Piece(line)] for line in wrapped(answer.question, room)]
        doubt = f" ({t('unsure')})" if answer.unsure else ""
        made += _level(
            t("Your answer:"),
            answer.level,
            answer.level_name + doubt,
            answer.level_text,
            top,
            "primary",
            room,
        )
        if answer.note:
            said = wrapped(f"✎ {t('“{title}”', title=answer.note)}", room)
            made += [[Piece(line, "secondary")] for line in said]
        made += _level(
            t("It leads to:"), answer.to_level, answer.to_name, answer.to_text, top, "success", room
        )
        if because:
            made += [[Piece(line, "muted")] for line in wrapped(because, room)]
        return made

    return Row(lines, id)


def _level(label: str, level: int, name: str, text: str, top: int, ink: str, room: int) -> list[Line]:
    head = f"{label} {level_shape(level, top)} {name}."
    first, *others = wrapped(f"{head} {text}", room)
    known = min(len(head), len(first))
    made: list[Line] = [
        [
            Piece(first[: len(label)], "muted"),
            Piece(first[len(label) : known], ink, bold=True),
            Piece(first[known:]),
        ]
    ]
    return [*made, *([Piece(line)] for line in others)]


def field_row(field: ActionField, empty: str) -> Row:
    """Return one field of an action: a text under its label, anything else beside it."""
    ink = "secondary" if field.own else "primary"

    def text(width: int) -> list[Line]:
        head = [Piece(field.label, ink, bold=True), Piece(f"  {field.whose}" if field.whose else "", "muted")]
        lines = [
            line
            for part in (field.value or empty).split("\n")
            for line in wrapped(part, min(width, READ_MOST))
        ]
        return [head, *([Piece(line, "foreground" if field.value else "muted")] for line in lines), []]

    def fact(width: int) -> list[Line]:
        label = FIELD_LABEL if width >= 60 else 22
        value = Piece(cut(field.value or empty, width - label - 1), "foreground" if field.value else "muted")
        used = label + 1 + cell_len(value.text)
        whose = f"  {field.whose}" if field.whose and used + cell_len(field.whose) + 2 <= width else ""
        return [[Piece(filled(cut(field.label, label), label) + " ", ink), value, Piece(whose, "muted")]]

    return Row(text if field.is_text else fact, field.name)
