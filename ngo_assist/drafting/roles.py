"""Words by which the guard tells who does what to whom: patterns over single words in lower case.

They are short on purpose. What they do not hold is judged by the words that stand together alone.
"""

from __future__ import annotations

import re
from functools import cache

from ngo_assist.drafting import words
from ngo_assist.drafting.phrases import any_of

SECRET: dict[str, re.Pattern[str]] = {
    "en": any_of(r"passwords? | pins? | codes?"),
    "ru": any_of(r"парол\w* | пин | код(?:а|у|ом|е|ы|ов|ам|ами|ах)?"),
    "kk": any_of(r"құпиясөз\w* | құпия | пин | код\w* | пароль\w*"),
}
"""What opens something and is told to nobody."""

SHOWS: dict[str, re.Pattern[str]] = {
    "en": any_of(
        r"write | hang | tell | give | send | ask | show | read | say | share | list | copy | dictate |"
        r" post | publish | name | return | forward"
    ),
    "ru": any_of(
        r"""
        (?:за|на|вы|пере|в)?пи(?:ш|с)\w+(?<!подпишите) | повес\w+ | скаж\w+ | да(?:йте|ть) | отда\w+ |
        переда\w+ | назов\w+ | назва\w+ | прочит\w+ | отправ\w+ | пошл\w+ | спро\w+ | попрос\w+ | покаж\w+ |
        сообщ\w+ | продикт\w+ | верн\w+ | разда\w+ | дикту\w+
        """
    ),
    "kk": any_of(
        r"""
        жаз\w* | іл(?:іңіз|іп|у\w*) | айт\w* | бер(?:іңіз|іп|у\w*) | оқы\w* | оқып | жібер\w* | сұра\w* |
        көрсет\w* | көшір\w* | хабарла\w* | бөліс\w*
        """
    ),
}
"""Verbs by which something reaches others, or comes from them."""

HOW: dict[str, frozenset[str]] = {
    "en": frozenset(["how", "whether", "about"]),
    "ru": frozenset(["как", "ли", "зачем"]),
    "kk": frozenset(["қалай", "туралы", "неге"]),
}
"""A clause that speaks of the thing and does not hand it on."""

MOVES: dict[str, re.Pattern[str]] = {
    "en": any_of(r"give | return | hand | fetch | send | pay | delete | erase | lock | lend | transfer"),
    "ru": any_of(
        r"""
        верн(?:ите|уть) | отда(?:йте|ть) | отправ(?:ьте|ить|ляйте|лять) | пошлите | послать | заплатите |
        заплатить | платите | платить | удал(?:ите|ить|яйте|ять) | сотрите | стереть | зап(?:рите|ереть) |
        запира(?:йте|ть) | перевед(?:ите) | перевести | одолжите
        """
    ),
    "kk": any_of(
        r"""
        қайтар(?:ып|у\w*|ыңыз) | жібер(?:іп|у\w*|іңіз) | төле(?:п|у\w*|ңіз) | өшір(?:іп|у\w*|іңіз) |
        құлыпта(?:п|ңыз) | құлыптау\w* | аудар(?:ып|у\w*|ыңыз)
        """
    ),
}
"""Requests to move something to others, or out of reach."""

ASKS: dict[str, re.Pattern[str]] = {
    "en": any_of(r"ask | let"),
    "ru": any_of(r"попрос\w+ | проси\w* | пусть | предложи\w+"),
    "kk": any_of(r"сұра\w* | өтін\w*"),
}
"""Asking somebody else to do it."""

CALLS: dict[str, re.Pattern[str]] = {
    "en": any_of(r"ask | ring | call"),
    "ru": any_of(r"попрос\w+ | спрос\w+ | позвон\w+"),
    "kk": any_of(r"сұра\w* | өтін\w*"),
}
"""Turning to somebody, whoever it is."""

PERSONS: dict[str, str] = {
    "en": """
        accountant helper family volunteer deputy grandmother grandfather grandchild grandson granddaughter
        child parent mother father neighbour donor guest relative thief swindler colleague teacher pupil
        librarian trainee operator
    """,
    "ru": """
        бухгалтер бухгалтера помощник помощника помощница семья семьи семей волонтёр волонтёрка заместитель
        бабушка бабушек дедушка внук внучка ребёнок дети детей родитель мать мама отец папа сосед соседка
        донор гость родственник вор мошенник коллега учитель ученик практикант посторонний
    """,
    "kk": """
        бухгалтер көмекші отбасы ерікті орынбасар әже немере көрші донор қонақ туыс ұры алаяқ әріптес
        мұғалім оқушы практикант
    """,
}
"""People of whom a plan speaks: what one of them does, another does not."""


@cache
def persons(language: str) -> words.Keys:
    """Return the keys of `PERSONS`."""
    return words.keys_of(PERSONS[language].split(), language)


BEFORE: dict[str, re.Pattern[str]] = {
    "en": any_of(r"before"),
    "ru": any_of(r"до | перед | раньше"),
    "kk": any_of(r"дейін\w* | бұрын\w*"),
}
AFTER: dict[str, re.Pattern[str]] = {
    "en": any_of(r"after"),
    "ru": any_of(r"после | через | позже"),
    "kk": any_of(r"кейін\w* | соң"),
}
TIMES: dict[str, re.Pattern[str]] = {
    "en": any_of(r"(?:day|week|month|year|hour|minute|date)s?"),
    "ru": any_of(
        r"дн\w{1,3} | день | недел\w+ | месяц\w* | год\w* | час(?:а|у|ов|ам|ы)? | минут\w* | срок\w* |"
        r" дат\w{1,3}"
    ),
    "kk": any_of(r"күн\w* | апта\w* | ай(?:ға|дан|ды|да|ы)? | жыл\w* | сағат\w* | минут\w* | мерзім\w*"),
}
"""Which side of a date something lies, and the words of dates."""

ALREADY: dict[str, re.Pattern[str]] = {
    "en": any_of(r"already"),
    "ru": any_of(r"уже"),
    "kk": any_of(r"әлдеқашан | \w+п қойды\w*"),
}
"""What says of a deed that it is done."""

NO_TIME: dict[str, re.Pattern[str]] = {
    "en": any_of(r"no time"),
    "ru": any_of(r"некогда | нет времени"),
    "kk": any_of(r"уақыт (?:болма\w+|жоқ\w*|қалма\w+)"),
}
"""Said of what one does not get to."""

PAST: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\w{2,}ed|gave|took|wrote|went|stole|broke|chose|forgot|spoke|knew|saw|began|came|became|did|fell|flew"
        r"|grew|threw|woke|wore|rang|drew|hid|got|sold|bought|brought|paid|lost|sent|told|kept|found|made"
    ),
    "ru": re.compile(r"\w{2,}(?:[аеёиоуыя]л|л[аио]|шел|шёл)(?:с[яь])?|\w{2,}(?:ёр|ерла|ерли|ёрся)"),
    "kk": re.compile(r"\w{2,}(?:[дт][ыі]|[ғқ]ан|[гк]ен|п)\w*"),
}
"""Forms of verbs that tell of what has happened; in Kazakh those of a chain that may end so as well."""

ACTS = re.compile(r"\w+(?:ть|ти|чь|ет|ёт|ит|ют|ут|ат|ят|йте|ите|ьте|л|ла|ло|ли)(?:с[яь])?")
"""Forms that show that a Russian word is a verb and no noun ("школа")."""

_NO_SUBJECTS = """
is are was were be been being am get gets got have has had having the a an your their this that these
those its his her our my of by in on with to for from no not and or
"""
BEFORE_PARTICIPLE = frozenset(_NO_SUBJECTS.split())
"""Behind these English "-ed" is no deed of somebody's ("the fixed day", "are mixed")."""

CONDITIONS: dict[str, re.Pattern[str]] = {
    "en": re.compile(r"if|unless|with"),
    "ru": re.compile(r"если|едва"),
    "kk": re.compile(r"\w{2,}с[ае](?:ңыз|ңіз)?"),
}
"""What begins a condition, in Kazakh what ends it."""

HEDGES: dict[str, re.Pattern[str]] = {
    "en": any_of(r"may | might | could | would"),
    "ru": any_of(r"может | могут | мог\w* | бы | возможно"),
    "kk": any_of(r"мүмкін\w*"),
}
"""What makes of a statement a guess."""

RELATIVES: dict[str, frozenset[str]] = {
    "en": frozenset(["who", "whom"]),
    "ru": frozenset(["кто", "кого", "кому", "кем"]),
    "kk": frozenset(),
}
DENYING: dict[str, frozenset[str]] = {
    "en": frozenset(["not", "no", "never", "nobody"]),
    "ru": frozenset(["не", "нет", "никто", "нельзя"]),
    "kk": frozenset(),
}
"""Words that hang a clause on a person, and those that deny within it."""
