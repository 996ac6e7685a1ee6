"""Words that say nothing new: a text may use them though its brief does not.

Those that join others (`JOINING`), and generic verbs, adjectives and nouns. What could state a fact of its
own (money, server, monthly, safe, closed, lost, a volunteer) is left out on purpose: it has to come from the
brief.
"""

from ngo_assist.drafting.everyday import en, kk, ru

JOINING: dict[str, tuple[str, ...]] = {
    "en": tuple(en.JOINING.split()),
    "ru": tuple(ru.JOINING.split()),
    "kk": tuple(kk.JOINING.split()),
}
WORDS: dict[str, tuple[str, ...]] = {
    "en": tuple(en.WORDS.split()),
    "ru": tuple(ru.WORDS.split()),
    "kk": tuple(kk.WORDS.split()),
}
"""By language, in lower case, the joining words among them."""
GROWING: frozenset[str] = frozenset(kk.SAYING_LITTLE.split())
"""Kazakh roots to which endings are added."""
