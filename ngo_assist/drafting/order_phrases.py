"""What orders to a writer are made of, in English, Russian and Kazakh: patterns over text in lower case.

Lines are put together without their blanks at the ends; see `orders` for how they are used.
"""

# ruff: noqa: E501
ORDERS = (
    # English: set aside what stands above; say, print, answer; be somebody else; marks of chats and prompts.
    r"""
    (?:ignor\w*|disregard\w*|overrid\w+|bypass\w*|overlook|discard|skip)\b.{0,60}?
      \b(?:above|previous|prior|preceding|earlier|instruct\w*|rules?|guidelines?|card|prompts?|system|context|everything
      |anything|all (?:of |the )?(?:this|that|these|those|other)|what(?:ever)? (?:is|was|stands|you)|before)\b
    |(?:^|[.!?:;,(\[“"'«-]\s*|\b(?:please|now|just|and|then|so|instead)\s+)(?:please\s+)?forget\b.{0,60}?
      \b(?:above|previous|prior|earlier|instruct\w*|rules?|card|prompts?|system|everything|anything|all|it|this|that
      |what (?:is|was|you)|before)\b
    |\b(?:instead|now|just|only|simply|please|must|and|then|so|but|rather),?\s{1,2}(?:please\s+|only\s+|just\s+|always\s+)*
      (?:write|say(?! (?:they|it|he|she|thank|nothing to|no to))|print|output|repeat|answer|reply|respond|return|type|insert
      |translate|summari[sz]e|append|mention|tell (?:me|us|them|people|everyone|the reader)|add (?:the|a|an|this|at|to)
      |include (?:the|a|an|this)|(?:begin|start|end|finish) (?:your|each|every)|promise|recommend|praise)\b
    |(?:^|[.!?:;]\s*|\b(?:must|please|always|only)\s+)(?:begin|start|end|finish) (?:with|by)\b
    |\b(?:write|say|print|output|repeat|insert|answer|reply|respond|return)\s*(?:[:\"“'«]|exactly|only|with\b|in\b)
    |(?:^|[.!?:;,]\s*|\b(?:you|to|must|and|now|please)\s+)act (?:as|like)\b|\bpretend\b|\bimagine (?:you|that)\b
    |\brole[ -]?play\w*|\bjail ?break\w*|\b(?:developer|debug|god|admin|dan) mode\b|\bfrom (?:now|here) on\b
    |\bnew (?:rules?|instructions?|role|prompt)\b|\bnew task\s*:|\bdo anything now\b
    |\b(?:system|assistant|user|instructions?|prompt|developer|human|ai|admin)\s*(?:[:>\]]|says\b)
    |<\|?/?\w+\|?>|\[/?inst\]|\[(?:system|assistant|user)|#{2,}|`{3}|={4,}|-{4,}|%{2,}|:=
    |\b(?:system|this|the|your|initial) prompt\b|\bprompt injection\b|\blanguage model\b|\bas an ai\b
    |\b(?:dear|hey|hello|hi|attention|note to(?: the)?|to the) (?:ai|model|assistant|chat ?bot|bot|writer|llm)\b
    |\b(?:the|this) (?:model|ai|assistant|bot|llm|writer|plan|text|answer|summary|output|reply)
      (?: \w+)? (?:must|should|shall|has to|have to|needs to|is to)\b
    |\byour (?:answer|reply|response|output|instructions?|task|only task|new|real|role|next)\b
    |\bin your (?:text|answer|reply|summary|first)\b|\bend of (?:the )?(?:note|card|instructions?|text)\b
    |\b(?:exactly|only) (?:this|these|the following|the words?)\b|\bverbatim\b|\bnothing (?:else|but)\b.{0,20}$
    |^(?:today|note|reason|action|steps|evidence|target|why here|first step|summary|example|organisation)\s*:
    |[.!?;]\s*(?:action|steps|why here|first step|summary|example)\s*:
    |\bthis is (?:only )?a test\b|\bi (?:command|order|want you|would like you|need you|ask you|require)\b
    |\b(?:could|would|will|can) you\b|\boverride\b|\b(?:each|every) text\b|\bcontains? the word\b
    |\bprevious (?:answer|text|line)\b|\bthat the (?:text|plan|summary|line)\b|\b(?:correct|right|final|your) (?:answer|output)\b
    |\b(?:the )?output is\b|\bthe reader\b|\bas (?:commands?|orders?|instructions?)\b|\bbut orders\b|\badvert for\b|\byou are\b
    |\babove\b.{0,30}\b(?:joke|wrong|false)\b
    """,
    # Russian
    r"""
    (?<!\w)(?:игнорир\w+|проигнорир\w+|забудь(?:те)?|не обращай(?:те)? внимани\w+|не учитывай(?:те)?|отбрось(?:те)?
      |пропусти(?:те)?|отмени(?:те)?|наруш(?:ь|ьте|ай)|не следуй(?:те)?|обойди(?:те)?).{0,60}?
      (?:выше|предыдущ\w+|прежн\w+|вс[её](?!\w)|инструкци\w+|правил\w*|указани\w+|карточк\w+|это|сказанн\w+|написанн\w+
      |контекст\w*|промпт\w*|систем\w+|до этого|остальн\w+)
    |(?:ты|вы) (?:теперь|больше не|[-—])|(?<!\w)ты(?!\w)|веди(?:те)? себя|(?<!\w)отныне(?!\w)
    |(?:новая|новые|новое|новый) (?:инструкци\w+|правил\w+|рол\w+|задани\w+|задач\w+ для)
    |(?:система|инструкция|задание|промпт|ассистент|пользователь|модель|ии|нейросеть|бот|админ)\s*[:>\]]
    |языков\w+ модел\w+|нейросет\w+|(?<!\w)промпт\w*|как ии(?!\w)|(?:уважаем\w+|привет|эй|внимание),? (?:ии|модел\w+|бот\w*)
    |(?:твой|твоём|твоем|вашем) (?:ответ\w*|задач\w+)
    |(?:модель|ии|ответ|текст|план|итог|строка|автор|вывод) (?:\w+ )?(?:долж\w+|обязан\w*)(?!\w)
    |(?:в|во) (?:ответе|тексте плана|каждой строке|итоге) (?:долж\w+|нужно|надо|пусть|напис\w+)
    |дословно|слово в слово|(?:только|лишь) (?:эт(?:о|и слова|у фразу)|следующ\w+)|(?:и )?(?:больше|кроме этого) ничего.{0,15}$
    |конец (?:заметки|карточки|инструкци\w+|текста)|это (?:просто )?(?:проверка|тест)(?!\w)
    |(?:^|[.!?;]\s*)(?:сейчас|заметка|зачем|действие|шаги|подтверждение|цель|почему у вас|первый шаг|итог|пример)\s*:
    |(?<!\w)(?:приказываю|требую|требуется,? чтобы|хочу,? чтобы|не могли бы вы|кажд(?:ый|ого|ому|ом) текст\w*|для этой карточки
      |содерж\w+ слово|прошл\w+ ответ\w*|никогда не \w+[йь]|итог (?:оставить|сделать|написать)|план\w*: (?:писать|написать)
      |читател\w+|кавычк\w+|правильный ответ|чтобы (?:текст|план|итог)|как (?:к )?(?:приказ\w*|команд\w*)|командами
      |приказ(?:ал|ала|али)|в рекламу)(?!\w)
    |выше.{0,30}(?:шутк\w+|неправда)|zabud\w*|napishi\w*|ignoriru\w*|vyvedi\w*|(?<!\w)skazhi\w*|otvet(?:'|te)
    """,
    # Kazakh
    r"""
    (?<!\w)(?:елеме\w*|ескерме(?:ңіз|й)?(?!\w)|назар аударма\w*|мән берме\w*|тыңдама\w*|бағынба\w*|орындама\w*)
    |(?<!\w)ұмыт(?:ыңыз|шы|ыңызшы|)(?!\w)(?!\s*қал)
    |(?:жоғарыда\w*|алдыңғы|бұрынғы|осының|нұсқау\w*|ереже\w*|карточка\w*).{0,60}?(?:ұмыт\w*|елеме\w*|өткізіп жібер\w*|жой\w*|әзіл\w*)
    |(?<!\w)(?:деп|деген|мынаны|мына сөзді|келесіні|былай|осылай|тек|енді|оның орнына|орнына|жай ғана)(?!\w).{0,60}?
      (?<!\w)(?:жаз|айт|шығар|қайтала|жауап бер|қос|көрсет|аудар|баста|аяқта)(?:ыңыз|іңіз|ңыз|ңіз|шы|ші|)(?!\w)
    |(?<!\w)сіз (?:енді|[-—])|(?<!\w)сен(?!\w)|жаңа (?:нұсқау|рөл)\w*|жаңа (?:ереже|тапсырма)\w*\s*[:—-]
    |(?:жүйе|нұсқау|тапсырма|пайдаланушы|модель|жи|бот|промпт)\s*[:>\]]|бұл (?:жай )?(?:сынақ|тест)(?!\w)
    |тілдік модель\w*|(?:құрметті|сәлем|эй) (?:жи|модель|бот)\w*|жауабың\w*|сөзбе-сөз жаз\w*
    |басқа ештеңе\w* (?:жазба|айтпа|қоспа)\w*|тек (?:осыны|мынаны|осы сөз\w*)|өзіңді.{0,30}?(?:есепте|елестет|сезін)\w*
    |(?:мәтін|жауап|жоспар|қорытынды)\w* .{0,30}?(?:болсын|тұрсын|жазылсын|бос)(?!\w)
    |(?:^|[.!?;]\s*)(?:қазір|жазба|себебі|әрекет|қадамдар|дәлел|мақсат|неге маңызды|алғашқы қадам|қорытынды|мысал)\s*:
    |(?<!\w)(?:бұйырамын|талап етемін|қалаймын|бұл карточка\w*|әр мәтін\w*|\w+ сөзі бол\w+|алдыңғы жауап\w*|шығатын мәтін\w*
      |оқырман\w*|тырнақша\w*|дұрыс жауап|бұйрық\w*|деп бұйыр\w*|жарнамасына)(?!\w)
    |(?<!\w)umyt(?!\w)|dep (?:zhaz|jaz|ait)|zhogaryda\w*
    """,
)

META = (
    # What only somebody speaks of who speaks to the writer: the text and its parts, its style, its task.
    r"""
    \b(?:first step|each|every|next|last|whole|this|the) (?:sentence|line|paragraph|reply|response|output)s?\b
    |\b(?:the|a|each|every|in your|in the) (?:first step|summary|plan|prompt|text below|final answer)\b
    |\b(?:verses?|poems?|rhymes?|haiku|capital letters|caps|pirate|emoji|one word|in french|in german|in chinese)\b
    |\b(?:your|hidden|these|those|all|any|the above|given|previous|card's)\s
      (?:rules?|instructions?|guidelines?|limits?|orders?|restrictions?)\b
    |\b(?:real|actual|true|secret|only) task\b|\bthe words?\b|\b(?:ai|llm|chatbot|assistant|language model|writer|gpt)\b|\bthe card\b
    """,
    r"""
    (?<!\w)(?:перв\w+ шаг\w*|(?:кажд\w+|последн\w+|следующ\w+|эт\w+) (?:строк\w*|предложени\w+|абзац\w*)|в (?:плане|итоге|тексте|ответе)
    |стих\w*|рифм\w+|сказк\w+|анекдот\w*|хайку|заглавными|прописными|капсом|одним словом|смайлик\w*|эмодзи
    |(?:свои|твои|ваши|эти|все|скрыт\w+|данн\w+|предыдущ\w+|прежн\w+) (?:инструкци\w+|правил\w*|указани\w+|ограничени\w+)
    |(?:настоящ\w+|истинн\w+|главн\w+) (?:задач\w+|задани\w+)|карточк\w+|слов(?:о|а|ом|ами)|текст(?!ы)\w*
    |ассистент\w*|нейросет\w*|языков\w+ модел\w+|бот(?:у|а|ом)?|чат-?бот\w*|ии)(?!\w)
    """,
    r"""
    (?<!\w)(?:алғашқы қадам\w*|(?:әр|әрбір|келесі|соңғы|осы) (?:жол|сөйлем|абзац)\w*|жоспарда|қорытындыда|мәтінде|жауапта
    |өлең\w*|ертегі\w*|анекдот\w*|бас әріп\w*|бір сөзбен|нұсқау\w*|(?:нағыз|шын|басты) тапсырма\w*|карточка\w*
    |(?:осы|барлық|мына|алдыңғы) (?:ереже|шектеу)\w*|көмекшіге|боттың|ботқа|тілдік модель\w*|жи(?:-ге|-дің)?)(?!\w)
    """,
)

URGES = (
    # Requests, of which one in the same breath is enough.
    r"""
    \b(?:make sure|be sure|let the|you (?:may|can|must|should|shall|will|need|have to)|whatever you|when you|do not|must)\b
    |\b(?:for|to|note to|attention) (?:the )?(?:ai|llm|assistant|chatbot|model|bot)\b
    """,
    r"""
    (?<!\w)(?!случай|урожай|чай(?!\w)|край|май(?!\w)|сарай|трамвай|поцелуй)\w{2,}(?:ируй|уй|ай|яй)(?:те|ся|тесь)?(?!\w)
    |(?<!\w)(?:хватит|пусть|обязательно|нужно,? чтобы|надо,? чтобы|следует|долж\w+|не надо|с этого момента|когда будешь|что бы)(?!\w)
    |(?<!\w)(?:для|к) (?:ии|ассистент\w*|модел\w+|бот\w*|нейросет\w*)(?!\w)|инструкци\w+ (?:для )?ассистент\w*
    """,
    r"""
    (?<!\w)(?:міндетті түрде|бұдан былай|былай қой\w*|болсын|жазылсын|айтылсын|тұрсын|керек емес|не айтса да)(?!\w)
    |(?<!\w)\w{2,}(?:ңыз|ңіз|сын|сін)(?!\w)|-ге (?:ескертпе|нұсқау)|көмекшіге нұсқау
    """,
)

VERBS = """
accept act add address admit advertise agree allow always announce answer apologise apologize append apply approve ask
assume attack avoid be become beg begin behave believe blame break bring bypass call cancel change cheat choose cite
claim close command comment compare complete compose confirm consider continue convert convince copy correct count
create criticise criticize cut decide declare decode define delete deny depict describe design devise disable disclose
disobey display distort do don't draft draw drop emphasise emphasize enable encode end enter erase evaluate exaggerate
execute explain express fake fill finish flatter follow forget format generate give go grant guess hack help hide
ignore imagine imitate imply improve include indicate inform insert insist insult interpret introduce invent invite
joke keep label laugh leave let lie list lower make mark mention merge mislead mock modify name never note obey offer
omit open order output override paraphrase paste perform persuade play please praise prefix prepare present pretend
print produce promise promote propose prove provide publish put quote rank rate read reason recall recite recommend
refer refuse reject remember remove rename repeat replace reply report request respond return reveal reverse revise
rewrite roleplay rule run say scream sell send set shout show shut sing sit skip sort speak spell start state stop
substitute sudo suggest summarise summarize support suppose swear switch take talk teach tell thank threaten translate
treat trust try turn type update uppercase use violate visit vote warn whisper wish write yell
"""
"""English verbs with which a sentence does not begin in a note that tells how things are."""

NOUNS_TOO = """
address answer call change command comment copy cut design display draft draw end fake format grant guess help joke
label lie list lower mark name note offer open order output play praise present print promise quote rank rate reason
report request return reverse rule run set show sort state support swear talk trust try turn type update use visit vote
wish work
"""
"""Those that are nouns as well: "Report is late"."""

SINGULAR = """
бойся бросай веди верни вернись включи возьми вообрази вспомни вставь выбери выведи выдай выдумай выключи выполни
выполняй выслушай говори дай действуй делай добавь докажи доложи дополни допиши забудь закончи закрой замени запиши
запомни запрети зачеркни игнорируй избегай извинись измени изобрази имитируй исполни исправь используй кричи купи молчи
назови наври напиши напомни начни научи обещай обмани объяви объясни ограничь опиши опубликуй оскорби ответь отвечай
откажись отнесись отправь оформи оцени перебей переведи передай перепиши перескажи перестань печатай пиши повтори
повторяй подтверди подумай позови покажи пообещай попроси попробуй посоветуй поставь поверь похвали преврати предложи
представь прекрати признай прими придумай примени притворись проверь проголосуй продай продолжи произнеси прочитай
пусти раскрой расскажи рекламируй рекомендуй реши сгенерируй сделай скажи слушай смени сообщи составь сотри спой спроси
стань станцуй считай убеди увеличь удали укажи упомяни упоминай усиль установи утверждай учти хвали шути
"""
"""Russian requests to one whom one knows well: no note of an organisation has them."""

KAZAKH_REQUESTS = (
    "айналдыр айт алмастыр ата атқар аудар аяқта бағала баста бекіт бұйыр де дәлелде елестет есепте ескер жаз жалғастыр "
    "жарияла жарнамала жаса жасыр жібер жой қабылда қайтала қалжыңда қос мақта мойында оқы орында ойна өзгерт сат сайла "
    "сена сөйле суретте таста таны тапсыр таңда толықтыр тоқта түсін түсіндір тыңда ұсын шығар істеме жазба айтпа оқыма "
    "қоспа берме"
)
KAZAKH_REQUESTS_OF_TWO = "жауап бер|уәде бер|кеңес бер|айтып бер|қосып жаз|мақтап көр|рецептін бер"
"""Kazakh requests, at the end of a sentence."""
