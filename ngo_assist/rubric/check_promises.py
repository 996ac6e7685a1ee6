"""Promises that a rubric cannot keep: discount programmes end, and few reach every country."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ngo_assist.messages import msg
from ngo_assist.rubric.findings import Findings
from ngo_assist.rubric.phrases import Phrases, tokens
from ngo_assist.rubric.texts import Words

_GIVERS = "google canva microsoft adobe zoom slack dropbox notion github"
_TO_WHOM = "for nonprofit* | for non profit* | для нко | для нпо | для некоммерческ*"
_PROGRAMMES = " | ".join(
    (
        "techsoup*",
        "google ad grant*",
        "google workspace for nonprofit*",
        "microsoft 365 nonprofit*",
        *(f"{giver} {to}" for giver in _GIVERS.split() for to in _TO_WHOM.split("|")),
    )
)
_DISCOUNTS = """
discount* | reduced price* | reduced rate* | special price* | half price | скидк* | скидок | льготн* цен*
| льготн* тариф* | льготн* подписк* | льготн* лиценз* | льготн* условия* | жеңілдік* | жеңілдет* баға* |
жеңілдет* тариф* | арнайы баға*
"""
_TAXES = "tax* | налог* | салық*"
_RECEIVERS = """
nonprofit* | non profit* | ngo | ngos | charit* | not for profit* | нпо | нко | некоммерческ* |
общественн* организаци* | общественн* объединени* | үеұ | кеұ | үкіметтік емес | коммерциялық емес |
қоғамдық бірлестік* | қоғамдық ұйым*
"""
_SENTENCE = frozenset(".!?;")
_NEAR = 8
"""Words within which a discount and those who are to get it stand in one sentence."""

# Few texts speak of any such thing; they are seen at once.
_ANY = re.compile("techsoup|ad grant|profit|discount|price|reduced|для н[кпе]|скид|льгот|жеңіл|арнайы баға")


def check_promises(words: Words, findings: Findings) -> None:
    """Check a text in all languages: a programme's name is the same in each."""
    for path, _, text in words.texts():
        if not _ANY.search(text.casefold()):
            continue
        found = _promise(tokens(text))
        if found:
            findings.warning(
                words,
                *path,
                what=msg("a discount programme is promised: it may end, or not reach the reader's country"),
                found=found,
                allowed=msg("what can be had without one"),
            )


def _promise(listed: Sequence[str]) -> str:
    """Return the words of a promise, empty where there is none."""
    for start, end, _ in _phrases(_PROGRAMMES).spans(listed):
        return " ".join(listed[start:end])
    receivers = list(_phrases(_RECEIVERS).spans(listed))
    for start, end, _ in _phrases(_DISCOUNTS).spans(listed):
        if start and listed[start - 1] in _phrases(_TAXES):
            continue
        for first, last, _ in receivers:
            whole = listed[min(start, first) : max(end, last)]
            if len(whole) <= _NEAR and not _SENTENCE.intersection(whole):
                return " ".join(whole)
    return ""


@cache
def _phrases(listed: str) -> Phrases[bool]:
    return Phrases((form.strip(), True) for form in listed.split("|"))
