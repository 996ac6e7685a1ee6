"""One model: what is known of it, what its examination found in each language, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ngo_assist.application.examination_words import headline, reasons, score_line, speed_line
from ngo_assist.application.model_care import ModelCare
from ngo_assist.application.model_files import megabytes
from ngo_assist.application.model_rows import ModelRow
from ngo_assist.application.model_words import licence_of, memory_of, spoken
from ngo_assist.application.models_view import Said, begun, title_of
from ngo_assist.clean import clean_line
from ngo_assist.drafting.examination.examiner import Result
from ngo_assist.drafting.instructions import LANGUAGES
from ngo_assist.i18n.labels import LANGUAGE, label
from ngo_assist.i18n.translator import Translator
from ngo_assist.llm.catalogue import STARTER, ModelFile
from ngo_assist.llm.known import KnownModel
from ngo_assist.llm.servers import ServedModel


@dataclass(frozen=True)
class VerdictView:
    """What one language's examination found."""

    headline: Said
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class ModelPage:
    """One model, and what can be done with it."""

    title: str
    facts: tuple[Said, ...]
    verdicts: tuple[VerdictView, ...] = ()
    to_examine: ModelFile | None = None
    to_get: KnownModel | None = None
    begun: bool = False
    """Whether some of what is to be got, or added again, is here."""
    to_add_again: bool = False
    to_remove: bool = False


def page(care: ModelCare, name: str, t: Translator) -> ModelPage | None:
    """Return the model of this name; None where there is none any more."""
    look = care.look
    if look is None:
        return None
    for row in look.table.rows:
        if row.name == name:
            return _here_page(row, care, t) if row.model is not None else _away_page(row, t)
    for model in care.served.models if care.served else ():
        if model.name == name:
            return _served_page(model, care, t)
    for unfinished, size in look.table.unfinished:
        if unfinished == name:
            facts = (
                Said(t("Not finished: {done} are here", done=t(megabytes(size)))),
                Said(t("Choose the same file again, and it goes on from there.")),
            )
            return ModelPage(clean_line(name), facts, begun=True, to_add_again=True, to_remove=True)
    return None


def _here_page(row: ModelRow, care: ModelCare, t: Translator) -> ModelPage:
    size = t("the file cannot be read") if row.size is None else t(megabytes(row.size))
    facts = [Said(t("size: {size}", size=size))]
    removable = row.name != STARTER
    if row.problem is not None:
        facts.append(Said(f"! {t('cannot be used: {why}', why=t(row.problem.what))}", "warning"))
        if row.problem.todo is not None:
            facts.append(Said(t(row.problem.todo)))
        return ModelPage(title_of(row, t), tuple(facts), to_remove=removable)
    facts += [_memory(row, t), Said(t("licence: {licence}", licence=licence_of(row, t)))]
    facts.append(Said(t("languages: {languages}", languages=spoken(row.languages, t))))
    if row.known and row.known.tuned_for:
        facts.append(Said(t("made for: {languages}", languages=spoken(row.known.tuned_for, t))))
    report = (care.look.reports if care.look else {}).get(row.name)
    results = report.languages if report else {}
    if report and report.memory:
        size = t(megabytes(report.memory))
        facts.append(Said(t("memory that it took when it was examined: {size}", size=size)))
    return ModelPage(
        title_of(row, t),
        tuple(facts),
        tuple(_verdict_views(results, row.languages, t)),
        to_examine=row.model,
        to_remove=removable,
    )


def _away_page(row: ModelRow, t: Translator) -> ModelPage:
    known = row.known
    assert known is not None
    facts = [Said(t("to download: {size}", size=t(megabytes(known.size - row.kept))))]
    if row.kept:
        facts.append(Said(begun(row.kept, known.size, t), "primary"))
    if row.fits_disk is False:
        facts.append(Said(f"! {t('the disk has no room for it')}", "warning"))
    facts += [_memory(row, t), Said(t("licence: {licence}", licence=licence_of(row, t)))]
    facts.append(Said(t("languages: {languages}", languages=spoken(row.languages, t))))
    if known.tuned_for:
        facts.append(Said(t("made for: {languages}", languages=spoken(known.tuned_for, t))))
    facts.append(Said(t("from: {source}", source=f"{known.repo or known.package} ({known.file})")))
    if known.verified:
        facts.append(Said(t("These facts are of {date}.", date=t.date(known.as_of))))
    else:
        old = t(
            "These facts are of {date} and were not verified against the source.", date=t.date(known.as_of)
        )
        facts.append(Said(f"! {old}", "warning"))
    return ModelPage(
        title_of(row, t), tuple(facts), to_get=known, begun=bool(row.kept), to_remove=bool(row.kept)
    )


def _served_page(model: ServedModel, care: ModelCare, t: Translator) -> ModelPage:
    facts = [Said(t("It runs in another program, at {address}.", address=model.address))]
    if model.warning:
        facts.append(Said(f"! {t(model.warning)}", "warning"))
    facts.append(Said(t("What its examination finds holds until you leave the program.")))
    report = care.served_reports.get(model.name)
    results = report.languages if report else {}
    verdicts = tuple(_verdict_views(results, model.languages, t))
    return ModelPage(clean_line(model.title), tuple(facts), verdicts, to_examine=model)


def _memory(row: ModelRow, t: Translator) -> Said:
    if row.fits_memory is False:
        return Said(f"! {memory_of(row, t)}", "warning")
    return Said(memory_of(row, t))


def _verdict_views(
    results: Mapping[str, Result], languages: tuple[str, ...], t: Translator
) -> Iterator[VerdictView]:
    for language in languages_first(t.language, LANGUAGES):
        result = results.get(language)
        if result is None:
            yield VerdictView(_not_examined(language, languages, t))
            continue
        details = [score_line(result, t), *(f"– {reason}" for reason in reasons(result, t))]
        if speed := speed_line(result, t):
            details.append(speed)
        said = headline(language, result, t)
        passed = result.verdict == "pass"
        head = Said(f"✓ {said}", "success") if passed else Said(f"✗ {said}", "warning")
        yield VerdictView(head, tuple(details))


def _not_examined(language: str, languages: tuple[str, ...], t: Translator) -> Said:
    spoken = label(t, LANGUAGE, language)
    spoken = spoken[:1].upper() + spoken[1:]
    if languages and language not in languages:
        return Said(t("{language}: it does not write this language.", language=spoken))
    return Said(t("{language}: not examined.", language=spoken))


def languages_first(first: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages, the reader's own first."""
    return tuple(sorted(languages, key=lambda each: each != first))
