"""Days and money as the report says them."""

from __future__ import annotations

from ngo_assist.i18n.translator import Translator
from ngo_assist.report.escape import inline


def effort(days: float, t: Translator) -> str:
    """Return working days in words: "half a day", "1.5 days"."""
    if days == 0.5:
        return t("half a day")
    if days == 0.25:
        return t("two hours")
    return t.plural("{n} day", "{n} days", days)


def cost(amount: float, currency: str, t: Translator) -> str:
    """Return what something costs; nothing is "free"."""
    return money(amount, currency, t) if amount else t("free")


def money(amount: float, currency: str, t: Translator) -> str:
    """Return an amount as the language writes it; the currency comes from a file and may be anything."""
    return t.money(amount, inline(currency))
