"""What is said of a model in every place: its licence, its languages, whether there is memory for it."""

from __future__ import annotations

from collections.abc import Sequence

from ngo_assist.application.model_files import megabytes
from ngo_assist.application.model_rows import ModelRow
from ngo_assist.i18n.labels import LANGUAGE, label
from ngo_assist.i18n.translator import Translator


def licence(name: str, source: str, t: Translator) -> str:
    """Return the licence's name, else where to ask for it."""
    if name:
        return name
    return t("ask for it at {source}", source=source) if source else t("ask for it")


def licence_of(row: ModelRow, t: Translator) -> str:
    """Return the licence of a model of the table, and who says so where that is only the file."""
    name = licence(row.licence, row.known.repo if row.known else "", t)
    return t("{licence}, as the file itself says", licence=name) if row.claimed_licence else name


def spoken(languages: Sequence[str], t: Translator) -> str:
    """Return languages by their names."""
    return t.join([label(t, LANGUAGE, code) for code in languages]) or t("not said")


def memory_of(row: ModelRow, t: Translator) -> str:
    """Return what a model needs, and whether that is free now."""
    if row.memory is None:
        return t("memory: not known")
    size = t(megabytes(row.memory))
    if row.fits_memory is None:
        return t("memory: needs {size}", size=size)
    if row.fits_memory:
        return t("memory: needs {size}; this computer can run it now", size=size)
    return t("memory: needs {size}, more than is free now", size=size)
