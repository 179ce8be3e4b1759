"""Take words apart: prefixes and endings off, and names that were written as one word in two."""

from collections.abc import Iterator
from typing import TypeVar

from geo.text.language import Language

_SHORTEST_HEAD = 2  # letters that must remain of the first word of a longer name: و+ود مدني
_SHORTEST_PART = 2  # letters before an article in the middle of a word: دار in دارالسلام
_KEPT_WORDS = 1 << 16  # that are remembered

T = TypeVar("T")


class WordForms:
    """The ways to read a language's words; remembers how it took each apart."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._forms: dict[str, tuple[tuple[str, str], ...]] = {}
        self._bare: dict[str, frozenset[str]] = {}
        self._bases: dict[str, list[str]] = {}
        self._takes_apart = bool(language.proclitics or language.endings)

    def forms(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return the ways to read a word: (bare word, letters stripped), the word as it stands first."""
        known = self._forms.get(key)
        if known is None:
            known = keep(self._forms, key, tuple(self._take_apart(key)))
        return known

    def bare_forms(self, key: str) -> frozenset[str]:
        """Return what a word may be when its proclitics and endings are cut off, and the word itself."""
        known = self._bare.get(key)
        if known is None:
            known = keep(self._bare, key, frozenset(form for form, _ in self.forms(key)))
        return known

    def following_forms(self, key: str) -> list[str]:
        """Return the ways to read a word in the middle of a name: as it stands, or its base forms."""
        known = self._bases.get(key)
        if known is None:
            known = keep(self._bases, key, [key, *dict.fromkeys((*self._without_ending(key), *self._as_ending(key)))])
        return known

    def means(self, key: str, words: frozenset[str]) -> bool:
        """Tell whether a word, with or without its proclitics and endings, is in a list."""
        return key in words or (self._takes_apart and not words.isdisjoint(self.bare_forms(key)))

    def parted(self, key: str) -> list[tuple[str, str]]:
        """Return the two words that may have been written as one, and letters stripped: حفر الباطن of حفرالباطن."""
        article = self._language.article
        if not article or article not in key:
            return []
        parted = []
        for form, stripped in self.forms(key):
            cut = form.find(article, _SHORTEST_PART)
            if cut >= 0 and len(form) - cut - len(article) >= _SHORTEST_PART:
                parted.append((f"{form[:cut]} {form[cut:]}", stripped))
        return parted

    def _take_apart(self, key: str) -> list[tuple[str, str]]:
        forms = [(key, "")]
        for proclitic in self._language.proclitics:
            if key.startswith(proclitic.letters):
                stem = proclitic.restore + key[len(proclitic.letters) :]
                if len(stem) - len(proclitic.restore) >= _SHORTEST_HEAD or stem in self._language.short_heads:
                    forms.append(
                        (stem, proclitic.letters[: len(proclitic.letters) - max(0, len(proclitic.restore) - 1)])
                    )
        forms.sort(key=lambda form: len(form[1]))
        bases = ((base, stripped) for form, stripped in forms for base in self._without_ending(form))
        return list(dict.fromkeys((*forms, *bases)))

    def _without_ending(self, key: str) -> Iterator[str]:
        """Yield the base forms that an inflected word may have: Москве -> Москва."""
        shortest = self._language.shortest_stem
        for ending in self._language.endings:
            if key.endswith(ending.letters) and len(key) - len(ending.letters) >= shortest:
                yield key[: len(key) - len(ending.letters)] + ending.restore

    def _as_ending(self, key: str) -> Iterator[str]:
        """Yield the base forms of what follows an apostrophe and is nothing but an ending: Придністров'ї."""
        for ending in self._language.endings:
            if key == ending.letters and ending.restore:
                yield ending.restore


def keep(kept: dict[str, T], key: str, value: T) -> T:
    """Remember what a word was found to be, of so many words at most; return it."""
    if len(kept) >= _KEPT_WORDS:
        kept.clear()
    kept[key] = value
    return value
