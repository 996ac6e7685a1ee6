"""One language's texts and formats.

A translator is handed to whoever shows something; there is no global language, so that two languages
can stand side by side (a Kazakh plan in a Russian interface). Texts come from `locale/<language>.po`,
read as they are: what a translator changes shows at the next start. Babel is loaded when the first date,
number or list is written: no first screen waits for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ngo_assist.i18n.catalogue import Forms, read_catalogue
from ngo_assist.messages import Message

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES: dict[str, str] = {"en": "English", "ru": "Русский", "kk": "Қазақша"}
"""The interface's languages by their own names; English is the source."""

SIGNS = {"KZT": "₸", "EUR": "€", "USD": "$", "RUB": "₽", "GBP": "£"}

LOCALE_DIR = Path(__file__).parent.parent / "locale"


class Translator:
    """Puts texts, dates and numbers into one language.

    A language that the interface lacks gets English texts.
    """

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self._texts = _texts(self.language)

    def __call__(self, text: str | Message, **values: object) -> str:
        """Return `text` in this language, its {fields} filled from `values`."""
        if isinstance(text, Message):
            return self(text.text, **{**text.values, **values})
        translated = self._texts.get(text, ())
        return self._fill((translated and translated[0]) or text, values)

    def plural(self, one: str, other: str, n: float, **values: object) -> str:
        """Return the form that `n` takes; `{n}` in it is `n` as this language writes it."""
        forms = self._texts.get(one, ())
        if forms and all(forms):
            pattern = forms[self._plural_index(n, len(forms))]
        else:
            pattern = one if n == 1 else other
        return self._fill(pattern, {"n": self.number(n), **values})

    def _fill(self, pattern: str, values: dict[str, object]) -> str:
        shown = {k: self(v) if isinstance(v, Message) else v for k, v in values.items()}
        return pattern.format(**shown) if shown else pattern.format()

    def _plural_index(self, n: float, forms: int) -> int:
        # gettext's rules know whole numbers only; CLDR gives a fraction its own form, which in Russian
        # is the genitive singular: «1,5 дня».
        if n != int(n):
            return 1 if forms > 1 else 0
        category = self._locale.plural_form(abs(int(n)))
        if forms == 3:
            return min(("one", "few", "many", "other").index(category), 2)
        return 0 if forms == 1 or category == "one" else 1

    @cached_property
    def _locale(self) -> Locale:
        from babel import Locale

        return Locale.parse(self.language)

    def date(self, value: dt.date) -> str:
        """Return a day, for example "1 December 2026"."""
        from babel.dates import format_date

        pattern = {"en": "d MMMM y", "ru": "d MMMM y 'г'.", "kk": "y 'ж'. d MMMM"}[self.language]
        return format_date(value, pattern, locale=self._locale)

    def day_of_year(self, month: int, day: int) -> str:
        """Return a day without its year, for example "31 March"."""
        from babel.dates import format_date

        pattern = {"en": "d MMMM", "ru": "d MMMM", "kk": "d MMMM"}[self.language]
        return format_date(dt.date(2024, month, day), pattern, locale=self._locale)

    def month(self, value: dt.date, *, heading: bool = False) -> str:
        """Return a month with its year, for example "December 2026"; as a heading with a capital."""
        from babel.dates import format_date

        # Alone, CLDR writes a month with a capital in Kazakh; its readers write it small.
        pattern = {"en": "LLLL y", "ru": "LLLL y", "kk": "y 'ж'. MMMM"}[self.language]
        text = format_date(value, pattern, locale=self._locale)
        return text[:1].upper() + text[1:] if heading else text

    def month_short(self, value: dt.date) -> str:
        """Return a month's name in at most four letters, for example "Dec"."""
        from babel.dates import format_date

        return format_date(value, "LLL", locale=self._locale).rstrip(".")[:4]

    def number(self, value: float, digits: int = 2) -> str:
        """Return a number with at most `digits` decimals, no trailing zeros."""
        from babel.numbers import format_decimal

        pattern = "#,##0." + "#" * digits if digits else "#,##0"
        return format_decimal(value, format=pattern, locale=self._locale)

    def percent(self, share: float) -> str:
        """Return a share of 0 to 1 as whole per cent."""
        from babel.numbers import format_percent

        return format_percent(share, locale=self._locale)

    def money(self, value: float, currency: str) -> str:
        """Return an amount in whole units with the currency's sign, for example "50 000 ₸"."""
        amount = self.number(value, 0)
        # CLDR writes the tenge's own sign only in Kazakh.
        return f"{amount}\u00a0{SIGNS.get(currency, currency)}" if currency else amount

    def join(self, items: Sequence[str]) -> str:
        """Return a list in words: "a, b and c"."""
        from babel.lists import format_list

        return format_list(list(items), locale=self._locale) if items else ""


@cache
def _texts(language: str) -> dict[str, Forms]:
    path = LOCALE_DIR / f"{language}.po"
    return {} if language == "en" or not path.is_file() else read_catalogue(path)


@cache
def translator(language: str) -> Translator:
    """Return the translator of `language`, made once."""
    return Translator(language)
