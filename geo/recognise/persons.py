"""Tell whether a hit is part of a person's name."""

from geo.models import KnownName
from geo.recognise.hits import Hit
from geo.recognise.reading import Reading

_TITLE_GAPS = frozenset({" ", "\u00a0", "-"})
_AFTER_ABBREVIATION = ". "
_OFFICE_REACH = 2  # words from an office to the nationality that closes it: وزير الخارجية الروسي


def is_person(reading: Reading, hit: Hit, known: KnownName) -> bool:
    """Tell whether a title, an office or a given name before a hit makes it a person's name."""
    language = reading.language
    if _follows_title(reading, hit.first):
        return not (known.country and language.head_first)
    before = hit.first - 1
    if reading.follows(hit.first) and not reading.in_hit(before) and reading.means(before, language.offices):
        definite = not language.head_first or reading.is_definite(before)
        return definite and not (known.country and language.head_first)
    return after_name(reading, hit.first) and not (language.head_first and _is_visited(reading, hit, known))


def after_name(reading: Reading, i: int) -> bool:
    """Tell whether a given name, perhaps with one more name, stands right before token i.

    After an office, a nationality closes the title and the person's name begins: وزير الخارجية الروسي سيرغي ...
    """
    language = reading.language
    if not reading.follows(i):
        return False
    if reading.means(i - 1, language.given_names) and _is_written_as_name(reading, i - 1):
        return True
    hit = reading.hit_at.get(i - 1)
    if hit is not None:
        return hit.is_demonym and language.head_first and _office_before(reading, hit.first)
    if not (reading.is_plain(i - 1) and reading.follows(i - 1)):
        return False
    named = reading.means(i - 2, language.given_names) and _is_written_as_name(reading, i - 2)
    if named or reading.means(i - 2, language.titles):
        return not language.head_first or not reading.is_definite(i - 1)
    return False


def bears_nationality(reading: Reading, i: int) -> bool:
    """Tell whether a nationality word at token i is rather a surname: right behind a given name, محمد المصري."""
    if not (reading.follows(i) and reading.means(i - 1, reading.language.given_names)):
        return False
    return not reading.language.cased or (reading.is_capitalised(i - 1) and reading.is_capitalised(i))


def before_surname(reading: Reading, hit: Hit) -> bool:
    """Tell whether an unknown capitalised word stands right behind a hit: Paris Hilton."""
    if hit.inflected or not (reading.beside(hit.last) and reading.tells(hit.last)):
        return False  # only the last word of a name is inflected
    after = hit.last + 1
    if reading.language.head_first and reading.means(after, reading.language.given_names):
        return False  # мэр Москвы Юрий Лужков: the genitive ends before the name
    return reading.is_capitalised(after) and is_unknown_name(reading, after)


def after_unknown_name(reading: Reading, hit: Hit) -> bool:
    """Tell whether an unknown capitalised word stands right before a hit: Jack London."""
    before = hit.first - 1
    return (
        before >= 0
        and reading.beside(before)
        and reading.tells(before)
        and reading.is_capitalised(before)
        and not reading.starts_sentence(before)
        and is_unknown_name(reading, before)
    )


def is_unknown_name(reading: Reading, i: int) -> bool:
    """Tell whether a capitalised word is no small word of the language and no place that a reader may know."""
    return not (reading.in_known_place(i) or reading.keys[i] in reading.language.beside_names)


def _is_written_as_name(reading: Reading, i: int) -> bool:
    """Tell whether a given name has its capital: the bill that Washington passed is no Bill."""
    return not reading.language.cased or reading.is_capitalised(i)


def _is_visited(reading: Reading, hit: Hit, known: KnownName) -> bool:
    """Tell whether a name is rather the place that somebody visits than a surname: زار الرئيس الفرنسي بيروت."""
    before = hit.first - 1
    if reading.language.cased and reading.means(before, reading.language.given_names):
        return False  # Sara Verona
    strong = known.country or known.continent or known.capital or known.key in reading.language.exempt
    return strong and not reading.means(hit.first, reading.language.given_names)


def _follows_title(reading: Reading, i: int) -> bool:
    """Tell whether a title or a name's particle stands right before token i, perhaps with a full stop: Mr. X."""
    if i == 0:
        return False
    gap = reading.tokens.gap(i - 1)
    word = reading.keys[i - 1]
    if gap == _AFTER_ABBREVIATION and len(word) > 1 and word not in reading.language.abbreviations:
        return False  # the sentence before ended with a title: said the minister. Rome ...
    if gap != _AFTER_ABBREVIATION and gap not in _TITLE_GAPS:
        return False
    return reading.means(i - 1, reading.language.titles) or reading.keys[i - 1] in reading.language.name_particles


def _office_before(reading: Reading, i: int) -> bool:
    for _ in range(_OFFICE_REACH):
        if not reading.follows(i):
            return False
        i -= 1
        if reading.means(i, reading.language.offices):
            return True
        if not reading.is_plain(i):
            return False
    return False
