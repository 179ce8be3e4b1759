"""Cut a text into words with their offsets in the original and their folded keys."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from geo.text.folding import fold

# Marks that belong to the word they stand in: combining accents, Hebrew points, Arabic vowels and signs.
# Python's \w leaves them out and would cut a vowelled Arabic word to pieces.
_MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
# Invisible controls: part of a word only between two of its letters. ZWNJ is left out: it parts words, as a space does.
_CONTROLS = "\u00ad\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.){2,}+(?!\w)|(?:[^\W\d_]\.)++[^\W\d_](?!\w)")
_WORD = re.compile(rf"[^\W_](?:[{_MARKS}{_CONTROLS}]*+[^\W_])*+[{_MARKS}]*+")
_RUN = re.compile(rf"([^\W_][\w{_MARKS}{_CONTROLS}]*+)")  # a word, but for what only _WORD tells: cheaper by far
_NEEDS_WORD = re.compile(f"[_{_CONTROLS}]")
_KEPT_KEYS = 1 << 18  # keys of words that are remembered
_LONGEST = 256  # letters; what is longer is no word, and neither matched nor remembered

# What may stand between the words of one name: New York, Nagorno-Karabakh, Sana'a, St. Louis, قره‌باغ, #حفر_الباطن.
_SPACE = "[ \\t\u00a0\u202f\u200c\u200e\u200f\u061c]"
_INSIDE_NAME = re.compile(rf"{_SPACE}{{1,3}}|{_SPACE}{{0,2}}\n{_SPACE}{{0,2}}|[-_\u2010\u2011'’ʼ`´\"״׳]|\.{_SPACE}?")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text, as parallel lists: token i is `text[starts[i]:ends[i]]`, its key `keys[i]`."""

    text: str
    starts: list[int]
    ends: list[int]
    keys: list[str]

    def __len__(self) -> int:
        return len(self.keys)

    def word(self, i: int) -> str:
        """Return token i as it stands in the text."""
        return self.text[self.starts[i] : self.ends[i]]

    def gap(self, i: int) -> str:
        """Return what stands between token i and the next; after the last one, the rest of the text."""
        try:  # asked for about every name of a text, and a try costs nothing
            return self.text[self.ends[i] : self.starts[i + 1]]
        except IndexError:
            return self.text[self.ends[i] :]

    def joined(self, i: int) -> bool:
        """Tell whether token i and the next may belong to one name."""
        if i + 1 >= len(self.keys):
            return False
        end, start = self.ends[i], self.starts[i + 1]
        if start - end == 1 and self.text[end] == " ":
            return True
        return _INSIDE_NAME.fullmatch(self.text, end, start) is not None


_keys: dict[str, str] = {}  # run of letters -> its key; "" where the run is not one plain word


def tokenise(text: str) -> Tokens:
    """Return the words of a text, in order; an abbreviation with full stops (U.S.) is one word."""
    tokens = Tokens(text, [], [], [])
    begin = 0
    for start, end in _abbreviations(text):
        _add_words(tokens, begin, start)
        if end - start <= _LONGEST:
            _add(tokens, start, end, fold_token(text[start:end]))
        begin = end
    _add_words(tokens, begin, len(text))
    return tokens


def _add_words(tokens: Tokens, begin: int, end: int) -> None:
    """Add the words of a stretch of text; split and sums keep the work out of Python's loops."""
    pieces = _RUN.split(tokens.text[begin:end])  # gap, word, gap ... word, gap
    words = pieces[1::2]
    keys = list(map(_keys.get, words))
    if None in keys:
        keys = [_learn(word) if key is None else key for word, key in zip(words, keys, strict=True)]
    places = list(accumulate(map(len, pieces), initial=begin))
    starts, ends = places[1:-1:2], places[2::2]
    if "" not in keys:
        tokens.starts.extend(starts)
        tokens.ends.extend(ends)
        tokens.keys.extend(keys)  # type: ignore[arg-type]  # None is gone
        return
    for start, word_end, key in zip(starts, ends, keys, strict=True):
        if key:
            _add(tokens, start, word_end, key)
        else:
            for part in _WORD.finditer(tokens.text, start, word_end):
                if part.end() - part.start() <= _LONGEST:
                    _add(tokens, part.start(), part.end(), fold(part.group()))


def _add(tokens: Tokens, start: int, end: int, key: str) -> None:
    if key:  # none: a tatweel that stands for a dash
        tokens.starts.append(start)
        tokens.ends.append(end)
        tokens.keys.append(key)


def _learn(word: str) -> str:
    if len(word) > _LONGEST:
        return ""
    if len(_keys) >= _KEPT_KEYS:
        _keys.clear()
    key = "" if _NEEDS_WORD.search(word) else fold(word)
    _keys[word] = key
    return key


def _abbreviations(text: str) -> Iterator[tuple[int, int]]:
    """Yield where letters with full stops between them stand: each begins one letter before a full stop."""
    stop = text.find(".")
    while stop > 0:
        begins = stop == 1 or not (text[stop - 2].isalnum() or text[stop - 2] in "._")
        found = _ABBREVIATION.match(text, stop - 1) if begins else None
        if found:
            yield found.span()
        stop = text.find(".", found.end() if found else stop + 1)


def fold_token(word: str) -> str:
    """Return the key of one token; U.S and U.S. share "u.s."."""
    key = fold(word)
    return key if "." not in key or key.endswith(".") else key + "."


def name_key(name: str) -> str:
    """Return the key of a whole name: its words' keys with one space between; "" if it has no word."""
    keys = [_keys.get(word) or _plain_key(word) for word in name.split()]
    return " ".join(keys if all(keys) else tokenise(name).keys)


def _plain_key(word: str) -> str:
    """Return the key of a word that is nothing but letters; "" of any other."""
    return _learn(word) if _RUN.fullmatch(word) else ""
