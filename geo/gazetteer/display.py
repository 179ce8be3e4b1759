"""Tell which languages a name belongs to, and choose the name that a place is shown under in each."""

import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import groupby

from geo.gazetteer.layout import ANY, OTHER, language_bit
from geo.gazetteer.rows import Name
from geo.settings import DATA

# Modifier letters go with every script; Japanese mixes three.
_ANY_SCRIPT = frozenset(
    {"MODIFIER", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "CJK", "HALFWIDTH", "FULLWIDTH", "IDEOGRAPHIC"}
)
ReadShares = Mapping[str, Mapping[str, float]]  # language -> word as it is spelled -> share of running text


def language_bits(name: Name) -> int:
    """Return the languages that have a name, as bits: its tag, else those whose letters it is written with."""
    if name.lang is not None:
        return language_bit(name.lang)
    if name.text.isascii():
        return ANY
    fitting = languages_of_letters(name.text)
    if fitting is None:
        return ANY
    bits = 0
    for lang in fitting:
        bits |= language_bit(lang)
    return bits or OTHER


def languages_of_letters(text: str) -> tuple[str, ...] | None:
    """Return the languages whose alphabet a text keeps to; None for a script that has no alphabet on file (Latin)."""
    letters = frozenset(c for c in text.lower() if c.isalpha())
    scripts = frozenset(map(_script, letters)) & _scripts_on_file()
    if not scripts:
        return None if any(_script(c) == "LATIN" for c in letters) else ()
    return tuple(lang for lang, alphabet in _alphabets().items() if letters <= alphabet)


def may_be_written_in(text: str, lang: str) -> bool:
    """Tell whether a text is written in a language's letters, as far as its alphabet is on file."""
    fitting = languages_of_letters(text)
    return lang not in _alphabets() if fitting is None else lang in fitting


def display_names(names: Iterable[Name], shares: ReadShares) -> dict[str, str]:
    """Return the name to show per language.

    A name that its source prefers wins, else the first one of that language, else the untagged name in that
    language's letters that its texts write most often.
    """
    chosen: dict[str, str] = {}
    tagged: dict[str, str] = {}
    untagged: list[tuple[str, str]] = []
    for name in names:
        if name.bare:
            continue
        if name.lang is not None:
            (chosen if name.preferred else tagged).setdefault(name.lang, name.text)
        elif not name.text.isascii():
            untagged += [(lang, name.text) for lang in languages_of_letters(name.text) or ()]
    shown = tagged | chosen
    untagged.sort(key=lambda pair: pair[0])  # stable: the source's order stays within a language
    for lang, pairs in groupby(untagged, key=lambda pair: pair[0]):
        if lang not in shown:
            known = shares.get(lang, {})
            shown[lang] = max((text for _, text in pairs), key=lambda text: _share(text, known))
    return shown


def _share(text: str, shares: Mapping[str, float]) -> float:
    return min((shares.get(word, 0.0) for word in text.lower().split()), default=0.0)


def scripts_of(text: str) -> frozenset[str]:
    """Return the scripts of a text's letters, by their names in Unicode: LATIN, ARABIC."""
    return frozenset("LATIN" if c.isascii() else _script(c) for c in text if c.isalpha()) - _ANY_SCRIPT


@cache
def _alphabets() -> Mapping[str, frozenset[str]]:
    letters: dict[str, str] = tomllib.loads((DATA / "gazetteer" / "alphabets.toml").read_text(encoding="utf-8"))
    return {lang: frozenset(alphabet) for lang, alphabet in letters.items()}


@cache
def _scripts_on_file() -> frozenset[str]:
    return frozenset(_script(alphabet_letter) for alphabet in _alphabets().values() for alphabet_letter in alphabet)


@lru_cache(1 << 12)
def _script(character: str) -> str:
    return unicodedata.name(character, "?").split(" ", 1)[0] if character.isalpha() else "?"
