"""The guard's checks of form and of what is new. Each returns what it objects to, or None."""

from __future__ import annotations

import re
import unicodedata

from ngo_assist.drafting import phrases, words
from ngo_assist.drafting.guard_case import Case
from ngo_assist.drafting.instructions import Field
from ngo_assist.drafting.numbers import Token, numbers, tokens
from ngo_assist.drafting.script import KAZAKH_ONLY, SIGNS, foreign_words

LENGTHS: dict[Field, tuple[int, int]] = {
    "why_here": (30, 320),
    "first_step": (15, 240),
    "summary": (40, 480),
}
"""Characters, at least and at most."""
SENTENCES: dict[Field, int] = {"why_here": 3, "first_step": 2, "summary": 4}

RUN_MOST = 8
"""So many words in a row out of one source are a copy."""
RUN_SHARE = 0.7
COPY_SHARE = 0.85
"""So large a share of a text standing in one source in the same order is a copy with gaps."""
KEPT_RUN_MOST = 8
KEPT_SHARE = 0.75

COUNTED_WITHIN = 3
"""So many words behind a number stands what it counts."""
_PARTICLES = frozenset(["of", "the", "a", "an", "and", "your", "из", "и"])

_MARKUP = re.compile(
    r"[<>{}\[\]|\\`*_#~^=$@]|&\w+;|&#|(?:^|\s)[-+•‣]\s|^\s*\d+[.)]\s|[:;]-?[)(DP](?:\s|$)|--|\.{3,}|!!|\?\?"
)
_ADDRESS = re.compile(
    r"@|https?:|www\.|\w\.(?:kz|ru|com|org|net|info|io|edu|gov|me|uk|de|app|қаз|рф)\b"
    r"|\b\w+\.\w{2,}/|\+\s?\d[\d ()-]{5,}"
    r"|(?<!\d)\d[\d ()-]{7,}\d(?!\d)"
    r"|\b(?:\d{1,3}\.){3}\d{1,3}\b"
)
_SENTENCE_ENDS = re.compile(r"[.!…][\"”»’')]?$")
_OPENINGS = frozenset("“\"'«‘„(")


def empty(case: Case) -> str | None:
    return "nothing was written" if not case.words else None


def control(case: Case) -> str | None:
    for c in case.text:
        if unicodedata.category(c) in {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}:
            return f"U+{ord(c):04X}"
    return None


def markup(case: Case) -> str | None:
    found = _MARKUP.search(case.text)
    if found and not (found.group() == "@" and case.source.card_lower.count("@")):
        return found.group().strip()
    pairs = (("“", "”"), ("«", "»"), ("(", ")"))
    if any(case.text.count(a) != case.text.count(b) for a, b in pairs) or case.text.count('"') % 2:
        return "quotes or brackets not closed"
    return None


def script(case: Case) -> str | None:
    """Letters of another script, words of mixed script, and signs no sentence needs."""
    allowed = case.source.card.forms | frozenset(words.words(case.brief.name))
    strange = foreign_words(case.text, case.language, allowed)
    if strange:
        return strange[0]
    return next((c for c in case.text if not c.isalnum() and not c.isspace() and c not in SIGNS), None)


def language(case: Case) -> str | None:
    """The right letters, yet another language."""
    unknown = [word for word in case.words if word not in case.source.card.forms]
    pattern = phrases.FOREIGN.get(case.language)
    if pattern:
        # "на" may stand in a card's own sentence, for example in a name.
        for found in pattern.finditer(case.lower):
            if found.group() not in case.source.card.forms:
                return found.group()
    if case.language == "ru" and (strange := next((w for w in unknown if set(w) & KAZAKH_ONLY), None)):
        return strange
    if case.language == "kk" and len(case.words) >= 4 and not set(case.lower) & KAZAKH_ONLY:
        return "no Kazakh letter"
    if case.language == "en" and len(case.words) >= 5:
        everyday = sum(case.everyday(word) for word in case.words)
        if everyday < len(case.words) / 6:
            return "too few English words"
    return None


def length(case: Case) -> str | None:
    least, most = LENGTHS[case.brief.field]
    if not least <= len(case.text) <= most:
        return f"{len(case.text)} characters, allowed are {least} to {most}"
    count = len(re.findall(r"[.!?…](?:\s|$)", case.text))
    return f"{count} sentences" if count > SENTENCES[case.brief.field] else None


def sentence_end(case: Case) -> str | None:
    if not _SENTENCE_ENDS.search(case.text):
        return case.text[-10:]
    if "?" in case.text:
        return "a question"
    first = case.text.lstrip("".join(_OPENINGS))[:1]
    return f"begins with “{first}”" if not (first.isupper() or first.isdigit()) else None


def repeat(case: Case) -> str | None:
    """The same within the text, or again what another action already says."""
    stems = [words.stem(word, case.language) for word in case.words]
    for size in (5, 4, 3):
        seen: set[tuple[str, ...]] = set()
        for i in range(len(stems) - size + 1):
            gram = tuple(stems[i : i + size])
            if gram in seen and any(not case.everyday(word) for word in case.words[i : i + size]):
                return " ".join(case.words[i : i + size])
            seen.add(gram)
    for one, other in zip(case.words, case.words[1:], strict=False):
        if one == other:
            return one
    telling = [word for word in case.words if not case.everyday(word)]
    if len(telling) >= 4 and len({words.stem(w, case.language) for w in telling}) <= len(telling) / 2:
        return "few words over and over"
    if len(stems) >= 9 and len(set(stems)) < 0.55 * len(stems):
        return "few words over and over"
    for other_text in case.kept:
        others = words.words(other_text)
        run = words.longest_run(case.words, others)
        if run >= KEPT_RUN_MOST or words.in_order(case.words, others) > KEPT_SHARE * len(case.words):
            return "another action says it"
    return None


def self_talk(case: Case) -> str | None:
    """A voice that is not the plan's: of a model, or of somebody called "I" or "we"."""
    pattern = phrases.SELF.get(case.language)
    found = pattern.search(case.lower) if pattern else None
    return found.group() if found else None


def obeyed(case: Case) -> str | None:
    """Anything out of a note that gives orders: the model was not shown it."""
    for text in case.brief.held_back:
        held = words.words(text)
        for word in held:
            fresh = not case.everyday(word) and word not in case.source.card
            if fresh and any(case.same(word, other) for other in case.words):
                return word
        run = words.longest_run(case.words, held)
        if run >= 5 or (run >= 3 and run > RUN_SHARE * len(case.words)):
            return "words of an order in a note"
    return None


def new_address(case: Case) -> str | None:
    """An e-mail, site or telephone number that the rubric does not name, a person's own note included."""
    for found in _ADDRESS.finditer(case.lower):
        place = next((w for w in case.lower.split() if found.group().strip() in w), found.group()).strip(
            ".,;:()“”«»"
        )
        if place not in case.source.card_lower:
            return place
    return None


def _unheard(pattern: re.Pattern[str] | None, case: Case, where: str) -> str | None:
    if pattern is None:
        return None
    heard = {found.group() for found in pattern.finditer(where)}
    for found in pattern.finditer(case.lower):
        said = found.group()
        if said not in heard and not any(
            case.same(said, other) for other in heard if " " not in said and " " not in other
        ):
            return said
    return None


def new_law(case: Case) -> str | None:
    return _unheard(phrases.LAW.get(case.language), case, case.source.card_lower)


def new_date(case: Case) -> str | None:
    """A day, month or season, or how often or how long, that the brief does not hold."""
    return _unheard(phrases.DATE.get(case.language), case, case.source.lower) or _unheard(
        phrases.FREQUENCY.get(case.language), case, case.source.lower
    )


def new_number(case: Case) -> str | None:
    return next((n for n in numbers(case.text, case.language) if n not in case.source.numbers), None)


def moved_number(case: Case) -> str | None:
    """A number of the brief that counts something else there ("2 people", and the text says "2 steps")."""
    said = tokens(case.text, case.language)
    for place, token in enumerate(said):
        if token.value is None:
            continue
        counted = [word for word in said[place + 1 :] if word.word not in _PARTICLES][:1] or said[:place][-1:]
        if counted and not any(_counts(token, counted[0], part, case) for part in case.source.tokens):
            return f"{token.word} {counted[0].word}"
    return None


def _counts(number: Token, counted: Token, part: tuple[Token, ...], case: Case) -> bool:
    return any(
        token.value == number.value
        and any(
            case.same(counted.word, other.word)
            for other in (*part[max(0, place - 2) : place], *part[place + 1 : place + 2 + COUNTED_WITHIN])
        )
        for place, token in enumerate(part)
    )


def promise(case: Case) -> str | None:
    return _unheard(phrases.PROMISE.get(case.language), case, case.source.card_lower)


def blame(case: Case) -> str | None:
    return _unheard(phrases.BLAME.get(case.language), case, case.source.card_lower)


def new_name(case: Case) -> str | None:
    """A capitalised word inside a sentence, or one with a capital inside, that is not in the brief."""
    text = words.plain(case.text)
    begins = True
    last = 0
    for found in words.WORD.finditer(text):
        gap = text[last : found.start()]
        begins = begins or any(c in ".!?…" for c in gap)
        word = found.group()
        odd = word[1:] != word[1:].lower()
        if ((word[0].isupper() and not begins) or odd) and word.casefold() not in case.source.known:
            return word
        begins, last = False, found.end()
    return None


def new_word(case: Case) -> str | None:
    """A word that says something, with its stem neither in the brief nor among everyday words."""
    return next((w for w in case.words if not case.everyday(w) and w not in case.source.known), None)


def parrot(case: Case) -> str | None:
    """A copy of the brief: the same words in a row, or nearly all of them in the same order."""
    lead = words.words(case.brief.lead)
    said = case.words[len(lead) :] if lead and case.words[: len(lead)] == lead else case.words
    if not said:
        return "nothing but the lead"
    for part in (*case.brief.sources, *(" ".join(s.words) for s in case.source.segments)):
        other = words.words(part)
        run = words.longest_run(said, other)
        if run >= RUN_MOST or (run >= 3 and run > RUN_SHARE * len(said)):
            return f"{run} words in a row"
    for segment in case.source.segments:
        if len(said) >= 5 and words.in_order(said, list(segment.words)) > COPY_SHARE * len(said):
            return "a sentence of the brief with gaps"
    return None


def form(case: Case) -> str | None:
    """A first step asks for something: it is a request, not a statement."""
    if case.brief.field != "first_step":
        return None
    if case.language == "en":
        parts = (" ".join(segment.words) for segment in case.source.segments)
        requests = ({_request(part) for part in parts} | _STARTS) - _NO_REQUEST
        verb = _request(case.lower)
        return None if verb in requests else f"begins with “{verb}”"
    pattern = phrases.IMPERATIVE.get(case.language)
    return None if pattern is None or pattern.search(case.lower) else "no request"


_WHEN = frozenset(["today", "this", "week", "first", "then", "now", "please", "and"])
_NO_REQUEST = frozenset(
    [
        "you",
        "i",
        "it",
        "he",
        "she",
        "we",
        "they",
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "there",
        "here",
        "one",
        "all",
        "some",
        "each",
        "every",
        "no",
        "not",
        "if",
        "both",
        "our",
        "your",
        "their",
        "his",
        "her",
        "its",
        "people",
        "who",
        "what",
        "which",
        "how",
        "why",
        "where",
        "is",
        "are",
        "was",
        "were",
        "do",
        "does",
        "can",
        "will",
        "has",
        "have",
    ]
)
_CIRCUMSTANCE = frozenset(
    ["over", "on", "in", "at", "with", "before", "after", "when", "if", "once", "during", "from", "for"]
)


def _request(sentence: str) -> str:
    """Return the stem of the English verb a request begins with, behind "this week" or "over tea,"."""
    for clause in sentence.split(","):
        said = [word for word in words.words(clause) if word not in _WHEN]
        if said and said[0] not in _CIRCUMSTANCE:
            return words.stem(said[0], "en")
    return ""


_STARTS = frozenset(
    words.stem(verb, "en")
    for verb in [
        "ask",
        "take",
        "make",
        "write",
        "list",
        "copy",
        "open",
        "choose",
        "find",
        "check",
        "put",
        "read",
        "show",
        "tell",
        "set",
        "call",
        "give",
        "keep",
        "look",
        "count",
        "mark",
        "agree",
        "pick",
        "start",
        "try",
        "add",
        "bring",
        "invite",
        "save",
        "send",
        "print",
        "learn",
    ]
)
