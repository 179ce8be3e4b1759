"""Turn bytes, or what somebody pasted, into an article's text, or say in one sentence why that cannot be done."""

import codecs
import hashlib
import unicodedata
from pathlib import Path

from geo.articles.sentences import megabytes, refusal
from geo.errors import ArticleError
from geo.models import Article

MAX_BYTES = 5 * 1024 * 1024  # the upload limit of .streamlit/config.toml
_MAGIC = {  # how files begin that are no text -> the end of the code of the sentence for them
    b"%PDF-": "pdf",
    b"PK\x03\x04": "office",
    b"\xd0\xcf\x11\xe0": "rich",  # Office before 2007
    b"{\\rtf": "rich",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF87a": "picture",
    b"GIF89a": "picture",
    b"\x1f\x8b": "binary",
    b"7z\xbc\xaf": "binary",
    b"Rar!\x1a": "binary",
}
_PAGES = (b"<!doctype html", b"<html")
_PAGE_HEAD = 200  # bytes in which a web page says that it is one
_MARKED = {  # byte order marks; that of UTF-32 begins with that of UTF-16
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_LAYOUT = "\t\n\r\f\v\x85"
_LOST = "\ufffd"  # what a byte becomes that was no letter
_SAMPLE = 4096  # letters that tell a binary from a text
_FEWEST_ODD = 20  # of so many letters one may be a control character, or a lost one


def read_text(path: Path) -> str:
    """Return the text of a file exactly as it stands there, without a byte order mark; an empty file is an empty text."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _too_large(str(path), size)
        data = path.read_bytes()
    except OSError as error:
        raise ArticleError(f"cannot read {path}: {error.strerror}; check the name and that you may open it") from error
    return decode_text(data, where=str(path))


def decode_text(data: bytes, *, where: str) -> str:
    """Return the text of UTF-8 bytes, or of UTF-16 or UTF-32 with a byte order mark; `where` names them in an error."""
    if len(data) > MAX_BYTES:
        raise _too_large(where, len(data))
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise refusal(f"file_{kind}", where=where)
    encoding = next((encoding for mark, encoding in _MARKED.items() if data.startswith(mark)), "utf-8-sig")
    if encoding == "utf-8-sig" and b"\0" in data:
        raise refusal("file_binary", where=where)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise refusal("file_encoding", where=where, byte=error.start + 1, encoding=name) from error


def uploaded_text(data: bytes, *, where: str) -> str:
    """Return the text of a file that a reader chose, which must hold one and be no source of a web page.

    Raises
    ------
    ArticleError
        If it cannot be read.
    """
    text = decode_text(data, where=where)
    if not text.strip():
        raise refusal("file_empty", where=where)
    if data[:_PAGE_HEAD].lstrip(codecs.BOM_UTF8).lstrip().lower().startswith(_PAGES):
        raise refusal("file_page", where=where)
    if _is_binary(text):
        raise refusal("file_binary", where=where)
    return text


def own_article(text: str, *, number: int, title: str = "", lang: str | None = None) -> Article:
    """Return a reader's own text as an article with the id `own-<number>`.

    Raises
    ------
    ArticleError
        If there is nothing to read, too much, or hardly a letter in it.
    """
    size = size_of(text)
    if size > MAX_BYTES:
        raise refusal("own_large", size=megabytes(size), most=megabytes(MAX_BYTES))
    if not text.strip():
        raise refusal("own_empty")
    begins = text[:8].encode("utf-8", "replace")
    if _is_binary(text) or begins.startswith(tuple(magic for magic in _MAGIC if magic.isascii())):
        raise refusal("own_binary")
    return Article(id=f"own-{number}", text=text, title=title.strip() or None, lang=lang)


def size_of(text: str) -> int:
    """Return how many bytes a text has in UTF-8."""
    return len(text.encode("utf-8", "replace"))


def content_key(article: Article) -> str:
    """Return a short key that changes when anything changes that its places may depend on."""
    parts = (article.text, article.title or "", article.lang or "", article.source or "")
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    odd = sum(letter == _LOST or (unicodedata.category(letter) == "Cc" and letter not in _LAYOUT) for letter in sample)
    return "\0" in text or odd * _FEWEST_ODD > len(sample)


def _too_large(where: str, size: int) -> ArticleError:
    return refusal("file_large", where=where, size=megabytes(size), most=megabytes(MAX_BYTES))
