"""The sentence around a mention, cut from the article as received.

Sentences end at the stops of any script and at a line break. A stop ends nothing where what follows goes on in small letters, and a
full stop nothing inside a word or number (3.5, example.com), after a word cut short, an initial or a list's number, and, where
the language writes ordinals so, after one (3. Oktober). Which words are cut short the language's file says.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import pairwise

from geo.text.folding import fold
from geo.text.language import UNKNOWN, Language

LONGEST = 900  # characters of one excerpt beside its mention; a text without full stops must not fill the page
_SLACK = 80  # characters in which a cut looks for a sensible place
_LOOK_BACK = 40  # characters of a word, or of a line's head, before a stop
_LONGEST_ORDINAL = 3  # digits; four are a year

_ARMENIAN, _GREEK = "\u0531-\u0587", "\u0370-\u03ff\u1f00-\u1fff"
_WITHOUT_FULL_STOP = (
    f"{_ARMENIAN}\u0e00-\u0eff\u1000-\u109f\u1200-\u137f\u1780-\u17ff"  # scripts where "." is no full stop
)
_NO_SPACE_NEEDED = "؟۔。！？｡։।॥።፧፨။៕។"
_CLOSING = "\"'”’“‘»«›‹״)\\]}」』）】》〉\u200e\u200f\u202c\u2069"
_STOP = re.compile(
    rf"(?P<run>(?:(?<![{_WITHOUT_FULL_STOP}])\.|[.…]{{2,}}+|[…!?\u037e{_NO_SPACE_NEEDED}]"
    rf"|(?<=[{_GREEK}]);|(?<=[{_ARMENIAN}])[.»”\")]{{0,2}}+:|፡፡)[.!?…{_NO_SPACE_NEEDED}]*+)"
    rf"(?P<closing>(?:[{_CLOSING}]|[ \u00a0\u202f][»›](?=\s|$)|\[\d{{1,3}}\])*+)\s*+"
)
_AHEAD = re.compile(
    r"(?P<dash>[-–—―]?+)[ \t\u00a0\u202f\"'“‘«„»›‹”(\[¿¡\u200e\u200f\u2066-\u2068]{0,8}+(?P<word>[^\W_]{0,40}+)"
)
_LINE = re.compile(r"[\r\n\u2028\u2029]\s*+")
_LAST_WORD = re.compile(r"[^\s(\[{«“„\"/–—،,]+$")
_LINE_HEAD = re.compile(r"(?:^|[\r\n\u2028\u2029])[^\S\r\n]*([^\r\n\u2028\u2029]*)$")
_AFTER_NUMBER = re.compile(r"\d\s$")
_ROMAN = re.compile(r"[IVXLC]+")
_ELLIPSIS = re.compile(r"[.…۔]{2,}|…")
_CLAUSE = re.compile(r"[,;:،؛、，；՝·—–]\s*")
_LINE_BREAKS = frozenset("\r\n\u2028\u2029")
_FULL_STOPS = frozenset(".۔")  # those that abbreviations are written with
_NO_LANGUAGE = Language(code=UNKNOWN, name="undetermined", script="Zyyy")


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


def find_excerpt(
    text: str, start: int, end: int, *, language: Language | None = None, longest: int = LONGEST
) -> Excerpt:
    """Return the sentence around `text[start:end]`, without the white space at its ends.

    A sentence that has more than `longest` characters beside the mention is cut on its long side, or on both, behind a comma or a
    space where there is one, and says so. Without a language the stops of its script are all that is known.
    """
    first, last = max(0, start - longest - 1), min(len(text), end + longest + 1)
    left, right = first, last
    for edge in _sentence_ends(text, _line_start(text, first, start), last, language):
        if edge >= end:
            right = edge
            break
        if edge <= start:
            left = edge
    open_before, open_after = left == first > 0, right == last < len(text)
    left += len(text[left:start]) - len(text[left:start].lstrip())
    right -= len(text[end:right]) - len(text[end:right].rstrip())
    room_before, room_after = _share(start - left, right - end, longest)
    cut_before, cut_after = open_before or start - left > room_before, open_after or right - end > room_after
    left = _cut_before(text, max(left, start - room_before), start) if cut_before else left
    right = _cut_after(text, end, min(right, end + room_after)) if cut_after else right
    return Excerpt(
        start=left,
        text=text[left:right],
        mention_start=start - left,
        mention_end=end - left,
        cut_before=cut_before,
        cut_after=cut_after,
    )


def split_sentences(text: str, language: Language | None = None) -> tuple[str, ...]:
    """Return the sentences of a text in order, each with the white space behind it: joined they give the text."""
    edges = [0, *_sentence_ends(text, 0, len(text), language), len(text)]
    return tuple(text[left:right] for left, right in pairwise(edges) if left < right)


def _sentence_ends(text: str, first: int, last: int, language: Language | None) -> Iterator[int]:
    """Yield, in order, the offsets in `first..last` at which one sentence ends and the next may begin."""
    rules = language or _NO_LANGUAGE
    stops = (found.end() for found in _STOP.finditer(text, first, last) if _ends_sentence(text, found, rules))
    lines = (found.end() for found in _LINE.finditer(text, first, last))
    yield from merge(stops, lines)


def _line_start(text: str, first: int, start: int) -> int:
    """Return a line break before an offset, or `first`: what is before it need not be read to find the sentence there."""
    last = first + len(text[first:start].rstrip())
    return max(first, *(text.rfind(mark, first, last) for mark in _LINE_BREAKS))


def _ends_sentence(text: str, found: re.Match[str], language: Language) -> bool:
    run, closing = found["run"], found["closing"]
    if not _is_bare(text, found):
        return False
    ahead = _AHEAD.match(text, found.end())
    if ahead is None or not _LINE_BREAKS.isdisjoint(text[found.end("closing") : found.end()]):
        return True
    word = ahead["word"]
    if not word:
        return not text.startswith(".", ahead.end())  # . . .
    if word[0].islower() or (closing and fold(word) in language.saying_verbs):
        return False
    if _ELLIPSIS.fullmatch(run):
        return word[0].isupper()
    if run not in _FULL_STOPS:
        return True
    dateline = ahead["dash"] and (_line_head(text, found.start()) or "").isupper()
    return not (dateline or _is_cut_short(text, found.start(), ahead, language))


def _is_bare(text: str, found: re.Match[str]) -> bool:
    """Tell whether stops stand where a sentence may end: not in a word or a number, nor alone in brackets."""
    before = text[found.start() - 1 : found.start()]
    if before and before in "([":
        return False
    after = text[found.end("closing") : found.end("closing") + 1]
    spaceless = (
        not found["closing"] and found["run"][0] in _NO_SPACE_NEEDED and not (before.isdigit() and after.isdigit())
    )
    return spaceless or not after or after.isspace()


def _is_cut_short(text: str, stop: int, ahead: re.Match[str], language: Language) -> bool:
    """Tell whether a full stop belongs to the word before it, and the sentence goes on with the word ahead."""
    last = _LAST_WORD.search(text, max(0, stop - _LOOK_BACK), stop)
    word = last.group() if last else ""
    key = fold(re.split("['’]", word)[-1])
    begins = _may_begin(ahead, language)
    named = not begins or fold(ahead["word"]) in language.name_particles
    if _is_initial(word):
        if len(word) == 1 and _is_uncased(ahead["word"]) and _AFTER_NUMBER.search(text, max(0, stop - 3), stop - 1):
            return False  # a unit: 500 م
        titled = key in language.titles and key in language.abbreviations
        return titled or named or _line_head(text, stop) == word
    if word.isdigit() or _ROMAN.fullmatch(word):
        ordinal = language.ordinal_stop and (len(word) <= _LONGEST_ORDINAL or not word.isdigit())
        return (ordinal and not begins) or _line_head(text, stop) == word
    if key in language.before_numbers:
        return ahead["word"][0].isdigit()
    if key in language.abbreviations:
        return key in language.titles or named
    return key in language.other_abbreviations and not begins


def _is_initial(word: str) -> bool:
    """Tell whether a word is one letter, or such with stops between them: J, U.S, J.-P, Ph.D."""
    parts = [part for part in re.split(r"[.۔-]", word) if part]
    if "." in word or "۔" in word:
        return bool(parts) and all(part.isalpha() and len(part) <= 2 for part in parts)
    return len(word) == 1 and word.isalpha()


def _is_uncased(word: str) -> bool:
    return word.lower() == word.upper()


def _may_begin(ahead: re.Match[str], language: Language) -> bool:
    """Tell whether the word ahead is one that sentences begin with rather than names: The, Die, В; without capitals none tells."""
    word = ahead["word"]
    if not word[0].isupper():
        return False
    is_initial = len(word) == 1 and ahead.string.startswith(".", ahead.end())
    return not is_initial and word.replace("İ", "i").lower() in language.small_words


def _line_head(text: str, stop: int) -> str | None:
    """Return what stands before a stop in its line; None where that is long."""
    first = max(0, stop - _LOOK_BACK)
    found = _LINE_HEAD.search(text[first:stop])
    return found.group(1) if found and (first == 0 or found.start() > 0) else None


def _share(before: int, after: int, longest: int) -> tuple[int, int]:
    """Return how many characters each side may have: half of them, and what the other side leaves."""
    half = longest // 2
    return max(half, longest - after), max(half, longest - before)


def _cut_before(text: str, left: int, start: int) -> int:
    region = text[left : min(start, left + _SLACK)]
    found = _CLAUSE.search(region) or re.search(r"\s+", region)
    if found:
        return left + found.end()
    while left < start and unicodedata.combining(text[left]):
        left += 1
    return left


def _cut_after(text: str, end: int, right: int) -> int:
    first = max(end, right - _SLACK)
    region = text[first:right]
    found = [match.start() for match in _CLAUSE.finditer(region)] or [
        match.start() for match in re.finditer(r"\s+", region)
    ]
    if found and first + found[-1] > end:
        return first + found[-1]
    while right > end and unicodedata.combining(text[right]):
        right -= 1
    return right
