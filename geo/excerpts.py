"""The sentence around a mention, cut from the article as received.

Sentences end at `.` `!` `?` and their Arabic, Urdu and Chinese sisters, at an ellipsis and at a line break. A full stop ends nothing
between digits (3.5), inside a word (example.com, U.S), after an abbreviation or an initial, and before a small letter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

LONGEST = 900  # characters of one excerpt; a text without full stops must not fill the page

_STOP = re.compile(r"(?P<mark>[.!?؟۔…。！？]++)(?P<closing>[\"'”’»›)\]}]*+)")
_AFTER_STOP = re.compile(r"\s|$|[\u3000-\u9fff]")  # looked for apart, so that a thousand full stops are read once
_LINE = re.compile(r"[\r\n\u2028\u2029]+")
_LAST_WORD = re.compile(r"[^\s(\[{«“\"']+$")

# Written with a full stop that does not end the sentence; small letters, without the last stop.
_TITLES = (
    "mr",
    "mrs",
    "ms",
    "dr",
    "st",
    "gen",
    "col",
    "lt",
    "sgt",
    "capt",
    "maj",
    "adm",
    "sen",
    "rep",
    "gov",
    "prof",
    "rev",
)
_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
_OTHERS = (
    "jr",
    "sr",
    "vs",
    "vol",
    "pp",
    "ed",
    "inc",
    "ltd",
    "co",
    "corp",
    "etc",
    "approx",
    "mt",
    "ft",
    "أ.د",
    "ق.م",
    "ب.م",
)
ABBREVIATIONS = frozenset(_TITLES + _MONTHS + _OTHERS)
NUMBER_SIGNS = frozenset({"no", "nos", "fig", "art"})  # abbreviations only before a digit: "No. 5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A piece of an article with the place of one mention in it."""

    start: int  # where the excerpt begins in the article
    text: str
    mention_start: int  # within `text`
    mention_end: int  # half open
    cut_before: bool = False  # the sentence goes on before the excerpt
    cut_after: bool = False

    @property
    def before(self) -> str:
        return self.text[: self.mention_start]

    @property
    def mention(self) -> str:
        return self.text[self.mention_start : self.mention_end]

    @property
    def after(self) -> str:
        return self.text[self.mention_end :]


def find_excerpt(text: str, start: int, end: int, *, longest: int = LONGEST) -> Excerpt:
    """Return the sentence around `text[start:end]`, without the white space at its ends.

    A sentence of more than `longest` characters is cut at white space on both sides of the mention, and says so.
    """
    first, last = max(0, start - longest), min(len(text), end + longest)
    ends = [edge for edge in _sentence_ends(text, first, last) if not start < edge < end]
    left = max((edge for edge in ends if edge <= start), default=first)
    right = min((edge for edge in ends if edge >= end), default=last)
    left, cut_before = _shorten_left(text, left, start, longest // 2, cut=left == first > 0)
    right, cut_after = _shorten_right(text, end, right, longest // 2, cut=right == last < len(text))
    left += len(text[left:start]) - len(text[left:start].lstrip())
    right -= len(text[end:right]) - len(text[end:right].rstrip())
    return Excerpt(
        start=left,
        text=text[left:right],
        mention_start=start - left,
        mention_end=end - left,
        cut_before=cut_before,
        cut_after=cut_after,
    )


def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text in order, without the white space between them."""
    edges = [0, *_sentence_ends(text, 0, len(text)), len(text)]
    pieces = (text[left:right].strip() for left, right in pairwise(edges))
    return tuple(piece for piece in pieces if piece)


def _sentence_ends(text: str, first: int, last: int) -> Iterator[int]:
    """Yield, in order, the offsets in `first..last` at which one sentence ends and the next may begin."""
    stops = (found.end() for found in _STOP.finditer(text, first, last) if _ends_sentence(text, found))
    lines = (found.end() for found in _LINE.finditer(text, first, last))
    yield from sorted({*stops, *lines})


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    if not _AFTER_STOP.match(text, found.end(), found.endpos):
        return False
    following = text[found.end() : found.end() + 80].lstrip(" \t\u00a0\"'“‘«(")
    if following[:1].islower():
        return False
    if found["mark"] != ".":
        return True
    before = _LAST_WORD.search(text, max(0, found.start() - 24), found.start())
    word = before.group() if before else ""
    return not (_is_abbreviation(word) or (word.lower() in NUMBER_SIGNS and following[:1].isdigit()))


def _is_abbreviation(word: str) -> bool:
    initial = len(word) == 1 and word.isalpha()
    initials = "." in word and all(len(part) <= 1 for part in word.split("."))
    return initial or initials or word.lower() in ABBREVIATIONS


def _shorten_left(text: str, left: int, start: int, most: int, *, cut: bool) -> tuple[int, bool]:
    if start - left <= most and not cut:
        return left, False
    left = max(left, start - most)
    space = re.search(r"\s", text[left:start])
    return (left + space.end() if space else left), True


def _shorten_right(text: str, end: int, right: int, most: int, *, cut: bool) -> tuple[int, bool]:
    if right - end <= most and not cut:
        return right, False
    right = min(right, end + most)
    space = text[end:right].rfind(" ")
    return (end + space if space > 0 else right), True
