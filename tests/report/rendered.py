"""Markdown as a real renderer reads it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tokens(markdown: str) -> Iterator[Token]:
    """Yield every token, those inside a line too."""
    for token in RENDERER.parse(markdown):
        yield token
        yield from token.children or ()


def skeleton(markdown: str) -> list[str]:
    """Return what the page is made of, without its words and their line breaks."""
    words = ("text", "softbreak", "hardbreak")
    return [f"{token.type}{token.tag}" for token in tokens(markdown) if token.type not in words]


def words(markdown: str) -> str:
    """Return what a reader reads, line breaks as newlines."""
    read = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(
        token.content if token.type == "text" else read.get(token.type, "") for token in tokens(markdown)
    )


def headings(markdown: str, level: int) -> list[str]:
    """Return the headings of a level, as read."""
    found = RENDERER.parse(markdown)
    return [
        "".join(child.content for child in after.children or ())
        for token, after in pairwise(found)
        if token.type == "heading_open" and token.tag == f"h{level}"
    ]
