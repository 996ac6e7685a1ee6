"""Doubts about style: a rubric can be used with them, its readers would be better off without."""

from __future__ import annotations

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import ceil

from ngo_assist.messages import msg
from ngo_assist.rubric.check_ladders import shortest
from ngo_assist.rubric.findings import Findings
from ngo_assist.rubric.source_file import Part, languages
from ngo_assist.rubric.texts import Words, words_of, words_of_dimension

LONGEST = {"question": 160, "alone": 160, "level": 130, "title": 80}
"""Characters that an 80×24 screen shows beside what else is on it."""

ALIKE = 0.9
"""The share of a text from which two read as the same; levels may differ by one telling word."""

_SHARED = 0.7
_WORD = re.compile(r"\w+")
_DUTY_REACH = 2


def check_style(header: Part | None, dimensions: Sequence[Part], findings: Findings) -> None:
    """Check what does not keep a rubric from being used."""
    declared = languages(header.table) if header else ()
    for words in words_of(header, dimensions):
        _check_length(words, findings)
        _check_translated(words, declared, findings)
        _check_as_many(words, findings)
    practices = [practice for dimension in dimensions for practice in dimension.parts("practices")]
    for practice in practices:
        _check_levels_alike(practice, findings)
        _check_reach(practice, header, findings)
        _check_unconnected(practice, findings)
    _check_titles_alike(dimensions, declared, findings)
    if header and practices and not any(practice.flag("quick") for practice in practices):
        findings.warning(
            header,
            "dimensions",
            what=msg("no practice is in quick mode"),
            allowed=msg("quick = true in some of the practices"),
        )


def _check_length(words: Words, findings: Findings) -> None:
    longest = LONGEST.get(words.kind)
    if longest is None or (words.kind == "title" and words.path[0] == "sources"):
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


def _check_translated(words: Words, declared: Sequence[str], findings: Findings) -> None:
    """A text of several words that is the same in two languages was most likely left untranslated."""
    first: dict[str, str] = {}
    for path, language, text in words.texts():
        if len(_WORD.findall(text)) < 4:
            continue
        other = first.setdefault(text.casefold(), language)
        if other != language:
            what = msg("the text is the same as in the language {other}", other=other)
            findings.warning(words, *path, what=what, found=text)


def _check_as_many(words: Words, findings: Findings) -> None:
    counts = words.counts() if words.kind == "steps" else {}
    if len(set(counts.values())) > 1:
        findings.warning(
            words,
            what=msg("the languages have different numbers of steps"),
            found=", ".join(f"{language}: {count}" for language, count in counts.items()),
            allowed=msg("the same number in each"),
        )


def _check_levels_alike(practice: Part, findings: Findings) -> None:
    levels = practice.parts("levels")
    told: set[tuple[int, int]] = set()
    for language in dict.fromkeys(language for level in levels for language in level.table):
        texts = [(level, level.text(language) or "") for level in levels]
        for (lower, one), (upper, two) in combinations(texts, 2):
            pair = (int(lower.path[-1]), int(upper.path[-1]))
            if pair not in told and one and two and _alike(one, two):
                told.add(pair)
                findings.warning(
                    upper,
                    language,
                    what=msg("this level reads nearly like level {level}", level=pair[0]),
                    found=two,
                )


def _check_titles_alike(dimensions: Sequence[Part], declared: Sequence[str], findings: Findings) -> None:
    titles = [
        (words, text)
        for dimension in dimensions
        for words in words_of_dimension(dimension)
        if words.kind == "title" and words.path[-2:-1] != () and "actions" in words.path
        for _, language, text in words.texts()
        if declared and language == declared[0]
    ]
    for (words, text), (other, _) in _nearly_alike(titles):
        findings.warning(
            words,
            declared[0],
            what=msg("this title reads nearly like that of {other}", other=_action_id(other)),
            found=text,
        )


def _nearly_alike(
    titles: Sequence[tuple[Words, str]],
) -> Iterator[tuple[tuple[Words, str], tuple[Words, str]]]:
    """Yield each title that is alike to an earlier one, with the first such.

    Two titles that share most of their words share one of their rarest; only these are looked up, so that
    thousands of titles take no time (prefix filtering: Chaudhuri et al. 2006).
    """
    tokens = [frozenset(_WORD.findall(text.casefold())) for _, text in titles]
    counts = Counter(token for bag in tokens for token in bag)
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, bag in enumerate(tokens):
        rarest = sorted(bag, key=lambda token: (counts[token], token))
        rarest = rarest[: len(bag) - ceil(_SHARED * len(bag)) + 1]
        found = next(
            (
                earlier
                for earlier in dict.fromkeys(e for token in rarest for e in index[token])
                if _shared(bag, tokens[earlier]) >= _SHARED and _same(titles[number][1], titles[earlier][1])
            ),
            None,
        )
        if found is not None:
            yield titles[number], titles[found]
            continue
        for token in rarest:
            index[token].append(number)


def _alike(one: str, two: str) -> bool:
    bags = frozenset(_WORD.findall(one.casefold())), frozenset(_WORD.findall(two.casefold()))
    return _shared(*bags) >= _SHARED and _same(one, two)


def _shared(one: frozenset[str], two: frozenset[str]) -> float:
    return len(one & two) / len(one | two) if one and two else 0.0


def _same(one: str, two: str) -> bool:
    one, two = one.casefold(), two.casefold()
    if one == two:
        return True
    if re.sub(r"\d", "", one) == re.sub(r"\d", "", two):
        return False  # "once in 3 months" and "once in 12 months" are told apart at once
    matcher = difflib.SequenceMatcher(None, one, two, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


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


def _action_id(words: Words) -> str:
    actions = words.path[:-1]
    value: object = words.source.table
    for step in actions:
        value = value[step]  # type: ignore[index]
    return str(value.get("id", "?")) if isinstance(value, dict) else "?"
