"""Find names that the gazetteer does not know, but a noun beside them calls a place: village of X, قرية س, Y Street."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geo.recognise.hits import Hit
from geo.recognise.persons import is_unknown_name
from geo.recognise.reading import Reading

_LONGEST = 3  # words of an unknown name; more capitals are rather a title
_SHORTEST_WORD = 3  # letters of a name where there are no capitals to tell it
_NAMED_CLASSES = frozenset("AHT")  # provinces, rivers, islands have names; a Kurdish village need have none
_NAMED_WHERE_INFLECTED = frozenset("AHTP")  # endings tell a name from an adjective: Çatalkaya köyünde
_NEED_NO_FILLER = frozenset({"H", "T"})  # Lake X and Mount X need no "of"
_FACILITY = "S"  # GeoNames' class of buildings, streets' neighbours and the like


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownName:
    """A name at tokens `first` to `last`, both included, that a noun beside it calls a place."""

    first: int
    last: int
    word: str  # the noun
    feature_class: str


def find_unknown_names(reading: Reading, hits: Sequence[Hit]) -> list[UnknownName]:
    """Return the unknown names beside class nouns, and the same names elsewhere in the text.

    A facility's name may hold the name of a known place: Washington Avenue is no Washington.

    Parameters
    ----------
    hits
        the mentions that are known
    """
    taken = {i: hit for hit in hits for i in range(hit.first, hit.last + 1)}
    free = _Free(taken)
    found: list[UnknownName] = []
    if reading.language.cased:
        found += [name for name in _facilities(reading) if _is_larger(taken, name) and free.take(name, over=True)]
        found += [name for name in _in_capitals(reading, free) if free.take(name)]
    else:
        found += [name for name in _after_noun(reading, free) if free.take(name)]
    return found + [name for name in _repeated(reading, found) if free.take(name)]


def _is_larger(taken: Mapping[int, Hit], name: UnknownName) -> bool:
    """Tell whether a name is longer than every known one in it: Hyde Park is known whole."""
    inside = [taken[i] for i in range(name.first, name.last + 1) if i in taken]
    return all(name.first <= hit.first and hit.last < name.last for hit in inside)


class _Free:
    """The tokens that no mention has taken."""

    def __init__(self, taken: Iterable[int]) -> None:
        self._known = frozenset(taken)
        self._unknown: set[int] = set()

    def __contains__(self, i: int) -> bool:
        return i not in self._known and i not in self._unknown

    def take(self, name: UnknownName, *, over: bool = False) -> bool:
        """Take the tokens of a name and tell whether all were free; `over`: known ones may be in it."""
        tokens = range(name.first, name.last + 1)
        if not self._unknown.isdisjoint(tokens) or not (over or self._known.isdisjoint(tokens)):
            return False
        self._unknown.update(tokens)
        return True


# --- where names have capitals


def _facilities(reading: Reading) -> Iterator[UnknownName]:
    """Yield streets, squares and hospitals: Washington Avenue, улица Ленина."""
    before, after = reading.language.facilities_before, reading.language.facilities_after
    inflected = bool(reading.language.endings)
    for i in reading.nouns:
        if after and reading.means(i, after) and (inflected or reading.is_capitalised(i)):
            first = _first_of_facility(reading, i)
            capital = reading.is_capitalised(i)
            if first < i and not (capital and _goes_on(reading, i)):
                yield _unknown(reading, first, i if capital else i - 1, i, _FACILITY)
        if before and reading.means(i, before):
            first = i + 1
            while reading.goes_on(first - 1) and reading.keys[first] in reading.language.fillers:
                first += 1
            last = first
            while reading.goes_on(last - 1) and last - first < _LONGEST and _in_name(reading, last):
                last += 1
            if last > first:
                yield _unknown(reading, first, last - 1, i, _FACILITY)


def _first_of_facility(reading: Reading, noun: int) -> int:
    """Return the first token of the name before a facility's noun.

    A known place ends it where the noun is written small (Երևանի Շահումյանի հրապարակում), and so does an unknown word
    at the head of a sentence.
    """
    small = not reading.is_capitalised(noun)
    first = noun
    while first > 0 and noun - first < _LONGEST and reading.beside(first - 1) and _in_name(reading, first - 1):
        if first < noun and ((small and reading.in_known_place(first - 1)) or _is_only_capital(reading, first - 1)):
            break
        first -= 1
    return first


def _is_only_capital(reading: Reading, i: int) -> bool:
    """Tell whether a word at the head of a sentence has nothing but its capital to make it a part of a name."""
    known = reading.in_hit(i) or reading.means(i, reading.language.given_names)
    return reading.starts_sentence(i) and not known


def _goes_on(reading: Reading, i: int) -> bool:
    """Tell whether a name goes on behind token i: Hall of Fame, Park Farm."""
    while reading.beside(i):
        i += 1
        if reading.keys[i] not in reading.language.fillers:
            return reading.is_capitalised(i) and reading.tells(i)
    return False


def _in_name(reading: Reading, i: int) -> bool:
    return reading.is_capitalised(i) and reading.tells(i) and reading.is_plain(i)


def _in_capitals(reading: Reading, free: _Free) -> Iterator[UnknownName]:
    before, nouns_after = reading.language.triggers_before, reading.language.nouns_after
    for i in reading.nouns:
        if i > 0 and reading.means(i, nouns_after) and (name := _before_noun(reading, free, i)):
            yield name
        if reading.keys[i] in before and (name := _behind_noun(reading, free, i)):
            yield name


def _behind_noun(reading: Reading, free: _Free, noun: int) -> UnknownName | None:
    """Read the capitalised words after a class noun: village of X, Lake X."""
    first = noun + 1
    while reading.goes_on(first - 1) and reading.keys[first] in reading.language.fillers:
        first += 1
    inflected = bool(reading.language.endings)
    feature_class = reading.language.triggers_before[reading.keys[noun]]
    has_filler = first > noun + 1
    beside = reading.language.noun_beside_name or not reading.language.fillers
    if not (has_filler or feature_class in _NEED_NO_FILLER or beside):
        return None
    needs_capital = feature_class in _NEED_NO_FILLER and not has_filler and not inflected
    if needs_capital and not reading.is_capitalised(noun):
        return None
    last = first
    while reading.goes_on(last - 1) and _may_belong(reading, free, last):
        last += 1
    if not 0 < last - first <= _LONGEST or _is_longer_name(reading, last):
        return None
    noun_is_part = not has_filler and reading.is_capitalised(noun)
    return _unknown(reading, noun if noun_is_part else first, last - 1, noun, feature_class)


def _before_noun(reading: Reading, free: _Free, noun: int) -> UnknownName | None:
    """Read the capitalised words before a class noun: X province, X River."""
    first = noun
    while first > 0 and reading.beside(first - 1) and _may_belong(reading, free, first - 1):
        first -= 1
    if not 0 < noun - first <= _LONGEST or (noun - first == 1 and reading.starts_sentence(first)):
        return None
    capital = reading.is_capitalised(noun)
    if capital and (reading.keys[noun] in reading.language.organisation_tails or _goes_on(reading, noun)):
        return None
    if not capital and not _is_told_by_noun(reading, noun):
        return None
    last = noun if capital else noun - 1
    return _unknown(reading, first, last, noun, _class_behind(reading, noun) or "")


def _is_told_by_noun(reading: Reading, noun: int) -> bool:
    """Tell whether a noun in small letters tells that the word before it is a name: not in "GOP state lawmaker"."""
    feature_class = _class_behind(reading, noun)
    if reading.language.endings:
        return feature_class in _NAMED_WHERE_INFLECTED
    alone = not reading.beside(noun) or reading.keys[noun + 1] in reading.language.function_words
    return alone and feature_class in _NAMED_CLASSES


def _class_behind(reading: Reading, noun: int) -> str | None:
    """Return the feature class that a noun behind a name announces, inflected or not; None if it is no such noun."""
    after = reading.language.triggers_after
    key = reading.keys[noun]
    if key in after:
        return after[key]
    return next((after[form] for form, _ in reading.finder.forms(key) if form in after), None)


def _may_belong(reading: Reading, free: _Free, i: int) -> bool:
    language = reading.language
    return (
        i in free
        and reading.is_capitalised(i)
        and reading.tells(i)
        and is_unknown_name(reading, i)
        and not reading.means(i, language.given_names)
        and not reading.means(i, language.heads)
        and reading.keys[i] not in language.organisation_tails
        and reading.keys[i] not in language.event_tails
    )


def _is_longer_name(reading: Reading, i: int) -> bool:
    """Tell whether an organisation's or another capitalised word follows: Lake X Bank."""
    return i < len(reading.keys) and reading.beside(i - 1) and reading.is_capitalised(i) and not reading.in_hit(i)


# --- where they have none


def _after_noun(reading: Reading, free: _Free) -> Iterator[UnknownName]:
    language = reading.language
    nouns = language.unknown_after | language.facilities_before
    for i in reading.nouns:
        if i + 1 == len(reading.keys) or i not in free or not reading.means(i, nouns) or _is_idiom(reading, i):
            continue
        first = i + 1
        last = first
        if reading.keys[first] in language.name_starts and reading.beside(first):
            last += 1
        starts = last > first  # the first of two words may be a noun: كفر, أبو
        if reading.beside(i) and all(_may_be_name(reading, free, j) for j in range(first + starts, last + 1)):
            yield _unknown(reading, first, last, i, language.triggers_before.get(reading.keys[i], _FACILITY))


def _is_idiom(reading: Reading, i: int) -> bool:
    """Tell whether a noun stands in a phrase that means something else: عن طريق, by way of."""
    return i > 0 and f"{reading.keys[i - 1]} {reading.keys[i]}" in reading.language.idioms


def _may_be_name(reading: Reading, free: _Free, i: int) -> bool:
    key = reading.keys[i]
    return (
        i in free
        and len(key) >= _SHORTEST_WORD
        and key.isalpha()
        and reading.is_plain(i)
        and key.removeprefix(reading.language.article) not in reading.language.function_words
        and not reading.means(i, reading.language.no_names)
    )


# --- the rest of the text


def _repeated(reading: Reading, found: Sequence[UnknownName]) -> Iterator[UnknownName]:
    """Yield where an unknown name stands again without its class noun."""
    if not found:
        return
    starting: dict[str, dict[tuple[str, ...], UnknownName]] = {}
    for name in found:
        words = tuple(reading.keys[name.first : name.last + 1])
        starting.setdefault(words[0], {})[words] = name
    for i, key in enumerate(reading.keys):
        if key not in starting or (reading.language.cased and not reading.is_capitalised(i)):
            continue
        for words, name in starting[key].items():
            if tuple(reading.keys[i : i + len(words)]) == words:
                last = i + len(words) - 1
                yield UnknownName(first=i, last=last, word=name.word, feature_class=name.feature_class)


def _unknown(reading: Reading, first: int, last: int, noun: int, feature_class: str) -> UnknownName:
    return UnknownName(first=first, last=last, word=reading.tokens.word(noun), feature_class=feature_class)
