"""Scores of cases that can be counted by hand."""

from collections.abc import Sequence

import pytest

from benchmarks.corpora import Toponym
from benchmarks.reading import Find, Spot
from benchmarks.scoring import Rates, Tally, bins, is_right, pairs, rates, tally, total
from geo.models import MARKER_KINDS, MentionKind, Point
from tests.benchmarks.builders import HOMS, make_country, make_find, make_spot, make_toponym

NEAR = Point(lat=33.51, lon=36.29)  # Damascus, 141 km from Homs
FAR = Point(lat=36.2, lon=37.15)  # Aleppo, 168 km from Homs


@pytest.mark.parametrize(
    ("gold", "finds", "expected"),
    [
        pytest.param([(0, 5)], [(0, 5)], {(0, 0)}, id="same span"),
        pytest.param([(0, 5)], [(5, 9)], set(), id="spans that touch do not overlap"),
        pytest.param([(0, 5)], [(4, 9)], {(0, 0)}, id="one letter is enough"),
        pytest.param([(0, 9)], [(0, 3), (4, 9)], {(0, 1)}, id="the larger overlap wins"),
        pytest.param([(0, 9), (4, 9)], [(4, 9)], {(0, 0)}, id="of equals the first wins"),
        pytest.param([(0, 4), (5, 9)], [(0, 9)], {(0, 0)}, id="one find serves one toponym"),
        pytest.param([], [(0, 4)], set(), id="nothing marked"),
    ],
)
def test_pairs(
    gold: Sequence[tuple[int, int]], finds: Sequence[tuple[int, int]], expected: set[tuple[int, int]]
) -> None:
    assert set(pairs([make_toponym(*span) for span in gold], [make_find(*span) for span in finds])) == expected


@pytest.mark.parametrize(
    ("hits", "finds", "gold", "expected"),
    [
        pytest.param(1, 2, 4, Rates(precision=0.5, recall=0.25, f1=1 / 3), id="some"),
        pytest.param(0, 0, 4, Rates(precision=0, recall=0, f1=0), id="nothing found"),
        pytest.param(0, 3, 0, Rates(precision=0, recall=0, f1=0), id="nothing to find"),
    ],
)
def test_rates(hits: int, finds: int, gold: int, expected: Rates) -> None:
    assert rates(hits, finds, gold) == expected


@pytest.mark.parametrize(
    ("toponym", "place", "right"),
    [
        pytest.param(make_toponym(0, 4, point=HOMS), make_spot(), True, id="there"),
        pytest.param(make_toponym(0, 4, point=HOMS), make_spot(point=NEAR), True, id="within 161 km"),
        pytest.param(make_toponym(0, 4, point=HOMS), make_spot(point=FAR), False, id="beyond"),
        pytest.param(make_toponym(0, 4, point=FAR, country="SY"), make_country("SY"), True, id="a country by its code"),
        pytest.param(make_toponym(0, 4, point=FAR, country="SY"), make_spot(), False, id="a city is not its country"),
        pytest.param(make_toponym(0, 4, point=FAR), make_country("SY"), False, id="a country for a city"),
    ],
)
def test_a_place_is_right(toponym: Toponym, place: Spot, right: bool) -> None:
    assert is_right(toponym, place) is right


def count(toponyms: Sequence[Toponym], finds: Sequence[Find]) -> Tally:
    return tally(toponyms, finds, MARKER_KINDS)


def test_an_overlap_is_found_but_not_exact() -> None:
    counts = count([make_toponym(0, 4), make_toponym(10, 20)], [make_find(0, 4), make_find(15, 20), make_find(30, 34)])
    assert (counts.gold, counts.finds, counts.exact, counts.overlap) == (2, 3, 1, 2)
    assert counts.overlap_rates.precision == pytest.approx(2 / 3)
    assert counts.overlap_rates.recall == 1
    assert counts.exact_rates.recall == 0.5


def test_finds_of_other_kinds_do_not_count() -> None:
    assert count([make_toponym(0, 4)], [make_find(0, 4, kind=MentionKind.DEMONYM)]).finds == 0


def test_what_was_not_found_is_not_placed() -> None:
    toponyms = [make_toponym(start, start + 4, point=HOMS) for start in (0, 10, 20, 30)]
    counts = count(toponyms, [make_find(0, 4, make_spot()), make_find(10, 14, make_spot(point=FAR)), make_find(20, 24)])
    assert counts.placed_of_all == 0.25
    assert counts.placed_of_found == 0.5


def test_toponyms_without_a_position_are_not_asked_where_they_lie() -> None:
    counts = count([make_toponym(0, 4)], [make_find(0, 4, make_spot()), make_find(10, 14, make_spot())])
    assert counts.placed_of_all is None
    assert counts.calibration_error is None
    assert counts.false_claims == ()


def test_false_finds_have_claims_where_positions_are_known() -> None:
    counts = count([make_toponym(0, 4, point=HOMS)], [make_find(0, 4, make_spot()), make_find(10, 14, make_spot())])
    assert counts.claims == ((0.9, True),)
    assert counts.false_claims == (0.9,)


def test_the_calibration_error_is_weighed_by_claims() -> None:
    claims = ((0.95, True), (0.95, True), (0.25, True), (0.25, False))
    counts = Tally(claims=claims)
    assert counts.calibration_error == pytest.approx((abs(1.9 - 2) + abs(0.5 - 1)) / 4)


def test_tallies_add_up() -> None:
    one = count([make_toponym(0, 4, point=HOMS)], [make_find(0, 4, make_spot())])
    both = total([one, one])
    assert (both.documents, both.gold, both.near, both.claims) == (2, 2, 2, one.claims * 2)
    assert total([]) == Tally()


@pytest.mark.parametrize(
    ("score", "number"),
    [(0.0, 0), (0.099, 0), (0.1, 1), (0.3, 3), (0.7, 7), (0.999, 9), (1.0, 9)],
)
def test_ten_bins_hold_every_probability_once(score: float, number: int) -> None:
    assert [one.count for one in bins([(score, True)])] == [int(i == number) for i in range(10)]
