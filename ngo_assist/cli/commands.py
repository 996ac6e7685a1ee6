"""All commands: their names, what they take, and where they are done."""

from __future__ import annotations

from ngo_assist.cli import values
from ngo_assist.cli.arguments import Argument, Command
from ngo_assist.messages import msg
from ngo_assist.planning.bounds import MONTHS_MOST
from ngo_assist.report.page import FORMATS

_ASSESSMENT = Argument("FILE", msg("an assessment's file"), "FILE", values.path, must=True)
_FORCE = Argument("--force", msg("replace a plan that is already there; what people set in it is kept"))
_ELSEWHERE = Argument(
    "--server-elsewhere",
    msg("the server may be on another computer; what people wrote then leaves this one"),
)

COMMANDS = (
    Command("", "", msg("open the program on the screen"), "screen:open_screen"),
    Command(
        "demo",
        "[--out DIR] [--force]",
        msg("the whole job on an example organisation; with --out without a screen"),
        "demo:demo",
        (
            Argument("--out", msg("the folder for the plan's files"), "DIR", values.path),
            _FORCE,
        ),
    ),
    Command(
        "interview",
        "",
        msg("the questions line by line, for screen readers and slow terminals"),
        "interview:interview",
    ),
    Command(
        "score",
        "FILE [--json | --explain]",
        msg("where the organisation stands"),
        "score:score_file",
        (
            _ASSESSMENT,
            Argument("--json", msg("print one JSON document and nothing else")),
            Argument("--explain", msg("print the formulas with this assessment's numbers")),
        ),
    ),
    Command(
        "plan",
        "FILE --out DIR [--force] [--model auto|NAME|PATH|none] [--start 2026-12] [--months N] …",
        msg("make the action plan and write plan.toml and plan.md"),
        "plan:plan_file",
        (
            _ASSESSMENT,
            Argument("--out", msg("the folder for the plan's files"), "DIR", values.path, must=True),
            _FORCE,
            Argument(
                "--model",
                msg(
                    "what puts the plan into words: auto (a model that passed its examination), none (the"
                    " rubric's words), or a model by its name or file; server: one in llama-server, Ollama or"
                    " LM Studio"
                ),
                "NAME",
                default="auto",
            ),
            _ELSEWHERE,
            Argument("--start", msg("the first month, as 2026-12"), "MONTH", values.month),
            Argument(
                "--months",
                msg("how many months the plan has, 1 to {most}", most=MONTHS_MOST),
                "N",
                values.whole(1, MONTHS_MOST),
            ),
            Argument("--days-per-month", msg("working days that can be spared in a month"), "X", values.days),
            Argument(
                "--actions-per-month", msg("how many actions start in a month"), "N", values.whole(1, 50)
            ),
            Argument(
                "--budget", msg("what the whole plan may cost, in the rubric's currency"), "N", values.money
            ),
            Argument(
                "--seed",
                msg("a number; the same one gives the same words from the same model"),
                "N",
                values.whole(0, 2**31 - 1),
                default=0,
            ),
        ),
    ),
    Command("rubric list", "", msg("the rubrics that come with the program"), "rubrics:list_rubrics"),
    Command(
        "rubric show",
        "ID [--practice P | --form [--quick]] [--format text|md|html] [--out FILE]",
        msg("a rubric as a booklet, or as a form on paper"),
        "rubrics:show_rubric",
        (
            Argument("ID", msg("a rubric's id, as shown by: ngo-assist rubric list"), "ID"),
            Argument("--practice", msg("one practice, with its levels and actions"), "P"),
            Argument("--form", msg("the blank questions with boxes to tick, to print for a workshop")),
            Argument("--quick", msg("with --form: only the questions of quick mode")),
            Argument(
                "--format",
                msg("text to read here, md for Markdown, html to open in a browser and print"),
                "text|md|html",
                values.one_of(FORMATS),
                default="text",
            ),
            Argument("--out", msg("a file to write it into"), "FILE", values.path),
            Argument("--force", msg("replace a file that is already there")),
        ),
    ),
    Command(
        "rubric new",
        "DIR",
        msg("begin a rubric of your own: a small one that works, with a word on every field"),
        "new_rubric:new_rubric",
        (Argument("DIR", msg("a new folder"), "DIR", values.path, must=True),),
    ),
    Command(
        "rubric check",
        "DIR",
        msg("find every mistake in a rubric's files"),
        "rubrics:check_rubric",
        (Argument("DIR", msg("the rubric's folder"), "DIR", values.path),),
    ),
    Command(
        "model list",
        "[--json]",
        msg("the models on this computer, those that are known, and which of them it can run now"),
        "model_list:list_models",
        (Argument("--json", msg("print one JSON document and nothing else")),),
    ),
    Command(
        "model add",
        "FILE",
        msg("copy a model's file (GGUF), from a USB stick for example, to where the program finds it"),
        "models:add_model",
        (Argument("FILE", msg("a model's file"), "FILE", values.path, must=True),),
    ),
    Command(
        "model get",
        "NAME [--yes]",
        msg("download a model that is known; the one command that uses the network, and it asks first"),
        "models:get_model",
        (
            Argument("NAME", msg("a model's name, as shown by: ngo-assist model list"), "NAME", must=True),
            Argument("--yes", msg("do not ask, for scripts")),
        ),
    ),
    Command(
        "model check",
        "[NAME] [--json] [--only kk|ru|en] [--server-elsewhere]",
        msg("examine how well a model writes in each language, and how fast on this computer"),
        "model_check:check_model",
        (
            Argument("NAME", msg("a model's name or file; not needed where there is only one"), "NAME"),
            Argument(
                "--only",
                msg("examine this language and no other"),
                "kk|ru|en",
                values.one_of(("kk", "ru", "en")),
            ),
            _ELSEWHERE,
            Argument("--json", msg("print one JSON document and nothing else")),
        ),
    ),
    Command(
        "model remove",
        "NAME [--yes]",
        msg("delete a model that was added, and what its examination found"),
        "models:remove_model",
        (
            Argument("NAME", msg("a model's name"), "NAME", must=True),
            Argument("--yes", msg("do not ask, for scripts")),
        ),
    ),
    Command(
        "doctor",
        "",
        msg("what is installed, what this computer can run, what to do next"),
        "doctor:doctor",
    ),
)
