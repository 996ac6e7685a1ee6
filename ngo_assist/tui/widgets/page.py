"""A Markdown page in one piece: a widget for each paragraph, as Textual makes them, takes seconds to show."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Heading, HorizontalRule, ListItem, Markdown
from rich.rule import Rule
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from rich.theme import Theme

_PLAIN = (
    "block_quote",
    "item.number",
    "hr",
    "table.border",
    "s",
    "em",
    "code",
    "paragraph",
    "link",
    "link_url",
)
_STYLES = {f"markdown.{name}": "none" for name in _PLAIN}
BOXES = {"[ ] ": "☐ ", "[x] ": "☑ ", "[X] ": "☑ "}
BULLET = "•"


class PlainHeading(Heading):
    """A heading without a frame, at the left as all text; the great ones are underlined."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        self.text.justify = "left"
        yield self.text
        if self.tag in ("h1", "h2"):
            width = min(options.max_width, self.text.cell_len)
            yield Text(("━" if self.tag == "h1" else "─") * width, console.get_style(f"markdown.{self.tag}"))


class Item(ListItem):
    """An item of a list: a tick box stands in the place of its bullet."""

    def render_bullet(self, console: Console, options: ConsoleOptions) -> RenderResult:
        lines = console.render_lines(
            self.elements, options.update(width=options.max_width - 3), style=self.style
        )
        bullet, first = BULLET, True
        for line in lines:
            if first:
                bullet, line = _ticked(line, bullet)
            head = f"{bullet} " if first else "  "
            yield Segment(f" {head}", console.get_style("markdown.item.bullet"))
            yield from line
            yield Segment("\n")
            first = False


def _ticked(line: list[Segment], bullet: str) -> tuple[str, list[Segment]]:
    text = "".join(segment.text for segment in line)
    for box, sign in BOXES.items():
        if text.startswith(box):
            return sign.strip(), list(Segment.divide(line, [len(box), len(text)]))[1]
    return bullet, line


class Line(HorizontalRule):
    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Rule(style=console.get_style("markdown.item.bullet"), characters="─")
        yield Text()


class Page(Markdown):
    """To be read: links show where they lead and cannot be opened."""

    elements = {**Markdown.elements, "heading_open": PlainHeading, "list_item_open": Item, "hr": Line}

    def __init__(self, markdown: str, inks: Mapping[str, Style] | None = None) -> None:
        """`inks`: styles for "title", "section", "bold" and "quiet"; Rich's own are for a black ground."""
        super().__init__(markdown, hyperlinks=False)
        self.markdown = markdown
        inks = inks or {}
        bold = Style(bold=True)
        title, section = inks.get("title", Style()) + bold, inks.get("section", Style()) + bold
        self._theme = Theme(
            {
                **_STYLES,
                "markdown.h1": title,
                "markdown.h2": title,
                "markdown.h3": section,
                "markdown.h4": inks.get("bold", Style()) + bold,
                "markdown.strong": inks.get("bold", Style()) + bold,
                "markdown.table.header": bold,
                "markdown.item.bullet": inks.get("quiet", Style()),
            }
        )

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        with console.use_theme(self._theme):
            yield from super().__rich_console__(console, options)
