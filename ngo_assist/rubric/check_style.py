"""Doubts about style: a rubric can be used with them, its readers would be better off without."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ngo_assist.messages import msg
from ngo_assist.rubric.check_alike import check_alike
from ngo_assist.rubric.check_glossary import Glossary
from ngo_assist.rubric.check_ladders import shortest
from ngo_assist.rubric.check_languages import check_languages
from ngo_assist.rubric.check_lengths import check_lengths, check_room
from ngo_assist.rubric.check_promises import check_promises
from ngo_assist.rubric.findings import Findings
from ngo_assist.rubric.source_file import Part, Path, languages
from ngo_assist.rubric.texts import Words, words_of

_WORD = re.compile(r"\w+")
_DUTY_REACH = 2


def check_style(header: Part | None, dimensions: Sequence[Part], findings: Findings) -> None:
    """Check what does not keep a rubric from being used."""
    declared = languages(header.table) if header else ()
    glossary = Glossary(header)
    for words in words_of(header, dimensions):
        check_lengths(words, findings)
        untranslated = _check_translated(words, findings)
        check_languages(words, untranslated, findings)
        check_promises(words, findings)
        glossary.check(words, findings)
        _check_as_many(words, findings)
    practices = [practice for dimension in dimensions for practice in dimension.parts("practices")]
    for practice in practices:
        check_room(practice, header, declared, findings)
        _check_reach(practice, header, findings)
        _check_unconnected(practice, findings)
    check_alike(practices, declared, findings)
    if header and practices and not any(practice.flag("quick") for practice in practices):
        findings.warning(
            header,
            "dimensions",
            what=msg("no practice is in quick mode"),
            allowed=msg("quick = true in some of the practices"),
        )


def _check_translated(words: Words, findings: Findings) -> set[Path]:
    """Tell and return the texts of several words that are the same in two languages.

    They were most likely left untranslated.
    """
    first: dict[str, str] = {}
    untranslated: set[Path] = set()
    for path, language, text in words.texts():
        if len(_WORD.findall(text)) < 4:
            continue
        other = first.setdefault(text.casefold(), language)
        if other != language:
            what = msg("the text is the same as in the language {other}", other=other)
            findings.warning(words, *path, what=what, found=text)
            untranslated.add(path)
    return untranslated


def _check_as_many(words: Words, findings: Findings) -> None:
    counts = words.counts() if words.kind == "steps" else {}
    if len(set(counts.values())) > 1:
        findings.warning(
            words,
            what=msg("the languages have different numbers of steps"),
            found=", ".join(f"{language}: {count}" for language, count in counts.items()),
            allowed=msg("the same number in each"),
        )


def _check_reach(practice: Part, header: Part | None, findings: Findings) -> None:
    levels = header.count("levels") if header else None
    if practice.text("duty") is None or header is None or levels is None:
        return
    working_from = header.whole("working_from")
    goal = max(1, levels - 2) if working_from is None else working_from
    steps = [(action.whole("from"), action.whole("to")) for action in practice.parts("actions")]
    ladder = [
        (first, last) for first, last in steps if first is not None and last is not None and first < last
    ]
    taken = shortest(ladder, goal)
    if taken is not None and taken > _DUTY_REACH:
        findings.warning(
            practice,
            "actions",
            what=msg("a legal duty takes many actions from level 0 to level {level}", level=goal),
            found=taken,
            allowed=msg("{most} or less", most=_DUTY_REACH),
        )


def _check_unconnected(practice: Part, findings: Findings) -> None:
    actions = practice.parts("actions")
    grave = practice.flag("foundation") or practice.text("duty") is not None
    if grave and actions and not any(a.table.get("connectivity", "none") == "none" for a in actions):
        findings.warning(
            practice,
            "actions",
            what=msg("a foundation or a duty has no action that can be done without a connection"),
            allowed=msg("at least one with connectivity = {value}", value='"none"'),
        )
