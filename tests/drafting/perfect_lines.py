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
            "This week make a sheet of digital tasks such as mail and bank, and let each person mark their own column.",
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
            "This week put every phone and computer on a sheet of paper, and beside each device write who has it.",
        ),
        "languages": (
            "Grandparents ask you to read the form aloud, and someone who does not understand it signs it blindly.",
            "This week put your notice into the second language, and read both texts aloud to someone who speaks it.",
        ),
        "page": (
            "Mothers from two villages nearby could not find you, because many people look on their phone before they call.",
            "This week dictate the name with your village in it to a volunteer you trust who has internet.",
        ),
        "form": (
            "Every report takes three evenings of searching in chats; with one form the numbers are ready when a donor asks.",
            "This week make questions of the numbers in your last report, and write the form on one sheet.",
        ),
        "handover": (
            "While Saule was in hospital the report was late; with notes, a helper can send the report that same day.",
            "This week make a photo of the screen at each step of an urgent task, and write one line for each photo.",
        ),
        "helpers": (
            "Two fathers mended your fence in May, and someone who gave an hour comes back and brings neighbours.",
            "This week ask three people face to face to drive, mend or sort things, and say for how long.",
        ),
        "key": (
            "The accountant keeps the key of your leader and signs for her, but it is banned to use another's key.",
            "This week let each signer open eGov Mobile on their own phone and make up a password for the key.",
        ),
        "offline": (
            "Someone goes to the district centre on Friday, and with forms and files at hand you help people the same day.",
            "This week do the next letter by hand and put it into a folder named To send.",
        ),
        "calls": (
            "A caller told Bolat that his card was blocked, and one code read out can give away the money in the bank.",
            "This week put a sheet on the wall in large letters, read it aloud together and agree who warns the others.",
        ),
        "receipts": (
            "The receipts of the summer camp got wet and cannot be read, and a donor may ask for one receipt a year after the project.",
            "This week take photos of the receipts of one project on a table by daylight, and make an album on the phone.",
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
            "Платить в банке умеет только Айгуль, и если она заболела, может остановиться платёж.",
            "На этой неделе составьте лист: слева задачи, такие как почта, банк и отчёты, сверху имена волонтёров.",
        ),
        "drafts": (
            "Письма в акимат занимают весь вечер, а с черновиком за несколько минут остаётся больше времени на людей.",
            "На этой неделе пишите задание для ИИ на телефоне и попросите волонтёра показать вам приложение.",
        ),
        "consent": (
            "Три мамы просили не выкладывать их ребёнка, а одно фото в интернете может навредить семье.",
            "На этой неделе составьте бланк согласия с двумя клетками для галочки и прочитайте его одному человеку.",
        ),
        "notebook": (
            "Бабушки без телефона приходят в библиотеку по вторникам, а те, кому нельзя позвонить, останутся без помощи.",
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
            "На этой неделе продиктуйте волонтёру с интернетом название, в котором будет ваше село, и пять строк.",
        ),
        "form": (
            "На каждый отчёт уходит три вечера поисков в чатах, а с одной формой цифры готовы, когда о них спросит донор.",
            "На этой неделе сделайте форму на листе: вопросы про дату, место и людей составьте по цифрам отчёта.",
        ),
        "handover": (
            "Пока Сауле лежала в больнице, отчёт опоздал, а по записям помощник отправит отчёт в тот же день.",
            "На этой неделе опишите срочное дело: фотографируйте экран и к каждому фото напишите строку в тетради.",
        ),
        "helpers": (
            "Два отца в мае починили вам забор, а тот, кто уделил вам час, придёт снова и приведёт соседей.",
            "На этой неделе попросите троих лично и скажите каждому, когда, где и на сколько времени.",
        ),
        "key": (
            "Бухгалтер хранит ключ руководителя и подписывает за неё, а подписывать чужим ключом нельзя.",
            "На этой неделе откройте eGov Mobile на своём телефоне и получите ключ с паролем.",
        ),
        "offline": (
            "По пятницам кто-то едет в райцентр, а с бланками и файлами под рукой вы не делаете работу дважды.",
            "На этой неделе работайте над отчётами и письмами и готовое сразу кладите в папку «На отправку».",
        ),
        "calls": (
            "Болату позвонили, что карта заблокирована, и он назвал код, а один код может открыть чужому счёт в банке.",
            "На этой неделе повесьте памятку, прочитайте её вместе вслух и решите, кто предупреждает остальных.",
        ),
        "receipts": (
            "Чеки летнего лагеря намокли, и прочитать их нельзя, а если чека нет, деньги, возможно, придётся вернуть.",
            "На этой неделе сфотографируйте чеки одного проекта при дневном свете и создайте для фото альбом в телефоне.",
        ),
    },
    "kk": {
        "backup": (
            "Қыста ортақ компьютер екі апта қосылмады, диск бұзылса, талай жылғы тізім мен сурет бірге кетеді.",
            "Осы аптада ескі ноутбук не телефон тауып, есеп, тізім, суреттерді соған көшіріңіз.",
        ),
        "private": (
            "Ерікті бір отбасының тарихын чат-ботқа салды, ал жалпыға ашық ЖИ-ге бергеніңіз бөтен компьютерге кетеді.",
            "Осы аптада ЖИ-ге берілмейтін телефон, мекенжай, суреттерді параққа жазып, жұмыс орнына іліп қойыңыз.",
        ),
        "skills": (
            "Банкте төлеуді тек Айгүл біледі, ол ауырып қалса, төлем тоқтауы мүмкін.",
            "Осы аптада параққа пошта, банк, есеп сияқты жұмыстарды жазып, жоғарғы жағына бәрінің атын қосыңыз.",
        ),
        "drafts": (
            "Әкімдікке хат жазуға бүкіл кеш кетеді, алғашқы нұсқа бірнеше минутта дайын болса, көбірек уақыт қалады.",
            "Осы аптада телефоннан ЖИ сайтын ашып, еріктіден көрсетіп беруін сұраңыз да, бір мәтін жаздырыңыз.",
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
            "Пошта мен парақшаны Марат ашқан, ол қалаға көшеді, сондықтан бір күнде екеуінен де айырылып қалуыңыз мүмкін.",
            "Осы аптада жұмыстағы телефон, компьютер, флешканың бәрін параққа жазып, кімде екенін көрсетіңіз.",
        ),
        "languages": (
            "Әжелер бланкті дауыстап оқып беруді сұрайды, ал бланкті түсінбеген адам оқымай қол қояды.",
            "Осы аптада хабарландыруды екінші тілде жазып, сол тілде сөйлейтін адамға дауыстап оқып беріңіз.",
        ),
        "page": (
            "Көрші екі ауылдың аналары сізді таба алмады, ал көп адам телефоннан іздеп көреді.",
            "Осы аптада қағазға мекенжай мен телефон нөмірін жазып, интернеті бар еріктіге қоңырау шалыңыз.",
        ),
        "form": (
            "Әр есепке чаттан іздеп үш кеш кетеді, нысан бір болса, донор сұрағанда сандар дайын тұрады.",
            "Осы аптада соңғы есептегі сандарға қарап сұрақ құрастырып, нысанды бір параққа жазыңыз.",
        ),
        "handover": (
            "Сәуле ауруханада жатқанда есеп кешікті, ал жазба болса, көмекші есепті сол күні жібереді.",
            "Осы аптада шұғыл бір жұмысты істегенде экранды суретке түсіріп, дәптерге әр сурет туралы жазыңыз.",
        ),
        "helpers": (
            "Мамырда екі әке қоршауды жөндеп берді, ал бір сағат көмектескен адам тағы келеді, көршісін ертеді.",
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
            "Болатқа картаңыз бұғатталды деп қоңырау шалды, ал телефонмен айтылған бір код банктегі шотыңызды бөтенге ашып беруі мүмкін.",
            "Осы аптада жадынаманы ірі әріппен жазып, бірге дауыстап оқып, кім ескертетінін шешіңіз.",
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
