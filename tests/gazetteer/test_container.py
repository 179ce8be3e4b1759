"""The index file: what is written is read, and what is damaged is said in one sentence."""

import struct
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import GazetteerError
from geo.gazetteer.container import MAGIC, VERSION, open_container, write_container
from geo.gazetteer.index import open_gazetteer
from geo.gazetteer.rows import Name
from tests.gazetteer.tiny import make_row, write_index

HEADER = 20  # bytes
ROWS = [make_row("gn:1", Name(text="Aleppo", lang="en")), make_row("gn:2", Name(text="Homs", lang="en"))]


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return write_index(tmp_path / "places.dgz", ROWS)


def refusal(path: Path) -> str:
    with pytest.raises(GazetteerError) as caught:
        open_gazetteer(path)
    return str(caught.value)


def assert_helps(sentence: str, path: Path) -> None:
    assert str(path) in sentence
    assert "python -m geo gazetteer build" in sentence
    assert "\n" not in sentence


def replaced(content: bytes, at: int, new: bytes) -> bytes:
    return content[:at] + new + content[at + len(new) :]


DAMAGES: list[tuple[str, Callable[[bytes], bytes], str]] = [
    ("empty", lambda _: b"", "empty or truncated"),
    ("shorter than its header", lambda content: content[: HEADER - 1], "empty or truncated"),
    ("foreign", lambda _: b"SQLite format 3\0" + b"x" * 100, "is not a Dateline gazetteer index"),
    ("a text", lambda _: "خبر عاجل من موسكو".encode() * 3, "is not a Dateline gazetteer index"),
    ("older", lambda content: replaced(content, len(MAGIC), struct.pack("<I", VERSION - 1)), "has format"),
    ("newer", lambda content: replaced(content, len(MAGIC), struct.pack("<I", VERSION + 1)), "has format"),
    ("contents too long", lambda content: replaced(content, 12, struct.pack("<I", 1 << 31)), "truncated or damaged"),
    ("contents too short", lambda content: replaced(content, 12, struct.pack("<I", 4)), "truncated or damaged"),
    ("another checksum", lambda content: replaced(content, 16, b"\0\0\0\0"), "truncated or damaged"),
    ("last byte missing", lambda content: content[:-1], "truncated: 1 bytes are missing"),
]


@pytest.mark.parametrize(("damage", "sentence"), [pytest.param(*case[1:], id=case[0]) for case in DAMAGES])
def test_a_damaged_index_is_refused(index: Path, damage: Callable[[bytes], bytes], sentence: str) -> None:
    index.write_bytes(damage(index.read_bytes()))
    said = refusal(index)
    assert sentence in said
    assert_helps(said, index)


@pytest.mark.parametrize("tenths", range(10))
def test_a_truncated_index_is_refused(index: Path, tenths: int) -> None:
    content = index.read_bytes()
    index.write_bytes(content[: len(content) * tenths // 10])
    said = refusal(index)
    assert "truncated" in said
    assert_helps(said, index)


@pytest.mark.parametrize("share", range(10))
def test_a_flipped_byte_in_the_contents_is_refused(index: Path, share: int) -> None:
    content = index.read_bytes()
    length = struct.unpack_from("<I", content, 12)[0]
    at = HEADER + share * length // 10
    index.write_bytes(replaced(content, at, bytes([content[at] ^ 0x20])))
    said = refusal(index)
    assert "truncated or damaged" in said
    assert_helps(said, index)


def test_a_missing_index_is_refused(tmp_path: Path) -> None:
    said = refusal(tmp_path / "none.dgz")
    assert "there is no gazetteer index" in said
    assert_helps(said, tmp_path / "none.dgz")


def test_a_folder_is_no_index(tmp_path: Path) -> None:
    said = refusal(tmp_path)
    assert "cannot be read" in said
    assert_helps(said, tmp_path)


def test_a_flipped_byte_in_a_section_is_found(index: Path) -> None:
    assert open_container(index).damaged_sections() == ()
    content = index.read_bytes()
    at = content.rindex(b"Aleppo")
    index.write_bytes(replaced(content, at, b"aleppo"))
    assert open_container(index).damaged_sections() == ("shown",)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.text(max_size=8), st.binary(max_size=64), max_size=5))
def test_sections_survive(tmp_path_factory: pytest.TempPathFactory, sections: dict[str, bytes]) -> None:
    path = tmp_path_factory.getbasetemp() / "sections.dgz"
    write_container(path, sections, {"note": "مكان"})
    container = open_container(path)
    assert {name: bytes(view) for name, view in container.sections.items()} == sections
    assert container.about == {"note": "مكان"}
    assert container.damaged_sections() == ()


class FullDisk(Mapping[str, bytes]):
    """Sections of which the second cannot be had when it is time to write it."""

    def __init__(self) -> None:
        self._sections = {"one": b"1" * 100, "two": b"2" * 100}
        self._reads = 0

    def __getitem__(self, name: str) -> bytes:
        self._reads += 1
        if self._reads > len(self._sections) + 1:
            raise OSError(28, "No space left on device")
        return self._sections[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sections)

    def __len__(self) -> int:
        return len(self._sections)


def test_a_failed_build_leaves_the_old_index(index: Path) -> None:
    before = index.read_bytes()
    with pytest.raises(OSError, match="No space left"):
        write_container(index, FullDisk(), {})
    assert index.read_bytes() == before
    assert len(open_gazetteer(index)) == len(ROWS)


def test_an_open_index_outlives_its_replacement(index: Path) -> None:
    old = open_gazetteer(index)
    write_index(index, [make_row("gn:3", Name(text="Hama", lang="en"))])
    assert [entry.place.id for entry in old.entries("Aleppo")] == ["gn:1"]
    assert [entry.place.id for entry in open_gazetteer(index).entries("Hama")] == ["gn:3"]


def test_a_build_makes_the_folder(tmp_path: Path) -> None:
    path = write_index(tmp_path / "data" / "gazetteer" / "places.dgz", ROWS)
    assert [file.name for file in path.parent.iterdir()] == ["places.dgz"]
