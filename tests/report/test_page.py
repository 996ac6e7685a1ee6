"""One page, written down in three ways."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from ngo_assist.report.page import WIDTH, Blank, Block, Heading, Item, Items, Letter, Together, Words, write
from tests.report.rendered import skeleton, words

HOSTILE = "A | pipe, `ticks`, <b>bold</b> & [link](http://x.example), **stars** and # a hash"


class Seen(HTMLParser):
    """What a browser makes of a page: its elements, and the words in each."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text += data + "\n"


PAGE: list[Block] = [
    Heading(1, "The page"),
    Words("is said.", "What"),
    Items([Item("one"), Item("two", "2")]),
    Items([Item("first"), Item("second")], "number"),
    Together([Items([Item("yes"), Item("no")], "box"), Blank("Name:", lines=2)]),
    Letter("Dear all,\n\nplease help."),
]


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_every_word_is_on_the_page_in_its_order(form: str) -> None:
    page = write(PAGE, form, title="T", language="en")  # type: ignore[arg-type]
    text = page if form == "text" else words(page) if form == "md" else Seen(page).text
    place = -1
    for word in [
        "The page",
        "What",
        "is said.",
        "one",
        "2",
        "two",
        "first",
        "second",
        "yes",
        "Name:",
        "Dear",
    ]:
        found = text.find(word, place + 1)
        assert found > place, word
        place = found


def test_what_stands_in_a_text_is_never_markup() -> None:
    blocks: list[Block] = [Heading(1, HOSTILE), Words(HOSTILE), Items([Item(HOSTILE)]), Letter(HOSTILE)]
    plain: list[Block] = [Heading(1, "x"), Words("x"), Items([Item("x")]), Letter("x")]
    assert skeleton(write(blocks, "md", title="", language="en")) == skeleton(
        write(plain, "md", title="", language="en")
    )
    seen = Seen(write(blocks, "html", title=HOSTILE, language='en"><script>'))
    assert seen.tags == Seen(write(plain, "html", title="x", language="en")).tags
    assert seen.text.count("<b>bold</b>") == 5


def test_plain_text_fits_its_width_and_a_list_stands_under_itself() -> None:
    page = write([Items([Item("word " * 60)], "box"), Words("word " * 60)], "text", title="", language="en")
    lines = page.splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert lines[0].startswith("  [ ] word") and lines[1].startswith("      word")


def test_control_characters_of_a_text_reach_no_page() -> None:
    for form in ("text", "md", "html"):
        page = write([Words("a\x1b[31mb\x07c")], form, title="", language="en")  # type: ignore[arg-type]
        assert "\x1b" not in page and "\x07" not in page and "abc" in page


def test_html_closes_what_it_opens_and_names_its_language() -> None:
    page = write(PAGE, "html", title="T", language="kk")
    assert Seen(page).open == []
    assert '<html lang="kk">' in page
    assert page.count('<ul class="box">') == 1


def test_a_letter_keeps_its_lines() -> None:
    for form in ("text", "md", "html"):
        page = write([Letter("one\ntwo")], form, title="", language="en")  # type: ignore[arg-type]
        assert page.index("two") > page.index("\n", page.index("one"))
