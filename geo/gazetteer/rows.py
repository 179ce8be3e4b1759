"""A place on its way into the index: what a source says of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from geo.models import Box, Point, Status

CONTESTED = frozenset({"disputed", "occupied", "breakaway"})  # kinds of status: in no country


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of a place."""

    text: str
    lang: str | None = None  # ISO 639-1; None where the source does not say
    preferred: bool = False  # the source shows the place under it
    bare: bool = False  # made of a longer name by leaving out the class noun
    curated: bool = False  # it stands in the hand-written table


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One place, as a source gives it; rows of one id are merged."""

    id: str
    feature_class: str
    feature_code: str
    point: Point | None
    names: tuple[Name, ...]
    box: Box | None = None
    country_code: str | None = None
    population: int | None = None
    townspeople: int | None = None  # of a division: the people of its towns together
    touches: tuple[str, ...] = ()
    stands_for: str | None = None
    status: Status | None = None
    division: str | None = None  # id of the first-level division that it lies in
    curated: bool = False
    importance: float | None = None  # 0..1, where the source says it; else it is worked out
    extra: Mapping[str, str] = field(default_factory=dict)  # what only another source needs


def merge_rows(first: Row, second: Row) -> Row:
    """Return one row of two sources' rows of one place: the second one's names come first, its facts win where it has any."""
    return replace(
        first,
        feature_class=second.feature_class or first.feature_class,
        feature_code=second.feature_code or first.feature_code,
        point=second.point or first.point,
        box=second.box or first.box,
        country_code=second.country_code or (None if _takes_no_country(first, second) else first.country_code),
        population=second.population or first.population,
        touches=second.touches or first.touches,
        stands_for=second.stands_for or first.stands_for,
        status=second.status or first.status,
        division=second.division or first.division,
        curated=first.curated or second.curated,
        importance=second.importance if second.importance is not None else first.importance,
        names=second.names + first.names,
    )


def _takes_no_country(first: Row, second: Row) -> bool:
    """Tell whether the curated row says that whose land a place is, is contested; a country keeps its own code."""
    contested = second.status is not None and second.status.kind in CONTESTED
    return contested and second.id != f"iso:{first.country_code}"
