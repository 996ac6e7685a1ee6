"""Words for the values that files hold: what `connectivity = "occasional"` is called on screen and on paper.

Each function takes a translator and returns the word in its language; an unknown value is shown as it is.
"""

from __future__ import annotations

from ngo_assist.i18n.translator import Translator
from ngo_assist.messages import Message, msg

CONNECTIVITY = {
    "none": msg("no connection"),
    "occasional": msg("now and then, at a sync point"),
    "mobile": msg("mobile: daily, slow or metered"),
    "steady": msg("steady"),
}
CONNECTION_NEEDED = {
    "none": msg("no connection needed"),
    "occasional": msg("a connection now and then"),
    "mobile": msg("mobile internet"),
    "steady": msg("a steady connection"),
}
DEVICE = {
    "phone": msg("phones only"),
    "shared": msg("a shared computer"),
    "own": msg("a computer of our own"),
}
SETTLEMENT = {"city": msg("city"), "town": msg("town"), "village": msg("village")}
GOAL = {
    "time": msg("time saved"),
    "money": msg("money raised"),
    "reach": msg("more people reached"),
    "safety": msg("safety"),
    "reporting": msg("easier reporting"),
}
ROLE = {
    "leader": msg("leader"),
    "staff": msg("staff member"),
    "volunteer": msg("volunteer"),
    "accountant": msg("accountant"),
    "consultant": msg("consultant"),
}
STATUS = {
    "todo": msg("to do"),
    "doing": msg("in progress"),
    "done": msg("done"),
    "dropped": msg("dropped"),
}
ORIGIN = {
    "model": msg("written by the model on this computer"),
    "rubric": msg("the rubric's words"),
    "person": msg("written by a person"),
}
REASON = {
    "connectivity": msg("needs a better connection than there is"),
    "device": msg("needs a computer"),
    "budget": msg("does not fit the budget"),
    "capacity": msg("takes longer than the whole plan"),
    "date": msg("its yearly date lies outside this plan"),
    "requires": msg("waits for something that is not in this plan"),
    "horizon": msg("no room in these months"),
}
MODE = {"full": msg("full"), "quick": msg("quick")}
LANGUAGE = {"kk": msg("Kazakh"), "ru": msg("Russian"), "en": msg("English")}
MODEL_ENDED = {
    "stopped": msg("The drafting was stopped; the other texts are the rubric's own."),
    "worker": msg("The model stopped working; the other texts are the rubric's own."),
}
NOTHING_ANSWERED = msg(
    "Nothing is answered yet, so there is nothing to plan from. Answer some questions first."
)

REGIONS: dict[str, dict[str, str]] = {
    "KZ-10": {"en": "Abai Region", "ru": "область Абай", "kk": "Абай облысы"},
    "KZ-11": {"en": "Akmola Region", "ru": "Акмолинская область", "kk": "Ақмола облысы"},
    "KZ-15": {"en": "Aktobe Region", "ru": "Актюбинская область", "kk": "Ақтөбе облысы"},
    "KZ-19": {"en": "Almaty Region", "ru": "Алматинская область", "kk": "Алматы облысы"},
    "KZ-23": {"en": "Atyrau Region", "ru": "Атырауская область", "kk": "Атырау облысы"},
    "KZ-27": {"en": "West Kazakhstan Region", "ru": "Западно-Казахстанская область", "kk": "Батыс Қазақстан облысы"},
    "KZ-31": {"en": "Zhambyl Region", "ru": "Жамбылская область", "kk": "Жамбыл облысы"},
    "KZ-33": {"en": "Zhetisu Region", "ru": "область Жетісу", "kk": "Жетісу облысы"},
    "KZ-35": {"en": "Karaganda Region", "ru": "Карагандинская область", "kk": "Қарағанды облысы"},
    "KZ-39": {"en": "Kostanay Region", "ru": "Костанайская область", "kk": "Қостанай облысы"},
    "KZ-43": {"en": "Kyzylorda Region", "ru": "Кызылординская область", "kk": "Қызылорда облысы"},
    "KZ-47": {"en": "Mangystau Region", "ru": "Мангистауская область", "kk": "Маңғыстау облысы"},
    "KZ-55": {"en": "Pavlodar Region", "ru": "Павлодарская область", "kk": "Павлодар облысы"},
    "KZ-59": {"en": "North Kazakhstan Region", "ru": "Северо-Казахстанская область", "kk": "Солтүстік Қазақстан облысы"},
    "KZ-61": {"en": "Turkistan Region", "ru": "Туркестанская область", "kk": "Түркістан облысы"},
    "KZ-62": {"en": "Ulytau Region", "ru": "область Ұлытау", "kk": "Ұлытау облысы"},
    "KZ-63": {"en": "East Kazakhstan Region", "ru": "Восточно-Казахстанская область", "kk": "Шығыс Қазақстан облысы"},
    "KZ-71": {"en": "Astana", "ru": "город Астана", "kk": "Астана қаласы"},
    "KZ-75": {"en": "Almaty city", "ru": "город Алматы", "kk": "Алматы қаласы"},
    "KZ-79": {"en": "Shymkent city", "ru": "город Шымкент", "kk": "Шымкент қаласы"},
}  # fmt: skip
"""The regions of Kazakhstan by ISO 3166-2 code, as named since June 2022."""


def label(t: Translator, words: dict[str, Message], value: str | None) -> str:
    """Return the word for `value`; an unknown one as it is, a missing one as "not given"."""
    if value is None:
        return t("not given")
    return t(words[value]) if value in words else value


def region(t: Translator, code: str | None) -> str:
    """Return the region's name; a code that is not in the table as it is."""
    if code is None:
        return t("not given")
    names = REGIONS.get(code, {})
    return names.get(t.language, code)


def ask_values(
    t: Translator,
    *,
    organisation: str,
    region_code: str | None,
    settlement: str | None,
    people: int | None,
    mission: str,
) -> dict[str, str]:
    """Return what fills the placeholders of an ask's letter; what is not known is left to be written in."""
    blank = "________"
    return {
        "organisation": organisation,
        "region": region(t, region_code) if region_code else blank,
        "settlement": label(t, SETTLEMENT, settlement) if settlement else blank,
        "people": t.number(people, 0) if people is not None else blank,
        "mission": mission.strip().rstrip(".!?…").strip() or blank,
    }
