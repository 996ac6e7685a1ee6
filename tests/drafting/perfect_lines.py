"""What a perfect writer writes in the examination: by language and case the line on why and the first step.

First steps begin as the briefs begin them, with the verb of the title. Read and written by a person.
"""
# ruff: noqa: E501

from __future__ import annotations

LINES: dict[str, dict[str, tuple[str, str]]] = {
    "en": {
        "backup": (
            "Last winter the shared computer did not start for two weeks, and a broken disk can take years of reports with it.",
            "This week copy the reports, lists and photos to an old laptop or another phone.",
        ),
        "private": (
            "A volunteer put a family story into a chatbot, and what you give to public AI goes to someone else's computer.",
            "This week hang the list of what never goes into AI at the desk, and show it to volunteers too.",
        ),
        "skills": (
            "Only Aigul knows how to pay in the bank, so one illness can stop the payment.",
            "This week make a sheet with tasks down the side and names across the top, with volunteers and helpers.",
        ),
        "drafts": (
            "Letters to the akimat take all evening, and a first draft in minutes leaves more time for people.",
            "This week let a volunteer show you an AI app on your phone, and make one text without personal data.",
        ),
        "consent": (
            "Three mothers asked you not to post their child, and one photo of a child online can hurt a family.",
            "This week write on one page which data and photos you take, and read the sheet to one person.",
        ),
        "notebook": (
            "Grandmothers without a phone come to the library on Tuesday, and with only one way to reach you they stay without help.",
            "This week keep a notebook page with date, name and question, and write down each call and visit in it.",
        ),
        "accounts": (
            "Marat opened the mail and the page and is moving to the city, so two people can lose both in a day.",
            "This week put every phone, computer and stick used for work on one sheet, and write who has it.",
        ),
        "languages": (
            "Grandparents ask you to read the form aloud, and someone who does not understand it signs it blindly.",
            "This week put your notice into the second language, and read both texts aloud to someone who speaks it.",
        ),
        "page": (
            "Mothers from two villages nearby could not find you, because many people look on their phone before they call.",
            "This week dictate your place, hours and phone number to a volunteer who has internet.",
        ),
        "form": (
            "Every report takes three evenings of searching in chats; with one form the numbers are ready when a donor asks.",
            "This week make one sheet with five questions: date, place, what was done, how many people, what changed.",
        ),
        "handover": (
            "While Saule was in hospital the report was late; with notes, a helper can send the report that same day.",
            "This week make a photo of the screen at each step of an urgent task, and write one line for each photo.",
        ),
        "helpers": (
            "Two fathers mended your fence in May, and someone who gave an hour comes back and brings neighbours.",
            "This week ask three people face to face, and say when, where, for how long and which number to call.",
        ),
        "key": (
            "The accountant keeps the key of your leader and signs for her, but it is banned to use another's key.",
            "This week let each signer get a key on their own phone and make up the password alone.",
        ),
        "offline": (
            "Someone goes to the district centre on Friday, so forms and files at hand save you from doing the work twice.",
            "This week do the next letter or report by hand, and put it into a folder named To send.",
        ),
        "calls": (
            "A caller told Bolat that his card was blocked, and one code read out can give away the money in the bank.",
            "This week put a sheet on the wall: read out no code, hang up, ring back at a number you know.",
        ),
        "receipts": (
            "The receipts of the summer camp got wet and cannot be read, and a donor may ask for one receipt a year after the project.",
            "This week take a photo of each receipt by daylight, so that the date, the sum and the shop can be read.",
        ),
    },
    "ru": {
        "backup": (
            "Зимой общий компьютер две недели не включался, а если сломается диск, пропадут все списки и фото.",
            "На этой неделе скопируйте отчёты, списки и фото на старый ноутбук или другой телефон.",
        ),
        "private": (
            "Волонтёр вставил в чат-бот историю семьи, а то, что дали общедоступному ИИ, уходит на чужой компьютер.",
            "На этой неделе повесьте на рабочем месте лист с именами, телефонами и фото, которые не дают ИИ.",
        ),
        "skills": (
            "Платить в банке умеет только Айгуль, и если она заболеет, платёж может остановиться.",
            "На этой неделе составьте лист: слева задачи, такие как почта, банк и отчёты, сверху имена волонтёров.",
        ),
        "drafts": (
            "Письма в акимат занимают весь вечер, а с черновиком за несколько минут остаётся больше времени на людей.",
            "На этой неделе пишите задание для ИИ на телефоне и попросите волонтёра показать вам приложение.",
        ),
        "consent": (
            "Три мамы просили не выкладывать их ребёнка, а одно фото в интернете может навредить семье.",
            "На этой неделе составьте бланк: какие данные вы берёте и зачем, и прочитайте его одному человеку.",
        ),
        "notebook": (
            "Бабушки без телефона приходят в библиотеку по вторникам, и если способ связи один, они останутся без помощи.",
            "На этой неделе ведите тетрадь: дата, имя, вопрос, и записывайте в неё каждый звонок и визит.",
        ),
        "accounts": (
            "Почту и страницу завёл Марат, а он переезжает в город, и вы в один день останетесь без них.",
            "На этой неделе запишите каждый рабочий телефон и компьютер и укажите, у кого он и где хранится.",
        ),
        "languages": (
            "Бабушки просят прочитать им бланк вслух, а кто не понял бланк, подписывает не глядя или уходит.",
            "На этой неделе сделайте объявление на втором языке и прочитайте его вслух тому, кто говорит на нём.",
        ),
        "page": (
            "Мамы из двух соседних сёл не смогли вас найти, ведь многие смотрят в телефоне, прежде чем позвонить.",
            "На этой неделе продиктуйте адрес, часы и номер телефона волонтёру с интернетом.",
        ),
        "form": (
            "На каждый отчёт уходит три вечера поисков в чатах, а с одной формой цифры готовы, когда о них спросит донор.",
            "На этой неделе сделайте на одном листе форму: дата, место, что сделали, сколько было людей.",
        ),
        "handover": (
            "Пока Сауле лежала в больнице, отчёт опоздал, а по записям помощник отправит отчёт в тот же день.",
            "На этой неделе опишите одно срочное дело: к каждому фото напишите в тетради строку, что нажать.",
        ),
        "helpers": (
            "Два отца в мае починили вам забор, а тот, кто уделил вам час, придёт снова и приведёт соседей.",
            "На этой неделе попросите троих лично и скажите каждому, когда, где и на сколько времени.",
        ),
        "key": (
            "Бухгалтер хранит ключ руководителя и подписывает за неё, а подписывать чужим ключом нельзя.",
            "На этой неделе получите ключ на своём телефоне и сами придумайте пароль.",
        ),
        "offline": (
            "По пятницам кто-то едет в райцентр, поэтому готовые бланки и файлы под рукой избавят от двойной работы.",
            "На этой неделе работайте над отчётами и письмами и готовое сразу кладите в папку «На отправку».",
        ),
        "calls": (
            "Болату позвонили, что карта заблокирована, и он назвал код, а один код может открыть чужому счёт в банке.",
            "На этой неделе повесьте памятку: код не называть, положить трубку, перезвонить по знакомому номеру.",
        ),
        "receipts": (
            "Чеки летнего лагеря намокли, и прочитать их нельзя, а донор может попросить один чек и через год после проекта.",
            "На этой неделе сфотографируйте каждый чек при дневном свете так, чтобы читались дата, сумма и магазин.",
        ),
    },
    "kk": {
        "backup": (
            "Қыста ортақ компьютер екі апта қосылмады, диск бұзылса, талай жылғы тізім мен сурет бірге кетеді.",
            "Осы аптада ескі ноутбук не телефон тауып, есеп, тізім, суреттерді соған көшіріңіз.",
        ),
        "private": (
            "Ерікті бір отбасының тарихын чат-ботқа салды, ал жалпыға ашық ЖИ-ге бергеніңіз бөтен компьютерге кетеді.",
            "Осы аптада ЖИ-ге берілмейтін есім, телефон, суреттерді параққа жазып, жұмыс орнына іліңіз.",
        ),
        "skills": (
            "Банкте төлеуді тек Айгүл біледі, ол ауырып қалса, төлем тоқтауы мүмкін.",
            "Осы аптада параққа пошта, банк, есеп сияқты жұмыстарды жазып, жоғарғы жағына есімдерді қосыңыз.",
        ),
        "drafts": (
            "Әкімдікке хат жазуға бүкіл кеш кетеді, алғашқы нұсқа бірнеше минутта дайын болса, көбірек уақыт қалады.",
            "Осы аптада еріктіден ЖИ қолданбасын телефоннан көрсетуін сұрап, бір мәтін жаздырыңыз.",
        ),
        "consent": (
            "Үш ана баласының суретін салмауды сұрады, ал интернетке шыққан бір сурет отбасына зиян келтіруі мүмкін.",
            "Осы аптада келісім парағына екі ұяшық қосыңыз: суретке түсіруге және суретті интернетте көрсетуге.",
        ),
        "notebook": (
            "Телефоны жоқ әжелер сейсенбіде кітапханаға келеді, хабарласатын жол біреу болса, олар көмексіз қалады.",
            "Осы аптада дәптер бетін бағандарға бөліп, әр қоңырау мен хатты соған жазыңыз.",
        ),
        "accounts": (
            "Пошта мен парақшаны Марат ашқан, ал ол қалаға көшсе, бір күнде екеуінен де айырылып қалуыңыз мүмкін.",
            "Осы аптада жұмыстағы телефон, компьютер, флешканың бәрін параққа жазып, кімде екенін көрсетіңіз.",
        ),
        "languages": (
            "Әжелер бланкті дауыстап оқып беруді сұрайды, ал бланкті түсінбеген адам оқымай қол қояды.",
            "Осы аптада екінші тілді жақсы білетін адаммен отырып, хабарландыруды сол тілде жазыңыз.",
        ),
        "page": (
            "Көрші екі ауылдың аналары сізді таба алмады, өйткені көп адам қоңырау шалмас бұрын телефоннан іздейді.",
            "Осы аптада қағазға мекенжай мен телефон нөмірін жазып, интернеті бар еріктіге қоңырау шалыңыз.",
        ),
        "form": (
            "Әр есепке чаттан іздеп үш кеш кетеді, нысан бір болса, донор сұрағанда сандар дайын тұрады.",
            "Осы аптада соңғы есептегі сандардың астын сызып, солардан нысанға сұрақ құрастырыңыз.",
        ),
        "handover": (
            "Сәуле ауруханада жатқанда есеп кешікті, ал жазба болса, көмекші есепті сол күні жібереді.",
            "Осы аптада шұғыл бір жұмысты істегенде экранды суретке түсіріп, дәптерге әр сурет туралы жазыңыз.",
        ),
        "helpers": (
            "Мамырда екі әке қоршауыңызды жөндеп берді, ал бір сағат көмектескен адам тағы келеді, көршісін ертеді.",
            "Осы аптада үш адамға өзіңіз барып айтып, істің күнін, орнын, қанша уақыт алатынын жазыңыз.",
        ),
        "key": (
            "Бухгалтер басшының кілтін сақтап, ол үшін қол қояды, ал өзгенің кілтін пайдалануға тыйым салынған.",
            "Осы аптада өз телефоныңызда eGov Mobile қолданбасын ашып, кілт алыңыз да, құпиясөзін ойлап табыңыз.",
        ),
        "offline": (
            "Жұма күні біреу аудан орталығына барады, сондықтан бланк пен файл дайын тұрса, бір жұмысты екі рет істемейсіз.",
            "Осы аптада «Жіберу керек» деген папка ашып, есеп пен хатты кім жіберетінін келісіп алыңыз.",
        ),
        "calls": (
            "Болатқа картаңыз бұғатталды деп қоңырау шалды, ал телефонмен айтылған бір код банктегі шотты ашып беруі мүмкін.",
            "Осы аптада параққа ірі әріппен жазыңыз: код айтпау, қоңырауды үзу, таныс нөмірге қайта шалу.",
        ),
        "receipts": (
            "Жазғы лагерьдің чектері су болып, оқылмай қалды, ал кейде донор жоба біткеніне бір жыл болса да, чек сұратады.",
            "Осы аптада бір жобаның чектерін күндізгі жарықта суретке түсіріп, қағазын бір конвертке салыңыз.",
        ),
    },
}

SUMMARIES = {
    "en": "Copy the main files to a second device first, and then hang up a list of what never goes into AI.",
    "ru": "Сначала скопируйте главные файлы на второе устройство, потом повесьте список того, что не дают ИИ.",
    "kk": "Алдымен негізгі файлдарды екінші құрылғыға көшіріңіз, содан кейін ЖИ-ге берілмейтін деректер тізімін іліп қойыңыз.",
}
