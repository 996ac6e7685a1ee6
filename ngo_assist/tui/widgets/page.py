"""A Markdown page in one piece: a widget for each paragraph, as Textual makes them, takes seconds to show."""

from __future__ import annotations

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Heading, Markdown
from rich.theme import Theme

_PLAIN = ("block_quote", "item.bullet", "item.number", "hr", "table.border")
_BOLD = ("h1", "h2", "h3", "h4", "table.header")
STYLES = Theme(
    {f"markdown.{name}": "none" for name in _PLAIN} | {f"markdown.{name}": "bold" for name in _BOLD}
)
"""Rich's own colours are made for a black ground only."""


class PlainHeading(Heading):
    """A heading without a frame, at the left as all text."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        self.text.justify = "left"
        if self.tag in ("h1", "h2"):
            self.text.stylize("underline")
        yield self.text


class Page(Markdown):
    """To be read: links show where they lead and cannot be opened."""

    elements = {**Markdown.elements, "heading_open": PlainHeading}

    def __init__(self, markdown: str) -> None:
        super().__init__(markdown, hyperlinks=False)
        self.markdown = markdown

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        with console.use_theme(STYLES):
            yield from super().__rich_console__(console, options)
