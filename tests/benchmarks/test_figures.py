"""The tables of a set of two documents that can be counted by hand."""

from dataclasses import replace

import pytest

from benchmarks import figures
from benchmarks.corpora import Known, held_back
from benchmarks.figures import Read
from benchmarks.reading import Reading
from tests.benchmarks.builders import HOMS, make_document, make_find, make_spot, make_toponym


@pytest.fixture
def read() -> Read:
    """Return a set of an Arabic document that is held back, where all is right, and an English one where nothing is."""
    document = make_document("Homs and Homs", make_toponym(0, 4, point=HOMS, type="city"))
    names = [next(name for name in map(str, range(99)) if held_back(name) is held) for held in (True, False)]
    documents = [
        replace(document, article=replace(document.article, id=name, lang=lang))
        for name, lang in zip(names, ("ar", "en"), strict=True)
    ]
    finds = make_find(0, 4, make_spot()), make_find(9, 13, make_spot())
    readings = tuple(Reading(finds=(find,)) for find in finds)
    return Read(name="a set", known=Known(aim_f1=0.9), documents=tuple(documents), readings=readings)


def cells(table: str) -> dict[str, list[str]]:
    """Return the rows of a table by their first cell."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if line[:1] == "|"]
    return {row[0]: row[1:] for row in rows}


def test_a_set_stands_beside_its_aim(read: Read) -> None:
    row = cells(figures.sets([read]))["a set"]
    assert row == ["2", "2", "0.500", "0.500", "0.500", "0.500", "0.500", "0.100", "0.90", "–", "–", "–"]


def test_the_halves_are_scored_apart(read: Read) -> None:
    rows = cells(figures.halves([read]))
    assert rows["a set, held back"][:6] == ["1", "1", "1.000", "1.000", "1.000", "1.000"]
    assert rows["a set, open"][:6] == ["1", "1", "0.000", "0.000", "0.000", "0.000"]


def test_languages_are_scored_apart_and_those_without_a_set_are_named(read: Read) -> None:
    table = figures.languages([read])
    assert (cells(table)["Arabic"][5], cells(table)["English"][5]) == ("1.000", "0.000")
    assert "Persian" in table.splitlines()[-1]
    assert "Arabic" not in table.splitlines()[-1]


def test_words_of_certainty_count_false_finds(read: Read) -> None:
    assert cells(figures.certainties([read]))["certain"] == ["1", "1.000", "1", "0.500"]


def test_ten_steps_tell_what_was_said_and_what_was_right(read: Read) -> None:
    rows = cells(figures.calibration([read]))
    assert rows["0.9-1.0"] == ["1", "0.900", "1.000"]
    assert rows["0.0-0.1"] == ["0", "–", "–"]
