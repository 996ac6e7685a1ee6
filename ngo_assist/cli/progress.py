"""Progress on standard error: a bar on a screen, plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from ngo_assist.clean import clean_line
from ngo_assist.cli.terminal import Terminal
from ngo_assist.i18n import Translator

Report = Callable[[float, float, str], None]
"""Takes what is done, all there is to do, and a word on it."""


@contextmanager
def progress(terminal: Terminal, title: str) -> Iterator[Report]:
    """Show how far something is. In plain lines only what is new is said, one line for each word."""
    if not terminal.live:
        said: list[str] = []

        def in_lines(done: float, whole: float, word: str) -> None:
            if word and word not in said[-1:]:
                said.append(word)
                terminal.note_line(word)

        terminal.note_line(title)
        yield in_lines
        return
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[word]}", markup=False),
    )
    console = Console(file=terminal.err, highlight=False, markup=False, emoji=False)
    with Progress(*columns, console=console, transient=False) as shown:
        task = shown.add_task(clean_line(title), total=None, word="")

        def in_bar(done: float, whole: float, word: str) -> None:
            shown.update(task, completed=done, total=whole, word=clean_line(word))

        yield in_bar


@contextmanager
def bytes_progress(terminal: Terminal, title: str, t: Translator) -> Iterator[Callable[[int, int], None]]:
    """Show how much of a file has come; in plain lines each tenth. Takes the bytes that are here, and all."""
    with progress(terminal, title) as report:

        def heard(done: int, whole: int) -> None:
            tenth = done * 10 // max(whole, 1) / 10
            report(done, whole, t.percent(min(tenth, 1.0)))

        yield heard
