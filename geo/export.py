"""The public records of an article: JSON lines and GeoJSON."""

import json
from collections import defaultdict
from typing import Any, TextIO

from geo.excerpts import find_excerpt
from geo.languages import read_language
from geo.models import MARKER_KINDS, GeoparsedArticle, Mention, Place, Resolution
from geo.reasons import in_words

Record = dict[str, Any]


def to_record(parsed: GeoparsedArticle) -> Record:
    """Return the record that `parse --format jsonl` prints; its shape is public."""
    return {**_head_record(parsed), "mentions": [_mention_record(resolution) for resolution in parsed.resolutions]}


def write_record(parsed: GeoparsedArticle, out: TextIO) -> None:
    """Write a record as one line, mention by mention: as one string, the line of a whole book takes gigabytes."""
    out.write(json.dumps(_head_record(parsed), ensure_ascii=False).removesuffix("}") + ', "mentions": [')
    for i, resolution in enumerate(parsed.resolutions):
        out.write((", " if i else "") + json.dumps(_mention_record(resolution), ensure_ascii=False))
    out.write("]}\n")


def to_geojson(parsed: GeoparsedArticle) -> Record:
    """Return a FeatureCollection with one Point per place; only places with a marker are in it."""
    places: dict[str, Place] = {}
    by_place: dict[str, list[Resolution]] = defaultdict(list)
    for resolution in parsed.resolutions:
        if resolution.place is not None and resolution.mention.kind in MARKER_KINDS:
            places[resolution.place.id] = resolution.place
            by_place[resolution.place.id].append(resolution)
    features = [_feature(parsed, places[identifier], its) for identifier, its in by_place.items()]
    return {"type": "FeatureCollection", "features": features}


def place_record(place: Place) -> Record:
    """Return a place as it stands in every export."""
    return {
        "id": place.id,
        "name": place.name,
        "names": dict(place.names),
        "lat": place.point.lat,
        "lon": place.point.lon,
        "country_code": place.country_code,
        "feature_class": place.feature_class,
        "feature_code": place.feature_code,
        "population": place.population,
        "disputed": place.disputed,
    }


def _head_record(parsed: GeoparsedArticle) -> Record:
    return {
        "id": parsed.id,
        "lang": parsed.lang,
        "title": parsed.article.title,
        "focus": [{"id": f.place.id, "name": f.place.name, "score": f.score} for f in parsed.focus],
    }


def _mention_record(resolution: Resolution) -> Record:
    mention, place = resolution.mention, resolution.place
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": str(mention.kind),
        "score": resolution.score,
        "place": None if place is None else place_record(place),
        "candidates": [
            {"id": c.place.id, "name": c.place.name, "country_code": c.place.country_code, "score": c.score}
            for c in resolution.candidates
        ],
        "why": [in_words(reason) for reason in resolution.why],
    }


def _excerpt(parsed: GeoparsedArticle, mention: Mention) -> str:
    language = read_language(mention.lang or parsed.lang)
    return find_excerpt(parsed.text, mention.start, mention.end, language=language).text


def _feature(parsed: GeoparsedArticle, place: Place, resolutions: list[Resolution]) -> Record:
    best = max(resolutions, key=lambda resolution: resolution.score or 0.0)
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [place.point.lon, place.point.lat]},
        "properties": {
            **place_record(place),
            "article_id": parsed.id,
            "kinds": sorted({str(resolution.mention.kind) for resolution in resolutions}),
            "score": best.score,
            "why": [in_words(reason) for reason in best.why],
            "mentions": [
                {
                    "start": r.mention.start,
                    "end": r.mention.end,
                    "text": r.mention.text,
                    "kind": str(r.mention.kind),
                    "excerpt": _excerpt(parsed, r.mention),
                }
                for r in resolutions
            ],
        },
    }
