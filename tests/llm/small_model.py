"""A small model that the catalogue is made to know, for tests of getting it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ngo_assist.llm import known

from .hub_server import Hub
from .make_gguf import LLAMA, header

REPO, FILE = "someone/Small-GGUF", "Q4/Small-Q4.gguf"
CONTENT = header(LLAMA, tensors=(("w", (1 << 19,), 0, 0),)) + bytes(range(256)) * (1 << 13)
SHA256 = hashlib.sha256(CONTENT).hexdigest()
ENTRY = f"""
[[models]]
name = "small"
title = "Small Q4"
languages = ["en"]
size = {len(CONTENT)}
memory = 200_000_000
sha256 = "{SHA256}"
repo = "{REPO}"
file = "{FILE}"
as_of = 2026-11-23
verified = false
"""


@contextmanager
def catalogue_with(entry: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the catalogue have one more entry."""
    text = known._text() + entry
    monkeypatch.setattr(known, "_text", lambda: text)
    known.known_models.cache_clear()
    try:
        yield
    finally:
        known.known_models.cache_clear()


@contextmanager
def hub_of_its_own(monkeypatch: pytest.MonkeyPatch, content: bytes = CONTENT) -> Iterator[Hub]:
    """Run a hub that has the model, with a client of our own: nobody's proxies and tokens."""
    import huggingface_hub

    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setenv("HF_TOKEN", "")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_IMPLICIT_TOKEN", True)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_TELEMETRY", True)
    huggingface_hub.close_session()
    with Hub(REPO, FILE, content) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.address)
        yield hub
    huggingface_hub.close_session()
