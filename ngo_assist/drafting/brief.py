"""What a model is given for one text, and what the guard must know to judge it.

The order is fixed: instructions, organisation, card, and only then the field's label, so that all the
fields of an action share their whole prompt, and all actions share everything before the card.
"""

from __future__ import annotations

from dataclasses import dataclass

from ngo_assist.assessment.model import Answer, Assessment, Profile
from ngo_assist.drafting import words
from ngo_assist.drafting.grammar import IMPERATIVE
from ngo_assist.drafting.instructions import INSTRUCTIONS, LANGUAGES, Field, Instructions
from ngo_assist.drafting.notes import commands, foreign, quotable
from ngo_assist.llm.protocol import Prompt
from ngo_assist.planning.model import Plan, PlannedAction
from ngo_assist.rubric.model import Rubric

NOTE_MOST = 240
EVIDENCE_MOST = 120
NAME_MOST = 80
STEPS_MOST = 2
ACTIONS_MOST = 6

# Generated tokens: a word costs about 1.1 in English, 2 in Russian, up to 5 in Kazakh.
_TOKENS: dict[Field, int] = {"why_here": 60, "first_step": 40, "summary": 80}
_TOKENS_FACTOR = {"en": 1, "ru": 2, "kk": 4}


@dataclass(frozen=True)
class Brief:
    """One text asked of a model.

    `card` are the rubric's and the program's own sentences: `title` is the action's, `steps` say what to do
    (in a summary, the titles of the actions), `reasons` say why (a note too). `person` is what people wrote,
    as it is shown to the model. `untold` are
    the rubric's further sentences on the same action, which a text may echo though the model does not see
    them. `held_back` are people's texts that sound like orders: the model does not get them, and nothing of
    them may come back. `lead` is the part of the answer already written.
    """

    field: Field
    language: str
    prompt: Prompt
    lead: str
    card: tuple[str, ...]
    title: str = ""
    steps: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    note: str = ""
    now: str = ""
    name: str = ""
    untold: tuple[str, ...] = ()
    held_back: tuple[str, ...] = ()
    max_tokens: int = 60

    @property
    def sources(self) -> tuple[str, ...]:
        """All texts that a draft may take its words from."""
        return (*self.card, *self.person, self.name, self.lead, *self.untold)


@dataclass(frozen=True)
class _People:
    """What people wrote of one action: what a model may see, and what it may not."""

    note: str
    evidence: str
    held_back: tuple[str, ...]

    @property
    def told(self) -> tuple[str, ...]:
        return tuple(text for text in (self.note, self.evidence) if text)


def _people(answer: Answer, profile: Profile, language: str) -> _People:
    """Part what people wrote. An order may be split over several texts, so they are read together too."""
    evidence = "; ".join(answer.evidence)
    written = (profile.name, profile.mission, answer.note, evidence)
    held_back = tuple(text for text in written if commands(text))
    if not held_back and commands(" ".join(written)):
        held_back = tuple(text for text in written[1:] if text)
    note, proof = (
        "" if text in held_back or foreign(text, language) else text for text in (answer.note, evidence)
    )
    return _People(quotable(note, NOTE_MOST), quotable(proof, EVIDENCE_MOST), held_back)


def action_brief(
    field: Field, action: PlannedAction, plan: Plan, rubric: Rubric, assessment: Assessment
) -> Brief | None:
    """Return the brief of one action's text, or None where there is nothing to go by.

    That is so in a language without instructions, and for an action that the rubric does not know.
    """
    known, practice = rubric.actions.get(action.id), rubric.practices.get(action.practice)
    if plan.language not in LANGUAGES or plan.language not in rubric.languages or not known or not practice:
        return None
    say, language = INSTRUCTIONS[plan.language], plan.language
    answer = assessment.answers.get(action.practice) or Answer(level=action.from_level)
    people = _people(answer, plan.organisation, language)
    levels, steps = practice.levels, known.steps.say(language)
    now, target = (
        levels[min(n, len(levels) - 1)].say(language) for n in (action.from_level, action.to_level)
    )
    why, title = practice.why.say(language), known.title.say(language)
    card = [
        (say.now, now),
        (say.target, target),
        (say.note, f"“{people.note}”" if people.note else ""),
        (say.evidence, f"“{people.evidence}”" if people.evidence else ""),
        (say.why, words.sentences(why)[0] if why else ""),
        (say.action, title),
        (say.steps, " ".join(steps[:STEPS_MOST])),
    ]
    shown = "\n".join(f"{name}: {text}" for name, text in card if text)
    question = practice.ask(language, alone=plan.organisation.alone)
    risk = known.risk.say(language) if known.risk else ""
    first_step, indicator = known.first_step.say(language), known.indicator.say(language)
    return _brief(
        field,
        language,
        user=f"{_organisation(plan.organisation, say)}\n\n{shown}",
        card=(now, target, title, why, *steps, _profile(plan.organisation, say)),
        people=people,
        untold=tuple(text for text in (first_step, indicator, risk, question) if text),
        name=_name(plan.organisation),
        title=title,
        steps=(*steps, first_step),
        reasons=(now, why, *people.told),
        now=now,
        opening=_opening(title, language) if field == "first_step" else "",
    )


def summary_brief(plan: Plan, rubric: Rubric) -> Brief | None:
    """Return the brief of the plan's summary, or None in a language without instructions."""
    if plan.language not in LANGUAGES or plan.language not in rubric.languages or not plan.actions:
        return None
    say = INSTRUCTIONS[plan.language]
    people = _people(Answer(level=0), plan.organisation, plan.language)
    waiting = (rubric.actions.get(a.id) for a in plan.actions if a.status not in {"done", "dropped"})
    titles = [action.title.say(plan.language) for action in waiting if action]
    lines = [
        say.working.format(working=plan.scores.working, answered=plan.scores.answered),
        say.pace.format(months=plan.limits.months, days=f"{plan.limits.days_per_month:g}"),
        f"{say.actions}: {'; '.join(titles[:ACTIONS_MOST])}.",
    ]
    if plan.organisation.goal:
        lines.append(f"{say.wanted}: {say.goal[plan.organisation.goal]}.")
    return _brief(
        "summary",
        plan.language,
        user=f"{_organisation(plan.organisation, say)}\n\n" + "\n".join(lines),
        card=(*lines, *titles[:ACTIONS_MOST], _profile(plan.organisation, say)),
        people=people,
        name=_name(plan.organisation),
        steps=tuple(titles[:ACTIONS_MOST]),
    )


def _brief(
    field: Field,
    language: str,
    *,
    user: str,
    card: tuple[str, ...],
    people: _People,
    name: str,
    title: str = "",
    steps: tuple[str, ...] = (),
    reasons: tuple[str, ...] = (),
    now: str = "",
    untold: tuple[str, ...] = (),
    opening: str = "",
) -> Brief:
    say = INSTRUCTIONS[language]
    label = f"{say.labels[field]} {opening}".rstrip()
    return Brief(
        field=field,
        language=language,
        prompt=Prompt(system=say.system, user=user, label=label),
        lead=label.partition(":")[2].strip(),
        card=card,
        title=title,
        steps=steps,
        reasons=reasons,
        now=now,
        person=people.told,
        note=people.note,
        name=name,
        untold=untold,
        held_back=people.held_back,
        max_tokens=_TOKENS[field] * _TOKENS_FACTOR[language],
    )


def _opening(title: str, language: str) -> str:
    """Return the verb that a title begins with: a small model that is given it writes a request.

    Kazakh has its verb at the end.
    """
    verb = title.partition(" ")[0].lower()
    asks = verb.isalpha() and (language == "en" or (language == "ru" and IMPERATIVE["ru"].fullmatch(verb)))
    return verb if asks else ""


def _name(profile: Profile) -> str:
    return "" if commands(profile.name) else quotable(profile.name, NAME_MOST)


def _profile(profile: Profile, say: Instructions) -> str:
    """Return what is known of the organisation in the language's own words, for example "in a village"."""
    said = [
        say.settlement[profile.settlement] if profile.settlement else "",
        say.paid_staff.format(n=profile.paid_staff) if profile.paid_staff is not None else "",
        say.volunteers.format(n=profile.volunteers) if profile.volunteers is not None else "",
        say.connectivity[profile.connectivity] if profile.connectivity else "",
        say.device[profile.device] if profile.device else "",
    ]
    return ", ".join(part for part in said if part)


def _organisation(profile: Profile, say: Instructions) -> str:
    name = _name(profile)
    said = ", ".join(part for part in (f"“{name}”" if name else "", _profile(profile, say)) if part)
    return f"{say.organisation}: {said}."
