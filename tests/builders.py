"""Builders that fill in the rest: `make_place(name="Homs")`."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geo.models import (
    Article,
    Box,
    Candidate,
    Focus,
    GeoparsedArticle,
    Mention,
    MentionKind,
    Place,
    Point,
    Reason,
    Resolution,
    Status,
)

GOLD = Path(__file__).parent / "data" / "gold"
FOUNDING = "karabakh-ceasefire-2020"


def make_status(**fields: Any) -> Status:
    """Return a disputed status."""
    return Status(
        **{
            "kind": "disputed",
            "since": "1991",
            "source": "A source",
            "checked": "2025-01-31",
            "note": {"en": "Claimed by two.", "ar": "متنازع عليها."},
            **fields,
        }
    )


def make_place(name: str = "Homs", **fields: Any) -> Place:
    """Return a city, or whatever the fields make of it."""
    given: dict[str, Any] = {
        "id": f"gn:{sum(map(ord, name))}",
        "name": name,
        "point": Point(lat=34.73, lon=36.72),
        "feature_class": "P",
        "feature_code": "PPL",
        "country_code": "SY",
    }
    return Place(**{**given, **fields})


def make_country(name: str, code: str, **fields: Any) -> Place:
    """Return a country."""
    return make_place(
        name, **{"id": f"iso:{code}", "feature_class": "A", "feature_code": "PCLI", "country_code": code, **fields}
    )


def make_resolution(text: str, start: int, name: str, place: Place | None, **fields: Any) -> Resolution:
    """Return the resolution of `name` at its first occurrence from `start` on."""
    at = text.index(name, start)
    kind = fields.pop("kind", MentionKind.PLACE)
    mention = Mention(start=at, end=at + len(name), text=name, kind=kind, toponym=name)
    score = fields.pop("score", 0.95 if place else None)
    given: dict[str, Any] = {
        "candidates": (Candidate(place=place, score=score),) if place else (),
        "why": (Reason(code="known_name", values={"name": name}),) if place else (),
    }
    return Resolution(mention=mention, place=place, score=score, **{**given, **fields})


def make_geoparsed(text: str, resolutions: tuple[Resolution, ...] = (), **fields: Any) -> GeoparsedArticle:
    """Return a geoparsed article."""
    article = fields.pop("article", Article(id="story", text=text, title="A story", lang="en"))
    ordered = tuple(sorted(resolutions, key=lambda resolution: resolution.mention.start))
    return GeoparsedArticle(**{"article": article, "lang": "en", "resolutions": ordered, **fields})


def geoparsed_from_gold(path: Path = GOLD / f"{FOUNDING}.json") -> GeoparsedArticle:
    """Return what a perfect geoparser would say about a gold story."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    article = Article(
        id=gold["id"],
        text=gold["text"],
        title=gold["title"],
        lang=gold["lang"],
        source=gold["source"],
        published=gold["published"],
    )
    rows = sorted(gold["toponyms"], key=lambda row: row["start"])
    places = {row["place"]: _gold_place(row, rows) for row in rows if row["lat"] is not None and row["place"]}
    resolutions = tuple(_gold_resolution(row, places.get(row["place"])) for row in rows)
    counts: dict[str, int] = {}
    for row in rows:
        if row["place"] in places and row["kind"] in ("place", "metonym"):
            counts[row["place"]] = counts.get(row["place"], 0) + 1
    best = max(counts, key=lambda place_id: counts[place_id])
    return GeoparsedArticle(
        article=article, lang=gold["lang"], resolutions=resolutions, focus=(Focus(place=places[best], score=0.9),)
    )


def _gold_place(row: Mapping[str, Any], rows: list[dict[str, Any]]) -> Place:
    country = row.get("level") == "country"
    region = row["place"].startswith("dl:") and row["country"] is None
    spelled = next(
        other["phrase"] for other in rows if other["place"] == row["place"] and other["kind"] in ("place", row["kind"])
    )
    point = Point(lat=row["lat"], lon=row["lon"])
    return Place(
        id=row["place"],
        name=row["name"],
        names={"en": row["name"], "ar": spelled},
        point=point,
        box=Box(south=point.lat - 4, north=point.lat + 4, west=point.lon - 5, east=point.lon + 5) if country else None,
        country_code=row["country"],
        feature_class="A" if country else "L" if region else "P",
        feature_code="PCLI" if country else "RGN" if region else "PPLC",
        status=make_status() if "karabakh" in row["place"] else None,
    )


def _gold_resolution(row: Mapping[str, Any], place: Place | None) -> Resolution:
    kind = MentionKind(row["kind"])
    mention = Mention(start=row["start"], end=row["end"], text=row["phrase"], kind=kind, toponym=row["phrase"])
    return Resolution(
        mention=mention,
        place=place,
        score=0.95 if place else None,
        candidates=(Candidate(place=place, score=0.95),) if place else (),
        why=(Reason(code="known_name", values={"name": row["phrase"]}),),
    )
