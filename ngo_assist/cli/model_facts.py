"""What is said of a model in every place: its licence, its languages."""

from __future__ import annotations

from collections.abc import Sequence

from ngo_assist.i18n import Translator
from ngo_assist.i18n.labels import LANGUAGE, label


def licence(name: str, source: str, t: Translator) -> str:
    """Return the licence's name, else where to ask for it."""
    if name:
        return name
    return t("ask for it at {source}", source=source) if source else t("ask for it")


def spoken(languages: Sequence[str], t: Translator) -> str:
    """Return languages by their names."""
    return t.join([label(t, LANGUAGE, code) for code in languages]) or t("not said")
