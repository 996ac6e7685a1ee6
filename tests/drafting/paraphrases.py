"""Good lines on cards of the shipped rubric, as a good small model would write them: true, and of their card.

Read and written by a person. By language: the notes given with an action's practice, then the field, the
action and the line.
"""
# ruff: noqa: E501

from __future__ import annotations

from ngo_assist.drafting.instructions import Field

W: Field = "why_here"
F: Field = "first_step"

BACKUP = "security.backup.second-device"
SHEET = "data.consent.one-sheet"
PAGE = "engagement.page.dictate"
KEY = "government.signature.key-online"
NEVER = "ai.private.never-list"
BOOK = "services.channels.one-notebook"
FORM = "impact.collection.paper-form"
SKILLS = "people.skills.skills-sheet"
ONE_PAGE = "leadership.plan.one-page"
LATER = "infrastructure.offline.send-later"
DRAFT = "ai.use.draft-by-phone"

NOTES: dict[str, dict[str, str]] = {
    "en": {
        BACKUP: "All lists and photos are on the shared computer; last winter it did not start for two weeks",
        SHEET: "Three mothers asked us not to post their child",
        PAGE: "Mothers from two villages nearby could not find us",
        KEY: "The accountant keeps the key of our leader and signs for her",
        NEVER: "A volunteer put a whole family story into a chatbot",
        BOOK: "Grandmothers without a phone come to the library on Tuesday",
        FORM: "Every report takes us three evenings of searching in chats",
        SKILLS: "Only Aigul knows how to pay in the bank",
        LATER: "Someone goes to the district centre on Friday",
        DRAFT: "Letters to the akimat take all evening",
        ONE_PAGE: "We talk about it in our chat",
    },
    "ru": {
        BACKUP: "Все списки и фото на общем компьютере, зимой он две недели не включался",
        SHEET: "Три мамы просили не выкладывать их ребёнка",
        PAGE: "Мамы из двух соседних сёл не смогли нас найти",
        KEY: "Бухгалтер хранит ключ руководителя и подписывает за неё",
        NEVER: "Волонтёр вставил в чат-бот историю семьи",
        BOOK: "Бабушки без телефона приходят в библиотеку по вторникам",
        FORM: "На каждый отчёт уходит три вечера поисков в чатах",
        SKILLS: "Платить в банке умеет только Айгуль",
        LATER: "По пятницам кто-то едет в райцентр",
        DRAFT: "Письма в акимат занимают весь вечер",
        ONE_PAGE: "Обсуждаем это в чате",
    },
    "kk": {
        BACKUP: "Барлық тізім мен сурет ортақ компьютерде, қыста ол екі апта қосылмады",
        SHEET: "Үш ана баласының суретін салмауды сұрады",
        PAGE: "Көрші екі ауылдың аналары бізді таба алмады",
        KEY: "Бухгалтер басшының кілтін сақтап, ол үшін қол қояды",
        NEVER: "Ерікті бір отбасының тарихын чат-ботқа салды",
        BOOK: "Телефоны жоқ әжелер сейсенбіде кітапханаға келеді",
        FORM: "Әр есепке чаттан іздеп үш кеш кетеді",
        SKILLS: "Банкте төлеуді тек Айгүл біледі",
        LATER: "Жұма күні біреу аудан орталығына барады",
        DRAFT: "Әкімдікке хат жазуға бүкіл кеш кетеді",
        ONE_PAGE: "Бұл туралы чатта айтамыз",
    },
}

PARAPHRASES: dict[str, list[tuple[Field, str, str]]] = {
    "en": [
        (
            W,
            BACKUP,
            "Last winter the shared computer did not start for two weeks, and a broken disk can take all lists and photos with it.",
        ),
        (
            W,
            BACKUP,
            "All your photos and lists are on the shared computer, so a broken disk can take years of them.",
        ),
        (
            W,
            BACKUP,
            "You could not start the shared computer for two weeks last winter; from a good copy you get the lists back in an hour.",
        ),
        (F, BACKUP, "This week find an old laptop or phone and copy the reports, lists and photos to it."),
        (F, BACKUP, "This week copy the lists and photos to an old laptop, and put a password on it."),
        (
            W,
            SHEET,
            "Three mothers asked you not to post their child, and one photo in a post can hurt a family.",
        ),
        (
            W,
            SHEET,
            "Photos are taken without asking for consent yet, and three mothers asked not to post their child.",
        ),
        (
            F,
            SHEET,
            "This week write a consent sheet with a box for taking photos and a box for showing them online.",
        ),
        (F, SHEET, "Write on one page which data and photos you take, and read the sheet to one person."),
        (
            W,
            PAGE,
            "Mothers from two villages nearby could not find you, because many people look on their phone before they call.",
        ),
        (W, PAGE, "A page with your place, hours and number helps mothers from villages nearby to find you."),
        (
            F,
            PAGE,
            "This week write your place, hours and phone number on paper, and call a volunteer who has internet.",
        ),
        (
            F,
            PAGE,
            "Ask a helper with internet to open a channel in Telegram, and dictate the name with your village in it.",
        ),
        (
            W,
            KEY,
            "The accountant keeps the key of your leader and signs for her, but it is banned to use another's key.",
        ),
        (
            W,
            KEY,
            "It is banned to use another's key even if the owner agrees, and now the accountant signs for your leader.",
        ),
        (F, KEY, "This week open eGov Mobile on the leader's own phone and get a key with a new password."),
        (
            F,
            KEY,
            "Cancel on egov.kz the key that the accountant has used, and write down the end date of the new key.",
        ),
        (
            W,
            NEVER,
            "A volunteer put a family story into a chatbot, and what goes to public AI is on someone else's computer.",
        ),
        (
            W,
            NEVER,
            "One letter with a name can harm a family, and a volunteer already put a story into a chatbot.",
        ),
        (
            F,
            NEVER,
            "This week write on a sheet the names, phone numbers and photos that never go into AI, and hang it at the desk.",
        ),
        (
            W,
            BOOK,
            "Grandmothers without a phone come to the library on Tuesday, and with only one way to reach you they stay without help.",
        ),
        (
            F,
            BOOK,
            "This week rule a notebook with date, name and question, and write down each call and visit in it.",
        ),
        (
            W,
            FORM,
            "Every report takes three evenings of searching in chats; with one form the numbers are ready when a donor asks.",
        ),
        (
            F,
            FORM,
            "This week underline the numbers in your last report and turn them into questions for the form.",
        ),
        (W, SKILLS, "Only Aigul knows how to pay in the bank, so one illness can stop the payment."),
        (
            F,
            SKILLS,
            "This week write a list of digital tasks such as mail, bank and reports, with names across the top.",
        ),
        (
            W,
            LATER,
            "Someone goes to the district centre on Friday, so forms and files at hand save you from doing the work twice.",
        ),
        (
            F,
            LATER,
            "This week make a folder To send, and agree who goes on Friday to send the reports and letters.",
        ),
        (
            W,
            DRAFT,
            "Letters to the akimat take all evening, and a first draft in minutes leaves more time for people.",
        ),
        (F, ONE_PAGE, "This week take your list of wishes and write three digital steps on one sheet."),
    ],
    "ru": [
        (
            W,
            BACKUP,
            "Зимой общий компьютер две недели не включался, а если сломается диск, пропадут все списки и фото.",
        ),
        (W, BACKUP, "Все списки и фото лежат на общем компьютере, и если сломается диск, они пропадут."),
        (
            W,
            BACKUP,
            "Общий компьютер зимой две недели не включался; с исправной копией вы вернёте списки за час.",
        ),
        (
            F,
            BACKUP,
            "На этой неделе найдите старый ноутбук или телефон и скопируйте на него отчёты, списки и фото.",
        ),
        (F, BACKUP, "Скопируйте списки и фото на старый ноутбук и поставьте на него пароль."),
        (
            W,
            SHEET,
            "Три мамы просили не выкладывать их ребёнка, а одно фото в интернете может навредить семье.",
        ),
        (W, SHEET, "Согласия на фото пока не спрашиваете, и три мамы просили не выкладывать ребёнка."),
        (
            F,
            SHEET,
            "На этой неделе составьте бланк согласия с клетками для галочки: фотографировать и показывать фото в интернете.",
        ),
        (
            F,
            SHEET,
            "Напишите на одной странице, какие данные и фото вы берёте, и прочитайте бланк одному человеку.",
        ),
        (
            W,
            PAGE,
            "Мамы из двух соседних сёл не смогли вас найти, ведь многие смотрят в телефоне, прежде чем позвонить.",
        ),
        (W, PAGE, "Страница с адресом, часами и номером поможет мамам из соседних сёл вас найти."),
        (
            F,
            PAGE,
            "На этой неделе запишите адрес, часы и номер телефона на бумаге и позвоните волонтёру с интернетом.",
        ),
        (
            F,
            PAGE,
            "Попросите помощника с интернетом открыть канал в Telegram и продиктуйте название вместе с селом.",
        ),
        (
            W,
            KEY,
            "Бухгалтер хранит ключ руководителя и подписывает за неё, а подписывать чужим ключом нельзя.",
        ),
        (
            W,
            KEY,
            "Подписывать чужим ключом нельзя даже с согласия владельца, а сейчас бухгалтер подписывает за руководителя.",
        ),
        (
            F,
            KEY,
            "На этой неделе откройте eGov Mobile на телефоне руководителя и получите ключ с новым паролем.",
        ),
        (F, KEY, "Отзовите на egov.kz ключ, которым пользовался бухгалтер, и запишите срок нового ключа."),
        (
            W,
            NEVER,
            "Волонтёр вставил в чат-бот историю семьи, а то, что дали общедоступному ИИ, уходит на чужой компьютер.",
        ),
        (
            W,
            NEVER,
            "Одно письмо с именем может навредить семье, а волонтёр уже вставил её историю в чат-бот.",
        ),
        (
            F,
            NEVER,
            "На этой неделе выпишите на лист имена, телефоны и фото, которые не дают ИИ, и повесьте его на рабочем месте.",
        ),
        (
            W,
            BOOK,
            "Бабушки без телефона приходят в библиотеку по вторникам, и если способ связи один, они останутся без помощи.",
        ),
        (
            F,
            BOOK,
            "На этой неделе расчертите тетрадь: дата, имя, вопрос, и записывайте в неё каждый звонок и визит.",
        ),
        (
            W,
            FORM,
            "На каждый отчёт уходит три вечера поисков в чатах, а с одной формой цифры готовы, когда о них спросит донор.",
        ),
        (
            F,
            FORM,
            "На этой неделе подчеркните цифры в последнем отчёте и составьте по ним вопросы для формы.",
        ),
        (W, SKILLS, "Платить в банке умеет только Айгуль, и если она заболеет, платёж может остановиться."),
        (
            F,
            SKILLS,
            "На этой неделе выпишите цифровые задачи: почта, банк, отчёты, а сверху имена волонтёров.",
        ),
        (
            W,
            LATER,
            "По пятницам кто-то едет в райцентр, поэтому готовые бланки и файлы под рукой избавят от двойной работы.",
        ),
        (
            F,
            LATER,
            "На этой неделе заведите папку «На отправку» и договоритесь, кто едет в пятницу и отправляет отчёты и письма.",
        ),
        (
            W,
            DRAFT,
            "Письма в акимат занимают весь вечер, а с черновиком за несколько минут остаётся больше времени на людей.",
        ),
        (F, ONE_PAGE, "На этой неделе возьмите список желаний и впишите на лист три цифровых шага."),
    ],
    "kk": [
        (
            W,
            BACKUP,
            "Қыста ортақ компьютер екі апта қосылмады, диск бұзылса, барлық тізім мен сурет бірге кетеді.",
        ),
        (W, BACKUP, "Барлық сурет пен тізім ортақ компьютерде тұр, диск бұзылса, бәрі бірге кетеді."),
        (
            W,
            BACKUP,
            "Ортақ компьютер қыста екі апта қосылмады; көшірмесі болса, тізімдерді бір сағатта қалпына келтіресіз.",
        ),
        (F, BACKUP, "Осы аптада ескі ноутбук не телефон тауып, есеп, тізім, суреттерді соған көшіріңіз."),
        (F, BACKUP, "Тізім мен суреттерді ескі ноутбукке көшіріп, құрылғыға құпиясөз қойыңыз."),
        (
            W,
            SHEET,
            "Үш ана баласының суретін салмауды сұрады, ал интернетке шыққан бір сурет отбасына зиян келтіруі мүмкін.",
        ),
        (
            W,
            SHEET,
            "Сурет түсіріледі, бірақ келісім сұралмайды, ал үш ана баласының суретін салмауды сұрады.",
        ),
        (
            F,
            SHEET,
            "Осы аптада келісім парағына екі ұяшық қосыңыз: суретке түсіруге және суретті интернетте көрсетуге.",
        ),
        (F, SHEET, "Қандай дерек алатыныңызды қолмен жазып, парақты бір адамға оқып беріңіз."),
        (
            W,
            PAGE,
            "Көрші екі ауылдың аналары сізді таба алмады, өйткені көп адам қоңырау шалмас бұрын телефоннан іздейді.",
        ),
        (
            W,
            PAGE,
            "Мекенжай, жұмыс уақыты, нөмір жазылған парақша көрші ауылдың аналарына сізді табуға көмектеседі.",
        ),
        (
            F,
            PAGE,
            "Осы аптада қағазға мекенжай мен телефон нөмірін жазып, интернеті бар еріктіге қоңырау шалыңыз.",
        ),
        (
            F,
            PAGE,
            "Интернеті бар көмекшіден Telegram-да арна ашуын сұрап, ауылыңыздың аты бар атауды айтып беріңіз.",
        ),
        (
            W,
            KEY,
            "Бухгалтер басшының кілтін сақтап, ол үшін қол қояды, ал өзгенің кілтін пайдалануға тыйым салынған.",
        ),
        (
            W,
            KEY,
            "Иесі келіссе де, өзгенің кілтін пайдалануға тыйым салынған, ал қазір басшы үшін бухгалтер қол қояды.",
        ),
        (F, KEY, "Осы аптада басшының телефонында eGov Mobile қолданбасын ашып, құпиясөзі жаңа кілт алыңыз."),
        (
            F,
            KEY,
            "Бухгалтер пайдаланған кілттің күшін egov.kz сайтында жойып, жаңа кілттің мерзімін жазыңыз.",
        ),
        (
            W,
            NEVER,
            "Ерікті бір отбасының тарихын чат-ботқа салды, ал жалпыға ашық ЖИ-ге берілгені бөтен компьютерге кетеді.",
        ),
        (
            W,
            NEVER,
            "Адамның аты жазылған бір хат отбасына зиян тигізуі мүмкін, ал ерікті тарихты чат-ботқа салды.",
        ),
        (
            F,
            NEVER,
            "Осы аптада ЖИ-ге берілмейтін есім, телефон, суреттерді параққа жазып, жұмыс орнына іліңіз.",
        ),
        (
            W,
            BOOK,
            "Телефоны жоқ әжелер сейсенбіде кітапханаға келеді, хабарласатын жол біреу болса, олар көмексіз қалады.",
        ),
        (F, BOOK, "Осы аптада дәптер бетін бағандарға бөліп, әр қоңырау мен хатты соған жазыңыз."),
        (
            W,
            FORM,
            "Әр есепке чаттан іздеп үш кеш кетеді, нысан бір болса, донор сұрағанда сандар дайын тұрады.",
        ),
        (F, FORM, "Осы аптада соңғы есептегі сандардың астын сызып, солардан нысанға сұрақ құрастырыңыз."),
        (W, SKILLS, "Банкте төлеуді тек Айгүл біледі, ол ауырып қалса, төлем тоқтауы мүмкін."),
        (
            F,
            SKILLS,
            "Осы аптада пошта, банк, есеп сияқты цифрлық жұмыстарды параққа жазып, жоғарғы жағына есімдерді қосыңыз.",
        ),
        (
            W,
            LATER,
            "Жұма күні біреу аудан орталығына барады, сондықтан бланк пен файл дайын тұрса, бір жұмысты екі рет істемейсіз.",
        ),
        (
            F,
            LATER,
            "Осы аптада «Жіберу керек» деген папка ашып, жұма күні есеп пен хатты кім жіберетінін келісіп алыңыз.",
        ),
        (
            W,
            DRAFT,
            "Әкімдікке хат жазуға бүкіл кеш кетеді, алғашқы нұсқа бірнеше минутта дайын болса, көбірек уақыт қалады.",
        ),
        (F, ONE_PAGE, "Осы аптада тілектер тізімін алып, бір бетке үш цифрлық қадам жазыңыз."),
    ],
}
