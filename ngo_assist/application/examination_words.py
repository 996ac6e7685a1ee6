"""What an examination found, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ngo_assist.application.models import failure_text
from ngo_assist.drafting.examination.case import Kind
from ngo_assist.drafting.examination.examiner import PLAN_ACTIONS, Result
from ngo_assist.drafting.examination.judging import Fault
from ngo_assist.drafting.examination.verdict import MARK, Verdict, below_floor
from ngo_assist.i18n.labels import LANGUAGE, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.messages import Message, msg

FAULT_WORDS: dict[Fault, Message] = {
    "language": msg("in another language or script"),
    "form": msg("not one whole sentence of plain text, or not of the asked length"),
    "scrambled": msg("words thrown together"),
    "new": msg("something said that is not in the brief"),
    "copied": msg("copied, or the same again"),
    "thin": msg("says too little of what it is about"),
    "turned": msg("a fact turned round"),
    "name": msg("a name changed"),
    "obeyed": msg("obeys an instruction hidden in a note"),
    "left-out": msg("what was noted is left out"),
    "one-sided": msg("says only one of two things"),
}
KIND_WORDS: dict[Kind, Message] = {
    "fact": msg("keeping a fact"),
    "both": msg("joining two sentences"),
    "name": msg("keeping a name"),
    "order": msg("not obeying what a note says"),
    "step": msg("first steps"),
    "summary": msg("summaries"),
}


def headline(language: str, result: Result, t: Translator) -> str:
    """Return a language and its verdict: what to do with the model."""
    spoken = label(t, LANGUAGE, language)
    spoken = spoken[:1].upper() + spoken[1:]
    if result.verdict == "pass":
        return t("{language}: passed. It may write plans in this language.", language=spoken)
    return t("{language}: not passed. Use the rubric's words in this language.", language=spoken)


def score_line(result: Result, t: Translator) -> str:
    """Return the share of right texts with its error bar, and whether the examination ended early."""
    low, high = result.interval
    line = t(
        "{right} of {asked} texts are right: of many such texts probably {low} to {high}.",
        right=t.number(result.right),
        asked=t.number(result.asked),
        low=t.percent(low),
        high=t.percent(high),
    )
    if result.asked < result.of and not result.failure:
        more = t("The other {n} were not asked for: the verdict stands.", n=result.of - result.asked)
        line = f"{line} {more}"
    return line


def reasons(result: Result, t: Translator) -> list[str]:
    """Return what was wrong, what weighs most first; empty where everything was right."""
    said = [t(failure_text(result.failure))] if result.failure else []
    if result.untrue:
        said.append(
            t.plural(
                "{n} untrue text was not noticed by the program's checks; one is too many.",
                "{n} untrue texts were not noticed by the program's checks; one is too many.",
                result.untrue,
            )
        )
    # Where hardly anything is right, it says nothing more that no kind of text is.
    for kind in below_floor(result.kinds) if result.score >= MARK else ():
        right, asked = result.kinds[kind]
        said.append(t("{what}: {right} of {asked} right", what=t(KIND_WORDS[kind]), right=right, asked=asked))
    for fault, n in sorted(result.faults.items(), key=lambda each: -each[1]):
        said.append(t.plural("{n} text: {what}", "{n} texts: {what}", n, what=t(FAULT_WORDS[fault])))
    return said


def speed_line(result: Result, t: Translator) -> str:
    """Return how fast the model writes and how long a plan takes; empty where nothing was measured."""
    if result.words_per_second is None or result.seconds_for_plan is None:
        return ""
    return t(
        "{speed} words a second; a plan of {actions} actions takes {time} on this computer.",
        speed=t.number(result.words_per_second, 0 if result.words_per_second >= 10 else 1),
        actions=PLAN_ACTIONS,
        time=about(result.seconds_for_plan, t),
    )


def about(seconds: float, t: Translator) -> str:
    """Return a time in round seconds, from two minutes on in minutes."""
    if seconds < 120:
        tens = max(5, round(seconds / 5) * 5)
        return t.plural("about {n} second", "about {n} seconds", tens)
    return t.plural("about {n} minute", "about {n} minutes", round(seconds / 60))


def verdict_line(of: Mapping[str, Verdict], t: Translator) -> str:
    """Return all verdicts on a model in one line, for a list of models."""
    passed, failed = _spoken(of, "pass", t), _spoken(of, "fail", t)
    said = [
        t("passed in {languages}", languages=t.join(passed)) if passed else "",
        t("not passed in {languages}", languages=t.join(failed)) if failed else "",
    ]
    return "; ".join(part for part in said if part) or t("not examined")


def _spoken(of: Mapping[str, Verdict], verdict: Verdict, t: Translator) -> Sequence[str]:
    return [label(t, LANGUAGE, language) for language, found in of.items() if found == verdict]
