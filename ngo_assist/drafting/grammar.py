"""How each language puts requests, statements and denials: patterns over text in lower case."""

from __future__ import annotations

import re

from ngo_assist.drafting.phrases import any_of

NEGATION: dict[str, re.Pattern[str]] = {
    "en": any_of(
        r"""
        not | no | never | none | nobody | nothing | nowhere | neither | nor | cannot | without | \w+n't |
        (?:do|does|did|is|are|was|were|has|have|had|ca|wo|could|would|should)nt |
        no one
        """
    ),
    "ru": any_of(
        r"""
        не | ни | нет | нельзя | никто | никого | никому | ничего | ничто | никогда | никак\w* | нигде |
        без | незна\w+ | немож\w+ | неум\w+ | нехват\w+ | небыло | небуд\w+ | нету | неполуч\w+
        """
    ),
}
"""Kazakh denies by the endings of its words: `kazakh.denies`."""

EXCLUDES: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:leaves?|left|cross|drop|strike) ((?:\w+ ){0,4})(?:out|off)\b"
        r"|\bkeep ((?:\w+ ){1,4})(?:off|out of|away from)\b"
        r"|\bstop(?:s|ped)?(?= \w+ing\b)"
        r"|\b(?:away from|instead of|rather than|free of|except|get rid of|throw away)\b"
    ),
    "ru": re.compile(
        r"(?<!\w)(?:вычеркн\w+|зачеркн\w+|перестан\w+|подальше от|кроме|вместо|избав\w+ от)(?!\w)"
    ),
    "kk": re.compile(
        r"(?<!\w)((?:\w+ ){1,3})(?:(?<!астын )сызып(?: таста\w*)?|тимейтін|бас тарт\w*|орнына)(?!\w)"
    ),
}
"""What says without a "not" that something is not to be: the words caught, or else those behind."""

REQUESTS = frozenset(
    [
        "add",
        "agree",
        "ask",
        "bring",
        "call",
        "check",
        "choose",
        "close",
        "collect",
        "compare",
        "copy",
        "count",
        "cross",
        "cut",
        "date",
        "decide",
        "divide",
        "draw",
        "drop",
        "fetch",
        "fill",
        "find",
        "gather",
        "give",
        "go",
        "hang",
        "hold",
        "keep",
        "learn",
        "leave",
        "let",
        "list",
        "lock",
        "look",
        "make",
        "mark",
        "measure",
        "name",
        "note",
        "open",
        "photograph",
        "pick",
        "plan",
        "print",
        "protect",
        "put",
        "read",
        "ring",
        "say",
        "scan",
        "seal",
        "send",
        "set",
        "show",
        "sign",
        "sit",
        "sort",
        "stand",
        "start",
        "take",
        "talk",
        "tell",
        "tick",
        "try",
        "turn",
        "underline",
        "update",
        "use",
        "warn",
        "write",
    ]
)
"""English verbs that a request may begin with, whatever the card says."""

IMPERATIVE: dict[str, re.Pattern[str]] = {
    "ru": re.compile(r"\b(?:\w+(?:йте|ите|ьте)(?:сь)?|пусть)\b"),
    "kk": re.compile(r"\b\w+(?:ңыз|ңіз)(?:дар|дер)?\b|\b\w+[аеыілнрстпқкйу]с[ыі]н(?:дар|дер)?\b"),
}
"""How a request ends, or begins. English has no ending for it: see `guard_request.form`."""

THIS_WEEK: dict[str, re.Pattern[str]] = {
    "en": re.compile(r"\bthis week\b"),
    "ru": re.compile(r"(?<!\w)на этой неделе(?!\w)"),
    "kk": re.compile(r"(?<!\w)осы аптада(?!\w)"),
}
"""A time that no reason has."""

_IRREGULAR = (
    "put|wrote|made|took|gave|lost|found|sent|kept|did|went|got|left|bought|brought|told|forgot|chose|"
    "let|began|built|read|said|met|paid|sold|set|hung|held|began|broke|drew|spoke|taught"
)
DEED: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?<!\w)you (?:have |had |already |just |now |once |then |did not |didn't |never |also )*"
        rf"(?P<deed>\w+ed|{_IRREGULAR}|(?<=did not )\w+|(?<=didn't )\w+)(?!\w)"
    ),
    "ru": re.compile(
        r"(?<!\w)вы (?:уже |теперь |сами |только |не |ещё |раньше |вчера )*(?P<deed>\w+(?:ли|лись))(?!\w)"
    ),
    "kk": re.compile(
        r"(?<!\w)(?P<deed>\w+(?:[дт]ыңыз|[дт]іңіз|[ғқ]ансыз|[гк]енсіз|[ыі]псыз|[ыі]псіз))(?!\w)"
    ),
}
"""What whoever reads has done."""

ADVICE: dict[str, re.Pattern[str]] = {
    "en": re.compile(r"(?<!\w)you (?:must|should|need to|have to|ought to|had better)(?!\w)"),
    "ru": re.compile(
        r"(?<!\w)(?:нужно|надо|следует|необходимо|стоит|обязаны|должны|пора) "
        r"(?:\w+ )?\w+(?:ть|ти|чь)(?:ся)?(?!\w)"
    ),
    "kk": re.compile(r"(?<!\w)\w+у(?:ы|і|ыңыз|іңіз)? (?:керек|қажет|тиіс)(?!\w)"),
}
"""What one is told to do: fit for a step, not for a reason."""

SUPPOSES: dict[str, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:if|unless|in case)\b"),
    "ru": re.compile(r"(?<!\w)(?:если|в случае)(?!\w)"),
    "kk": re.compile(
        r"(?<!\w)(?:егер|(?!қоса\b)\w{2,}с[ае](?:ң?[ыі]з|ңыз|ңіз|қ|к|м)?(?! д[ае]\b)"
        r"|\w{2,}(?:[ғқ]анда|[гк]енде))(?!\w)"
    ),
}
"""A clause that says what may happen, not what is so."""

CLAUSE_GAP: dict[str, re.Pattern[str]] = {
    "en": re.compile(r"[,;:()—–]|\b(?:and|but|so(?! that)|then)\b"),
    "ru": re.compile(r"[,;:()—–]|(?<!\w)(?:и|а|но|поэтому|затем|потом)(?!\w)"),
    "kk": re.compile(r"[,;:()—–]|(?<!\w)(?:және|ал|бірақ|сондықтан)(?!\w)"),
}
"""Where one clause, or one thing of a list, ends and the next begins."""

SUBORDINATE: dict[str, re.Pattern[str]] = {
    "en": any_of(
        r"""
        which | that | what | whatever | who | whom | whose | whoever | where | when | whenever | why | how |
        if | whether | because | since | until | before | after | while | once | unless | as | so that |
        than | in case | such as
        """
    ),
    "ru": any_of(
        r"""
        чтобы | котор\w+ | что | где | когда | если | кто | кого | кому | кем | как | как\w{2,3} | чем |
        чего | чему | зачем | почему | куда | откуда | пока | пусть | сколько | чей | чья | чьи | чьё |
        потому | (?:с|у|за|к|о|об|от|по|в|на|для|без) (?:котор\w+|кого|кем|кому|чем|чего|чему|как\w+|что)
        """
    ),
    "kk": any_of(
        r"""
        егер | кім\w* | не | нені | қайда | қашан | қалай | қандай | қай | неге | қанша | неше | себебі
        """
    ),
}
"""Words that hang a clause on another, so that it states nothing by itself."""

STATES: dict[str, re.Pattern[str]] = {
    "en": any_of(
        r"""
        is | are | was | were | has | had | will | would | can | could | may | might | should | must | does |
        did | isn't | aren't | won't | can't | it's | you'll | you're | they're | they'll | that's |
        (?:you|they|it|he|she|we|everyone|people|team|helper|volunteers?) have | works | goes | gets |
        (?:people|persons?|parents?|mothers?|staff|leader|helpers?|they|he|she|it)\s\w+ed |
        (?:volunteers?|accountant|everyone|nobody|somebody)\s\w+ed |
        becomes | makes | gives | keeps | saves | stays | takes | writes | knows | needs | holds | brings |
        sends | begins | comes | helps | gone | went | came | became | got
        """
    ),
    "ru": any_of(
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
    "kk": any_of(
        r"""
        \w+[^аеыіой](?:ады|еді) | \w{2,}(?:иды|иді|ейді|ұйды|айды)(?<!жағдайды)(?<!сарайды) | дайын |
        (?:жоқ|бар|керек|тұр|жатыр)$ | болды | \w{2,}(?:ылды|ілді|алды|елді|анды|енді)(?<!ауылды)(?<!енді)$
        """
    ),
}
"""Verbs that say that something is so, as far as they can be told from nouns by their form."""
