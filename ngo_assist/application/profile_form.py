"""What is typed into the profile, and what it means."""

from __future__ import annotations

from dataclasses import dataclass

from ngo_assist.assessment.model import NAME_MOST, NOTE_MOST, Profile
from ngo_assist.clean import clean_line, clean_text
from ngo_assist.messages import Message, msg

COUNT_MOST = 10_000_000
COUNTS = ("paid_staff", "volunteers", "people_reached")

NO_NAME = msg("Please write the organisation's name.")
LONG_NAME = msg("This name is too long: at most {most} letters.", most=NAME_MOST)
NO_NUMBER = msg("Please write a whole number, for example 3, or leave it empty.")
BIG_NUMBER = msg("This number is too large.")
LONG_MISSION = msg("This is too long: at most {most} letters.", most=NOTE_MOST)


@dataclass(frozen=True)
class Form:
    """The fields as they stand on the screen; texts as typed.

    All begin empty: what nobody has chosen must steer neither the questions nor the plan.
    """

    name: str = ""
    region: str | None = None
    settlement: str | None = None
    paid_staff: str = ""
    volunteers: str = ""
    people_reached: str = ""
    connectivity: str | None = None
    device: str | None = None
    languages: tuple[str, ...] = ()
    goal: str | None = None
    mission: str = ""


def form_of(profile: Profile) -> Form:
    """Return a filled form."""
    counts = {name: getattr(profile, name) for name in COUNTS}
    return Form(
        name=profile.name,
        region=profile.region,
        settlement=profile.settlement,
        connectivity=profile.connectivity,
        device=profile.device,
        languages=profile.languages,
        goal=profile.goal,
        mission=profile.mission,
        **{name: "" if count is None else str(count) for name, count in counts.items()},
    )


def count(text: str) -> int | Message | None:
    """Return the number typed, None for nothing, or what is wrong with it; spaces between digits are fine."""
    digits = "".join(text.split())
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit()):
        return NO_NUMBER
    return int(digits) if len(digits) <= 8 and int(digits) <= COUNT_MOST else BIG_NUMBER


def problems(form: Form) -> dict[str, Message]:
    """Return what is wrong, by field."""
    found: dict[str, Message] = {}
    name = clean_line(form.name)
    if not name:
        found["name"] = NO_NAME
    elif len(name) > NAME_MOST:
        found["name"] = LONG_NAME
    for field in COUNTS:
        meant = count(getattr(form, field))
        if isinstance(meant, Message):
            found[field] = meant
    if len(clean_text(form.mission)) > NOTE_MOST:
        found["mission"] = LONG_MISSION
    return found


def profile_of(form: Form, before: Profile | None = None) -> Profile:
    """Return what the form means; a field that is wrong keeps its value from `before`.

    The name must be right.
    """
    wrong = problems(form)
    values: dict[str, object] = {
        "name": clean_line(form.name),
        "region": form.region,
        "settlement": form.settlement,
        "connectivity": form.connectivity,
        "device": form.device,
        "languages": form.languages,
        "goal": form.goal,
        "mission": clean_text(form.mission).strip(),
        **{field: count(getattr(form, field)) for field in COUNTS},
    }
    for field in wrong:
        values[field] = getattr(before, field) if before else None
    return Profile.model_validate(
        {name: value for name, value in values.items() if value is not None or before}
    )
