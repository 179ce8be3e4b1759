"""Laying rows out: the same rows give the same bytes, and unfinished work leaves nothing behind."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import GazetteerError
from geo.gazetteer.container import write_container
from geo.gazetteer.importance import importance
from geo.gazetteer.indexing import MAX_WORDS, IndexWriter, area_sections
from geo.gazetteer.layout import SHORTEST_NAME
from geo.gazetteer.rows import Name, Row
from geo.models import Point
from geo.text.tokens import name_key
from tests.gazetteer.tiny import make_row, open_index, write_index

NAMES = st.lists(
    st.builds(Name, text=st.text(st.characters(categories=["L", "Zs"]), min_size=1, max_size=8), lang=st.sampled_from([None, "ar", "en", "fi"])),
    min_size=1,
    max_size=4,
)  # fmt: skip


def rows_of(names: list[list[Name]]) -> list[Row]:
    return [make_row(f"gn:{i}", *of_place, population=1000 * i) for i, of_place in enumerate(names)]


@settings(max_examples=50, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=6))
def test_every_name_leads_to_its_places_best_known_first(
    tmp_path_factory: pytest.TempPathFactory, names: list[list[Name]]
) -> None:
    rows = rows_of(names)
    index = open_index(tmp_path_factory.getbasetemp() / "any.dgz", rows)
    assert len(index) == len(rows)
    for row in rows:
        for name in row.names:
            entries = index.entries(name.text)
            found = [entry.place.importance for entry in entries]
            assert found == sorted(found, reverse=True)
            if len(name_key(name.text)) >= SHORTEST_NAME and name_key(name.text).count(" ") < MAX_WORDS:
                assert row.id in {entry.place.id for entry in entries}


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    rows = rows_of([[Name(text=f"Town {i}"), Name(text="بلدة", lang="ar")] for i in range(300)])
    first = write_index(tmp_path / "one" / "places.dgz", rows).read_bytes()
    assert write_index(tmp_path / "two" / "places.dgz", rows).read_bytes() == first


def test_a_name_of_many_places_keeps_them_all(tmp_path: Path) -> None:
    rows = [make_row(f"gn:{i}", Name(text="San José"), population=i) for i in range(1, 1500)]
    entries = open_index(tmp_path / "many.dgz", rows).entries("san jose")
    assert len(entries) == len(rows)
    assert len({entry.place.id for entry in entries}) == len(rows)


def test_a_shared_id_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="1 places of the build share an id"):
        write_index(tmp_path / "places.dgz", [make_row("gn:1", Name(text="A1")), make_row("gn:1", Name(text="B1"))])


def test_a_build_that_dies_leaves_the_old_index_and_nothing_else(tmp_path: Path) -> None:
    index = write_index(tmp_path / "places.dgz", [make_row("gn:1", Name(text="Old"))])
    before = index.read_bytes()

    def build() -> None:
        with IndexWriter(tmp_path, lambda _: {}, {}) as writer:
            writer.add(make_row("gn:2", Name(text="New")))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build()
    assert index.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["places.dgz"]


def test_a_write_that_dies_leaves_the_old_index(tmp_path: Path) -> None:
    index = write_index(tmp_path / "places.dgz", [make_row("gn:1", Name(text="Old"))])
    before = index.read_bytes()

    class Dies(dict[str, bytes]):
        def values(self) -> object:  # type: ignore[override]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_container(index, Dies(a=b"x"), {})
    assert index.read_bytes() == before


def test_an_empty_index_can_be_asked(tmp_path: Path) -> None:
    index = open_index(tmp_path / "empty.dgz", [make_row("gn:1", Name(text="؟"))])
    assert index.entries("anything") == index.names_beginning("a") == index.similar_names("anything") == ()
    assert [place.id for place, _ in index.nearest(Point(lat=1, lon=2))] == ["gn:1"]


def test_areas_of_unknown_places_are_left_out(tmp_path: Path) -> None:
    with IndexWriter(tmp_path, lambda _: {}, {}) as writer:
        writer.add(make_row("gn:1", Name(text="Town")))
        sections, _ = writer.sections()
    assert area_sections(sections["ids"], {"gn:2": b"x"})["area_rows"] == b""


@pytest.mark.parametrize(
    ("fields", "other"),
    [
        pytest.param({"feature_code": "PPL"}, {"feature_code": "PPLX"}, id="a town before a part of one"),
        pytest.param({"feature_code": "PPL"}, {"feature_code": "PPLQ"}, id="a town before an abandoned one"),
        pytest.param({"feature_class": "A", "feature_code": "ADM1"}, {"feature_class": "A", "feature_code": "ADM2"}, id="levels"),
        pytest.param({"importance": 0.97}, {"population": 10_000_000}, id="what a source says counts"),
    ],
)  # fmt: skip
def test_what_is_better_known(fields: dict[str, object], other: dict[str, object]) -> None:
    name = Name(text="Town")
    assert importance(make_row("gn:1", name, **{"population": 20_000, **fields})) > importance(
        make_row("gn:2", name, **{"population": 20_000, **other})
    )
