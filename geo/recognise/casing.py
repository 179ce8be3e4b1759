"""Tell where capitals say something: in running text, not in a headline that capitalises every word."""

from geo.text.tokens import Tokens

_LONG = 4  # letters; shorter words are small in most headlines
_ENOUGH = 4  # long words of a line that are looked at
_SHARE = 0.9  # of them that are capitalised: no running text has so many
_WORDS_OF_A_TEXT = 4  # a text of fewer words, all small, may be a name that somebody typed


def has_no_capitals(tokens: Tokens) -> bool:
    """Tell whether a text is written in small letters throughout."""
    return len(tokens) >= _WORDS_OF_A_TEXT and tokens.text.islower()


def capitals_tell(tokens: Tokens) -> list[bool]:
    """Return for each token whether its capital says anything; in a line of capitals none does."""
    tells = [True] * len(tokens)
    first = 0
    for last in range(len(tokens)):
        if last + 1 == len(tokens) or "\n" in tokens.gap(last):
            if _is_all_capitals(tokens, first, last + 1):
                tells[first : last + 1] = [False] * (last + 1 - first)
            first = last + 1
    return tells


def _is_all_capitals(tokens: Tokens, first: int, end: int) -> bool:
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    if any(ends[i] - starts[i] >= _LONG and text[starts[i]].islower() for i in range(first, min(end, first + _ENOUGH))):
        return False  # most lines are done here
    capitals = [text[starts[i]].isupper() for i in range(first, end) if ends[i] - starts[i] >= _LONG]
    return len(capitals) >= _ENOUGH and sum(capitals) >= _SHARE * len(capitals)
