"""What the guard looks for in each language: patterns over text in lower case, with plain apostrophes."""

from __future__ import annotations

import re


def any_of(alternatives: str) -> re.Pattern[str]:
    """Return a pattern of whole words or phrases, parted by " | " or at the end of a line."""
    parts = [part.strip() for part in re.split(r"\s\|\s", alternatives) if part.strip()]
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)")


LAW: dict[str, re.Pattern[str]] = {
    "en": any_of(
        r"""
        laws? | lawful\w* | legal\w* | illegal\w* | legislat\w* | articles? | regulations? | statut\w* |
        decrees? | fined | fines | penalt\w* | courts? | prosecut\w* | gdpr | constitution\w* | lawyers? |
        licen[cs]\w* | comply | complian\w* | mandatory | obligat\w*
        """
    ),
    "ru": any_of(
        r"""
        закон\w* | стать(?:я|и|е|ю|ёй|ей|ям|ями|ях) | кодекс\w* | штраф\w* | суд(?:а|у|ом|е|ы|ебн\w*)? |
        постановлени\w* | указ(?:а|у|ом|ы|ов)? | незаконн\w* | юри\w+ | норматив\w* | прокур\w* |
        лиценз\w* | обязательн\w* | обязан\w* | ответственност\w*
        """
    ),
    "kk": any_of(
        r"""
        заң(?!ғ)\w* | бабы\w* | бапт(?:ар)?\w*(?<!баптау)(?<!баптаулар) | кодекс\w* | айыппұл\w* |
        сот(?:қа|та|тан|тың|ы)? | жарлық\w* | қаулы\w* | заңсыз\w* | прокур\w* | лиценз\w* | міндетті\w*
        """
    ),
}

PROMISE: dict[str, re.Pattern[str]] = {
    "en": any_of(
        r"""
        guarant\w+ | promis\w+ | never again | no risks? | risk[- ]free | completely | totally |
        absolutely | definitely | certainly | surely | for sure | forever | always be |
        (?:sure|certain|bound) to | (?:fully|perfectly|always) (?:safe|secure|protected|work\w*) |
        no longer (?:have to )?worry | ensur\w+ | will (?:never|always|surely) | free of charge | for free |
        discounts? | (?:will|to|can) (?:get|receive|win) (?:the |a |more )?(?:money|grants?|funding) |
        (?:nothing|no one|nobody) (?:can|will) | hundred per ?cent |
        without (?:any )?effort | once and for all |
        solves? (?:all|every|the) | everyone (?:in|will) \w+
        """
    ),
    "ru": any_of(
        r"""
        гаранти\w+ | обеща\w+ | навсегда | никогда больше | больше (?:никто и )?никогда | раз и навсегда |
        полностью (?:защи\w+|безопас\w+) | абсолютно | несомненно | без (?:всякого )?риска |
        точно (?:получ\w+|помо\w+) | обязательно (?:получ\w+|помо\w+) | бесплатно | скидк\w+ |
        вам не о чем беспокоиться | стопроцентн\w+ | наверняка | непременно | без усилий |
        ничего не (?:пропад\w+|потеря\w+|случ\w+) | никто не (?:украд\w+|узнает|войд\w+|сможет)
        """
    ),
    "kk": any_of(
        r"""
        кепіл\w+ | уәде\w* | мәңгі\w* | ешқашан | толық (?:қорға\w+|қауіпсіз\w*) | сөзсіз | күмәнсіз |
        жеңілдік\w+ | тәуекелсіз | міндетті түрде | алаңдама\w+ | тегін\w* | жүз пайыз\w* |
        ештеңе (?:жоғалмайды|болмайды) | ешкім (?:ұрламайды|кіре алмайды|білмейді)
        """
    ),
}

BLAME: dict[str, re.Pattern[str]] = {
    "en": any_of(
        r"""
        your (?:own )?(?:fault|mistake|failure) | you(?:'ve| have)? (?:failed|neglect\w*|ignored|forgot\w*) |
        blam\w+ | guilt\w* | careless\w* | lazy | lazi\w+ | irresponsib\w+ | negligen\w+ |
        sham(?:e|ed|eful)\w* | asham\w+ | stupid\w* | incompeten\w+ | backward\w* | weak\w* | poor(?:ly)? |
        bad(?:ly)? | worst | terribl\w+ | unprofessional\w* | you should have | you let |
        you (?:do not|don't|did not|didn't) (?:even )?(?:care|understand|know how|bother|think|try) |
        unfortunately | fail(?:s|ed|ing|ure)? | because of you
        """
    ),
    "ru": any_of(
        r"""
        вин(?:а|ы|у|е|ой) | винова\w+ | по вашей вине | из-за вас |
        вы не (?:смогли|справ\w+|сумели|позаботились|подумали|удосуж\w+|умеете|понимаете|следите) |
        вы (?:\w+ )?(?:забросили|запустили|допустили|упустили) | безответствен\w+ | небрежн\w* | халатн\w* |
        ленив\w* | лень | стыд\w* | позор\w* | глуп\w* | некомпетентн\w* | отстал\w* | слаб\w+ | плох\w* |
        ужасн\w* | к сожалению | провал\w* | должны были | непрофессионал\w* | безалаберн\w*
        """
    ),
    "kk": any_of(
        r"""
        кінә\w* | жауапсыз\w* | жалқау\w* | ұят\w* | масқара\w* | ақымақ\w* | біліксіз\w* | нашар\w* |
        әлсіз\w* | салақ\w* | немқұрайлы\w* | өкінішке | сәтсіз\w* | сорақы\w* | сіздің кесіріңізден |
        (?:ұмытып|жоғалтып) (?:кеттіңіз|қойдыңыз|алдыңыз) | \w+(?:ма|ме|ба|бе|па|пе)д[ыі]ң[ыі]з
        """
    ),
}

FORGOT: dict[str, re.Pattern[str]] = {
    "ru": any_of(r"вы (?:\w+ )?(?:забыли|забываете|забудете)"),
    "kk": any_of(r"ұмыт(?:ып)?(?: \w+)?\w*(?<!са)(?<!се)(?:сыз|тыңыз|тіңіз)"),
    "en": any_of(r"you (?:\w+ )?(?:forget|forgot)"),
}
"""That whoever reads forgets: blame, unless the note says so."""

FILLER: dict[str, re.Pattern[str]] = {
    "en": any_of(r"(?:it is|it's|is) (?:very |so |really )?important"),
    "ru": any_of(r"(?:очень|так) важно"),
    "kk": any_of(r"(?:өте|аса) маңызды"),
}
"""Words that only say that something matters."""

SELF: dict[str, re.Pattern[str]] = {
    "en": any_of(
        r"""
        i | i'(?:m|ll|ve|d) | me | my | mine | myself | we | we'(?:re|ll|ve|d) | us | our | ours |
        ourselves | as an? (?:ai|assistant|language model|large language model|model|chatbot) |
        language models? | chatbots? | assistants? | sorry | here(?:'s| is| are) (?:the|a|an|your|one) |
        okay | ok |
        (?:sure|certainly|of course),? here | let's | (?:the|this|your) (?:prompt|brief|input) |
        the (?:card|instructions?|note above|text above|user) | example card | let me know |
        hope (?:this|it) |
        as (?:requested|asked|told|instructed|you asked) |
        first step:?(?= is to| in the card) | why here | the sentence | in other words |
        the note (?:says?|tells?|mentions?|states?|shows?|reads?) |
        (?:based on|according to|from|in) the (?:note|card) |
        this (?:sentence|text|answer|response|summary) |
        as (?:stated|mentioned|noted|described|given) (?:above|before|in)
        """
    ),
    "ru": any_of(
        r"""
        я | меня | мне | мной | мой | моя | моё | мое | мои | моего | моей | моих | мы | нас | нам | нами |
        наш | наша | наше | наши | нашего | нашей | нашу | нашим | наших | нашем |
        как (?:ии|искусственный интеллект|языковая модель|модель|ассистент|помощник) | языков\w+ модел\w+ |
        ассистент\w* | нейросет\w+ | извините | простите |
        как (?:вы )?(?:просили|велели|просил[аи]?) | вот (?:ответ|текст|строка|предложение|пример|первый) |
        карточк\w+ | инструкци\w+ | надеюсь | в этом предложении |
        (?:судя по|согласно|исходя из|как и в) замет\w+ |
        в замет\w+ (?:сказано|говорится|написано|указано) | заметка (?:говорит|гласит) | конечно,? вот |
        как (?:сказано|указано|говорилось|упоминалось) (?:выше|ранее|в) | данный текст | этот (?:текст|ответ)
        """
    ),
    "kk": any_of(
        r"""
        мен(?=[ ,](?:сізге|сізді|жасанды|тіл|көмек|ассистент|өз|бұл|мұны|деп)) |
        маған | менің | мені | меніңше |
        біз | біздің | бізге | бізді | бізде | бізден | бізше | жасанды интеллект ретінде | жи ретінде |
        тілдік модель\w* | ассистент\w* | көмекші бот\w* | кешіріңіз | міне,? (?:жауап|алғашқы|мәтін|сөйлем) |
        карточка\w* | нұсқаулық\w* | үміттенемін | жазбада(?:ғы)? (?:айтыл|жазыл|көрсетіл)\w+ |
        жазбаға (?:қараған|сүйен)\w+ | жоғарыда (?:айтыл|жазыл)\w+ | ескертпеде \w+ |
        (?<!\bмы)(?!(?:әл|қ)емі)\w{2,}[аеый](?:мыз|міз|мын|мін)(?<!өміз)
        """
    ),
}

MACHINES = re.compile(r"chatbots?|assistants?|language models?|языков|ассистент|нейросет|көмекші бот|тілдік")
"""Which of these may be spoken of as a thing, where the brief does."""

FREQUENCY: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<!\bon )(?<!\bday and )\b(?:every|each|per|once an?|twice an?|a|an|one|within an?|in an?"
        r"|for an?|after an?|last|next) (?:hour|day|morning|evening|night|week|fortnight|month|quarter|year"
        r"|decade|minute|second time)\b"
        r"|\b(?:hourly|daily|weekly|fortnightly|monthly|quarterly|yearly|annual|annually|twice|thrice)\b"
    ),
    "ru": re.compile(
        r"\b(?:кажд\w+|раз в|в|за|через|один|одну|прошл\w+) (?:час|день|утро|вечер|месяц|квартал|год"
        r"|минуту|сутки|полгода)\b"
        r"|\b(?:кажд\w+|раз в|за|через|одну) неделю\b|\b(?:ежедневн\w*|еженедельн\w*|ежемесячн\w*"
        r"|ежеквартальн\w*|ежегодн\w*|дважды|трижды|полгода)\b"
    ),
    "kk": re.compile(
        r"\b(?:әр|бір|келесі|өткен|сайын) (?:сағат|күн|таң|кеш|апта|ай|тоқсан|жыл|минут)\w*|\b(?:күн"
        r"|апта|ай|тоқсан|жыл|сағат)(?:ына|іне)? сайын\b"
        r"|\b(?:күнделікті|апталық|ай сайынғы|айлық|жылдық|тоқсандық|жылына|айына|аптасына|күніне)\b"
    ),
}

DATE: dict[str, re.Pattern[str]] = {
    "en": any_of(
        r"""
        mondays? | tuesdays? | wednesdays? | thursdays? | fridays? | saturdays? | sundays? | january |
        february | april | june | july | august | september | october | november | december | spring |
        summer | autumn | winter | weekends? | tonight | tomorrow | yesterday |
        (?:in|by|until|since|on|of|this|next|last|every|before|after) (?:march|may)
        """
    ),
    "ru": any_of(
        r"""
        понедельник\w* | вторник\w* | сред(?:у|ам) | четверг\w* | пятниц\w* | суббот\w* | воскресень\w* |
        январ\w* | феврал\w* | март(?:а|е)? | апрел\w* | ма[йяе] | июн\w* | июл\w* | август\w* |
        сентябр\w* | октябр\w* | ноябр\w* | декабр\w* | весн\w+ | лет(?:о|ом) | осень\w* | осенью |
        зим\w+ | завтра | вчера | выходны\w+
        """
    ),
    "kk": any_of(
        r"""
        дүйсенбі\w* | сейсенбі\w* | сәрсенбі\w* | бейсенбі\w* | жұма(?:да|ға|ның)? | сенбі\w* |
        жексенбі\w* | қаңтар\w* | ақпан(?:да|ға|нан|ның)? | наурыз\w* | сәуір\w* | мамыр\w* | маусым\w* |
        шілде\w* | тамыз(?:да|ға|дан|дың)? | қыркүйек\w* | қазан(?:да|ға|ның)? | қараша\w* | желтоқсан\w* |
        көктем\w* | жазда | күз(?:де|дің|ге)? | қыста | ертең\w* | кеше | демалыс\w*
        """
    ),
}

FOREIGN: dict[str, re.Pattern[str]] = {
    "ru": any_of(
        r"""
        және | немесе | үшін | та | і | це | щоб | який | і | або
        """
    ),
    "kk": any_of(
        r"""
        и | в | на | по | из | от | для | это | что | как | чтобы | если | вы | ваш\w* | вам | вас | или |
        нужно | можно | эт\w+ | кажд\w+ | котор\w+ | перв\w+ | недел\w+ | запишите | сделайте | который
        """
    ),
}
"""Words of a neighbour with the same letters that give it away."""

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "ru": frozenset(
        [
            "и",
            "в",
            "на",
            "не",
            "что",
            "с",
            "у",
            "по",
            "для",
            "нет",
            "это",
            "но",
            "как",
            "из",
            "за",
            "от",
            "к",
            "мы",
            "он",
            "она",
            "они",
            "все",
            "или",
            "чтобы",
        ]
    ),
}
"""Words by which a language is told from a neighbour with the same letters."""
