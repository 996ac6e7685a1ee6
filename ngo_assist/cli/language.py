"""Which language is spoken: asked for, else the assessment's, else the settings', else the system's."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ngo_assist.i18n import LANGUAGES

ENGLISH = "en"
_CODE = re.compile(r"^[A-Za-z]{2,3}([_-][A-Za-z]{2,4})?$")
_SLIPS = {"kz": "kk"}
"""The country where the language is meant."""


@dataclass(frozen=True)
class Languages:
    """The languages of one command."""

    content: str
    """Of the plan and of the rubric's texts, as it is wished; the rubric may lack it."""
    interface: str
    """Of our own words: one that the interface has."""


def choose_language(
    asked: str | None = None,
    assessment: str | None = None,
    settings: str | None = None,
    system: str | None = None,
) -> Languages:
    """Return the first that is given; the interface follows if it has it, else English."""
    content = next(
        (code for given in (asked, assessment, settings, system) if given and (code := language_code(given))),
        ENGLISH,
    )
    return Languages(content, fitting(content, tuple(LANGUAGES)) or ENGLISH)


def language_code(text: str) -> str | None:
    """Return the code in `text` without encoding or variant ("ru_KZ.UTF-8" gives "ru_KZ"); None: no code."""
    bare = re.split(r"[.@]", text.strip())[0]
    if not _CODE.match(bare):
        return None
    language, mark, place = re.split(r"([_-])", bare + "_")[0:3]
    language = _SLIPS.get(language.lower(), language.lower())
    return f"{language}{mark}{place}" if place else language


def fitting(wanted: str, available: Sequence[str]) -> str | None:
    """Return which of `available` is meant: the same code, else the same language elsewhere; or None."""
    if wanted in available:
        return wanted
    plain = {code.lower().replace("-", "_"): code for code in available}
    exact = wanted.lower().replace("-", "_")
    return plain.get(exact) or plain.get(exact.partition("_")[0])


def system_language(environ: Mapping[str, str]) -> str | None:
    """Return the language that the system is set to; None where it is set to none ("C")."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name, ""):
            return None if value.partition(".")[0] in ("C", "POSIX") else language_code(value)
    return _windows_language() if sys.platform == "win32" else None


def _windows_language() -> str | None:
    import ctypes
    import locale

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    return language_code(locale.windows_locale.get(kernel.GetUserDefaultUILanguage(), ""))
