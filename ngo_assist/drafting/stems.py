"""Stems: what makes two forms one word in English and Russian, as a kept stemmer tells and a little more.

The stemmer takes endings off. What it leaves apart are English verbs that change inside ("sent"), and Russian
stems with a vowel that comes and goes ("список", "списка") or in two aspects ("отправить", "отправлять").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import snowballstemmer

_STEMMERS = {"en": "english", "ru": "russian"}

_IRREGULARS = """
be was were been am are is being; begin began begun; bite bit; blow blew; break broke broken; bring brought;
build built; burn burnt; buy bought; catch caught; choose chose chosen; come came; cost costs; cut cutting;
deal dealt; do did done does doing; draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten;
fall fell fallen; feed fed; feel felt; fight fought; find found; fly flew flown; forget forgot forgotten;
forgive forgave; freeze froze frozen;
 get got gotten; give gave given; go went gone goes going; grow grew grown;
hang hung; have had has; hear heard; hide hid hidden; hold held; keep kept; know knew known; lay laid;
lead led;
learn learnt; leave left; lend lent; lie lay lain lying; lose lost; make made; mean meant; meet met; pay paid;
put putting; read reading; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen;
seek sought; sell sold; send sent; set setting; shake shook shaken; show shown; shut shutting; sing sang sung;
sink sank sunk; sit sat; sleep slept; speak spoke spoken; spend spent; stand stood; steal stole stolen;
stick stuck; strike struck; swim swam swum; take took taken; teach taught; tear tore torn; tell told;
think thought; throw threw thrown; tie tied ties tying; understand understood; wake woke woken;
wear wore worn; win won; write wrote written;
child children; man men; woman women; person persons; foot feet; life lives; half halves; leaf leaves;
photo photos photograph photographs photographed; phone phones telephone telephones
"""
_APART = frozenset(["left", "lay", "found", "thought", "rose", "lives", "leaves", "saw"])
"""Forms that are also words of their own: two of one kind only by themselves."""

_VOWELS = "аеиоуыэюя"
_FLEETING = re.compile(rf"(.*[^{_VOWELS}])[ое]([кцнрл])")
_ASPECT = re.compile(
    r"(.{4,}?)(?:ыва|ива|ирова|ова|ля|лен|ьт|нувш|нул|ну|вш|ущ|ющ|ен|ет|ут|ят|ат|ит|ан|ян|а|я)"
)
_SOFTENED = {"ш": "с", "ж": "з", "ч": "т"}
_WENT = re.compile(r"(?<=[аеиоуыя])(?:шел|шедш\w+)$|(?<=[вз]о)(?:шел|шедш\w+)$|(?<=под|над)(?:шел)$")
"""Russian "gone", which the stemmer does not join with "went"."""
_WROTE = re.compile(r"^(?:в|пере|вы|до)(?=пи(?:ш(?:у|ет|ут|ете|ем|ите|и)|сать|сал[аи]?|сав|санн?\w*)$)")
"""Russian writing into, over, out: writing all the same; signing ("подписать") is not."""
_ONE = re.compile(r"^одн(?:а|о|и|ого|ому|им|ой|у|ом|их|ими)$")
_WHOLE = frozenset(["accountant", "accountants"])
"""The stemmer makes an account of them."""
_CHILDREN = re.compile(r"(?<=\w)children$")
_PARTICIPLE = re.compile(r"(.+[ая])н")
"""The stemmer takes the "n" off "экран" and leaves it in "экрана"."""


@cache
def _irregular() -> dict[str, str]:
    kinds = (kind.split() for kind in _IRREGULARS.replace("\n", " ").split(";"))
    return {form: forms[0] for forms in kinds if forms for form in forms if form not in _APART}


@cache
def _stemmer(language: str) -> snowballstemmer.Stemmer | None:
    name = _STEMMERS.get(language)
    return snowballstemmer.stemmer(name) if name else None


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> str:
    """Return the stem of a word in lower case; Kazakh words are their own stems (see `kazakh`)."""
    found = _stemmer(language)
    if found is None:
        return word
    if language == "en":
        word = _CHILDREN.sub("child", word.removesuffix("'s"))
        if word in _WHOLE:
            return "accountant"
        return str(found.stemWord(_irregular().get(word, word)))
    plain = _WROTE.sub("на", word.replace("ё", "е"))
    return _russian(str(found.stemWord(_ONE.sub("один", _WENT.sub("шл", plain)))))


def _russian(stem: str) -> str:
    if len(stem) > 4 and (fleeting := _FLEETING.fullmatch(stem)):
        stem = fleeting[1] + fleeting[2]
    if aspect := _ASPECT.fullmatch(stem):
        stem = aspect[1]
    if participle := _PARTICIPLE.fullmatch(stem):
        stem = participle[1]
    if len(stem) > 4 and stem[-1] in _SOFTENED:
        stem = stem[:-1] + _SOFTENED[stem[-1]]
    return stem
