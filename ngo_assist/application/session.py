"""What is open, and what is done with it: no widget here, so that tests and other screens call it directly.

Every change is on the disk when its method returns. Methods raise `UserError` where that fails; the change
then stays in memory (`unsaved`), and the next one that is saved takes it along.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from ngo_assist.i18n import Translator, translator
from ngo_assist.later import later
from ngo_assist.messages import UserError, msg
from ngo_assist.workspace.store import Workspace

if TYPE_CHECKING:
    from ngo_assist.application import answering, care, interview_order
    from ngo_assist.application.care import Care
    from ngo_assist.application.plan_session import PlanSession
    from ngo_assist.application.results_session import ResultsSession
    from ngo_assist.assessment import fit, model, scoring
    from ngo_assist.assessment.fit import Changes
    from ngo_assist.assessment.model import Assessment, Mode, Organisation, Profile
    from ngo_assist.assessment.scoring import Scores
    from ngo_assist.rubric.model import Practice, Rubric
    from ngo_assist.workspace import organisation_folder
    from ngo_assist.workspace.organisation_folder import OpenOrganisation, OrganisationFolder
else:  # nothing of these before an organisation is open
    fit, model = later("ngo_assist.assessment.fit"), later("ngo_assist.assessment.model")
    scoring, answering = later("ngo_assist.assessment.scoring"), later("ngo_assist.application.answering")
    care = later("ngo_assist.application.care")
    interview_order = later("ngo_assist.application.interview_order")
    organisation_folder = later("ngo_assist.workspace.organisation_folder")

UNDO_MOST = 200


class Session:
    """One user at work: a workspace, a rubric, a language, and the organisation that is open."""

    def __init__(
        self,
        workspace: Workspace,
        load_rubric: Callable[[], Rubric],
        language: str,
        *,
        now: Callable[[], datetime],
        uid: Callable[[], str],
    ) -> None:
        """`load_rubric` is called once, when the rubric is first needed; `now` returns aware local time."""
        self.workspace = workspace
        self._load_rubric = load_rubric
        self.language = language
        self.now, self.uid = now, uid
        self.folder: OrganisationFolder | None = None
        self._organisation: Organisation | None = None
        self._assessment: Assessment | None = None
        self.earlier: Assessment | None = None
        """The finished assessment before this one, where there is one made with the same rubric."""
        self.place: str | None = None
        """The practice that the interview shows."""
        self.unsaved = False
        """Whether the last change could not be written."""
        self.saved_at: datetime | None = None
        self._undo: list[tuple[str, str, Assessment]] = []
        self._redo: list[tuple[str, Assessment]] = []
        self._scored: tuple[Assessment, Scores] | None = None

    # What is open

    @cached_property
    def plans(self) -> PlanSession:
        """What is done with plans; loaded when the first one is wanted."""
        from ngo_assist.application.plan_session import PlanSession

        return PlanSession(self)

    @cached_property
    def care(self) -> Care:
        """What is done with organisations beside working on them."""
        return care.Care(self.workspace, self.now)

    @cached_property
    def results(self) -> ResultsSession:
        """Where the reader of the results is, and what is wanted."""
        from ngo_assist.application.results_session import ResultsSession

        return ResultsSession(self)

    @property
    def t(self) -> Translator:
        return translator(self.language)

    @cached_property
    def rubric(self) -> Rubric:
        return self._load_rubric()

    @property
    def rubric_language(self) -> str:
        """The interface's language where the rubric has it, else the rubric's first."""
        return self.rubric.language(self.language)

    @property
    def organisation(self) -> Organisation:
        assert self._organisation is not None, "no organisation is open"
        return self._organisation

    @property
    def has_organisation(self) -> bool:
        return self._organisation is not None

    @property
    def assessment(self) -> Assessment:
        assert self._assessment is not None, "no assessment is open"
        return self._assessment

    @property
    def has_assessment(self) -> bool:
        return self._assessment is not None

    @property
    def read_only(self) -> bool:
        """Whether the organisation is open only to look at."""
        return not isinstance(self.folder, organisation_folder.OpenOrganisation)

    @property
    def writable(self) -> OpenOrganisation:
        """The open organisation's folder, to save in. Raises `UserError` when it may only be looked at."""
        if isinstance(self.folder, organisation_folder.OpenOrganisation):
            return self.folder
        raise UserError(
            msg("this organisation is open only to look at"),
            "",
            msg("Close it in the other window, go back, and open it again."),
        )

    @property
    def alone(self) -> bool:
        """Whether questions are put to one person."""
        return self.assessment.organisation.alone

    @property
    def practices(self) -> list[Practice]:
        """What this assessment asks, in order."""
        return list(self.rubric.of_mode(self.assessment.mode))

    @property
    def scores(self) -> Scores:
        if self._scored is None or self._scored[0] is not self.assessment:
            self._scored = (self.assessment, scoring.score(self.rubric, self.assessment))
        return self._scored[1]

    @property
    def changes(self) -> Changes:
        """What changed in the rubric since the assessment was answered."""
        return fit.changes(self.rubric, self.assessment)

    @property
    def is_drafting(self) -> bool:
        """Whether a model is at work on the plan; to close the organisation would end that."""
        return self.folder is not None and self.plans.is_drafting

    # Organisations

    def open(self, slug: str, *, look: bool = False, assessment_id: str | None = None) -> None:
        """Open an organisation with one of its assessments, the newest where none is named, and its plan.

        `look`: without locking or changing it. Raises `OrganisationLocked` when another window has it. What
        was open stays open on any error.
        """
        folder = self.workspace.folder(slug) if look else self.workspace.open(slug)
        try:
            organisation = folder.organisation()
            newest = folder.latest_assessment()
            wanted = assessment_id or (newest.id if newest else None)
            assessment = folder.assessment(wanted) if wanted else None
            if assessment is not None:
                fit.check_fit(self.rubric, assessment, str(folder.assessment_path(assessment.id)))
        except BaseException:
            if isinstance(folder, organisation_folder.OpenOrganisation):
                folder.close()
            raise
        self._take(folder, organisation)
        self._assessment = assessment
        self.earlier = self._find_earlier()
        care.back_up_daily(self)
        self.plans.opened()

    def create(self, profile: Profile) -> None:
        """Make a new organisation and open it."""
        folder = self.workspace.create(profile)
        self._take(folder, folder.organisation())
        self.plans.opened()

    def change_profile(self, profile: Profile) -> None:
        """Save the organisation's profile; an assessment in progress takes it over."""
        values = profile.model_dump(exclude_unset=False)
        organisation = model.Organisation.model_validate(
            {**self.organisation.model_dump(by_alias=True), **values}
        )
        self.writable.save_organisation(organisation)
        self._organisation = organisation
        if self._assessment is not None and self._assessment.finished is None:
            self._keep(self._assessment.updated_with(organisation=organisation.profile()))

    def close(self) -> None:
        """Let others open the organisation. Safe to call twice."""
        if self.folder is None:
            return
        self.plans.closing()
        care.back_up_daily(self)
        if isinstance(self.folder, organisation_folder.OpenOrganisation):
            self.folder.close()
        self.folder = self._organisation = self._assessment = self.earlier = self.place = None
        self._forget_steps()
        self.unsaved = False
        self.saved_at = None
        self.plans.closed()

    def _take(self, folder: OrganisationFolder, organisation: Organisation) -> None:
        self.close()
        self.care.settle()
        self.folder, self._organisation = folder, organisation

    # Assessments

    def start(self, mode: Mode) -> None:
        """Begin a new assessment; the last finished one becomes the earlier."""
        self._assessment = self.writable.start_assessment(self.rubric, mode, self.rubric_language, self.now())
        self.earlier = self._find_earlier()
        self._forget_steps()
        self.place = None
        self.saved_at = self._assessment.updated

    def first_left(self) -> str | None:
        """Return the practice to go on with, after the one that was answered last; None: all are answered."""
        scores = self.scores
        left = [practice.id for practice in scores.left]
        return interview_order.go_on_at(list(scores.practices), left, self.assessment.answers)

    def answer(self, practice_id: str, level: int) -> None:
        """Give a level; note, evidence and doubt stay."""
        practice = self.rubric.practices[practice_id]
        self._change(
            practice_id,
            "answer",
            answering.with_level(self.assessment, practice, level, self.rubric_language),
        )

    def does_not_apply(self, practice_id: str, reason: str) -> None:
        practice = self.rubric.practices[practice_id]
        self._change(
            practice_id,
            "answer",
            answering.with_reason(self.assessment, practice, reason, self.rubric_language),
        )

    def annotate(self, practice_id: str, note: str, evidence: tuple[str, ...]) -> None:
        """Keep a note and evidence, also before there is a level; called while the person types."""
        self._change(practice_id, "note", answering.with_note(self.assessment, practice_id, note, evidence))

    def keep_reason(self, practice_id: str, reason: str) -> None:
        """Keep why a practice may not apply while that is typed: no answer, and no step to undo."""
        changed = answering.with_reason_typed(self.assessment, practice_id, reason)
        if changed != self.assessment:
            self._keep(changed)

    def doubt(self, practice_id: str, unsure: bool) -> None:
        self._change(practice_id, "doubt", answering.with_doubt(self.assessment, practice_id, unsure))

    def remarks(self, practice_id: str) -> answering.Remarks:
        """Return note, evidence and doubt, given with the answer or waiting for it."""
        return answering.remarks(self.assessment, practice_id)

    @property
    def can_undo(self) -> bool:
        return bool(self._undo) and not self.read_only

    def seal_undo(self) -> None:
        """End a run of typing: what is typed next is undone by itself."""
        if self._undo:
            practice_id, _, before = self._undo[-1]
            self._undo[-1] = (practice_id, "", before)

    def undo(self) -> str | None:
        """Take back the last change and return the practice it was made on; None: nothing to undo."""
        if not self._undo:
            return None
        practice_id, _, before = self._undo[-1]
        undone = self.assessment
        self._keep(answering.with_practice_of(undone, before, practice_id))
        self._undo.pop()
        self._redo.append((practice_id, undone))
        return practice_id

    @property
    def can_redo(self) -> bool:
        return bool(self._redo) and not self.read_only

    def redo(self) -> str | None:
        """Do again what was taken back last and return the practice it is of; None: nothing to do again."""
        if not self._redo:
            return None
        practice_id, undone = self._redo[-1]
        before = self.assessment
        self._keep(answering.with_practice_of(before, undone, practice_id))
        self._redo.pop()
        self._undo.append((practice_id, "", before))
        return practice_id

    def _forget_steps(self) -> None:
        self._undo.clear()
        self._redo.clear()

    def keep_both(self) -> None:
        """After `ChangedOnDisk`: save this window's assessment beside the other version and go on with it."""
        self._assessment = self.writable.keep_both(self.assessment)
        self.unsaved = False
        self.saved_at = self.now()

    def change_assessment(self, assessment: Assessment) -> None:
        """Save a changed assessment, for example with other targets."""
        self._keep(assessment)

    def _change(self, practice_id: str, kind: str, changed: Assessment) -> None:
        self.writable  # noqa: B018 - raises where nothing may be changed
        before = self.assessment
        if changed == before:
            if self.unsaved:
                self._keep(changed)
            return
        # A run of typing in one note is one step to undo.
        same_run = kind == "note" and bool(self._undo) and self._undo[-1][:2] == (practice_id, kind)
        if not same_run:
            self._undo.append((practice_id, kind, before))
            del self._undo[:-UNDO_MOST]
        self._redo.clear()
        self._keep(changed)

    def _keep(self, changed: Assessment) -> None:
        now = self.now()
        scores = scoring.score(self.rubric, changed)
        finished = None if scores.left else (changed.finished or now)
        kept = fit.answered_with(self.rubric, changed).updated_with(
            uid=changed.uid or self.uid(), updated=now, finished=finished, language=self.rubric_language
        )
        self._assessment = kept
        self._scored = (kept, scores)  # times and language change no score
        self.unsaved = True
        self.writable.save_assessment(kept)
        self.unsaved = False
        self.saved_at = now

    def _find_earlier(self) -> Assessment | None:
        """Return the newest finished assessment before the one that is open."""
        if self.folder is None or self._assessment is None:
            return None
        heads = self.folder.assessments()
        place = next((n for n, head in enumerate(heads) if head.id == self._assessment.id), len(heads))
        for head in reversed(heads[:place]):
            if head.error or head.finished is None:
                continue
            try:
                found = self.folder.assessment(head.id)
            except UserError:
                continue
            if found.rubric.id == self.rubric.id:
                return found
        return None
