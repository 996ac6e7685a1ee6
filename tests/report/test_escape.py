"""Whatever stands in a name or a note reads as it was written, and becomes nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngo_assist.clean import clean_line, clean_text
from ngo_assist.report.escape import block, inline, quote
from tests.report.rendered import skeleton, words

HOSTILE = [
    "a | b",
    "a \\| b \\",
    "`code` ``more``",
    "<b>bold</b> <script>alert(1)</script>",
    "<!-- hidden",
    "<https://evil.example>",
    "https://evil.example/a_b www.evil.example me@evil.example",
    "[link](http://evil.example) ![image](x.png) [^1] [x]: y",
    "*em* **strong** _em_ __strong__ ~~gone~~",
    "# heading #",
    "- item",
    "+ item",
    "1. item",
    "123456789) item",
    "> quote",
    "---",
    "===",
    "***",
    "```",
    "~~~",
    "&amp; &lt; &#42; & alone",
    "$x^2$ and $$",
    "\\",
    "    code",
    "a\nb",
    "one\r\n\r\n# two",
    "\x1b[31mred\u202e",
]
TEXTS = st.lists(
    st.sampled_from(
        [*HOSTILE, " ", "\n", "\n\n", "|", "\\", "*", "_", "`", "<", ">", "1.", "-", "#", "слово"]
    )
    | st.text(max_size=6),
    max_size=8,
).map("".join)

PLACES = {
    "paragraph": "{}",
    "label": "**Label:** {}",
    "strong": "**x{}x**",
    "heading": "## {}",
    "heading after a name": "# Plan: {}",
    "item": "- {}",
    "nested item": "- a\n  - {}",
    "tick box": "- [ ] {}",
    "numbered": "1. {}",
    "in quotation marks": "It says: “{}” here.",
    "quote": "> {}",
}


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("place", PLACES)
def test_hostile_text_reads_as_it_was_written_wherever_it_stands(place: str, text: str) -> None:
    check(place, text)


@given(st.sampled_from(list(PLACES)), TEXTS)
def test_any_text_reads_as_it_was_written_wherever_it_stands(place: str, text: str) -> None:
    check(place, text)


def check(place: str, text: str) -> None:
    page, innocent = PLACES[place].format(inline(text)), PLACES[place].format("x")
    if not clean_line(text):
        return
    assert skeleton(page) == skeleton(innocent)
    # A paragraph of its own loses no word; what stands around it is the place's.
    around = words(PLACES[place].format("\ue000"))
    assert words(page) == around.replace("\ue000", clean_line(text))


@given(TEXTS, TEXTS)
def test_any_text_stays_in_its_cell(one: str, other: str) -> None:
    def table(*cells: str) -> str:
        return f"| A | B |\n| :-- | :-- |\n| {cells[0]} | {cells[1]} |\n| x | y |\n"

    page = table(inline(one), inline(other))
    assert skeleton(page) == skeleton(table("x", "y"))
    assert words(page) == "AB" + clean_line(one) + clean_line(other) + "xy"


@given(TEXTS)
def test_a_block_keeps_its_lines_and_a_quote_is_one_quote(text: str) -> None:
    paragraphs = [line for line in (clean_line(line) for line in clean_text(text).split("\n")) if line]
    assert words(block(text)) == words(quote(text))
    assert words(block(text)).replace("\n", "") == "".join(paragraphs)
    assert set(skeleton(block(text))) <= {"paragraph_openp", "paragraph_closep", "inline"}
    quoted = skeleton(quote(text))
    assert quoted.count("blockquote_openblockquote") == 1
    assert quoted[1:-1] == skeleton(block(text))


def test_a_letter_keeps_its_paragraphs_and_lines() -> None:
    assert quote("Dear akimat,\nwe ask you.\n\n- Umit") == "> Dear akimat,  \n> we ask you.\n>\n> \\- Umit"


@pytest.mark.parametrize(
    "text",
    ["ОФ «Үміт» (Семей), №5 & партнёры: 1.5 дня — 50 000 ₸!", "egov.kz, т.е. сайт", "3.5 hours; A+B = C"],
)
def test_ordinary_text_needs_no_escape(text: str) -> None:
    assert inline(text) == text


@pytest.mark.parametrize(
    "text", ["https://evil.example/a", "HTTP://WWW.EVIL.EXAMPLE", "ftp://a.b", "me@evil.example"]
)
def test_a_bare_address_holds_nothing_that_github_makes_a_link_of(text: str) -> None:
    written = inline(text).lower()
    assert not any(mark in written for mark in ("://", "www.", "evil.example"))
    assert words(inline(text)) == text
