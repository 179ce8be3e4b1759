"""The curated table: seas, regions, disputed places, institutions and corrections, written by hand."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from shapely import Polygon
from shapely.geometry import shape

from geo.errors import GazetteerError
from geo.gazetteer.layout import LANGUAGES
from geo.gazetteer.rows import Name, Row
from geo.models import Box, Point, Status

STATUS_KINDS = frozenset({"disputed", "occupied", "breakaway", "historical", "contested-name"})
_FACTS = (
    "id class code lat lon south west north east country touches status since source checked stands_for note_en note_ar"
)
COLUMNS = (*_FACTS.split(), *LANGUAGES)


def read_curated(folder: Path) -> Iterator[Row]:
    """Yield the rows of every table of a folder, in the order of the files' names.

    Raises
    ------
    GazetteerError
        If a table has other columns, or a cell that cannot be read; the message names file and line.
    """
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as table:
            reader = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                raise GazetteerError(f"{path} must have the columns {' '.join(COLUMNS)}")
            for cells in reader:
                try:
                    yield _row(cells)
                except (ValueError, TypeError) as error:
                    raise GazetteerError(
                        f"{path}, line {reader.line_num}: {error}; mend the row and build again"
                    ) from error


def read_wrong_names(path: Path) -> dict[str, frozenset[str]]:
    """Return per place id the names that other sources give it by mistake."""
    wrong: dict[str, set[str]] = {}
    with path.open(encoding="utf-8", newline="") as table:
        for cells in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            wrong.setdefault(cells["id"], set()).add(cells["name"])
    return {identifier: frozenset(names) for identifier, names in wrong.items()}


def read_absorbed(path: Path) -> dict[str, str]:
    """Return the ids of rows that are the same place as another row, and the id of that one."""
    with path.open(encoding="utf-8", newline="") as table:
        return {cells["id"]: cells["into"] for cells in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)}


def read_macro_region_ids(path: Path) -> dict[str, str]:
    """Return our ids of the macro-regions of UN M49, by their codes there: 145 -> dl:west-asia."""
    with path.open(encoding="utf-8", newline="") as table:
        return {cells["m49"]: cells["id"] for cells in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A contested place's outline, drawn by hand: where it is land, that land is in none of the countries cut from."""

    id: str
    cut_from: tuple[str, ...]  # ids of countries
    polygon: Polygon


def read_outlines(path: Path) -> tuple[Outline, ...]:
    """Return the outlines of a GeoJSON file."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return tuple(
        Outline(
            id=one["properties"]["id"], cut_from=tuple(one["properties"]["cut_from"]), polygon=shape(one["geometry"])
        )
        for one in features
    )


def _row(cells: dict[str, str]) -> Row:
    identifier = cells["id"]
    if not identifier:
        raise ValueError("the id is empty")
    return Row(
        id=identifier if ":" in identifier else f"dl:{identifier}",
        feature_class=cells["class"],
        feature_code=cells["code"],
        point=Point(lat=float(cells["lat"]), lon=float(cells["lon"])) if cells["lat"] else None,
        box=_box(cells),
        country_code=cells["country"] or None,
        names=tuple(
            Name(text=text, lang=lang, preferred=rank == 0, curated=True)
            for lang in LANGUAGES
            for rank, text in enumerate(filter(None, cells[lang].split("|")))
        ),
        touches=tuple(filter(None, cells["touches"].split("|"))),
        stands_for=cells["stands_for"] or None,
        status=_status(cells),
        curated=True,
    )


def _box(cells: dict[str, str]) -> Box | None:
    if not cells["south"]:
        return None
    return Box(**{side: float(cells[side]) for side in ("south", "west", "north", "east")})


def _status(cells: dict[str, str]) -> Status | None:
    if not cells["status"]:
        return None
    if cells["status"] not in STATUS_KINDS:
        raise ValueError(f"the status {cells['status']!r} is none of {', '.join(sorted(STATUS_KINDS))}")
    return Status(
        kind=cells["status"],
        since=cells["since"],
        source=cells["source"],
        checked=cells["checked"],
        note={lang: cells[f"note_{lang}"] for lang in ("en", "ar") if cells[f"note_{lang}"]},
    )
