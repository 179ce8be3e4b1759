"""A user's own places: what is read, what is said about bad rows, and that they outrank the rest."""

import json
from pathlib import Path
from typing import Any

import pytest

from geo.errors import GazetteerError
from geo.gazetteer.index import open_gazetteer
from geo.gazetteer.layers import open_layers
from geo.gazetteer.own import OwnFile, add_own_places, own_indexes, read_own_places, remove_own_places
from geo.gazetteer.rows import Name
from geo.models import Point
from geo.text.tokens import tokenise
from tests.gazetteer.tiny import make_country_row, make_row, write_index

HEAD = "name,lat,lon,country,name_ar,names,class,code,population,id"


def csv_of(folder: Path, *rows: str, head: str = HEAD, encoding: str = "utf-8") -> Path:
    path = folder / "camps.csv"
    path.write_text("\n".join([head, *rows]) + "\n", encoding=encoding)
    return path


def geojson_of(folder: Path, *features: Any) -> Path:
    path = folder / "camps.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def point(lon: float, lat: float, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [lon, lat]}, "properties": properties}


def nowhere(_: Point) -> None:
    return None


def problems(path: Path) -> str:
    return "\n".join(read_own_places(path).problems)


def test_a_row_becomes_a_place(tmp_path: Path) -> None:
    path = csv_of(tmp_path, 'Camp North,36.1,37.2,sy,مخيم الشمال,The Camp|Camp N,L,CMP,"12,000",north')
    (row,) = read_own_places(path).rows
    assert (row.id, row.country_code, row.feature_class, row.feature_code) == ("user:north", "SY", "L", "CMP")
    assert (row.point, row.population) == (Point(lat=36.1, lon=37.2), 12_000)
    assert {(name.text, name.lang) for name in row.names} == {
        ("Camp North", None),
        ("Camp North", "en"),
        ("مخيم الشمال", "ar"),
        ("The Camp", None),
        ("Camp N", None),
    }


def test_three_columns_are_enough(tmp_path: Path) -> None:
    path = csv_of(tmp_path, "Depot;1,5", head="name;lat")
    with pytest.raises(GazetteerError, match="there is no column lon"):
        read_own_places(path)
    (row,) = read_own_places(csv_of(tmp_path, " Depot ;1.5; 2 ", head="Name;LAT;Lon")).rows
    assert (row.id, row.point, row.feature_class) == ("user:depot", Point(lat=1.5, lon=2.0), "P")


def test_equal_names_get_ids_of_their_own(tmp_path: Path) -> None:
    rows = read_own_places(csv_of(tmp_path, "Well,1,2", "Well,3,4", head="name,lat,lon")).rows
    assert [row.id for row in rows] == ["user:well", "user:well-2"]


def test_geojson_points_and_polygons(tmp_path: Path) -> None:
    square = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}
    path = geojson_of(
        tmp_path, point(37.2, 36.1, name="Aa", Name_AR="ألف"), {"geometry": square, "properties": {"name": "Bb"}}
    )
    first, second = read_own_places(path).rows
    assert first.point == Point(lat=36.1, lon=37.2)
    assert ("ألف", "ar") in {(name.text, name.lang) for name in first.names}
    assert second.point == Point(lat=1, lon=1)
    assert second.box is not None
    assert (second.box.south, second.box.west, second.box.north, second.box.east) == (0, 0, 2, 2)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        pytest.param(",1,2", "line 2: the name is empty", id="no name"),
        pytest.param("؟,1,2", "line 2: the name is empty", id="no word"),
        pytest.param("A,1,2", "line 2: the name 'A' has one letter", id="one letter"),
        pytest.param("Aa,north,2", "line 2: lat is 'north', which is no number; write decimal degrees", id="no number"),
        pytest.param("Aa,,2", "line 2: lat is '', which is no number", id="empty"),
        pytest.param('Aa,"36,1",2', "write a decimal point, not a comma", id="decimal comma"),
        pytest.param("Aa,nan,2", "it must lie between -90 and 90", id="not a number"),
        pytest.param("Aa,95.5,300", "lat is 95.5, it must lie between -90 and 90", id="out of range"),
        pytest.param("Aa,1,200", "lon is 200, it must lie between -180 and 180", id="lon out of range"),
        pytest.param("Aa,137.2,36.1", "lat and lon look exchanged", id="exchanged, one out of range"),
        pytest.param("Aa,1,2,Syria", "the country 'SYRIA' is no code of two letters; write IQ, not Iraq", id="country"),
        pytest.param("Aa,1,2,,,,Q", "the class 'Q' is none of GeoNames'", id="class"),
        pytest.param("Aa,1,2,,,,P,p-l", "the code 'P-L' is no feature code", id="code"),
        pytest.param("Aa,1,2,,,,P,PPL,many", "the population 'many' is no whole number", id="population"),
        pytest.param("Aa,1,2,,,,,,,,,9", "more cells than the first line has columns", id="too many cells"),
    ],
)
def test_a_bad_row_is_named_with_its_line(tmp_path: Path, row: str, sentence: str) -> None:
    said = problems(csv_of(tmp_path, row))
    assert sentence in said
    assert said.startswith(f"{tmp_path / 'camps.csv'}, line 2: ")
    assert "\n" not in said


def test_latitude_and_longitude_exchanged_within_range_are_told_by_the_country(tmp_path: Path) -> None:
    def country_at(here: Point) -> str | None:
        return "SY" if (here.lat, here.lon) == (36.1, 37.2) else "TR"

    path = csv_of(tmp_path, "Aa,37.2,36.1,SY", "Bb,36.1,37.2,SY", "Cc,1,1,", head="name,lat,lon,country")
    read = read_own_places(path, country_at)
    assert [row.names[0].text for row in read.rows] == ["Bb", "Cc"]
    assert "does not lie in SY, but the other way round it does; exchange lat and lon" in read.problems[0]


def test_an_id_that_stands_twice_names_both_lines(tmp_path: Path) -> None:
    path = csv_of(tmp_path, "Aa,1,2,x", "Bb,1,2,x", head="name,lat,lon,id")
    assert problems(path) == f"{path}, line 3: the id x stands on line 2 already; give one of the two another"


@pytest.mark.parametrize(
    ("feature", "sentence"),
    [
        pytest.param({"type": "Feature", "properties": {"name": "A"}}, "it has no geometry", id="none"),
        pytest.param(point(1, 2) | {"properties": None}, "it is no Feature with properties", id="no properties"),
        pytest.param({"geometry": {"type": "Point", "coordinates": []}, "properties": {}}, "no geometry", id="empty"),
        pytest.param(point(1, 95, name="Aa"), "lat is 95", id="out of range"),
        pytest.param([], "it is no Feature", id="a list"),
        pytest.param(None, "it is no Feature", id="null"),
    ],
)
def test_a_bad_feature_is_named_with_its_number(tmp_path: Path, feature: Any, sentence: str) -> None:
    path = geojson_of(tmp_path, point(1, 2, name="good"), feature)
    read = read_own_places(path)
    assert len(read.rows) == 1
    assert sentence in read.problems[0]
    assert read.problems[0].startswith(f"{path}, feature 2: ")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        pytest.param("a.csv", "", "line 1: there is no column name, lat and lon", id="empty"),
        pytest.param("a.csv", "x,y\n1,2\n", "it needs name, lat and lon, and may have id", id="other columns"),
        pytest.param("a.geojson", "{", "line 1: ", id="no JSON"),
        pytest.param("a.geojson", "[1]", "is no GeoJSON FeatureCollection", id="no collection"),
        pytest.param("a.json", '{"features": 3}', "is no GeoJSON FeatureCollection", id="no features"),
    ],
)
def test_a_file_that_is_no_table_of_places(tmp_path: Path, name: str, content: str, sentence: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError) as caught:
        read_own_places(path)
    assert sentence in str(caught.value)
    assert str(path) in str(caught.value)


def test_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    path = csv_of(tmp_path, "Aa,1,2", "حلب,1,2", head="name,lat,lon", encoding="cp1256")
    with pytest.raises(GazetteerError, match="line 3: this is not UTF-8; save the file as"):
        read_own_places(path)
    path = tmp_path / "a.geojson"
    path.write_bytes('{"features": "حلب"}'.encode("cp1256"))
    with pytest.raises(GazetteerError, match="is not UTF-8"):
        read_own_places(path)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"cannot read .*none\.csv: No such file"):
        read_own_places(tmp_path / "none.csv")


# --- kept


def add(path: Path, folder: Path, *, skip_bad: bool = False) -> OwnFile:
    return add_own_places(path, folder, skip_bad=skip_bad, country_at=nowhere)


def test_of_a_hundred_thousand_rows_one_bad_keeps_all_out_unless_the_user_says_otherwise(tmp_path: Path) -> None:
    rows = [f"Place {i},{i % 90},{i % 180}" for i in range(100_000)]
    rows[66_666] = "Bad,1000,1"
    path, folder = csv_of(tmp_path, *rows, head="name,lat,lon"), tmp_path / "own"
    with pytest.raises(GazetteerError) as caught:
        add(path, folder)
    assert "line 66668: lat is 1000" in str(caught.value)
    assert "nothing was added; mend the file, or add its 99,999 good rows with --skip-bad" in str(caught.value)
    assert own_indexes(folder) == ()
    assert len(add(path, folder, skip_bad=True).problems) == 1
    assert len(open_gazetteer(own_indexes(folder)[0])) == 99_999


def test_many_bad_rows_are_not_all_listed(tmp_path: Path) -> None:
    path = csv_of(tmp_path, *["Aa,x,1"] * 25, "Bb,1,1", head="name,lat,lon")
    with pytest.raises(GazetteerError) as caught:
        add(path, tmp_path / "own")
    lines = str(caught.value).split("\n")
    assert len(lines) == 12
    assert lines[10] == "and 15 more"


def test_a_file_without_a_good_row_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="has no place that can be used"):
        add(csv_of(tmp_path, head="name,lat,lon"), tmp_path / "own")


def test_a_file_added_again_is_replaced_and_can_be_forgotten(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    add(csv_of(tmp_path, "Aa,1,2", head="name,lat,lon"), folder)
    add(csv_of(tmp_path, "Bb,1,2", "Cc,1,2", head="name,lat,lon"), folder)
    (index,) = own_indexes(folder)
    assert len(open_gazetteer(index)) == 2
    assert [file.name for file in folder.iterdir()] == ["camps.dgz"]
    remove_own_places("camps.csv", folder)
    assert own_indexes(folder) == ()
    with pytest.raises(GazetteerError, match="no file camps was added; these were: none"):
        remove_own_places("camps", folder)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"cannot write .*DATELINE_PLACES"):
        add(csv_of(tmp_path, "Aa,1,2", head="name,lat,lon"), tmp_path / "file" / "own")


# --- read as one


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    rows = [
        make_row(
            "gn:1", Name(text="Paris", lang="en", preferred=True), population=2_000_000, point=Point(lat=48, lon=2)
        ),
        make_row("gn:2", Name(text="Homs", lang="en", preferred=True)),
        make_country_row("SY", Name(text="Syria", lang="en")),
    ]
    return write_index(tmp_path / "shipped.dgz", rows)


def test_own_places_outrank_those_that_ship(tmp_path: Path, shipped: Path) -> None:
    add(csv_of(tmp_path, "Paris,33.5,36.5", "Camp Seven,1,2", head="name,lat,lon"), tmp_path / "own")
    both = open_layers(shipped, own_indexes(tmp_path / "own"))
    assert [entry.place.id for entry in both.entries("Paris")] == ["user:paris", "gn:1"]
    assert len(both) == 5
    assert both.about["own_places"] == 2
    assert [both.place(i) is not None for i in ("user:paris", "gn:2", "gn:9")] == [True, True, False]
    text = tokenise("from Camp Seven to Paris and Homs")
    names = [both.known_name(found.name, "en") for found in both.scan(text)]
    assert [name.best for name in names if name] == [("user:camp-seven",), ("user:paris", "gn:1"), ("gn:2",)]
    assert [entry.place.id for entry in both.names_beginning("par")] == ["user:paris", "gn:1"]
    assert [entry.place.id for entry in both.similar_names("Camp Sevne")] == ["user:camp-seven"]
    near = both.nearest(Point(lat=33.5, lon=36.4), limit=3, within_km=20_000)
    assert near[0][0].id == "user:paris"
    assert both.containing(Point(lat=1, lon=1)) == ()
    assert both.area("iso:SY") is None


def test_without_own_places_the_index_is_read_alone(tmp_path: Path, shipped: Path) -> None:
    alone = open_layers(shipped, own_indexes(tmp_path / "none"))
    assert len(alone) == 3
