"""Tell where a text says that one place lies in the next that it names: X in Y, حي السلام في جدة."""

from geo.recognise.hits import Hit
from geo.recognise.reading import Reading

_MOST_WORDS = 2  # between the two: in, in the


def lies_in_next(reading: Reading, last: int, following: Hit) -> bool:
    """Tell whether only a word, a clitic or an ending that says where stands between token `last` and the next hit."""
    language, tokens = reading.language, reading.tokens
    between = range(last + 1, following.first)
    if len(between) > _MOST_WORDS or any(tokens.gap(i).strip() for i in range(last, following.first)):
        return False
    if not between:
        return following.locative or following.proclitic[-1:] in language.locative_proclitics
    if not reading.means(between[0], language.locatives):
        return False
    return all(tokens.keys[i] in language.fillers for i in between[1:])
