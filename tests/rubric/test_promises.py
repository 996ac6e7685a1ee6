"""Discount programmes, which a rubric cannot promise."""

from __future__ import annotations

import pytest

from tests.rubric.conftest import Check, Warn, practice


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Apply to Google for Nonprofits this week.", "google for nonprofits"),
        ("en", "TechSoup has cheap licences.", "techsoup"),
        ("en", "Canva for Non-Profits is for you.", "canva for non profits"),
        ("en", "Ask the maker about a nonprofit discount.", "nonprofit discount"),
        (
            "en",
            "There is a special price of this program for charities.",
            "special price of this program for charities",
        ),
        ("ru", "Попросите скидку 50 % для НПО.", "скидку 50 для нпо"),
        ("ru", "Есть льготный тариф для некоммерческих организаций.", "льготный тариф для некоммерческих"),
        ("ru", "Подключите Canva для НКО.", "canva для нко"),
        ("kk", "ҮЕҰ-ға жеңілдік сұраңыз.", "үеұ ға жеңілдік"),
        (
            "kk",
            "Коммерциялық емес ұйымға арналған жеңілдік бар.",
            "коммерциялық емес ұйымға арналған жеңілдік",
        ),
        ("kk", "Google for Nonprofits бағдарламасына жазылыңыз.", "google for nonprofits"),
    ],
)
def test_a_promised_discount_is_doubted_in_every_language(
    warn: Warn, language: str, text: str, found: str
) -> None:
    warning = warn(lambda tables: practice(tables)["why"].update({language: text}))
    assert warning.place == f'practices[0] "security.p0".why.{language}'
    assert "a discount programme is promised" in warning.in_words()
    assert warning.found == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Google Forms is a tool for nonprofits."),
        ("en", "Ask the shop for a discount. Then tell the other NGOs."),
        ("en", "An NGO of two people pays the full price for each of the programs that it uses."),
        ("en", "KoboToolbox is free for nonprofits."),
        ("ru", "Спросите бухгалтера о налоговых льготах для НПО."),
        ("ru", "Бесплатный тариф подходит и НПО."),
        ("ru", "Расскажите людям, какие льготы им положены."),
        ("kk", "ҮЕҰ-ға салық жеңілдігі туралы бухгалтерден сұраңыз."),
        ("kk", "Бұл жұмысты жеңілдетеді."),
    ],
)
def test_prices_taxes_and_tools_for_nonprofits_are_no_doubt(check: Check, language: str, text: str) -> None:
    assert check(lambda tables: practice(tables)["why"].update({language: text})).findings == ()
