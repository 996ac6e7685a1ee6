"""Short lists of words in the languages that we know; rules that use them are silent about all others."""

from __future__ import annotations

import re
from functools import cache

from ngo_assist.rubric.phrases import Phrases

_LITTLE = {
    "en": "a an the of in on at by and we our us you your they their it its this that these those is "
    "are was were be been has have had will do does each every",
    "ru": "и в во на с со у о об по мы нас нам наш наша наше наши нашу нашей нашем нашего наших нашим "
    "нашими вы вас вам ваш ваша ваше ваши вашу вашей вашем вашего ваших вашим вашими он она оно "
    "они их его ее это эта этот эти этого этой этих есть был была было были будет будут",
    "kk": "және мен пен бен да де та те біз бізде біздің бізге сіз сізде сіздің сізге ол оның олар "
    "олардың осы бұл сол тұр жүр отыр",
}
"""Words without which a text says the same."""

_TELLING = {
    "en": "all some most many few half none no not never nobody always often sometimes everybody "
    "everyone anyone somebody someone one two three four five six seven eight nine ten once "
    "twice first second third last only also without day* daily week* month* quarter* year* "
    "before after leader* team* staff volunteer* accountant* person people member* board "
    "colleague* head",
    "ru": "все всех всем всеми вся некоторые некоторых часть части большинств* половин* не ни нет "
    "никто никогда всегда часто иногда один одна одно одного одной два две двух три трех четыре "
    "пять шесть семь восемь девять десять раз дважды трижды перв* втор* трет* последн* только "
    "тоже без день дня дни дней недел* ежедневн* еженедельн* месяц* ежемесячн* квартал* год года "
    "году лет ежегодн* до после руководител* команд* сотрудник* волонтер* бухгалтер* люди людей "
    "человек* член* коллег*",
    "kk": "бәрі бәрін бәріне барлық барлығы кейбір кейбірі көбі көп көпшілік* аз жартысы ешкім ешқашан "
    "жоқ емес әрқашан әрдайым жиі кейде бір біреу екі үш төрт бес алты жеті сегіз тоғыз он рет "
    "бірінші екінші үшінші соңғы ғана күн* апта* ай айда айына айлық тоқсан* жыл* бұрын кейін "
    "дейін басшы* жетекші* команда* қызметкер* еріктілер* ерікті* бухгалтер* адам* мүше* "
    "әріптес*",
}
"""Words that by themselves tell two levels apart: how many, how often, who, whether or not."""

_NEVER_IN = {
    # The Latin ones are seen by their letters; see check_languages.
    "ru": {
        "kk": "және үшін мен пен немесе емес керек туралы бойынша арқылы болса болып сайын дейін кейін бірақ"
    },
    "kk": {
        "ru": "и в во на с со к ко по из для или это что чтобы как если при уже еще но мы вы вас вам нас нам "
        "ваш ваша ваше ваши вашу вашей ваших наш наша наши наших их есть был была были будет можно нужно "
        "который которая которые которых когда где кто"
    },
}
"""By language: words of another one that it never has, though it has their letters."""

_SELDOM_IN = {"kk": {"ru": "не он от да же без там тот сам нет"}}
"""By language: words of another one that are words of its own too, so that the rest has to tell."""

LETTERS_OF = {"kk": re.compile("[әғқңөұүһі]", re.IGNORECASE)}
"""Letters that no other language here has."""


@cache
def little(language: str) -> Phrases[bool]:
    return Phrases((word, True) for word in _LITTLE.get(language, "").split())


@cache
def telling(language: str) -> Phrases[bool]:
    return Phrases((word, True) for word in _TELLING.get(language, "").split())


@cache
def foreign(language: str, *, seldom: bool = False) -> dict[str, frozenset[str]]:
    """Return by other language the words that a text in `language` never (or seldom) has."""
    found = (_SELDOM_IN if seldom else _NEVER_IN).get(language, {})
    return {other: frozenset(words.split()) for other, words in found.items()}


_SMALL_LATIN = (
    # Endings of files, units, and words that are written so in every language.
    "csv pdf doc docx odt xls xlsx ods ppt pptx odp txt rtf md html json xml toml zip jpg jpeg "
    "png gif mp3 mp4 apk exe kdbx db sqlite url http https www b kb mb gb tb kbit mbit gbit bps "
    "kbps mbps mm cm m km g kg t l ml s ms min h hz khz mhz ghz v w kw kwh mah dpi px x e-mail "
    "email wi-fi"
)
SMALL_LATIN = frozenset(_SMALL_LATIN.split())
