"""Turn bytes, or what somebody pasted, into an article's text, or say in one sentence why that cannot be done."""

import codecs
import hashlib
import unicodedata
from pathlib import Path

from geo.errors import ArticleError
from geo.models import Article

MAX_BYTES = 5 * 1024 * 1024  # the upload limit of .streamlit/config.toml
_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP or Office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
_MARKED = {  # byte order marks; that of UTF-32 begins with that of UTF-16
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_LAYOUT = "\t\n\r\f\v\x85"


def read_text(path: Path) -> str:
    """Return the text of a file exactly as it stands there, without a byte order mark; an empty file is an empty text."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ArticleError(_too_large(str(path), path.stat().st_size))
        data = path.read_bytes()
    except OSError as error:
        raise ArticleError(f"cannot read {path}: {error.strerror}; check the name and that you may open it") from error
    return decode_text(data, where=str(path))


def decode_text(data: bytes, *, where: str) -> str:
    """Return the text of UTF-8 bytes, or of UTF-16 or UTF-32 with a byte order mark; `where` names them in an error."""
    if len(data) > MAX_BYTES:
        raise ArticleError(_too_large(where, len(data)))
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise ArticleError(
                f"cannot read {where}: it is {kind}, not text; save it as plain text (UTF-8) and try again"
            )
    encoding = next((encoding for mark, encoding in _MARKED.items() if data.startswith(mark)), "utf-8-sig")
    if encoding == "utf-8-sig" and b"\0" in data:
        raise ArticleError(f"cannot read {where}: it is a binary file; choose a text file saved as UTF-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"cannot read {where}: byte {error.start + 1} is not {encoding.removesuffix('-sig').upper()};"
            " save the file as UTF-8 and try again"
        ) from error


def own_article(text: str, *, number: int, title: str = "") -> Article:
    """Return a reader's own text as an article with the id `own-<number>`.

    Raises
    ------
    ArticleError
        If there is nothing to read, too much, or hardly a letter in it.
    """
    size = len(text.encode("utf-8", "replace"))
    if size > MAX_BYTES:
        raise ArticleError(_too_large("your text", size))
    if not text.strip():
        raise ArticleError("your text is empty; paste at least one sentence and try again")
    if _is_binary(text):
        raise ArticleError(
            "your text holds control characters instead of letters; copy it again from a page or a text file"
        )
    return Article(id=f"own-{number}", text=text, title=title.strip() or None)


def content_key(article: Article) -> str:
    """Return a short key that changes when anything changes that its places may depend on."""
    parts = (article.text, article.title or "", article.lang or "", article.source or "")
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _is_binary(text: str) -> bool:
    sample = text[:4096]
    controls = sum(unicodedata.category(letter) == "Cc" and letter not in _LAYOUT for letter in sample)
    return "\0" in text or controls * 20 > len(sample)


def _too_large(where: str, size: int) -> str:
    return (
        f"cannot read {where}: it has {size / 1024 / 1024:.1f} MB and the most is {MAX_BYTES // 1024 // 1024} MB;"
        " split it and read the parts one by one"
    )
