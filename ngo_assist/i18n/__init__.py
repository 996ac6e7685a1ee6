"""The interface's own texts, and dates, numbers and plurals as each language writes them."""

from ngo_assist.i18n.translator import LANGUAGES, Translator, translator

__all__ = ["LANGUAGES", "Translator", "translator"]
