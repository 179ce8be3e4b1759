"""Judge the names that sources give: which are worth an entry, and how they are written."""

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from geo.gazetteer.display import may_be_written_in, scripts_of
from geo.gazetteer.layout import LANGUAGES
from geo.gazetteer.rows import Name
from geo.text.folding import fold

_CODE = re.compile(r"[A-Z]{2,4}")  # MOW, KBL: airport and ISO codes among the alternates
_IN_BRACKETS = re.compile(r"\s*[(\[（][^)\]）]*[)\]）]?")
_AFTER_COMMA = re.compile(r"\s*[,،٬、，].*")  # the container: کانو، نیجریه
_NO_NAME = re.compile(r"[:*_=<>|/\\{}#@]")
_SUPERSCRIPTS = str.maketrans("", "", "¹²³")  # CLDR's marks for names that two divisions share
_SCRIPTS = {  # of languages that are written in one
    **dict.fromkeys(("ar", "fa", "ur"), "ARABIC"),
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "kk", "ky", "tg"), "CYRILLIC"),
    **dict.fromkeys(("en", "fr", "de", "es", "tr", "az", "it", "pt", "nl", "pl"), "LATIN"),
    "hy": "ARMENIAN",
    "he": "HEBREW",
}
_VOWELLED = frozenset({"ar", "fa", "ur", None})
_ARABIC_VOWELS = re.compile("[\u064b-\u0652\u0670\u0640]")
# Letters of the scholars' romanisation of Arabic, Persian and Hebrew, which no newspaper prints.
_SCHOLARLY = re.compile("[āēīōūḩẖḥşṣţṭḑḍẕẓĀĪŪḨẖḤŞṢŢṬḐḌẔẒ‘’ʻʼ]")


def clean(text: str) -> str:
    """Return a name without control and format characters and halves of surrogate pairs, with single spaces."""
    kept = "".join(c for c in text if c in "\u200c" or unicodedata.category(c) not in {"Cf", "Cc", "Cs"})
    return " ".join(unicodedata.normalize("NFC", kept).split())


def tidy(name: Name) -> Name | None:
    """Return a source's name as a reader writes it; None if it is none.

    Brackets, what stands after a comma, footnote marks and vowel signs are left out; a name of mixed scripts, or in
    another script than its language's, is dropped. Names written by hand stay as they are.
    """
    text = clean(name.text)
    if not name.curated:
        text = _AFTER_COMMA.sub("", _IN_BRACKETS.sub("", text)).translate(_SUPERSCRIPTS).strip(" .-")
        if name.lang in _VOWELLED:
            text = _ARABIC_VOWELS.sub("", text)
        scripts = scripts_of(text)
        wrong = name.lang in _SCRIPTS and bool(scripts) and scripts != {_SCRIPTS[name.lang]}
        if wrong or len(scripts) > 1 or _NO_NAME.search(text):
            return None
    if not text:
        return None
    return name if text == name.text else replace(name, text=text)


def is_usable_alternate(text: str, own_name: str) -> bool:
    """Tell whether an untagged alternate is a name: no code, no machine transliteration."""
    if text == own_name:
        return True
    first = text[:1]
    if first.isascii() and not first.isupper():
        return False  # "mwskw": transliterated letter by letter
    return not _CODE.fullmatch(text) and any(c.isalpha() for c in text)


def is_scholarly(text: str) -> bool:
    """Tell whether a Latin name has letters that only scholars print: Ḩimş."""
    return _SCHOLARLY.search(text) is not None


def as_printed(text: str) -> str:
    """Return a scholar's Latin name as a newspaper would print it: Banī Suwayf -> Bani Suwayf."""
    bare = unicodedata.normalize("NFD", re.sub("[‘’ʻʼ]", "", text))
    return "".join(c for c in bare if not unicodedata.combining(c))


def without_class_noun(text: str, class_nouns: AbstractSet[str]) -> str:
    """Return a name without its class noun: محافظة حلب -> حلب, Oaxaca Province -> Oaxaca; "" if it has none."""
    words = text.split()
    if len(words) > 1 and fold(words[0]) in class_nouns:
        return " ".join(words[1:])
    if len(words) > 1 and fold(words[-1]) in class_nouns:
        return " ".join(words[:-1])
    return ""


def main_name_elsewhere(name: str, tagged: tuple[Name, ...]) -> Iterator[Name]:
    """Yield a town's main name for the languages that have none of their own: Houston in German, not London in French."""
    own = {one.lang for one in tagged} | {"en"}
    if own == {"en"}:
        yield Name(text=name)
    else:
        yield from (Name(text=name, lang=one) for one in LANGUAGES if one not in own and may_be_written_in(name, one))
