"""Days and money in plain words: what the report, the screens and the commands say alike."""

from __future__ import annotations

from ngo_assist.i18n.translator import Translator


def effort(days: float, t: Translator) -> str:
    """Return working days in words: "half a day", "1.5 days"."""
    if days == 0.5:
        return t("half a day")
    if days == 0.25:
        return t("two hours")
    return t.plural("{n} day", "{n} days", days)


def cost(amount: float, currency: str, t: Translator) -> str:
    """Return what something costs; nothing is "free"."""
    return t.money(amount, currency) if amount else t("free")
