"""The places that the page shows as files: a table for spreadsheets, and GeoJSON. Pure: no Streamlit here."""

import csv
import io
import json
from collections.abc import Collection, Iterable
from dataclasses import replace

from geo.export import to_geojson
from geo.models import GeoparsedArticle
from geo.ui.places import PlaceRow, kind_of_place
from geo.ui.selection import Filters, mapped
from geo.ui.words import Words

COLUMNS = ("id", "name", "name_ar", "kind", "country", "lat", "lon", "mentions", "certainty", "focus", "status")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # what makes a spreadsheet reckon with a cell
BOM = "\ufeff"  # without it Excel takes UTF-8 for an old code page


def places_csv(rows: Iterable[PlaceRow], story: GeoparsedArticle, words: Words) -> bytes:
    """Return the rows as the page shows them, most named first, under `COLUMNS`; countries are ISO codes."""
    focus = story.focus_ids
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([inert(cell) for cell in _cells(row, focus, words)] for row in rows)
    return (BOM + out.getvalue()).encode("utf-8", errors="replace")


def places_geojson(story: GeoparsedArticle, rows: Iterable[PlaceRow], filters: Filters) -> bytes:
    """Return the same places in the shape of `parse --format geojson`, with the mentions that the filters let through."""
    ids = {row.place.id for row in rows}
    kept = tuple(found for found in mapped(story, filters) if found.place is not None and found.place.id in ids)
    collection = to_geojson(replace(story, resolutions=kept))
    return json.dumps(collection, ensure_ascii=False).encode("utf-8", errors="backslashreplace")


def inert(cell: str | float) -> str | float:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _cells(row: PlaceRow, focus: Collection[str], words: Words) -> tuple[str | float, ...]:
    place = row.place
    return (
        place.id,
        place.name_in("en"),
        place.names.get("ar", ""),
        kind_of_place(place, words),
        place.country_code or "",
        place.point.lat,
        place.point.lon,
        row.mentions,
        str(row.certainty),
        "yes" if place.id in focus else "no",
        place.status.kind if place.status is not None else "",
    )
