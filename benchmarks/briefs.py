"""What the briefs make of a model, on sixty fixed cases: `python -m benchmarks.briefs [--model NAME]`.

Each case is an organisation with two actions and what it noted, twenty in each language (`cases/`). A model
drafts their plans as the program does, in the languages it can write; and the lines that a good writer made
of the same cards are judged in all three. Printed by language and field: the share of texts kept, of those
that use something of the note, and of those written that repeat what was written for another action.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from ngo_assist.assessment.model import Answer, Assessment, Profile, RubricRef
from ngo_assist.drafting import events
from ngo_assist.drafting.brief import Brief, action_brief, summary_brief
from ngo_assist.drafting.drafter import Drafter
from ngo_assist.drafting.guard import judge
from ngo_assist.drafting.instructions import LANGUAGES, Field
from ngo_assist.drafting.likeness import repeats, uses
from ngo_assist.i18n.translator import translator
from ngo_assist.llm import catalogue
from ngo_assist.llm.client import WorkerModel
from ngo_assist.llm.protocol import Writer
from ngo_assist.messages import UserError
from ngo_assist.planning.model import Limits, Plan, PlannedAction, PlanScores
from ngo_assist.rubric.load import load_rubric, shipped
from ngo_assist.rubric.model import Rubric

FOLDER = Path(__file__).parent / "cases"
FIELDS: tuple[Field, ...] = ("why_here", "first_step", "summary")
MONTH = date(2026, 12, 1)


@dataclass(frozen=True)
class Case:
    """One organisation: its plan of two actions, its answers, and a good writer's lines."""

    id: str
    kind: str
    plan: Plan
    assessment: Assessment
    good: dict[tuple[str, Field], str]


@dataclass
class Text:
    """One text of a plan: what was written at each try, and what became of it."""

    case: str
    language: str
    field: Field
    action: str
    tries: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    kept: str = ""


def cases(language: str, rubric: Rubric) -> list[Case]:
    """Return the twenty cases of a language."""
    made = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return [_case(each, language, rubric) for each in made["cases"]]


def _case(made: dict[str, Any], language: str, rubric: Rubric) -> Case:
    organisation = Profile.model_validate(made["organisation"])
    known = [rubric.actions[each["id"]] for each in made["actions"]]
    practices = [id.rpartition(".")[0] for id in (action.id for action in known)]
    answers = {
        practice: Answer(
            level=action.from_level, note=each.get("note", ""), evidence=tuple(each.get("evidence", ()))
        )
        for practice, action, each in zip(practices, known, made["actions"], strict=True)
    }
    assessment = Assessment(
        id=made["id"],
        rubric=RubricRef(id=rubric.id, version=rubric.version),
        language=language,
        organisation=organisation,
        answers=answers,
    )
    actions = tuple(
        PlannedAction(
            id=action.id,
            practice=practice,
            from_level=action.from_level,
            to_level=action.to_level,
            title=action.title.say(language),
            why_here="",
            first_step="",
            start=MONTH,
            due=date(2026, 12, 31),
            effort_days=action.effort_days,
            cost=0,
            connectivity=action.connectivity,
        )
        for practice, action in zip(practices, known, strict=True)
    )
    plan = Plan(
        uid=made["id"],
        id=made["id"],
        assessment=made["id"],
        rubric=assessment.rubric,
        language=language,
        created=datetime(2026, 11, 23, tzinfo=UTC),
        organisation=organisation,
        limits=Limits(
            start=MONTH,
            months=6,
            days_per_month=2,
            budget=0,
            connectivity=organisation.connectivity or "none",
        ),
        scores=PlanScores(working=3, answered=12, complete=1),
        actions=actions,
    )
    good: dict[tuple[str, Field], str] = {
        (each["id"], name): each[name]
        for each in made["actions"]
        for name in ("why_here", "first_step")
        if name in each
    }
    return Case(made["id"], made["kind"], plan, assessment, good)


def brief_of(case: Case, rubric: Rubric, name: Field, action: str) -> Brief:
    """Return the brief of one of a case's texts; `action` is empty for the summary."""
    if name == "summary":
        made = summary_brief(case.plan, rubric)
    else:
        planned = next(each for each in case.plan.actions if each.id == action)
        made = action_brief(name, planned, case.plan, rubric, case.assessment)
    assert made is not None
    return made


async def drafted(case: Case, rubric: Rubric, writer: Writer) -> list[Text]:
    """Draft a case's plan as the program does, and return what was written."""
    language = case.plan.language
    work = Drafter(case.plan, rubric, case.assessment, writer, translator(language), clock=time.monotonic)
    texts: list[Text] = []
    async for event in work.events():
        match event:
            case events.TextStarted(action, name, attempt):
                if attempt == 1:
                    texts.append(Text(case.id, language, name, action or ""))
                texts[-1].tries.append("")
            case events.PieceWritten(_, _, piece):
                texts[-1].tries[-1] += piece
            case events.TextRefused(_, _, reason):
                texts[-1].reasons.append(reason)
            case events.TextKept(_, _, text):
                texts[-1].kept = text
    return texts


def judged(case: Case, rubric: Rubric) -> Iterator[Text]:
    """Judge the good writer's lines of a case."""
    for (action, name), line in case.good.items():
        verdict = judge(line, brief_of(case, rubric, name, action))
        text = Text(case.id, case.plan.language, name, action, [line])
        if verdict.kept:
            text.kept = line
        else:
            text.reasons.append(f"{verdict.reason} ({verdict.detail})")
        yield text


def table(texts: Sequence[Text], found: dict[str, Case], rubric: Rubric) -> Iterator[str]:
    """Yield the lines of the table by language and field."""
    yield (
        f"{'language':9}{'field':12}{'texts':>6}{'kept':>6}{'share':>7}{'noted':>7}{'use it':>7}{'repeat':>7}"
    )
    for language in LANGUAGES:
        for name in FIELDS:
            mine = [text for text in texts if (text.language, text.field) == (language, name)]
            if not mine:
                continue
            kept = [text for text in mine if text.kept]
            noted = [
                (text, brief)
                for text in kept
                if (brief := brief_of(found[text.case], rubric, name, text.action)).person
            ]
            used = sum(uses(text.kept, brief) for text, brief in noted)
            again = sum(
                any(repeats(text.tries[0], other.tries[0]) for other in mine if other.action != text.action)
                for text in mine
            )
            yield (
                f"{language:9}{name:12}{len(mine):6}{len(kept):6}{len(kept) / len(mine):7.0%}"
                f"{len(noted):7}{used:7}{again / len(mine):7.0%}"
            )
    reasons = Counter(reason.partition(" (")[0] for text in texts for reason in text.reasons)
    yield "refused tries: " + (", ".join(f"{name} {n}" for name, n in reasons.most_common()) or "none")


async def _with_model(named: str, found: Sequence[Case], rubric: Rubric) -> list[Text]:
    model = catalogue.resolve(named)
    for language in LANGUAGES:
        if not catalogue.suits(model, language):
            print(f"NOT RUN {language}: the model “{model.name}” cannot write it")
    writer = await WorkerModel.start(model)
    texts: list[Text] = []
    try:
        for case in found:
            if catalogue.suits(model, case.plan.language):
                texts += await drafted(case, rubric, writer)
    finally:
        await writer.close()
    return texts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="starter", help="its name or file; “none”: the good lines only")
    parser.add_argument("--language", choices=LANGUAGES, action="append", help="default: all")
    parser.add_argument("--out", type=Path, help="a JSON file for every text, to be read by a person")
    arguments = parser.parse_args()
    rubric = load_rubric(shipped("socialtech"))
    languages = arguments.language or LANGUAGES
    found = {case.id: case for language in languages for case in cases(language, rubric)}
    good = [text for case in found.values() for text in judged(case, rubric)]
    print("a good writer's lines")
    print("\n".join(table(good, found, rubric)))
    written: list[Text] = []
    if arguments.model != "none":
        try:
            written = asyncio.run(_with_model(arguments.model, list(found.values()), rubric))
        except UserError as error:
            print(f"NOT RUN with a model: {error}")
        else:
            print(f"\nthe model “{arguments.model}”")
            print("\n".join(table(written, found, rubric)))
    if arguments.out:
        told = {"good": [asdict(each) for each in good], "model": [asdict(each) for each in written]}
        arguments.out.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
