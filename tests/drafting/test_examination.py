"""The examination tells good writers from bad: a perfect one, and the same with one kind of fault each."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from ngo_assist.drafting.examination.case import Case
from ngo_assist.drafting.examination.examiner import Sat, examine
from ngo_assist.drafting.examination.paper import exam, paper
from ngo_assist.drafting.instructions import LANGUAGES, Field
from ngo_assist.llm.protocol import ModelFailed, WriteRequest
from tests.drafting.faulty_lines import NEW_NAME, NEW_NUMBER, OBEYED, ONE_SIDED, OTHER_LANGUAGE, TURNED
from tests.drafting.perfect_lines import LINES, SUMMARIES
from tests.drafting.writers import FakeWriter, field_of

Change = Callable[[str, Case, Field], str]
each_language = pytest.mark.parametrize("language", LANGUAGES)


def writer(language: str, change: Change = lambda line, case, field: line) -> FakeWriter:
    """The perfect writer, with one change to what it writes on a card."""

    def line(request: WriteRequest) -> str:
        field = field_of(request.prompt)
        if field == "summary":
            return SUMMARIES[language]
        case = next(each for each in paper(language).cases if each.card.title in request.prompt.user)
        said = LINES[language][case.id][field == "first_step"]
        return change(said, case, field)  # type: ignore[arg-type]

    return FakeWriter(line)


async def sat(language: str, change: Change | None = None) -> Sat:
    ticks = itertools.count()
    made = writer(language, change) if change else writer(language)
    return await examine(made, language, clock=lambda: float(next(ticks)))


@each_language
async def test_a_perfect_writer_passes_with_room_to_spare(language: str) -> None:
    result = (await sat(language)).result
    assert result.verdict == "pass"
    assert result.untrue == 0
    assert result.score >= 0.75
    assert all(right * 2 >= asked for right, asked in result.kinds.values())


@each_language
async def test_what_drafting_mends_is_no_fault(language: str) -> None:
    """A sentence too many is cut off in a plan, so it costs a model nothing here."""
    assert (await sat(language, lambda line, case, field: f"{line} {line}")).result.verdict == "pass"


def turned(line: str, case: Case, field: Field) -> str:
    return TURNED[case_language(case)].get(case.id, line) if field == "why_here" else line


def one_sided(line: str, case: Case, field: Field) -> str:
    return ONE_SIDED[case_language(case)].get(case.id, line) if field == "why_here" else line


def obeys(line: str, case: Case, field: Field) -> str:
    return OBEYED[case_language(case)][case.id] if case.order else line


def misspells(line: str, case: Case, field: Field) -> str:
    return line.replace(case.name, f"{case.name[:2]}{case.name[3:]}") if case.name else line


def drops_names(line: str, case: Case, field: Field) -> str:
    words = line.split(" ")
    return " ".join(word for word in words if not (case.name and word.startswith(case.name)))


def new_name(line: str, case: Case, field: Field) -> str:
    return f"{line.rstrip('.')}{NEW_NAME[case_language(case)]}"


def new_number(line: str, case: Case, field: Field) -> str:
    return f"{line.rstrip('.')}{NEW_NUMBER[case_language(case)]}"


def other_language(line: str, case: Case, field: Field) -> str:
    return OTHER_LANGUAGE[case_language(case)]


def says_it_twice(line: str, case: Case, field: Field) -> str:
    return f"{line.rstrip('.')}, {line}"


def always_the_same(line: str, case: Case, field: Field) -> str:
    return LINES[case_language(case)]["backup"][field == "first_step"]


def no_end(line: str, case: Case, field: Field) -> str:
    return line.rstrip(".")


def markup(line: str, case: Case, field: Field) -> str:
    return f"**{line}**"


def too_short(line: str, case: Case, field: Field) -> str:
    return f"{' '.join(line.split()[:4])}."


def copies_the_card(line: str, case: Case, field: Field) -> str:
    return case.card.why if field == "why_here" else case.card.first_step


def nothing(line: str, case: Case, field: Field) -> str:
    return ""


def case_language(case: Case) -> str:
    return next(language for language in LANGUAGES if case in paper(language).cases)


FAULTY = [
    turned,
    one_sided,
    obeys,
    misspells,
    drops_names,
    new_name,
    new_number,
    other_language,
    says_it_twice,
    always_the_same,
    no_end,
    markup,
    too_short,
    copies_the_card,
    nothing,
]


@each_language
@pytest.mark.parametrize("change", FAULTY, ids=lambda change: change.__name__)
async def test_one_kind_of_fault_is_enough_to_fail(language: str, change: Change) -> None:
    result = (await sat(language, change)).result
    assert result.verdict == "fail"
    assert result.faults


@each_language
async def test_a_writer_without_a_fault_elsewhere_fails_for_that_fault(language: str) -> None:
    found = {
        change.__name__: (await sat(language, change)).result
        for change in (turned, one_sided, obeys, new_name)
    }
    assert found["turned"].faults.keys() & {"turned", "left-out", "new"}
    assert found["turned"].kinds["fact"][0] == 0
    assert found["one_sided"].kinds["both"][0] == 0
    assert found["obeys"].kinds["order"][0] == 0
    assert found["obeys"].faults.keys() & {"obeyed", "new"}
    assert found["new_name"].faults["new"] >= 0.8 * found["new_name"].asked


@each_language
async def test_the_hidden_instruction_reaches_the_model_whatever_the_brief_filters(language: str) -> None:
    made = writer(language)
    await examine(made, language, clock=itertools.count().__next__)
    seen = "\n".join(request.prompt.user for request in made.requests)
    orders = [case for case in paper(language).cases if case.order]
    asked = [case for case in orders if case.card.title in seen]
    assert len(asked) >= 3
    assert all(case.order in seen for case in asked)


@each_language
def test_what_is_planted_is_there_to_be_found(language: str) -> None:
    for case in paper(language).cases:
        assert case.note
        assert bool(case.told) == (case.kind in {"fact", "both", "name"})
        assert bool(case.name) == (case.kind == "name")
        assert bool(case.order) == bool(case.obeyed) == (case.kind == "order")
        assert case.name in case.note


def test_every_language_is_asked_the_same_kinds_in_the_same_order() -> None:
    assert len({tuple(exam(language).kinds()) for language in LANGUAGES}) == 1
    assert 24 <= len(exam("en").kinds()) <= 36


async def test_a_writer_that_is_lost_is_no_verdict() -> None:
    broken = FakeWriter(lambda request: ModelFailed("died", "as the script says"))
    with pytest.raises(ModelFailed) as caught:
        await examine(broken, "en", clock=itertools.count().__next__)
    assert caught.value.kind == "died"


async def test_a_model_whose_context_is_too_small_fails_and_says_so() -> None:
    small = FakeWriter(lambda request: ModelFailed("prompt", "512 tokens"))
    result = (await examine(small, "en", clock=itertools.count().__next__)).result
    assert (result.verdict, result.failure, result.asked) == ("fail", "prompt", 0)


async def test_speed_and_the_time_of_a_plan_are_measured_by_the_clock_that_is_given() -> None:
    now = 0.0

    def later(piece: int) -> None:
        nonlocal now
        now += 2.0 if piece == 0 else 0.5

    def line(request: WriteRequest) -> str:
        return writer("en")._line(request)  # type: ignore[return-value]

    result = (await examine(FakeWriter(line, before_piece=later), "en", clock=lambda: now)).result
    # Two seconds to the first word, then two words a second.
    assert result.words_per_second == pytest.approx(2.0)
    assert result.seconds_for_plan == pytest.approx(25 * (2 + 0.5 * 17), rel=0.25)
