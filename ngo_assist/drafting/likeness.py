"""How like two texts are: what makes one the other's repetition, and whether one uses a note."""

from __future__ import annotations

from collections.abc import Iterable

from ngo_assist.drafting import words
from ngo_assist.drafting.brief import Brief

RUN_MOST = 8
"""So many words in a row of another text make one its repetition."""
SHARE_MOST = 0.75
"""Or so large a share of a text's words, in the same order."""


def repeats(text: str, other: str) -> bool:
    """Tell whether `text` says again what `other` says, in nearly the same words."""
    said, others = words.words(text), words.words(other)
    return words.longest_run(said, others) >= RUN_MOST or words.in_order(said, others) > SHARE_MOST * len(
        said
    )


def uses(text: str, brief: Brief) -> bool:
    """Tell whether a text has something of the note: a telling word that no sentence of the card has.

    Where the note has no such word, any telling word of it will do. So will two that the sentence of the card
    most like the text has not both.
    """
    language = brief.language
    telling = words.content(brief.note, language)
    card = words.Vocabulary((*brief.card, *brief.untold), language)
    own = [word for word in telling if word not in card] or telling
    keys, said = words.keys_of(own, language), words.words(text)
    if any(not keys.isdisjoint(words.keys(word, language)) for word in said):
        return True
    of_note = {word for word in telling if any(words.same(word, other, language) for other in said)}
    parts = [set(words.content(part, language)) for whole in brief.card for part in words.sentences(whole)]
    shared = [(_common(words.content(text, language), part, language), part) for part in parts if part]
    chosen = max(shared, key=lambda pair: pair[0], default=(0, set[str]()))[1]
    return len(of_note) >= TOGETHER and _common(of_note, chosen, language) < TOGETHER


TOGETHER = 2
"""So many telling words of a note are of it, though each by itself is of the card as well."""


def _common(said: Iterable[str], others: set[str], language: str) -> int:
    keys = words.keys_of(others, language)
    return sum(not keys.isdisjoint(words.keys(word, language)) for word in set(said))
