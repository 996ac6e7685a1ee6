"""`rubric new`: a first rubric of one's own, small and complete, with a word on every field."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from ngo_assist.i18n import Translator
from ngo_assist.invocation import command as typed
from ngo_assist.invocation import quoted
from ngo_assist.messages import UserError, msg
from ngo_assist.rubric.source_file import HEADER
from ngo_assist.workspace.atomic import write_together
from ngo_assist.workspace.slug import slug_of

if TYPE_CHECKING:
    from ngo_assist.cli.call import Call

DIMENSION = "meetings"
_COMMENT = 100


def new_rubric(call: Call) -> int:
    """Write the files of a small rubric into a new folder, in the language in which the program speaks."""
    folder: Path = call.values["dir"]
    _refuse_what_is_there(folder)
    t = call.t
    today = call.around.now().date().isoformat()
    header, dimension = _header(_id_of(folder), today, t), _dimension(t)
    write_together([(folder / HEADER, header.encode()), (folder / f"{DIMENSION}.toml", dimension.encode())])
    call.say(t("A small rubric that works is in {folder}.", folder=str(folder)))
    call.say(t("Open its files in any text editor: every field has a word on it. Then look at it with:"))
    where = quoted(folder)
    for words in (
        f"rubric check {where}",
        f"rubric show --rubric {where}",
        f"interview --rubric {where}",
    ):
        call.say(f"  {typed(words)}")
    return 0


def _refuse_what_is_there(folder: Path) -> None:
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise UserError(
            msg("this folder cannot be read: {reason}", reason=error.strerror or type(error).__name__),
            str(folder),
            msg("Choose another folder."),
        ) from error
    if taken:
        raise UserError(
            msg("there is something here already"), str(folder), msg("Name a folder that does not exist yet.")
        )


def _id_of(folder: Path) -> str:
    """Return an id made from the folder's name; an id begins with a letter."""
    slug = slug_of(folder.resolve().name)
    return slug if slug[:1].isalpha() else f"rubric-{slug}".rstrip("-")


def _header(id: str, today: str, t: Translator) -> str:
    """Return `rubric.toml`."""
    lang = t.language
    names = (t("Not yet"), t("Begun"), t("Works"), t("Runs without reminders"))
    return _file(
        _chunk(
            t(
                "A rubric: what is asked, what each level looks like, and which actions lead up. Lines that"
                " begin with # are for you; the program does not read them."
            ),
            'schema = "ngo-assist/rubric@1"',
        ),
        _chunk(
            t("Small Latin letters, digits and hyphens. Never change an id once people have answered."),
            f'id = "{id}"',
        ),
        _chunk(
            t(
                "Raise the first number when the meaning of a question changes, the last one when a word is"
                " mended."
            ),
            'version = "0.1.0"',
            'licence = "CC-BY-4.0"',
            f"as_of = {today}",
        ),
        _chunk(
            t(
                "The first language may never be missing. To translate, add a language here and its line"
                " beside each text; the check says what is missing."
            ),
            f'languages = ["{lang}"]',
        ),
        _chunk(t("Each dimension has a file of this name beside this one."), f'dimensions = ["{DIMENSION}"]'),
        _chunk(
            t("Two to seven levels, the lowest first."),
            "levels = [",
            *(f"  {{ name = {{ {lang} = {_quoted(name)} }} }}," for name in names),
            "]",
        ),
        _chunk(t("From this level on a practice works; the lowest level is 0."), "working_from = 2"),
        _text(lang, "title", t("How we hold our meetings")),
        _chunk("", "[currency]", 'code = "KZT"'),
        _chunk(
            t("What an action may cost, cheapest first: the upper bound of each band."),
            "[cost_bands]",
            "free = 0",
            "low = 50000",
        ),
        _chunk(
            t(
                "A duty by law needs its source and the day on which you read it. Take the # away to use it,"
                " and write {field} into the practice.",
                field='duty = "some-law"',
            ),
            "# [[sources]]",
            '# id = "some-law"',
            '# title = "…"',
            '# url = "https://…"',
            f"# as_of = {today}",
        ),
    )


def _dimension(t: Translator) -> str:
    """Return the file of the one dimension."""
    lang, practice = t.language, f"{DIMENSION}.minutes"
    levels = (
        t("What a meeting decides is not written down."),
        t("One person writes it down for themselves."),
        t("After each meeting everyone gets a page: what, who, by when."),
        t("Each meeting begins with this page and ticks what is done."),
    )
    return _file(
        _chunk("", f'id = "{DIMENSION}"'),
        _text(lang, "title", t("Meetings")),
        _chunk(
            t(
                "A practice: one thing that people do. Fields that are true or false come before the texts."
                " quick = true puts it into quick mode; foundation = true says that others stand on it;"
                " serves names what it helps: time, money, reach, safety, reporting."
            ),
            "[[practices]]",
            f'id = "{practice}"',
            "quick = true",
            'serves = ["time"]',
        ),
        _text(lang, "practices.question", t("Does everyone know after a meeting what was decided?")),
        _text(
            lang,
            "practices.alone",
            t("Do you write down what you agreed with others?"),
            t("The same, put to an organisation of one person. It may be left out."),
        ),
        _text(lang, "practices.why", t("What is not written down is done twice or not at all.")),
        _text(
            lang,
            "practices.evidence",
            t("A photo of the page of the last meeting."),
            t("What a person could show: a thing, not a promise."),
        ),
        _chunk(
            t(
                "One text for each level, lowest first. Write what can be seen (who, what, how often), one"
                " clear step apart, and nothing that shames."
            ),
            *(f"[[practices.levels]]\n{lang} = {_quoted(level)}" for level in levels),
        ),
        _chunk(
            t(
                "Actions lead from 0 to the top without a gap. from and to are levels; effort_days is in"
                " working days; connectivity is what doing it needs: none, occasional, mobile or steady."
                " Also possible: cost, device, place, brings, relief, role, requires."
            ),
            "[[practices.actions]]",
            f'id = "{practice}.one-page"',
            "from = 0",
            "to = 2",
            "effort_days = 0.25",
            "relief = 2",
        ),
        _text(lang, "practices.actions.title", t("Write one page at each meeting")),
        _text(
            lang,
            "practices.actions.first_step",
            t("Draw three columns on a sheet: what, who, by when."),
            t("The first step can be taken this week."),
        ),
        _steps(
            lang,
            t("Fill the sheet while people speak, and read it aloud at the end."),
            t("Take a photo of it and send it to everyone the same day."),
        ),
        _text(
            lang,
            "practices.actions.indicator",
            t("Ask two people the next day: both name the same decisions."),
        ),
        _text(
            lang,
            "practices.actions.risk",
            t("If one person always writes, nobody does when they are away."),
        ),
        _chunk(
            "",
            "[[practices.actions]]",
            f'id = "{practice}.begin-with-it"',
            "from = 2",
            "to = 3",
            "effort_days = 0.25",
        ),
        _text(lang, "practices.actions.title", t("Begin each meeting with the last page")),
        _text(lang, "practices.actions.first_step", t("Bring the last page to the next meeting.")),
        _steps(
            lang,
            t("Go through it line by line and tick what is done."),
            t("Carry what is open over to the new page."),
        ),
        _text(lang, "practices.actions.indicator", t("Three pages in a row have ticks on them.")),
    )


def _file(*chunks: str) -> str:
    return "\n\n".join(chunks) + "\n"


def _chunk(comment: str, *lines: str) -> str:
    return "\n".join([*(f"# {line}" for line in textwrap.wrap(comment, _COMMENT)), *lines])


def _text(language: str, table: str, words: str, comment: str = "") -> str:
    return _chunk(comment, f"[{table}]", f"{language} = {_quoted(words)}")


def _steps(language: str, *steps: str) -> str:
    return _chunk(
        "", "[practices.actions.steps]", f"{language} = [", *(f"  {_quoted(step)}," for step in steps), "]"
    )


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
