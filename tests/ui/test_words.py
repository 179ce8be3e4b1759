"""The words of the page: complete in every language, nothing over, plural forms and gaps right."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.mapview.words import WORDS as MAP_WORDS
from geo.models import Point, Reason
from geo.ui.components import PARTS
from geo.ui.words import INTERFACE, LANGUAGES, Words, accepted_languages, choose_language, read_words
from tests.browser.server import ROOT

PLURALS = frozenset({"zero", "one", "two", "few", "many", "other"})
OPEN = (
    "feature.",
    "language.",
    "status.",
    "reason.",
    "refusal.",
)  # keyed by codes of data, and of the English sentences
ENGLISH = read_words()
OTHERS = [language for language in LANGUAGES if language != "en"]


def plural_tables(words: Words) -> dict[str, frozenset[str]]:
    """Return the sentences that count, each with the forms that it has."""
    forms: dict[str, set[str]] = {}
    for key in words.texts:
        stem, _, last = key.rpartition(".")
        if last in PLURALS:
            forms.setdefault(stem, set()).add(last)
    return {stem: frozenset(found) for stem, found in forms.items() if "other" in found}


def plain_keys(words: Words) -> set[str]:
    counting = plural_tables(words)
    return {key for key in words.texts if key.rpartition(".")[0] not in counting}


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_language_has_a_file_and_every_file_a_language() -> None:
    assert sorted(path.stem for path in INTERFACE.glob("*.toml")) == sorted(LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_no_key_is_missing_and_none_is_over(language: str) -> None:
    words = read_words(language)
    assert plain_keys(words) == plain_keys(ENGLISH)
    assert plural_tables(words).keys() == plural_tables(ENGLISH).keys()


@pytest.mark.parametrize("language", OTHERS)
def test_gaps_are_those_of_the_english(language: str) -> None:
    words = read_words(language)
    wrong = {key for key in plain_keys(words) if gaps(words[key]) != gaps(ENGLISH.get(key, ""))}
    assert wrong == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_that_counts_has_the_forms_that_the_language_needs(language: str) -> None:
    words = read_words(language)
    needed = frozenset({*words.locale.plural_form.tags, "other"})
    assert {stem: forms for stem, forms in plural_tables(words).items() if forms != needed} == {}
    numbers: dict[str, list[int]] = {}
    for n in range(300):
        numbers.setdefault(words.locale.plural_form(n), []).append(n)
    for stem in plural_tables(words):
        for form in needed:
            said = gaps(words[f"{stem}.{form}"])
            one_number = len(numbers.get(form, [])) == 1  # "twice" needs no number
            assert said == {"n"} or (said == set() and one_number), f"{stem}.{form}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_digits_are_those_of_the_locale(language: str) -> None:
    words = read_words(language)
    systems = {"latn": "0123456789", "arabext": "۰۱۲۳۴۵۶۷۸۹", "arab": "٠١٢٣٤٥٦٧٨٩"}
    assert words["digits"] == systems[words.locale.default_numbering_system]


def test_the_map_says_nothing_else() -> None:
    assert {*ENGLISH.table("mapview"), "lang", "locale", "direction"} == set(MAP_WORDS)


def test_sharing_says_nothing_else() -> None:
    script = (PARTS / "share.js").read_text(encoding="utf-8")
    assert set(ENGLISH.table("share")) == set(re.findall(r"\bwords\.(\w+)", script))


def test_every_key_is_used_and_every_used_key_is_there() -> None:
    """A key is used where the page's code says it whole, or its table and its last part."""
    said, begun = set(), set()
    for path in sorted((ROOT / "geo").rglob("*.py")):
        texts = list(_strings(path))
        said |= {text for text, whole in texts if whole}
        if path.is_relative_to(ROOT / "geo" / "ui"):
            begun |= {text for text, whole in texts if not whole and "." in text}

    def is_used(key: str) -> bool:
        return key in said or any(key.startswith(head) and key.removeprefix(head) in said for head in begun)

    keys = plain_keys(ENGLISH) | set(plural_tables(ENGLISH))
    closed = {key for key in keys if not key.startswith((*OPEN, "mapview.", "share."))}
    assert {key for key in closed if not is_used(key)} == set()
    tables = {key.partition(".")[0] for key in keys if "." in key}
    looks_like_keys = {text for text in _page_strings() if _is_key(text, tables)}
    assert looks_like_keys - keys == set()


def _page_strings() -> Iterator[str]:
    for path in (ROOT / "geo" / "ui").glob("*.py"):
        yield from (text for text, whole in _strings(path) if whole)


def _is_key(text: str, tables: set[str]) -> bool:
    head, _, tail = text.partition(".")
    return head in tables and re.fullmatch(r"[a-z]+([._][a-z]+)*", tail) is not None


def _strings(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield the strings of a module, and the beginnings of those that go on with a value."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, True
        if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
            yield str(node.values[0].value), False


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_of_the_geoparser_has_a_name(language: str) -> None:
    languages = {path.stem for path in (ROOT / "data" / "languages").glob("*.toml")}
    assert set(read_words(language).table("language")) == {*languages, "und"}


@pytest.mark.parametrize(
    ("language", "n", "said"),
    [
        pytest.param("en", 1, "1 place", id="English one"),
        pytest.param("fr", 0, "0 lieu", id="French: none is singular"),
        pytest.param("fr", 1234, "1\u202f234 lieux", id="French thousands"),
        pytest.param("ru", 1, "1 место", id="Russian 1"),
        pytest.param("ru", 3, "3 места", id="Russian 3"),
        pytest.param("ru", 11, "11 мест", id="Russian 11"),
        pytest.param("ru", 21, "21 место", id="Russian 21"),
        pytest.param("ar", 0, "لا أماكن", id="Arabic none"),
        pytest.param("ar", 2, "مكانان", id="Arabic dual"),
        pytest.param("ar", 7, "7 أماكن", id="Arabic few"),
        pytest.param("ar", 11, "11 مكانًا", id="Arabic many"),
        pytest.param("ar", 100, "100 مكان", id="Arabic hundred"),
        pytest.param("fa", 12, "۱۲ جا", id="Persian digits"),
    ],
)
def test_counts(language: str, n: int, said: str) -> None:
    assert read_words(language).count("story.places", n) == said


@pytest.mark.parametrize(
    ("language", "day", "position"),
    [
        ("en", "10 October 2020", "39.82° N, 46.75° E"),
        ("fr", "10 octobre 2020", "39,82°\u00a0N, 46,75°\u00a0E"),
        ("ru", "10 октября 2020 г.", "39,82° с. ш., 46,75° в. д."),
        ("ar", "10 أكتوبر 2020", "39.82° شمالًا، 46.75° شرقًا"),
        ("fa", "۱۰ اکتبر ۲۰۲۰", "۳۹٫۸۲° شمالی، ۴۶٫۷۵° شرقی"),
    ],
)
def test_dates_and_coordinates(language: str, day: str, position: str) -> None:
    words = read_words(language)
    assert words.date("2020-10-10T09:00:00Z") == day
    assert words.position(Point(lat=39.82, lon=46.75)) == position


def test_a_reason_names_places_as_the_reader_does() -> None:
    reason = Reason.of("co_country", country="Russia")
    assert read_words("ru").reason(reason, {"Russia": "Россия"}) == "в том же тексте упомянута страна: Россия"
    assert read_words("ru").reason(reason, {}) == "в том же тексте упомянута страна: Russia"
    assert "۵" in read_words("fa").reason(Reason.of("most_important", count=5), {})


def test_latin_letters_do_not_draw_in_what_stands_beside_them() -> None:
    arabic = read_words("ar")
    assert arabic.joined(("Reuters", "", "10 أكتوبر")) == "\u2068Reuters\u2069 · 10 أكتوبر"
    assert arabic.listed(["A", "حلب", "حمص"]) == "\u2068A\u2069 وحلب وحمص"
    assert ENGLISH.joined(("رويترز", "2020")) == "رويترز · 2020"


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        (["fr-CA"], "fr"),
        ([None, "de-DE", "fa_IR", "ar"], "fa"),
        (["zh-Hans"], "en"),
        ([""], "en"),
        ([], "en"),
    ],
)
def test_the_browsers_language(wanted: list[str | None], chosen: str) -> None:
    assert choose_language(wanted) == chosen


@pytest.mark.parametrize(
    ("header", "languages"),
    [
        ("de, ru;q=0.5, fr;q=0.9", ("de", "fr", "ru")),
        ("", ()),
        ("ar;q=much, en", ("en",)),
        ("*;q=0.1,;;", ("*",)),
    ],
)
def test_accepted_languages(header: str, languages: tuple[str, ...]) -> None:
    assert accepted_languages(header) == languages


def test_no_file_holds_what_is_neither_text_nor_table() -> None:
    for path in INTERFACE.glob("*.toml"):
        for table in tomllib.loads(path.read_text(encoding="utf-8")).values():
            assert isinstance(table, str | dict), path
