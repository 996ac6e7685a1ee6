"""The questions as a form on paper: boxes to tick, in the order in which the program asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ngo_assist.assessment.model import Mode
from ngo_assist.i18n import LANGUAGES
from ngo_assist.i18n.labels import CONNECTIVITY, DEVICE, GOAL, SETTLEMENT
from ngo_assist.i18n.translator import Translator
from ngo_assist.messages import Message
from ngo_assist.report.page import Blank, Block, Heading, Item, Items, Together, Words
from ngo_assist.rubric.model import Practice, Rubric


def paper_form(rubric: Rubric, language: str, t: Translator, mode: Mode) -> Iterator[Block]:
    """Yield the blank form of `mode`; the rubric's texts in `language`, or in its first one."""
    language = rubric.language(language)
    practices = list(rubric.of_mode(mode))
    yield Heading(1, rubric.header.title.say(language))
    yield Words(
        t(
            "Tick one box in each question: what is so today, not what is planned."
            " There are no wrong answers. Of two that nearly fit, tick the one with the smaller number."
        )
    )
    yield Words(
        t("Later, type the answers in: the program asks in the order of this form and with its numbers.")
    )
    yield Words(
        t("This sheet holds what an organisation says about itself: keep it where others cannot read it.")
    )
    yield from _profile(t)
    number = 0
    for dimension in rubric.dimensions:
        mine = [practice for practice in dimension.practices if practice in practices]
        if not mine:
            continue
        yield Heading(2, dimension.title.say(language))
        for practice in mine:
            number += 1
            yield Together(tuple(_question(practice, number, language, t)))


def _profile(t: Translator) -> Iterator[Block]:
    """Yield what the program asks first about an organisation, in its order."""
    yield Heading(2, t("About the organisation"))
    yield Blank(t("Date:"))
    yield Blank(t("Who answers (role):"))
    yield Blank(t("Name of the organisation:"))
    yield Blank(t("Region:"))
    yield from _choice(t("Where does it work?"), SETTLEMENT, t)
    yield Blank(t("How many are paid?"))
    yield Blank(t("How many volunteers?"))
    yield Blank(t("How many people does it reach in a year?"))
    yield from _choice(t("Which internet connection is there?"), CONNECTIVITY, t)
    yield from _choice(t("Which devices are there to work with?"), DEVICE, t)
    yield Words("", t("In which language does it work?"))
    yield Items([Item(LANGUAGES[code]) for code in ("kk", "ru", "en")], "box")
    yield from _choice(t("What do you want first?"), GOAL, t)
    yield Blank(t("In one sentence: for whom does it work, and how?"), lines=2)


def _choice(question: str, words: Mapping[str, Message], t: Translator) -> Iterator[Block]:
    yield Together((Words("", question), Items([Item(t(word)) for word in words.values()], "box")))


def _question(practice: Practice, number: int, language: str, t: Translator) -> Iterator[Block]:
    yield Heading(3, f"{number}. {practice.question.say(language)}")
    if practice.alone:
        yield Words(practice.alone.say(language), t("To one person:"), quiet=True)
    boxes = [Item(text.say(language), str(level)) for level, text in enumerate(practice.levels)]
    if practice.not_applicable:
        boxes.append(Item(t("Does not apply to us, because:") + " " + "_" * 30))
    yield Items(boxes, "box")
    yield Items([Item(t("I am not sure of this answer."))], "box")
    yield Blank(t("Note, and what would show it:"))
