from __future__ import annotations

from pathlib import Path

import pytest

from ngo_assist.application.settings import Settings, SettingsFile


def test_without_a_file_the_language_is_not_chosen_yet(tmp_path: Path) -> None:
    file = SettingsFile.read(tmp_path / "settings.toml")
    assert file.settings == Settings() and file.error is None


def test_what_is_changed_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    SettingsFile.read(path).change(language="kk")
    SettingsFile.read(path).change(theme="light")
    assert SettingsFile.read(path).settings == Settings(language="kk", theme="light")


@pytest.mark.parametrize("content", [b"language = ", b"\xff\xfe\x00", b'language = "xx"', b"theme = 3"])
def test_a_broken_file_gives_the_usual_settings_and_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    file = SettingsFile.read(path)
    assert file.settings == Settings()
    assert file.error is not None and str(path) in file.error.where


def test_keys_of_a_newer_program_stay(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('language = "ru"\nfont = "large"\n', encoding="utf-8")
    SettingsFile.read(path).change(theme="light")
    assert 'font = "large"' in path.read_text(encoding="utf-8")


def test_a_folder_that_may_not_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    file = SettingsFile.read(tmp_path / "file" / "settings.toml")
    file.change(language="kk")
    assert file.settings.language == "kk" and file.error is not None


def test_what_runs_a_model_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    SettingsFile.read(path).change(engine="server", server="http://127.0.0.1:8080", server_model="qwen3:4b")
    settings = SettingsFile.read(path).settings
    assert (settings.engine, settings.engine_name) == ("server", "")
    assert settings.server_choice.address == "http://127.0.0.1:8080"
    assert settings.server_choice.model == "qwen3:4b"
    assert not settings.server_choice.elsewhere
    assert "server_elsewhere" not in path.read_text(encoding="utf-8")
    SettingsFile.read(path).change(engine="xllamacpp", server_elsewhere=True)
    settings = SettingsFile.read(path).settings
    assert settings.engine_name == "xllamacpp"
    assert settings.server_choice.elsewhere


@pytest.mark.parametrize(
    "line",
    [
        'engine = "abacus"',
        "engine = 1",
        "engine = []",
        'server = "ftp://127.0.0.1"',
        "server = 8080",
        "server_model = true",
        'server_elsewhere = "yes"',
        "server_elsewhere = 1",
    ],
)
def test_a_wrong_word_on_engines_gives_the_usual_settings_and_says_which(tmp_path: Path, line: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(line, encoding="utf-8")
    file = SettingsFile.read(path)
    assert file.settings == Settings()
    assert file.error is not None and line.split()[0] in str(file.error)
