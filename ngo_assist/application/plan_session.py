"""What is done with the plan of the assessment that is open; each change is on the disk when it returns."""

from __future__ import annotations

from datetime import date

from ngo_assist.application import own_words, plan_edit, plan_steps, plan_times
from ngo_assist.application.breach_words import breach_lines
from ngo_assist.application.moving import MonthChoice, month_choices
from ngo_assist.application.open_plan import OpenPlan
from ngo_assist.application.plan_view import WaitingLine, waiting_line
from ngo_assist.drafting.curated import letter_values
from ngo_assist.i18n.translator import Translator, translator
from ngo_assist.messages import Message
from ngo_assist.planning.breaches import added
from ngo_assist.planning.limits import default_limits
from ngo_assist.planning.model import Limits, Plan, PlannedAction, Status, Summary
from ngo_assist.planning.plan import make_plan
from ngo_assist.planning.take import take

PREVIEW = "preview"
SUMMARY = ("", "summary")
"""A run of typing in the summary."""


class PlanSession(OpenPlan):
    """Making and changing a plan. What changes it raises `UserError` where it may only be looked at."""

    @property
    def limits(self) -> Limits:
        """The plan's limits; before there is one, those that fit the organisation."""
        plan = self.plan
        return plan.limits if plan is not None else self.usual_limits

    @property
    def usual_limits(self) -> Limits:
        """What fits an organisation of this size and connection."""
        return default_limits(self.rubric, self.assessment, self._session.now().date())

    def preview(self, limits: Limits) -> Plan:
        """Return the plan that `limits` would make, in the reader's language. Nothing is kept."""
        plan = self.plan
        language = self._session.rubric_language
        values = letter_values(self.assessment.organisation, translator(language))
        return make_plan(
            self.rubric,
            self.assessment,
            limits,
            language=language,
            created=self._session.now(),
            uid=plan.uid if plan else PREVIEW,
            id=plan.id if plan else PREVIEW,
            ask_values=values,
            earlier=plan or self.earlier,
        )

    def make(self, limits: Limits) -> Plan:
        """Plan, or plan again: what a person has set, begun or done stays. Kept at once.

        Raises `UserError` where the organisation may only be looked at.
        """
        folder = self._session.writable
        planned, before = self.preview(limits), self.plan
        planned = own_words.curated(planned, self.rubric, self.assessment)
        if before is None:
            planned = planned.updated_with(
                uid=self._session.uid(), id=folder.new_plan_id(self._session.now())
            )
        else:
            planned = plan_edit.keep_words(planned, before)
        self._take(planned)
        return planned

    def action(self, id: str) -> PlannedAction:
        return plan_edit.action_of(self._open, id)

    # Words

    def edit(self, id: str, field: str, text: str, *, run: bool = False) -> Message | None:
        """Put a person's words, a day or a number into a field; return why not where it cannot be.

        In a `run` of typing the changes up to `seal` are one step to undo.
        """
        self._session.writable  # noqa: B018 - raises where nothing may be changed
        changed = self._edited(id, field, text)
        if isinstance(changed, Message):
            return changed
        same_run = run and self._run == (id, field)
        self._take(self._told(changed), step=not same_run)
        self._run = (id, field) if run else None
        return None

    def _edited(self, id: str, field: str, text: str) -> Plan | Message:
        if field in plan_times.NUMBERS:
            return plan_times.with_number(self._open, id, field, text)
        if field in plan_times.DAYS:
            return plan_times.with_day(self._open, id, field, text, self._session.now().date())
        return plan_edit.with_text(self._open, id, field, text, self.own_words(id))

    def set_back(self, id: str, field: str) -> None:
        """Put back what the rubric has there; a month or a day is left to planning again."""
        own = self.own_words(id)
        if field == "start":
            self._take(plan_times.without_pin(self._open, id, "start"))
        elif field == "due":
            self._take(plan_times.without_due(self._open, id))
        elif own is not None and field in plan_times.NUMBERS:
            # The months that it takes follow from its days.
            number = f"{getattr(own, field):f}".rstrip("0").rstrip(".")
            changed = plan_times.with_number(self._open, id, field, number)
            assert isinstance(changed, Plan)
            self._take(plan_times.without_pin(changed, id, field))
        elif own is not None:
            self._take(self._told(plan_edit.set_back(self._open, id, field, own)))

    def own_words(self, id: str) -> PlannedAction | None:
        """Return the action in the rubric's words; None where the rubric no longer has it."""
        return own_words.own_action(self._open, id, self.rubric, self.assessment)

    def set_summary(self, text: str, *, run: bool = False) -> None:
        """Put a person's words into the summary; an empty text leaves it. See `edit` for `run`."""
        changed = plan_edit.with_summary(self._open, text)
        same_run = run and self._run == SUMMARY
        if changed is not self.plan:
            self._take(changed, step=not same_run)
            self._run = SUMMARY if run else None

    def set_summary_back(self) -> None:
        """Put the rubric's summary back."""
        self._take(self._open.updated_with(summary=self.own_summary()))

    def own_summary(self) -> Summary:
        """Return the summary as the rubric's words make it."""
        return own_words.own_summary(self._open, self.rubric, self.assessment)

    def _told(self, changed: Plan) -> Plan:
        """Let the summary say what is in the plan now; a person's own stays."""
        if changed is self._open or changed.summary.origin == "person":
            return changed
        own = own_words.own_summary(changed, self.rubric, self.assessment)
        if changed.summary.origin == "model" and own == self.own_summary():
            return changed
        return changed.updated_with(summary=own)

    # Months

    def set_status(self, id: str, status: Status) -> None:
        today = self._session.now().date()
        self._take(self._told(plan_edit.with_status(self._open, id, status, today)))

    def months(self, id: str, t: Translator) -> list[MonthChoice]:
        """Return where an action of the plan, or of those for later, may go and what it breaks there.

        Nothing where the answers no longer ask for it.
        """
        plan, at_hand = self._open, self._with(id)
        if at_hand is None:
            return []
        return month_choices(
            plan, id, lambda _, start: plan_times.with_start(at_hand, id, start), self.rubric, t
        )

    def waiting(self, id: str, t: Translator) -> WaitingLine | None:
        """Return what waits for later with its reason in words; None where it is in the plan."""
        return next(
            (waiting_line(w, self._open, self.rubric, t) for w in self._open.later if w.id == id), None
        )

    def broken_since(self, before: Plan, t: Translator, *, about: str) -> tuple[str, ...]:
        """Return in words what the plan breaks now and did not before; `about` is the action changed."""
        found = added(before, self._open, self.rubric)
        return breach_lines(found, self._open, self.rubric, t, about=about)

    def dropped_since(self, before: Plan, t: Translator, *, about: str) -> Message | None:
        """Say that the action `about` was dropped and what that breaks; None where it was not."""
        action = plan_steps.dropped(before, self._open, about)
        if action is None:
            return None
        return plan_steps.dropped_words(action, self.broken_since(before, t, about=about), self.rubric, t)

    def move(self, id: str, start: date) -> None:
        """Let an action begin in another month; one from later comes into the plan."""
        at_hand = self._with(id)
        if at_hand is not None:
            self._take(self._told(plan_times.with_start(at_hand, id, start)))

    def _with(self, id: str) -> Plan | None:
        """Return the plan with the action in it, in the first month where it was one for later."""
        plan = self._open
        if any(action.id == id for action in plan.actions):
            return plan
        taken = take(plan, self.rubric, self.assessment, id, plan.limits.start)
        return taken and own_words.curated(taken, self.rubric, self.assessment)

    # A model

    def drafted(self, plan: Plan) -> None:
        """Take what a model has drafted so far; a person's words of the meantime stay before it."""
        # One step back takes away the whole drafting, not a text; one less takes away none of it.
        self._carry(lambda past: plan_edit.with_drafted(past, plan))
        self._take(plan_edit.with_drafted(self._open, plan), step=False)

    def without_model(self) -> None:
        """Put the rubric's words where a model's are; a person's stay."""
        self._take(own_words.without_model(self._open, self.rubric, self.assessment))
