"""Name what went wrong with each toponym and each false find of a document."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from benchmarks.corpora import Document, Kinds, Toponym
from benchmarks.reading import Find, KnownSpan, Reading, Spot
from benchmarks.scoring import Span, is_right, pairs
from geo.gazetteer.nearest import distance_km
from geo.text.tokens import name_key

_AROUND = 40  # characters of context on either side


class Mistake(StrEnum):
    """A way to go wrong, in the order of the road."""

    NO_NAME = "no name in the gazetteer"
    UNREAD = "name in the gazetteer, not read there"  # another language's, another case, or letters written onto it
    PART = "only a part of it is a known name, rejected"
    REJECTED = "known name, rejected"
    KIND = "found, as a kind that does not count"
    SHARED = "inside or around another toponym, which took the find"
    UNPLACED = "found, no place"
    NO_CANDIDATE = "placed wrong, the right place is no candidate"
    OTHER_CANDIDATE = "placed wrong, the right place is a candidate"
    EXTENT = "found, another extent"
    FALSE = "false find"


MISSES = (Mistake.NO_NAME, Mistake.UNREAD, Mistake.PART, Mistake.REJECTED, Mistake.KIND, Mistake.SHARED)
MISPLACED = (Mistake.UNPLACED, Mistake.NO_CANDIDATE, Mistake.OTHER_CANDIDATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that went wrong, and what was found instead."""

    mistake: Mistake
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A toponym or a false find, and what went wrong with it."""

    name: str  # folded
    faults: tuple[Fault, ...]  # none: all is right
    snippet: str
    type: str | None = None  # of the toponym, in the set's own words

    @property
    def is_false_find(self) -> bool:
        return any(fault.mistake is Mistake.FALSE for fault in self.faults)


def judge(document: Document, reading: Reading, kinds: Kinds, knows: Callable[[str], bool]) -> Iterator[Verdict]:
    """Yield a verdict on each toponym of a document, then on each find that is none.

    Parameters
    ----------
    reading
        with its known spans; without them every miss looks as if its name were not read
    kinds
        the kinds of finds that count
    knows
        tells whether the gazetteer has a name, in whatever language
    """
    counted = [find for find in reading.finds if find.kind in kinds]
    found = {i: counted[j] for i, j in pairs(document.toponyms, counted)}
    for i, toponym in enumerate(document.toponyms):
        name = document.text[toponym.start : toponym.end]
        faults = (
            tuple(_of_found(document.text, toponym, found[i]))
            if i in found
            else (_of_missed(toponym, reading, kinds, knows(name)),)
        )
        yield _verdict(document.text, toponym, faults, toponym.type)
    taken = {id(find) for find in found.values()}
    for find in counted:
        if id(find) not in taken:
            note = f"{find.kind} {_named(find.place)}"
            yield _verdict(document.text, find, (Fault(mistake=Mistake.FALSE, note=note),))


def _verdict(text: str, span: Span, faults: tuple[Fault, ...], type_: str | None = None) -> Verdict:
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    return Verdict(
        name=name_key(text[span.start : span.end]),
        faults=faults,
        snippet=" ".join(f"{before}[[{text[span.start : span.end]}]]{after}".split()),
        type=type_,
    )


def _of_found(text: str, toponym: Toponym, find: Find) -> Iterator[Fault]:
    if toponym.point is not None:
        yield from _of_place(toponym, find)
    if (find.start, find.end) != (toponym.start, toponym.end):
        yield Fault(mistake=Mistake.EXTENT, note=", ".join(_differences(text, toponym, find)))


def _of_place(toponym: Toponym, find: Find) -> Iterator[Fault]:
    if find.place is None:
        yield Fault(mistake=Mistake.UNPLACED)
    elif not is_right(toponym, find.place):
        is_candidate = any(is_right(toponym, other) for other in find.others)
        mistake = Mistake.OTHER_CANDIDATE if is_candidate else Mistake.NO_CANDIDATE
        yield Fault(mistake=mistake, note=f"{_named(find.place)}{_distance(toponym, find.place)}")


def _differences(text: str, toponym: Toponym, find: Find) -> Iterator[str]:
    """Yield what a find has more or less than the toponym, on either side."""
    for where, more, less in (
        ("in front", (find.start, toponym.start), (toponym.start, find.start)),
        ("behind", (toponym.end, find.end), (find.end, toponym.end)),
    ):
        for what, (start, end) in (("adds", more), ("lacks", less)):
            if start < end:
                yield f"{what} {text[start:end].strip()!r} {where}"


def _of_missed(toponym: Toponym, reading: Reading, kinds: Kinds, is_known: bool) -> Fault:
    around = [find for find in reading.finds if _overlap(find, toponym)]
    if any(find.kind in kinds for find in around):
        return Fault(mistake=Mistake.SHARED)
    if around:
        return Fault(mistake=Mistake.KIND, note=str(around[0].kind))
    known = [span for span in reading.known_spans if _overlap(span, toponym)]
    whole = [span for span in known if span.start <= toponym.start and span.end >= toponym.end]
    if whole:
        return Fault(mistake=Mistake.REJECTED, note=_worth(whole))
    if is_known:
        return Fault(mistake=Mistake.UNREAD, note=_worth(known))
    return Fault(mistake=Mistake.PART if known else Mistake.NO_NAME, note=_worth(known))


def _worth(spans: Sequence[KnownSpan]) -> str:
    """Return what the gazetteer says of the first name: how well known, how common a word, the best known place."""
    if not spans:
        return ""
    known = spans[0].known
    if known is None:
        return "nationality word"
    return f"importance {known.importance:.2f}, word {known.zipf:.1f}, {known.best[0]}"


def _named(place: Spot | None) -> str:
    return "unplaced" if place is None else f"{place.id} {place.name} ({place.country_code or '-'})"


def _distance(toponym: Toponym, place: Spot) -> str:
    return "" if toponym.point is None else f", {distance_km(toponym.point, place.point):,.0f} km away"


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
