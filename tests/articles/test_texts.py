"""Reading texts, and the sentences for those that cannot be read."""

from pathlib import Path

import pytest

from geo.articles import MAX_BYTES, content_key, decode_text, own_article, read_text, uploaded_text
from geo.errors import ArticleError
from geo.models import Article


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("موسكو".encode(), "موسكو", id="utf-8"),
        pytest.param("\ufeffموسكو".encode(), "موسكو", id="byte order mark"),
        pytest.param("موسكو".encode("utf-16"), "موسكو", id="utf-16"),
        pytest.param("موسكو".encode("utf-32"), "موسكو", id="utf-32"),
        pytest.param(b"a\r\nb", "a\r\nb", id="line ends stay"),
        pytest.param(b"", "", id="empty is an answer"),
        pytest.param("\u202eabc".encode(), "\u202eabc", id="right-to-left override stays"),
    ],
)
def test_decode_text(data: bytes, text: str) -> None:
    assert decode_text(data, where="story.txt") == text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param("موسكو".encode("cp1256"), "byte 1 is not UTF-8", id="windows-1256"),
        pytest.param(b"abc\0def", "it is a binary file", id="binary"),
        pytest.param(b"%PDF-1.7 ...", "it is a PDF, not text", id="pdf"),
        pytest.param(b"{\\rtf1 Rome}", "a document with layout", id="rtf"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "it is a picture", id="picture"),
        pytest.param(b"\x1f\x8b\x08", "it is a binary file", id="gzip"),
        pytest.param(b"PK\x03\x04....", "a ZIP or Office file", id="docx"),
        pytest.param(b"a" * (MAX_BYTES + 1), "the most is 5 MB", id="too large"),
        pytest.param(b"\xff\xfe\x00", "is not UTF-16", id="truncated utf-16"),
        pytest.param(b"\xff\xfe\x00\x00abc", "byte 5 is not UTF-32", id="truncated utf-32"),
        pytest.param(b"\xff\xfea\x00\x00\xd8b\x00", "byte 5 is not UTF-16", id="half a surrogate pair in utf-16"),
        pytest.param(b"in \xed\xa0\x80 Rome", "byte 4 is not UTF-8", id="half a surrogate pair in utf-8"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ArticleError, match=sentence) as caught:
        decode_text(data, where="story.txt")
    assert str(caught.value).startswith("cannot read story.txt: ")
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"none\.txt"):
        read_text(tmp_path / "none.txt")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param(" \n\t", "your text is empty", id="blank"),
        pytest.param("\x01\x02\x03\x04 abc", "the inside of a file", id="control characters"),
        pytest.param("in Rome\0", "the inside of a file", id="a NUL"),
        pytest.param("%PDF-1.7\n1 0 obj", "the inside of a file", id="a PDF"),
        pytest.param("PNG\ufffd\ufffd in \ufffd Rome", "the inside of a file", id="bytes that were no letters"),
        pytest.param("م" * MAX_BYTES, "your text has 10 MB and the most is 5 MB", id="too large"),
    ],
)
def test_own_text_that_cannot_be_used(text: str, sentence: str) -> None:
    with pytest.raises(ArticleError, match=sentence):
        own_article(text, number=1)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b" \n", "there is no text in it", id="blank"),
        pytest.param(b"\xef\xbb\xbf\n<!DOCTYPE HTML><p>Rome", "the source of a web page", id="web page"),
        pytest.param(b"\x01\x02\x03 abc", "a binary file", id="control characters"),
        pytest.param(b"GIF89a", "a picture", id="picture"),
    ],
)
def test_an_uploaded_file_that_holds_no_text(data: bytes, sentence: str) -> None:
    with pytest.raises(ArticleError, match=sentence):
        uploaded_text(data, where="story.txt")


@pytest.mark.parametrize("text", ["RIFFA, Bahrain", "<b>Rome</b>", "a" * 200_000, "\u200f\u200e حلب"])
def test_odd_texts_are_texts(text: str) -> None:
    assert uploaded_text(text.encode(), where="story.txt") == text
    assert own_article(text, number=1).text == text


def test_an_error_can_be_said_in_another_language() -> None:
    with pytest.raises(ArticleError) as caught:
        decode_text(b"in \xff", where="s.txt")
    assert caught.value.code == "file_encoding"
    assert caught.value.values == {"where": "s.txt", "byte": 4, "encoding": "UTF-8"}


def test_own_text_keeps_every_character() -> None:
    article = own_article("  \u202eMoscow  ", number=3, title=" ")
    assert (article.id, article.text, article.title) == ("own-3", "  \u202eMoscow  ", None)


def test_the_content_key_follows_text_title_language_and_source() -> None:
    base = Article(id="a", text="t")
    others = [Article(id="a", text="u"), Article(id="a", text="t", title="x"), Article(id="a", text="t", lang="ar")]
    assert content_key(Article(id="b", text="t")) == content_key(base)
    assert len({content_key(article) for article in [base, *others]}) == 4
