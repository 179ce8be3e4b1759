"""Builders that fill in the rest of what the benchmarks handle."""

from typing import Any

from benchmarks.corpora import Document, Toponym
from benchmarks.reading import Find, Spot
from geo.models import Article, MentionKind, Point

HOMS = Point(lat=34.73, lon=36.72)


def make_spot(name: str = "Homs", point: Point = HOMS, **fields: Any) -> Spot:
    """Return a city of Syria."""
    given = {"id": f"gn:{name}", "name": name, "point": point, "country_code": "SY", "whole_country": False}
    return Spot(**{**given, **fields})


def make_country(code: str, point: Point = HOMS) -> Spot:
    """Return a country."""
    return make_spot(code, point, id=f"iso:{code}", country_code=code, whole_country=True)


def make_find(start: int, end: int, place: Spot | None = None, **fields: Any) -> Find:
    """Return a find of a place, 0.9 sure if it has one."""
    score = None if place is None else 0.9
    given = {"start": start, "end": end, "kind": MentionKind.PLACE, "place": place, "score": score}
    return Find(**{**given, **fields})


def make_toponym(start: int, end: int, **fields: Any) -> Toponym:
    """Return a toponym without a position."""
    return Toponym(start=start, end=end, **fields)


def make_document(text: str, *toponyms: Toponym) -> Document:
    """Return an English document."""
    return Document(article=Article(id="story", text=text, lang="en"), toponyms=toponyms)
