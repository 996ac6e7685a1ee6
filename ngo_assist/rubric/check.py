"""Checks a rubric's folder: every mistake in one run, none of them hiding another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ngo_assist.messages import UserError, msg
from ngo_assist.rubric.check_glossary import check_terms
from ngo_assist.rubric.check_meaning import check_meaning
from ngo_assist.rubric.check_structure import check_structure
from ngo_assist.rubric.check_words import check_words
from ngo_assist.rubric.findings import Finding, Findings, Report, did_you_mean, one_of
from ngo_assist.rubric.model import Dimension, Header, Rubric
from ngo_assist.rubric.source_file import HEADER, Part, SourceFile, languages, normalised, root
from ngo_assist.toml_file import read_toml

__all__ = ["Finding", "Report", "check_rubric", "examine"]


@dataclass(frozen=True)
class Examined:
    """A folder's report, and its rubric where there is no error."""

    report: Report
    rubric: Rubric | None


def check_rubric(folder: Path) -> Report:
    """Return all errors and warnings of the rubric in `folder`."""
    return examine(folder).report


def examine(folder: Path, *, style: bool = True) -> Examined:
    """Read and check the rubric in `folder`; `style` asks for the warnings too."""
    findings = Findings()
    header, dimensions = _read(folder, findings)
    parts = [part for part, _ in dimensions]
    model = check_structure(header, Header, findings) if header else None
    models = [check_structure(part, Dimension, findings) for part in parts]
    check_meaning(header, parts, findings)
    check_words(header, parts, findings)
    if header:
        check_terms(header, findings)
    if style:
        # Its lists of words are only loaded where a rubric is checked, not where one is used.
        from ngo_assist.rubric.check_style import check_style

        check_style(header, parts, findings)
    rubric = None
    if not findings.any_error and isinstance(model, Header):
        # All files are listed and all listed files are there, else there would have been an error.
        rubric = Rubric(header=model, dimensions=tuple(m for m in models if isinstance(m, Dimension)))
    return Examined(findings.report(), rubric)


def _read(folder: Path, findings: Findings) -> tuple[Part | None, list[tuple[Part, bool]]]:
    """Return what can be read, dimensions in the header's order and with whether it lists them."""
    try:
        raw = _table(folder / HEADER, findings)
        files = {path.stem: path for path in sorted(folder.glob("*.toml")) if path.name != HEADER}
    except OSError as error:
        findings.of_file("", msg("the folder cannot be read: {reason}", reason=error.strerror or str(error)))
        return None, []
    order = languages(raw) if raw else ()
    header = _part(folder / HEADER, raw, order)
    listed = list(dict.fromkeys(name for _, name in header.strings("dimensions"))) if header else list(files)
    if header:
        _check_files(header, files, findings)
    names = [*(name for name in listed if name in files), *(name for name in files if name not in listed)]
    read = [(files[name], _table(files[name], findings)) for name in names]
    parts = [(_part(path, table, order), path.stem in listed) for path, table in read]
    return header, [(part, known) for part, known in parts if part]


def _check_files(header: Part, files: dict[str, Path], findings: Findings) -> None:
    listed = [name for _, name in header.strings("dimensions")]
    spare = [name for name in files if name not in listed]
    for place, name in header.strings("dimensions"):
        if name not in files:
            findings.error(
                header,
                "dimensions",
                place,
                what=msg("this dimension has no file"),
                found=name,
                allowed=msg("a file {file} beside rubric.toml", file=f"{name}.toml"),
                hint=did_you_mean(name, spare),
            )
    if "dimensions" not in header.table:
        return
    for name in spare:
        findings.error(
            header,
            "dimensions",
            what=msg("the file {file} is not listed here", file=f"{name}.toml"),
            found=", ".join(listed),
            allowed=one_of([*listed, name]),
        )


def _table(path: Path, findings: Findings) -> dict[str, object] | None:
    try:
        return read_toml(path)
    except UserError as error:
        rest = error.where.removeprefix(str(path)).strip(":").partition(":")[0]
        findings.of_file(path.name, error.what, error.todo, int(rest) if rest.isdecimal() else None)
        return None


def _part(path: Path, table: dict[str, object] | None, order: tuple[str, ...]) -> Part | None:
    return None if table is None else root(SourceFile(path, normalised(table, order)))


def in_order(report: Report) -> tuple[Finding, ...]:
    """Return errors before warnings, each in the order of files and lines."""
    return report.errors + report.warnings
