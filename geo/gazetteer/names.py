"""Judge the names that sources give: which are worth an entry, and which one a place is shown under."""

import re
import unicodedata
from collections.abc import Callable, Iterable

from geo.gazetteer.rows import Name
from geo.text.folding import fold

_CODE = re.compile(r"[A-Z]{2,4}")  # MOW, KBL: airport and ISO codes among the alternates
_NOT_ARABIC = re.compile("[پچژڤگکیېےٹڈڑںہھەۆۇڭۋێڵ]")  # letters of Persian, Urdu, Kurdish, Uyghur ...
_ARABIC = re.compile("[\u0620-\u064a\u0640\u064b-\u0652\u0670 \\-]+")


def clean(text: str) -> str:
    """Return a name without control and format characters and with single spaces."""
    kept = "".join(c for c in text if c in "\u200c" or unicodedata.category(c) not in {"Cf", "Cc"})
    return " ".join(unicodedata.normalize("NFC", kept).split())


def is_usable_alternate(text: str, own_name: str) -> bool:
    """Tell whether an untagged alternate is a name: no code, no machine transliteration."""
    if text == own_name:
        return True
    first = text[:1]
    if first.isascii() and not first.isupper():
        return False  # "mwskw": transliterated letter by letter
    return not _CODE.fullmatch(text) and any(c.isalpha() for c in text)


def is_arabic(text: str) -> bool:
    """Tell whether a name is written with the letters of Arabic alone."""
    return _ARABIC.fullmatch(text) is not None and _NOT_ARABIC.search(text) is None


def display_names(names: Iterable[Name], how_usual: Callable[[str], tuple[float, ...]]) -> dict[str, str]:
    """Return the name to show per language.

    A name that its source prefers wins, else the first one of that language; for Arabic, untagged names in Arabic
    letters compete by how often Arabic texts write them.
    """
    chosen: dict[str, str] = {}
    tagged: dict[str, str] = {}
    arabic: list[str] = []
    for name in names:
        if name.lang is not None:
            (chosen if name.preferred else tagged).setdefault(name.lang, name.text)
        elif is_arabic(name.text):
            arabic.append(name.text)
    if arabic:
        tagged.setdefault("ar", max(arabic, key=how_usual))
    return tagged | chosen


def without_class_noun(text: str, class_nouns: frozenset[str]) -> str:
    """Return a name without its class noun: محافظة حلب -> حلب, Oaxaca Province -> Oaxaca; "" if it has none."""
    words = text.split()
    if len(words) > 1 and fold(words[0]) in class_nouns:
        return " ".join(words[1:])
    if len(words) > 1 and fold(words[-1]) in class_nouns:
        return " ".join(words[:-1])
    return ""
