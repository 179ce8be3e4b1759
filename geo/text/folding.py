"""Fold a word into the key that its spellings share; for matching only, never for display.

Arabic letters and marks after the table in ANERcorp-style normalisation: hamza carriers, final ya,
ta marbuta, and the Persian and Urdu forms of one letter become one; vowel marks, tatweel,
zero-width and bidi controls vanish. Latin and Greek letters lose case and accents.
"""

import unicodedata
from functools import lru_cache

_ARABIC_LETTERS = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیېئ", "ي"),
    **dict.fromkeys("کگڪ", "ك"),
    **dict.fromkeys("ةہھەۀۂ", "ه"),
    "ؤ": "و",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڤ": "ف",
    "ٹ": "ت",
    "ڈ": "د",
    "ڑ": "ر",
    "ے": "ي",
    "ں": "ن",
}
_LATIN_LETTERS = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h"}
_OTHER_LETTERS = {"ё": "е", "ґ": "г"}
_LETTERS = {**_ARABIC_LETTERS, **_LATIN_LETTERS, **_OTHER_LETTERS}
_LETTERS_KEPT_WHOLE = frozenset("йїўѓќ")  # letters of their own, though Unicode takes them apart
DROPPED_CATEGORIES = frozenset({"Mn", "Me", "Cf"})
_TATWEEL = "ـ"


class _FoldTable(dict[int, str]):
    """A table for `str.translate` that works out each character once."""

    def __missing__(self, codepoint: int) -> str:
        folded = _fold_character(chr(codepoint))
        self[codepoint] = folded
        return folded


def _fold_character(character: str) -> str:
    if character == _TATWEEL:
        return ""
    parts = []
    for lower in unicodedata.normalize("NFKC", character).casefold():
        if lower in _LETTERS:
            parts.append(_LETTERS[lower])
        elif lower in _LETTERS_KEPT_WHOLE:
            parts.append(lower)
        else:
            parts.extend(
                _LETTERS.get(part, part)
                for part in unicodedata.normalize("NFD", lower)
                if unicodedata.category(part) not in DROPPED_CATEGORIES
            )
    return "".join(parts)


_TABLE = _FoldTable()


@lru_cache(maxsize=1 << 12)  # for letters and endings; of the words of texts the tokens remember the keys
def fold(word: str) -> str:
    """Return the key of one word; words that differ in case, accents or carriers share it."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word).translate(_TABLE)
