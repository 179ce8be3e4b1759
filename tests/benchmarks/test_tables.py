"""Tables stand between their markers, and the page has a place for each."""

import pytest

from benchmarks.quality import PAGE
from benchmarks.tables import figure, markdown, percent, with_table

NAMES = ("sets", "halves", "languages", "kinds", "stories", "calibration", "certainties", "sources")


def test_a_table_is_aligned() -> None:
    assert markdown(("set", "F1"), [("a long name", "0.5")]).splitlines() == [
        "| set         |  F1 |",
        "|-------------|----:|",
        "| a long name | 0.5 |",
    ]


def test_what_stands_around_a_table_stays() -> None:
    page = "Before.\n\n<!-- sets -->\nold\n<!-- end of sets -->\n\nAfter: 1\\2.\n"
    assert with_table(page, "sets", "new \\1") == (
        "Before.\n\n<!-- sets -->\n\nnew \\1\n\n<!-- end of sets -->\n\nAfter: 1\\2.\n"
    )


def test_a_table_without_a_place_is_an_error() -> None:
    with pytest.raises(ValueError, match="<!-- sets -->"):
        with_table("No markers.", "sets", "new")


@pytest.mark.parametrize("name", NAMES)
def test_the_page_has_a_place_for_each_table(name: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert with_table(page, name, "new") != page


@pytest.mark.parametrize(("value", "shown"), [(0.5, "0.500"), (0.0, "0.000"), (None, "–")])
def test_a_missing_figure_is_a_dash(value: float | None, shown: str) -> None:
    assert figure(value) == shown


@pytest.mark.parametrize(("part", "whole", "shown"), [(1, 3, "33 %"), (0, 0, "–")])
def test_a_share_of_nothing_is_a_dash(part: int, whole: int, shown: str) -> None:
    assert percent(part, whole) == shown
