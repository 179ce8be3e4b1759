"""Articles from files and streams: what can be read is read, what cannot is said in one sentence."""

import io
from pathlib import Path

import pytest

from geo.articles.files import read_articles, read_stream
from geo.articles.texts import MAX_BYTES
from geo.errors import ArticleError
from geo.models import Article


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(path: Path) -> list[str]:
    """Return each article as "id: text" and each error as its sentence without the folder."""
    return [
        f"{one.id}: {one.text}" if isinstance(one, Article) else str(one).replace(f"{path.parent}/", "")
        for one in read_articles(path)
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("story.txt", "in Rome\n", ["story: in Rome\n"], id="text"),
        pytest.param("story.md", "# Rome", ["story: # Rome"], id="markdown"),
        pytest.param("STORY.TXT", "in Rome", ["STORY: in Rome"], id="ending in capitals"),
        pytest.param("story", "in Rome", ["story: in Rome"], id="no ending"),
        pytest.param("my.story.txt", "in Rome", ["my.story: in Rome"], id="full stops in the name"),
        pytest.param("خبر.txt", "في روما", ["خبر: في روما"], id="Arabic name"),
        pytest.param("empty.txt", "", ["empty: "], id="an empty text is an answer"),
        pytest.param("crlf.txt", "a\r\nb", ["crlf: a\r\nb"], id="line ends stay"),
        pytest.param("empty.jsonl", "", [], id="no line, no article"),
        pytest.param(
            "a.jsonl", '{"id": "x", "text": "in Rome"}\n\n \n{"id": 7, "text": ""}', ["x: in Rome", "7: "], id="lines"
        ),
        pytest.param("a.jsonl", '\ufeff{"id": "x", "text": "t"}', ["x: t"], id="byte order mark"),
        pytest.param("a.csv", 'id,text\nx,"in\nRome"\n', ["x: in\nRome"], id="table"),
        pytest.param("a.csv", "\ufefftext;x,id,text\n1,2,3\n", ["2: 3"], id="table with a byte order mark"),
        pytest.param("empty.csv", "", [], id="empty table"),
    ],
)
def test_what_can_be_read(tmp_path: Path, name: str, content: str, said: list[str]) -> None:
    assert read(write(tmp_path, name, content)) == said


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        pytest.param("a.txt", b"a\0b", "cannot read a.txt: it is a binary file", id="binary"),
        pytest.param("a.txt", "موسكو".encode("cp1256"), "cannot read a.txt: byte 1 is not UTF-8", id="windows-1256"),
        pytest.param("a.txt", b"a" * (MAX_BYTES + 1), "the most is 5 MB", id="too large"),
        pytest.param("a.pdf", b"%PDF-1.7", "Dateline reads .txt, .md, .jsonl and .csv", id="unknown ending"),
        pytest.param(
            "a.csv", b"id,text\n1,\xff\n", "cannot read a.csv, line 2: it is not UTF-8", id="table, not UTF-8"
        ),
        pytest.param(
            "a.csv",
            "id,text\n1,موسكو\n".encode("utf-16"),
            "cannot read a.csv, line 1: it is not UTF-8",
            id="UTF-16 table",
        ),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str, content: bytes, sentence: str) -> None:
    (said,) = read(write(tmp_path, name, content))
    assert sentence in said
    assert said.startswith("cannot read ")
    assert "\n" not in said


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert "No such file" in read(tmp_path / "none.txt")[0]
    assert "Is a directory" in read(tmp_path)[0]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        pytest.param(b"{not json}", "line 2: it is not JSON", id="not JSON"),
        pytest.param(b'{"id": "x", "text": "\xff"}', "line 2: it is not JSON", id="not UTF-8"),
        pytest.param(b"[1, 2]", "line 2: an article needs a `text`", id="a list"),
        pytest.param(b'"text"', "line 2: an article needs a `text`", id="a string"),
        pytest.param(b'{"id": "x"}', "line 2: an article needs a `text`", id="no text"),
        pytest.param(b'{"id": "x", "text": 5}', "line 2: an article needs a `text`", id="text is a number"),
        pytest.param(b'{"text": "in Rome"}', "line 2: an article needs an `id`", id="no id"),
        pytest.param(b'{"id": "", "text": "in Rome"}', "line 2: an article needs an `id`", id="empty id"),
        pytest.param(b'{"id": null, "text": "in Rome"}', "line 2: an article needs an `id`", id="null id"),
        pytest.param(b'{"id": [1], "text": "in Rome"}', "line 2: ", id="id is a list"),
        pytest.param(b'{"id": "x", "text": "t", "title": {}}', "line 2: ", id="title is an object"),
        pytest.param(b"[" * 100_000, "line 2: it is not JSON", id="nested too deep"),
    ],
)
def test_a_bad_record_is_named_and_the_rest_is_read(tmp_path: Path, line: bytes, sentence: str) -> None:
    good = b'{"id": "%d", "text": "in Rome"}'
    first, said, last = read(write(tmp_path, "a.jsonl", b"\n".join([good % 1, line, good % 3])))
    assert (first, last) == ("1: in Rome", "3: in Rome")
    assert f"cannot read a.jsonl, {sentence}" in said
    assert "\n" not in said


def test_a_row_without_text_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    assert read(write(tmp_path, "a.csv", "id,text\n1\n,in Rome\n3,in Rome\n")) == [
        "cannot read a.csv, line 2: an article needs a `text`; add it and try again",
        "cannot read a.csv, line 3: an article needs an `id`; add it and try again",
        "3: in Rome",
    ]


def test_a_long_text_in_a_table(tmp_path: Path) -> None:
    assert read(write(tmp_path, "a.csv", f"id,text\n1,{'x' * 200_000}\n2,in Rome\n"))[1:] == ["2: in Rome"]


def test_a_bad_byte_in_a_table_costs_its_row_only(tmp_path: Path) -> None:
    first, _, last = read(write(tmp_path, "a.csv", b"id,text\n1,in Rome\n2,\xff\n3,in Rome\n"))
    assert (first, last) == ("1: in Rome", "3: in Rome")


def test_a_record_keeps_what_it_says_of_itself(tmp_path: Path) -> None:
    line = (
        '{"id": 5, "text": "في روما", "title": "عنوان", "lang": "ar", "source": "وكالة", "url": "https://example.org/5",'
        ' "published": "2024-05-01", "extra": "ignored"}'
    )
    assert list(read_articles(write(tmp_path, "a.jsonl", line))) == [
        Article(
            id="5",
            text="في روما",
            title="عنوان",
            lang="ar",
            source="وكالة",
            url="https://example.org/5",
            published="2024-05-01",
        )
    ]


def test_empty_fields_are_none(tmp_path: Path) -> None:
    table = "id,text,title,lang,source\n1,in Rome,,,\n"
    assert list(read_articles(write(tmp_path, "a.csv", table))) == [Article(id="1", text="in Rome")]


def test_articles_come_one_by_one(tmp_path: Path) -> None:
    articles = read_articles(write(tmp_path, "a.jsonl", '{"id": 1, "text": "a"}\nnot JSON\n'))
    assert next(articles) == Article(id="1", text="a")
    assert isinstance(next(articles), ArticleError)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("في روما".encode(), "في روما", id="text"),
        pytest.param(b"", "", id="empty"),
        pytest.param("\ufeffRome".encode(), "Rome", id="byte order mark"),
    ],
)
def test_a_stream_is_one_article(data: bytes, text: str) -> None:
    assert read_stream(io.BytesIO(data)) == Article(id="stdin", text=text)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"Rome\xff", "cannot read standard input: byte 5 is not UTF-8", id="not UTF-8"),
        pytest.param(
            b"x" * (MAX_BYTES + 1), "cannot read standard input: it has 5.1 MB and the most is 5 MB", id="large"
        ),
    ],
)
def test_a_stream_that_cannot_be_read(data: bytes, sentence: str) -> None:
    said = read_stream(io.BytesIO(data))
    assert isinstance(said, ArticleError)
    assert sentence in str(said)
