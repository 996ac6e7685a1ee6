"""Every key of the program, in one place.

Letters follow the layout: a Russian keyboard sends "я" where a Latin one sends "z", and on a Kazakh one the
row of digits types letters. So each letter and digit is bound with its neighbours on the same key. What a
key does is English here and is put into the user's language where it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding, BindingType

from ngo_assist.messages import Message, msg

CYRILLIC = {
    "q": "й",
    "z": "я",
    "y": "н",
    "p": "з",
    "s": "ы",
    "f": "а",
    "n": "т",
    "d": "в",
    "a": "ф",
    "r": "к",
    "o": "щ",
    "e": "у",
}
"""The letter that a Russian and a Kazakh layout have on the same key."""

KAZAKH_DIGITS = {
    "0": "қ",
    "1": "quotation_mark",
    "2": "ә",
    "3": "і",
    "4": "ң",
    "5": "ғ",
    "6": "comma",
    "7": "full_stop",
    "8": "ү",
    "9": "ұ",
}
"""What the digits' row types on a Kazakh layout, by Textual's names."""

_DIGITS = {letter: digit for digit, letter in KAZAKH_DIGITS.items() if len(letter) == 1} | {
    '"': "1",
    ",": "6",
    ".": "7",
}

SILENT = Message("")


@dataclass(frozen=True)
class Key:
    """A key with what it does; an empty `label` keeps it out of the line of keys."""

    key: str
    action: str
    label: Message = SILENT
    shown: str = ""
    """How the key is written where it is shown."""
    priority: bool = False
    in_menu: bool = False
    """Whether it stands in the menu only: the line of keys has room for few."""

    def bound(self) -> Binding:
        return Binding(
            with_neighbours(self.key),
            self.action,
            self.label.text,
            show=bool(self.label.text) and not self.in_menu,
            key_display=(self.shown or self.key.partition(",")[0].title()) if self.label.text else None,
            priority=self.priority,
        )


def with_neighbours(key: str) -> str:
    """Return the key with those that other layouts have in its place, separated by commas."""
    modifiers, _, last = key.rpartition("+")
    prefix = f"{modifiers}+" if modifiers else ""
    if last in CYRILLIC:
        return f"{key},{prefix}{CYRILLIC[last]}"
    if modifiers or last not in KAZAKH_DIGITS:
        return key
    letter = KAZAKH_DIGITS[last]
    # Caps Lock makes capitals of the letters that stand in the digits' places.
    return f"{key},{letter},{letter.upper()}" if len(letter) == 1 else f"{key},{letter}"


def digit(character: str | None) -> str:
    """Return the digit that a character stands for on any of the three layouts; empty: none."""
    if not character or len(character) > 1:
        return ""
    return character if character in KAZAKH_DIGITS else _DIGITS.get(character.lower(), "")


def bindings(*keys: Key) -> list[BindingType]:
    """Return what a screen or widget takes as BINDINGS."""
    return [key.bound() for key in keys]


HELP = Key("f1", "app.help", msg("Help"), "F1")
LANGUAGE = Key("f2", "app.language", msg("Language"), "F2")
MENU = Key("f10", "app.menu", msg("Menu"), "F10")
MENU_LETTER = Key("ctrl+p", "app.menu")
LEAVE = Key("ctrl+q", "app.leave", priority=True)
BACK = Key("escape", "back", msg("Back"), "Esc")
CLOSE = Key("escape", "back", msg("Close"), "Esc")
UNDO = Key("ctrl+z", "undo", msg("Undo"), "Ctrl+Z")
REDO = Key("ctrl+y", "redo", msg("Redo"), "Ctrl+Y")

GLOBAL = (HELP, LANGUAGE, MENU, MENU_LETTER, LEAVE)
"""On every screen; the line of keys puts them last."""
