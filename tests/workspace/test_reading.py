"""Files that people made or that were damaged: what is accepted, and what is said of the rest."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ngo_assist.assessment.model import Assessment
from ngo_assist.messages import UserError
from ngo_assist.workspace.files import read_assessment, read_document, read_head, read_organisation, read_plan
from ngo_assist.workspace.schema import ASSESSMENT, ORGANISATION, Schema
from tests.workspace.conftest import EAST

HEAD = """
schema = "ngo-assist/assessment@1"
id = "2026-11-23"
rubric = { id = "test", version = "1.0.0" }
language = "kk"
"""
ORGANISED = HEAD + '[organisation]\nname = "Umit"\n'

Write = Callable[[str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(content: str | bytes) -> Path:
        path = tmp_path / "a.toml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_assessment(path)
    assert str(path) in caught.value.where
    assert caught.value.todo is not None
    assert "pydantic" not in str(caught.value) and "validation" not in str(caught.value)
    return str(caught.value.what)


def test_a_file_made_by_hand_needs_no_uid_and_only_the_name_of_the_organisation(write: Write) -> None:
    found = read_assessment(write(ORGANISED + "[answers.'security.backup']\nlevel = 1"))
    assert found.answers["security.backup"].level == 1
    assert found.uid is None
    assert found.organisation.paid_staff is None


@pytest.mark.parametrize(
    "answers",
    [
        '[answers."security.backup"]\nlevel = 2\n[targets]\n"security.backup" = 3\nsecurity = 2',
        '[answers.security.backup]\nlevel = 2\n[targets]\nsecurity = 2\n"security.backup" = 3',
        'answers.security.backup.level = 2\n[targets."security"]\nbackup = 3\n',
        "[answers]\nsecurity.backup = { level = 2 }\n[targets]\nsecurity.backup = 3",
    ],
)
def test_dotted_keys_that_mean_the_same_are_the_same(write: Write, answers: str) -> None:
    # A bare `answers.…` key must stand before the tables.
    organisation = '\n[organisation]\nname = "Umit"'
    text = HEAD + answers + organisation if answers.startswith("answers.") else ORGANISED + answers
    found = read_assessment(write(text))
    assert list(found.answers) == ["security.backup"]
    assert found.answers["security.backup"].level == 2
    assert found.targets["security.backup"] == 3
    assert found.targets.get("security", 2) == 2


def test_an_answer_given_in_both_spellings_is_refused(write: Write) -> None:
    both = '[answers.security.backup]\nlevel = 1\n[answers."security.backup"]\nlevel = 2'
    assert 'answers."security.backup" is given twice' in refusal(write(ORGANISED + both))


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(write: Write) -> None:
    text = ORGANISED + '[answers."a.b"]\nlevel = 1\nnote = """one\ntwo"""\n'
    plain = read_assessment(write(text))
    windows = read_assessment(write(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()))
    assert windows == plain
    assert plain.answers["a.b"].note == "one\ntwo"


def test_a_time_without_a_zone_is_local_and_one_with_a_zone_is_kept(write: Write) -> None:
    times = "started = 2026-11-23T10:00:00\nupdated = 2026-11-23T10:00:00Z\nfinished = 2026-11-24\n"
    path = write(ORGANISED.replace("[organisation]", times + "[organisation]"))
    found = read_document(path, ASSESSMENT, zone=EAST)
    assert found.started == datetime(2026, 11, 23, 10, tzinfo=EAST)
    assert found.updated == datetime(2026, 11, 23, 10, tzinfo=UTC)
    assert found.finished == datetime(2026, 11, 24, tzinfo=EAST)
    here = read_assessment(path).started
    assert here is not None and here.tzinfo is not None


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ('level = "3"', 'answers."security.backup".level: found "3", allowed: a whole number'),
        ("level = 2.5", 'answers."security.backup".level: found 2.5, allowed: a whole number'),
        ("level = true", 'answers."security.backup".level: found true, allowed: a whole number'),
        ("level = -1", 'answers."security.backup".level: found -1, allowed: 0 or more'),
        ("level = []", "found a list, allowed: a whole number"),
        ('level = 1\nnot_applicable = "no"', "found both level and not_applicable, allowed: one of them"),
        ('note = "n"', "has no level, and no not_applicable with the reason"),
        ('not_applicable = " \\u200b "', ".not_applicable: found \"\", allowed: text that is not empty"),
        ('level = 1\nconfidence = "maybe"', '.confidence: found "maybe", allowed: one of sure, unsure'),
        ('level = 1\nevidence = "a photo"', '.evidence: found "a photo", allowed: a list'),
        ('level = 1\nevidence = ["a", 3]', ".evidence[2]: found 3, allowed: text in quotation marks"),
        (f'level = 1\nnote = "{"x" * 4001}"', "allowed: at most 4000 characters"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_named_with_what_was_found_and_what_is_allowed(
    write: Write, answer: str, said: str
) -> None:
    assert said in refusal(write(ORGANISED + f'[answers."security.backup"]\n{answer}'))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD, "organisation is missing"),
        (HEAD + "[organisation]\n", "organisation.name is missing"),
        (HEAD + '[organisation]\nname = "\\u001b[2J"', 'organisation.name: found "", allowed: text that is'),
        (ORGANISED + 'region = "Abai"', "region: found \"Abai\", allowed: a region by ISO 3166-2"),
        (ORGANISED + 'settlement = "aul"', "allowed: one of city, town, village"),
        (ORGANISED + "paid_staff = -2", "organisation.paid_staff: found -2, allowed: 0 or more"),
        (ORGANISED + '[targets]\n"a.b" = "three"', 'targets."a.b": found "three", allowed: a whole number'),
        (ORGANISED + '[answers]\nsecurity = 3', 'answers: found "security", allowed: the id of a practice'),
        (ORGANISED + "[answers.nonsense]\nlevel = 1", "answers.nonsense: there is no practice “nonsense”"),
        (ORGANISED + "[answers.security]\nbackup = 1", '"security.backup": found 1, allowed: a table'),
        (ORGANISED + '[answers."Security.Backup"]\nlevel = 1', "allowed: the id of a practice, such as"),
        (ORGANISED.replace("[org", 'kind = "ballot"\n[org'), "a ballot says who answered"),
        (ORGANISED.replace("[org", 'started = "today"\n[org'), "started: found \"today\", allowed: a date"),
        (HEAD + 'organisation = "Umit"', 'organisation: found "Umit", allowed: a table'),
        (ORGANISED.replace('id = "2026', "id = 5 #"), "id: found 5, allowed: text in quotation marks"),
    ],
)  # fmt: skip
def test_a_wrong_field_is_named_with_what_was_found_and_what_is_allowed(
    write: Write, text: str, said: str
) -> None:
    assert said in refusal(write(text))


def test_all_mistakes_of_a_file_are_named_up_to_five_on_one_line(write: Write) -> None:
    wrong = "".join(f'[answers."a.b{n}"]\nlevel = -1\n' for n in range(8))
    said = refusal(write(ORGANISED + wrong))
    assert said.count("found -1") == 5
    assert said.endswith("and 3 more")
    assert "\n" not in said


def test_what_is_shown_of_a_wrong_value_is_cut_and_cleaned(write: Write) -> None:
    said = refusal(write(ORGANISED + 'goal = "\\u001b[31m\\u202e' + "g" * 500 + '"'))
    assert "\x1b" not in said and "\u202e" not in said
    assert len(said) < 200


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file does not say what it is"),
        (b'schema = "ngo-assist/organisation@1"', 'of the kind "ngo-assist/organisation@1", expected is'),
        (b"schema = 7", "of the kind 7, expected is"),
        (ORGANISED.encode("utf-16"), "UTF-16"),
        (b"id = \x00", "not a text file"),
        (ORGANISED.encode()[:-8], "the file ends before something in it is finished"),
        (b"x = " + b"[" * 3000, "too deep"),
        (b"#" * 6_000_000, "larger than"),
        (b"\x89PNG\r\n\xff", "UTF-8"),
    ],
    ids=["empty", "other-kind", "odd-schema", "utf-16", "nul", "truncated", "deep", "huge", "binary"],
)
def test_a_file_that_is_something_else_says_so(write: Write, content: bytes, said: str) -> None:
    assert said in refusal(write(content))


@pytest.mark.parametrize("line", ["\n", ""], ids=["lines", "one-endless-line"])
def test_a_huge_file_in_a_list_is_not_read_to_its_end(tmp_path: Path, line: str) -> None:
    path = tmp_path / "2026-11-23.toml"
    with path.open("wb") as file:
        file.write(f"# huge{line}".encode())
        file.truncate(200_000_000)  # a hole on the disk: to read it all would fill the memory
    tracemalloc.start()
    head = read_head(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "larger than" in str(head.error)
    assert peak < 20_000_000


def test_the_head_of_a_long_assessment_is_read_without_the_rest(write: Write) -> None:
    started = "started = 2026-11-23T10:00:00+05:00\r\n"
    note = "x" * 100_000
    path = write(f"{HEAD.strip()}\r\n{started}[answers.'a.b']\r\nlevel = 1\r\nnote = '{note}'\r\nbroken = ")
    head = read_head(path)
    assert head.started == datetime(2026, 11, 23, 10, tzinfo=EAST)
    assert head.error is None


def test_a_newer_file_is_refused_with_what_this_program_reads_and_what_to_do(write: Write) -> None:
    path = write(ORGANISED.replace("@1", "@2"))
    said = refusal(path)
    assert "ngo-assist/assessment@2" in said and "ngo-assist/assessment@1" in said
    with pytest.raises(UserError, match="Update the program"):
        read_assessment(path)


def test_an_older_file_is_brought_up_version_by_version(write: Write) -> None:
    def with_name(tables: dict[str, object]) -> dict[str, object]:
        return {**tables, "name": tables["title"]}

    def with_uid(tables: dict[str, object]) -> dict[str, object]:
        return {**tables, "uid": "u"}

    schema = Schema("organisation", ORGANISATION.model, 2, {0: with_uid, 1: with_name})
    upgraded = schema.upgraded({"schema": "ngo-assist/organisation@0", "title": "Umit"}, "a.toml")
    assert upgraded == {"schema": "ngo-assist/organisation@2", "title": "Umit", "uid": "u", "name": "Umit"}
    path = write('schema = "ngo-assist/organisation@0"\ntitle = "Umit"')
    real = Schema("organisation", ORGANISATION.model, 1, {0: lambda tables: with_name(with_uid(tables))})
    assert read_document(path, real).name == "Umit"


def test_an_older_file_that_no_upgrade_knows_is_refused(write: Write) -> None:
    with pytest.raises(UserError, match="organisation@0"):
        read_organisation(write('schema = "ngo-assist/organisation@0"\nname = "Umit"'))


def test_names_are_cleaned_at_the_door_and_notes_keep_their_lines(write: Write) -> None:
    organisation = 'name = "A\\u001b[31m\\u202eB\\nC [bold]|`x`"\nmission = "one\\n\\ttwo\\u0000"\n'
    answer = 'level = 1\nnote = "\\u001b]0;t\\u0007first\\nsecond"\nevidence = ["p\\u200bhoto"]'
    found = read_assessment(write(f'{HEAD}[organisation]\n{organisation}[answers."a.b"]\n{answer}'))
    assert found.organisation.name == "AB C [bold]|`x`"
    assert found.organisation.mission == "one\n\ttwo"
    assert found.answers["a.b"].note == "first\nsecond"
    assert found.answers["a.b"].evidence == ("photo",)


def test_keys_that_this_version_does_not_know_are_passed_on_untouched(write: Write) -> None:
    found = read_assessment(
        write(ORGANISED + 'emblem = "a\\u200bb"\n[organisation.more]\nx = [1, { y = 2 }]')
    )
    assert found.organisation.model_extra == {"emblem": "a\u200bb", "more": {"x": [1, {"y": 2}]}}


@pytest.mark.parametrize("name", ["missing.toml", "a.toml/inside.toml"])
def test_a_file_that_is_not_there_is_named(write: Write, tmp_path: Path, name: str) -> None:
    write("")
    with pytest.raises(UserError, match="no such file"):
        read_plan(tmp_path / name)


def test_an_assessment_with_every_field_reads(write: Write) -> None:
    found = read_assessment(
        write("""
schema = "ngo-assist/assessment@1"
uid = "u"
id = "2026-11-23"
kind = "single"
rubric = { id = "socialtech", version = "1.0.0", sha256 = "…" }
mode = "full"
language = "kk"
started = 2026-11-23T10:00:00+05:00
updated = 2026-11-23T10:20:00+05:00
finished = 2026-11-23T10:40:00+05:00
[respondent]
role = "accountant"
[organisation]
name = "Umit"
[answers."security.backup"]
level = 1
note = "…"
evidence = ["…"]
confidence = "sure"
asked = "…"
[answers."services.languages"]
not_applicable = "we serve one village where everyone speaks Kazakh"
[targets]
"security.backup" = 3
""")
    )
    assert isinstance(found, Assessment)
    assert found.targets == {"security.backup": 3}
    assert found.answers["services.languages"].level is None
