"""The decisions of home, profile, mode and interview, without a screen."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngo_assist.application import profile_form
from ngo_assist.application.home_rows import Standing, in_words, standing_of
from ngo_assist.i18n import translator
from ngo_assist.i18n.alphabet import in_order
from ngo_assist.messages import Message
from ngo_assist.tui import keys
from ngo_assist.tui.folding import contains
from ngo_assist.tui.theme import THEMES
from ngo_assist.tui.widgets.keys_line import KeyHint, fitting, flow, gap
from ngo_assist.tui.widgets.progress import Group, marks
from ngo_assist.tui.widgets.shapes import fill_shape, level_shape

from .conftest import PROFILE, Computer


@given(
    st.lists(st.lists(st.booleans(), min_size=1, max_size=60), min_size=1, max_size=40), st.integers(0, 100)
)
def test_the_marks_never_take_more_columns_than_there_are(groups: list[list[bool]], width: int) -> None:
    for here in range(len(groups)):
        made = [Group(tuple(group), 0 if here == place else None) for place, group in enumerate(groups)]
        assert marks(made, width).cell_len <= width


def test_marks_are_one_a_question_where_they_fit_else_one_a_dimension_but_for_the_one_here() -> None:
    groups = [Group((True, False), 1), Group((True, True))]
    assert marks(groups, 80).plain == "●◉ ●●"
    assert marks([*groups, Group((False,) * 9)], 13).plain == "●◉ ●○"
    assert marks(groups, 3).plain == "◑ ●"
    assert marks(groups, 2).plain == ""


def test_marks_of_the_same_questions_are_of_one_kind_wherever_one_is() -> None:
    sizes = (3, 1, 5)

    def marked(here: int, width: int) -> int:
        groups = [Group((False,) * size, 0 if n == here else None) for n, size in enumerate(sizes)]
        return len(marks(groups, width).plain.replace(" ", ""))

    for width in range(14):
        seen = [marked(here, width) for here in range(3)]
        # For each question; for each dimension and each question of the one here; for each dimension.
        assert seen in ([9, 9, 9], [5, 3, 7], [3, 3, 3], [0, 0, 0]), width


@pytest.mark.parametrize("top", range(1, 7))
def test_each_level_of_two_to_seven_has_its_own_shape(top: int) -> None:
    shapes = [level_shape(level, top) for level in range(top + 1)]
    assert len(set(shapes)) == top + 1 and shapes == sorted(shapes)


def test_only_nothing_is_empty_and_only_all_is_full() -> None:
    assert [fill_shape(share) for share in (0, 0.01, 0.5, 0.99, 1)] == ["○", "◔", "◑", "◕", "●"]


@pytest.mark.parametrize(("typed", "meant"), [("", None), (" ", None), ("3", 3), ("1 200", 1200), ("0", 0)])
def test_a_number_may_be_left_out_or_have_spaces(typed: str, meant: int | None) -> None:
    assert profile_form.count(typed) == meant


@pytest.mark.parametrize("typed", ["-1", "3.5", "three", "²", "٣", "99999999999999999999"])
def test_what_is_no_number_gets_a_plain_sentence(typed: str) -> None:
    assert isinstance(profile_form.count(typed), Message)


def test_a_wrong_field_keeps_what_was_there_before() -> None:
    wrong = replace(profile_form.form_of(PROFILE), paid_staff="many", volunteers="9")
    assert set(profile_form.problems(wrong)) == {"paid_staff"}
    profile = profile_form.profile_of(wrong, PROFILE)
    assert (profile.paid_staff, profile.volunteers) == (2, 9)


def test_a_name_is_a_must_and_may_not_be_endless() -> None:
    assert set(profile_form.problems(profile_form.Form(name="\u202e \x07"))) == {"name"}
    assert set(profile_form.problems(profile_form.Form(name="x" * 201))) == {"name"}


@given(st.text(max_size=50))
def test_any_typed_name_is_kept_clean_or_refused(name: str) -> None:
    form = profile_form.Form(name=name)
    if "name" not in profile_form.problems(form):
        kept = profile_form.profile_of(form).name
        assert kept and not any(unicodedata.category(letter) in ("Cc", "Zl", "Zp") for letter in kept)


def test_kazakh_names_are_found_with_a_russian_keyboard() -> None:
    assert contains("Қауіпсіз ауыл", "Кау")
    assert contains("Үміт аналары", "умит АНА")
    assert not contains("Үміт", "кау")


def test_home_says_where_each_organisation_stands(computer: Computer) -> None:
    session = computer.session()
    session.create(PROFILE)
    folder = session.folder
    assert folder is not None
    t = translator("en")
    assert standing_of(folder, computer.rubric).next == "mode"
    session.start("quick")
    session.answer("security.backup", 1)
    begun = standing_of(folder, computer.rubric)
    assert (begun.next, begun.settled, begun.asked) == ("interview", 1, 12)
    assert in_words(begun, t)[0] == "23 November 2026 · 1 of 12 answered"
    for practice in session.practices:
        session.answer(practice.id, 1)
    assert standing_of(folder, computer.rubric).next == "results"


def test_home_says_that_an_organisation_with_a_mistake_in_its_file_cannot_be_read(computer: Computer) -> None:
    session = computer.session()
    session.create(PROFILE)
    assert session.folder is not None
    path = session.folder.path / "organisation.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("volunteers = 8", "volunteers = -1"), encoding="utf-8"
    )
    standing = standing_of(computer.workspace.folder(session.folder.slug), computer.rubric)
    assert standing.next == "broken" and standing.error is not None
    assert str(path) in str(standing.error)


def test_a_broken_file_is_named_and_hides_no_other(computer: Computer) -> None:
    session = computer.session()
    session.create(PROFILE)
    session.start("quick")
    folder = session.folder
    assert folder is not None
    folder.assessment_path(session.assessment.id).write_text("level = ", encoding="utf-8")
    standing = standing_of(folder, computer.rubric)
    assert standing.next == "broken" and standing.error is not None


def test_a_plan_that_cannot_be_read_does_not_shut_its_organisation_away(computer: Computer) -> None:
    session = computer.session()
    session.create(PROFILE)
    session.start("quick")
    for practice in session.practices:
        session.answer(practice.id, 1)
    folder = session.folder
    assert folder is not None
    session.plans.make(session.plans.limits)
    assert standing_of(folder, computer.rubric).next == "plan"
    newer = folder.plan_path("2031-01-01")
    newer.mkdir(parents=True)
    (newer / "plan.toml").write_text('schema = "ngo-assist/plan@9"\n', encoding="utf-8")
    assert standing_of(folder, computer.rubric).next == "plan"
    session.plans.files[1].write_text("broken = ", encoding="utf-8")
    assert standing_of(folder, computer.rubric).next == "results"


def test_a_plan_counts_what_is_done() -> None:
    assert in_words(Standing("plan", None, 12, 12, 3, 9), translator("en"))[0] == "3 of 9 actions done"


def test_every_letter_and_digit_is_bound_with_its_neighbours() -> None:
    assert keys.with_neighbours("ctrl+z") == "ctrl+z,ctrl+я"
    assert keys.with_neighbours("2") == "2,ә,Ә"
    assert keys.with_neighbours("6") == "6,comma"
    assert keys.with_neighbours("f3") == "f3"
    assert {key.key for key in keys.GLOBAL} >= {"f1", "f2", "f10"}


def test_regions_stand_in_the_order_of_the_alphabet() -> None:
    kazakh = ["Шымкент", "Қызылорда", "Алматы", "Өскемен", "Әулиекөл", "Ұлытау", "Орал", "Ғалым", "Гүлшат"]
    assert sorted(kazakh, key=lambda name: in_order(name, "kk")) == [
        "Алматы",
        "Әулиекөл",
        "Гүлшат",
        "Ғалым",
        "Қызылорда",
        "Орал",
        "Өскемен",
        "Ұлытау",
        "Шымкент",
    ]
    assert sorted(["Жуков", "Ёлкино", "Егоров"], key=lambda name: in_order(name, "ru"))[1] == "Ёлкино"


def test_a_new_form_chooses_nothing_that_would_steer_questions_or_plan() -> None:
    profile = profile_form.profile_of(profile_form.Form(name="Үміт"))
    assert (profile.goal, profile.settlement, profile.connectivity, profile.device) == (None,) * 4
    assert not profile.alone


@given(st.lists(st.integers(1, 20), max_size=14), st.integers(56, 120))
def test_the_line_of_keys_has_two_lines_at_most_and_keeps_what_leads_to_the_rest(
    lengths: list[int], width: int
) -> None:
    own = [KeyHint(f"ctrl+{place}", "F1", "x" * length) for place, length in enumerate(lengths)]
    kept = [KeyHint("escape", "Esc", "Back"), KeyHint("f1", "F1", "Help"), KeyHint("f10", "F10", "Menu")]
    lines = fitting([*own, *kept, KeyHint("f2", "F2", "Language")], width)
    shown = [hint for line in lines for hint in line]
    assert len(lines) <= 2 and set(kept) <= set(shown)
    # What stands first goes last, and the order stays.
    assert [hint for hint in shown if hint in own] == own[: len([hint for hint in shown if hint in own])]


@given(st.lists(st.integers(1, 20), max_size=12), st.integers(20, 120))
def test_the_line_of_keys_is_broken_between_keys_only(lengths: list[int], width: int) -> None:
    hints = [KeyHint(f"f{place}", "F1", "x" * length) for place, length in enumerate(lengths)]
    lines = flow(hints, width)
    assert [hint for line in lines for hint in line] == hints
    for line in lines:
        assert sum(hint.width for hint in line) + gap(width) * (len(line) - 1) <= max(width, 23)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# The terminal's own colours are the terminal's to choose.
@pytest.mark.parametrize("name", [name for name in THEMES if name != "terminal"])
def test_every_text_colour_stands_out_from_every_ground(name: str) -> None:
    theme = THEMES[name]
    more = theme.variables
    inks = [theme.foreground, theme.primary, theme.secondary, theme.warning, theme.error, theme.success]
    grounds = [theme.background, theme.surface, theme.panel]
    pairs = [(ink, ground) for ink in [*inks, more["muted"]] for ground in grounds]
    pairs.append((more["block-cursor-foreground"], more["block-cursor-background"]))
    pairs.append((more["block-cursor-blurred-foreground"], more["block-cursor-blurred-background"]))
    for ink, ground in pairs:
        assert ink is not None and ground is not None
        bright, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
        assert (bright + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)
