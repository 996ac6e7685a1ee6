"""The same organisation from another computer: what differs is seen, and only what is chosen is taken."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from ngo_assist.assessment.model import Answer, Assessment, Profile
from ngo_assist.planning.model import Plan
from ngo_assist.rubric.model import Rubric
from ngo_assist.workspace.bundle import gather
from ngo_assist.workspace.differences import Differences, differences
from ngo_assist.workspace.organisation_folder import OpenOrganisation
from ngo_assist.workspace.received import Received, read_bundle
from ngo_assist.workspace.store import Workspace
from ngo_assist.workspace.take_in import Choices, take_in
from ngo_assist.workspace.without_notes import LEFT_OUT, WITHOUT_NOTES, without_notes
from tests import in_memory
from tests.workspace.conftest import NOW

PRACTICES = ("security.backup", "people.skills")


def page(plan: Plan, assessment: Assessment | None) -> str:
    return f"# {plan.organisation.name}\n"


def uids(name: str = "new") -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"{name}-{next(numbers)}"


def answered(opened: OpenOrganisation, id: str, *levels: int, hours: int = 0) -> Assessment:
    answers = {practice: Answer(level=level) for practice, level in zip(PRACTICES, levels, strict=False)}
    changed = opened.assessment(id).updated_with(answers=answers, updated=NOW + timedelta(hours=hours))
    opened.save_assessment(changed)
    return changed


def planned(opened: OpenOrganisation, rubric: Rubric, id: str, of: str, uid: str) -> Plan:
    levels = dict.fromkeys(PRACTICES, 1)
    plan = in_memory.plan(rubric, in_memory.assessment(rubric, levels))
    plan = plan.updated_with(id=id, uid=uid, assessment=of)
    opened.save_plan(plan, page(plan, None))
    return plan


@pytest.fixture
def here(workspace: Workspace, profile: Profile, rubric: Rubric) -> Workspace:
    with workspace.create(profile) as opened:
        opened.start_assessment(rubric, "quick", "en", NOW)
        answered(opened, "2026-11-23", 1, 2)
        planned(opened, rubric, "2026-11-23", "2026-11-23", "plan-1")
    return workspace


@pytest.fixture
def there(here: Workspace, tmp_path: Path) -> Workspace:
    """The same organisation on another computer, copied there with a stick."""
    other = Workspace(tmp_path / "other", uids("there"))
    (other.root / "umit").mkdir(parents=True)
    for place, content in gather(here.root / "umit").items():
        path = other.root / "umit" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return other


def sent(there: Workspace) -> Received:
    return read_bundle(gather(there.root / "umit"), "umit.zip")


def found(here: Workspace, there: Workspace) -> Differences:
    return differences(here.folder("umit"), sent(there))


def take(here: Workspace, there: Workspace, choices: Choices) -> None:
    with here.open("umit") as opened:
        take_in(sent(there), differences(opened, sent(there)), opened, choices, page, uids())


def test_a_copy_that_nobody_changed_has_nothing_new(here: Workspace, there: Workspace) -> None:
    assert found(here, there).nothing
    before = gather(here.root / "umit")
    take(here, there, Choices())
    assert gather(here.root / "umit") == before


def test_a_new_assessment_with_its_plan_takes_a_place_of_its_own(
    here: Workspace, there: Workspace, rubric: Rubric
) -> None:
    with there.open("umit") as opened:
        opened.start_assessment(rubric, "quick", "en", NOW + timedelta(days=9))
        answered(opened, "2026-12-02", 3, 3)
        planned(opened, rubric, "2026-12-02", "2026-12-02", "plan-2")
    with here.open("umit") as opened:  # on the same day here too
        opened.start_assessment(rubric, "full", "en", NOW + timedelta(days=9))
    seen = found(here, there)
    assert [each.kind for each in seen.assessments] == ["same", "new"]
    assert [each.kind for each in seen.plans] == ["same", "new"]
    assert seen.only_mine == 1
    new = {"2026-12-02": "theirs"}
    take(here, there, Choices(assessments=new, plans=new))  # type: ignore[arg-type]
    folder = here.folder("umit")
    assert [head.id for head in folder.assessments()] == ["2026-11-23", "2026-12-02", "2026-12-02-2"]
    assert folder.assessment("2026-12-02").answers == {}
    assert folder.assessment("2026-12-02-2").answers["people.skills"].level == 3
    assert folder.plan("2026-12-02").assessment == "2026-12-02-2"
    assert found(here, there).nothing


def test_changed_answers_are_named_and_nothing_is_taken_unasked(here: Workspace, there: Workspace) -> None:
    with there.open("umit") as opened:
        answered(opened, "2026-11-23", 4, 2, hours=5)
    (changed,) = found(here, there).assessments
    assert (changed.kind, changed.changed, changed.newer) == ("changed", ("security.backup",), "theirs")
    before = gather(here.root / "umit")
    take(here, there, Choices(assessments={"2026-11-23": "leave"}))
    assert gather(here.root / "umit") == before


def test_theirs_takes_the_place_of_mine(here: Workspace, there: Workspace) -> None:
    with there.open("umit") as opened:
        theirs = answered(opened, "2026-11-23", 4, 2, hours=5)
    take(here, there, Choices(assessments={"2026-11-23": "theirs"}))
    folder = here.folder("umit")
    assert folder.assessment("2026-11-23") == theirs
    assert len(folder.assessments()) == 1
    assert found(here, there).nothing


def test_both_are_kept_and_theirs_has_a_name_of_its_own(here: Workspace, there: Workspace) -> None:
    with there.open("umit") as opened:
        theirs = answered(opened, "2026-11-23", 4, 2, hours=5)
    take(here, there, Choices(assessments={"2026-11-23": "both"}))
    folder = here.folder("umit")
    mine, beside = (folder.assessment(head.id) for head in folder.assessments())
    assert (mine.id, mine.answers["security.backup"].level) == ("2026-11-23", 1)
    assert (beside.id, beside.answers) == ("2026-11-23-2", theirs.answers)
    assert beside.uid not in (mine.uid, theirs.uid)
    # Opened once more, the same file brings nothing.
    assert found(here, there).nothing


def test_a_plan_that_went_on_elsewhere(here: Workspace, there: Workspace) -> None:
    with there.open("umit") as opened:
        plan = opened.plan("2026-11-23")
        done = plan.actions[0].updated_with(status="done")
        opened.save_plan(plan.updated_with(actions=(done, *plan.actions[1:])), "# Done\n")
    (changed,) = found(here, there).plans
    assert changed.kind == "changed" and changed.changed == (done.id,)
    take(here, there, Choices(plans={"2026-11-23": "both"}))
    folder = here.folder("umit")
    assert [folder.plan(id).actions[0].status for id in folder.plans()] == ["todo", "done"]
    assert {folder.plan(id).assessment for id in folder.plans()} == {"2026-11-23"}
    assert found(here, there).nothing


def test_their_plan_takes_the_place_of_mine(here: Workspace, there: Workspace) -> None:
    with there.open("umit") as opened:
        plan = opened.plan("2026-11-23")
        done = plan.actions[0].updated_with(status="done")
        opened.save_plan(plan.updated_with(actions=(done, *plan.actions[1:])), "# Done\n")
    take(here, there, Choices(plans={"2026-11-23": "theirs"}))
    folder = here.folder("umit")
    assert folder.plans() == ("2026-11-23",)
    assert folder.plan("2026-11-23").actions[0].status == "done"


def test_what_a_person_wrote_into_the_page_comes_along(
    here: Workspace, there: Workspace, rubric: Rubric
) -> None:
    with there.open("umit") as opened:
        opened.start_assessment(rubric, "quick", "en", NOW + timedelta(days=9))
        planned(opened, rubric, "2026-12-02", "2026-12-02", "plan-2")
    (there.root / "umit" / "plans" / "2026-12-02" / "plan.md").write_text("my \x1b[31mown", encoding="utf-8")
    take(here, there, Choices(plans={"2026-12-02": "theirs"}))
    folder = here.root / "umit" / "plans" / "2026-12-02"
    assert (folder / "plan.md").read_text(encoding="utf-8") == "# Umit\n"
    assert (folder / "plan-edited.md").read_text(encoding="utf-8") == "my own"


def test_a_plan_without_its_assessment_is_not_given_to_another_one(
    here: Workspace, there: Workspace, rubric: Rubric
) -> None:
    day = NOW + timedelta(days=9)
    with there.open("umit") as opened:
        opened.start_assessment(rubric, "quick", "en", day)
        planned(opened, rubric, "2026-12-02", "2026-12-02", "plan-2")
    with here.open("umit") as opened:
        opened.start_assessment(rubric, "full", "en", day)
    take(here, there, Choices(plans={"2026-12-02": "theirs"}))
    assert here.folder("umit").plan("2026-12-02").assessment == "2026-12-02-2"


def test_the_profile_is_taken_only_when_chosen(here: Workspace, there: Workspace) -> None:
    with there.open("umit") as opened:
        opened.save_organisation(opened.organisation().updated_with(name="Жаңа", paid_staff=5))
    seen = found(here, there)
    assert seen.profile == ("name", "paid_staff")
    take(here, there, Choices())
    assert here.folder("umit").organisation().name == "Үміт"
    take(here, there, Choices(profile="theirs"))
    organisation = here.folder("umit").organisation()
    assert (organisation.name, organisation.paid_staff, organisation.uid) == ("Жаңа", 5, "uid-1")


def test_a_copy_without_notes_that_comes_back_does_not_differ_by_them(
    here: Workspace, there: Workspace
) -> None:
    with here.open("umit") as opened:
        noted = Answer(level=1, note="on a stick", evidence=("photo",))
        reason = Answer(not_applicable="we are two")
        mine = opened.assessment("2026-11-23").updated_with(
            answers={"security.backup": noted, "people.skills": reason}
        )
        opened.save_assessment(mine)
    with there.open("umit") as opened:
        organisation = opened.organisation().updated_with(**{WITHOUT_NOTES: True})
        opened.save_organisation(organisation)
        opened.assessment("2026-11-23")
        opened.save_assessment(without_notes(mine))
        assert opened.assessment("2026-11-23").answers["people.skills"].not_applicable == LEFT_OUT
    assert found(here, there).nothing
    # What has been noted in that copy since is seen.
    with there.open("umit") as opened:
        opened.assessment("2026-11-23")
        opened.save_assessment(
            mine.updated_with(answers={**mine.answers, "security.backup": Answer(level=1, note="new")})
        )
    assert not found(here, there).nothing


def test_an_organisation_that_is_new_here_is_taken_whole(
    here: Workspace, there: Workspace, tmp_path: Path
) -> None:
    with there.open("umit") as opened:
        opened.save_organisation(opened.organisation().updated_with(archived="2026-11-01", colour="blue"))
    third = Workspace(tmp_path / "third", uids())
    assert third.adopt(sent(there), page) == "umit"
    folder = third.folder("umit")
    organisation = folder.organisation()
    assert organisation.uid == "uid-1"
    assert (organisation.model_extra or {}) == {"colour": "blue"}
    assert folder.assessment("2026-11-23") == there.folder("umit").assessment("2026-11-23")
    assert folder.plans() == ("2026-11-23",)
    assert third.adopt(sent(there), page) == "umit-2"


def test_names_in_what_was_sent_never_name_files_here(here: Workspace, tmp_path: Path) -> None:
    bundle = dict(gather(here.root / "umit"))
    assessment = bundle["assessments/2026-11-23.toml"]
    bundle["assessments/CON.toml"] = assessment
    bundle["assessments/Көмек 1.toml"] = assessment
    bundle["assessments/a\x1bb.toml"] = assessment
    third = Workspace(tmp_path / "third", uids())
    received = read_bundle(bundle, "umit.zip")
    third.adopt(received, page)
    names = sorted(path.name for path in (third.root / "umit" / "assessments").iterdir())
    assert names == ["2026-11-23.toml", "con-ngo.toml", "komek-1.toml"]
    assert "cannot be seen" in str(received.unreadable[0].what)
