"""Lines on real cards that sound like the plan and are not true of it, or say too little: none is kept.

The first of them a real small model wrote.
"""
# ruff: noqa: E501

from __future__ import annotations

import pytest

from ngo_assist.drafting.guard import judge
from ngo_assist.drafting.instructions import Field
from tests.drafting.paraphrases import (
    BACKUP,
    BOOK,
    DRAFT,
    FORM,
    KEY,
    LATER,
    NEVER,
    ONE_PAGE,
    PAGE,
    SHEET,
    SKILLS,
)
from tests.drafting.test_paraphrases import brief_of

W: Field = "why_here"
F: Field = "first_step"
TWICE = "people.skills.twice-yearly"
TOWN = "government.signature.key-in-town"
SIGN = "data.consent.sign-everyone"

REFUSED: list[tuple[str, Field, str, str]] = [
    # a first step that says something is so
    ("en", F, DRAFT, "This week collect text, and your first draft is signed."),
    (
        "en",
        F,
        TWICE,
        "This week update the skills sheet and choose the next skill, and the team is now ready.",
    ),
    (
        "en",
        F,
        BACKUP,
        "This week copy the photos to an old laptop, and your files are now on a second device.",
    ),
    ("en", F, BACKUP, "Find an old laptop and copy reports, lists and photos, so they will stay."),
    ("en", F, BACKUP, "Put a PIN on the old laptop; the copy of reports and photos is ready."),
    (
        "en",
        F,
        SHEET,
        "This week write a consent sheet with two boxes to tick, and each parent has signed for a child.",
    ),
    ("en", F, SHEET, "Read the consent sheet to one person, then parents were asked about photos."),
    ("en", F, PAGE, "Dictate the name with your village, and the helper has opened a channel in Telegram."),
    ("en", F, KEY, "Open eGov Mobile on your own phone, and each signer will have a key."),
    (
        "en",
        F,
        NEVER,
        "Hang the sheet with names, photos and phone numbers at the desk, and everyone knows it.",
    ),
    ("en", F, FORM, "Write the form on one sheet with date and place, and it saves the last report."),
    ("en", F, LATER, "Make a folder To send for letters and reports, and the connection works."),
    (
        "ru",
        F,
        BACKUP,
        "Скопируйте отчёты, списки и фото на старый ноутбук, и главные файлы теперь на втором устройстве.",
    ),
    ("ru", F, BACKUP, "Найдите старый ноутбук и поставьте пароль, копия отчётов и фото готова."),
    ("ru", F, SHEET, "Прочитайте бланк одному человеку, и родитель подписал за ребёнка."),
    ("ru", F, SHEET, "Добавьте в бланк две клетки для галочки, согласие родителя уже есть."),
    ("ru", F, PAGE, "Продиктуйте название с селом, и помощник открыл канал в Telegram."),
    ("ru", F, KEY, "Откройте eGov Mobile на телефоне, и ключ будет у каждого."),
    ("ru", F, NEVER, "Повесьте лист с именами и фото на рабочем месте, и волонтёры знают три пункта."),
    ("ru", F, FORM, "Подчеркните цифры в последнем отчёте, форма с датой и местом готова."),
    ("ru", F, LATER, "Заведите папку «На отправку», и письма с отчётами отправлены."),
    ("kk", F, BACKUP, "Ескі ноутбук тауып, есеп пен суреттерді көшіріңіз, құрылғыға құпиясөз қойылды."),
    ("kk", F, BACKUP, "Есеп, тізім, суреттерді ескі ноутбукке көшіріңіз, көшірме дайын."),
    ("kk", F, SHEET, "Параққа екі ұяшық қосыңыз, ата-анасы қол қойды, келісім дайын."),
    ("kk", F, PAGE, "Парақша атауын айтып беріңіз, көмекші Telegram-да арна ашады."),
    ("kk", F, KEY, "Телефоныңызда eGov Mobile қолданбасын ашыңыз, құпиясөз бен кілт дайын."),
    ("kk", F, FORM, "Соңғы есептегі сандардың астын сызыңыз, нысан он дана болады."),
    # a first step that says hardly anything
    ("en", F, PAGE, "This week dictate to the helper."),
    ("en", F, TOWN, "This week get your list of each signer, and their own key."),
    ("en", F, SHEET, "This week ask people to take photos and show them online."),
    ("en", F, SHEET, "This week ask for consent and a purpose."),
    ("en", F, BACKUP, "This week ask for a shared disk."),
    ("en", F, KEY, "This week ask the people who signed to get a key."),
    ("en", F, BOOK, "This week keep one notebook with your team."),
    ("en", F, FORM, "This week ask for a number of questions."),
    ("en", F, NEVER, "This week make a list of AI."),
    ("ru", F, PAGE, "На этой неделе продиктуйте помощнику."),
    ("ru", F, BACKUP, "На этой неделе найдите новое устройство для работы."),
    ("ru", F, KEY, "На этой неделе получите ключ для команды."),
    ("ru", F, FORM, "На этой неделе сделайте форму и покажите её людям."),
    ("kk", F, PAGE, "Осы аптада көмекшіге айтып беріңіз."),
    ("kk", F, BACKUP, "Осы аптада жаңа құрылғы тауып, жұмысты бастаңыз."),
    ("kk", F, KEY, "Осы аптада адамдарға кілт алып беріңіз."),
    ("kk", F, FORM, "Осы аптада нысан жасап, адамдарға көрсетіңіз."),
    # a line on why that gives no reason of the card
    (
        "en",
        W,
        BACKUP,
        "You have a new device, you copy the main files to a second device, and you have a new folder with dates.",
    ),
    ("en", W, BACKUP, "If you have a laptop, you can copy the files to a second device."),
    (
        "en",
        W,
        SHEET,
        "One person has two boxes to sign, one for taking photos, and one for showing them online.",
    ),
    ("en", W, SHEET, "One of the people asked you to take photos for a child."),
    ("en", W, PAGE, "This week, when you have a page, you can find a helper who has internet."),
    ("en", W, KEY, "Each signer already has a key on their own phone and a password."),
    ("en", W, SKILLS, "Each person has marked their own column on the sheet with a plus."),
    ("ru", W, BACKUP, "У вас есть старый ноутбук, пароль и папка с сегодняшней датой."),
    ("ru", W, SHEET, "В бланке уже есть две клетки и строка для родителя."),
    ("ru", W, PAGE, "Помощник открыл канал в Telegram и повесил объявления на двери."),
    ("kk", W, BACKUP, "Сізде ескі ноутбук, құпиясөз және жаңа папка бар."),
    ("kk", W, PAGE, "Көмекші Telegram-да арна ашып, сілтемені есікке жазып қойды."),
    (
        "en",
        W,
        "leadership.plan.yearly-day",
        "This week you created a new event, and you have to create another one next year.",
    ),
    (
        "en",
        F,
        "engagement.page.monthly-news",
        "This week give a page to each of the staff, and add a photo only if those on it, or the parents, agree.",
    ),
    ("en", F, PAGE, "This week dictate a page to the helper who has internet."),
    ("en", W, PAGE, "You added a line to the page, and many people look on their phone before they call."),
    (
        "en",
        F,
        "infrastructure.offline.files-on-device",
        "This week keep your main files, and save them to your phone.",
    ),
    (
        "en",
        F,
        FORM,
        "This week make one paper form for your main activity, and have a group of people, say the number, and ask a question. The number is enough, you can have a question.",
    ),
    # the wrong way round
    ("en", F, NEVER, "This week put names, phone numbers and photos of children into public AI."),
    ("en", W, KEY, "It is not banned to use another's key when the owner agrees."),
    ("en", F, ONE_PAGE, "This week do not write the three steps on one sheet."),
    ("ru", W, KEY, "Подписывать чужим ключом можно с согласия владельца, это не запрещено."),
    ("kk", W, KEY, "Иесі келіссе, өзгенің кілтін пайдалануға тыйым салынбаған."),
    ("en", W, KEY, "The accountant signs for your leader even if the owner agrees, and lends her key."),
    ("ru", F, BACKUP, "На этой неделе найдите телефон и поставьте на него пароль с сегодняшней датой."),
    (
        "en",
        F,
        NEVER,
        "This week hang the sheet at the desk and write the name of the person who wrote the letter.",
    ),
    (
        "en",
        F,
        SIGN,
        "This week ask the parents to take the sheets to the next meeting, lesson or home visit, and explain"
        " the purpose aloud. Ask each person to tick yes or no for photos, apart from the signature.",
    ),
    ("en", W, SHEET, "Three mothers asked for photos of their child, and one photo can hurt a family."),
]

UNSEEN: list[tuple[str, Field, str, str]] = [
    ("en", F, BACKUP, "This week find an old laptop and put a password with today's date on it."),
]
"""What is wrong and kept: every word and every pair is of the card, and only somebody who knows can tell."""


@pytest.mark.parametrize(("language", "field", "id", "text"), REFUSED)
def test_what_is_untrue_or_says_nothing_is_refused(language: str, field: Field, id: str, text: str) -> None:
    assert not judge(text, brief_of(field, id, language)).kept


@pytest.mark.parametrize(("language", "field", "id", "text"), UNSEEN)
def test_these_the_guard_cannot_see(language: str, field: Field, id: str, text: str) -> None:
    assert judge(text, brief_of(field, id, language)).kept
