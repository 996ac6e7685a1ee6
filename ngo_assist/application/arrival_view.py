"""What is said of an organisation that was sent: plain texts in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import shorten

from ngo_assist.application.receiving import ORPHANS, PROFILE, Arrival, Part
from ngo_assist.assessment.model import Answer, Assessment
from ngo_assist.i18n import Translator
from ngo_assist.i18n.labels import region
from ngo_assist.messages import Message, msg
from ngo_assist.planning.model import Plan
from ngo_assist.rubric.model import Rubric
from ngo_assist.workspace.take_in import Choice

LEAVE = msg("Leave as it is here")
THEIRS = msg("Take theirs")
BOTH = msg("Keep both")
ADD = msg("Add it")
NOT_ADD = msg("Leave it out")

FIELDS: dict[str, Message] = {
    "name": msg("name"),
    "region": msg("region"),
    "settlement": msg("where you work"),
    "paid_staff": msg("paid people"),
    "volunteers": msg("volunteers"),
    "people_reached": msg("people you help"),
    "connectivity": msg("internet"),
    "device": msg("what you work on"),
    "languages": msg("languages"),
    "goal": msg("what you want first"),
    "mission": msg("what you do"),
}


@dataclass(frozen=True)
class Question:
    """One thing to decide: what it is, how it differs, and what can be chosen, the first already."""

    key: str
    title: str
    details: tuple[str, ...]
    options: tuple[tuple[Choice, str], ...]


def headline(arrival: Arrival, t: Translator) -> str:
    if arrival.slug is None:
        return t("New here: “{name}”", name=arrival.sent.organisation.name)
    if arrival.nothing_new:
        return t("All of this is here already")
    return t("“{name}” is here already. What differs?", name=arrival.sent.organisation.name)


def facts(arrival: Arrival, t: Translator) -> list[str]:
    """Return what was sent, and what a person should know before deciding."""
    sent = arrival.sent
    counts = [t.plural("{n} assessment", "{n} assessments", len(sent.assessments))]
    if sent.plans:
        counts.append(t.plural("{n} plan", "{n} plans", len(sent.plans)))
    lines = [t("In it: {what}.", what=t.join(counts))]
    if sent.organisation.region and arrival.slug is None:
        lines.insert(0, region(t, sent.organisation.region))
    if sent.without_notes:
        lines.append(t("It is a copy without notes and evidence."))
    if arrival.namesake:
        lines.append(t("Another organisation of this name is in your list. They are two: nothing is mixed."))
    if arrival.deleted:
        day = t.date(arrival.deleted.at.date())
        lines.append(t("You deleted it on {day}; under “Deleted” it can still be brought back.", day=day))
    if arrival.found:
        same = sum(part.kind == "same" for part in arrival.parts)
        if same and not arrival.nothing_new:
            lines.append(t.plural("{n} assessment is the same.", "{n} assessments are the same.", same))
        if arrival.found.only_mine:
            lines.append(t("What is only here stays as it is."))
    return lines


def cannot_be_read(arrival: Arrival, t: Translator) -> list[str]:
    """Return what cannot be taken in, and why."""
    return [f"{error.where.rpartition(': ')[2]}: {t(error.what)}" for error in arrival.sent.unreadable]


def questions(arrival: Arrival, rubric: Rubric, t: Translator) -> list[Question]:
    """Return what is to be decided; nothing of it is preselected that would replace something here."""
    found = arrival.found
    if found is None:
        return []
    asked = []
    if found.profile:
        names = t.join([t(FIELDS[field]) for field in found.profile])
        options: tuple[tuple[Choice, str], ...] = (("leave", t(LEAVE)), ("theirs", t(THEIRS)))
        asked.append(Question(PROFILE, t("Profile"), (t("It differs in: {what}.", what=names),), options))
    return [*asked, *(_question(part, rubric, t) for part in arrival.differing)]


def _question(part: Part, rubric: Rubric, t: Translator) -> Question:
    options: tuple[tuple[Choice, str], ...]
    if part.kind == "new":
        options = (("theirs", t(ADD)), ("leave", t(NOT_ADD)))
    else:
        options = (("leave", t(LEAVE)), ("theirs", t(THEIRS)), ("both", t(BOTH)))
    title = t("Plans without their assessment") if part.key == ORPHANS else _title(part, t)
    return Question(part.key, title, tuple(_details(part, rubric, t)), options)


def _title(part: Part, t: Translator) -> str:
    assert part.assessment is not None
    theirs = part.assessment.theirs
    made = theirs.finished or theirs.updated or theirs.started
    day = t.date(made.date()) if made else theirs.id
    return t("New assessment, {day}", day=day) if part.kind == "new" else t("Assessment, {day}", day=day)


def _details(part: Part, rubric: Rubric, t: Translator) -> Iterable[str]:
    found = part.assessment
    if found is not None and found.kind == "new":
        answered = sum(practice in rubric.practices for practice in found.theirs.answers)
        yield t.plural("{n} answer", "{n} answers", answered)
    elif found is not None and found.kind == "changed" and found.mine is not None:
        yield _answers_differ(found.mine, found.theirs, found.changed, rubric, t)
        if found.newer == "theirs":
            yield t("Theirs was changed later than yours.")
        elif found.newer == "mine":
            yield t("Yours was changed later than theirs.")
    for each in part.plans:
        if each.kind == "new":
            yield t("With a plan: {done} of {actions} done.", **_progress(each.theirs))
        elif each.kind == "changed" and each.mine is not None:
            theirs, mine = _progress(each.theirs), _progress(each.mine)
            yield t(
                "The plan differs. Done there: {theirs} of {all_theirs}; here: {mine} of {all_mine}.",
                theirs=theirs["done"],
                all_theirs=theirs["actions"],
                mine=mine["done"],
                all_mine=mine["actions"],
            )


def _progress(plan: Plan) -> dict[str, int]:
    actions = [action for action in plan.actions if action.status != "dropped"]
    return {"done": sum(action.status == "done" for action in actions), "actions": len(actions)}


SHOWN = 3
"""Answers that are named before the rest is only counted."""
LINE = 66
"""Letters of a line that is not to be broken in a small window."""


def _answers_differ(
    mine: Assessment, theirs: Assessment, changed: tuple[str, ...], rubric: Rubric, t: Translator
) -> str:
    if not changed:
        return t("The answers are the same; targets or the profile of that day differ.")
    said = [t.plural("{n} answer differs, here → there:", "{n} answers differ, here → there:", len(changed))]
    language = rubric.language(t.language)
    for id in changed[:SHOWN]:
        practice = rubric.practices.get(id)
        name = practice.ask(language, alone=False) if practice else id
        one, other = (_level(each.answers.get(id), rubric, t) for each in (mine, theirs))
        if one == other:
            other = t("another note")
        levels = f"{one} → {other}"
        said.append(f"  {levels}  {shorten(name, max(20, LINE - len(levels)), placeholder='…')}")
    if len(changed) > SHOWN:
        more = len(changed) - SHOWN
        said.append("  " + t.plural("and {n} more", "and {n} more", more))
    return "\n".join(said)


def _level(answer: Answer | None, rubric: Rubric, t: Translator) -> str:
    if answer is None:
        return t("not answered")
    if answer.level is None:
        return t("does not apply")
    if answer.level > rubric.top:
        return t("level {level}", level=answer.level)
    return rubric.level_name(answer.level, rubric.language(t.language))
