"""Organisations, their assessments and plans in a workspace."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from ngo_assist.assessment.model import Answer, Profile, Respondent
from ngo_assist.messages import UserError
from ngo_assist.rubric.model import Rubric
from ngo_assist.workspace.organisation_folder import ChangedOnDisk
from ngo_assist.workspace.plan_files import write_plan
from ngo_assist.workspace.store import Workspace, resolve_root
from tests import in_memory
from tests.workspace.conftest import NOW

HOME = Path("/home/a")


@pytest.mark.parametrize(
    ("option", "environ", "root"),
    [
        (None, {}, HOME / "NGO Assist"),
        (None, {"NGO_ASSIST_WORKSPACE": ""}, HOME / "NGO Assist"),
        (None, {"NGO_ASSIST_WORKSPACE": "/mnt/stick"}, Path("/mnt/stick")),
        (None, {"NGO_ASSIST_WORKSPACE": "~/work"}, HOME / "work"),
        (Path("here"), {"NGO_ASSIST_WORKSPACE": "/mnt/stick"}, Path("here")),
        (Path(), {"NGO_ASSIST_WORKSPACE": "/mnt/stick"}, Path()),
    ],
)
def test_the_workspace_is_as_given_else_from_the_environment_else_in_the_home(
    option: Path | None, environ: dict[str, str], root: Path
) -> None:
    assert resolve_root(option, environ, HOME) == root


def test_an_empty_workspace_has_no_organisations_and_is_not_made_by_looking(workspace: Workspace) -> None:
    assert workspace.organisations() == ()
    assert workspace.latest() is None
    assert not workspace.root.exists()


def test_a_new_organisation_is_a_folder_named_after_it(workspace: Workspace, profile: Profile) -> None:
    with workspace.create(profile) as opened:
        assert opened.path == workspace.root / "umit"
        organisation = opened.organisation()
    assert organisation.uid == "uid-1"
    assert organisation.profile() == profile


def test_namesakes_get_folders_of_their_own_on_every_system(workspace: Workspace) -> None:
    (workspace.root / "UMIT").mkdir(parents=True)
    slugs = []
    for name in ("Umit", "Ümit!", "Үміт", "umit 2"):
        with workspace.create(Profile(name=name)) as opened:
            slugs.append(opened.slug)
    assert slugs == ["umit-2", "umit-3", "umit-4", "umit-2-2"]
    assert [listed.name for listed in workspace.organisations()] == ["Umit", "umit 2", "Ümit!", "Үміт"]


def test_a_broken_organisation_is_listed_with_its_error_and_hides_no_other(workspace: Workspace) -> None:
    for name in ("A", "B", "C"):
        workspace.create(Profile(name=name)).close()
    (workspace.root / "b" / "organisation.toml").write_bytes(b"name = ")
    (workspace.root / "d" / "assessments").mkdir(parents=True)
    (workspace.root / "photos").mkdir()
    (workspace.root / "note.txt").write_bytes(b"")
    listed = workspace.organisations()
    assert [(each.name, each.error is None) for each in listed] == [
        ("A", True),
        ("b", False),
        ("C", True),
        ("d", False),
    ]
    assert "organisation.toml" in str(listed[1].error)


def test_an_organisation_is_listed_by_its_name_whatever_else_its_file_holds(workspace: Workspace) -> None:
    for name in ("A", "B"):
        workspace.create(Profile(name=name)).close()
    for slug, lines in (("a", "name = 3"), ("b", 'name = "B"\npaid_staff = -1')):
        path = workspace.root / slug / "organisation.toml"
        text = path.read_text(encoding="utf-8").replace(f'name = "{slug.upper()}"', lines)
        path.write_text(text, encoding="utf-8")
    nameless, wrong = workspace.organisations()
    assert nameless.name == "a" and "name: found 3" in str(nameless.error)
    assert wrong.name == "B" and wrong.error is None
    with workspace.open("b") as opened, pytest.raises(UserError, match="paid_staff"):
        opened.organisation()


def test_an_organisation_that_is_not_there_is_named(workspace: Workspace) -> None:
    for slug in ("umit", "../umit"):
        with pytest.raises(UserError, match="there is no organisation"):
            workspace.open(slug)


def test_an_assessment_is_on_the_disk_as_soon_as_it_starts(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    with workspace.create(profile) as opened:
        started = opened.start_assessment(rubric, "quick", "kk", NOW)
    assert started.id == "2026-11-23"
    assert started.organisation == profile
    assert started.rubric.sha256 == rubric.sha256
    found = workspace.folder("umit")
    assert found.assessment("2026-11-23") == started
    assert [(head.id, head.in_progress) for head in found.assessments()] == [("2026-11-23", True)]
    assert workspace.latest() == ("umit", "2026-11-23")


def test_an_answer_is_on_the_disk_when_saving_returns(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    with workspace.create(profile) as opened:
        started = opened.start_assessment(rubric, "full", "kk", NOW)
        for level in range(3):
            answered = started.updated_with(answers={"security.backup": Answer(level=level)})
            opened.save_assessment(answered)
            assert workspace.folder("umit").assessment(started.id) == answered


def test_assessments_of_one_day_are_numbered_and_sorted_by_number(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    with workspace.create(profile) as opened:
        ids = [opened.start_assessment(rubric, "full", "kk", NOW).id for _ in range(11)]
        ballot = opened.start_assessment(
            rubric, "full", "kk", NOW - timedelta(days=1), kind="ballot", respondent=Respondent(role="leader")
        )
        assert ids[:3] == ["2026-11-23", "2026-11-23-2", "2026-11-23-3"]
        assert [head.id for head in opened.assessments()] == [ballot.id, *ids]
        newest = opened.latest_assessment()
    assert newest is not None and newest.id == "2026-11-23-11"


def test_a_finished_assessment_is_no_longer_in_progress(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    with workspace.create(profile) as opened:
        started = opened.start_assessment(rubric, "full", "kk", NOW)
        opened.save_assessment(started.updated_with(finished=NOW))
        head = opened.latest_assessment()
    assert head is not None and head.finished == NOW and not head.in_progress


def test_a_broken_assessment_is_listed_and_the_newest_readable_one_is_the_latest(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    with workspace.create(profile) as opened:
        opened.start_assessment(rubric, "full", "kk", NOW)
        broken = opened.assessment_path("2026-11-24")
        broken.write_bytes(b'schema = "ngo-assist/assessment@9"\n[answers]')
        heads = opened.assessments()
        newest = opened.latest_assessment()
    assert [head.error is None for head in heads] == [True, False]
    assert newest is not None and newest.id == "2026-11-23"


def test_what_a_list_shows_is_read_from_files_of_any_order(workspace: Workspace, profile: Profile) -> None:
    with workspace.create(profile) as opened:
        path = opened.assessment_path("by-hand")
        path.parent.mkdir()
        path.write_text(
            'note = """\n[not a table]\n"""\nschema = "ngo-assist/assessment@1"\nfinished = 2026-11-23\n',
            encoding="utf-8",
        )
        (head,) = opened.assessments()
    assert head.error is None
    assert head.finished is not None and head.finished.tzinfo is not None


def test_a_copied_file_is_saved_under_the_name_it_has_now(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    with workspace.create(profile) as opened:
        started = opened.start_assessment(rubric, "full", "kk", NOW)
        content = opened.assessment_path(started.id).read_bytes()
        opened.assessment_path("copy").write_bytes(content)
        copied = opened.assessment("copy")
        opened.save_assessment(copied.updated_with(language="ru"))
        assert opened.assessment_path(started.id).read_bytes() == content
        assert opened.assessment("copy").language == "ru"


@pytest.mark.parametrize("id", ["../organisation", "", ".hidden", "a/b", "a\\b"])
def test_no_id_leads_out_of_the_folder(workspace: Workspace, profile: Profile, id: str) -> None:
    with workspace.create(profile) as opened, pytest.raises(ValueError, match="not the name of a file"):
        opened.assessment(id)


def test_a_file_changed_by_another_program_is_not_overwritten_and_both_can_be_kept(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    with workspace.create(profile) as opened:
        mine = opened.start_assessment(rubric, "full", "kk", NOW)
        path = opened.assessment_path(mine.id)
        before = path.stat()
        theirs = path.read_bytes().replace(b'"kk"', b'"ru"')
        path.write_bytes(theirs)
        # Same size, same times: only the content tells.
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        answered = mine.updated_with(answers={"security.backup": Answer(level=1)})
        with pytest.raises(ChangedOnDisk):
            opened.save_assessment(answered)
        assert path.read_bytes() == theirs
        kept = opened.keep_both(answered)
        assert kept.id == "2026-11-23-2"
        assert kept.uid != mine.uid
        opened.save_assessment(kept.updated_with(language="en"))
        assert opened.assessment(kept.id).answers == answered.answers
        assert path.read_bytes() == theirs


def test_a_file_never_read_here_is_not_overwritten(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    with workspace.create(profile) as opened:
        started = opened.start_assessment(rubric, "full", "kk", NOW)
    with workspace.open("umit") as again:
        with pytest.raises(ChangedOnDisk):
            again.save_assessment(started)
        again.assessment(started.id)
        again.save_assessment(started)


def test_a_file_deleted_meanwhile_is_made_again(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    with workspace.create(profile) as opened:
        started = opened.start_assessment(rubric, "full", "kk", NOW)
        opened.assessment_path(started.id).unlink()
        opened.save_assessment(started)
        assert opened.assessment(started.id) == started


def test_the_organisation_can_be_changed_and_its_past_assessments_stay(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    with workspace.create(profile) as opened:
        started = opened.start_assessment(rubric, "full", "kk", NOW)
        opened.save_organisation(opened.organisation().updated_with(name="Жаңа Үміт"))
        assert opened.organisation().name == "Жаңа Үміт"
        assert opened.assessment(started.id).organisation.name == "Үміт"
    assert [each.name for each in workspace.organisations()] == ["Жаңа Үміт"]


def test_leftovers_of_a_killed_program_are_gone_once_the_organisation_is_opened(
    workspace: Workspace, profile: Profile
) -> None:
    with workspace.create(profile) as opened:
        leftover = opened.path / "assessments" / ".a.toml.0123abcd.tmp"
        leftover.parent.mkdir()
        leftover.write_bytes(b"half")
    with workspace.open("umit") as again:
        assert again.assessments() == ()
        assert not leftover.exists()


def test_a_plan_is_saved_with_its_markdown_and_found_again(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    assessed = in_memory.assessment(rubric, {"security.backup": 1})
    with workspace.create(profile) as opened:
        ids = []
        for _ in range(2):
            plan = in_memory.plan(rubric, assessed, id=opened.new_plan_id(NOW))
            folder = opened.save_plan(plan, f"# Plan {plan.id}\n")
            assert (folder / "plan.md").read_text(encoding="utf-8") == f"# Plan {plan.id}\n"
            ids.append(plan.id)
        assert opened.plans() == ("2026-11-23", "2026-11-23-2") == tuple(ids)
        found = opened.plan("2026-11-23-2")
        assert found.actions == plan.actions
        opened.save_plan(found.updated_with(language="kk"), "# Жоспар\n")
        assert opened.plan("2026-11-23-2").language == "kk"
        assert {path.name for path in folder.iterdir()} == {"plan.toml", "plan.md"}


def test_edits_that_a_person_made_in_the_markdown_are_kept_beside_the_new_one(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    plan = in_memory.plan(rubric, in_memory.assessment(rubric, {"security.backup": 1}))
    with workspace.create(profile) as opened:
        folder = opened.save_plan(plan, "# Plan\n")
    (folder / "plan.md").write_text("# Our plan\n", encoding="utf-8")
    with workspace.open("umit") as again:
        found = again.plan(plan.id)
        for text in ("# Plan, second\n", "# Plan, third\n"):
            again.save_plan(found, text)
    assert (folder / "plan.md").read_text(encoding="utf-8") == "# Plan, third\n"
    assert (folder / "plan-edited.md").read_text(encoding="utf-8") == "# Our plan\n"
    assert {path.name for path in folder.iterdir()} == {"plan.toml", "plan.md", "plan-edited.md"}


def test_a_plan_changed_by_another_program_is_not_overwritten(
    workspace: Workspace, profile: Profile, rubric: Rubric
) -> None:
    plan = in_memory.plan(rubric, in_memory.assessment(rubric, {"security.backup": 1}))
    with workspace.create(profile) as opened:
        folder = opened.save_plan(plan, "# Plan\n")
        theirs = (folder / "plan.toml").read_bytes() + b"\n[theirs]\n"
        (folder / "plan.toml").write_bytes(theirs)
        with pytest.raises(ChangedOnDisk):
            opened.save_plan(plan, "# Mine\n")
        assert (folder / "plan.toml").read_bytes() == theirs
        assert (folder / "plan.md").read_text(encoding="utf-8") == "# Plan\n"


def test_a_plan_goes_into_any_folder_and_an_existing_one_is_replaced_only_by_force(
    tmp_path: Path, rubric: Rubric
) -> None:
    plan = in_memory.plan(rubric, in_memory.assessment(rubric, {"security.backup": 1}))
    folder = tmp_path / "new" / "out"
    write_plan(folder, plan, "# One\n")
    with pytest.raises(UserError, match="--force"):
        write_plan(folder, plan, "# Two\n")
    assert (folder / "plan.md").read_text(encoding="utf-8") == "# One\n"
    write_plan(folder, plan, "# Two\n", force=True)
    assert (folder / "plan.md").read_text(encoding="utf-8") == "# Two\n"
    assert {path.name for path in folder.iterdir()} == {"plan.toml", "plan.md"}


def test_a_markdown_file_that_someone_left_there_is_not_overwritten(tmp_path: Path, rubric: Rubric) -> None:
    plan = in_memory.plan(rubric, in_memory.assessment(rubric, {"security.backup": 1}))
    (tmp_path / "plan.md").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="already"):
        write_plan(tmp_path, plan, "# One\n")
    assert {path.name for path in tmp_path.iterdir()} == {"plan.md"}
