"""Tell where capitals say something: in running text, not in a headline that capitalises every word."""

from bisect import bisect_left

from geo.text.tokens import Tokens

_LONG = 4  # letters; shorter words are small in most headlines
_ENOUGH = 4  # long words of a line that are looked at
_SHARE = 0.9  # of them that are capitalised: no running text has so many
_WORDS_OF_A_TEXT = 4  # a text of fewer words, all small, may be a name that somebody typed


def has_no_capitals(tokens: Tokens) -> bool:
    """Tell whether a text is written in small letters throughout."""
    return len(tokens) >= _WORDS_OF_A_TEXT and tokens.text.islower()


def capitals_tell(tokens: Tokens, *, of_all_nouns: bool = False) -> list[bool]:
    """Return for each token whether its capital says anything; in a line of capitals none does.

    Parameters
    ----------
    of_all_nouns
        the language writes every noun with a capital: only a line in nothing but capitals says less
    """
    tells = [True] * len(tokens)
    first = 0
    while first < len(tokens):
        line_end = tokens.text.find("\n", tokens.starts[first])
        last = len(tokens) if line_end < 0 else bisect_left(tokens.starts, line_end, first + 1)
        if _is_all_capitals(tokens, first, last) and not (of_all_nouns and not _is_shouted(tokens, first, last)):
            tells[first:last] = [False] * (last - first)
        first = last
    return tells


def _is_shouted(tokens: Tokens, first: int, end: int) -> bool:
    return tokens.text[tokens.starts[first] : tokens.ends[end - 1]].isupper()


def _is_all_capitals(tokens: Tokens, first: int, end: int) -> bool:
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    if any(ends[i] - starts[i] >= _LONG and text[starts[i]].islower() for i in range(first, min(end, first + _ENOUGH))):
        return False  # most lines are done here
    capitals = [text[starts[i]].isupper() for i in range(first, end) if ends[i] - starts[i] >= _LONG]
    return len(capitals) >= _ENOUGH and sum(capitals) >= _SHARE * len(capitals)
