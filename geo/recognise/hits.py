"""Find where known names and nationality words stand in a text, whatever they mean there."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from geo.models import KnownName
from geo.progress import Hook, watched
from geo.recognise.casing import has_no_capitals
from geo.recognise.forms import WordForms, keep
from geo.text.folding import fold
from geo.text.language import Language
from geo.text.tokens import Tokens

_SHORTEST_STEM = 3  # letters that must remain when proclitics are stripped: بوتين is no ب + وتين
_LONGEST_ACRONYM = 5  # letters; a longer word in capitals is shouted
_NAMESAKE = 0.5  # importance of a town of 100,000: lac Victoria is called as one is, mer Rouge as a village by chance
_CLEARLY_BETTER = 0.1  # importance: ten times as many inhabitants

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

    def begins_name(self, first: str) -> bool:
        """Tell whether any name is, or begins with, a word or some words."""

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
    inflected: bool = False  # whether an ending was cut off
    locative: bool = False  # whether that ending says where: Երևանում
    class_noun: str = ""  # the word that was trimmed from a longer known name: نهر of نهر النيل

    @property
    def is_demonym(self) -> bool:
        return self.country is not None


class _Verdict(Enum):
    """Whether a hit may begin at a word."""

    NO = auto()
    WITH_CAPITAL = auto()  # not where it is written small
    YES = auto()


class HitFinder:
    """Finds the hits of one language's texts; remembers how it took each word apart."""

    def __init__(self, language: Language, names: Names) -> None:
        self.language = language
        self._names = names
        self._words = WordForms(language)
        self.forms, self.bare_forms, self.means = self._words.forms, self._words.bare_forms, self._words.means
        self._verdicts: dict[str, _Verdict] = {}
        self._name_nouns: dict[str, bool] = {}
        self._inflects = self._words.following_forms if language.endings else None
        self._demonym_starts = frozenset(demonym.partition(" ")[0] for demonym in language.demonyms)

    def name_nouns(self, keys: Sequence[str]) -> list[int]:
        """Return where words stand that may announce a name, or begin an organisation's."""
        known, words = self._name_nouns, self.language.name_nouns
        found = []
        for i, key in enumerate(keys):
            marks = known.get(key)
            if marks is None:
                marks = keep(known, key, self.means(key, words))
            if marks:
                found.append(i)
        return found

    def find(self, tokens: Tokens, hook: Hook | None = None) -> list[Hit]:
        """Return the hits in order, without overlaps: the longest name wins, then the smallest strip."""
        search = _Search(self, tokens)
        hits: list[Hit] = []
        free, no, with_capital, verdicts = 0, _Verdict.NO, _Verdict.WITH_CAPITAL, self._verdicts
        for i, key in enumerate(watched(tokens.keys, hook)):
            verdict = verdicts.get(key) or self._judge(key)
            if verdict is no or i < free or (verdict is with_capital and not search.may_be_name(i)):
                continue
            hit = search.hit_at(i)
            if hit is not None:
                hits.append(hit)
                free = hit.last + 1
        return hits

    def _judge(self, key: str) -> _Verdict:
        language = self.language
        forms = self.bare_forms(key)
        verdict = _Verdict.NO
        if not self._demonym_starts.isdisjoint(forms):
            verdict = _Verdict.WITH_CAPITAL if language.cased_demonyms else _Verdict.YES
        if verdict is not _Verdict.YES and any(map(self._names.begins_name, forms)):
            verdict = _Verdict.YES if not language.cased or key in language.triggers_before else _Verdict.WITH_CAPITAL
        if verdict is _Verdict.NO and any(self._names.begins_name(words) for words, _ in self.parted(key)):
            verdict = _Verdict.YES
        return keep(self._verdicts, key, verdict)

    def parted(self, key: str) -> list[tuple[str, str]]:
        """Return the two words that may have been written as one, and letters stripped before them."""
        return self._words.parted(key)

    def names_at(self, tokens: Tokens, i: int, form: str) -> Sequence[NameMatch]:
        """Return the names that begin at token i when it is read in one of its forms."""
        return self._names.names_at(tokens, i, form, self._inflects)

    def known_name(self, match: NameMatch) -> KnownName | None:
        """Return what is known of a matched name in the language."""
        return self._names.known_name(match.name, self.language.code)

    def begins_with(self, key: str, article: str) -> bool:
        """Tell whether a word has the article; إلى is no noun, though it begins so."""
        words = self.language.function_words
        return any(form.startswith(article) and form not in words for form in self.bare_forms(key))


@dataclass(frozen=True, slots=True)
class _Found:
    """What the words at a token may be."""

    tokens: int
    known: KnownName | None
    country: str | None
    stripped: str  # proclitic letters


class _Search:
    """The search for hits in one text."""

    def __init__(self, finder: HitFinder, tokens: Tokens) -> None:
        self._finder = finder
        self._language = finder.language
        self._tokens = tokens
        self._cased = finder.language.cased and not has_no_capitals(tokens)

    def hit_at(self, i: int) -> Hit | None:
        """Return the hit that begins at token i."""
        best = self._best(i)
        if best is None:
            return None
        tokens, language = self._tokens, self._language
        last = i + best.tokens - 1
        start = tokens.starts[i] + _stripped_length(tokens.word(i), best.stripped)
        if start >= tokens.ends[i]:
            return None  # one character, a ligature, holds the prefix and the name
        inflected = best.known is not None and not best.stripped and self._is_inflected(best.known, last)
        hit = Hit(
            first=i,
            last=last,
            start=start,
            end=tokens.ends[last],
            known=best.known,
            country=best.country,
            proclitic=best.stripped,
            inflected=inflected,
            locative=inflected and tokens.keys[last].endswith(language.locative_endings),
        )
        return self._without_class_noun(hit)

    def _best(self, i: int) -> _Found | None:
        best: _Found | None = None
        for form, stripped in self._forms(i):
            demonym = self._demonym(form, i)
            for match in self._finder.names_at(self._tokens, i, form):
                known = self._known(match, i, form, stripped)
                if known is None:
                    continue
                if demonym is not None and demonym[0] >= match.tokens and not self._names_place(known, demonym, i):
                    break
                if best is None or match.tokens > best.tokens or self._is_better(best, match.tokens, known, stripped):
                    best = _Found(match.tokens, known, None, stripped)
                break
            if demonym is not None and (best is None or demonym[0] > best.tokens) and self._may_be_demonym(i):
                best = _Found(demonym[0], None, demonym[1], stripped)
        return best if best is not None else self._glued(i)

    def _forms(self, i: int) -> Sequence[tuple[str, str]]:
        """Return the ways to read a word; one in capitals is not inflected."""
        forms = self._finder.forms(self._tokens.keys[i])
        if self._cased and self._language.endings and len(forms) > 1:
            word = self._tokens.word(i)
            if word.isupper() and len(word) > 1 and len(word) <= _LONGEST_ACRONYM:
                return forms[:1]
        return forms

    def _known(self, match: NameMatch, i: int, form: str, stripped: str) -> KnownName | None:
        """Return what is known of a match, if it may stand here."""
        tokens = self._tokens
        if match.tokens == 1 and stripped and len(form) < _SHORTEST_STEM:
            return None
        if match.tokens == 1 and not stripped and form != tokens.keys[i] and self._is_small(tokens.keys[i]):
            return None
        known = self._finder.known_name(match)
        if known is None:
            return None
        following = tokens.keys[i + 1 : i + match.tokens]
        if self._is_function_phrase(form, following, known) and not (
            self._is_announced(form, i) or self._is_written_as_name(form, i, match.tokens)
        ):
            return None
        return known if self._is_written_so(i, match.tokens, known) else None

    def _glued(self, i: int) -> _Found | None:
        """Return a name of two words that was written as one: حفرالباطن."""
        for words, stripped in self._finder.parted(self._tokens.keys[i]):
            for match in self._finder.names_at(self._tokens, i, words):
                known = self._finder.known_name(match)
                if known is not None and match.tokens == 1:
                    return _Found(1, known, None, stripped)
        return None

    def _is_inflected(self, known: KnownName, last: int) -> bool:
        return bool(self._language.endings) and self._tokens.keys[last] != known.key.rpartition(" ")[2]

    def _is_function_phrase(self, form: str, following: Sequence[str], known: KnownName) -> bool:
        """Tell whether a name is made of the language's small words alone; West Bank is, but a person listed it."""
        if following and (known.curated or known.country):
            return False
        words, article = self._language.function_words, self._language.article
        bare = form.removeprefix(article) if article else form
        return (form in words or bare in self._language.triggers_before) and all(key in words for key in following)

    def _is_announced(self, form: str, i: int) -> bool:
        """Tell whether a class noun before a word that is no place elsewhere makes it one: the city of Nice."""
        if form not in self._language.not_places:
            return False
        tokens, before = self._tokens, i - 1
        while before > 0 and tokens.keys[before] in self._language.fillers and tokens.joined(before):
            before -= 1
        return before >= 0 and tokens.joined(before) and self._is_class_noun(before, self._language.triggers_before)

    def _is_better(self, best: _Found, tokens: int, known: KnownName, stripped: str) -> bool:
        """Tell whether a name beats one of the same length.

        "And" plus a better known name beats the whole word (و+جدة, not وجدة); of two base forms of an
        inflected word, the one that its place is shown under does (Łodzi is Łódź, not Lodz).
        """
        other = best.known
        if tokens != best.tokens or other is None:
            return False
        if stripped != best.stripped:
            conjunction = stripped == self._language.conjunction and not best.stripped
            return conjunction and known.importance > other.importance
        listed = known.displayed or known.curated
        return bool(self._language.endings) and listed and known.importance > other.importance + _CLEARLY_BETTER

    def _is_small(self, key: str) -> bool:
        """Tell whether a word as it stands is one of the language's small ones: Самое is no form of Самоа."""
        return key in self._language.function_words

    def _demonym(self, form: str, i: int) -> tuple[int, str] | None:
        demonyms, tokens = self._language.demonyms, self._tokens
        if tokens.joined(i) and (country := demonyms.get(f"{form} {tokens.keys[i + 1]}")):
            return 2, country
        country = demonyms.get(form)
        return None if country is None else (1, country)

    def _names_place(self, known: KnownName, demonym: tuple[int, str], i: int) -> bool:
        """Tell whether a word that is both is the place: السعودية, but not in الحكومة السعودية; برازيليا."""
        if not known.country:
            return known.capital and known.displayed
        article, tokens = self._language.article, self._tokens
        after_definite = (
            i > 0 and article and tokens.joined(i - 1) and self._finder.begins_with(tokens.keys[i - 1], article)
        )
        return not (after_definite and demonym[0] == known.words and tokens.keys[i].startswith(article))

    def _is_written_so(self, i: int, count: int, known: KnownName) -> bool:
        if not self._language.cased:
            return True
        tokens = self._tokens
        if known.acronym:
            return all(tokens.word(j).isupper() for j in range(i, i + count))
        named_by_noun = count > 1 and tokens.keys[i] in self._language.triggers_before  # mer Rouge
        return self.may_be_name(i + count - 1 if named_by_noun else i)

    def _may_be_demonym(self, i: int) -> bool:
        return not self._language.cased_demonyms or self.may_be_name(i)

    def _is_written_as_name(self, form: str, i: int, count: int) -> bool:
        """Tell whether capitals make some words that are no place alone a name: Cape Town, Union City, but not El Banco."""
        if not self._cased or count == 1 or form in self._language.small_words or form in self._language.fillers:
            return False
        return all(self._tokens.text[start].isupper() for start in self._tokens.starts[i : i + count])

    def may_be_name(self, i: int) -> bool:
        return not self._cased or not self._tokens.text[self._tokens.starts[i]].islower()

    def _without_class_noun(self, hit: Hit) -> Hit:
        """Trim a class noun off a known name if the rest is a name too: نهر النيل -> النيل, lac Victoria -> Victoria.

        The hit keeps what is known of the longer name, which is its alone: Victoria is forty towns before it is the lake.
        """
        if hit.known is None or hit.last == hit.first:
            return hit
        tokens, language = self._tokens, self._language
        before, after = language.triggers_before, language.triggers_after
        if (not language.cased or tokens.word(hit.first)[0].islower()) and self._is_class_noun(hit.first, before):
            first, last, noun = hit.first + 1, hit.last, hit.first
            while first < last and tokens.keys[first] in language.fillers:
                first += 1  # bande de Gaza
        elif language.cased and tokens.word(hit.last)[0].islower() and self._is_class_noun(hit.last, after):
            first, last, noun = hit.first, hit.last - 1, hit.last
        else:
            return hit
        beside = language.cased and noun in (first - 1, last + 1)  # and not of something else: golfe d'Aden
        if not any(_is_name_of(hit.known, rest, beside=beside) for rest in self._names_of(first, last)):
            return hit
        start, end = tokens.starts[first], tokens.ends[last]
        return Hit(first=first, last=last, start=start, end=end, known=hit.known, class_noun=tokens.keys[noun])

    def _names_of(self, first: int, last: int) -> Iterator[KnownName]:
        """Yield what is known of the names that tokens `first` to `last` are."""
        for form, _ in self._finder.forms(self._tokens.keys[first]):
            for match in self._finder.names_at(self._tokens, first, form):
                known = self._finder.known_name(match)
                if known is not None and match.tokens == last - first + 1:
                    yield known

    def _is_class_noun(self, i: int, class_nouns: Mapping[str, str]) -> bool:
        return any(form in class_nouns for form, _ in self._finder.forms(self._tokens.keys[i]))


def _is_name_of(whole: KnownName, rest: KnownName, *, beside: bool) -> bool:
    """Tell whether a name without its class noun is one of the same place, or the one that a well-known namesake is called."""
    same = whole.best[0] in (rest.best[:1] if rest.country else rest.best)
    return same or (beside and rest.displayed and rest.importance >= _NAMESAKE)


def _stripped_length(word: str, letters: str) -> int:
    """Return how many characters of a word its folded proclitic letters take, marks included."""
    taken = 0
    for offset, character in enumerate(word):
        folded = fold(character)
        if taken >= len(letters) and folded:
            return offset
        taken += len(folded)
    return len(word) if letters else 0
