"""Which outlet a source is, and whether the table holds together."""

import csv
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.gazetteer.index import open_gazetteer
from geo.outlets import FILE, Outlet, find_outlet
from geo.settings import Settings
from geo.text.tokens import name_key

REACHES = {"local", "regional", "national", "international"}


def rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(
    ("source", "name", "country"),
    [
        pytest.param("Reuters", "Reuters", "GB", id="name"),
        pytest.param("the paris news", "The Paris News", "US", id="in small letters"),
        pytest.param("الجزيرة", "Al Jazeera", "QA", id="in its own script"),
        pytest.param("РИА Новости", "RIA Novosti", "RU", id="in Cyrillic"),
        pytest.param("cnn.com", "CNN", "US", id="domain"),
        pytest.param("edition.cnn.com", "CNN", "US", id="below a domain"),
        pytest.param("https://www.dawn.com/news/1?a=b", "Dawn", "PK", id="address"),
        pytest.param("http://WWW.BBC.CO.UK:80/news", "BBC", "GB", id="address in capitals with a port"),
        pytest.param("foo.com.au", "foo.com.au", "AU", id="an unknown site of a country"),
        pytest.param("https://some-paper.co.uk/x", "some-paper.co.uk", "GB", id="the United Kingdom's own domain"),
    ],
)
def test_a_source_that_is_known(source: str, name: str, country: str) -> None:
    outlet = find_outlet(source)
    assert outlet is not None
    assert (outlet.name, outlet.country_code) == (name, country)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("", id="nothing"),
        pytest.param("The Daily Nothing of Nowhere", id="an unknown name"),
        pytest.param("example.com", id="an unknown domain of no country"),
        pytest.param("startup.io", id="a domain that anybody takes"),
        pytest.param("http://[::1", id="brackets that do not close"),
        pytest.param("a" * 100_000, id="a very long word"),
        pytest.param("\ud800.uk\ud800", id="a broken letter"),
        pytest.param("..uk..", id="dots"),
    ],
)
def test_a_source_that_says_nothing(source: str) -> None:
    outlet = find_outlet(source)
    assert outlet is None or outlet.home is None


@given(st.text())
def test_any_source_is_an_outlet_or_none(source: str) -> None:
    outlet = find_outlet(source)
    assert outlet is None or isinstance(outlet, Outlet)


def test_the_table_has_its_outlets() -> None:
    assert len(rows()) >= 150
    assert {row["reach"] for row in rows()} <= REACHES


def test_no_name_or_domain_is_of_two_outlets() -> None:
    names = [name_key(name) for row in rows() for name in (row["name"], *row["other_names"].split("|")) if name]
    domains = [domain for row in rows() for domain in row["domains"].split("|") if domain]
    assert [word for word, count in Counter([*names, *domains]).items() if count > 1] == []


def test_every_home_is_a_place_of_the_outlet_s_country() -> None:
    gazetteer = open_gazetteer(Settings().gazetteer)
    wrong = []
    for row in rows():
        place = gazetteer.place(row["home"]) if row["home"] else None
        if row["home"] and (place is None or place.country_code not in {row["country"], None}):
            wrong.append(row["name"])
    assert wrong == []
