"""The questions of an assessment, line by line: what is said of each, what can be typed, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ngo_assist.application.interview_order import RESULTS, after, left_in_words
from ngo_assist.assessment.model import NOTE_MOST
from ngo_assist.assessment.scoring import standing
from ngo_assist.clean import clean_line
from ngo_assist.cli.dialogue import Dialogue, Stopped
from ngo_assist.cli.replies import Reply, means_stop, number, read_reply
from ngo_assist.i18n import Translator
from ngo_assist.messages import UserError, msg
from ngo_assist.report.sources import source_line
from ngo_assist.rubric.model import Practice
from ngo_assist.workspace.conflicts import ChangedOnDisk

if TYPE_CHECKING:
    from collections.abc import Callable

    from ngo_assist.application.session import Session
    from ngo_assist.cli.call import Call

LETTERS = (
    msg("? why it matters, and what would show it"),
    msg("n a note; n and your words, on one line, is quicker"),
    msg("e evidence: what shows it"),
    msg("- it does not apply to us"),
    msg("u unsure, or sure again"),
    msg("s skip"),
    msg("b back"),
    msg("g 12 go to question 12"),
    msg("l list of the questions that are open"),
    msg("r read the question again"),
    msg("q stop; all is saved"),
)


class Questions:
    """Asks until there is nothing more to ask. `run` raises `Stopped`."""

    def __init__(self, call: Call, session: Session, dialogue: Dialogue) -> None:
        self._call, self._session, self._dialogue = call, session, dialogue
        self._order = [practice.id for practice in session.practices]
        self._dimension = ""
        """The dimension of the question that was asked last."""

    @property
    def _t(self) -> Translator:
        return self._call.t

    @property
    def _left(self) -> list[str]:
        return [practice.id for practice in self._session.scores.left]

    def run(self) -> None:
        self._call.say(self._t("Type the number of a level. h lists what else can be typed, q stops."))
        place: str | None = self._session.first_left() or self._order[0]
        while place is not None:
            self._session.place = place
            place = self._ask(self._session.rubric.practices[place])
            if place == RESULTS:
                place = self._open_ones()

    def say_left(self) -> None:
        """Say how much is left, and how long it takes."""
        left = self._session.scores.left
        if left:
            words = left_in_words(left, self._session.rubric_language, self._t, alone=self._session.alone)
            self._call.say(f"{words}.")

    # One question

    def _ask(self, practice: Practice) -> str:
        """Ask until the person moves on; return the practice to go to, or `RESULTS`."""
        self._say_question(practice)
        top = self._session.rubric.top
        while True:
            line = self._dialogue.line(self._t("Answer, 0 to {top}:", top=top))
            following = self._do(practice, read_reply(line, top), line)
            if following is not None:
                return following

    def _say_question(self, practice: Practice) -> None:
        session, t, say = self._session, self._t, self._call.say
        language = session.rubric_language
        dimension = clean_line(session.rubric.dimension_of[practice.dimension].title.say(language))
        place = self._order.index(practice.id) + 1
        say()
        if practice.dimension != self._dimension:
            self._dimension = practice.dimension
            self.say_left()
        say(
            t(
                "Question {place} of {all}. {dimension}",
                place=place,
                all=len(self._order),
                dimension=dimension,
            )
        )
        say(clean_line(practice.ask(language, alone=session.alone)))
        for level, text in enumerate(practice.levels):
            name = session.rubric.level_name(level, language)
            say(f"  {level} {clean_line(name)}: {clean_line(text.say(language))}")
        self._say_given(practice)

    def _do(self, practice: Practice, reply: Reply, line: str) -> str | None:
        """Do what was typed; return where to go, None: stay."""
        session, t, say = self._session, self._t, self._call.say
        match reply.kind:
            case "level":
                name = session.rubric.level_name(reply.level, session.rubric_language)
                said = t("Saved: {level}", level=f"{reply.level} {clean_line(name)}")
                return self._answer(practice, lambda: session.answer(practice.id, reply.level), said)
            case "skip":
                return self._step(practice, 1)
            case "back":
                return self._step(practice, -1)
            case "go":
                return self._go(reply.rest)
            case "stop":
                raise Stopped
            case "keep" if self._given(practice):
                return self._step(practice, 1)
            case "why":
                self._why(practice)
            case "note":
                self._note(practice, reply.rest)
            case "evidence":
                self._evidence(practice, reply.rest)
            case "unsure":
                unsure = not session.remarks(practice.id).unsure
                if self._keep(lambda: session.doubt(practice.id, unsure)):
                    say(t("Marked as unsure.") if unsure else t("No longer marked as unsure."))
            case "not_applicable":
                return self._does_not_apply(practice, reply.rest)
            case "open":
                self._list_open()
            case "again":
                self._say_question(practice)
            case "help":
                for letter in LETTERS:
                    say("  " + t(letter))
            case _:
                self._unknown(line)
        return None

    def _unknown(self, line: str) -> None:
        t, typed = self._t, number(line)
        self._call.say(
            t("Type a number from 0 to {top}. h lists what else can be typed.", top=self._session.rubric.top)
        )
        if typed is not None and typed <= len(self._order):
            self._call.say(t("To go to question {number}: g {number}", number=typed))

    # Where to

    def _answer(self, practice: Practice, give: Callable[[], None], said: str) -> str | None:
        was_left = practice.id in self._left
        if not self._keep(give):
            return None
        self._call.say(said)
        left = self._left
        following = after(practice.id, self._order, left, was_left=was_left)
        if following in left and self._order.index(following) < self._order.index(practice.id):
            self._call.say(self._t("Now the questions that are still open."))
        return following

    def _step(self, practice: Practice, by: int) -> str:
        place = self._order.index(practice.id) + by
        if place < 0:
            self._call.say(self._t("This is the first question."))
        return self._order[max(0, place)] if place < len(self._order) else RESULTS

    def _go(self, given: str) -> str | None:
        most = len(self._order)
        typed = given or self._dialogue.line(
            self._t("Which question, 1 to {most}? (Enter alone: back)", most=most)
        )
        if not typed:
            return None
        place = number(typed)
        if place is not None and 1 <= place <= most:
            return self._order[place - 1]
        self._call.say(self._t("Type a number from 1 to {most}.", most=most))
        return None

    def _list_open(self) -> None:
        """List what is open by number and question."""
        session, left = self._session, self._left
        if not left:
            self._call.say(self._t("No question is open."))
        for place, id in enumerate(self._order, 1):
            if id in left:
                practice = session.rubric.practices[id]
                question = practice.ask(session.rubric_language, alone=session.alone)
                self._call.say(f"  {place} {clean_line(question)}")
        self.say_left()

    def _open_ones(self) -> str | None:
        """After the last question: offer those that are open; None: there are none."""
        left, t = self._left, self._t
        if not left:
            return None
        self._call.say()
        self._call.say(t("This was the last question. Still open:"))
        self._list_open()
        while True:
            line = self._dialogue.line(t("Number of a question (Enter: the first of these, q: stop):"))
            if means_stop(line):
                raise Stopped
            found = self._go(line) if line else left[0]
            if found is not None:
                return found

    # What was said before, and what is said beside the level

    def _given(self, practice: Practice) -> bool:
        answer = self._session.assessment.answers.get(practice.id)
        return standing(practice, answer) in ("level", "not_applicable")

    def _say_given(self, practice: Practice) -> None:
        """Say what was answered before, now and last time."""
        session, t, say = self._session, self._t, self._call.say
        self._say_earlier(practice)
        answer = session.assessment.answers.get(practice.id)
        said = session.remarks(practice.id)
        if answer is not None and not self._given(practice):
            say(t("The question was put in other words since you answered."))
        if answer is not None and answer.level is not None:
            say(t("Your answer: {level}. Enter keeps it.", level=answer.level))
        elif answer is not None:
            reason = clean_line(answer.not_applicable or "")
            say(t("You said it does not apply: “{reason}”", reason=reason))
        if said.note:
            say(t("Your note: {note}", note=clean_line(said.note)))
        for evidence in said.evidence:
            say(t("Your evidence: {evidence}", evidence=clean_line(evidence)))
        if said.unsure:
            say(t("Marked as unsure."))

    def _say_earlier(self, practice: Practice) -> None:
        session, t, earlier = self._session, self._t, self._session.earlier
        answer = earlier.answers.get(practice.id) if earlier else None
        if earlier is None or answer is None:
            return
        if answer.not_applicable is not None:
            words = t("does not apply: {reason}", reason=clean_line(answer.not_applicable))
        elif answer.level is not None and answer.level <= session.rubric.top:
            name = clean_line(session.rubric.level_name(answer.level, session.rubric_language))
            words = f"{answer.level} {name}"
        else:
            words = t("level {level}", level=answer.level)
        made = earlier.finished or earlier.updated
        if made:
            said = t("Last time ({date}): {answer}", date=t.date(made.date()), answer=words)
        else:
            said = t("Last time: {answer}", answer=words)
        self._call.say(said)

    def _why(self, practice: Practice) -> None:
        session, t = self._session, self._t
        language = session.rubric_language
        self._call.say(t("Why it matters: {words}", words=clean_line(practice.why.say(language))))
        self._call.say(t("What would show it: {words}", words=clean_line(practice.evidence.say(language))))
        for id in practice.all_sources:
            self._call.say(clean_line(source_line(session.rubric, id, t, language)))

    def _note(self, practice: Practice, given: str) -> None:
        session, t = self._session, self._t
        note = given or self._dialogue.text(t("Your note (Enter alone changes nothing):"), NOTE_MOST)
        if note:
            said = session.remarks(practice.id)
            if self._keep(lambda: session.annotate(practice.id, note, said.evidence)):
                self._call.say(t("The note is saved."))

    def _evidence(self, practice: Practice, given: str) -> None:
        session, t = self._session, self._t
        prompt = t("What shows it: a photo, a list, a file (Enter alone changes nothing):")
        evidence = given or self._dialogue.text(prompt, NOTE_MOST)
        if evidence:
            said = session.remarks(practice.id)
            lines = (*said.evidence, evidence)
            if self._keep(lambda: session.annotate(practice.id, said.note, lines)):
                self._call.say(t("The evidence is saved."))

    def _does_not_apply(self, practice: Practice, given: str) -> str | None:
        t = self._t
        if not practice.not_applicable:
            self._call.say(t("This one always applies; please give a level."))
            return None
        reason = given or self._dialogue.text(t("Why does it not apply? (Enter alone: back)"), NOTE_MOST)
        if not reason:
            return None
        return self._answer(
            practice,
            lambda: self._session.does_not_apply(practice.id, reason),
            t("Saved: does not apply."),
        )

    # Saving

    def _keep(self, change: Callable[[], None]) -> bool:
        """Save a change; where another program wrote the file meanwhile, both versions stay.

        Where it cannot be saved at all, say so and go on asking: the next one that is saved takes it along.
        """
        session, t = self._session, self._t
        try:
            change()
        except ChangedOnDisk as error:
            self._dialogue.refused(error)
            session.keep_both()
            assert session.folder is not None
            path = session.folder.assessment_path(session.assessment.id)
            self._call.say(t("Saved beside it: {path}", path=str(path)))
        except UserError as error:
            self._dialogue.refused(error)
            self._call.say(t("This is not saved yet. Give the answer again once that is mended."))
            return False
        return True
