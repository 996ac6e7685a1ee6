"""The guard's checks of form: a plain line of the asked kind and language, that is no copy.

Each check returns what it objects to, or None.
"""

from __future__ import annotations

import re
import unicodedata

from ngo_assist.drafting import phrases, words
from ngo_assist.drafting.guard_case import Case
from ngo_assist.drafting.instructions import Field
from ngo_assist.drafting.script import KAZAKH_ONLY, SIGNS, foreign_words

LENGTHS: dict[Field, tuple[int, int]] = {
    "why_here": (30, 320),
    "first_step": (15, 240),
    "summary": (40, 480),
}
"""Characters, at least and at most."""
SENTENCES: dict[Field, int] = {"why_here": 3, "first_step": 2, "summary": 4}

RUN_SHARE = 0.7
"""So large a share of a text standing in a row in one source is a copy; a line joined of two is none."""
COPY_SHARE = 0.85
"""So large a share of a text standing in one source in the same order is a copy with gaps."""
KEPT_RUN_MOST = 8
KEPT_SHARE = 0.75

_MARKUP = re.compile(
    r"[<>{}\[\]|\\`*_#~^=$@]|&\w+;|&#|(?:^|\s)[-+•‣]\s|^\s*\d+[.)]\s|[:;]-?[)(DP](?:\s|$)|--|\.{3,}|!!|\?\?"
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
            telling = sum(not case.everyday(word) for word in case.words[i : i + size])
            if gram in seen and telling >= (2 if size == 3 else 1):
                return " ".join(case.words[i : i + size])
            seen.add(gram)
    for one, other in zip(case.words, case.words[1:], strict=False):
        if one == other:
            return one
    content = [word for word in case.words if not case.everyday(word)]
    if len(content) >= 4 and len({words.stem(w, case.language) for w in content}) <= len(content) / 2:
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
    for found in pattern.finditer(case.lower) if pattern else ():
        # A note may tell of a chatbot.
        if not (phrases.MACHINES.match(found.group()) and found.group() in case.source.lower):
            return found.group()
    return None


def parrot(case: Case) -> str | None:
    """A copy of the brief: the same words in a row, or nearly all of them in the same order."""
    lead = words.words(case.brief.lead)
    said = case.words[len(lead) :] if lead and case.words[: len(lead)] == lead else case.words
    if not said:
        return "nothing but the lead"
    for part in (*case.brief.sources, *(" ".join(s.words) for s in case.source.segments)):
        other = words.words(part)
        run = words.longest_run(said, other)
        if run >= 3 and run > RUN_SHARE * len(said):
            return f"{run} words in a row"
    for segment in case.source.segments:
        if len(said) >= 5 and words.in_order(said, list(segment.words)) > COPY_SHARE * len(said):
            return "a sentence of the brief with gaps"
    return None
