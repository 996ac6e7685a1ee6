"""The list of models that are here, that other programs run, and that are known and can be fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ngo_assist.application.model_care import ModelCare
from ngo_assist.application.model_files import megabytes
from ngo_assist.application.model_rows import ModelRow
from ngo_assist.application.model_words import memory_of, spoken
from ngo_assist.application.model_work_view import come
from ngo_assist.clean import clean_line
from ngo_assist.i18n.labels import LANGUAGE, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.llm.catalogue import STARTER
from ngo_assist.llm.servers import ServedModel

if TYPE_CHECKING:
    from ngo_assist.drafting.examination.verdict import Verdict

Tone = Literal["foreground", "muted", "success", "warning", "primary"]
"""How a text is meant, by the theme's colour for it; its words or a sign say the same."""


@dataclass(frozen=True)
class Said:
    text: str
    tone: Tone = "muted"


@dataclass(frozen=True)
class ModelItem:
    """One model in the list; without a name it only says something."""

    name: str
    title: str
    said: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Section:
    title: str
    items: tuple[ModelItem, ...]


def sections(care: ModelCare, t: Translator) -> list[Section]:
    """Return the list: what is here, what other programs run, what is known and can be fetched."""
    look = care.look
    if look is None:
        return [Section(t("On this computer"), (ModelItem("", t("Looking for models…")),))]
    here = [_here_item(row, care, t) for row in look.here]
    here += [_unfinished_item(name, size, care, t) for name, size in look.table.unfinished]
    if not here:
        here = [ModelItem("", t("There is no model on this computer. The plan does not need one."))]
    found = [Section(t("On this computer"), tuple(here)), *_served_section(care, t)]
    if look.away:
        items = tuple(_away_item(row, care, t) for row in look.away)
        found.append(Section(t("Known, to be downloaded"), items))
    return found


def machine_line(care: ModelCare, t: Translator) -> str:
    """Return what this computer has to give to models now."""
    if care.look is None:
        return ""
    said = []
    if care.look.table.memory is not None:
        said.append(t("Free memory now: {size}", size=t(megabytes(care.look.table.memory))))
    if care.look.table.room is not None:
        said.append(t("Free on the disk: {room}", room=t(megabytes(care.look.table.room))))
    return " · ".join(said)


def title_of(row: ModelRow, t: Translator) -> str:
    """Return what a model is called; of one's own the file's name."""
    title = clean_line(row.title)
    return t("The starter model ({title})", title=title) if row.name == STARTER else title


def _here_item(row: ModelRow, care: ModelCare, t: Translator) -> ModelItem:
    if row.problem is not None:
        why = t("cannot be used: {why}", why=t(row.problem.what))
        return ModelItem(row.name, title_of(row, t), (Said(f"! {why}", "warning"),))
    said = [
        _short_facts(row, t),
        *_too_big(row, t),
        *_verdicts(row.verdicts, t),
        *_work_on(row.name, care, t),
    ]
    return ModelItem(row.name, title_of(row, t), tuple(said))


def _away_item(row: ModelRow, care: ModelCare, t: Translator) -> ModelItem:
    said = [_short_facts(row, t), *_too_big(row, t)]
    if row.fits_disk is False:
        said.append(Said(f"! {t('the disk has no room for it')}", "warning"))
    if work := _work_on(row.name, care, t):
        said += work
    elif row.kept and row.size:
        said.append(Said(begun(row.kept, row.size, t), "primary"))
    return ModelItem(row.name, title_of(row, t), tuple(said))


def _unfinished_item(name: str, size: int, care: ModelCare, t: Translator) -> ModelItem:
    said = _work_on(name, care, t) or [
        Said(t("Not finished: {done} are here", done=t(megabytes(size))), "primary")
    ]
    return ModelItem(name, clean_line(name), tuple(said))


def _served_section(care: ModelCare, t: Translator) -> Iterator[Section]:
    served = care.served
    if served is None or not (served.models or served.error):
        return
    items = [_served_item(model, care, t) for model in served.models]
    if served.error is not None:
        why = f"! {t(served.error.what)}"
        items.append(ModelItem("", clean_line(served.error.where), (Said(why, "warning"),)))
    yield Section(t("In another program that runs now"), tuple(items))


def _served_item(model: ServedModel, care: ModelCare, t: Translator) -> ModelItem:
    said = [Said(f"! {t(model.warning)}", "warning")] if model.warning else []
    report = care.served_reports.get(model.name)
    verdicts = {language: result.verdict for language, result in report.languages.items()} if report else {}
    said += [*_verdicts(verdicts, t), *_work_on(model.name, care, t)]
    return ModelItem(model.name, clean_line(model.title), tuple(said))


def _short_facts(row: ModelRow, t: Translator) -> Said:
    languages = t("writes {languages}", languages=spoken(row.languages, t)) if row.languages else ""
    fits = t("fits into memory now") if row.fits_memory else ""
    checked = t("facts not verified") if row.model is None and row.known and not row.known.verified else ""
    size = t(megabytes(row.size)) if row.size else ""
    asked = row.licence or (t("ask for its licence") if row.model is None else "")
    return Said(" · ".join(part for part in (size, asked, languages, fits, checked) if part))


def _too_big(row: ModelRow, t: Translator) -> list[Said]:
    return [Said(f"! {memory_of(row, t)}", "warning")] if row.fits_memory is False else []


def _verdicts(of: Mapping[str, Verdict], t: Translator) -> list[Said]:
    passed = [label(t, LANGUAGE, language) for language, verdict in of.items() if verdict == "pass"]
    failed = [label(t, LANGUAGE, language) for language, verdict in of.items() if verdict == "fail"]
    found: list[tuple[str, str, Tone]] = []
    if passed:
        found.append(("✓", t("examination passed in {languages}", languages=t.join(passed)), "success"))
    if failed:
        found.append(("✗", t("examination not passed in {languages}", languages=t.join(failed)), "warning"))
    return [
        Said(f"{sign} {verdict}", tone)
        for sign, verdict, tone in found or [("·", t("not examined yet"), "muted")]
    ]


def _work_on(name: str, care: ModelCare, t: Translator) -> list[Said]:
    """Return what is being done about the model of this name."""
    said = []
    if care.is_bringing and care.bringing is not None and care.bringing.coming.name == name:
        share = come(care.bringing)
        far = "" if share is None else f": {t.percent(share)}"
        said.append(Said(f"↓ {t('on its way')}{far}", "primary"))
    if care.is_examining and care.examining is not None and care.examining.model.name == name:
        said.append(Said(f"▸ {t('being examined')}: {t.percent(care.examining.share)}", "primary"))
    return said


def begun(kept: int, whole: int, t: Translator) -> str:
    return t("Not finished: {done} of {whole} are here", done=t(megabytes(kept)), whole=t(megabytes(whole)))
