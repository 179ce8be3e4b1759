"""Names for somebody who types: those that begin so, and those that are spelled alike."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

import marisa_trie

_MOST_BEGINNING = 20_000  # names looked at for a prefix; only one or two letters have more
_MOST_ALIKE = 60_000  # names compared with a misspelling
_LEAST_LIKENESS = 0.7  # one wrong letter in four
_SHORTEST = 3  # letters; of shorter words everything is a misspelling


class Similar(NamedTuple):
    """A name's number and how alike it is spelled, 0..1."""

    name: int
    likeness: float


class NameSearch:
    """Searches the keys of names; well-known places come from small tries of their own, the rest where these are short."""

    def __init__(self, names: marisa_trie.Trie, known: marisa_trie.Trie, known_backward: marisa_trie.Trie) -> None:
        self._names = names
        self._known = known
        self._backward = known_backward

    def beginning(self, prefix: str, enough: int) -> list[int]:
        """Return the numbers of the names that begin with a key; lesser-known ones only if the others are few."""
        if not prefix:
            return []
        keys = list(islice(self._known.iterkeys(prefix), _MOST_BEGINNING))
        if len(keys) < enough:
            keys = list(dict.fromkeys(chain(keys, islice(self._names.iterkeys(prefix), _MOST_BEGINNING))))
        return [self._names[key] for key in keys]

    def similar(self, key: str, limit: int) -> list[Similar]:
        """Return the names spelled most like a key, most alike first.

        A misspelled word has its first or its last third right as a rule, so only names that share one of these are
        compared, by the share of letters that need not be changed or swapped (optimal string alignment).
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        if len(key) < _SHORTEST:
            return []
        third = max(2, len(key) // 3)
        candidates = dict.fromkeys(islice(self._sharing(key[:third], key[-third:], len(key)), _MOST_ALIKE))
        found = extract(
            key, candidates.keys(), scorer=OSA.normalized_similarity, score_cutoff=_LEAST_LIKENESS, limit=limit
        )
        return [Similar(self._names[name], likeness) for name, likeness, _ in found]

    def _sharing(self, head: str, tail: str, length: int) -> Iterator[str]:
        """Yield keys with the same beginning or end and about the same length, well-known ones first."""
        reach = max(1, int(length * (1 - _LEAST_LIKENESS)) + 1)
        backward = (key[::-1] for key in self._backward.iterkeys(tail[::-1]))
        for key in chain(self._known.iterkeys(head), backward, self._names.iterkeys(head)):
            if abs(len(key) - length) <= reach:
                yield key
