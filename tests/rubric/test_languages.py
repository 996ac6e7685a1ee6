"""Words of one language in a text of another."""

from __future__ import annotations

import pytest

from tests.make_rubric import Tables
from tests.rubric.conftest import Check, Warn, action, practice

P0 = 'practices[0] "security.p0"'

WRONG = [
    # Kazakh in Russian: its letters, its words
    ("ru", "Храните құпиясөз в тетради.", "құпиясөз"),
    ("ru", "Файлдар мен папкалар сонда.", "мен"),
    ("ru", "Копия керек, это важно.", "керек"),
    # Russian in Kazakh
    ("kk", "Храните пароли в тетради и на флешке.", "в, и, на"),
    ("kk", "Көшірмені флешкаға салып, это жақсы.", "это"),
    ("kk", "Если интернет жоқ болса, күтіңіз.", "Если"),
    ("kk", "Пароли никому не говорите.", "не"),
    (
        "kk",
        "Этот день займёт срочная работа, выберите другой.",
        "Этот день займёт срочная работа, выберите другой.",
    ),
    # small Latin words among Cyrillic ones
    ("ru", "Сделайте backup каждую неделю.", "backup"),
    ("ru", "Отправьте online-форму коллегам.", "online"),
    ("ru", "Поставьте Bitwarden or KeePassXC.", "or"),
    ("kk", "Файлдарды cloud ішінде сақтаңыз.", "cloud"),
    ("kk", "Құжатты egov-тан алыңыз.", "egov"),
    ("uk", "Зробіть backup щотижня.", "backup"),
    # Cyrillic words among Latin ones
    ("en", "Ask the акимат for a table.", "акимат"),
    ("en", "Sign with the ЭЦП of the leader.", "ЭЦП"),
    ("de", "Fragen Sie das Акимат.", "Акимат"),
]
RIGHT = [
    ("ru", "Напишите в «Қазпошта», там помогут с отправкой."),
    ("ru", "Поздоровайтесь словами «қайырлы таң» и спросите."),
    ("ru", "Обратитесь в Өрлеу или в районный отдел."),
    ("kk", "Баптаулардан «Настройки и безопасность» бөлімін ашыңыз."),
    ("kk", "Кітапханадан не мектептен сұраңыз."),
    ("kk", "Он адам қол қояды."),
    ("kk", "Сурет не скриншот."),
    ("kk", "К. Сәтбаев көшесіндегі кітапханаға барыңыз."),
    ("kk", "Хат, хабарлама, т. с. с. мәтіндер."),
    ("kk", "Чат, форма, папка."),
    ("kk", "Мемлекетпен диалог, сауалнама папкасы."),
    ("ru", "Установите Bitwarden или KeePassXC на iPhone и macOS."),
    ("ru", "Откройте egov.kz или напишите на info@example.org."),
    ("ru", "Сохраните файл pdf размером до 5 mb, имя вида report_2026."),
    ("ru", "Наберите команду `ngo-assist doctor` и нажмите Enter."),
    ("ru", "Нажмите кнопку «sign in» (по-английски: log in)."),
    ("ru", "Отправьте e-mail и проверьте сеть Wi-Fi."),
    ("ru", "Мы следуем Principles for Digital Development в работе."),
    ("kk", "WhatsApp-та e-mail мекенжайын, egov.kz сайтын көрсетіңіз."),
    ("kk", "Wi-Fi-ға қосылып, USB-ға көшіріңіз."),
    ("en", "Send it to the «Елші» centre by mail."),
    ("en", "The electronic signature (ЭЦП) is valid for a year."),
    ("uz", "Ҳар ҳафта нусха oling."),
    ("ky", "Пароль керек, бирок жазбаңыз."),
    ("zz", "Anything и всё."),
]


def with_text(language: str, text: str) -> dict[str, object]:
    languages = [*dict.fromkeys(("en", "ru", "kk", language))]

    def mutate(tables: Tables) -> None:
        practice(tables)["why"][language] = text

    return {"mutate": mutate, "languages": languages}


@pytest.mark.parametrize(("language", "text", "found"), WRONG)
def test_words_of_another_language_are_doubted(warn: Warn, language: str, text: str, found: str) -> None:
    made = with_text(language, text)
    warning = warn(made["mutate"], languages=made["languages"])  # type: ignore[arg-type]
    assert (warning.place, warning.found) == (f"{P0}.why.{language}", found)


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_names_quotations_addresses_and_languages_we_do_not_know_are_no_doubt(
    check: Check, language: str, text: str
) -> None:
    made = with_text(language, text)
    assert check(made["mutate"], languages=made["languages"]).warnings == ()  # type: ignore[arg-type]


def test_the_other_language_is_named(warn: Warn) -> None:
    warning = warn(lambda tables: practice(tables)["why"].update(kk="Храните пароли в тетради."))
    assert "words of another language stand in the text, it seems: ru" in warning.in_words()


def test_each_step_is_looked_at_by_itself(warn: Warn) -> None:
    warning = warn(lambda tables: action(tables)["steps"]["kk"].__setitem__(1, "Флешку уберите в шкаф."))
    assert warning.place == f'{P0}.actions[0] "security.p0.first".steps.kk[1]'


def test_the_placeholders_of_a_letter_are_no_words(check: Check) -> None:
    words = {"en": "Help", "ru": "Помощь", "kk": "Көмек"}
    letter = {**words, "ru": "Просим помочь: {organisation}, {people}.", "kk": "Көмек: {organisation}."}
    ask = {"id": "help", "practice": "security.p0", "title": words, "addressee": words, "text": letter}
    assert check(lambda tables: tables["security"].update(asks=[ask])).findings == ()


def test_a_text_that_is_the_same_in_two_languages_is_told_once(warn: Warn) -> None:
    same = "Всё лежит только в одном месте."
    assert (
        "the same as in the language ru"
        in warn(lambda tables: practice(tables)["why"].update(ru=same, kk=same)).in_words()
    )
