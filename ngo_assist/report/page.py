"""A page as a list of blocks, and three ways to write it down: Markdown, plain text, a page to print.

Texts in blocks are plain: each writer escapes them in its own way.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ngo_assist.clean import clean_line
from ngo_assist.report.escape import inline, quote

Format = Literal["text", "md", "html"]
FORMATS: tuple[Format, ...] = ("text", "md", "html")

WIDTH = 78
"""Columns of plain text: it fits a small terminal and a sheet of A4."""


@dataclass(frozen=True)
class Heading:
    depth: int
    """1 for the page's own, then downwards."""
    text: str
    id: str = ""
    """An id that stands beside it, for those who look things up."""
    new_sheet: bool = False
    """Printed, it may begin on a sheet of its own."""


@dataclass(frozen=True)
class Words:
    """A paragraph, after a few words that say what it is."""

    text: str
    lead: str = ""
    quiet: bool = False


@dataclass(frozen=True)
class Item:
    text: str
    lead: str = ""


@dataclass(frozen=True)
class Items:
    """A list: with points, with numbers from 1, or with boxes to tick."""

    items: Sequence[Item]
    mark: Literal["point", "number", "box"] = "point"


@dataclass(frozen=True)
class Letter:
    """A text to be sent as it stands, with its lines."""

    text: str


@dataclass(frozen=True)
class Blank:
    """Room to write by hand, after a word that says what."""

    lead: str
    lines: int = 1


@dataclass(frozen=True)
class Together:
    """Blocks that a printer is to keep on one sheet."""

    blocks: Sequence[Block] = field(default_factory=tuple)


Block = Heading | Words | Items | Letter | Blank | Together


def write(blocks: Iterable[Block], form: Format, *, title: str, language: str) -> str:
    """Return the page, ending in a newline; `title` and `language` are for what a browser shows and reads."""
    if form == "html":
        return _html(blocks, title, language)
    if form == "md":
        return "\n\n".join(_markdown(blocks)) + "\n"
    return "\n".join(_text(blocks)).strip("\n") + "\n"


def _markdown(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(depth, text, id):
                yield f"{'#' * min(depth, 6)} {inline(text)}" + (f" (`{id}`)" if id else "")
            case Words(text, lead):
                yield f"**{inline(lead)}** {inline(text)}" if lead else inline(text)
            case Items(items, mark):
                yield "\n".join(_markdown_items(items, mark))
            case Letter(text):
                yield quote(text)
            case Blank(lead, lines):
                line = r"\_" * 40
                yield "  \n".join([f"{inline(lead)} {line}", *[line] * (lines - 1)])
            case Together(inner):
                yield from _markdown(inner)


def _markdown_items(items: Sequence[Item], mark: str) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        before = {"point": "-", "number": f"{number}.", "box": "- [ ]"}[mark]
        words = " ".join([*([f"**{inline(item.lead)}**"] if item.lead else []), inline(item.text)])
        yield f"{before} {words}".rstrip()


def _text(blocks: Iterable[Block], width: int = WIDTH) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(depth, text, id):
                words = clean_line(f"{text} ({id})" if id else text)
                yield ""
                yield from _wrapped(words, "", width)
                if depth <= 2:
                    yield ("=" if depth == 1 else "-") * min(width, len(words))
            case Words(text, lead):
                yield from _wrapped(f"{lead} {text}" if lead else text, "", width)
            case Items(items, mark):
                for number, item in enumerate(items, 1):
                    before = {"point": "- ", "number": f"{number}. ", "box": "[ ] "}[mark]
                    yield from _wrapped(f"{item.lead} {item.text}".strip(), f"  {before}", width)
            case Letter(text):
                for line in text.split("\n"):
                    yield from _wrapped(line, "    ", width) if line.strip() else ("",)
            case Blank(lead, lines):
                yield f"{clean_line(lead)} ".ljust(width, "_")
                for _ in range(lines - 1):
                    yield "_" * width
            case Together(inner):
                yield from _text(inner, width)


def _wrapped(text: str, before: str, width: int) -> list[str]:
    return textwrap.wrap(
        clean_line(text),
        width,
        initial_indent=before,
        subsequent_indent=" " * len(before),
        break_long_words=False,
        break_on_hyphens=False,
    )


_STYLE = """
body { font: 11pt/1.35 sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #111; }
h1 { font-size: 1.6em; } h2 { font-size: 1.3em; border-bottom: 1px solid #888; } h3 { font-size: 1.1em; }
h4 { font-size: 1em; } h1, h2, h3, h4 { margin: 1.2em 0 .3em; page-break-after: avoid; }
p, ul, ol { margin: .3em 0; } code, .quiet { color: #555; font-size: .85em; font-weight: normal; }
blockquote { white-space: pre-line; border-left: 3px solid #888; margin: .5em 0; padding-left: 1em; }
ul.box { list-style: none; padding-left: 0; } ul.box li { padding: .12em 0 .12em 1.8em; position: relative; }
ul.box li::before { content: ""; position: absolute; left: 0; top: .3em; width: .9em; height: .9em;
  border: 1.5px solid #111; }
.together { page-break-inside: avoid; } .blank { border-bottom: 1px solid #555; min-height: 1.7em; }
@media print { body { margin: 0; max-width: none; } .sheet { page-break-before: always; } }
""".strip()


def _html(blocks: Iterable[Block], title: str, language: str) -> str:
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{html.escape(language)}">',
        f'<head><meta charset="utf-8"><title>{_escaped(title)}</title>',
        f"<style>\n{_STYLE}\n</style></head>",
        "<body>",
        *_elements(blocks),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _elements(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(depth, text, id, new_sheet):
                tag = f"h{min(depth, 6)}"
                sheet = ' class="sheet"' if new_sheet else ""
                code = f" <code>{_escaped(id)}</code>" if id else ""
                yield f"<{tag}{sheet}>{_escaped(text)}{code}</{tag}>"
            case Words(text, lead, quiet):
                bold = f"<b>{_escaped(lead)}</b> " if lead else ""
                opening = '<p class="quiet">' if quiet else "<p>"
                yield f"{opening}{bold}{_escaped(text)}</p>"
            case Items(items, mark):
                tag = "ol" if mark == "number" else "ul"
                yield f'<{tag} class="{mark}">'
                for item in items:
                    bold = f"<b>{_escaped(item.lead)}</b> " if item.lead else ""
                    yield f"<li>{bold}{_escaped(item.text)}</li>"
                yield f"</{tag}>"
            case Letter(text):
                yield f"<blockquote>{html.escape(text.strip(), quote=False)}</blockquote>"
            case Blank(lead, lines):
                yield f'<div class="blank">{_escaped(lead)}</div>'
                yield from ['<div class="blank"></div>'] * (lines - 1)
            case Together(inner):
                yield '<div class="together">'
                yield from _elements(inner)
                yield "</div>"


def _escaped(text: str) -> str:
    return html.escape(clean_line(text), quote=False)
