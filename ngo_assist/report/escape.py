"""Text that is not ours, put into Markdown so that it reads as it is: CommonMark, with GitHub's tables.

Names, notes, rubrics and models may hold anything. Nothing of it may become a heading, a list, a link, a
cell's end or HTML. What needs no escape keeps none, because people also read the file as plain text.
"""

from __future__ import annotations

import re

from ngo_assist.clean import clean_line, clean_text

_ALWAYS = re.compile(r"[\\`*_\[\]<|~#$]|&(?=[#A-Za-z])")
_START = re.compile(r"([-+>=]|[0-9]{1,9}(?=[.)](?: |$)))")
# GitHub and others make links of bare addresses; cut in two by an escape they see none.
_WORD = re.compile(r"\S+")
_ADDRESS = re.compile(r"//|www\.|@", re.IGNORECASE)
_JOINT = re.compile(r"(?<=\w)\.(?=\w)|:(?=//)|(?<=/)/|@")


def inline(text: str) -> str:
    """Return `text` for any place on a line, a table's cell too; line breaks become spaces."""
    escaped = _ALWAYS.sub(r"\\\g<0>", clean_line(text))
    escaped = _WORD.sub(_cut_address, escaped)
    start = _START.match(escaped)
    if start is None:
        return escaped
    # "1." is told by its dot; the other marks by themselves.
    at = start.end() if start[0].isdigit() else 0
    return f"{escaped[:at]}\\{escaped[at:]}"


def _cut_address(word: re.Match[str]) -> str:
    return _JOINT.sub(r"\\\g<0>", word[0]) if _ADDRESS.search(word[0]) else word[0]


def block(text: str) -> str:
    """Return `text` as paragraphs that keep their line breaks."""
    paragraphs = []
    for paragraph in re.split(r"\n\s*\n", clean_text(text).strip()):
        lines = [inline(line) for line in paragraph.split("\n") if line.strip()]
        paragraphs.append("  \n".join(lines))
    return "\n\n".join(paragraphs)


def quote(text: str) -> str:
    """Return `text` as a block quote that keeps its paragraphs and line breaks."""
    return "\n".join(f"> {line}" if line else ">" for line in block(text).split("\n"))
