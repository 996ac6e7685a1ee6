"""Names in the order of a language's alphabet: by code points Kazakh and Russian letters go astray."""

from __future__ import annotations

ALPHABETS = {
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
}


def in_order(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Return what `sorted` compares texts by; what is no letter of the alphabet stands before its letters."""
    alphabet = ALPHABETS.get(language, "")
    return tuple((alphabet.find(letter), ord(letter)) for letter in text.casefold())
