"""The few questions about a new organisation, line by line."""

from __future__ import annotations

from typing import Any

from ngo_assist.assessment.model import NAME_MOST, NOTE_MOST, Profile
from ngo_assist.cli.dialogue import Dialogue
from ngo_assist.i18n import LANGUAGES, Translator
from ngo_assist.i18n.labels import CONNECTIVITY, DEVICE, GOAL, REGIONS, SETTLEMENT, region
from ngo_assist.messages import Message


def ask_profile(dialogue: Dialogue, t: Translator) -> Profile:
    """Return a new organisation's profile; only the name is a must. Raises `Stopped`."""
    dialogue.say(t("A new organisation. Enter alone leaves a question open, q stops."))
    name = dialogue.text(
        t("Its name (q: stop):"),
        NAME_MOST,
        lambda given: None if given else t("Please give it a name."),
        may_stop=True,
    )
    values: dict[str, Any] = {
        "name": name,
        "region": _one(dialogue, t("In which region?"), {code: region(t, code) for code in REGIONS}),
        "settlement": _one(dialogue, t("Where does it work?"), _words(t, SETTLEMENT)),
        "paid_staff": dialogue.count(t("How many are paid?")),
        "volunteers": dialogue.count(t("How many volunteers?")),
        "people_reached": dialogue.count(t("How many people does it reach in a year?")),
        "connectivity": _one(dialogue, t("Which internet connection is there?"), _words(t, CONNECTIVITY)),
        "device": _one(dialogue, t("Which devices are there to work with?"), _words(t, DEVICE)),
        "languages": _languages(dialogue, t),
        "goal": _one(dialogue, t("What do you want first?"), _words(t, GOAL)),
        "mission": dialogue.text(
            t("In one sentence: for whom does it work, and how?"), NOTE_MOST, may_stop=True
        ),
    }
    return Profile.model_validate({key: value for key, value in values.items() if value not in (None, "")})


def _one(dialogue: Dialogue, heading: str, words: dict[str, str]) -> str | None:
    place = dialogue.choose(heading, list(words.values()), optional=True)
    return None if place is None else list(words)[place]


def _words(t: Translator, words: dict[str, Message]) -> dict[str, str]:
    return {value: t(word) for value, word in words.items()}


def _languages(dialogue: Dialogue, t: Translator) -> tuple[str, ...]:
    codes = [code for code in ("kk", "ru", "en") if code in LANGUAGES]
    both = t.join([LANGUAGES["kk"], LANGUAGES["ru"]])
    place = dialogue.choose(
        t("In which language does it work?"), [*(LANGUAGES[code] for code in codes), both], optional=True
    )
    if place is None:
        return ()
    return ("kk", "ru") if place == len(codes) else (codes[place],)
