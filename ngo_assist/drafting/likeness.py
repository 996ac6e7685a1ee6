"""How like two texts are: what makes one the other's repetition, and whether one uses a note."""

from __future__ import annotations

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

    Where the note has no such word, any telling word of it will do.
    """
    language = brief.language
    telling = words.content(brief.note, language)
    card = words.Vocabulary((*brief.card, *brief.untold), language)
    own = [word for word in telling if word not in card] or telling
    keys = words.keys_of(own, language)
    return any(not keys.isdisjoint(words.keys(word, language)) for word in words.words(text))
