"""What the guard looks for in each language: patterns over text in lower case, with plain apostrophes."""

from __future__ import annotations

import re


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)")


LAW: dict[str, re.Pattern[str]] = {
    "en": _any(
        r"laws?", r"lawful\w*", r"legal\w*", r"illegal\w*", r"legislat\w*", r"articles?", r"regulations?",
        r"statut\w*", r"decrees?", r"fined", r"fines", r"penalt\w*", r"courts?", r"prosecut\w*", r"gdpr",
        r"constitution\w*", r"lawyers?", r"licen[cs]\w*", r"comply", r"complian\w*", r"mandatory", r"obligat\w*",
    ),
    "ru": _any(
        r"закон\w*", r"стать(?:я|и|е|ю|ёй|ей|ям|ями|ях)", r"кодекс\w*", r"штраф\w*", r"суд(?:а|у|ом|е|ы|ебн\w*)?",
        r"постановлени\w*", r"указ(?:а|у|ом|ы|ов)?", r"незаконн\w*", r"юри\w+", r"норматив\w*", r"прокур\w*",
        r"лиценз\w*", r"обязательн\w*", r"обязан\w*", r"ответственност\w*",
    ),
    "kk": _any(
        r"заң(?!ғ)\w*", r"бабы\w*", r"бапт(?:ар)?\w*(?<!баптау)(?<!баптаулар)", r"кодекс\w*", r"айыппұл\w*", r"сот(?:қа|та|тан|тың|ы)?",
        r"жарлық\w*", r"қаулы\w*", r"заңсыз\w*", r"прокур\w*", r"лиценз\w*", r"міндетті\w*",
    ),
}  # fmt: skip

PROMISE: dict[str, re.Pattern[str]] = {
    "en": _any(
        r"guarant\w+", r"promis\w+", r"never again", r"no risks?", r"risk[- ]free", r"completely", r"totally",
        r"absolutely", r"definitely", r"certainly", r"surely", r"for sure", r"forever", r"always be",
        r"(?:fully|perfectly|always) (?:safe|secure|protected|work\w*)", r"no longer (?:have to )?worry", r"ensur\w+",
        r"will (?:never|always)", r"free of charge", r"discounts?", r"will (?:get|receive|win) (?:money|grants?|funding)",
    ),
    "ru": _any(
        r"гаранти\w+", r"обеща\w+", r"навсегда", r"никогда больше", r"больше никогда", r"полностью (?:защи\w+|безопас\w+)",
        r"абсолютно", r"несомненно", r"без (?:всякого )?риска", r"точно (?:получ\w+|поможет)", r"обязательно (?:получ\w+|помож\w+)",
        r"бесплатно получ\w+", r"скидк\w+", r"вам не о чем беспокоиться", r"стопроцентн\w+",
    ),
    "kk": _any(
        r"кепіл\w+", r"уәде\w*", r"мәңгі\w*", r"ешқашан", r"толық (?:қорға\w+|қауіпсіз\w*)", r"сөзсіз", r"күмәнсіз",
        r"жеңілдік\w+", r"тәуекелсіз", r"міндетті түрде ал\w+", r"алаңдама\w+",
    ),
}  # fmt: skip

BLAME: dict[str, re.Pattern[str]] = {
    "en": _any(
        r"your (?:own )?(?:fault|mistake|failure)", r"you(?:'ve| have)? (?:failed|neglect\w*|ignored)", r"blam\w+", r"guilt\w*",
        r"careless\w*", r"lazy", r"lazi\w+", r"irresponsib\w+", r"negligen\w+", r"sham(?:e|ed|eful)\w*", r"asham\w+", r"stupid\w*",
        r"incompeten\w+", r"backward\w*", r"weak\w*", r"poor(?:ly)?", r"bad(?:ly)?", r"worst", r"terribl\w+", r"unprofessional\w*",
        r"you should have", r"you (?:do not|don't) (?:care|understand|know how)", r"unfortunately", r"fail(?:s|ed|ing|ure)?",
    ),
    "ru": _any(
        r"вин(?:а|ы|у|е|ой)", r"винова\w+", r"по вашей вине", r"вы не (?:смогли|справ\w+|сумели|позаботились)", r"безответствен\w+",
        r"небрежн\w*", r"халатн\w*", r"ленив\w*", r"лень", r"стыд\w*", r"позор\w*", r"глуп\w*", r"некомпетентн\w*", r"отстал\w*",
        r"слаб\w+", r"плох\w*", r"ужасн\w*", r"к сожалению", r"провал\w*", r"должны были", r"непрофессионал\w*",
    ),
    "kk": _any(
        r"кінә\w*", r"жауапсыз\w*", r"жалқау\w*", r"ұят\w*", r"масқара\w*", r"ақымақ\w*", r"біліксіз\w*", r"нашар\w*", r"әлсіз\w*",
        r"салақ\w*", r"немқұрайлы\w*", r"өкінішке", r"сәтсіз\w*", r"сорақы\w*",
    ),
}  # fmt: skip

SELF: dict[str, re.Pattern[str]] = {
    "en": _any(
        r"i", r"i'(?:m|ll|ve|d)", r"me", r"my", r"mine", r"myself", r"we", r"we'(?:re|ll|ve|d)", r"us", r"our", r"ours", r"ourselves",
        r"as an? (?:ai|assistant|language model|chatbot)", r"language models?", r"chatbots?", r"assistants?", r"sorry", r"here(?:'s| is) (?:the|a|your)",
        r"the (?:card|prompt|instructions?|note above|brief|text above|user)", r"example card", r"let me know", r"hope (?:this|it)", r"as requested",
        r"first step:?(?= is to| in the card)", r"the sentence", r"this (?:sentence|text|answer|response)",
    ),
    "ru": _any(
        r"я", r"меня", r"мне", r"мной", r"мой", r"моя", r"моё", r"мое", r"мои", r"моего", r"моей", r"моих", r"мы", r"нас", r"нам", r"нами",
        r"наш", r"наша", r"наше", r"наши", r"нашего", r"нашей", r"нашу", r"нашим", r"наших", r"нашем", r"как (?:ии|искусственный интеллект|языковая модель|ассистент)",
        r"языков\w+ модел\w+", r"ассистент\w*", r"нейросет\w+", r"извините", r"простите", r"вот (?:ответ|текст|строка|предложение|пример)",
        r"карточк\w+", r"инструкци\w+", r"надеюсь", r"в этом предложении",
    ),
    "kk": _any(
        r"мен(?=[ ,](?:сізге|сізді|жасанды|тіл|көмек|ассистент|өз))", r"маған", r"менің", r"мені", r"біз", r"біздің", r"бізге", r"бізді", r"бізде", r"бізден",
        r"жасанды интеллект ретінде", r"жи ретінде", r"тілдік модель\w*", r"ассистент\w*", r"көмекші бот\w*", r"кешіріңіз", r"міне,? жауап", r"карточка\w*",
        r"нұсқаулық\w*", r"үміттенемін", r"\w{2,}[аеый](?:мыз|міз|мын|мін)",
    ),
}  # fmt: skip

COMMANDS = re.compile(
    r"\b(?:ignor\w+|disregard|forget|overrid\w+|bypass\w*)\b[^.!?]{0,40}\b(?:above|previous|prior|earlier|all|every\w*|instruction\w*|rules?|card|prompt|system|before|what|these|any)\b"
    r"|\b(?:instead|now|just|only|please|must|and|then)\b[ ,:]{1,3}\b(?:write|say|print|output|repeat|answer|reply|respond|tell|return|type|insert|add the)\b"
    r"|^\W*(?:write|say|print|output|repeat|answer|reply|respond|return|insert)\b"
    r"|[.!?:;]\s*(?:write|say|print|output|repeat|answer|reply|respond|return|insert)\b"
    r"|\b(?:write|say|print|output|repeat|insert)\b\s*[:\"“'«]"
    r"|\byou are (?:now|an?|no longer)\b|\bact as\b|\bpretend\b|\brole ?play\b|\bjailbreak\w*|\bdeveloper mode\b|\bnew (?:rules?|instructions?|task)\b"
    r"|\b(?:system|assistant|user|instructions?|prompt)\s*[:>\]]|<\|?\w+\|?>|\[/?inst\]|</?s>|\b(?:system|this) prompt\b|\blanguage model\b|\b(?:dear|hey|hello) (?:ai|model|assistant|chatbot)\b"
    r"|(?:^|[^\w])(?:игнориру\w+|забудь(?:те)?|не обращай(?:те)? внимани\w+|отбрось(?:те)?)[^.!?]{0,40}(?:выше|предыдущ\w+|прежн\w+|вс[её]|инструкци\w+|правил\w*|указани\w+|карточк\w+|это|сказанн\w+)"
    r"|(?:вместо этого|теперь|просто|лишь|и|а)[ ,:]{1,3}(?:напиши|скажи|выведи|повтори|ответь|напишите|скажите|выведите|повторите|ответьте)(?:\w*)"
    r"|(?:^|[.!?:;]\s*)\W*(?:напиши(?:те)?|скажи(?:те)?|выведи(?:те)?|повтори(?:те)?|ответь(?:те)?|вставь(?:те)?)(?!\w)"
    r"|ты теперь|вы теперь|притворись|представь,? что ты|новая инструкция|новые правила|(?:система|инструкция|задание)\s*:"
    r"|(?:жоғарыда\w*|алдыңғы|барлық|бұрынғы|осының)[^.!?]{0,40}(?:елеме\w*|ұмыт\w*|ескерме\w*|назар аударма\w*)|(?:елемеңіз|елеме|ескермеңіз|ұмытыңыз)"
    r"|(?:оның орнына|енді|тек|жай ғана)[^.!?]{0,60}(?:деп )?(?:жаз|айт|шығар|қайтала)(?:ыңыз|іңіз|аңыз)?(?!\w)|деп (?:жаз|айт|жауап бер)(?:ыңыз|іңіз)?(?!\w)"
    r"|жаңа (?:нұсқау|ереже)\w*|(?:жүйе|нұсқау|тапсырма)\s*:|сен енді|сіз енді"
)
"""What sounds like an order to whoever writes, in any of the three languages, over text in lower case."""

NEGATION: dict[str, re.Pattern[str]] = {
    "en": _any(r"not", r"no", r"never", r"none", r"nobody", r"nothing", r"nowhere", r"neither", r"nor", r"cannot", r"without", r"\w+n't", r"no one"),
    "ru": _any(r"не", r"ни", r"нет", r"нельзя", r"никто", r"никого", r"никому", r"ничего", r"ничто", r"никогда", r"никак\w*", r"нигде", r"без"),
    "kk": _any(
        r"жоқ\w*", r"емес", r"ешкім\w*", r"ештеңе\w*", r"ешбір", r"ешқандай", r"ешқашан", r"болмайды",
        r"\w{2,}[мбп][ае](?:й(?:ды|ді|тын|тін)?|ды|ді|ған|ген|ңыз|ңіз|са|се|сын|сін|с|у)", r"\w{2,}(?:сыз|сіз)",
    ),
}  # fmt: skip

FREQUENCY: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:every|each|per|once an?|twice an?|a|an|one|within an?|in an?|for an?|after an?|last|next) (?:hour|day|morning|evening|night|week|fortnight|month|quarter|year|decade|minute|second time)\b"
        r"|\b(?:hourly|daily|weekly|fortnightly|monthly|quarterly|yearly|annual|annually|twice|thrice)\b"
    ),
    "ru": re.compile(
        r"\b(?:кажд\w+|раз в|в|за|через|один|одну|прошл\w+) (?:час|день|утро|вечер|месяц|квартал|год|минуту|сутки|полгода)\b"
        r"|\b(?:кажд\w+|раз в|за|через|одну) неделю\b|\b(?:ежедневн\w*|еженедельн\w*|ежемесячн\w*|ежеквартальн\w*|ежегодн\w*|дважды|трижды|полгода)\b"
    ),
    "kk": re.compile(
        r"\b(?:әр|бір|келесі|өткен|сайын) (?:сағат|күн|таң|кеш|апта|ай|тоқсан|жыл|минут)\w*|\b(?:күн|апта|ай|тоқсан|жыл|сағат)(?:ына|іне)? сайын\b"
        r"|\b(?:күнделікті|апталық|ай сайынғы|айлық|жылдық|тоқсандық|жылына|айына|аптасына|күніне)\b"
    ),
}

DATE: dict[str, re.Pattern[str]] = {
    "en": _any(
        r"mondays?", r"tuesdays?", r"wednesdays?", r"thursdays?", r"fridays?", r"saturdays?", r"sundays?", r"january", r"february", r"april", r"june", r"july",
        r"august", r"september", r"october", r"november", r"december", r"spring", r"summer", r"autumn", r"winter", r"weekends?", r"tonight", r"tomorrow", r"yesterday",
        r"(?:in|by|until|since|on|of|this|next|last|every|before|after) (?:march|may)",
    ),
    "ru": _any(
        r"понедельник\w*", r"вторник\w*", r"сред(?:у|ам)", r"четверг\w*", r"пятниц\w*", r"суббот\w*", r"воскресень\w*", r"январ\w*", r"феврал\w*", r"март(?:а|е)?", r"апрел\w*",
        r"ма[йяе]", r"июн\w*", r"июл\w*", r"август\w*", r"сентябр\w*", r"октябр\w*", r"ноябр\w*", r"декабр\w*", r"весн\w+", r"лет(?:о|ом)", r"осень\w*", r"осенью", r"зим\w+",
        r"завтра", r"вчера", r"выходны\w+",
    ),
    "kk": _any(
        r"дүйсенбі\w*", r"сейсенбі\w*", r"сәрсенбі\w*", r"бейсенбі\w*", r"жұма(?:да|ға|ның)?", r"сенбі\w*", r"жексенбі\w*", r"қаңтар\w*", r"ақпан(?:да|ға|нан|ның)?", r"наурыз\w*",
        r"сәуір\w*", r"мамыр\w*", r"маусым\w*", r"шілде\w*", r"тамыз(?:да|ға|дан|дың)?", r"қыркүйек\w*", r"қазан(?:да|ға|ның)?", r"қараша\w*", r"желтоқсан\w*",
        r"көктем\w*", r"жазда", r"күз(?:де|дің|ге)?", r"қыста", r"ертең\w*", r"кеше", r"демалыс\w*",
    ),
}  # fmt: skip

IMPERATIVE: dict[str, re.Pattern[str]] = {
    "ru": re.compile(r"\b\w+(?:йте|ите|ьте)(?:сь)?\b"),
    "kk": re.compile(r"\b\w+(?:ңыз|ңіз)(?:дар|дер)?\b"),
}
"""How a request ends. English has no ending for it: see `guard_checks.form`."""

FOREIGN: dict[str, re.Pattern[str]] = {
    "ru": _any(r"және", r"немесе", r"үшін", r"та", r"і", r"це", r"щоб", r"який", r"і", r"або"),
    "kk": _any(
        r"и", r"в", r"на", r"по", r"из", r"от", r"для", r"это", r"что", r"как", r"чтобы", r"если", r"вы", r"ваш\w*", r"вам", r"вас", r"или", r"нужно", r"можно", r"эт\w+", r"кажд\w+",
        r"котор\w+", r"перв\w+", r"недел\w+", r"запишите", r"сделайте", r"который",
    ),
}  # fmt: skip
"""Words of a neighbour with the same letters that give it away."""
