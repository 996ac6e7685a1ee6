"""What a plan must keep to, where nobody has said otherwise."""

from __future__ import annotations

from datetime import date

from ngo_assist.assessment.model import Assessment, Profile
from ngo_assist.messages import UserError, msg
from ngo_assist.planning.model import Limits
from ngo_assist.planning.paths import Means
from ngo_assist.rubric.model import Connectivity, Rubric

MONTHS = 6
ACTIONS_PER_MONTH = 3
LAST_YEAR = 2999
UNKNOWN_STAFF_DAYS = 2.0
"""Where the file does not say how many are paid: the two people that most of these organisations are."""
UNKNOWN_CONNECTIVITY: Connectivity = "mobile"
"""Where the file does not say: what most have, and what asks for little."""


def default_limits(rubric: Rubric, assessment: Assessment, today: date) -> Limits:
    """Return the limits that fit the organisation; `today` counts only if the assessment has no date."""
    profile = assessment.organisation
    return Limits(
        start=month_after(_made_on(assessment) or today),
        months=MONTHS,
        days_per_month=days_per_month(profile),
        actions_per_month=ACTIONS_PER_MONTH,
        budget=default_budget(rubric),
        currency=rubric.currency,
        connectivity=profile.connectivity or UNKNOWN_CONNECTIVITY,
    )


def _made_on(assessment: Assessment) -> date | None:
    """Return the day the assessment was made; a file without times has it in its id. Raises `UserError`."""
    made = assessment.finished or assessment.updated or assessment.started
    try:
        day = made.date() if made else date.fromisoformat(assessment.id[:10])
    except ValueError:
        return None
    if day.year > LAST_YEAR:
        raise UserError(
            msg("No plan can be made from the year {year}.", year=str(day.year)),
            assessment.id,
            msg("Put the dates of the assessment right."),
        )
    return day


def days_per_month(profile: Profile) -> float:
    """Return how many working days a month an organisation of this size can spare."""
    if profile.paid_staff is None:
        return UNKNOWN_STAFF_DAYS
    for most, days in ((1, 1.0), (5, 2.0), (14, 4.0)):
        if profile.paid_staff <= most:
            return days
    return 6.0


def default_budget(rubric: Rubric) -> float:
    """Return twice the second cost band; where there is but one, twice that."""
    bands = list(rubric.header.cost_bands.values())
    return 2 * (bands[1] if len(bands) > 1 else bands[0])


def means(limits: Limits, profile: Profile) -> Means:
    """Return what the organisation has to work with, its connection as the limits say."""
    return Means(limits.connectivity, profile.device, profile.settlement, profile.goal)


def month_after(day: date, months: int = 1) -> date:
    """Return the first day of the month that comes `months` after the day's own."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
