"""Where a model is chosen for a plan: its verdict, what stands against it, and the way to all models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, OptionList

from ngo_assist.application import model_rows
from ngo_assist.application.models import Models
from ngo_assist.application.session import Session
from ngo_assist.drafting.drafter import Examined
from ngo_assist.llm import catalogue
from ngo_assist.llm.catalogue import ModelFile
from ngo_assist.llm.servers import ServedModel
from ngo_assist.messages import UserError, msg
from ngo_assist.tui.screens.confirm import ConfirmScreen
from ngo_assist.tui.screens.drafting import DraftingScreen
from ngo_assist.tui.screens.model import ModelScreen
from ngo_assist.tui.screens.models import ModelsScreen

from .model_shelf import FREE_DISK, Shelf, on, own
from .planned import SMALL, session
from .planned import shown as open_at
from .scripted import MODEL, ScriptedWriter, models
from .test_models import app_of, looked, seen, told
from .waiting import until, until_screen

FAR = ServedModel(
    "server:far", Path(), "far (http://10.0.0.7:8080)", address="http://10.0.0.7:8080", elsewhere=True
)
GOOD = ModelFile("good", Path("good.gguf"), "Good", "Apache-2.0", ("en", "kk"))


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(catalogue, "starter", lambda: None)
    monkeypatch.setattr(model_rows, "disk_room", lambda folder: FREE_DISK)
    yield


def planned(folder: Path, source: Models, language: str = "en") -> Session:
    made = session(folder / "workspace", plan=True, language=language)
    made.plans.models = source
    return made


async def there(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def verdicts(**by_name: Examined) -> Models:
    source = models(ScriptedWriter(), GOOD, MODEL)
    source.verdict = lambda model, language: by_name.get(model.name, "none")
    return source


async def test_each_model_says_whether_it_has_passed_in_the_plans_language(tmp_path: Path) -> None:
    async with open_at(planned(tmp_path, verdicts(good="pass", tiny="fail")), "model") as pilot:
        await there(pilot)
        said = seen(pilot)
        assert "✓ has passed its examination in English" in said
        assert "! It has not passed its examination in English: read every text before you send" in said


async def test_a_broken_file_says_so_in_the_list_and_is_not_begun_with(tmp_path: Path) -> None:
    source = models(ScriptedWriter())

    def fits(model: ModelFile, n_ctx: int) -> bool:
        raise UserError(msg("the file ends early"))

    source.fits = fits
    made = planned(tmp_path, source)
    async with open_at(made, "model") as pilot:
        await there(pilot)
        await until(pilot, lambda: "! It cannot be used: the file ends early" in seen(pilot))
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ModelScreen)
        assert made.plans.drafting is None


async def test_what_leaves_the_computer_needs_a_yes_each_time(tmp_path: Path) -> None:
    made = planned(tmp_path, models(ScriptedWriter(), FAR))
    async with open_at(made, "model") as pilot:
        await there(pilot)
        assert "leave this computer" in seen(pilot)
        await pilot.press("down", "enter")
        await until_screen(pilot, ConfirmScreen)
        await pilot.press("enter")  # the cursor is on "Not now"
        await until_screen(pilot, ModelScreen)
        assert made.plans.drafting is None
        await there(pilot)
        await pilot.press("enter")
        await until_screen(pilot, ConfirmScreen)
        await pilot.click("#yes")
        await until_screen(pilot, DraftingScreen)
        assert made.plans.drafting is not None


async def test_all_models_are_a_button_away_and_what_has_changed_there_is_seen_on_the_way_back(
    tmp_path: Path,
) -> None:
    found: list[ModelFile] = []
    source = Models(
        here=lambda: list(found), fits=lambda model, n: True, verdict=lambda model, language: "none"
    )
    shelf = Shelf(tmp_path)
    async with open_at(planned(tmp_path, source), "model") as pilot:
        await there(pilot)
        on(app_of(pilot), shelf)
        await pilot.click("#to-models")
        await until_screen(pilot, ModelsScreen)
        await looked(pilot, app_of(pilot))
        found.append(GOOD)
        await pilot.press("escape")
        await until_screen(pilot, ModelScreen)
        await until(pilot, lambda: "Good" in seen(pilot))


async def test_no_model_writes_while_one_is_examined(tmp_path: Path) -> None:
    made, shelf = planned(tmp_path, models(ScriptedWriter())), Shelf(tmp_path)
    hanging = ScriptedWriter(at=0, then="hang")
    shelf.writer = lambda: hanging
    model = shelf.put("own", own())
    async with open_at(made, "model") as pilot:
        await there(pilot)
        on(app_of(pilot), shelf)
        app_of(pilot).model_tasks.examine(model, ("en",))
        await until(pilot, hanging.hanging.is_set)
        await pilot.press("down", "enter")
        await until(pilot, lambda: told(pilot).startswith("A model is being examined"))
        assert made.plans.drafting is None
        examining = app_of(pilot).model_tasks.care.examining
        assert examining is not None
        examining.stop()
        await until(pilot, lambda: examining.ended)


async def test_no_model_is_examined_while_one_writes(tmp_path: Path) -> None:
    writer = ScriptedWriter(at=0, then="hang")
    made, shelf = planned(tmp_path, models(writer)), Shelf(tmp_path)
    model = shelf.put("own", own())
    async with open_at(made, "model") as pilot:
        await there(pilot)
        on(app_of(pilot), shelf)
        await pilot.press("down", "enter")
        await until(pilot, writer.hanging.is_set)
        with pytest.raises(UserError, match="writing a plan now"):
            app_of(pilot).model_tasks.examine(model, ("en",))
        with pytest.raises(UserError, match="writing a plan now"):
            app_of(pilot).model_tasks.must_not_be_at_work(MODEL.name)
        await pilot.press("escape")
        await until(pilot, lambda: not made.plans.is_drafting)


@pytest.mark.parametrize("size", [(60, 20), SMALL])
@pytest.mark.parametrize("language", ["en", "kk"])
async def test_many_models_leave_the_buttons_in_sight(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    many = [ModelFile(f"m{n}", Path(f"m{n}.gguf"), f"Model {n}", "MIT", ("en", "ru", "kk")) for n in range(9)]
    made = planned(tmp_path, models(ScriptedWriter(), *many), language)
    async with open_at(made, "model", size=size) as pilot:
        await there(pilot)
        rows = pilot.app.screen.query_one(OptionList)
        assert rows.max_scroll_y > 0
        for button in pilot.app.screen.query(Button):
            assert pilot.app.screen.find_widget(button).visible_region == button.region
        await pilot.press("end")
        await pilot.pause()
        assert rows.scroll_y == rows.max_scroll_y
