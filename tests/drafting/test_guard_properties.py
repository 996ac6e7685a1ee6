"""What holds for any text whatever."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngo_assist.drafting.guard import CHECKS, judge
from ngo_assist.drafting.instructions import LANGUAGES
from ngo_assist.drafting.kazakh import same as kazakh_same
from ngo_assist.drafting.words import longest_run, words
from tests.drafting.cards import brief

NAMES = {name for name, _ in CHECKS}
BRIEFS = {
    (field, language): brief(field, language)
    for language in LANGUAGES
    for field in ("why_here", "first_step", "summary")
}
GOOD = "The summer camp photos are gone, and a broken disk can take the reports too."


def test_the_text_the_properties_begin_with_is_kept() -> None:
    assert judge(GOOD, BRIEFS["why_here", "en"]).kept


@given(st.text(), st.sampled_from(sorted(BRIEFS)), st.lists(st.text(), max_size=3))
def test_it_never_raises_and_always_gives_a_known_reason(
    text: str, which: tuple[str, str], kept: list[str]
) -> None:
    verdict = judge(text, BRIEFS[which], kept)
    assert verdict.kept == (verdict.reason is None)
    assert verdict.kept or verdict.reason in NAMES


@given(st.text(alphabet=st.sampled_from("AaбқІ ½Ⅳ٣1.,?!“»'’\u200d\u0301\ud800-[]😀\t\n")))
def test_it_never_raises_on_odd_signs_either(text: str) -> None:
    assert judge(text, BRIEFS["why_here", "kk"]).kept is False


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(LANGUAGES))
def test_any_number_that_is_not_in_the_brief_is_refused(number: int, language: str) -> None:
    asked = BRIEFS["why_here", language]
    told = " ".join(asked.sources)
    goods = {
        "en": "Today {} photos are only on one computer, and a broken disk can take the reports.",
        "ru": "Сейчас {} файлы только на одном компьютере, и сломанный диск унесёт отчёты.",
        "kk": "Қазір {} файлдар бір ғана компьютерде, сынған диск есептер мен фотоларды алып кетеді.",
    }
    if str(number) not in told:
        assert not judge(goods[language].format(number), asked).kept


@given(st.from_regex(r"[b-df-hj-np-tv-z]{5,9}", fullmatch=True), st.integers(0, 17))
def test_any_invented_word_anywhere_is_refused(word: str, place: int) -> None:
    text = GOOD.split(" ")
    text.insert(min(place, len(text) - 1), word)
    assert not judge(" ".join(text), BRIEFS["why_here", "en"]).kept


@given(st.characters(categories=("Cc", "Cf", "Co")), st.integers(0, len(GOOD)))
def test_any_control_character_anywhere_is_refused(sign: str, place: int) -> None:
    text = GOOD[:place] + sign + GOOD[place:]
    assert judge(text, BRIEFS["why_here", "en"]).reason == "control"


@given(st.integers(1, len(GOOD) - 1))
def test_a_text_broken_off_is_never_kept(length: int) -> None:
    assert not judge(GOOD[:length], BRIEFS["why_here", "en"]).kept


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_no_source_of_a_brief_passes_as_a_draft_of_its_own(language: str, data: st.DataObject) -> None:
    asked = BRIEFS["why_here", language]
    assert not judge(data.draw(st.sampled_from(asked.sources)), asked).kept


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_a_shared_run_is_no_longer_than_either(one: list[str], other: list[str]) -> None:
    run = longest_run(one, other)
    assert run == longest_run(other, one) <= min(len(one), len(other))
    assert any(
        one[i : i + run] == other[j : j + run] for i in range(len(one) + 1) for j in range(len(other) + 1)
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("файл", "файлдарды", True),
        ("көшірме", "көшірмесі", True),
        ("көшіріңіз", "көшіру", True),
        ("тізім", "тізімдерге", True),
        ("кітап", "кітабы", True),
        ("есеп", "есептер", True),
        ("қала", "қалам", True),  # a town, a pen: endings cannot tell them apart
        ("ата", "атақ", False),
        ("флешка", "файл", False),
        ("компьютер", "компания", False),
        ("сервер", "серіктес", False),
    ],
)
def test_kazakh_words_are_the_same_by_their_beginning(one: str, other: str, same: bool) -> None:
    assert kazakh_same(one, other) is same


@given(st.text())
def test_words_are_letters_in_lower_case(text: str) -> None:
    assert all(word == word.casefold() and not any(c.isspace() for c in word) for word in words(text))
