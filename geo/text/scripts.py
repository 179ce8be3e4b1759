"""Tell in which script words are written."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

from geo.text.tokens import Tokens

NO_SCRIPT = "Zyyy"  # ISO 15924: undetermined; of digits, and of letters that no line below names
_CODES = {  # how Unicode's names of letters begin -> ISO 15924
    "ARABIC": "Arab",
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "HEBREW": "Hebr",
    "ARMENIAN": "Armn",
    "GREEK": "Grek",
    "GEORGIAN": "Geor",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "GURMUKHI": "Guru",
    "GUJARATI": "Gujr",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "KANNADA": "Knda",
    "MALAYALAM": "Mlym",
    "SINHALA": "Sinh",
    "ETHIOPIC": "Ethi",
    "HANGUL": "Hang",
    "CJK": "Hani",
    "HIRAGANA": "Hani",  # Japanese mixes them: one script for our purpose
    "KATAKANA": "Hani",
    "BOPOMOFO": "Hani",
    "THAI": "Thai",
    "LAO": "Laoo",
    "KHMER": "Khmr",
    "MYANMAR": "Mymr",
    "TIBETAN": "Tibt",
}
_LETTERS_A_WORD = {"Hani": 2, "Thai": 4, "Laoo": 4, "Khmr": 4, "Mymr": 4, "Tibt": 4}  # of those that leave no spaces
_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr"})
_CASED = frozenset({"Latn", "Cyrl", "Armn", "Grek"})


class _Scripts(dict[str, str]):
    """The script of a letter, looked up once."""

    def __missing__(self, letter: str) -> str:
        code = _CODES.get(unicodedata.name(letter, "").replace("-", " ").split(" ", 1)[0], NO_SCRIPT)
        self[letter] = code
        return code


_scripts = _Scripts()


def script_of(word: str) -> str:
    """Return the ISO 15924 code of a word's first letter; "Zyyy" for other scripts and for digits."""
    return _scripts[word[0]]


def scripts_of(tokens: Tokens, first: int, last: int) -> list[str]:
    """Return the script of each token from `first` to before `last`."""
    text = tokens.text
    return [_scripts[text[start]] for start in tokens.starts[first:last]]


def count_other_letters(text: str, script: str) -> int:
    """Return how many letters of other scripts a text has; by far cheaper than to cut it into words."""
    return sum(text.count(character) for character in set(text) if _scripts[character] not in {script, NO_SCRIPT})


def main_script(tokens: Tokens, scripts: Sequence[str], first: int, last: int) -> tuple[str, int]:
    """Return the script that most words from `first` to before `last` are in, and how many; "Zyyy" if none tells."""
    counts = Counter(scripts[first:last])
    counts.pop(NO_SCRIPT, None)
    for script in counts.keys() & _LETTERS_A_WORD.keys():
        letters = sum(tokens.ends[i] - tokens.starts[i] for i in range(first, last) if scripts[i] == script)
        counts[script] = max(counts[script], letters // _LETTERS_A_WORD[script])
    return counts.most_common(1)[0] if counts else (NO_SCRIPT, 0)


def is_cased(script: str) -> bool:
    """Tell whether names begin with a capital in it."""
    return script in _CASED


def direction_of(script: str) -> str:
    """Return `rtl` or `ltr`."""
    return "rtl" if script in _RIGHT_TO_LEFT else "ltr"
