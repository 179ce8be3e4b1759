"""The stories that ship with Dateline, or a host's own: `articles.toml` names them, one text file each holds them."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.articles.texts import read_text
from geo.errors import ArticleError
from geo.models import Article
from geo.settings import read_settings

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The stories that could be read, in the order of the list, and one sentence for each that could not."""

    articles: tuple[Article, ...]
    problems: tuple[str, ...] = ()

    def find(self, article_id: str) -> Article | None:
        """Return the story of an id, if there is one."""
        return next((article for article in self.articles if article.id == article_id), None)


def read_library(folder: Path | None = None) -> Library:
    """Read the list of a folder, by default that of the settings, and its texts; a bad story is named and the rest is read.

    Raises
    ------
    ArticleError
        If the list itself cannot be read.
    """
    folder = folder or read_settings().articles
    articles, problems = [], []
    for row in _read_list(folder / "articles.toml"):
        try:
            articles.append(_read_article(folder, row))
        except ArticleError as error:
            problems.append(str(error))
    return Library(articles=tuple(articles), problems=tuple(problems))


def _read_list(path: Path) -> list[dict[str, Any]]:
    try:
        listed = tomllib.loads(path.read_text(encoding="utf-8")).get("article", [])
    except OSError as error:
        raise ArticleError(f"cannot read the list of stories {path}: {error.strerror}; restore the file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ArticleError(f"cannot read the list of stories {path}: {error}; mend or restore the file") from error
    return [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []


def _read_article(folder: Path, row: dict[str, Any]) -> Article:
    article_id = str(row.get("id", ""))
    if not _ID.fullmatch(article_id):
        raise ArticleError(f"a story of {folder} has the id {article_id!r}; use small letters, digits and hyphens")
    text = read_text(folder / f"{article_id}.txt")
    if not text.strip():
        raise ArticleError(f"the story {article_id} of {folder} is empty; put its text into {article_id}.txt")
    return Article(
        id=article_id,
        text=text,
        title=_optional(row, "title"),
        lang=_optional(row, "lang"),
        source=_optional(row, "outlet"),
        url=_optional(row, "url"),
        published=_optional(row, "published"),
    )


def _optional(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    return None if value is None else str(value)
