"""Find what only a government has, where it is said to be a capital's: the position of Paris, спор Вашингтона с Пекином."""

from geo.recognise.hits import Hit
from geo.recognise.reading import APOSTROPHES, PAIRING, Reading

_REACH = 3  # words from a capital to the noun, the noun included


def find_stance(reading: Reading, hit: Hit) -> str | None:
    """Return the noun that makes a capital a government, beside it or beside the capital that it is paired with."""
    if (
        not reading.language.stances
        or hit.locative
        or reading.has_postposition(hit.last)
        or _is_in_compound(reading, hit)
    ):
        return None
    noun = _stance_before(reading, hit) or _stance_behind(reading, hit)
    if noun is not None:
        return noun
    if (other := _pair_before(reading, hit)) is not None:
        return _stance_before(reading, other)
    other = _capital(reading, hit.last + 1) if reading.language.compounds and reading.beside(hit.last) else None
    return None if other is None else _stance_behind(reading, other)  # Parislə Roma arasında soyuqluq


def _is_in_compound(reading: Reading, hit: Hit) -> bool:
    """Tell whether a hyphen ties a capital to another: talks Moscow-Baku may be held in one of them, or on the way."""
    tokens = reading.tokens
    behind = hit.last + 1 < len(tokens) and tokens.gap(hit.last) in PAIRING
    return behind or (hit.first > 0 and tokens.gap(hit.first - 1) in PAIRING)


def _stance_before(reading: Reading, hit: Hit) -> str | None:
    """Look back over "of" and "between": relations between Paris and Rome, позиция Москвы."""
    language, i, linked = reading.language, hit.first, False
    needs_link = language.cased and bool(language.fillers)  # "the position Paris took"
    for _ in range(_REACH):
        if i == 0 or reading.before(i) is None:
            return None
        i -= 1
        if reading.means(i, language.stances):
            return reading.tokens.word(i) if linked or not needs_link else None
        if not (reading.keys[i] in language.fillers or reading.keys[i] in language.stance_links):
            return None
        linked = True
    return None


def _stance_behind(reading: Reading, hit: Hit) -> str | None:
    """Look ahead over an ending and "between": Moscow's demands, Berlin ile Viyana arasındaki anlaşmazlık."""
    language, tokens, i = reading.language, reading.tokens, hit.last
    owned = i + 1 < len(tokens) and tokens.gap(i) in APOSTROPHES
    if owned:
        i += 1
    elif not language.compounds:
        return None
    for _ in range(_REACH):
        if not reading.beside(i):
            return None
        i += 1
        if reading.means(i, language.stances):
            return tokens.word(i)
        if tokens.keys[i] not in language.stance_links:
            return None
    return None


def _pair_before(reading: Reading, hit: Hit) -> Hit | None:
    """Return the capital that "and" or "with" joins to one behind it: Paris in "between Paris and Rome"."""
    first, language = hit.first, reading.language
    if first == 0 or not reading.beside(first - 1):
        return None
    if hit.proclitic:
        return _capital(reading, first - 1)
    joined = reading.keys[first - 1] in language.joiners or reading.keys[first - 1] in language.stance_links
    return _capital(reading, first - 2) if joined and first > 1 and reading.beside(first - 2) else None


def _capital(reading: Reading, i: int) -> Hit | None:
    hit = reading.hit_at.get(i)
    return hit if hit is not None and hit.known is not None and hit.known.capital else None
