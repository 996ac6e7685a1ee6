"""What people type and files hold is safe to show before anyone sees it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngo_assist.clean import clean_line, clean_text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\x1b[31mRed\x1b[0m", "Red"),
        ("\x9b2JSeen", "Seen"),
        ("\x1b]0;a title\x07Umit", "Umit"),
        ("\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bPq#0;2\x1b\\after", "after"),
        ("\x1b(Bplain\x1bc", "plain"),
        ("\x1b", ""),
        ("bell\x07, null\x00, delete\x7f", "bell, null, delete"),
        ("\u202egpj.exe", "gpj.exe"),
        ("\u2066a\u2069\u200eb\u200f\u061c", "ab"),
        ("\ufeffze\u200bro", "zero"),
        ("soft\u00adly", "softly"),
        ("hidden\U000e0041\U000e0042", "hidden"),
        ("half \ud83d", "half "),
        ("и\u0306", "й"),
    ],
)
def test_what_steers_a_terminal_or_hides_is_removed_and_the_words_stay(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


def test_a_title_sequence_without_an_end_does_not_take_the_note_with_it() -> None:
    assert clean_text("\x1b]0;we meet on Mondays\nin the library") == "0;we meet on Mondays\nin the library"


def test_a_note_keeps_its_lines_and_tabs_and_all_line_ends_become_one_kind() -> None:
    assert clean_text("one\r\ntwo\rthree\u2028four\n\n\tfive ") == "one\ntwo\nthree\nfour\n\n\tfive "


def test_a_name_is_one_line_with_single_spaces() -> None:
    assert clean_line("  Umit\r\n\tvillage\u2029club  ") == "Umit village club"


def test_markup_is_only_words() -> None:
    assert clean_line("[bold]<b>*Umit*</b>|`x`") == "[bold]<b>*Umit*</b>|`x`"


def test_joiners_stay_inside_words_where_scripts_and_emoji_need_them_and_nowhere_else() -> None:
    persian, family = "می\u200cخواهم", "👩\u200d👧"
    assert clean_line(f"{persian} {family}") == f"{persian} {family}"
    assert clean_line("\u200d\u200c a\u200d \u200db\u200d\u200dc") == "a b\u200dc"


@given(st.text(alphabet=st.characters() | st.sampled_from("\x1b[]\\;m\x07\x9b\u200c\u200d\n \u202e")))
def test_cleaning_twice_changes_nothing_and_leaves_no_control(typed: str) -> None:
    for clean in (clean_text, clean_line):
        once = clean(typed)
        assert clean(once) == once
        assert unicodedata.is_normalized("NFC", once)
        bad = [c for c in once if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
        assert not bad
    assert "\n" not in clean_line(typed)


def test_a_huge_hostile_text_is_cleaned_in_no_time() -> None:
    assert clean_text("\x1b]" * 200_000 + "\x9d\x90" * 200_000 + "\u200d" * 200_000) == ""
