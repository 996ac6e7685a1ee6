"""One small rubric in three languages, its plan, and its briefs."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from ngo_assist.assessment.model import Answer, Assessment, Profile, RubricRef
from ngo_assist.drafting.brief import Brief, action_brief, summary_brief
from ngo_assist.drafting.instructions import Field
from ngo_assist.planning.model import Limits, Plan, PlannedAction, PlanScores
from ngo_assist.rubric.model import Dimension, Header, Rubric

BACKUP = "security.backup.weekly-copy"
CONSENT = "data.consent.one-sheet"

_BACKUP = {
    "id": "security.backup",
    "serves": ["safety"],
    "question": {
        "en": "Do you keep copies of your important files?",
        "ru": "Есть ли у вас копии важных файлов?",
        "kk": "Маңызды файлдардың көшірмесі бар ма?",
    },
    "why": {
        "en": "A broken disk or a stolen phone can take years of reports and photos with it.",
        "ru": "Сломанный диск или украденный телефон унесёт с собой отчёты и фотографии за многие годы.",
        "kk": "Сынған диск не ұрланған телефон көп жылғы есептер мен фотоларды алып кетеді.",
    },
    "evidence": {"en": "The stick.", "ru": "Флешка.", "kk": "Флешка."},
    "levels": [
        {
            "en": "Files and photos are only on one computer.",
            "ru": "Файлы и фотографии только на одном компьютере.",
            "kk": "Файлдар мен фотолар бір ғана компьютерде.",
        },
        {
            "en": "Some files have been copied.",
            "ru": "Часть файлов скопирована.",
            "kk": "Кейбір файлдар көшірілген.",
        },
        {
            "en": "One person copies the main files to a stick every week.",
            "ru": "Один человек каждую неделю копирует главные файлы на флешку.",
            "kk": "Бір адам негізгі файлдарды апта сайын флешкаға көшіреді.",
        },
    ],
    "actions": [
        {
            "id": BACKUP,
            "from": 0,
            "to": 2,
            "effort_days": 0.5,
            "title": {
                "en": "Copy the main files to a USB stick every week",
                "ru": "Каждую неделю копируйте главные файлы на флешку",
                "kk": "Негізгі файлдарды апта сайын USB-флешкаға көшіріңіз",
            },
            "first_step": {
                "en": "This week find a USB stick and make the first copy.",
                "ru": "На этой неделе найдите флешку и сделайте первую копию.",
                "kk": "Осы аптада флешка тауып, алғашқы көшірмені жасаңыз.",
            },
            "steps": {
                "en": [
                    "Put a label on the stick and keep the passwords off it.",
                    "Copy the reports, photos and lists to the stick.",
                    "Lock the stick in a drawer away from the computer.",
                ],
                "ru": [
                    "Подпишите флешку и не записывайте на неё пароли.",
                    "Скопируйте на флешку отчёты, фотографии и списки.",
                    "Заприте флешку в ящике подальше от компьютера.",
                ],
                "kk": [
                    "Флешкаға жазу жапсырыңыз, оған құпиясөз жазбаңыз.",
                    "Есептерді, фотоларды, тізімдерді флешкаға көшіріңіз.",
                    "Флешканы компьютерден алыс тартпаға салып, құлыптаңыз.",
                ],
            },
            "indicator": {
                "en": "The stick has a dated folder for each of the last four weeks.",
                "ru": "На флешке есть папка с датой за каждую из четырёх недель.",
                "kk": "Флешкада соңғы төрт аптаның әрқайсысына арналған қалта бар.",
            },
        }
    ],
}
_CONSENT = {
    "id": "data.consent",
    "duty": "personal-data",
    "serves": ["reporting"],
    "question": {
        "en": "Do people sign why you need their data?",
        "ru": "Подписывают ли люди, зачем вам их данные?",
        "kk": "Адамдар деректері не үшін керек екеніне қол қоя ма?",
    },
    "why": {
        "en": "The law on personal data asks for consent. Check the current text.",
        "ru": "Закон о персональных данных требует согласия. Проверьте текущий текст.",
        "kk": "Дербес деректер туралы заң келісімді талап етеді. Қолданыстағы мәтінді тексеріңіз.",
    },
    "evidence": {"en": "A sheet.", "ru": "Лист.", "kk": "Парақ."},
    "levels": [
        {
            "en": "We take data without asking.",
            "ru": "Мы берём данные без вопроса.",
            "kk": "Деректерді сұрамай аламыз.",
        },
        {
            "en": "Parents are asked aloud.",
            "ru": "Родителей спрашивают вслух.",
            "kk": "Ата-анадан ауызша сұралады.",
        },
        {
            "en": "Parents sign a sheet.",
            "ru": "Родители подписывают лист.",
            "kk": "Ата-аналар параққа қол қояды.",
        },
    ],
    "actions": [
        {
            "id": CONSENT,
            "from": 0,
            "to": 2,
            "effort_days": 0.5,
            "title": {
                "en": "Write one consent sheet",
                "ru": "Напишите один лист согласия",
                "kk": "Бір келісім парағын жазыңыз",
            },
            "first_step": {
                "en": "This week write on one page which data you take and why.",
                "ru": "На этой неделе запишите на одной странице, какие данные вы берёте и зачем.",
                "kk": "Осы аптада қандай деректі не үшін алатыныңызды бір бетке жазыңыз.",
            },
            "steps": {
                "en": ["Write which data you take and for what.", "Ask parents to sign the sheet."],
                "ru": ["Запишите, какие данные вы берёте и для чего.", "Попросите родителей подписать лист."],
                "kk": [
                    "Қандай деректі не үшін алатыныңызды жазыңыз.",
                    "Ата-аналардан параққа қол қоюды сұраңыз.",
                ],
            },
            "indicator": {
                "en": "Each child has a signed sheet.",
                "ru": "На каждого ребёнка есть подписанный лист.",
                "kk": "Әр балаға қол қойылған парақ бар.",
            },
        }
    ],
}

RUBRIC = Rubric(
    header=Header.model_validate(
        {
            "schema": "ngo-assist/rubric@1",
            "id": "small",
            "version": "1.0.0",
            "licence": "CC0",
            "as_of": date(2026, 11, 1),
            "languages": ["en", "ru", "kk"],
            "dimensions": ["security", "data"],
            "levels": [{"name": {"en": name, "ru": name, "kk": name}} for name in ("0", "1", "2")],
            "title": {"en": "Small", "ru": "Small", "kk": "Small"},
            "sources": [{"id": "personal-data", "title": "The law", "as_of": date(2026, 1, 1)}],
        }
    ),
    dimensions=(
        Dimension.model_validate(
            {"id": "security", "title": {"en": "S", "ru": "S", "kk": "S"}, "practices": [_BACKUP]}
        ),
        Dimension.model_validate(
            {"id": "data", "title": {"en": "D", "ru": "D", "kk": "D"}, "practices": [_CONSENT]}
        ),
    ),
)
NOTES = {
    "en": "The laptop broke in 2023 and the photos of the summer camp are gone",
    "ru": "Ноутбук сломался в 2023, и фотографий летнего лагеря больше нет",
    "kk": "2023 жылы ноутбук сынып, жазғы лагерьдің фотолары жоғалды",
}


def assessment(language: str = "en", note: str | None = None, **profile: Any) -> Assessment:
    """Both practices at level 0; `note` goes with the backup, by default one in the language."""
    said = NOTES[language] if note is None else note
    given = {
        "name": "Umit",
        "settlement": "village",
        "paid_staff": 1,
        "volunteers": 5,
        "connectivity": "mobile",
        "device": "shared",
        "goal": "safety",
        **profile,
    }
    return Assessment(
        id="2026-11-23",
        rubric=RubricRef(id="small", version="1.0.0"),
        language=language,
        organisation=Profile.model_validate(given),
        answers={"security.backup": Answer(level=0, note=said), "data.consent": Answer(level=0)},
    )


def plan(language: str = "en", of: Assessment | None = None, **changes: Any) -> Plan:
    """Both actions in December, as the planner leaves them."""
    taken = of or assessment(language)
    actions = [
        PlannedAction(
            id=action.id,
            practice=action.practice,
            from_level=action.from_level,
            to_level=action.to_level,
            title=action.title.say(language),
            why_here=RUBRIC.practices[action.practice].why.say(language),
            first_step=action.first_step.say(language),
            steps=action.steps.say(language),
            indicator=action.indicator.say(language),
            origin={"why_here": "rubric", "first_step": "rubric"},
            start=date(2026, 12, 1),
            due=date(2026, 12, 31),
            effort_days=action.effort_days,
            cost=0,
            connectivity=action.connectivity,
            duty=RUBRIC.practices[action.practice].duty,
        )
        for action in RUBRIC.actions.values()
    ]
    made = Plan(
        uid="p",
        id="2026-11-23",
        assessment=taken.id,
        rubric=taken.rubric,
        language=language,
        created=datetime(2026, 11, 23, 12, tzinfo=UTC),
        organisation=taken.organisation,
        limits=Limits(start=date(2026, 12, 1), months=6, days_per_month=1, budget=0, connectivity="mobile"),
        scores=PlanScores(working=0, answered=2, complete=1),
        actions=tuple(actions),
    )
    return made.updated_with(**changes) if changes else made


def brief(
    field: Field = "why_here", language: str = "en", id: str = BACKUP, note: str | None = None, **profile: Any
) -> Brief:
    taken = assessment(language, note, **profile)
    planned = plan(language, taken)
    if field == "summary":
        made = summary_brief(planned, RUBRIC)
    else:
        action = next(action for action in planned.actions if action.id == id)
        made = action_brief(field, action, planned, RUBRIC, taken)
    assert made is not None
    return made
