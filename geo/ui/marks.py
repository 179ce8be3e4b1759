"""The article cut into paragraphs and pieces, so that the browser needs no offsets.

Python counts code points and JavaScript UTF-16 units; pieces are the same for both. Each piece is text, or a mention with its offset.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geo.models import Article, Resolution

_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Running text, or one mention."""

    text: str
    start: int | None = None  # offset of the mention in the article; None for running text
    style: str = ""  # the mention's kind and certainty


Paragraph = tuple[Piece, ...]


def paragraphs(text: str, mentions: Iterable[Resolution] = ()) -> tuple[Paragraph, ...]:
    """Return the lines of a text that hold anything, cut at the mentions; joined they give the text without its line breaks."""
    lines: list[list[Piece]] = [[]]
    for piece in _pieces(text, mentions):
        if piece.start is not None:
            lines[-1].append(piece)
            continue
        first, *rest = _BREAK.split(piece.text)
        lines[-1].append(Piece(text=first))
        lines += [[Piece(text=line)] for line in rest]
    return tuple(
        tuple(piece for piece in line if piece.text) for line in lines if any(piece.text.strip() for piece in line)
    )


def heading_of(article: Article) -> str | None:
    """Return the title where the text does not begin with it, so that no headline stands twice."""
    if article.title is None or article.text.lstrip().startswith(article.title):
        return None
    return article.title


def begins_with_title(article: Article) -> bool:
    """Tell whether the first line of the text is the headline."""
    lines = article.text.lstrip().splitlines()
    return article.title is not None and bool(lines) and lines[0].strip() == article.title.strip()


def style_of(found: Resolution) -> str:
    """Return how a mention is marked: its kind and, where it can be doubted, its certainty."""
    if found.place is None and found.mention.kind in ("place", "metonym"):
        return "unresolved unsure"
    return f"{found.mention.kind} {found.certainty}"


def _pieces(text: str, mentions: Iterable[Resolution]) -> Iterator[Piece]:
    done = 0
    for found in mentions:
        mention = found.mention
        if mention.start < done:
            continue
        yield Piece(text=text[done : mention.start])
        yield Piece(text=text[mention.start : mention.end], start=mention.start, style=style_of(found))
        done = mention.end
    yield Piece(text=text[done:])
