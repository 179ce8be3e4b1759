"""Places by any name, words in any spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.ui.search import LONGEST_QUERY, clean_query, find_words, has_name
from tests.builders import make_place

HOMS = make_place("Homs", names={"ar": "حِمص", "fr": "Homs", "ru": "Хомс"})


@pytest.mark.parametrize("query", ["", "hom", "HOMS", "حمص", "хомс", "oms"])
def test_a_place_has_its_names_in_every_language(query: str) -> None:
    assert has_name(HOMS, query)


@pytest.mark.parametrize("query", ["x", "homs city", "حماه"])
def test_other_names_are_not_its(query: str) -> None:
    assert not has_name(HOMS, query)


@pytest.mark.parametrize(
    ("text", "query", "count", "forms"),
    [
        pytest.param("Aleppo, aleppo and ALEPPO", "aleppo", 3, ("Aleppo", "aleppo", "ALEPPO"), id="case"),
        pytest.param("São Paulo", "sao", 1, ("São",), id="accents"),
        pytest.param("وأرمينيا ثم ارمينيا", "أرمينيا", 2, ("أرمينيا", "ارمينيا"), id="hamza, behind a prefix"),
        pytest.param("إلى حِمص", "حمص", 1, ("حِمص",), id="vowel marks"),
        pytest.param("Straße", "strasse", 1, ("Straße",), id="one letter for two"),
        pytest.param("🗺 Homs", "homs", 1, ("Homs",), id="behind an emoji"),
        pytest.param("aaaa", "aa", 2, ("aa",), id="no overlaps"),
        pytest.param("Homs", "", 0, (), id="nothing sought"),
        pytest.param("", "x", 0, (), id="no text"),
        pytest.param("a.c abc", "a.c", 1, ("a.c",), id="no pattern"),
    ],
)
def test_words_of_the_text(text: str, query: str, count: int, forms: tuple[str, ...]) -> None:
    found = find_words(text, query)
    assert (found.count, found.forms) == (count, forms)


@given(st.text(alphabet="abAßé\u0301حُـ \n\U0001f5fa", max_size=40), st.text(alphabet="abßéح ", max_size=3))
def test_what_is_found_stands_in_the_text(text: str, query: str) -> None:
    found = find_words(text, clean_query(query))
    assert all(form and form in text for form in found.forms)
    assert found.count >= len(found.forms)


@given(st.text())
def test_a_query_is_one_short_line(query: str) -> None:
    cleaned = clean_query(query)
    assert len(cleaned) <= LONGEST_QUERY
    assert cleaned.isprintable()
    assert clean_query(cleaned) == cleaned
