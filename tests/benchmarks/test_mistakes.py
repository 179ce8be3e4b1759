"""Every way to go wrong has its name."""

from collections.abc import Sequence

import pytest

from benchmarks.corpora import Toponym
from benchmarks.listing import classes, costliest, extents
from benchmarks.mistakes import Mistake, Verdict, judge
from benchmarks.reading import Find, KnownSpan, Reading
from geo.models import MARKER_KINDS, MentionKind, Point
from tests.benchmarks.builders import HOMS, make_document, make_find, make_spot, make_toponym

TEXT = "In Old Homs, near Homs dam."
OLD_HOMS, HOMS_THERE, DAM = (3, 11), (18, 22), (18, 26)
FAR = Point(lat=-34.6, lon=-58.4)


def verdicts(
    toponyms: Sequence[Toponym],
    finds: Sequence[Find] = (),
    hits: Sequence[tuple[int, int]] = (),
    knows: bool = False,
) -> list[Verdict]:
    known = tuple(KnownSpan(start=start, end=end, known=None) for start, end in hits)
    reading = Reading(finds=tuple(finds), known_spans=known)
    return list(judge(make_document(TEXT, *toponyms), reading, MARKER_KINDS, lambda _: knows))


@pytest.mark.parametrize(
    ("finds", "hits", "knows", "mistake"),
    [
        pytest.param([], [], False, Mistake.NO_NAME, id="nobody knows it"),
        pytest.param([], [], True, Mistake.UNREAD, id="known, but not read there"),
        pytest.param([], [(18, 22)], False, Mistake.PART, id="a part of it"),
        pytest.param([], [(18, 26)], True, Mistake.REJECTED, id="all of it"),
        pytest.param([make_find(*DAM, kind=MentionKind.EMBEDDED)], [], False, Mistake.KIND, id="another kind"),
        pytest.param([make_find(18, 22, make_spot())], [], False, Mistake.EXTENT, id="shorter"),
        pytest.param([make_find(*DAM)], [], False, Mistake.UNPLACED, id="no place"),
        pytest.param([make_find(*DAM, make_spot(point=FAR))], [], False, Mistake.NO_CANDIDATE, id="elsewhere"),
        pytest.param(
            [make_find(*DAM, make_spot(point=FAR), others=(make_spot(),))],
            [],
            False,
            Mistake.OTHER_CANDIDATE,
            id="the runner-up",
        ),
    ],
)
def test_a_mistake_has_a_name(finds: list[Find], hits: list[tuple[int, int]], knows: bool, mistake: Mistake) -> None:
    (verdict,) = verdicts([make_toponym(*DAM, point=HOMS)], finds, hits, knows)
    assert [fault.mistake for fault in verdict.faults] == [mistake]


def test_what_is_right_has_no_fault() -> None:
    (verdict,) = verdicts([make_toponym(*DAM, point=HOMS)], [make_find(*DAM, make_spot())])
    assert verdict.faults == ()


def test_one_find_serves_one_toponym() -> None:
    first, second = verdicts([make_toponym(*DAM), make_toponym(*HOMS_THERE)], [make_find(*DAM)])
    assert first.faults == ()
    assert [fault.mistake for fault in second.faults] == [Mistake.SHARED]


def test_a_false_find_tells_its_kind_and_place() -> None:
    (verdict,) = verdicts([], [make_find(*HOMS_THERE, make_spot())])
    assert verdict.is_false_find
    assert verdict.name == "homs"
    assert verdict.faults[0].note == "place gn:Homs Homs (SY)"
    assert verdict.snippet == "In Old Homs, near [[Homs]] dam."


def test_another_extent_tells_what_is_too_much_and_too_little() -> None:
    (verdict,) = verdicts([make_toponym(3, 11)], [make_find(7, 15)])
    assert verdict.faults[0].note == "lacks 'Old' in front, adds ', ne' behind"


def test_the_name_that_costs_most_comes_first() -> None:
    judged = [
        *verdicts([make_toponym(*OLD_HOMS), make_toponym(*HOMS_THERE)], [make_find(*OLD_HOMS), make_find(*HOMS_THERE)]),
        *verdicts([make_toponym(*HOMS_THERE)]),
        *verdicts([make_toponym(*OLD_HOMS)], [make_find(*HOMS_THERE)]),
    ]
    listed = list(costliest(judged, 5, with_extents=False))
    assert [line.splitlines()[0].strip() for line in listed] == ["2 homs   (1 right)", "1 old homs   (1 right)"]
    assert len(list(costliest(judged, 1, with_extents=False))) == 1


def test_extents_cost_where_they_are_counted() -> None:
    judged = verdicts([make_toponym(*DAM)], [make_find(*HOMS_THERE)])
    assert list(costliest(judged, 5, with_extents=False)) == []
    assert len(list(costliest(judged, 5, with_extents=True))) == 1
    assert "lacks 'dam' behind" in extents(judged, 5)


def test_classes_tell_false_finds_of_names_that_are_toponyms_elsewhere() -> None:
    judged = [*verdicts([make_toponym(*HOMS_THERE)]), *verdicts([], [make_find(*HOMS_THERE), make_find(*OLD_HOMS)])]
    rows = {row.split("|")[1].strip(): row.split("|")[2].strip() for row in classes(judged).splitlines()}
    assert rows["false find"] == "2"
    assert rows["... of a name that is a toponym elsewhere in the set"] == "1"
