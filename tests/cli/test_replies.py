from __future__ import annotations

import pytest

from ngo_assist.cli.replies import Kind, means_stop, number, read_reply


@pytest.mark.parametrize(
    ("line", "kind", "level", "rest"),
    [
        ("0", "level", 0, ""),
        (" 4 ", "level", 4, ""),
        ("5", "unknown", 0, ""),
        ("-1", "unknown", 0, ""),
        ("1 2", "unknown", 0, ""),
        ("?", "why", 0, ""),
        (",", "why", 0, ""),
        ("n", "note", 0, ""),
        ("n our only laptop", "note", 0, "our only laptop"),
        ("т наш единственный ноутбук", "note", 0, "наш единственный ноутбук"),
        ("-", "not_applicable", 0, ""),
        ("— у нас нет почты", "not_applicable", 0, "у нас нет почты"),
        ("u", "unsure", 0, ""),
        ("Г", "unsure", 0, ""),
        ("s", "skip", 0, ""),
        ("ы", "skip", 0, ""),
        ("B", "back", 0, ""),
        ("и", "back", 0, ""),
        ("q", "stop", 0, ""),
        ("Й", "stop", 0, ""),
        ("", "keep", 0, ""),
        ("g 12", "go", 0, "12"),
        ("п 12", "go", 0, "12"),
        ("l", "open", 0, ""),
        ("д", "open", 0, ""),
        ("e a photo", "evidence", 0, "a photo"),
        ("r", "again", 0, ""),
        ("h", "help", 0, ""),
        ("ә", "level", 2, ""),
        ("қ", "level", 0, ""),
        ("quit", "unknown", 0, ""),
        ("q later", "unknown", 0, ""),
        ("²", "unknown", 0, ""),
    ],
)
def test_a_line_means_the_same_on_each_keyboard(line: str, kind: Kind, level: int, rest: str) -> None:
    reply = read_reply(line, top=4)
    assert (reply.kind, reply.level, reply.rest) == (kind, level, rest)


def test_numbers_of_any_length_are_read_or_refused() -> None:
    assert number("12") == 12
    assert number('"ә') == 12
    assert number('"үұ') == 189
    assert number(".") == 7
    assert number("9" * 5000) is None
    assert number("") is None
    assert number("1.5") is None


def test_stopping_works_on_each_keyboard() -> None:
    assert means_stop("q")
    assert means_stop(" й ")
    assert not means_stop("0")
