"""`interview`: the questions line by line, for screen readers, pipes and slow terminals.

Every answer is on the disk before the next question shows; the screen can go on where this stops, and the
other way round.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ngo_assist.application.home_rows import in_words, standing_of
from ngo_assist.application.session import Session
from ngo_assist.assessment.duration import minutes
from ngo_assist.assessment.model import NOTE_MOST, Mode
from ngo_assist.assessment.scoring import standing
from ngo_assist.clean import clean_line
from ngo_assist.cli.dialogue import Dialogue, Stopped
from ngo_assist.cli.language import fitting
from ngo_assist.cli.profile_questions import ask_profile
from ngo_assist.cli.replies import Reply, read_reply
from ngo_assist.cli.results import change_lines, short_lines
from ngo_assist.invocation import command as typed
from ngo_assist.invocation import quoted
from ngo_assist.messages import UserError
from ngo_assist.report.sources import source_line
from ngo_assist.rubric.model import Practice
from ngo_assist.workspace.conflicts import ChangedOnDisk
from ngo_assist.workspace.store import Listed, random_uid

if TYPE_CHECKING:
    from collections.abc import Callable

    from ngo_assist.cli.call import Call


def interview(call: Call) -> int:
    """Ask which organisation and which mode, then the questions, until there are none or the person stops."""
    session = Session(call.workspace(), call.rubric, call.t.language, now=call.around.now, uid=random_uid)
    try:
        return _Interview(call, session).run()
    finally:
        session.close()


class _Interview:
    """One sitting."""

    def __init__(self, call: Call, session: Session) -> None:
        self._call, self._session = call, session
        self._dialogue = Dialogue(call)

    def run(self) -> int:
        try:
            self._open()
            self._begin()
            self._questions()
        except Stopped:
            if not self._session.has_assessment:
                self._call.say(self._call.t("Stopped; nothing was changed."))
                return 0
            self._call.say(self._call.t("Stopped; all that you answered is saved."))
        self._end()
        return 0

    # Which organisation, which assessment

    def _open(self) -> None:
        call, session = self._call, self._session
        listed = session.workspace.organisations()
        if not listed:
            return self._create()
        names = [self._row(each) for each in listed]
        while True:
            place = self._dialogue.choose(
                call.t("Which organisation?"), [*names, call.t("A new organisation")]
            )
            if place == len(listed):
                return self._create()
            try:
                return session.open(listed[place or 0].slug)
            except UserError as error:
                self._refused(error)

    def _row(self, listed: Listed) -> str:
        stands, _ = in_words(
            standing_of(self._session.workspace.folder(listed.slug), self._session.rubric), self._call.t
        )
        return f"{clean_line(listed.name)} ({clean_line(stands)})"

    def _create(self) -> None:
        self._session.create(ask_profile(self._dialogue, self._call.t))

    def _begin(self) -> None:
        """Go on with the newest assessment, go through it again, or start a new one."""
        session, t = self._session, self._call.t
        if session.has_assessment:
            if session.scores.left:
                going_on = t("Go on with the questions")
            else:
                going_on = t("Go through your answers again")
            chosen = self._dialogue.choose(
                t("What would you like to do?"), [going_on, t("Begin a new assessment")]
            )
            if chosen == 0:
                self._speak_its_language()
                return
        self._speak_its_language()
        session.start(self._mode())

    def _speak_its_language(self) -> None:
        """Put questions in the language asked for, else in the assessment's, as far as the rubric has it."""
        call, session = self._call, self._session
        if session.has_assessment:
            call.speak_as(session.assessment.language)
        asked_in = call.rubric_language(session.rubric)
        known = fitting(call.content_language, session.rubric.languages)
        session.language = asked_in if known else call.t.language
        if session.has_assessment:
            for line in change_lines(session.changes, call.t):
                call.say(line)

    def _mode(self) -> Mode:
        """Ask how many questions there are to be, and say how long they take."""
        session, t = self._session, self._call.t
        counts: dict[Mode, int] = {}
        lasts: dict[Mode, str] = {}
        modes: tuple[Mode, ...] = ("quick", "full")
        for mode in modes:
            practices = list(session.rubric.of_mode(mode))
            time = minutes(practices, session.rubric_language, alone=session.organisation.alone)
            counts[mode] = len(practices)
            lasts[mode] = t.plural("about {n} minute", "about {n} minutes", time)
        if counts["quick"] in (0, counts["full"]):
            self._call.say(
                t.plural(
                    "{n} question, {time}.", "{n} questions, {time}.", counts["full"], time=lasts["full"]
                )
            )
            return "full"
        place = self._dialogue.choose(
            t("How many questions?"),
            [
                t.plural(
                    "quick: {n} question, {time}",
                    "quick: {n} questions, {time}",
                    counts["quick"],
                    time=lasts["quick"],
                ),
                t.plural(
                    "full: {n} question, {time}",
                    "full: {n} questions, {time}",
                    counts["full"],
                    time=lasts["full"],
                ),
            ],
        )
        return "quick" if place == 0 else "full"

    # The questions

    def _questions(self) -> None:
        session, t = self._session, self._call.t
        practices = session.practices
        first = session.first_left()
        place = next((i for i, practice in enumerate(practices) if practice.id == first), 0)
        self._call.say(
            t(
                "Type the number of the level, or: ? why it matters, n a note, - does not apply, u unsure,"
                " s skip, b back, q stop."
            )
        )
        while place < len(practices):
            step = self._question(practices[place], place, len(practices))
            if place + step < 0:
                self._call.say(t("This is the first question."))
            place = max(0, place + step)

    def _question(self, practice: Practice, place: int, all: int) -> int:
        """Ask until the person moves on; return how many questions further, or −1."""
        session, t, say = self._session, self._call.t, self._call.say
        language = session.rubric_language
        dimension = session.rubric.dimension_of[practice.dimension].title.say(language)
        say()
        say(
            t(
                "Question {place} of {all}. {dimension}",
                place=place + 1,
                all=all,
                dimension=clean_line(dimension),
            )
        )
        say(clean_line(practice.ask(language, alone=session.alone)))
        for level, text in enumerate(practice.levels):
            name = session.rubric.level_name(level, language)
            say(f"  {level} {clean_line(name)}: {clean_line(text.say(language))}")
        self._say_given(practice)
        top = session.rubric.top
        prompt = t("Answer (0-{top} ? n - u s b q):", top=top)
        while True:
            reply = read_reply(self._dialogue.line(prompt), top)
            step = self._do(practice, reply)
            if step is not None:
                return step

    def _do(self, practice: Practice, reply: Reply) -> int | None:
        """Do what was typed; return where to go, None: stay."""
        session, t, say = self._session, self._call.t, self._call.say
        match reply.kind:
            case "level":
                self._keep(lambda: session.answer(practice.id, reply.level))
                name = session.rubric.level_name(reply.level, session.rubric_language)
                say(t("Saved: {level}", level=f"{reply.level} {clean_line(name)}"))
                return 1
            case "skip":
                return 1
            case "back":
                return -1
            case "stop":
                raise Stopped
            case "keep" if self._given(practice):
                return 1
            case "why":
                self._why(practice)
            case "note":
                self._note(practice, reply.rest)
            case "unsure":
                unsure = not session.remarks(practice.id).unsure
                self._keep(lambda: session.doubt(practice.id, unsure))
                say(t("Marked as unsure.") if unsure else t("No longer marked as unsure."))
            case "not_applicable":
                return self._does_not_apply(practice, reply.rest)
            case _:
                say(
                    t(
                        "Type a number from 0 to {top}, or: ? why it matters, n a note, - does not apply,"
                        " u unsure, s skip, b back, q stop.",
                        top=session.rubric.top,
                    )
                )
        return None

    def _given(self, practice: Practice) -> bool:
        answer = self._session.assessment.answers.get(practice.id)
        return standing(practice, answer) in ("level", "not_applicable")

    def _say_given(self, practice: Practice) -> None:
        """Say what was answered before."""
        session, t = self._session, self._call.t
        answer = session.assessment.answers.get(practice.id)
        said = session.remarks(practice.id)
        if answer is not None and not self._given(practice):
            self._call.say(t("The question was put in other words since you answered."))
        if answer is not None and answer.level is not None:
            self._call.say(t("Your answer: {level}. Enter keeps it.", level=answer.level))
        elif answer is not None:
            reason = clean_line(answer.not_applicable or "")
            self._call.say(t("You said it does not apply: “{reason}”", reason=reason))
        if said.note:
            self._call.say(t("Your note: {note}", note=clean_line(said.note)))
        if said.unsure:
            self._call.say(t("Marked as unsure."))

    def _why(self, practice: Practice) -> None:
        session, t = self._session, self._call.t
        language = session.rubric_language
        self._call.say(t("Why it matters: {words}", words=clean_line(practice.why.say(language))))
        self._call.say(t("What would show it: {words}", words=clean_line(practice.evidence.say(language))))
        for id in practice.all_sources:
            self._call.say(clean_line(source_line(session.rubric, id, t, language)))

    def _note(self, practice: Practice, given: str) -> None:
        session, t = self._session, self._call.t
        note = given or self._dialogue.text(t("Your note (Enter alone changes nothing):"), NOTE_MOST)
        if note:
            said = session.remarks(practice.id)
            self._keep(lambda: session.annotate(practice.id, note, said.evidence))
            self._call.say(t("The note is saved."))

    def _does_not_apply(self, practice: Practice, given: str) -> int | None:
        t = self._call.t
        if not practice.not_applicable:
            self._call.say(t("This one always applies; please give a level."))
            return None
        reason = given or self._dialogue.text(t("Why does it not apply? (Enter alone: back)"), NOTE_MOST)
        if not reason:
            return None
        self._keep(lambda: self._session.does_not_apply(practice.id, reason))
        self._call.say(t("Saved: does not apply."))
        return 1

    def _keep(self, change: Callable[[], None]) -> None:
        """Save a change; where another program wrote the file meanwhile, both versions stay."""
        try:
            change()
        except ChangedOnDisk as error:
            self._session.keep_both()
            self._refused(error)
            self._call.say(self._call.t("Saved beside it: {path}", path=str(self._path())))

    def _refused(self, error: UserError) -> None:
        from ngo_assist.cli.terminal import error_lines

        for line in error_lines(self._call.t, error):
            self._call.say(line)

    # The end

    def _path(self) -> Path:
        assert self._session.folder is not None, "no organisation is open"
        return self._session.folder.assessment_path(self._session.assessment.id)

    def _end(self) -> None:
        """Say the short result, where the file is, and how to make the plan."""
        session, call, t = self._session, self._call, self._call.t
        call.say()
        for line in short_lines(session.rubric, session.assessment, session.scores, t):
            call.say(line)
        path = self._path()
        call.say(t("Your answers are in {path}", path=str(path)))
        if session.scores.left:
            call.say(
                t(
                    "Go on later with: {command}",
                    command=typed(f"interview{self._given_options('workspace', 'rubric')}"),
                )
            )
        if session.scores.answered:
            out = session.writable.plan_path(session.writable.new_plan_id(call.around.now()))
            command = typed(f"plan {quoted(path)} --out {quoted(out)}{self._given_options('rubric')}")
            call.say(t("Make the plan with: {command}", command=command))

    def _given_options(self, *names: str) -> str:
        """Return those of the options that this call was given, to be typed again."""
        given = ((name, self._call.values[name]) for name in names)
        return "".join(f" --{name} {quoted(value)}" for name, value in given if value)
