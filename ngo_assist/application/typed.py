"""What people type into a field: numbers, months and days, as they are written in all three languages."""

from __future__ import annotations

import re
from datetime import date

YEARS = range(2000, 2101)


def number(text: str) -> float | None:
    """Read a number with a point or a comma, and with spaces between thousands."""
    plain = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".")
    return float(plain) if re.fullmatch(r"\d{1,15}(\.\d{1,4})?|\.\d{1,4}", plain) else None


def month(text: str) -> date | None:
    """Read 2026-12, 12.2026 or 12/2026 as the first day of the month."""
    found = re.fullmatch(r"\s*(?:(\d{4})[-./](\d{1,2})|(\d{1,2})[-./](\d{4}))\s*", text)
    if not found:
        return None
    return _date(int(found[1] or found[4]), int(found[2] or found[3]), 1)


def day(text: str) -> date | None:
    """Read 2026-12-31, 31.12.2026 or 31/12/2026."""
    found = re.fullmatch(
        r"\s*(?:(\d{4})[-./](\d{1,2})[-./](\d{1,2})|(\d{1,2})[-./](\d{1,2})[-./](\d{4}))\s*", text
    )
    if not found:
        return None
    if found[1]:
        return _date(int(found[1]), int(found[2]), int(found[3]))
    return _date(int(found[6]), int(found[5]), int(found[4]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None
