"""Words that say nothing new: a text may use them though its brief does not.

Function words, generic verbs, adjectives and nouns. What could state a fact of its own (money, server,
monthly, safe) is left out on purpose: it has to come from the brief.
"""

from ngo_assist.drafting.everyday import en, kk, ru

WORDS: dict[str, tuple[str, ...]] = {
    "en": tuple(en.WORDS.split()),
    "ru": tuple(ru.WORDS.split()),
    "kk": tuple(kk.WORDS.split()),
}
"""By language, in lower case; for Kazakh stems to which endings are added."""
