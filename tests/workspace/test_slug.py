"""Folder names: readable, and safe on every system."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngo_assist.workspace.slug import SLUG_MOST, free_name, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("ОФ «Щедрый объём»", "of-shchedryy-obyom"),
        ("Үміт қоғамдық қоры", "umit-qogamdyq-qory"),
        ("Әже мен Өнер, Ұлытау — Һәм Іңкәр ғажап", "azhe-men-oner-ulytau-ham-inkar-gazhap"),
        ("Café “Über” №5", "cafe-uber-no5"),
        ("Girls' club", "girls-club"),
        ("CON", "con-ngo"),
        ("lpt1", "lpt1-ngo"),
        ("../..\\etc.", "etc"),
        ("慈善", "organisation"),
        ("...", "organisation"),
    ],
)
def test_a_name_becomes_a_folder_name_that_people_recognise(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_every_letter_of_russian_and_kazakh_has_a_latin_one() -> None:
    letters = "абвгдеёжзийклмнопрстуфхцчшщыэюя" + "әғқңөұүһі"
    lost = [letter for letter in letters if slug_of(f"x{letter}x") == "xx"]
    assert not lost


@given(st.text(max_size=300))
def test_any_name_gives_a_safe_folder_name(name: str) -> None:
    slug = slug_of(name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= SLUG_MOST
    assert not re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d", slug)
    assert slug_of(unicodedata.normalize("NFD", name)) == slug_of(unicodedata.normalize("NFC", name))


@given(st.text(alphabet="abc-", min_size=1, max_size=SLUG_MOST), st.integers(0, 12))
def test_a_taken_name_gets_the_next_number_and_stays_short(name: str, others: int) -> None:
    taken: set[str] = set()
    for _ in range(others):
        taken.add(free_name(slug_of(name), taken))
    assert len(taken) == others
    assert all(len(each) <= SLUG_MOST for each in taken)


def test_numbers_count_up_from_two() -> None:
    assert free_name("umit", {"umit", "umit-2"}) == "umit-3"
