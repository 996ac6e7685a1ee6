"""The glossary: what its entries have to be, and whether the texts keep to it.

An entry names one thing in several languages. Where a text uses a form of it in the rubric's first language,
its other languages use one of theirs; words to avoid stand nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ngo_assist.messages import msg
from ngo_assist.rubric.findings import Findings, one_of, undeclared
from ngo_assist.rubric.phrases import QUOTED, Phrases, tokens
from ngo_assist.rubric.scripts import mixed_words
from ngo_assist.rubric.source_file import Part, languages
from ngo_assist.rubric.texts import Words

_Forms = tuple[str, ...]
_AVOID = "avoid"


class _Language(NamedTuple):
    forms: list[_Forms]
    """Of each entry, as they are written."""
    good: Phrases[int]
    bad: Phrases[int]


def check_terms(header: Part, findings: Findings) -> None:
    """Check the entries themselves; a form that can never be found would make each text a doubt."""
    declared = languages(header.table)
    for term in header.parts("glossary"):
        avoid = term.part(_AVOID)
        own = [name for name in term.table if name != _AVOID]
        for part in (term, avoid):
            for name in part.table if part else ():
                if part and (part is avoid or name != _AVOID):
                    _check_forms(part, name, declared, findings)
        if not own and not (avoid and avoid.table):
            findings.error(
                term,
                what=msg("this entry of the glossary says nothing"),
                allowed=msg("forms, words to avoid, or both"),
            )
        elif own and declared and declared[0] not in own:
            findings.error(
                term,
                declared[0],
                what=msg("the term is missing in the rubric's first language"),
                found=", ".join(own),
                allowed=one_of(declared),
            )


def _check_forms(part: Part, language: str, declared: Sequence[str], findings: Findings) -> None:
    if declared and language not in declared:
        undeclared(findings, part, (language,), declared)
    seen: set[str] = set()
    for place, form in part.strings(language):
        if form in seen:
            findings.error(part, language, place, what=msg("this is listed twice"), found=form)
        seen.add(form)
        for word in mixed_words(form):
            findings.error(
                part,
                language,
                place,
                what=msg("letters of two alphabets stand in one word"),
                found=word,
                allowed=msg("all letters of one alphabet"),
            )


class Glossary:
    """The entries of a header, ready to be looked for."""

    def __init__(self, header: Part | None) -> None:
        terms = header.parts("glossary") if header else []
        declared = languages(header.table) if header else ()
        self._first = declared[0] if declared else ""
        self._languages: dict[str, _Language] = {}
        for language in declared if terms else ():
            forms = [_forms(term, language) for term in terms]
            avoid = [_forms(term.part(_AVOID), language) for term in terms]
            self._languages[language] = _Language(forms, _phrases(forms), _phrases(avoid))

    def check(self, words: Words, findings: Findings) -> None:
        """Check one text in all its languages."""
        used: set[int] = set()
        for code, (forms, good, bad) in self._languages.items():
            text = _text(words, code)
            listed = tokens(text)
            there = good.in_(listed)
            if code == self._first:
                used = there
            for term in sorted(used - there) if listed else ():
                if forms[term]:
                    name = self._languages[self._first].forms[term][0]
                    findings.warning(
                        words,
                        code,
                        what=msg("a term of the glossary is not used here: {term}", term=name),
                        found=text,
                        allowed=one_of(forms[term]),
                    )
            if bad.in_(listed):
                self._check_avoided(words, code, tokens(QUOTED.sub(".", text)), findings)

    def _check_avoided(self, words: Words, code: str, listed: Sequence[str], findings: Findings) -> None:
        forms, good, bad = self._languages[code]
        # A word to avoid may be a part of the right phrase: "мүгедектігі бар адам".
        right = list(good.spans(listed))
        for start, end, term in bad.spans(listed):
            if not any(same == term and first <= start and end <= last for first, last, same in right):
                findings.warning(
                    words,
                    code,
                    what=msg("this word is to be avoided"),
                    found=" ".join(listed[start:end]),
                    allowed=one_of(forms[term]) if forms[term] else None,
                )


def _forms(part: Part | None, language: str) -> _Forms:
    return tuple(form for _, form in part.strings(language)) if part else ()


def _phrases(forms: Sequence[_Forms]) -> Phrases[int]:
    return Phrases((form, place) for place, listed in enumerate(forms) for form in listed)


def _text(words: Words, language: str) -> str:
    value = words.table.get(language)
    listed = [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else []
    return " ".join(text for text in listed if isinstance(text, str))
