"""The hand-written tables, row by row, and the sentences for rows that cannot be read."""

import csv
import re
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from shapely import Point as ShapelyPoint

from geo.errors import GazetteerError
from geo.gazetteer.layout import LANGUAGES
from geo.gazetteer.rows import Row
from geo.gazetteer.sources.curated import COLUMNS, STATUS_KINDS, read_curated, read_outlines
from geo.settings import DATA

CURATED = DATA / "curated"
TABLES = sorted(CURATED.glob("*.tsv"))
SCRIPTS = {
    **dict.fromkeys(("ar", "fa", "ur"), "ARABIC"),
    **dict.fromkeys(("ru", "uk"), "CYRILLIC"),
    "hy": "ARMENIAN",
    "he": "HEBREW",
}
CLASSES = frozenset("APLHTSV")
CODE = re.compile(r"[A-Z][A-Z0-9]{1,4}")
OWN_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OTHER_ID = re.compile(r"gn:\d+|iso:[A-Z]{2}(-[A-Z0-9]{1,3})?")
NATURAL_EARTH_ID = re.compile(r"ne:[A-Z]{3}")  # a piece of land by Natural Earth's code of its holder
COUNTRY = re.compile(r"[A-Z]{2}")
Cells = dict[str, str]


def read_cells(path: Path) -> list[Cells]:
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


ALL = [(path.name, cells) for path in TABLES for cells in read_cells(path)]
OWN = [(table, cells) for table, cells in ALL if ":" not in cells["id"]]
CONTESTED = [(table, cells) for table, cells in ALL if cells["status"]]


def test_there_are_enough_rows() -> None:
    assert len(OWN) >= 80
    assert len(CONTESTED) >= 15


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_has_the_columns_and_every_row_fills_them(path: Path) -> None:
    header, *lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert tuple(header.split("\t")) == COLUMNS
    assert [line.split("\t")[0] for line in lines if line.count("\t") != len(COLUMNS) - 1] == []


def test_every_row_is_read() -> None:
    rows = list(read_curated(CURATED))
    assert len(rows) == len(ALL)
    assert all(row.curated for row in rows)


def test_ids_are_unique_and_well_formed() -> None:
    counts = Counter(cells["id"] for _, cells in ALL)
    assert [identifier for identifier, count in counts.items() if count > 1] == []
    assert [i for i in counts if not (OWN_ID.fullmatch(i) or OTHER_ID.fullmatch(i))] == []


def test_own_rows_say_what_and_where_they_are() -> None:
    wanting = [
        (table, cells["id"])
        for table, cells in OWN
        if cells["class"] not in CLASSES or not CODE.fullmatch(cells["code"]) or not cells["lat"] or not cells["lon"]
    ]
    assert wanting == []


def test_own_rows_have_an_english_and_an_arabic_name_and_others_some_name() -> None:
    assert [(table, cells["id"]) for table, cells in OWN if not cells["en"] or not cells["ar"]] == []
    assert [cells["id"] for _, cells in ALL if not any(cells[lang] for lang in LANGUAGES)] == []


def test_points_and_boxes_are_on_earth_and_points_in_their_boxes() -> None:
    rows = [row for row in read_curated(CURATED) if row.point is not None]
    assert [row.id for row in rows if not _on_earth(row)] == []
    assert [row.id for row in rows if not _in_box(row)] == []


def _on_earth(row: Row) -> bool:
    assert row.point is not None
    lats = [row.point.lat] + ([row.box.south, row.box.north] if row.box else [])
    lons = [row.point.lon] + ([row.box.west, row.box.east] if row.box else [])
    return all(abs(lat) <= 90 for lat in lats) and all(abs(lon) <= 180 for lon in lons)


def _in_box(row: Row) -> bool:
    if row.box is None or row.point is None:
        return True
    west, east, lon = row.box.west, row.box.east, row.point.lon
    within = west <= lon <= east if west <= east else lon >= west or lon <= east
    return within and row.box.south <= row.point.lat <= row.box.north


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_are_written_in_their_language_s_script(lang: str) -> None:
    script = SCRIPTS.get(lang, "LATIN")
    foreign = [
        (table, cells["id"], name)
        for table, cells in ALL
        for name in cells[lang].split("|")
        if any(c.isalpha() and not unicodedata.name(c, "").startswith((script, "MODIFIER")) for c in name)
    ]
    assert foreign == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_have_no_stray_spaces_and_stand_once(lang: str) -> None:
    for table, cells in ALL:
        names = cells[lang].split("|") if cells[lang] else []
        assert [name for name in names if not name or name != " ".join(name.split(" ")).strip()] == [], (table, cells)
        assert len(names) == len(set(names)), (table, cells["id"], lang)


def test_arabic_names_have_no_letters_of_other_languages() -> None:
    foreign = re.compile("[پچژڤگکیېےٹڈڑںہھە]")
    assert [(table, cells["id"]) for table, cells in ALL if foreign.search(cells["ar"])] == []


def test_countries_are_codes() -> None:
    codes = [
        (table, cells["id"], code)
        for table, cells in ALL
        for code in [cells["country"], cells["stands_for"], *cells["touches"].split("|")]
        if code and not COUNTRY.fullmatch(code)
    ]
    assert codes == []


def test_an_institution_stands_for_the_country_it_is_in() -> None:
    strange = [
        cells["id"] for _, cells in ALL if cells["stands_for"] and cells["stands_for"] != (cells["country"] or None)
    ]
    assert set(strange) <= {cells["id"] for _, cells in ALL if not cells["country"]}


@pytest.mark.parametrize("cells", [pytest.param(cells, id=cells["id"]) for _, cells in CONTESTED])
def test_a_status_is_whole(cells: Cells) -> None:
    assert cells["status"] in STATUS_KINDS
    assert cells["source"]
    assert date.fromisoformat(cells["checked"])
    assert cells["since"] or cells["status"] == "contested-name"
    assert cells["note_en"].endswith(".")
    assert cells["note_ar"].endswith(".")


def test_nothing_disputed_is_silently_put_into_a_country() -> None:
    contested = {"disputed", "occupied", "breakaway"}
    assert [cells["id"] for _, cells in CONTESTED if cells["status"] in contested and cells["country"]] == []


@pytest.mark.parametrize(
    "path", [CURATED / "exceptions" / f"{name}.tsv" for name in ("absorbed", "wrong_names")], ids=lambda path: path.stem
)
def test_an_exception_is_said_once_and_why(path: Path) -> None:
    rows = read_cells(path)
    assert rows
    assert [row["id"] for row in rows if not is_id(row["id"]) or not row["note"]] == []
    assert len({tuple(row.values()) for row in rows}) == len(rows)


def test_of_two_rows_of_one_place_one_is_curated() -> None:
    curated = {cells["id"] if ":" in cells["id"] else f"dl:{cells['id']}" for _, cells in ALL}
    for row in read_cells(CURATED / "exceptions" / "absorbed.tsv"):
        assert is_id(row["into"])
        assert {row["id"], row["into"]} & curated


def test_an_outline_is_of_a_contested_place_and_holds_its_point() -> None:
    rows = {row.id: row for row in read_curated(CURATED)}
    outlines = read_outlines(CURATED / "outlines.geojson")
    assert len({outline.id for outline in outlines}) == len(outlines) >= 8
    for outline in outlines:
        row = rows[outline.id]
        assert row.status is not None
        assert row.country_code is None
        assert row.point is not None
        assert outline.polygon.is_valid
        assert outline.polygon.contains(ShapelyPoint(row.point.lon, row.point.lat)), outline.id
        assert {identifier.removeprefix("iso:") for identifier in outline.cut_from} & set(row.touches)


def is_id(identifier: str) -> bool:
    own = identifier.startswith("dl:") and OWN_ID.fullmatch(identifier.removeprefix("dl:"))
    return bool(own or OTHER_ID.fullmatch(identifier) or NATURAL_EARTH_ID.fullmatch(identifier))


# --- tables that cannot be read


def table_of(folder: Path, **cells: str) -> Path:
    given = {"id": "x", "class": "L", "code": "RGN", "lat": "1", "lon": "2", "en": "X", **cells}
    path = folder / "table.tsv"
    lines = ["\t".join(COLUMNS), "\t".join(given.get(column, "") for column in COLUMNS)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_row_is_read(tmp_path: Path) -> None:
    table_of(tmp_path, en="X|Y", ar="س", touches="AM|AZ", south="0", west="1", north="2", east="3")
    (row,) = read_curated(tmp_path)
    assert (row.id, row.feature_class, row.feature_code, row.country_code) == ("dl:x", "L", "RGN", None)
    assert [(name.text, name.lang, name.preferred) for name in row.names] == [
        ("س", "ar", True),
        ("X", "en", True),
        ("Y", "en", False),
    ]
    assert row.touches == ("AM", "AZ")
    assert row.box is not None
    assert (row.box.south, row.box.west, row.box.north, row.box.east) == (0, 1, 2, 3)


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        pytest.param({"id": ""}, "the id is empty", id="no id"),
        pytest.param({"lat": "north"}, "north", id="no number"),
        pytest.param({"status": "odd"}, "the status 'odd' is none of", id="unknown status"),
        pytest.param({"south": "1"}, "could not convert", id="half a box"),
    ],
)
def test_a_bad_row_is_named_with_its_line(tmp_path: Path, cells: Cells, sentence: str) -> None:
    path = table_of(tmp_path, **cells)
    with pytest.raises(GazetteerError, match=re.escape(sentence)) as caught:
        list(read_curated(tmp_path))
    assert str(caught.value).startswith(f"{path}, line 2: ")


def test_other_columns_are_named(tmp_path: Path) -> None:
    (tmp_path / "table.tsv").write_text("id\tname\nx\ty\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match="must have the columns id class code"):
        list(read_curated(tmp_path))
