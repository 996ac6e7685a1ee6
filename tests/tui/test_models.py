"""The screen of the models and the page of one: what is here, what is known, what an examination found."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Button

from ngo_assist.application import model_rows
from ngo_assist.application.model_care import Served
from ngo_assist.llm import catalogue
from ngo_assist.llm.servers import ServedModel
from ngo_assist.messages import UserError, msg
from ngo_assist.tui.app import NgoAssistApp
from ngo_assist.tui.screens.confirm import ConfirmScreen
from ngo_assist.tui.screens.help import HelpScreen
from ngo_assist.tui.screens.home import HomeScreen
from ngo_assist.tui.screens.model_file import ModelFileScreen
from ngo_assist.tui.screens.model_page import ModelPageScreen
from ngo_assist.tui.screens.models import ModelsScreen
from ngo_assist.tui.screens.things_to_do import ThingsToDoScreen
from ngo_assist.tui.widgets.keys_line import KeysLine, flow, hints
from ngo_assist.tui.widgets.line_list import LineList
from ngo_assist.tui.widgets.notice import Notice
from tests.llm.small_model import CONTENT, ENTRY, catalogue_with

from .conftest import Computer, settle, shown
from .model_shelf import FAILED, FREE_DISK, PASSED, Shelf, dying, on, own, perfect_on
from .scripted import ScriptedWriter
from .test_translated import WHOLE, english
from .waiting import until, until_screen

SERVED = ServedModel("server:kind", Path(), "Kind (http://127.0.0.1:8080)", address="http://127.0.0.1:8080")
FAR = ServedModel(
    "server:far", Path(), "far (http://10.0.0.7:8080)", address="http://10.0.0.7:8080", elsewhere=True
)


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No starter model, a disk of a known size, and a small model in the catalogue."""
    monkeypatch.setattr(catalogue, "starter", lambda: None)
    monkeypatch.setattr(model_rows, "disk_room", lambda folder: FREE_DISK)
    with catalogue_with(ENTRY, monkeypatch):
        yield


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


@asynccontextmanager
async def models(
    computer: Computer, shelf: Shelf, language: str = "en", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    """Open the models from the menu of home."""
    app = on(computer.app(language), shelf)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await app.action_models()
        await until_screen(pilot, ModelsScreen)
        await looked(pilot, app)
        yield pilot


async def looked(pilot: Pilot[None], app: NgoAssistApp) -> None:
    care = app.model_tasks.care
    await until(pilot, lambda: care.look is not None and care.served is not None)
    await pilot.pause()
    await pilot.pause()


def app_of(pilot: Pilot[None]) -> NgoAssistApp:
    assert isinstance(pilot.app, NgoAssistApp)
    return pilot.app


def seen(pilot: Pilot[None]) -> str:
    return " ".join(shown(app_of(pilot)).split())


def told(pilot: Pilot[None]) -> str:
    notice = pilot.app.screen.query_one(Notice)
    return " ".join(str(notice.render()).split()) if notice.shown else ""


async def open_model(pilot: Pilot[None], name: str) -> None:
    pilot.app.screen.query_one(LineList).go_to(name)
    await pilot.press("enter")
    await until_screen(pilot, ModelPageScreen)
    await pilot.pause()


# What is here and what is known


async def test_the_menu_of_any_screen_leads_there_and_escape_back(computer: Computer, shelf: Shelf) -> None:
    app = on(computer.app(), shelf)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f10", *"models", "enter")
        await until_screen(pilot, ModelsScreen)
        await looked(pilot, app)
        await pilot.press("escape")
        await until_screen(pilot, HomeScreen)


async def test_a_line_says_size_languages_memory_and_the_verdict_in_words(
    computer: Computer, shelf: Shelf
) -> None:
    shelf.put("small", en=PASSED, ru=FAILED, kk=FAILED)
    shelf.put("own", own())
    async with models(computer, shelf, size=(120, 36)) as pilot:
        said = seen(pilot)
        assert "2 MB · writes English · fits into memory now" in said
        assert "✓ examination passed in English" in said
        assert "✗ examination not passed in Russian and Kazakh" in said
        assert "· not examined yet" in said
        assert "Free memory now: 3000 MB · Free on the disk: 50000 MB" in said


async def test_what_is_known_says_its_size_licence_and_that_it_is_not_verified(
    computer: Computer, shelf: Shelf
) -> None:
    async with models(computer, shelf, size=(120, 36)) as pilot:
        said = seen(pilot)
        assert "There is no model on this computer. The plan does not need one." in said
        assert "Qwen3 0.6B Q8_0 639 MB · Apache-2.0 · writes English, Russian, and Kazakh" in said
        assert "ask for its licence" in said
        assert "facts not verified" in said
        assert "! memory: needs 3236 MB, more than is free now" in said


async def test_a_page_gives_the_reasons_of_each_verdict_and_how_long_a_plan_takes(
    computer: Computer, shelf: Shelf
) -> None:
    shelf.put("small", en=PASSED, kk=FAILED)
    async with models(computer, shelf, size=(120, 36)) as pilot:
        await open_model(pilot, "small")
        said = seen(pilot)
        assert "✓ English: passed. It may write plans in this language." in said
        assert "29 of 33 texts are right" in said
        assert "3 texts: something said that is not in the brief" in said
        assert "a plan of 12 actions takes about 80 seconds on this computer" in said
        assert "✗ Kazakh: not passed. Use the rubric's words in this language." in said
        assert "Russian: it does not write this language." in said


async def test_a_long_page_is_read_on_by_keys_and_its_buttons_stay_in_sight(
    computer: Computer, shelf: Shelf
) -> None:
    shelf.put("small", en=PASSED, ru=FAILED, kk=FAILED)
    async with models(computer, shelf, size=(60, 20)) as pilot:
        await open_model(pilot, "small")
        page = pilot.app.screen.query_one("#page")
        assert page.max_scroll_y > 0
        await pilot.press("end")
        assert page.scroll_y == page.max_scroll_y
        await pilot.press("home", "down", "pagedown")
        assert page.scroll_y > 0
        in_sight(pilot, (60, 20))


async def test_a_file_that_is_no_model_says_why_and_can_only_be_removed(
    computer: Computer, shelf: Shelf
) -> None:
    shelf.put("broken", b"not a model at all")
    async with models(computer, shelf) as pilot:
        assert "! cannot be used: " in seen(pilot)
        await open_model(pilot, "broken")
        assert buttons(pilot) == ["remove"]


async def test_a_model_of_another_program_is_shown_and_warned_of_where_it_is_elsewhere(
    computer: Computer, shelf: Shelf
) -> None:
    shelf.served = Served((SERVED, FAR))
    async with models(computer, shelf, size=(120, 36)) as pilot:
        said = seen(pilot)
        assert "In another program that runs now" in said
        assert "Kind (http://127.0.0.1:8080)" in said
        assert "far (http://10.0.0.7:8080) ! " in said and "leave this computer" in said
        await open_model(pilot, "server:far")
        assert "leave this computer" in seen(pilot)
        assert buttons(pilot) == ["examine"]


async def test_a_server_that_cannot_be_asked_is_told_in_the_list(computer: Computer, shelf: Shelf) -> None:
    shelf.served = Served(
        error=UserError(msg("the server cannot be asked ({reason})", reason="no"), "http://x")
    )
    async with models(computer, shelf) as pilot:
        assert "! the server cannot be asked (no)" in seen(pilot)


def buttons(pilot: Pilot[None]) -> list[str]:
    return [
        each.id or ""
        for each in pilot.app.screen.query(Button)
        if each.display and each.region.height and not (each.id or "").startswith("stop")
    ]


# Downloading


async def test_the_network_is_used_only_after_a_yes_that_says_so(computer: Computer, shelf: Shelf) -> None:
    async with models(computer, shelf) as pilot:
        await open_model(pilot, "small")
        assert "not verified against the source" in seen(pilot)
        await pilot.press("enter")
        await until_screen(pilot, ConfirmScreen)
        said = seen(pilot)
        assert "Download Small Q4?" in said
        assert "This uses the network: 2 MB from hub.example, which sees this computer's address." in said
        await pilot.press("enter")  # the cursor is on "Not now"
        await until_screen(pilot, ModelPageScreen)
        assert not app_of(pilot).model_tasks.care.bringing
        await pilot.press("enter")
        await until_screen(pilot, ConfirmScreen)
        await pilot.click("#yes")
        await until(pilot, lambda: (shelf.places.models / "small.gguf").is_file())
        await until(pilot, lambda: "Small Q4 is on this computer now." in told(pilot))
        assert "Its checksum is that of Small Q4." in told(pilot)
        assert buttons(pilot) == ["examine", "remove"]


async def test_what_is_under_way_goes_on_elsewhere_and_its_end_is_told_there(
    computer: Computer, shelf: Shelf
) -> None:
    shelf.script.holds = True
    async with models(computer, shelf) as pilot:
        await open_model(pilot, "small")
        await download(pilot)
        await until(pilot, lambda: "Downloading Small Q4" in seen(pilot))
        assert "50%" in seen(pilot) and "1 MB of 2 MB" in seen(pilot)
        await pilot.press("escape")
        await until_screen(pilot, ModelsScreen)
        await until(pilot, lambda: "↓ on its way: 50%" in seen(pilot))
        await pilot.press("escape")
        await until_screen(pilot, HomeScreen)
        shelf.script.go_on.set()
        await until(pilot, lambda: "Small Q4 is on this computer now." in told(pilot))
        assert isinstance(pilot.app.screen, HomeScreen)


async def download(pilot: Pilot[None]) -> None:
    await pilot.press("enter")
    await until_screen(pilot, ConfirmScreen)
    await pilot.click("#yes")
    await until_screen(pilot, ModelPageScreen)


async def test_it_is_stopped_by_its_button_and_what_has_come_is_told(
    computer: Computer, shelf: Shelf
) -> None:
    shelf.script.holds = True
    async with models(computer, shelf) as pilot:
        await open_model(pilot, "small")
        await download(pilot)
        await until(pilot, lambda: "Downloading Small Q4" in seen(pilot))
        await pilot.pause()
        await pilot.click("#stop-bringing")
        await until(pilot, lambda: "Stopped. 1 MB of 2 MB are here and are kept" in told(pilot))
        assert "Downloading" not in seen(pilot)
        assert pilot.app.screen.query_one("#get").has_focus


async def test_an_error_is_told_calmly_with_what_to_do_on_a_screen(computer: Computer, shelf: Shelf) -> None:
    shelf.script.fails = UserError(
        msg("there is no connection to the hub: {reason}", reason="no route"),
        "hub.example",
        msg("Without a connection: bring the file on a USB stick, and type: {command}", command="x"),
    )
    async with models(computer, shelf) as pilot:
        await open_model(pilot, "small")
        await download(pilot)
        await until(pilot, lambda: "There is no connection to the hub: no route" in told(pilot))
        assert "bring the file on a USB stick, and choose “Add a file…”" in told(pilot)
        assert "type:" not in told(pilot)


async def test_only_one_model_comes_at_a_time(computer: Computer, shelf: Shelf) -> None:
    shelf.script.holds = True
    async with models(computer, shelf) as pilot:
        await open_model(pilot, "small")
        await download(pilot)
        await pilot.press("escape")
        await until_screen(pilot, ModelsScreen)
        await open_model(pilot, "qwen3-0.6b")
        await pilot.press("enter")
        await until(
            pilot, lambda: told(pilot) == "Another model is on its way. Wait for it, or stop it first."
        )
        shelf.script.go_on.set()
        await until(pilot, lambda: not app_of(pilot).model_tasks.care.is_bringing)


async def test_leaving_the_program_stops_it_at_once(computer: Computer, shelf: Shelf) -> None:
    shelf.script.holds = True
    async with models(computer, shelf) as pilot:
        await open_model(pilot, "small")
        await download(pilot)
        run = app_of(pilot).model_tasks.care.bringing
        await app_of(pilot).action_leave()
    assert run is not None and run.ended and run.here is None
    assert not (shelf.places.models / "small.gguf").exists()


# From a stick


async def test_a_file_from_a_stick_is_asked_for_copied_and_found_in_the_list(
    computer: Computer, shelf: Shelf
) -> None:
    path = shelf.on_stick("from-a-friend.gguf")
    async with models(computer, shelf) as pilot:
        await pilot.press("f5")
        await until_screen(pilot, ModelFileScreen)
        pilot.app.screen.query_one("#path").focus()
        pilot.app.screen.query_one("#path").value = f"'{path}'"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until_screen(pilot, ConfirmScreen)
        assert "Copy from-a-friend to this computer?" in seen(pilot)
        await pilot.click("#yes")
        await until_screen(pilot, ModelsScreen)
        await until(pilot, lambda: "Its checksum is that of Small Q4." in told(pilot))
        assert (shelf.places.models / "from-a-friend.gguf").read_bytes() == CONTENT
        await until(pilot, lambda: pilot.app.screen.query_one(LineList).cursor == "from-a-friend")


async def test_only_folders_and_models_are_shown_and_folders_lead_on(
    computer: Computer, shelf: Shelf
) -> None:
    folder = shelf.stick / "models"
    folder.mkdir()
    (folder / "big.gguf").write_bytes(own())
    (shelf.stick / "letter.docx").write_bytes(b"")
    (shelf.stick / "old.zip").write_bytes(b"")
    async with models(computer, shelf) as pilot:
        await pilot.click("#add")
        await until_screen(pilot, ModelFileScreen)
        pilot.app.screen.query_one("#path").focus()
        pilot.app.screen.query_one("#path").value = str(shelf.stick)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: "▸ models" in seen(pilot))
        assert "letter" not in seen(pilot) and "old.zip" not in seen(pilot)
        pilot.app.screen.query_one("#places").focus()
        await pilot.press("down", "enter")
        await until(pilot, lambda: "big.gguf" in seen(pilot))
        await pilot.press("down", "enter")
        await until_screen(pilot, ConfirmScreen)
        await pilot.press("escape")
        await until_screen(pilot, ModelFileScreen)
        await pilot.press("escape")
        await until(pilot, lambda: "▸ models" in seen(pilot))


async def test_a_file_that_is_no_model_is_refused_before_anything_is_copied(
    computer: Computer, shelf: Shelf
) -> None:
    path = shelf.on_stick("letter.gguf", b"Dear friends")
    async with models(computer, shelf) as pilot:
        await pilot.press("f5")
        await until_screen(pilot, ModelFileScreen)
        pilot.app.screen.query_one("#path").focus()
        pilot.app.screen.query_one("#path").value = str(path)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: str(path) in told(pilot).replace(" ", ""))
        assert isinstance(pilot.app.screen, ModelFileScreen)


async def test_the_same_name_twice_says_what_to_do_here(computer: Computer, shelf: Shelf) -> None:
    shelf.put("own", own())
    path = shelf.on_stick("own.gguf", own("another"))
    async with models(computer, shelf) as pilot:
        await pilot.press("f5")
        await until_screen(pilot, ModelFileScreen)
        pilot.app.screen.query_one("#path").focus()
        pilot.app.screen.query_one("#path").value = str(path)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: "Remove that one first, or give the file another name." in told(pilot))


async def test_a_copy_that_broke_off_is_in_the_list_with_a_way_to_go_on(
    computer: Computer, shelf: Shelf
) -> None:
    shelf.places.models.mkdir(parents=True)
    (shelf.places.models / ".half.gguf.part").write_bytes(bytes(5_000_000))
    async with models(computer, shelf) as pilot:
        assert "Not finished: 5 MB are here" in seen(pilot)
        await open_model(pilot, "half")
        assert buttons(pilot) == ["add", "remove"]


# Examining


async def test_an_examination_begins_with_the_language_and_ends_with_the_verdict(
    computer: Computer, shelf: Shelf
) -> None:
    model = shelf.put("own", own())
    shelf.writer = lambda: perfect_on(model)
    async with models(computer, shelf) as pilot:
        await open_model(pilot, "own")
        await pilot.press("enter")
        await until_screen(pilot, ThingsToDoScreen)
        assert "All of them, one after the other" in seen(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: told(pilot) == "own was examined. English: passed.")
        await until(pilot, lambda: "✓ English: passed." in seen(pilot))
        assert "Russian: not examined." in seen(pilot)
        await pilot.press("escape", "escape")
        await until_screen(pilot, ModelsScreen)
        assert "✓ examination passed in English" in seen(pilot)


async def test_the_readers_language_stands_first_and_those_it_cannot_write_are_left_out(
    computer: Computer, shelf: Shelf
) -> None:
    shelf.put("own", own())
    shelf.put("small", en=FAILED)
    async with models(computer, shelf, "kk") as pilot:
        await open_model(pilot, "own")
        await pilot.press("enter")
        await until_screen(pilot, ThingsToDoScreen)
        assert choices(pilot) == ["kk", "en", "ru", "all"]
        await pilot.press("escape")
        await until_screen(pilot, ModelPageScreen)
        await pilot.press("escape")
        await until_screen(pilot, ModelsScreen)
        await open_model(pilot, "small")
        await pilot.press("enter")
        await until_screen(pilot, ThingsToDoScreen)
        assert choices(pilot) == ["en"]


def choices(pilot: Pilot[None]) -> list[str | None]:
    return [option.id for option in pilot.app.screen.query_one("#things").options]  # type: ignore[attr-defined]


async def test_an_examination_goes_on_elsewhere_and_its_button_stops_it(
    computer: Computer, shelf: Shelf
) -> None:
    shelf.put("own", own())
    hanging = ScriptedWriter(at=0, then="hang")
    shelf.writer = lambda: hanging
    async with models(computer, shelf) as pilot:
        await open_model(pilot, "own")
        await pilot.press("enter")
        await until_screen(pilot, ThingsToDoScreen)
        await pilot.press("enter")
        await until(pilot, hanging.hanging.is_set)
        await until(pilot, lambda: "English: 0 of at most 33 texts" in seen(pilot))
        assert buttons(pilot) == []
        await pilot.press("escape")
        await until_screen(pilot, ModelsScreen)
        await until(pilot, lambda: "▸ being examined: 0%" in seen(pilot))
        await pilot.click("#stop-examining")
        await until(pilot, lambda: told(pilot).startswith("Stopped. No language was examined to the end"))
        assert hanging.closed
        assert pilot.app.screen.query_one(LineList).has_focus


async def test_a_model_that_dies_is_told_plainly(computer: Computer, shelf: Shelf) -> None:
    shelf.put("own", own())
    shelf.writer = dying
    async with models(computer, shelf) as pilot:
        await open_model(pilot, "own")
        await pilot.press("enter")
        await until_screen(pilot, ThingsToDoScreen)
        await pilot.press("enter")
        await until(pilot, lambda: told(pilot).startswith("The model stopped working."))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda shelf: setattr(shelf, "engines", []), "No engine that could run a model is installed."),
        (lambda shelf: setattr(shelf, "memory", 1000), "There is not enough free memory for this model."),
    ],
    ids=["no engine", "no memory"],
)
async def test_what_cannot_run_is_told_before_a_language_is_asked_for(
    computer: Computer, shelf: Shelf, change: Callable[[Shelf], None], said: str
) -> None:
    shelf.put("own", own())
    change(shelf)
    async with models(computer, shelf) as pilot:
        await open_model(pilot, "own")
        await pilot.press("enter")
        await until(pilot, lambda: told(pilot).startswith(said))
        assert isinstance(pilot.app.screen, ModelPageScreen)


async def test_what_was_found_of_a_served_model_holds_until_the_program_ends(
    computer: Computer, shelf: Shelf
) -> None:
    shelf.served = Served((SERVED,))
    async with models(computer, shelf) as pilot:
        await open_model(pilot, "server:kind")
        await pilot.press("enter")
        await until_screen(pilot, ThingsToDoScreen)
        await pilot.press("enter")
        await until(pilot, lambda: "✓ English: passed." in seen(pilot))
        assert "holds until you leave the program" in seen(pilot)


# Removing


async def test_removing_asks_and_the_cursor_is_on_keeping(computer: Computer, shelf: Shelf) -> None:
    model = shelf.put("own", own())
    async with models(computer, shelf) as pilot:
        await open_model(pilot, "own")
        await pilot.press("tab", "enter")
        await until_screen(pilot, ConfirmScreen)
        assert "Remove own?" in seen(pilot)
        await pilot.press("enter")
        await until_screen(pilot, ModelPageScreen)
        assert model.path.exists()
        await pilot.click("#remove")
        await until_screen(pilot, ConfirmScreen)
        await pilot.click("#yes")
        await until_screen(pilot, ModelsScreen)
        await until(pilot, lambda: told(pilot) == "Removed: own")
        assert not model.path.exists()
        assert "There is no model on this computer." in seen(pilot)


async def test_a_model_that_is_examined_is_not_removed(computer: Computer, shelf: Shelf) -> None:
    model = shelf.put("own", own())
    hanging = ScriptedWriter(at=0, then="hang")
    shelf.writer = lambda: hanging
    async with models(computer, shelf) as pilot:
        await open_model(pilot, "own")
        await pilot.click("#remove")
        await until_screen(pilot, ConfirmScreen)
        app_of(pilot).model_tasks.examine(model, ("en",))
        await until(pilot, hanging.hanging.is_set)
        await pilot.click("#yes")
        await until(pilot, lambda: told(pilot) == "A model is being examined. Wait for it, or stop it first.")
        assert model.path.exists()
        app_of(pilot).model_tasks.care.examining.stop()  # type: ignore[union-attr]
        await until(pilot, lambda: not app_of(pilot).model_tasks.care.is_examining)


# Every window and language


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36)], ids=["60x20", "80x24", "120x36"])
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_every_button_and_key_is_in_sight_also_while_both_kinds_of_work_are_under_way(
    computer: Computer, shelf: Shelf, language: str, size: tuple[int, int]
) -> None:
    model = shelf.put("own", own())
    shelf.put("small", CONTENT[:-1] + b"x")
    shelf.script.holds = True
    hanging = ScriptedWriter(at=0, then="hang")
    shelf.writer = lambda: hanging
    async with models(computer, shelf, language, size) as pilot:
        app = app_of(pilot)
        in_sight(pilot, size)
        tasks = app.model_tasks
        tasks.examine(model, ("en", "ru"))
        tasks.bring(tasks.care.coming_by_name("qwen3-1.7b"))
        await until(pilot, hanging.hanging.is_set)
        await until(pilot, lambda: tasks.care.bringing is not None and tasks.care.bringing.done > 0)
        await pilot.pause()
        in_sight(pilot, size)
        assert pilot.app.screen.query_one(LineList).size.height >= 4
        for name in ("own", "small", "qwen3-0.6b"):
            await open_model(pilot, name)
            in_sight(pilot, size)
            await pilot.press("escape")
            await until_screen(pilot, ModelsScreen)
        assert tasks.care.bringing is not None and tasks.care.examining is not None
        tasks.care.bringing.stop()
        tasks.care.examining.stop()
        await until(pilot, lambda: not (tasks.care.is_bringing or tasks.care.is_examining))


def in_sight(pilot: Pilot[None], size: tuple[int, int]) -> None:
    screen = pilot.app.screen
    for button in screen.query(Button):
        if button.display and all(each.display for each in button.ancestors if hasattr(each, "display")):
            region = screen.find_widget(button).visible_region
            assert region == button.region and region.height and region.right <= size[0], button.id
            assert cell_len(str(button.label)) + 4 <= region.width, button.id
    line = screen.query_one(KeysLine)
    assert len(flow(hints(screen, app_of(pilot).session.t), line.content_size.width)) <= line.size.height


@pytest.mark.parametrize("language", ["ru", "kk"])
async def test_the_language_changes_at_once_and_the_place_stays(
    computer: Computer, shelf: Shelf, language: str
) -> None:
    shelf.put("own", own())
    async with models(computer, shelf) as pilot:
        pilot.app.screen.query_one(LineList).go_to("qwen3-1.7b")
        app_of(pilot).speak(language)
        await pilot.pause()
        assert pilot.app.screen.query_one(LineList).cursor == "qwen3-1.7b"
        assert "not examined" not in seen(pilot)
        await pilot.press("f1")
        await until_screen(pilot, HelpScreen)


@pytest.mark.parametrize("language", ["ru", "kk"])
async def test_no_english_stands_on_any_of_these_screens(
    computer: Computer, shelf: Shelf, language: str
) -> None:
    model = shelf.put("Own", own(), en=PASSED, kk=FAILED)
    shelf.put("Broken", b"no model")
    (shelf.places.models / ".Half.gguf.part").write_bytes(bytes(5_000_000))
    shelf.served = Served((SERVED,))
    shelf.script.holds = True
    hanging = ScriptedWriter(at=0, then="hang")
    shelf.writer = lambda: hanging
    async with models(computer, shelf, language, WHOLE) as pilot:
        app = app_of(pilot)
        assert left_english(app) == []
        for name in ("Own", "Broken", "Half", "qwen3-0.6b", "qolda"):
            await open_model(pilot, name)
            assert left_english(app) == [], name
            await pilot.press("escape")
            await until_screen(pilot, ModelsScreen)
        await open_model(pilot, "Own")
        await pilot.press("enter")
        await until_screen(pilot, ThingsToDoScreen)
        assert left_english(app) == []
        await pilot.press("escape")
        await until_screen(pilot, ModelPageScreen)
        tasks = app.model_tasks
        tasks.bring(tasks.care.coming_by_name("qwen3-1.7b"))
        tasks.examine(model, ("en",))
        await until(pilot, hanging.hanging.is_set)
        assert tasks.care.examining is not None and tasks.care.bringing is not None
        tasks.care.examining.pace.left = tasks.care.bringing.pace.left = 100
        await tasks.care.refresh()
        await pilot.pause()
        assert left_english(app) == []
        tasks.care.examining.stop()
        tasks.care.bringing.stop()
        await until(pilot, lambda: not (tasks.care.is_bringing or tasks.care.is_examining))
        await until(pilot, lambda: bool(told(pilot)))
        assert left_english(app) == []
        await pilot.press("f1")
        await until_screen(pilot, HelpScreen)
        assert left_english(app) == []
        await pilot.press("escape", "escape", "escape", "f5")
        await until_screen(pilot, ModelFileScreen)
        await settle(pilot)
        assert left_english(app) == []


def left_english(app: NgoAssistApp) -> list[str]:
    return [word for word in english(shown(app)) if word != "gguf"]
