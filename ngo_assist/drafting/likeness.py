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
    """Tell whether a text has a telling word of the person's that no sentence of the card has."""
    language = brief.language
    card = words.Vocabulary((*brief.card, *brief.untold), language)
    own = {w for part in brief.person for w in words.content(part, language) if w not in card}
    return any(words.same(word, other, language) for word in words.words(text) for other in own)
