from __future__ import annotations

from pathlib import Path

import pytest

from ngo_assist.workspace.cloud import cloud_folder


@pytest.mark.parametrize(
    ("path", "cloud"),
    [
        ("/home/a/NGO Assist", None),
        ("/home/a/OneDrive - Civil Alliance/NGO Assist", "OneDrive"),
        ("/home/a/Dropbox (Umit)/x", "Dropbox"),
        ("/home/a/Library/CloudStorage/GoogleDrive-a@b.kz/My Drive", "Google Drive"),
        ("/home/a/Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("/home/a/Yandex.Disk/x", "Yandex.Disk"),
        ("/home/a/Яндекс.Диск", "Yandex.Disk"),
        ("/home/a/Dropbox plans of our own", None),
    ],
)
def test_a_folder_inside_a_cloud_is_known_by_its_name(path: str, cloud: str | None) -> None:
    assert cloud_folder(Path(path), {}) == cloud


def test_onedrive_says_itself_where_it_keeps_its_folder() -> None:
    environ = {"OneDrive": "/data/work"}
    assert cloud_folder(Path("/data/work/NGO Assist"), environ) == "OneDrive"
    assert cloud_folder(Path("/data/workshop"), environ) is None
