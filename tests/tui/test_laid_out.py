"""Lines of a list, laid out for each width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from ngo_assist.clean import clean_line
from ngo_assist.tui.widgets.laid_out import LaidOut, cut, filled, wrapped

TEXTS = st.text(max_size=80).map(clean_line)


@given(TEXTS, st.integers(2, 60))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert lines and all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXTS, st.integers(1, 60))
def test_a_cut_text_fits_and_says_that_it_is_cut(text: str, width: int) -> None:
    shown = cut(text, width)
    assert cell_len(shown) <= width
    assert shown == text or shown.endswith("…")
    assert cell_len(filled(shown, width)) == width


def test_lines_are_worked_out_once_for_a_width() -> None:
    asked: list[int] = []
    row = LaidOut(lambda width: asked.append(width) or [[("x" * width, False)]])  # type: ignore[func-returns-value]
    assert [row.get_height({}, width) for width in (5, 5, 7, 7)] == [1, 1, 1, 1]
    assert asked == [5, 7]
