"""Find where known names and nationality words stand in a text, whatever they mean there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from geo.models import KnownName
from geo.text.folding import fold
from geo.text.language import Language
from geo.text.tokens import Tokens

_SHORTEST_STEM = 3  # letters that must remain when proclitics are stripped: بوتين is no ب + وتين
_SHORTEST_HEAD = 2  # of the first word of a longer name: و+ود مدني


Forms = Callable[[str], Sequence[str]]


class NameMatch(Protocol):
    """A known name that begins at a token."""

    @property
    def tokens(self) -> int: ...

    @property
    def name(self) -> int: ...


class Names(Protocol):
    """The names that the gazetteer knows."""

    def names_at(self, tokens: Tokens, i: int, first: str, forms: Forms | None = None) -> Sequence[NameMatch]:
        """Return the names that begin at token i, longest first.

        `first` is how its key is read, without a prefix; `forms` gives the ways to read a word after it.
        """

    def known_name(self, name: int, lang: str) -> KnownName | None:
        """Return what is known of a name in a language; None if only other languages have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A known name or a nationality word at tokens `first` to `last`, both included."""

    first: int
    last: int
    start: int  # offset in the text, behind proclitics
    end: int
    known: KnownName | None = None
    country: str | None = None  # of a nationality word
    proclitic: str = ""  # folded letters that were stripped
    class_noun: str = ""  # the word that was trimmed from a longer known name: نهر of نهر النيل

    @property
    def is_demonym(self) -> bool:
        return self.country is not None


class HitFinder:
    """Finds the hits of one language's texts; remembers how it took each word apart."""

    def __init__(self, language: Language, names: Names) -> None:
        self.language = language
        self._names = names
        self._forms: dict[str, tuple[tuple[str, str], ...]] = {}
        self._following: dict[str, list[str]] = {}
        self._inflects = self._following_forms if language.endings else None

    def forms(self, key: str) -> tuple[tuple[str, str], ...]:
        """Return the ways to read a word: (bare word, letters stripped), the word as it stands first."""
        known = self._forms.get(key)
        if known is None:
            known = self._forms[key] = tuple(self._take_apart(key))
        return known

    def means(self, key: str, words: frozenset[str]) -> bool:
        """Tell whether a word, with or without its proclitics, is in a list."""
        return any(form in words for form, _ in self.forms(key))

    def find(self, tokens: Tokens) -> list[Hit]:
        """Return the hits in order, without overlaps: the longest name wins, then the smallest strip."""
        hits: list[Hit] = []
        i = 0
        while i < len(tokens):
            hit = self._hit_at(tokens, i)
            if hit is None:
                i += 1
            else:
                hits.append(hit)
                i = hit.last + 1
        return hits

    def _take_apart(self, key: str) -> list[tuple[str, str]]:
        forms = [(key, "")]
        for proclitic in self.language.proclitics:
            if key.startswith(proclitic.letters):
                stem = proclitic.restore + key[len(proclitic.letters) :]
                if len(stem) - len(proclitic.restore) >= _SHORTEST_HEAD:
                    forms.append(
                        (stem, proclitic.letters[: len(proclitic.letters) - max(0, len(proclitic.restore) - 1)])
                    )
        forms.sort(key=lambda form: len(form[1]))
        return list(
            dict.fromkeys((*forms, *((base, stripped) for form, stripped in forms for base in self._bases(form))))
        )

    def _bases(self, key: str) -> Iterator[str]:
        """Yield the base forms that an inflected word may have: Москве -> Москва."""
        for ending in self.language.endings:
            if key.endswith(ending.letters) and len(key) - len(ending.letters) >= self.language.shortest_stem:
                yield key[: len(key) - len(ending.letters)] + ending.restore

    def _following_forms(self, key: str) -> list[str]:
        """Return the ways to read a word in the middle of a name: as it stands, or its base forms."""
        known = self._following.get(key)
        if known is None:
            known = self._following[key] = [key, *dict.fromkeys(self._bases(key))]
        return known

    def _hit_at(self, tokens: Tokens, i: int) -> Hit | None:
        best: tuple[int, KnownName | None, str | None, str] | None = None
        for form, stripped in self.forms(tokens.keys[i]):
            demonym = self._demonym(form, tokens, i)
            for match in self._names.names_at(tokens, i, form, self._inflects):
                if match.tokens == 1 and stripped and len(form) < _SHORTEST_STEM:
                    continue
                if match.tokens == 1 and not stripped and form != tokens.keys[i] and self._is_small(tokens.keys[i]):
                    continue
                known = self._names.known_name(match.name, self.language.code)
                if known is None or self._is_function_phrase(form, tokens.keys[i + 1 : i + match.tokens], known):
                    continue
                if not self._is_written_so(tokens, i, match.tokens, known):
                    continue
                if (
                    demonym is not None
                    and demonym[0] >= match.tokens
                    and not self._names_place(known, demonym, tokens, i)
                ):
                    break
                if best is None or match.tokens > best[0] or self._is_better_known(best, match.tokens, known, stripped):
                    best = (match.tokens, known, None, stripped)
                break
            if demonym is not None and (best is None or demonym[0] > best[0]) and self._may_be_demonym(tokens, i):
                best = (demonym[0], None, demonym[1], stripped)
        if best is None:
            return None
        words, known, country, stripped = best
        hit = Hit(
            first=i,
            last=i + words - 1,
            start=tokens.starts[i] + _stripped_length(tokens.word(i), stripped),
            end=tokens.ends[i + words - 1],
            known=known,
            country=country,
            proclitic=stripped,
        )
        return self._without_class_noun(tokens, hit)

    def _is_function_phrase(self, form: str, following: Sequence[str], known: KnownName) -> bool:
        """Tell whether a name is made of the language's small words alone; West Bank is, but a person listed it."""
        if following and (known.curated or known.country):
            return False
        words, article = self.language.function_words, self.language.article
        bare = form.removeprefix(article) if article else form
        return (form in words or bare in self.language.triggers_before) and all(key in words for key in following)

    def _is_better_known(
        self, best: tuple[int, KnownName | None, str | None, str], tokens: int, known: KnownName, stripped: str
    ) -> bool:
        """Tell whether "and" plus a better known name beats the whole word: و+جدة, not وجدة."""
        other = best[1]
        same_length = tokens == best[0] and stripped == self.language.conjunction and other is not None and not best[3]
        return same_length and other is not None and known.importance > other.importance

    def _is_small(self, key: str) -> bool:
        """Tell whether a word as it stands is one of the language's small ones: Самое is no form of Самоа."""
        return key in self.language.function_words

    def _demonym(self, form: str, tokens: Tokens, i: int) -> tuple[int, str] | None:
        demonyms = self.language.demonyms
        if tokens.joined(i) and (country := demonyms.get(f"{form} {tokens.keys[i + 1]}")):
            return 2, country
        country = demonyms.get(form)
        return None if country is None else (1, country)

    def _names_place(self, known: KnownName, demonym: tuple[int, str], tokens: Tokens, i: int) -> bool:
        """Tell whether a word that is both is the place: السعودية, but not in الحكومة السعودية; برازيليا."""
        if not known.country:
            return known.capital and known.displayed
        article = self.language.article
        after_definite = i > 0 and article and tokens.joined(i - 1) and self.begins_with(tokens.keys[i - 1], article)
        return not (after_definite and demonym[0] == known.words and tokens.keys[i].startswith(article))

    def begins_with(self, key: str, article: str) -> bool:
        """Tell whether a word has the article; إلى is no noun, though it begins so."""
        words = self.language.function_words
        return any(form.startswith(article) and form not in words for form, _ in self.forms(key))

    def _is_written_so(self, tokens: Tokens, i: int, count: int, known: KnownName) -> bool:
        if not self.language.cased:
            return True
        if known.acronym:
            return all(tokens.word(j).isupper() for j in range(i, i + count))
        named_by_noun = count > 1 and tokens.keys[i] in self.language.triggers_before  # mer Rouge
        return self._may_be_name(tokens, i + count - 1 if named_by_noun else i)

    def _may_be_demonym(self, tokens: Tokens, i: int) -> bool:
        return not self.language.cased_demonyms or self._may_be_name(tokens, i)

    def _may_be_name(self, tokens: Tokens, i: int) -> bool:
        return not self.language.cased or not tokens.word(i)[0].islower()

    def _without_class_noun(self, tokens: Tokens, hit: Hit) -> Hit:
        """Trim a class noun off a known name if the rest is a name of the same place: نهر النيل -> النيل."""
        if hit.known is None or hit.last == hit.first:
            return hit
        cased = self.language.cased
        if (not cased or tokens.word(hit.first)[0].islower()) and self.means(
            tokens.keys[hit.first], frozenset(self.language.triggers_before)
        ):
            rest = (hit.first + 1, hit.last)
            class_noun = tokens.keys[hit.first]
        elif cased and tokens.keys[hit.last] in self.language.triggers_after and tokens.word(hit.last)[0].islower():
            rest = (hit.first, hit.last - 1)
            class_noun = tokens.keys[hit.last]
        else:
            return hit
        first, last = rest
        for match in self._names.names_at(tokens, first, tokens.keys[first], self._inflects):
            known = self._names.known_name(match.name, self.language.code)
            if known is None or match.tokens != last - first + 1:
                continue
            if hit.known.best[0] in (known.best[:1] if known.country else known.best):
                return Hit(
                    first=first,
                    last=last,
                    start=tokens.starts[first],
                    end=tokens.ends[last],
                    known=known,
                    class_noun=class_noun,
                )
        return hit


def _stripped_length(word: str, letters: str) -> int:
    """Return how many characters of a word its folded proclitic letters take, marks included."""
    taken = 0
    for offset, character in enumerate(word):
        folded = fold(character)
        if taken >= len(letters) and folded:
            return offset
        taken += len(folded)
    return len(word) if letters else 0
