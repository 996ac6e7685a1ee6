"""Texts that are too long for their place on a screen of 80 columns and 24 lines, or to be read at once.

The numbers are those of the screens in `ngo_assist.tui`, which this layer cannot see; a test compares them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ngo_assist.messages import Message, msg
from ngo_assist.rubric.findings import Findings
from ngo_assist.rubric.source_file import Part
from ngo_assist.rubric.texts import Words

LONGEST = {
    # The interview: three lines of a question, three of a level beside its name.
    "question": 160,
    "alone": 160,
    "level": 130,
    # The interview's first line, beside the marks of ten dimensions and "45 of 45".
    "dimension": 42,
    # The column of names in the results; two lines of it in the interview.
    "name": 24,
    # The box of F3 (70 columns, 11 lines for both, four of them for the sources): four lines and three.
    "why": 280,
    "evidence": 210,
    # The list of the plan: a title in two lines, with the line of what it takes under it.
    "title": 80,
    # One action (71 columns, 15 lines): five steps of two lines and their label are seen at once.
    "first_step": 140,
    "steps": 140,
    "indicator": 140,
    "risk": 140,
    # The plan's list and the box of the letter (70 columns): two lines.
    "addressee": 140,
}
"""Characters by the kind of text; "dimension" is a dimension's title."""

INTERVIEW_LINES = 16
"""Lines for a question and its levels where the keys take three lines: with every key on it, in Russian."""

QUESTION_COLUMNS = 74
LEVEL_COLUMNS = 62
"""Columns for the name of a level and its text, with the two between them going off."""

NAME_COLUMNS = 18
"""The most of them that a name takes; a longer one goes on in the next line."""

# Letters of one column each, Latin to Armenian; others are measured one by one.
_PLAIN = re.compile("[\u0020-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027]*")

MOST_WORDS = 85
"""Words of a question and its levels: about 70 are read and answered in 40 seconds."""


def check_lengths(words: Words, findings: Findings) -> None:
    """Check a text by itself."""
    longest = LONGEST.get(_kind(words))
    if longest is None:
        return
    for path, _, text in words.texts():
        if len(text) > longest:
            findings.warning(
                words,
                *path,
                what=msg("the text is long for a small screen"),
                found=f"{len(text)}: {text}",
                allowed=msg("{most} characters or less", most=longest),
            )


def check_room(practice: Part, header: Part | None, declared: Sequence[str], findings: Findings) -> None:
    """Check a practice as it is asked; `header` names the levels."""
    lines: dict[str, int] = {}
    words: dict[str, int] = {}
    for language in declared:
        questions = [_said(practice.part(field), language) for field in ("question", "alone")]
        levels = [level.text(language) or "" for level in practice.parts("levels")]
        if not questions[0] or not all(levels):
            continue  # what is missing is told elsewhere
        words[language] = max(len(text.split()) for text in questions) + sum(len(t.split()) for t in levels)
        called = [_said(level.part("name"), language) for level in header.parts("levels")] if header else []
        lines[language] = interview_lines(questions, levels, called)
    _tell(
        practice,
        {language: count for language, count in lines.items() if count > INTERVIEW_LINES},
        msg("the question and its levels are not seen at once on a small screen"),
        msg("{most} lines or less", most=INTERVIEW_LINES),
        findings,
    )
    _tell(
        practice,
        {language: count for language, count in words.items() if count > MOST_WORDS},
        msg("the question and its levels are many words to read at once"),
        msg("{most} words or less", most=MOST_WORDS),
        findings,
    )


def interview_lines(questions: Sequence[str], levels: Sequence[str], names: Sequence[str]) -> int:
    """Return the lines that the longest of `questions` and all `levels` take in the interview."""
    column = min(max(map(_columns, names), default=0), NAME_COLUMNS)
    named = dict(enumerate(names))
    return max(lines_of(text, QUESTION_COLUMNS) for text in questions) + sum(
        max(lines_of(text, LEVEL_COLUMNS - column), lines_of(named.get(place, ""), max(1, column)))
        for place, text in enumerate(levels)
    )


def lines_of(text: str, columns: int) -> int:
    """Return the lines that `text` takes where a line holds so many columns; long words are broken."""
    lines, used = 1, 0
    width_of = len if _PLAIN.fullmatch(text) else _columns
    for word in text.split():
        width = width_of(word)
        if used and used + 1 + width <= columns:
            used += 1 + width
            continue
        lines += (1 if used else 0) + (width - 1) // columns
        used = width - (width - 1) // columns * columns
    return lines


def _columns(text: str) -> int:
    return sum(_wide(letter) for letter in text)


def _wide(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _kind(words: Words) -> str:
    if words.kind != "title":
        return words.kind
    if words.path == ("title",):
        return "dimension" if words.source.table.get("practices") is not None else "title"
    # A source stands in small letters under the texts, as long as it is.
    return "" if words.path[0] == "sources" else "title"


def _said(part: Part | None, language: str) -> str:
    return (part.text(language) if part else None) or ""


def _tell(practice: Part, found: dict[str, int], what: Message, allowed: Message, findings: Findings) -> None:
    if found:
        shown = ", ".join(f"{language}: {count}" for language, count in found.items())
        findings.warning(practice, what=what, found=shown, allowed=allowed)
