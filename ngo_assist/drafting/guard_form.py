"""The guard's checks of form: a plain line of the asked kind and language, that is no copy.

Each check returns what it objects to, or None.
"""

from __future__ import annotations

import re
import unicodedata

from ngo_assist.drafting import phrases, words
from ngo_assist.drafting.guard_case import Case
from ngo_assist.drafting.instructions import Field
from ngo_assist.drafting.likeness import repeats
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
SPOKEN_COPY = 4
"""So many words, all of one sentence and in its order, make a reason a copy whatever joins them."""

BEYOND_TITLE = 3
"""So many small words of the steps that the title has not, or one that says something, make a step."""

_MARKUP = re.compile(
    r"[<>{}\[\]|\\`*_#~^=$@]|&\w+;|&#|(?:^|\s)[-+•‣]\s|^\s*\d+[.)]\s|[:;]-?[)(DP](?:\s|$)|--|\.{3,}|!!|\?\?"
)
_TWICE = re.compile(r"(?<![\w-])(\w{2,})\s+((?:and|or|и|или|және|мен|бен|пен) )?\1(?!\w)")
_SENTENCE_ENDS = re.compile(r"[.!…][\"”»’')]?$")
_STOP = re.compile(r"(?<=[.!?…])\s+")
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
    allowed = case.source.card.forms | case.source.names | frozenset(words.words(case.brief.name))
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
    """No end of a sentence, a question (but one to be asked, behind a colon), or a small beginning."""
    text, asked = case.text, case.text.rfind(":")
    question = text.find("?")
    if question >= 0 and (asked < 0 or question < asked or case.brief.field != "first_step"):
        return "a question"
    if not _SENTENCE_ENDS.search(text) and question < len(text) - 2:
        return text[-10:]
    begins = text.lstrip("".join(_OPENINGS))
    word = words.WORD.match(begins)
    named = word is not None and any(word.group() in source for source in case.brief.card + case.brief.untold)
    if begins[:1].isupper() or begins[:1].isdigit() or (named and word and not word.group().islower()):
        return None
    return f"begins with “{begins[:1]}”"


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
    for twice in _TWICE.finditer(case.lower):
        # "again and again" is a word of its own.
        if twice.group(2) is None or not case.everyday(twice.group(1)):
            return twice.group(1)
    content = [word for word in case.words if not case.everyday(word)]
    if len(content) >= 4 and len({words.stem(w, case.language) for w in content}) <= len(content) / 2:
        return "few words over and over"
    if len(stems) >= 9 and len(set(stems)) < 0.55 * len(stems):
        return "few words over and over"
    return "another action says it" if any(repeats(case.text, other) for other in case.kept) else None


def self_talk(case: Case) -> str | None:
    """A voice that is not the plan's: of a model, or of somebody called "I" or "we"."""
    for found in phrases.SELF[case.language].finditer(case.lower):
        # A note may tell of a chatbot, and a step give words to say: "we do not collect on cards".
        if phrases.MACHINES.match(found.group()) and found.group() in case.source.lower:
            continue
        behind = words.words(case.lower[found.end() :])[:1]
        if (
            case.brief.field == "first_step"
            and " ".join([found.group(), *behind]) in case.source.steps_spelled
        ):
            continue
        return found.group()
    return None


def parrot(case: Case) -> str | None:
    """A copy of the brief: each sentence the same words in a row, or nearly all of them in the same order."""
    lead = words.words(case.brief.lead)
    said = case.words[len(lead) :] if lead and case.words[: len(lead)] == lead else case.words
    if not said:
        return "nothing but the lead"
    if case.brief.field == "first_step" and _only_title(said, case):
        return "nothing but the title"
    parts = [part for part in _STOP.split(case.text) if words.words(part)]
    copies = [_copied(said if len(parts) == 1 else words.words(part), case) for part in parts]
    return copies[0] if all(copies) and not _joined(parts, case) else None


def _joined(parts: list[str], case: Case) -> bool:
    """Tell whether of several sentences one is the person's and another the card's."""
    theirs = [any(_shares(part, text) for text in case.brief.person) for part in parts]
    return any(theirs) and not all(theirs)


def _shares(part: str, text: str) -> bool:
    said = words.words(part)
    return words.in_order(said, words.words(text)) > RUN_SHARE * len(said)


def _copied(said: list[str], case: Case) -> str | None:
    for other in case.source.parts:
        run = words.longest_run(said, other)
        if run >= 3 and run > RUN_SHARE * len(said):
            return f"{run} words in a row"
    spoken = [w for w in said if not words.joins(w, case.language)]
    for segment in case.source.segments:
        if len(said) >= 5 and words.in_order(said, list(segment.words)) > COPY_SHARE * len(said):
            return "a sentence of the brief with gaps"
        if (
            case.brief.field == "why_here"
            and len(spoken) >= SPOKEN_COPY
            and _in_order(spoken, segment.words, case) == len(spoken)
        ):
            return "a sentence of the brief in other small words"
    return None


def _in_order(spoken: list[str], other: tuple[str, ...], case: Case) -> int:
    """Return how many of some words have a form in `other`, in the same order."""
    previous = [0] * (len(other) + 1)
    for word in spoken:
        row = [0]
        for j, candidate in enumerate(other):
            row.append(previous[j] + 1 if case.same(word, candidate) else max(previous[j + 1], row[j]))
        previous = row
    return previous[-1]


def _only_title(said: list[str], case: Case) -> bool:
    """Tell whether a first step has hardly a word of the steps that the title does not have."""
    beyond = [
        word
        for word in said
        if not words.joins(word, case.language)
        and not any(case.among(word, title.all_keys) for title in case.source.title)
        and any(case.among(word, step.all_keys) for step in case.source.steps)
    ]
    return len(beyond) < BEYOND_TITLE and all(case.everyday(word) for word in beyond)
