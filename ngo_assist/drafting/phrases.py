"""What the guard looks for in each language: patterns over text in lower case, with plain apostrophes."""

from __future__ import annotations

import re


def _any(alternatives: str) -> re.Pattern[str]:
    """Return a pattern of whole words or phrases, parted by " | " or at the end of a line."""
    parts = [part.strip() for part in re.split(r"\s\|\s", alternatives) if part.strip()]
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)")


LAW: dict[str, re.Pattern[str]] = {
    "en": _any(
        r"""
        laws? | lawful\w* | legal\w* | illegal\w* | legislat\w* | articles? | regulations? | statut\w* |
        decrees? | fined | fines | penalt\w* | courts? | prosecut\w* | gdpr | constitution\w* | lawyers? |
        licen[cs]\w* | comply | complian\w* | mandatory | obligat\w*
        """
    ),
    "ru": _any(
        r"""
        закон\w* | стать(?:я|и|е|ю|ёй|ей|ям|ями|ях) | кодекс\w* | штраф\w* | суд(?:а|у|ом|е|ы|ебн\w*)? |
        постановлени\w* | указ(?:а|у|ом|ы|ов)? | незаконн\w* | юри\w+ | норматив\w* | прокур\w* |
        лиценз\w* | обязательн\w* | обязан\w* | ответственност\w*
        """
    ),
    "kk": _any(
        r"""
        заң(?!ғ)\w* | бабы\w* | бапт(?:ар)?\w*(?<!баптау)(?<!баптаулар) | кодекс\w* | айыппұл\w* |
        сот(?:қа|та|тан|тың|ы)? | жарлық\w* | қаулы\w* | заңсыз\w* | прокур\w* | лиценз\w* | міндетті\w*
        """
    ),
}

PROMISE: dict[str, re.Pattern[str]] = {
    "en": _any(
        r"""
        guarant\w+ | promis\w+ | never again | no risks? | risk[- ]free | completely | totally |
        absolutely | definitely | certainly | surely | for sure | forever | always be |
        (?:fully|perfectly|always) (?:safe|secure|protected|work\w*) | no longer (?:have to )?worry |
        ensur\w+ | will (?:never|always) | free of charge | discounts? |
        will (?:get|receive|win) (?:money|grants?|funding)
        """
    ),
    "ru": _any(
        r"""
        гаранти\w+ | обеща\w+ | навсегда | никогда больше | больше никогда |
        полностью (?:защи\w+|безопас\w+) | абсолютно | несомненно | без (?:всякого )?риска |
        точно (?:получ\w+|поможет) | обязательно (?:получ\w+|помож\w+) | бесплатно получ\w+ | скидк\w+ |
        вам не о чем беспокоиться | стопроцентн\w+
        """
    ),
    "kk": _any(
        r"""
        кепіл\w+ | уәде\w* | мәңгі\w* | ешқашан | толық (?:қорға\w+|қауіпсіз\w*) | сөзсіз | күмәнсіз |
        жеңілдік\w+ | тәуекелсіз | міндетті түрде ал\w+ | алаңдама\w+
        """
    ),
}

BLAME: dict[str, re.Pattern[str]] = {
    "en": _any(
        r"""
        your (?:own )?(?:fault|mistake|failure) | you(?:'ve| have)? (?:failed|neglect\w*|ignored) |
        blam\w+ | guilt\w* | careless\w* | lazy | lazi\w+ | irresponsib\w+ | negligen\w+ |
        sham(?:e|ed|eful)\w* | asham\w+ | stupid\w* | incompeten\w+ | backward\w* | weak\w* | poor(?:ly)? |
        bad(?:ly)? | worst | terribl\w+ | unprofessional\w* | you should have |
        you (?:do not|don't) (?:care|understand|know how) | unfortunately | fail(?:s|ed|ing|ure)?
        """
    ),
    "ru": _any(
        r"""
        вин(?:а|ы|у|е|ой) | винова\w+ | по вашей вине | вы не (?:смогли|справ\w+|сумели|позаботились) |
        безответствен\w+ | небрежн\w* | халатн\w* | ленив\w* | лень | стыд\w* | позор\w* | глуп\w* |
        некомпетентн\w* | отстал\w* | слаб\w+ | плох\w* | ужасн\w* | к сожалению | провал\w* |
        должны были | непрофессионал\w*
        """
    ),
    "kk": _any(
        r"""
        кінә\w* | жауапсыз\w* | жалқау\w* | ұят\w* | масқара\w* | ақымақ\w* | біліксіз\w* | нашар\w* |
        әлсіз\w* | салақ\w* | немқұрайлы\w* | өкінішке | сәтсіз\w* | сорақы\w*
        """
    ),
}

SELF: dict[str, re.Pattern[str]] = {
    "en": _any(
        r"""
        i | i'(?:m|ll|ve|d) | me | my | mine | myself | we | we'(?:re|ll|ve|d) | us | our | ours |
        ourselves | as an? (?:ai|assistant|language model|chatbot) | language models? | chatbots? |
        assistants? | sorry | here(?:'s| is) (?:the|a|your) |
        the (?:card|prompt|instructions?|note above|brief|text above|user) | example card | let me know |
        hope (?:this|it) | as requested | first step:?(?= is to| in the card) | the sentence |
        this (?:sentence|text|answer|response)
        """
    ),
    "ru": _any(
        r"""
        я | меня | мне | мной | мой | моя | моё | мое | мои | моего | моей | моих | мы | нас | нам | нами |
        наш | наша | наше | наши | нашего | нашей | нашу | нашим | наших | нашем |
        как (?:ии|искусственный интеллект|языковая модель|ассистент) | языков\w+ модел\w+ | ассистент\w* |
        нейросет\w+ | извините | простите | вот (?:ответ|текст|строка|предложение|пример) | карточк\w+ |
        инструкци\w+ | надеюсь | в этом предложении
        """
    ),
    "kk": _any(
        r"""
        мен(?=[ ,](?:сізге|сізді|жасанды|тіл|көмек|ассистент|өз)) | маған | менің | мені | біз | біздің |
        бізге | бізді | бізде | бізден | жасанды интеллект ретінде | жи ретінде | тілдік модель\w* |
        ассистент\w* | көмекші бот\w* | кешіріңіз | міне,? жауап | карточка\w* | нұсқаулық\w* |
        үміттенемін | \w{2,}[аеый](?:мыз|міз|мын|мін)
        """
    ),
}

MACHINES = re.compile(r"chatbots?|assistants?|language models?|языков|ассистент|нейросет|көмекші бот|тілдік")
"""Which of these may be spoken of as a thing, where the brief does."""

COMMANDS = re.compile(
    r"\b(?:ignor\w+|disregard|forget|overrid\w+|bypass\w*)\b[^.!?]{0,40}\b(?:above|previous|prior"
    r"|earlier|all|every\w*|instruction\w*|rules?|card|prompt|system|before|what|these|any)\b"
    r"|\b(?:instead|now|just|only|please|must|and|then)\b[ ,:]{1,3}\b(?:write|say|print|output"
    r"|repeat|answer|reply|respond|tell|return|type|insert|add the)\b"
    r"|^\W*(?:write|say|print|output|repeat|answer|reply|respond|return|insert)\b"
    r"|[.!?:;]\s*(?:write|say|print|output|repeat|answer|reply|respond|return|insert)\b"
    r"|\b(?:write|say|print|output|repeat|insert)\b\s*[:\"“'«]"
    r"|\byou are (?:now|an?|no longer)\b|\bact as\b|\bpretend\b|\brole ?play\b|\bjailbreak\w*"
    r"|\bdeveloper mode\b|\bnew (?:rules?|instructions?|task)\b"
    r"|\b(?:system|assistant|user|instructions?|prompt)\s*[:>\]]|<\|?\w+\|?>|\[/?inst\]|</?s>"
    r"|\b(?:system|this) prompt\b|\blanguage model\b|\b(?:dear|hey|hello) (?:ai|model|assistant"
    r"|chatbot)\b"
    r"|(?:^|[^\w])(?:игнориру\w+|забудь(?:те)?|не обращай(?:те)? внимани\w+"
    r"|отбрось(?:те)?)[^.!?]{0,40}(?:выше|предыдущ\w+|прежн\w+|вс[её]|инструкци\w+|правил\w*"
    r"|указани\w+|карточк\w+|это|сказанн\w+)"
    r"|(?:вместо этого|теперь|просто|лишь|и|а)[ ,:]{1,3}(?:напиши|скажи|выведи|повтори|ответь"
    r"|напишите|скажите|выведите|повторите|ответьте)(?:\w*)"
    r"|(?:^|[.!?:;]\s*)\W*(?:напиши(?:те)?|скажи(?:те)?|выведи(?:те)?|повтори(?:те)?|ответь(?:те)?"
    r"|вставь(?:те)?)(?!\w)"
    r"|ты теперь|вы теперь|притворись|представь,? что ты|новая инструкция|новые правила|(?:система"
    r"|инструкция|задание)\s*:"
    r"|(?:жоғарыда\w*|алдыңғы|барлық|бұрынғы|осының)[^.!?]{0,40}(?:елеме\w*|ұмыт\w*|ескерме\w*"
    r"|назар аударма\w*)|(?:елемеңіз|елеме|ескермеңіз|ұмытыңыз)"
    r"|(?:оның орнына|енді|тек|жай ғана)[^.!?]{0,60}(?:деп )?(?:жаз|айт|шығар|қайтала)(?:ыңыз|іңіз"
    r"|аңыз)?(?!\w)|деп (?:жаз|айт|жауап бер)(?:ыңыз|іңіз)?(?!\w)"
    r"|жаңа (?:нұсқау|ереже)\w*|(?:жүйе|нұсқау|тапсырма)\s*:|сен енді|сіз енді"
)
"""What sounds like an order to whoever writes, in any of the three languages, over text in lower case."""

NEGATION: dict[str, re.Pattern[str]] = {
    "en": _any(
        r"""
        not | no | never | none | nobody | nothing | nowhere | neither | nor | cannot | without | \w+n't |
        no one
        """
    ),
    "ru": _any(
        r"""
        не | ни | нет | нельзя | никто | никого | никому | ничего | ничто | никогда | никак\w* | нигде |
        без
        """
    ),
    "kk": _any(
        r"""
        жоқ\w* | емес | ешкім\w* | ештеңе\w* | ешбір | ешқандай | ешқашан | болмайды |
        (?!немесе)\w{2,}[мбп][ае](?:й(?:ды|ді|тын|тін)?|ды|ді|ған|ген|ңыз|ңіз|са|се|сын|сін|с|у) |
        \w{2,}(?:сыз|сіз)
        """
    ),
}

FREQUENCY: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:every|each|per|once an?|twice an?|a|an|one|within an?|in an?|for an?|after an?|last"
        r"|next) (?:hour|day|morning|evening|night|week|fortnight|month|quarter|year|decade|minute"
        r"|second time)\b"
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
    "en": _any(
        r"""
        mondays? | tuesdays? | wednesdays? | thursdays? | fridays? | saturdays? | sundays? | january |
        february | april | june | july | august | september | october | november | december | spring |
        summer | autumn | winter | weekends? | tonight | tomorrow | yesterday |
        (?:in|by|until|since|on|of|this|next|last|every|before|after) (?:march|may)
        """
    ),
    "ru": _any(
        r"""
        понедельник\w* | вторник\w* | сред(?:у|ам) | четверг\w* | пятниц\w* | суббот\w* | воскресень\w* |
        январ\w* | феврал\w* | март(?:а|е)? | апрел\w* | ма[йяе] | июн\w* | июл\w* | август\w* |
        сентябр\w* | октябр\w* | ноябр\w* | декабр\w* | весн\w+ | лет(?:о|ом) | осень\w* | осенью |
        зим\w+ | завтра | вчера | выходны\w+
        """
    ),
    "kk": _any(
        r"""
        дүйсенбі\w* | сейсенбі\w* | сәрсенбі\w* | бейсенбі\w* | жұма(?:да|ға|ның)? | сенбі\w* |
        жексенбі\w* | қаңтар\w* | ақпан(?:да|ға|нан|ның)? | наурыз\w* | сәуір\w* | мамыр\w* | маусым\w* |
        шілде\w* | тамыз(?:да|ға|дан|дың)? | қыркүйек\w* | қазан(?:да|ға|ның)? | қараша\w* | желтоқсан\w* |
        көктем\w* | жазда | күз(?:де|дің|ге)? | қыста | ертең\w* | кеше | демалыс\w*
        """
    ),
}

IMPERATIVE: dict[str, re.Pattern[str]] = {
    "ru": re.compile(r"\b\w+(?:йте|ите|ьте)(?:сь)?\b"),
    "kk": re.compile(r"\b\w+(?:ңыз|ңіз)(?:дар|дер)?\b"),
}
"""How a request ends. English has no ending for it: see `guard_request.form`."""

DONE = re.compile(
    r"(?<!\w)(?:this week|на этой неделе|осы аптада)(?!\w)"
    r"|(?<!\w)you (?:have |had |already |just |now )*(?P<deed>\w+ed)(?!\w)"
)
"""Deeds of whoever reads, in English, and a time that no reason has."""

DENIES_BEHIND: dict[str, re.Pattern[str]] = {"ru": re.compile("нет|нельзя")}
"""Negations that may stand behind what they deny; Kazakh ones do."""

CLAUSE_GAP: dict[str, re.Pattern[str]] = {
    "en": re.compile(r"[,;:()—–]|\b(?:and|but|so(?! that)|then)\b"),
    "ru": re.compile(r"[,;:()—–]|(?<!\w)(?:и|а|но|поэтому|затем|потом)(?!\w)"),
    "kk": re.compile(r"[,;:()—–]|(?<!\w)(?:және|ал|бірақ|сондықтан)(?!\w)"),
}
"""Where one clause, or one thing of a list, ends and the next begins."""

SUBORDINATE: dict[str, re.Pattern[str]] = {
    "en": _any(
        r"""
        which | that | what | whatever | who | whom | whose | whoever | where | when | whenever | why | how |
        if | whether | because | since | until | before | after | while | once | unless | as | so that | than
        """
    ),
    "ru": _any(
        r"""
        чтобы | котор\w+ | что | где | когда | если | кто | кого | кому | кем | как | как\w{2,3} | чем |
        чего | чему | зачем | почему | куда | откуда | пока | пусть | сколько | чей | чья | чьи | чьё |
        потому | (?:с|у|за|к|о|об|от|по|в|на|для|без) (?:котор\w+|кого|кем|кому|чем|чего|чему|как\w+|что)
        """
    ),
    "kk": _any(
        r"""
        егер | кім\w* | не | нені | қайда | қашан | қалай | қандай | қай | неге | қанша | неше | себебі
        """
    ),
}
"""Words that hang a clause on another, so that it states nothing by itself."""

STATES: dict[str, re.Pattern[str]] = {
    "en": _any(
        r"""
        is | are | was | were | has | had | will | would | can | could | may | might | should | must | does |
        did | isn't | aren't | won't | can't | it's | you'll | you're | they're | they'll | that's |
        (?:you|they|it|he|she|we|everyone|people|team|helper|volunteers?) have | works | goes | gets |
        becomes | makes | gives | keeps | saves | stays | takes | writes | knows | needs | holds | brings |
        sends | begins | comes | helps | gone | went | came | became | got
        """
    ),
    "ru": _any(
        r"""
        готов[аоы]? | есть | нет | будет | будут | был[аои]? | стал[аои]? | станет | станут | теперь | уже |
        может | могут | имеет | имеют | знает | знают | умеет | умеют | работает | работают | помогает |
        помогают | поможет | помогут | получит | получат | останется | останутся | лежит | лежат | стоит |
        хранит | хранят | пишет | пишут | делает | делают | даст | дадут | даёт | дают | нужен | нужна |
        нужно | нужны | можно(?! ли) | нельзя | должен | должна | должны | видно | ясно | сделан[аоы]? |
        подписан[аоы]? | написан[аоы]? | собран[аоы]? | сохран[её]н[аоы]? | защищ[её]н[аоы]? | заперт[аоы]? |
        найден[аоы]? | заверш[её]н[аоы]? | \w{3,}(?:ован|ёван|едан|исан|елан)[аоы]? |
        \w{3,}(?:ется|ится|ются|атся|ятся|лся|лась|лось|лись) | \w{2,}(?:шли|или(?<!крыли)|яли|ули) |
        \w{3,}(?:сал|рыл|лил|чил|нил|вил|тил|дил|ш[её]л|нял|зал|вал|шал|жал)[ао]? |
        \w{3,}(?:лен|жен|чен|щен|шен|лён|жён|щён|ден)[аоы] |
        они \w+ | он \w+ | она \w+ | оно \w+ | вы \w+ | это \w+
        """
    ),
    "kk": _any(
        r"""
        \w+[^аеыіой](?:ады|еді) | \w{2,}(?:иды|иді|ейді|ұйды|айды)(?<!жағдайды)(?<!сарайды) | дайын |
        (?:жоқ|бар|керек|тұр|жатыр)$ | болды | \w{2,}(?:ылды|ілді|алды|елді|анды|енді)(?<!ауылды)(?<!енді)$
        """
    ),
}
"""Verbs that say that something is so, as far as they can be told from nouns by their form."""

FOREIGN: dict[str, re.Pattern[str]] = {
    "ru": _any(
        r"""
        және | немесе | үшін | та | і | це | щоб | який | і | або
        """
    ),
    "kk": _any(
        r"""
        и | в | на | по | из | от | для | это | что | как | чтобы | если | вы | ваш\w* | вам | вас | или |
        нужно | можно | эт\w+ | кажд\w+ | котор\w+ | перв\w+ | недел\w+ | запишите | сделайте | который
        """
    ),
}
"""Words of a neighbour with the same letters that give it away."""
