"""The full dump of GeoNames, in small: its tables, its archives, and what is said when they are not those."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.errors import GazetteerError
from geo.gazetteer.rows import Row
from geo.gazetteer.sources.dump import Dump, read_dump
from geo.models import Point


def place_line(number: int, name: str, **cells: object) -> str:
    given = {"untagged": "", "lat": "36.2", "lon": "37.1", "class": "P", "code": "PPL", "country": "SY", "admin1": "09"}
    given |= {"population": "500"} | {key: str(value) for key, value in cells.items()}
    row = [number, name, name, given["untagged"], given["lat"], given["lon"], given["class"], given["code"]]
    row += [
        given["country"],
        "",
        given["admin1"],
        "",
        "",
        "",
        given["population"],
        "",
        "0",
        "Asia/Damascus",
        "2026-01-01",
    ]
    return "\t".join(map(str, row))


def alternate_line(number: int, lang: str, name: str, preferred: str = "", historic: str = "") -> str:
    return f"{number}9\t{number}\t{lang}\t{name}\t{preferred}\t\t\t{historic}\t\t"


def table(path: Path, *lines: str) -> Path:
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def zipped(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(f"{name}.txt", content)
    return path


def read(folder: Path, places: Path, alternates: Path | None = None) -> list[Row]:
    return list(read_dump(Dump(places=places, alternate_names=alternates, scratch=folder), {"SY.09": "iso:SY-HL"}))


def test_a_place_and_its_names(tmp_path: Path) -> None:
    places = table(tmp_path / "SY.txt", place_line(170063, "Aleppo", untagged="Halab,mwskw,ALP,حلب,Alep", population=9))
    alternates = table(
        tmp_path / "names.txt",
        alternate_line(170063, "ar", "حلب", preferred="1"),
        alternate_line(170063, "fr", "Alep"),
        alternate_line(170063, "iata", "ALP"),
        alternate_line(170063, "link", "https://example.org"),
        alternate_line(170063, "la", "Beroea", historic="1"),
        alternate_line(170063, "zh-Hant", "阿勒頗"),
        alternate_line(1, "en", "Elsewhere"),
    )
    (row,) = read(tmp_path, places, alternates)
    assert (row.id, row.feature_class, row.feature_code, row.country_code) == ("gn:170063", "P", "PPL", "SY")
    assert (row.point, row.population, row.division) == (Point(lat=36.2, lon=37.1), 9, "iso:SY-HL")
    assert [(name.text, name.lang, name.preferred) for name in row.names] == [
        ("Aleppo", "en", True),
        ("حلب", "ar", True),
        ("Alep", "fr", False),
        ("阿勒頗", "zh", False),
        ("Halab", None, False),
    ]


def test_what_is_gone_is_left_out_but_for_towns(tmp_path: Path) -> None:
    places = table(
        tmp_path / "all.txt",
        "# a comment",
        place_line(1, "Old Town", code="PPLH"),
        place_line(2, "Old Province", **{"class": "A", "code": "ADM1H"}),
        place_line(3, "Dry Well", **{"class": "H", "code": "WLLQ"}),
        place_line(4, "Nothing", **{"class": ""}),
        place_line(5, "River", **{"class": "H", "code": "STM", "country": ""}),
    )
    rows = read(tmp_path, places)
    assert [row.id for row in rows] == ["gn:1", "gn:5"]
    assert rows[1].country_code is None


def test_archives_are_read_as_they_are(tmp_path: Path) -> None:
    places = zipped(tmp_path / "SY.zip", readme="not this\n", SY=place_line(1, "Homs") + "\n")
    alternates = zipped(tmp_path / "alternateNamesV2.zip", iso="x\n", alternateNamesV2=alternate_line(1, "ar", "حمص"))
    (row,) = read(tmp_path, places, alternates)
    assert [name.text for name in row.names] == ["Homs", "حمص"]
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["SY.zip", "alternateNamesV2.zip"]


def cut(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[:40])
    return path


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        pytest.param(
            lambda d: table(d / "a.txt", place_line(1, "A"), "1\t2"), "a.txt, line 2: 2 columns", id="columns"
        ),
        pytest.param(lambda d: table(d / "a.txt", place_line(1, "A", lat="x")), "a.txt, line 1: ", id="no number"),
        pytest.param(lambda d: cut(zipped(d / "a.zip", a=place_line(1, "A"))), "cannot read", id="cut archive"),
        pytest.param(lambda d: table(d / "a.zip", "no archive"), "cannot read", id="no archive"),
        pytest.param(lambda d: zipped(d / "a.zip"), "no table is in it", id="empty archive"),
        pytest.param(lambda d: d / "none.txt", "cannot read", id="missing"),
    ],
)
def test_a_file_that_is_no_dump_is_said(tmp_path: Path, make: Callable[[Path], Path], sentence: str) -> None:
    with pytest.raises(GazetteerError) as caught:
        read(tmp_path, make(tmp_path))
    assert sentence in str(caught.value)
    assert "download it again" in str(caught.value)


def test_alternate_names_that_are_none_are_said(tmp_path: Path) -> None:
    places = table(tmp_path / "all.txt", place_line(1, "A"))
    alternates = table(tmp_path / "names.txt", alternate_line(1, "ar", "أ"), "one\ttwo")
    with pytest.raises(
        GazetteerError, match=r"names.txt, line 2: 2 columns; this is not GeoNames' table of alternate names"
    ):
        read(tmp_path, places, alternates)
