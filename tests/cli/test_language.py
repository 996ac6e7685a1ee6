from __future__ import annotations

import pytest

from ngo_assist.cli.language import Languages, choose_language, fitting, language_code, system_language


@pytest.mark.parametrize(
    ("asked", "assessment", "settings", "system", "content", "interface"),
    [
        (None, None, None, None, "en", "en"),
        (None, None, None, "ru_KZ", "ru_KZ", "ru"),
        (None, None, "kk", "ru_KZ", "kk", "kk"),
        (None, "ru", "kk", "en_GB", "ru", "ru"),
        ("kk", "ru", "en", "en_GB", "kk", "kk"),
        ("uz", "ru", "kk", "ru_RU", "uz", "en"),
        (None, "uz", "kk", None, "uz", "en"),
        ("KZ", None, None, None, "kk", "kk"),
        ("kk-KZ", None, None, None, "kk-KZ", "kk"),
        ("", "ru", None, None, "ru", "ru"),
        (None, None, "not a language", "kk_KZ.UTF-8", "kk_KZ", "kk"),
    ],
)
def test_the_first_language_that_is_given_is_taken_and_the_interface_follows_if_it_can(
    asked: str | None,
    assessment: str | None,
    settings: str | None,
    system: str | None,
    content: str,
    interface: str,
) -> None:
    assert choose_language(asked, assessment, settings, system) == Languages(content, interface)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ru", "ru"),
        ("RU", "ru"),
        ("ru_RU.UTF-8", "ru_RU"),
        ("kk_KZ.UTF-8@arabic", "kk_KZ"),
        ("uz-Cyrl", "uz-Cyrl"),
        ("kz", "kk"),
        ("C.UTF-8", None),
        ("русский", None),
        ("../..", None),
        ("", None),
    ],
)
def test_a_language_code_is_read_as_systems_and_people_write_it(text: str, code: str | None) -> None:
    assert language_code(text) == code


@pytest.mark.parametrize(
    ("wanted", "available", "found"),
    [
        ("ru", ("en", "ru"), "ru"),
        ("ru_KZ", ("en", "ru"), "ru"),
        ("uz-Cyrl", ("en", "uz", "uz_Cyrl"), "uz_Cyrl"),
        ("de", ("en", "ru"), None),
        ("uz", ("uz-Latn",), None),
    ],
)
def test_a_rubric_in_the_same_language_fits_a_wish_with_a_country(
    wanted: str, available: tuple[str, ...], found: str | None
) -> None:
    assert fitting(wanted, available) == found


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "kk_KZ.UTF-8"}, "kk_KZ"),
        ({"LC_ALL": "ru_RU.UTF-8", "LANG": "kk_KZ.UTF-8"}, "ru_RU"),
        ({"LC_ALL": "", "LC_MESSAGES": "kk_KZ", "LANG": "en_US"}, "kk_KZ"),
        ({"LC_ALL": "C", "LANG": "ru_RU.UTF-8"}, None),
        ({"LANG": "C.UTF-8"}, None),
        ({}, None),
    ],
)
def test_the_systems_language_is_read_from_its_variables(
    environ: dict[str, str], language: str | None
) -> None:
    assert system_language(environ) == language
