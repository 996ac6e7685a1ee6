"""The texts: every language there, in its script, without hidden characters, with known placeholders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import Formatter

from ngo_assist.messages import Message, msg
from ngo_assist.rubric.findings import Findings, did_you_mean, one_of, undeclared
from ngo_assist.rubric.scripts import (
    control_characters,
    in_script,
    lone_twins,
    look_alikes,
    mixed_words,
    scripts_of,
)
from ngo_assist.rubric.source_file import Part, languages, strings
from ngo_assist.rubric.texts import Words, words_of

PLACEHOLDERS = ("organisation", "region", "settlement", "people", "mission")
"""What an ask's text may hold in braces."""

STEPS = range(2, 6)
"""How many steps an action may have."""

_CYRILLIC = frozenset({"CYRILLIC"})
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_CODE = re.compile(r"^[a-z]{2,3}([_-][A-Za-z]{2,4})?$")


def check_words(header: Part | None, dimensions: Sequence[Part], findings: Findings) -> None:
    """Check all texts; without a header nobody knows the languages, so these are then left out."""
    declared = (
        tuple(language for language in languages(header.table) if _CODE.match(language)) if header else ()
    )
    for words in words_of(header, dimensions):
        if declared:
            _check_languages(words, declared, findings)
        if words.kind == "steps":
            _check_steps(words, findings)
        for path, language, text in words.texts():
            _check_text(words, path, language, text, findings)
        if words.kind == "text":
            _check_placeholders(words, findings)
    for part in (*((header,) if header else ()), *dimensions):
        for path, text in strings(part.table):
            _check_control(part, path, text, findings)


def _check_languages(words: Words, declared: Sequence[str], findings: Findings) -> None:
    for language in declared:
        if language not in words.table:
            findings.error(
                words,
                language,
                what=msg("the text is missing in this language"),
                found=", ".join(map(str, words.table)) or "{ }",
                allowed=one_of(declared),
            )
    for language in words.table:
        if language not in declared and _CODE.match(language):
            undeclared(findings, words, (language,), declared)


def _check_steps(words: Words, findings: Findings) -> None:
    for language, count in words.counts().items():
        if count not in STEPS:
            what = msg("an action has 2 to 5 steps")
            allowed = msg("{least} to {most}", least=STEPS[0], most=STEPS[-1])
            findings.error(words, language, what=what, found=count, allowed=allowed)


def _check_text(
    words: Words, path: tuple[str | int, ...], language: str, text: str, findings: Findings
) -> None:
    if not text.strip():
        findings.error(words, *path, what=msg("the text is empty"), found='""')
        return
    if not any(letter.isalpha() for letter in text):
        findings.error(words, *path, what=msg("there is not a single letter in the text"), found=text)
        return
    scripts = scripts_of(language)
    # A placeholder's name is Latin in every language; what is put there later is not.
    own = _PLACEHOLDER.sub("", text) if words.kind == "text" else text
    if scripts and not in_script(own, scripts):
        findings.error(
            words,
            *path,
            what=msg("the text is not written in the script of its language"),
            found=text,
            allowed=_script_name(scripts),
        )
        return
    for word in (*mixed_words(text), *(lone_twins(text) if scripts == _CYRILLIC else ())):
        findings.error(
            words,
            *path,
            what=msg(
                "letters of two alphabets that look alike stand in one word or beside it: {letters}",
                letters=", ".join(
                    f"{letter} (U+{ord(letter):04X})" for letter in dict.fromkeys(look_alikes(word))
                ),
            ),
            found=word,
            allowed=msg("all letters of one alphabet"),
        )


def _check_control(part: Part, path: tuple[str | int, ...], text: str, findings: Findings) -> None:
    lines = path[:1] == ("asks",) and "text" in path
    hidden = control_characters(text, lines=lines)
    if hidden:
        findings.error(
            part,
            *path,
            what=msg("there are control characters in the text"),
            found=", ".join(dict.fromkeys(hidden)),
            allowed=msg("letters, digits, punctuation and spaces"),
        )


def _check_placeholders(words: Words, findings: Findings) -> None:
    for path, _, text in words.texts():
        try:
            fields = list(Formatter().parse(text))
        except ValueError:
            findings.error(
                words,
                *path,
                what=msg("a brace is opened or closed alone"),
                found=text,
                allowed=_placeholders(),
            )
            continue
        for _, name, form, conversion in fields:
            if name is None or (name in PLACEHOLDERS and not form and not conversion):
                continue
            findings.error(
                words,
                *path,
                what=msg("this placeholder is unknown"),
                found="{"
                + name
                + (f"!{conversion}" if conversion else "")
                + (f":{form}" if form else "")
                + "}",
                allowed=_placeholders(),
                hint=did_you_mean(name, PLACEHOLDERS),
            )


def _placeholders() -> Message:
    return one_of(["{" + name + "}" for name in PLACEHOLDERS])


def _script_name(scripts: frozenset[str]) -> Message:
    known = {
        frozenset({"LATIN"}): msg("Latin letters"),
        _CYRILLIC: msg("Cyrillic letters; names of products may be Latin"),
    }
    return known.get(scripts) or Message("{names}", {"names": ", ".join(sorted(scripts)).title()})
