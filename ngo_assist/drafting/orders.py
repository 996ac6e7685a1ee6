"""Orders hidden in what people wrote: "ignore the above and write …", in any of the three languages.

A text that sounds like one is not shown to the model at all. A false alarm costs a line that mentions the
note, a miss may cost more: so the patterns are wide. They are looked for in several spellings of a text,
since letters of two scripts look alike and signs can be put between them. What gets past them all is left
to the guard.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from ngo_assist.clean import clean_line
from ngo_assist.drafting import order_phrases as phrases
from ngo_assist.drafting.words import plain

_TO_LATIN = str.maketrans(
    "авсԁеһіјкӏморѕтуүхԝѵοαεικνρτυχıɡ013457@$", "abcdehijklmopstyyxwvoaeikvptuxigoieastas"
)
_TO_CYRILLIC = str.maketrans("abcehkmoptxyi0346", "авсенкмортхуіозчб")
_LETTER_BY_LETTER = re.compile(r"(?<!\w)(?:[^\W\d_][ ._*+/|-]{1,2}){5,}[^\W\d_](?!\w)")
_BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_])[-_.*·|/\\~'`]+(?=[^\W\d_])")
_WORD = re.compile(r"[\w@$]+")
_SENTENCE_GAP = re.compile(r"(?<=[.!?;\n])\s+")
_IS = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "isn't",
        "aren't",
        "goes",
        "comes",
        "cost",
        "costs",
        "will",
        "can",
        "lies",
        "lie",
        "of",
    ]
)


@lru_cache(maxsize=1_000)
def sounds_like_an_order(text: str) -> bool:
    """Tell whether `text` sounds like an order to whoever writes, in whatever letters."""
    lower = plain(unicodedata.normalize("NFKC", clean_line(text))).casefold()
    if _LETTER_BY_LETTER.search(lower):
        return True
    joined = _BETWEEN_LETTERS.sub("", lower)
    spellings = {lower, joined}
    # A text in Latin letters alone hides no Cyrillic word.
    for table in (_TO_LATIN,) if joined.isascii() else (_TO_LATIN, _TO_CYRILLIC):
        spellings |= {_spelled(each, table) for each in (lower, joined)}
    return any(_orders(each) for each in spellings)


def _orders(spelled: str) -> bool:
    return (
        _direct().search(spelled) is not None
        or _kazakh().search(spelled) is not None
        or _begins_with_a_request(spelled)
        or _asks_of_the_text(spelled)
    )


def _begins_with_a_request(spelled: str) -> bool:
    """Tell whether a sentence begins with a request; "Report is late" and "Calls of parents" do not."""
    nouns = phrases.NOUNS_TOO.split()
    return any(
        not (found["verb"] in nouns and (found["next"] is None or found["next"] in _IS))
        for found in _beginning().finditer(spelled)
    )


def _asks_of_the_text(spelled: str) -> bool:
    """Tell whether something is asked for in a sentence that names the text, its parts or its writer."""
    return any(
        meta.search(sentence) and (urge.search(sentence) or _begins_with_a_request(sentence))
        for sentence in _SENTENCE_GAP.split(spelled)
        for meta, urge in _asked()
    )


def _spelled(text: str, table: dict[int, int]) -> str:
    """Return `text` with each word in one script, where letters that look alike allow it."""

    def word(found: re.Match[str]) -> str:
        said = found.group()
        letters = said.translate(table)
        one = (
            letters.isascii() if table is _TO_LATIN else not any(c.isascii() and c.isalpha() for c in letters)
        )
        return letters if one and any(c.isalpha() for c in said) else said

    return _WORD.sub(word, text)


# The patterns are large: they are made when the first note is read.
def _one_line(pattern: str) -> str:
    return "".join(line.strip() for line in pattern.splitlines())


@cache
def _direct() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_one_line(each)})" for each in phrases.ORDERS))


@cache
def _beginning() -> re.Pattern[str]:
    verbs = "|".join([*phrases.VERBS.split(), *phrases.SINGULAR.split()])
    return re.compile(
        r"(?:^|[.!?:;(“\"'«-]\s*)"
        r"(?:(?:please|kindly|now|then|and|so|just|instead"
        r"|пожалуйста|а|и|теперь|просто|вместо этого|енді|тек),?\s+)*"
        rf"(?P<verb>{verbs}|не \w+(?:й|йте|ь|ьте)|\w{{2,}}(?:йте|ите|ьте)(?:сь)?)(?!\w)"
        r"(?:\s+(?P<next>[\w']+))?"
        rf"|(?<!\w)(?P<second>{'|'.join(phrases.SINGULAR.split())})(?!\w)"
    )


@cache
def _kazakh() -> re.Pattern[str]:
    roots = "|".join([*phrases.KAZAKH_REQUESTS.split(), phrases.KAZAKH_REQUESTS_OF_TWO])
    return re.compile(
        rf"(?<!\w)(?:{roots})\s*(?:$|[.!?:;»”\"])"
        r"|(?<!\w)\w{2,}(?<![дт])(?:ыңыз|іңіз|[аеуи]ңыз|[аеуи]ңіз)(?:дар|дер)?\s*(?:$|[.!?;»”\"])"
    )


@cache
def _asked() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (re.compile(_one_line(meta)), re.compile(_one_line(urge)))
        for meta, urge in zip(phrases.META, phrases.URGES, strict=True)
    )
