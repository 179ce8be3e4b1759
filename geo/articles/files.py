"""Read articles from files and from standard input, one by one."""

import csv
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from geo.articles.texts import MAX_BYTES, decode_text, read_text
from geo.errors import ArticleError
from geo.models import Article

TEXT_SUFFIXES = frozenset({".txt", ".md", ""})
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")  # what a byte that is not UTF-8 is read as
_FIELDS = ("title", "lang", "source", "url", "published")


def read_articles(path: Path) -> Iterator[Article | ArticleError]:
    """Yield the articles of a file; a record that cannot be read is yielded as its error, and the rest goes on.

    A text file is one article, whose id is the file's name without its ending. JSON lines and CSV hold a record an
    article: `id` and `text`, perhaps `title`, `lang`, `source`, `url` and `published`.
    """
    suffix = path.suffix.lower()
    try:
        if suffix in TEXT_SUFFIXES:
            yield Article(id=path.stem, text=read_text(path))
        elif suffix == ".jsonl":
            with path.open("rb") as lines:
                yield from _from_json_lines(lines, str(path))
        elif suffix == ".csv":
            with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as table:
                yield from _from_csv(table, str(path))
        else:
            yield ArticleError(
                f"cannot read {path}: Dateline reads .txt, .md, .jsonl and .csv; save it as one of these"
            )
    except ArticleError as error:
        yield error
    except UnicodeDecodeError as error:
        yield ArticleError(
            f"cannot read {path}: byte {error.start + 1} is not UTF-8; save the file as UTF-8 and try again"
        )
    except OSError as error:
        yield ArticleError(f"cannot read {path}: {error.strerror}; check the name and that you may open it")


def read_stream(stream: BinaryIO) -> Article | ArticleError:
    """Return the one article on a stream."""
    try:
        return Article(id="stdin", text=decode_text(stream.read(MAX_BYTES + 1), where="standard input"))
    except ArticleError as error:
        return error


def _from_json_lines(lines: Iterable[bytes], name: str) -> Iterator[Article | ArticleError]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{name}, line {number}"
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield ArticleError(f"cannot read {where}: it is not JSON ({error}); mend or leave out the line")
            continue
        yield _article(record, where)


def _from_csv(table: Iterable[str], name: str) -> Iterator[Article | ArticleError]:
    csv.field_size_limit(MAX_BYTES)
    reader = csv.DictReader(table)
    try:
        if any(_ESCAPED_BYTE.search(column) for column in reader.fieldnames or ()):
            raise ArticleError(f"cannot read {name}, line 1: it is not UTF-8; save the table as UTF-8 and try again")
        for record in reader:
            where = f"{name}, line {reader.line_num}"
            if any(_ESCAPED_BYTE.search(str(cell)) for cell in record.values()):
                yield ArticleError(f"cannot read {where}: it is not UTF-8; save the file as UTF-8 and try again")
            else:
                yield _article(record, where)
    except csv.Error as error:
        yield ArticleError(f"cannot read {name}, line {reader.line_num}: {error}; save the table anew and try again")


def _article(record: object, where: str) -> Article | ArticleError:
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return ArticleError(f"cannot read {where}: an article needs a `text`; add it and try again")
    if not isinstance(record.get("id"), str | int) or record["id"] == "":
        return ArticleError(f"cannot read {where}: an article needs an `id`; add it and try again")
    wrong = [field for field in _FIELDS if not isinstance(record.get(field), str | int | None)]
    if wrong:
        return ArticleError(f"cannot read {where}: `{wrong[0]}` must be a text; mend it and try again")
    known = {field: str(record[field]) for field in _FIELDS if record.get(field) is not None and record[field] != ""}
    return Article(id=str(record["id"]), text=record["text"], **known)
