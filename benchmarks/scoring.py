"""Score what was found in documents against what people marked.

A find and a toponym are a pair if their spans overlap; one-to-one, the largest overlap first. A pair is placed right within
161 km (100 miles, the field's convention), and a whole country by its code, wherever its point is drawn.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Protocol

from benchmarks.corpora import Kinds, Toponym
from benchmarks.reading import Find, Spot
from geo.gazetteer.nearest import distance_km

NEAR_KM = 161.0
BINS = 10  # of probabilities


class Span(Protocol):
    """A stretch of a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """How many of the finds are right, how many of the toponyms were found, and both in one figure; all 0..1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts over documents; they add up."""

    documents: int = 0
    gold: int = 0
    finds: int = 0
    exact: int = 0  # finds with the span of a toponym
    overlap: int = 0  # pairs
    located: int = 0  # toponyms whose position is known
    placed: int = 0  # of these, found and given a place
    near: int = 0  # of these, the right one
    claims: tuple[
        tuple[float, bool], ...
    ] = ()  # of each placed: the probability that Dateline gave, and whether it is right
    false_claims: tuple[float, ...] = ()  # probabilities of finds that are no toponym, where positions are known

    def __add__(self, other: "Tally") -> "Tally":
        sums = {field.name: getattr(self, field.name) + getattr(other, field.name) for field in fields(self)}
        return Tally(**sums)

    @property
    def exact_rates(self) -> Rates:
        return rates(self.exact, self.finds, self.gold)

    @property
    def overlap_rates(self) -> Rates:
        return rates(self.overlap, self.finds, self.gold)

    @property
    def placed_of_all(self) -> float | None:
        """Return the share of all toponyms with a position that were found and placed right; None if there are none."""
        return self.near / self.located if self.placed else None

    @property
    def placed_of_found(self) -> float | None:
        """Return the share of those found and placed that were placed right."""
        return self.near / self.placed if self.placed else None

    @property
    def calibration_error(self) -> float | None:
        """Return by how much probabilities miss the share that is right, averaged over claims; 0 is best."""
        if not self.claims:
            return None
        return sum(abs(one.said - one.right) for one in bins(self.claims)) / len(self.claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Claims of about the same probability."""

    least: float
    most: float
    count: int
    said: float  # sum of the probabilities: how many should be right
    right: int  # how many are


def rates(hits: int, finds: int, gold: int) -> Rates:
    """Return precision, recall and F1; 0 where there is nothing to divide by."""
    precision, recall = hits / finds if finds else 0.0, hits / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return Rates(precision=precision, recall=recall, f1=f1)


def pairs(gold: Sequence[Span], finds: Sequence[Span]) -> list[tuple[int, int]]:
    """Return indices of toponyms and finds that overlap, one-to-one, the largest overlap first."""
    overlaps = sorted(
        (-overlap, i, j)
        for i, toponym in enumerate(gold)
        for j, find in enumerate(finds)
        if (overlap := min(toponym.end, find.end) - max(toponym.start, find.start)) > 0
    )
    by_toponym: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in overlaps:
        if i not in by_toponym and j not in taken:
            by_toponym[i] = j
            taken.add(j)
    return list(by_toponym.items())


def is_right(toponym: Toponym, place: Spot) -> bool:
    """Tell whether a place is what a toponym with a position means."""
    if place.whole_country and toponym.country is not None and toponym.country == place.country_code:
        return True
    return toponym.point is not None and distance_km(toponym.point, place.point) <= NEAR_KM


def tally(toponyms: Sequence[Toponym], finds: Iterable[Find], kinds: Kinds) -> Tally:
    """Return the counts of one document; finds of other kinds do not count."""
    counted = [find for find in finds if find.kind in kinds]
    spans = {(toponym.start, toponym.end) for toponym in toponyms}
    paired = pairs(toponyms, counted)
    claims = [
        (find.score, is_right(toponym, find.place))
        for toponym, find in ((toponyms[i], counted[j]) for i, j in paired)
        if toponym.point is not None and find.place is not None
    ]
    located = sum(toponym.point is not None for toponym in toponyms)
    unpaired = set(range(len(counted))) - {j for _, j in paired}
    return Tally(
        documents=1,
        gold=len(toponyms),
        finds=len(counted),
        exact=sum((find.start, find.end) in spans for find in counted),
        overlap=len(paired),
        located=located,
        placed=len(claims),
        near=sum(right for _, right in claims),
        claims=tuple((score, right) for score, right in claims if score is not None),
        false_claims=tuple(score for j in sorted(unpaired) if located and (score := counted[j].score) is not None),
    )


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of tallies."""
    return sum(tallies, Tally())


def bins(claims: Iterable[tuple[float, bool]], edges: Sequence[float] | None = None) -> list[Bin]:
    """Return claims by their probability: in ten bins of the same width, or between given edges, the last one included."""
    edges = [step / BINS for step in range(BINS + 1)] if edges is None else edges
    sorted_claims = list(claims)
    found = []
    for least, most in pairwise(edges):
        inside = [claim for claim in sorted_claims if least <= claim[0] < most or claim[0] == most == edges[-1]]
        found.append(
            Bin(
                least=least,
                most=most,
                count=len(inside),
                said=sum(score for score, _ in inside),
                right=sum(right for _, right in inside),
            )
        )
    return found
