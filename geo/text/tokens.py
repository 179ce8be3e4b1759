"""Cut a text into words with their offsets in the original and their folded keys."""

import re
from dataclasses import dataclass

from geo.text.folding import fold

# Marks that belong to the word they stand in: combining accents, Hebrew points, Arabic vowels and signs.
# Python's \w leaves them out and would cut a vowelled Arabic word to pieces.
_MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4"
# Invisible controls: part of a word only between two of its letters. ZWNJ is left out: it parts words, as a space does.
_CONTROLS = "\u00ad\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ABBREVIATION = r"(?<![\w.])(?:(?:[^\W\d_]\.){2,}+(?!\w)|(?:[^\W\d_]\.)++[^\W\d_](?!\w))"
_WORD = rf"[^\W_](?:[{_MARKS}{_CONTROLS}]*+[^\W_])*+[{_MARKS}]*+"
_TOKEN = re.compile(f"{_ABBREVIATION}|{_WORD}")

# What may stand between the words of one name: New York, Nagorno-Karabakh, Sana'a, St. Louis, قره‌باغ.
_SPACE = "[ \\t\u00a0\u202f\u200c\u200e\u200f\u061c]"
_INSIDE_NAME = re.compile(rf"{_SPACE}{{1,3}}|{_SPACE}{{0,2}}\n{_SPACE}{{0,2}}|[-\u2010\u2011'’ʼ`´]|\.{_SPACE}?")


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
        end = self.starts[i + 1] if i + 1 < len(self.keys) else len(self.text)
        return self.text[self.ends[i] : end]

    def joined(self, i: int) -> bool:
        """Tell whether token i and the next may belong to one name."""
        return (
            i + 1 < len(self.keys) and _INSIDE_NAME.fullmatch(self.text, self.ends[i], self.starts[i + 1]) is not None
        )


def tokenise(text: str) -> Tokens:
    """Return the words of a text, in order; an abbreviation with full stops (U.S.) is one word."""
    starts: list[int] = []
    ends: list[int] = []
    keys: list[str] = []
    for match in _TOKEN.finditer(text):
        key = fold_token(match.group())
        if not key:
            continue  # a tatweel that stands for a dash
        starts.append(match.start())
        ends.append(match.end())
        keys.append(key)
    return Tokens(text, starts, ends, keys)


def fold_token(word: str) -> str:
    """Return the key of one token; U.S and U.S. share "u.s."."""
    key = fold(word)
    return key if "." not in key or key.endswith(".") else key + "."


def name_key(name: str) -> str:
    """Return the key of a whole name: its words' keys with one space between; "" if it has no word."""
    return " ".join(key for key in tokenise(name).keys if key)
