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
from ngo_assist.assessment.model import Mode
from ngo_assist.clean import clean_line
from ngo_assist.cli.dialogue import Dialogue, Stopped
from ngo_assist.cli.language import fitting
from ngo_assist.cli.profile_questions import ask_profile
from ngo_assist.cli.questions import Questions
from ngo_assist.cli.results import change_lines, short_lines
from ngo_assist.invocation import command as typed
from ngo_assist.invocation import quoted
from ngo_assist.messages import UserError
from ngo_assist.workspace.store import Listed, random_uid

if TYPE_CHECKING:
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
            Questions(self._call, self._session, self._dialogue).run()
        except Stopped:
            if not self._session.has_assessment:
                self._call.say(self._call.t("Stopped; nothing was changed."))
                return 0
            self._say_saved()
        except KeyboardInterrupt:
            self._call.say()
            self._say_saved()
            raise
        self._end()
        return 0

    def _say_saved(self) -> None:
        """Say that stopping lost nothing, or what it lost."""
        if self._session.unsaved:
            self._call.say(self._call.t("Stopped; the last answer could not be saved."))
        elif self._session.has_assessment:
            self._call.say(self._call.t("Stopped; all that you answered is saved."))

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
                self._dialogue.refused(error)

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
            Questions(call, session, self._dialogue).say_left()
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
