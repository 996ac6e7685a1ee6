"""What came by messenger, beside what is here: said in words, taken in only where it was chosen."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from ngo_assist.application.arrival_view import cannot_be_read, facts, headline, questions
from ngo_assist.application.receiving import PROFILE, Arrival, add, look_at, take
from ngo_assist.application.session import Session
from ngo_assist.application.sharing import save_copy
from ngo_assist.i18n.translator import translator
from ngo_assist.messages import UserError
from ngo_assist.workspace.bundle import gather
from ngo_assist.workspace.conflicts import OrganisationLocked
from ngo_assist.workspace.take_in import Choice
from tests.tui.planned import NOW, session

T = translator("en")


@pytest.fixture
def mine(tmp_path: Path) -> Session:
    found = session(tmp_path / "mine", plan=True)
    found.close()
    return found


@pytest.fixture
def theirs(mine: Session, tmp_path: Path) -> Session:
    """The same organisation on another computer, two days later."""
    shutil.copytree(mine.workspace.root / "umit", tmp_path / "theirs" / "umit")
    found = session(tmp_path / "theirs")
    found.close()
    shutil.rmtree(tmp_path / "theirs" / "umit-2")
    found.now = lambda: NOW + timedelta(days=2)
    numbers = iter(range(100))
    found.uid = lambda: f"theirs-{next(numbers)}"
    found.workspace._new_uid = found.uid
    found.open("umit")
    return found


def sent(theirs: Session, *, whole: bool = True) -> Path:
    theirs.close()
    return save_copy(theirs, "umit", theirs.workspace.root, whole=whole)


def arrival(mine: Session, theirs: Session, *, whole: bool = True) -> Arrival:
    (found,) = look_at(mine, sent(theirs, whole=whole))
    return found


def told(found: Arrival, mine: Session) -> str:
    asked = questions(found, mine.rubric, T)
    lines = [headline(found, T), *facts(found, T)]
    lines += [text for each in asked for text in (each.title, *each.details)]
    return "\n".join(lines)


def test_what_is_here_already_asks_for_nothing(mine: Session, theirs: Session) -> None:
    found = arrival(mine, theirs)
    assert found.nothing_new and questions(found, mine.rubric, T) == []
    assert "here already" in told(found, mine)


def test_a_copy_without_notes_of_ones_own_is_here_already(mine: Session, theirs: Session) -> None:
    theirs.annotate("care.backup", "on a stick", ())
    mine.open("umit")
    mine.annotate("care.backup", "on a stick", ())
    mine.close()
    assert arrival(mine, theirs, whole=False).nothing_new


def test_changed_answers_are_told_with_both_levels_and_nothing_is_preselected(
    mine: Session, theirs: Session
) -> None:
    theirs.answer("care.backup", 4)
    found = arrival(mine, theirs)
    text = told(found, mine)
    assert "1 answer differs" in text and "Do you keep copies" in text
    assert mine.rubric.level_name(1, "en") in text and mine.rubric.level_name(4, "en") in text
    assert "Theirs was changed later" in text
    (asked,) = questions(found, mine.rubric, T)
    assert [choice for choice, _ in asked.options] == ["leave", "theirs", "both"]


@pytest.mark.parametrize(
    ("choice", "levels"), [("leave", [1]), ("theirs", [4]), ("both", [1, 4])], ids=["leave", "theirs", "both"]
)
def test_an_assessment_is_left_taken_or_kept_twice(
    mine: Session, theirs: Session, choice: Choice, levels: list[int]
) -> None:
    theirs.answer("care.backup", 4)
    found = arrival(mine, theirs)
    take(mine, found, {found.differing[0].key: choice})
    folder = mine.workspace.folder("umit")
    now = [folder.assessment(head.id).answers["care.backup"].level for head in folder.assessments()]
    assert now == levels


def test_both_takes_the_plan_along_and_each_is_opened_with_its_own(mine: Session, theirs: Session) -> None:
    assert theirs.plans.plan is not None
    theirs.plans.set_status(theirs.plans.plan.actions[0].id, "done")
    found = arrival(mine, theirs)
    assert "The plan differs. Done there: 1" in told(found, mine)
    take(mine, found, {found.differing[0].key: "both"})
    statuses = []
    for head in mine.workspace.folder("umit").assessments():
        mine.open("umit", assessment_id=head.id)
        assert mine.plans.plan is not None
        statuses.append(mine.plans.plan.actions[0].status)
        mine.close()
    assert statuses == ["todo", "done"]
    (again,) = look_at(mine, theirs.workspace.root / "umit-2026-11-25-full.zip")
    assert again.nothing_new


def test_a_backup_is_made_first_and_undo_brings_it_back(mine: Session, theirs: Session) -> None:
    theirs.answer("care.backup", 4)
    theirs.change_profile(theirs.organisation.profile().updated_with(name="Жаңа"))
    before = gather(mine.workspace.root / "umit")
    found = arrival(mine, theirs)
    take(mine, found, {PROFILE: "theirs", found.differing[0].key: "theirs"})
    assert mine.workspace.folder("umit").organisation().name == "Жаңа"
    mine.care.undo()
    assert gather(mine.workspace.root / "umit") == before


def test_a_new_organisation_is_added_whole_and_can_be_taken_away_again(
    mine: Session, theirs: Session, tmp_path: Path
) -> None:
    empty = session(tmp_path / "empty")
    empty.close()
    empty.care.delete("umit")
    found = arrival(empty, theirs)
    assert found.slug is None and "New here: “Umit”" in told(found, empty)
    slug, _ = add(empty, found)
    empty.open(slug)
    assert empty.plans.plan is not None
    assert empty.plans.markdown() == empty.plans.files[0].read_text(encoding="utf-8")
    empty.close()
    (again,) = look_at(empty, theirs.workspace.root / "umit-2026-11-25-full.zip")
    assert again.nothing_new


def test_a_namesake_is_not_mixed_with_it_and_that_is_said(mine: Session, theirs: Session) -> None:
    path = theirs.workspace.root / "umit" / "organisation.toml"
    mine_uid = mine.workspace.folder("umit").organisation().uid
    path.write_text(path.read_text(encoding="utf-8").replace(mine_uid, "another"), encoding="utf-8")
    found = arrival(mine, theirs)
    assert found.namesake and "They are two" in told(found, mine)
    assert add(mine, found)[0] == "umit-2"


def test_one_that_was_deleted_here_is_said_to_be(mine: Session, theirs: Session) -> None:
    mine.care.delete("umit")
    found = arrival(mine, theirs)
    assert "You deleted it on 23 November 2026" in told(found, mine)


def test_what_cannot_be_read_is_named(mine: Session, theirs: Session) -> None:
    newer = theirs.workspace.root / "umit" / "assessments" / "2027-01-01.toml"
    newer.write_text('schema = "ngo-assist/assessment@9"\n', encoding="utf-8")
    found = arrival(mine, theirs)
    (said,) = cannot_be_read(found, T)
    assert said.startswith("assessments/2027-01-01.toml: ") and "newer form" in said


def test_nothing_is_taken_over_what_was_changed_here_meanwhile(mine: Session, theirs: Session) -> None:
    theirs.answer("care.backup", 4)
    found = arrival(mine, theirs)
    mine.open("umit")
    mine.answer("care.backup", 2)
    mine.close()
    before = gather(mine.workspace.root / "umit")
    with pytest.raises(UserError, match="meanwhile"):
        take(mine, found, {found.differing[0].key: "theirs"})
    assert gather(mine.workspace.root / "umit") == before


def test_what_another_window_has_open_is_left_alone(mine: Session, theirs: Session) -> None:
    theirs.answer("care.backup", 4)
    found = arrival(mine, theirs)
    chosen: Mapping[str, Choice] = {found.differing[0].key: "theirs"}
    with mine.workspace.open("umit"), pytest.raises(OrganisationLocked):
        take(mine, found, chosen)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_it_is_told_in_every_language(mine: Session, theirs: Session, language: str) -> None:
    theirs.answer("care.backup", 4)
    found = arrival(mine, theirs)
    t = translator(language)
    assert headline(found, t) and facts(found, t) and questions(found, mine.rubric, t)
