"""The command line: what it prints, what it says on stderr, and its exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from geo.__main__ import main
from geo.gazetteer.rows import Name
from tests.gazetteer.tiny import make_row, write_index

ROOT = Path(__file__).parent.parent
MENTION = ["start", "end", "text", "kind", "score", "place", "candidates", "why"]
PLACE = [
    "id",
    "name",
    "names",
    "lat",
    "lon",
    "country_code",
    "feature_class",
    "feature_code",
    "population",
    "disputed",
]


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def run_process(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the real thing, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "geo", *map(str, arguments)],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
        timeout=60,
    )


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def sentences(result: Result) -> list[str]:
    return result.stderr.splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of files, good and bad."""
    files: dict[str, bytes] = {
        "moscow.txt": "أعلنت موسكو أن الوفد وصل إلى باريس.".encode(),
        "rome.txt": b"The ship left for Rome.",
        "nothing.txt": b"The ship left.",
        "empty.txt": b"",
        "binary.txt": b"a\0b",
        "windows.txt": "موسكو".encode("cp1256"),
        "story.pdf": b"%PDF-1.7",
        "records.jsonl": b'{"id": "one", "text": "in Rome"}\nnot JSON\n{"id": "three", "text": "in Cairo", "title": "T"}\n',
        "table.csv": b"id,text,lang\none,in Rome,en\ntwo,,\n",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


# --- parse


@pytest.mark.parametrize(
    ("names", "code", "ids", "errors"),
    [
        pytest.param(["rome.txt"], 0, ["rome"], [], id="one"),
        pytest.param(["rome.txt", "moscow.txt", "rome.txt"], 0, ["rome", "moscow", "rome"], [], id="in order"),
        pytest.param(["nothing.txt"], 0, ["nothing"], [], id="nothing found is an answer"),
        pytest.param(["empty.txt"], 0, ["empty"], [], id="an empty text is an answer"),
        pytest.param(["table.csv"], 0, ["one", "two"], [], id="table"),
        pytest.param(["missing.txt"], 1, [], ["missing.txt: No such file"], id="missing"),
        pytest.param(["binary.txt", "rome.txt"], 1, ["rome"], ["binary.txt: it is a binary file"], id="binary"),
        pytest.param(["windows.txt", "rome.txt"], 1, ["rome"], ["windows.txt: byte 1 is not UTF-8"], id="encoding"),
        pytest.param(["story.pdf", "rome.txt"], 1, ["rome"], ["story.pdf: "], id="unsupported"),
        pytest.param([".", "rome.txt"], 1, ["rome"], [": Is a directory"], id="folder"),
        pytest.param(
            ["records.jsonl"], 1, ["one", "three"], ["records.jsonl, line 2: it is not JSON"], id="bad record"
        ),
        pytest.param(
            ["missing.txt", "rome.txt", "binary.txt", "moscow.txt"],
            1,
            ["rome", "moscow"],
            ["missing.txt", "binary.txt"],
            id="each failure is named, the rest is done",
        ),
    ],
)
def test_parse(folder: Path, names: list[str], code: int, ids: list[str], errors: list[str]) -> None:
    result = run("parse", "--format", "jsonl", *(folder / name for name in names))
    assert result.exit_code == code
    assert [record["id"] for record in records(result)] == ids
    said = sentences(result)
    assert len(said) == len(errors)
    for sentence, expected in zip(said, errors, strict=True):
        assert sentence.startswith("error: cannot read ")
        assert expected in sentence


def test_the_shape_of_a_record(folder: Path) -> None:
    (record,) = records(run("parse", "--format", "jsonl", folder / "moscow.txt"))
    assert list(record) == ["id", "lang", "title", "focus", "mentions"]
    assert (record["id"], record["lang"], record["title"]) == ("moscow", "ar", None)
    assert all(list(focus) == ["id", "name", "score"] for focus in record["focus"])
    moscow, paris = record["mentions"]
    for mention in (moscow, paris):
        assert list(mention) == MENTION
        assert list(mention["place"]) == PLACE
        assert all(list(candidate) == ["id", "name", "country_code", "score"] for candidate in mention["candidates"])
        assert mention["candidates"][0]["id"] == mention["place"]["id"]
        assert mention["candidates"][0]["score"] == mention["score"]
        assert all(isinstance(reason, str) for reason in mention["why"])
    assert (moscow["start"], moscow["end"], moscow["text"], moscow["kind"]) == (6, 11, "موسكو", "metonym")
    assert (moscow["place"]["id"], moscow["place"]["country_code"]) == ("gn:524901", "RU")
    assert (paris["text"], paris["kind"], paris["place"]["id"]) == ("باريس", "place", "gn:2988507")


def test_letters_are_printed_as_they_are(folder: Path) -> None:
    assert "موسكو" in run("parse", "--format", "jsonl", folder / "moscow.txt").stdout


def test_the_shape_of_geojson(folder: Path) -> None:
    result = run("parse", "--format", "geojson", folder / "moscow.txt", folder / "rome.txt", folder / "nothing.txt")
    collection = json.loads(result.stdout)
    assert (result.exit_code, list(collection), collection["type"]) == (0, ["type", "features"], "FeatureCollection")
    features = collection["features"]
    assert [(f["properties"]["article_id"], f["properties"]["name"]) for f in features] == [
        ("moscow", "Moscow"),
        ("moscow", "Paris"),
        ("rome", "Rome"),
    ]
    for feature in features:
        assert list(feature["properties"]) == [*PLACE, "article_id", "kinds", "score", "why", "mentions"]
        assert feature["geometry"]["coordinates"] == [feature["properties"]["lon"], feature["properties"]["lat"]]
        assert all(list(m) == ["start", "end", "text", "kind", "excerpt"] for m in feature["properties"]["mentions"])


def test_geojson_of_nothing_is_a_collection(folder: Path) -> None:
    result = run("parse", "--format", "geojson", folder / "missing.txt")
    assert (result.exit_code, json.loads(result.stdout)) == (1, {"type": "FeatureCollection", "features": []})


def test_the_table_is_the_default(folder: Path) -> None:
    result = run("parse", folder / "moscow.txt", folder / "empty.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith("moscow (ar): about ")
    assert "Moscow" in result.stdout
    assert "empty (und): about no place; 0 mentions" in result.stdout


@pytest.mark.parametrize("arguments", [pytest.param(["-"], id="dash"), pytest.param([], id="none")])
def test_standard_input_is_one_text(arguments: list[str]) -> None:
    result = run("parse", "--format", "jsonl", *arguments, stdin="وصل إلى روما.")
    assert result.exit_code == 0
    assert [(r["id"], [m["text"] for m in r["mentions"]]) for r in records(result)] == [("stdin", ["روما"])]


@pytest.mark.parametrize(
    ("stdin", "code"), [pytest.param(b"", 0, id="empty"), pytest.param(b"\xff\xff", 1, id="not UTF-8")]
)
def test_a_bad_standard_input(stdin: bytes, code: int) -> None:
    result = run("parse", "--format", "jsonl", stdin=stdin)
    assert result.exit_code == code
    assert len(sentences(result)) == code


@pytest.mark.parametrize(
    ("lang", "used"), [pytest.param("ar", "ar", id="code"), pytest.param("ar-EG", "ar", id="with a country")]
)
def test_the_language_can_be_given(folder: Path, lang: str, used: str) -> None:
    assert records(run("parse", "--format", "jsonl", "--lang", lang, folder / "rome.txt"))[0]["lang"] == used


def test_a_language_without_rules_is_named_on_stderr(tmp_path: Path) -> None:
    texts = ["Regeringen vill inte bygga en ny bro till Malmö", "They met in Paris and in the south of Spain", ""]
    path = tmp_path / "stories.jsonl"
    path.write_text("\n".join(json.dumps({"id": f"s{i}", "text": text}) for i, text in enumerate(texts)))
    for form in ("jsonl", "table", "geojson"):
        result = run("parse", "--format", form, path)
        assert (result.exit_code, sentences(result)) == (
            0,
            ["note: no rules for the language of s0; read by the script alone, so some names may be missed."],
        )
    result = run("parse", "--format", "jsonl", path)
    assert [list(record) for record in records(result)] == [["id", "lang", "title", "focus", "mentions"]] * 3


def test_many_texts_without_rules_make_one_note(tmp_path: Path) -> None:
    line = "Regeringen vill inte bygga en ny bro till Malmö"
    path = tmp_path / "stories.jsonl"
    path.write_text("\n".join(json.dumps({"id": f"s{i}", "text": line}) for i in range(7)))
    (note,) = sentences(run("parse", "--format", "jsonl", path))
    assert "s0, s1, s2, s3, s4 and 2 more;" in note


def test_titles_of_records_are_kept(folder: Path) -> None:
    assert [r["title"] for r in records(run("parse", "--format", "jsonl", folder / "records.jsonl"))] == [None, "T"]


def test_output_goes_to_a_file(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    result = run("parse", "--format", "jsonl", "-o", target, folder / "moscow.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(target.read_text(encoding="utf-8"))["id"] == "moscow"


def test_an_output_that_cannot_be_written(folder: Path) -> None:
    result = run("parse", "-o", folder / "none" / "out.txt", folder / "rome.txt")
    assert result.exit_code == 1
    (said,) = sentences(result)
    assert "cannot write" in said
    assert str(folder / "none" / "out.txt") in said


@pytest.mark.parametrize("form", ["json", "csv", "kml", "html"])
def test_a_planned_format_is_wrong_usage_until_it_is_built(folder: Path, form: str) -> None:
    result = run("parse", "--format", form, folder / "rome.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"'{form}' is not built yet; choose one of table, jsonl, geojson" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["parse", "--format", "yaml"], id="unknown format"),
        pytest.param(["parse", "--unknown"], id="unknown option"),
        pytest.param(["lookup"], id="no name"),
        pytest.param(["lookup", "Paris", "--format", "jsonl"], id="a format of another command"),
        pytest.param(["unknown"], id="unknown command"),
        pytest.param(["gazetteer", "unknown"], id="unknown subcommand"),
    ],
)
def test_wrong_usage(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize("arguments", [[], ["parse"], ["lookup"], ["gazetteer"], ["gazetteer", "info"]])
def test_every_command_has_help(arguments: list[str]) -> None:
    result = run(*arguments, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


# --- lookup and gazetteer


def test_lookup_prints_a_table() -> None:
    result = run("lookup", "طرابلس")
    head, first, second, *_ = result.stdout.splitlines()
    assert result.exit_code == 0
    assert head.split() == ["id", "name", "kind", "country", "lat", "lon", "population"]
    assert first.split()[:4] == ["gn:2210247", "Tripoli", "P.PPLC", "LY"]
    assert second.split()[:4] == ["gn:266826", "Tripoli", "P.PPLA", "LB"]


def test_lookup_prints_json() -> None:
    places = json.loads(run("lookup", "طرابلس", "--country", "lb", "--format", "json").stdout)
    assert places[0]["id"] == "gn:266826"
    assert {place["country_code"] for place in places} == {"LB"}
    assert list(places[0]) == PLACE


def test_lookup_shows_names_in_a_language() -> None:
    assert "طرابلس" in run("lookup", "Tripoli", "--lang", "ar").stdout


def test_a_disputed_place_is_in_no_country() -> None:
    assert "disputed" in run("lookup", "Nagorno-Karabakh").stdout
    place, *_ = json.loads(run("lookup", "قره باغ", "--format", "json").stdout)
    assert (place["country_code"], place["disputed"]) == (None, True)


@pytest.mark.parametrize(
    ("form", "said"), [("table", "The gazetteer has no place named Xyzzyville.\n"), ("json", "[]\n")]
)
def test_looking_up_nothing_is_an_answer(form: str, said: str) -> None:
    result = run("lookup", "Xyzzyville", "--format", form)
    assert (result.exit_code, result.stdout) == (0, said)


def test_info_says_what_the_index_holds() -> None:
    result = run("gazetteer", "info")
    assert result.exit_code == 0
    assert {"index", "places", "names", "package", "file"} <= {line.split()[0] for line in result.stdout.splitlines()}


def test_another_index_can_be_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    town = make_row("gn:1", Name(text="Xyzzyville", lang="en", preferred=True), population=2_000_000)
    index = write_index(tmp_path / "own.dgz", [town])
    monkeypatch.setenv("DATELINE_GAZETTEER", str(index))
    assert "gn:1" in run("lookup", "Xyzzyville").stdout
    assert str(index) in run("gazetteer", "info").stdout
    (record,) = records(run("parse", "--format", "jsonl", stdin="They went to Xyzzyville in Paris."))
    assert [mention["place"]["id"] for mention in record["mentions"]] == ["gn:1"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(None, "there is no gazetteer index at", id="missing"),
        pytest.param(b"", "is empty or truncated", id="empty"),
        pytest.param(b"hello " * 100, "is not a Dateline gazetteer index", id="foreign"),
    ],
)
@pytest.mark.parametrize("arguments", [["parse", "-"], ["lookup", "Paris"], ["gazetteer", "info"]], ids=lambda a: a[0])
def test_a_bad_index_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], content: bytes | None, sentence: str
) -> None:
    path = tmp_path / "places.dgz"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setenv("DATELINE_GAZETTEER", str(path))
    result = run(*arguments, stdin="in Paris")
    assert (result.exit_code, result.stdout) == (1, "")
    (said,) = sentences(result)
    assert sentence in said
    assert str(path) in said


def test_a_misspelled_name_gives_those_spelled_alike() -> None:
    result = run("lookup", "Mosocw")
    assert result.exit_code == 0
    assert "gn:524901" in result.stdout
    assert result.stderr == "The gazetteer has no place named Mosocw; these are spelled alike.\n"


# --- a user's own places


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_PLACES", str(tmp_path / "own"))
    return tmp_path


def test_own_places_are_added_found_and_forgotten(own: Path) -> None:
    (own / "camps.csv").write_text("name,lat,lon,country\nMoscow,36.1,37.2,SY\n", encoding="utf-8")
    added = run("gazetteer", "add", own / "camps.csv")
    assert (added.exit_code, added.stderr) == (0, "")
    assert added.stdout.startswith("Added 1 places of ")
    first, *_ = json.loads(run("lookup", "Moscow", "--format", "json").stdout)
    assert (first["id"], first["lat"], first["lon"]) == ("user:moscow", 36.1, 37.2)
    (record,) = records(run("parse", "--format", "jsonl", stdin="He lives in Moscow."))
    assert record["mentions"][0]["place"]["id"] == "user:moscow"
    assert "1 places of camps" in run("gazetteer", "info").stdout
    assert run("gazetteer", "remove", "camps").exit_code == 0
    first, *_ = json.loads(run("lookup", "Moscow", "--format", "json").stdout)
    assert first["id"] == "gn:524901"


def test_a_bad_row_keeps_the_file_out_unless_it_is_to_be_skipped(own: Path) -> None:
    (own / "camps.csv").write_text("name,lat,lon\nGood,1,2\nBad,100,200\n", encoding="utf-8")
    refused = run("gazetteer", "add", own / "camps.csv")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "camps.csv, line 3: lat is 100" in refused.stderr
    assert "nothing was added" in refused.stderr
    taken = run("gazetteer", "add", own / "camps.csv", "--skip-bad")
    assert taken.exit_code == 1
    assert "camps.csv, line 3: lat is 100" in taken.stderr
    assert taken.stdout.startswith("Added 1 places of ")


def test_exchanged_coordinates_are_told_by_the_country(own: Path) -> None:
    (own / "camps.csv").write_text("name,lat,lon,country\nCamp,37.2,36.1,SY\n", encoding="utf-8")
    assert "exchange lat and lon" in run("gazetteer", "add", own / "camps.csv").stderr


def test_what_was_never_added_cannot_be_removed(own: Path) -> None:
    result = run("gazetteer", "remove", "camps")
    assert result.exit_code == 1
    assert "no file camps was added; these were: none" in result.stderr
    assert not (own / "own").exists()


def test_a_build_without_its_packages_says_what_to_do(own: Path) -> None:
    result = run("gazetteer", "build", "--packages", own, "-o", own / "x.dgz")
    assert result.exit_code == 1
    assert "`make packages`" in result.stderr or "pip install -r requirements-build.txt" in result.stderr
    assert not (own / "x.dgz").exists()


def test_alternate_names_alone_are_wrong_usage(own: Path) -> None:
    (own / "names.zip").write_bytes(b"")
    assert run("gazetteer", "build", "--alternate-names", own / "names.zip").exit_code == 2


# --- in a process of its own


def test_the_process_tells_success() -> None:
    done = run_process("parse", "--format", "jsonl", stdin="وصل إلى روما.".encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["mentions"][0]["text"] == "روما"


def test_the_process_tells_failure(folder: Path) -> None:
    done = run_process("parse", folder / "binary.txt", folder / "rome.txt")
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"Rome" in done.stdout


def test_the_process_tells_wrong_usage() -> None:
    assert run_process("parse", "--format", "kml").returncode == 2


def test_a_missing_index_fails_the_process(tmp_path: Path) -> None:
    done = run_process("parse", stdin=b"in Paris", DATELINE_GAZETTEER=str(tmp_path / "none.dgz"))
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (1, b"", 1)
    assert b"none.dgz" in done.stderr


def test_a_terminal_of_another_encoding(folder: Path) -> None:
    done = run_process("parse", "--format", "jsonl", folder / "moscow.txt", PYTHONIOENCODING="cp1252")
    assert done.returncode == 0


def test_half_a_surrogate_pair_in_a_record(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(
        '{"id": "1", "text": "in Rome", "title": "\\ud800"}\n{"id": "2", "text": "in Rome"}\n', encoding="ascii"
    )
    done = run_process("parse", "--format", "jsonl", file)
    assert b"Traceback" not in done.stderr
    assert b'"id": "2"' in done.stdout


BAD_TEXTS = {
    "byte.txt": b"in Paris \xff then Rome",
    "cut.txt": "وصل إلى روما".encode()[:-1],
    "surrogate.txt": b"in Paris \xed\xa0\x80 then Rome",
    "nul.txt": b"in Paris\0 then Rome",
}
BAD_LINES = (
    rb'{"id": "1", "text": "in \ud800Paris\udfff and \udc00Rome", "title": "\ud800", "lang": "\udfff", "source": "\ud83d"}',
    rb'{"id": "\ud800", "text": "in Paris\u0000 and\u2028Rome\u0085"}',
    b'{"id": "3", "text": "in Paris \xff"}',
    b'{"id": "4", "text": "in Rome \xed\xa0\x80"}',
    b"[" * 100_000,
    b'{"id": "6", "text": "in Ro',
)


@pytest.mark.parametrize("form", ["jsonl", "geojson", "table"])
def test_texts_of_a_bad_decoder(tmp_path: Path, form: str) -> None:
    for name, content in BAD_TEXTS.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "lines.jsonl").write_bytes(b"\n".join(BAD_LINES))
    done = run_process("parse", "--format", form, *(tmp_path / name for name in BAD_TEXTS), tmp_path / "lines.jsonl")
    said = [line for line in done.stderr.decode().splitlines() if not line.startswith("note: ")]
    assert (done.returncode, len(said)) == (1, len(BAD_TEXTS) + 3)
    assert all(line.startswith("error: cannot read ") for line in said)
    printed = done.stdout.decode()
    if form == "jsonl":
        read = [json.loads(line) for line in printed.split("\n")[:-1]]
        found = [(one["id"], [mention["text"] for mention in one["mentions"]]) for one in read]
        assert found == [("1", ["Paris", "Rome"]), ("\ud800", ["Paris", "Rome"]), ("4", ["Rome"])]
    elif form == "geojson":
        assert len(json.loads(printed)["features"]) == 5


@pytest.mark.parametrize("form", ["table", "json"])
def test_a_name_that_is_not_utf8_is_not_found(form: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "geo", "lookup", b"\xffParis\xff", "--lang", b"\xff", "--format", form],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode()


def test_json_is_utf8_in_a_terminal_of_another_encoding() -> None:
    done = run_process("lookup", "Tripoli", "--format", "json", PYTHONIOENCODING="cp1252")
    assert "طرابلس" in done.stdout.decode()
