"""The article cut into paragraphs and pieces, so that the browser needs no offsets.

Python counts code points and JavaScript UTF-16 units; pieces are the same for both. Each piece is text, or a mention with its offset.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from geo.models import Article, Passage, Resolution

_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Running text, or one mention."""

    text: str
    start: int | None = None  # offset of the mention in the article; None for running text
    style: str = ""  # the mention's kind and certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One line of a text."""

    pieces: tuple[Piece, ...]
    lang: str = ""  # the language that it is in; "": that of the text


def paragraphs(
    text: str, mentions: Iterable[Resolution] = (), passages: Sequence[Passage] = ()
) -> tuple[Paragraph, ...]:
    """Return the lines of a text that hold anything, cut at the mentions; joined they give the text without its line breaks."""
    lines: list[list[Piece]] = [[]]
    begins = [0]
    at = 0
    for piece in _pieces(text, mentions):
        if piece.start is None:
            first, *rest = _lines(piece.text)
            lines[-1].append(Piece(text=first[0]))
            lines += [[Piece(text=line)] for line, _ in rest]
            begins += [at + begin for _, begin in rest]
        else:
            lines[-1].append(piece)
        at += len(piece.text)
    return tuple(
        Paragraph(pieces=tuple(piece for piece in line if piece.text), lang=_language_at(begin, passages))
        for line, begin in zip(lines, begins, strict=True)
        if any(piece.text.strip() for piece in line)
    )


def _lines(text: str) -> list[tuple[str, int]]:
    """Return the lines of a text, each with its offset."""
    lines, begin = [], 0
    for found in _BREAK.finditer(text):
        lines.append((text[begin : found.start()], begin))
        begin = found.end()
    return [*lines, (text[begin:], begin)]


def _language_at(offset: int, passages: Sequence[Passage]) -> str:
    i = bisect_right(passages, offset, key=lambda passage: passage.start) - 1
    return passages[i].lang if i >= 0 and offset < passages[i].end else ""


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
