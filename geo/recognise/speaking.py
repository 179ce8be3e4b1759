"""Find the verb of saying whose subject a capital is."""

from geo.recognise.hits import Hit
from geo.recognise.reading import APOSTROPHES, PAIRING, Reading

_BESIDE_VERB = " :\u00a0\u200c'’"  # may stand between them: می‌گوید with a zero-width non-joiner, Paris s'inquiète
_NEAR = 2  # words behind a capital among which any may be the verb
_BETWEEN = 3  # words between a verb and the capital behind it
_FAR = 6  # of which all but the verb are small words and the like: Тегеран в свою очередь заявил
_LISTED = 8  # names of a list that speak together
_INSERTION = 20  # words between two commas: Moscow, which ..., said
_CLAUSE = 25  # words of a clause whose last is the verb
_LAST = 3  # words at its end that may be the verb: استقبال کرد
_COMMAS = frozenset(",،")
_CLAUSE_ENDS = frozenset(",،;؛:.!?؟۔։…\n()–—")
_PARTED = frozenset(',،;؛:–—"“”«»„')  # before a capital, these begin a clause


def find_saying_verb(reading: Reading, hit: Hit) -> str | None:
    """Return the verb that makes a capital speak, beside it or where its clause has its verb; None if none does."""
    if reading.language.verb_first:
        near = _verb_behind(reading, hit, 1) or _verb_before(reading, hit)
    else:
        near = _verb_behind(reading, hit, _NEAR)
    if near is not None or not (_is_subject(reading, hit) and _opens_clause(reading, hit.first)):
        return near
    return _verb_further_off(reading, hit)


def _verb_behind(reading: Reading, hit: Hit, reach: int) -> str | None:
    tokens, language = reading.tokens, reading.language
    for i in range(hit.last + 1, min(hit.last + 1 + reach, len(tokens))):
        if tokens.gap(i - 1).strip(_BESIDE_VERB):
            break
        if tokens.keys[i] in language.saying_verbs:
            return tokens.word(i)
        if tokens.keys[i] in language.joiners and tokens.keys[i] not in language.asides:
            break  # he came to Paris and said
    return None


def _verb_before(reading: Reading, hit: Hit) -> str | None:
    """Look back for the verb, over what may stand between: رفضت من جانبها موسكو."""
    tokens, language = reading.tokens, reading.language
    if hit.proclitic:
        return None
    for i in range(hit.first - 1, max(-1, hit.first - 2 - _BETWEEN), -1):
        if tokens.gap(i).strip():
            return None
        if reading.means(i, language.saying_verbs):
            return tokens.word(i)
        if tokens.keys[i] not in language.asides:
            return None
    return None


def _is_subject(reading: Reading, hit: Hit) -> bool:
    """Tell whether a name stands as a subject does: without an ending, or with the article's, Մոսկվան."""
    language, tokens = reading.language, reading.tokens
    if hit.proclitic not in {"", language.conjunction}:
        return False
    if not hit.inflected:
        return not (hit.last + 1 < len(tokens) and tokens.gap(hit.last).strip() in APOSTROPHES)  # Moskova'yı
    bare = hit.known.key.rpartition(" ")[2] if hit.known is not None else ""
    return any(tokens.keys[hit.last] == bare + ending for ending in language.subject_endings)


def _opens_clause(reading: Reading, i: int) -> bool:
    """Tell whether a name at token i opens a clause, or belongs to a list of names that does."""
    tokens, language = reading.tokens, reading.language
    for _ in range(_LISTED):
        if i == 0 or reading.starts_sentence(i):
            return True
        gap, before = tokens.gap(i - 1), i - 1
        if gap in PAIRING:
            return False
        if not _PARTED.isdisjoint(gap):
            listed = reading.hit_at.get(before) if gap.strip() in _COMMAS else None
        elif gap.strip():
            return False
        elif tokens.keys[before] in language.clause_openers:
            return True
        elif tokens.keys[before] in language.joiners:
            listed = reading.hit_at.get(before - 1) if before else None
        else:
            return False
        if listed is None:
            return True
        i = listed.first
    return False


def _verb_further_off(reading: Reading, hit: Hit) -> str | None:
    """Return the verb behind small words, behind what two commas enclose, or at the end of the clause."""
    tokens, language = reading.tokens, reading.language
    first = hit.last + 1
    if first >= len(tokens):
        return None
    if tokens.gap(hit.last).strip() not in _COMMAS:
        if tokens.gap(hit.last).strip():
            return None
        verb = _verb_after_small_words(reading, first)
        goes_on = hit.inflected or _goes_on(reading, first)
        return verb or (_verb_at_end(reading, first) if language.verb_last and goes_on else None)
    if reading.in_hit(first):
        return None  # Moscow, Idaho, said
    second = _behind_insertion(reading, first)
    for start in (second, first if language.compounds else None):
        if start is not None and (
            verb := _verb_after_small_words(reading, start)
            or (_verb_at_end(reading, start) if language.verb_last else None)
        ):
            return verb
    return None


def _goes_on(reading: Reading, first: int) -> bool:
    """Tell whether the clause goes on at token `first`, rather than the name: Bakı meri, تهران و ..., Moscow and ..."""
    if reading.keys[first] in reading.language.joiners:
        return False
    return not reading.language.compounds or _is_small(reading, first)


def _is_small(reading: Reading, i: int) -> bool:
    return reading.tokens.word(i) in reading.language.small_words or reading.keys[i] in reading.language.asides


def _verb_after_small_words(reading: Reading, first: int) -> str | None:
    tokens = reading.tokens
    for i in range(first, min(first + _FAR, len(tokens))):
        if i > first and tokens.gap(i - 1).strip(_BESIDE_VERB):
            return None
        if tokens.keys[i] in reading.language.strong_verbs:
            return tokens.word(i)
        if not _is_small(reading, i):
            return None
    return None


def _behind_insertion(reading: Reading, first: int) -> int | None:
    """Return the token behind the comma that closes what stands from token `first` on."""
    tokens = reading.tokens
    for i in range(first, min(first + _INSERTION, len(tokens) - 1)):
        gap = tokens.gap(i)
        if not _COMMAS.isdisjoint(gap):
            return i + 1
        if not _CLAUSE_ENDS.isdisjoint(gap):
            return None
    return None


def _verb_at_end(reading: Reading, first: int) -> str | None:
    """Return the verb among the last words of the clause that begins at token `first`, or of its first part."""
    tokens, language = reading.tokens, reading.language
    for i in range(first, min(first + _CLAUSE, len(tokens))):
        end = (
            i + 1 == len(tokens)
            or not _CLAUSE_ENDS.isdisjoint(tokens.gap(i))
            or tokens.keys[i + 1] in language.clause_openers
        )
        if end or tokens.keys[i + 1] in language.joiners:
            for j in range(i, max(first - 1, i - _LAST), -1):
                if tokens.keys[j] in language.strong_verbs:
                    return tokens.word(j)
        if end:
            return None
    return None
