"""Tell the language of words from the small words among them and from their letters.

A small word of a language speaks for it with one point, a letter of its own with half a point, and a letter that it
does not have against it. A text is in a language that Dateline has no rules for where such a language gathers the
most, or where no language gathers what a text of its length should hold.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from geo.text.folding import fold
from geo.text.language import UNKNOWN, Language
from geo.text.scripts import direction_of, is_cased, scripts_of
from geo.text.tokens import Tokens

SMALL_WORD = 1.0
_OTHERWISE_WRITTEN = 0.5  # of a small word's point: "E" for "è", or with a capital, as in names: Los Angeles
_OTHER_WORD = 0.25  # a class noun, an office, a month: languages share many of them
_ARTICLE = 0.5  # where it is written as part of the word
_ASSUMED = 0.1  # a head start, for a text too short to tell
_OWN_LETTER = 0.5
_OF_FEW = 1.0  # shared among a language's own letters: each of six tells more than each of seven
_NAME_LOSS = 0.75  # of a letter's points, in a word with a capital: names cross borders
_FOREIGN_LETTER = -1.0  # languages borrow names, and some letters with them, but no small words
_LEAST_SHARE = 0.1  # points a word; of running English words a third is small, of Turkish ones a seventh
_FREE = 1.0  # points that may be missing by chance: below ten words nothing need be found
_SCRIPTS_OF_ONE_LANGUAGE = frozenset({"Armn"})  # as far as news goes

_Points = tuple[tuple[int, float], ...]  # a language by its position, and what a word gives it


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a passage says for each language of a detector, in the detector's order."""

    points: tuple[float, ...]
    words: int  # of the detector's script


def total(evidence: Sequence[Evidence]) -> Evidence:
    """Return what several passages say together."""
    points = zip(*(one.points for one in evidence), strict=True)  # none of nothing
    return Evidence(points=tuple(map(sum, points)), words=sum(one.words for one in evidence))


class Detector:
    """Tells the languages of one script apart: those with rules, and others that must not be taken for them."""

    def __init__(self, script: str, languages: Iterable[Language], others: Iterable[Language] = ()) -> None:
        self.script = script
        self._cased = is_cased(script)
        with_rules = [language for language in languages if language.script == script]
        self._with_rules = len(with_rules)
        self._languages = [*with_rules, *(language for language in others if language.script == script)]
        self._positions = {language.code: i for i, language in enumerate(with_rules)}
        self._other_words = _other_words(self._languages)
        self._small_words = _small_words(self._languages, self._other_words)
        self._letters = _letters(self._languages)
        self._articles = [(i, language.article) for i, language in enumerate(with_rules) if language.article]

    def read_words(self, tokens: Tokens, first: int, last: int) -> list[float]:
        """Return each language's points by the words from `first` to before `last`, without their letters."""
        points = [0.0] * len(self._languages)
        small, other = self._small_words, self._other_words
        for i, key in enumerate(tokens.keys[first:last], start=first):
            spellings = small.get(key)
            if spellings is not None:
                word = tokens.word(i)
                as_written = spellings.get(word)
                if as_written is not None:  # the word in small letters: nearly all
                    for language, point in as_written:
                        points[language] += point
                    continue
                part = self._part(tokens, i, begins=i == first)
                for language, point in spellings.get(word.lower()) or spellings[""]:
                    points[language] += part * point
            elif key in other:
                for language, point in other[key]:
                    points[language] += point
        return points

    def _part(self, tokens: Tokens, i: int, *, begins: bool) -> float:
        """Return how much of a small word's point stays: less with a capital, nothing of an initial."""
        start, end = tokens.starts[i], tokens.ends[i]
        if not (self._cased and tokens.text[start].isupper()):
            return 1.0
        if end - start == 1 and tokens.text.startswith(".", end):
            return 0.0
        return 1.0 if begins else _OTHERWISE_WRITTEN

    def weigh(self, tokens: Tokens, first: int, last: int) -> Evidence:
        """Return all that the words from `first` to before `last` say."""
        points = self.read_words(tokens, first, last)
        for letter, count in self._count_letters(tokens, first, last):
            for language, point in self._letters[letter]:
                points[language] += count * point
        for language, article in self._articles:
            points[language] += _ARTICLE * sum(key.startswith(article) for key in tokens.keys[first:last])
        return Evidence(points=tuple(points), words=scripts_of(tokens, first, last).count(self.script))

    def _count_letters(self, tokens: Tokens, first: int, last: int) -> Iterator[tuple[str, float]]:
        """Yield how often each letter with points stands in some words; in those with a capital it counts less."""
        passage = tokens.text[tokens.starts[first] : tokens.ends[last - 1]] if first < last else ""
        if passage.isascii():
            return
        letters = Counter(passage)
        words = map(tokens.word, range(first, last)) if self._cased else ()
        of_names = Counter("".join(word for word in words if word[0].isupper() and not word.isascii()))
        for letter, count in letters.items():
            if letter in self._letters:
                yield letter, count - _NAME_LOSS * of_names[letter]

    def choose(self, evidence: Evidence) -> Language:
        """Return the language that most speaks for, or one without words of its own for the script."""
        with_rules = self._languages[: self._with_rules]
        if self.script in _SCRIPTS_OF_ONE_LANGUAGE and len(with_rules) == 1:
            return with_rules[0]
        points = [
            found + _ASSUMED * language.assumed
            for found, language in zip(evidence.points, with_rules, strict=False)  # the others come behind
        ]
        most = max(points, default=0.0)
        if not points or most < max(evidence.points, default=0.0) or most < _LEAST_SHARE * evidence.words - _FREE:
            return undetermined(self.script)
        return with_rules[points.index(most)]

    def points_of(self, language: Language, points: Sequence[float]) -> float:
        """Return a language's points; of one without rules, the most that any such language has."""
        position = self._positions.get(language.code)
        return points[position] if position is not None else max(points[self._with_rules :], default=0.0)

    def rival(self, language: Language, points: Sequence[float]) -> tuple[Language, float]:
        """Return the language that has the most points beside another, and its lead over it."""
        position = self._positions.get(language.code)
        rivals = list(points) if position is not None else list(points[: self._with_rules])
        if position is not None:
            rivals[position] = -math.inf
        most = max(rivals, default=-math.inf)
        best = rivals.index(most) if rivals else self._with_rules
        rival = self._languages[best] if best < self._with_rules else undetermined(self.script)
        return rival, most - self.points_of(language, points)


@cache
def undetermined(script: str) -> Language:
    """Return a language that knows nothing but whether its script has capitals."""
    return Language(
        code=UNKNOWN, name="undetermined", script=script, cased=is_cased(script), direction=direction_of(script)
    )


def _other_words(languages: Sequence[Language]) -> dict[str, _Points]:
    """Return the points of each word, by its key, that is in another list of a language."""
    known: dict[str, _Points] = {}
    for i, language in enumerate(languages):
        points = ((i, _OTHER_WORD),)
        for key in language.function_words:
            known[key] = known[key] + points if key in known else points
    return known


def _small_words(languages: Sequence[Language], others: Mapping[str, _Points]) -> dict[str, dict[str, _Points]]:
    """Return the points of each small word: by its key, then by its spelling; "" stands for any other spelling."""
    loose: dict[str, dict[int, float]] = {}
    for i, language in enumerate(languages):
        for key in map(fold, language.small_words):
            loose.setdefault(key, dict(others.get(key, ())))[i] = _OTHERWISE_WRITTEN
    exact: dict[str, dict[str, dict[int, float]]] = {key: {"": points} for key, points in loose.items()}
    for i, language in enumerate(languages):
        for word in language.small_words:
            key = fold(word)
            exact[key].setdefault(word, dict(loose[key]) if word == key else {})[i] = SMALL_WORD
    return {key: {word: tuple(of.items()) for word, of in spelled.items()} for key, spelled in exact.items()}


def _letters(languages: Sequence[Language]) -> dict[str, _Points]:
    """Return the points of each letter; a language without a list of foreign letters has none but its own."""
    of_script = frozenset[str]().union(*(language.own_letters for language in languages))
    known: dict[str, dict[int, float]] = defaultdict(dict)
    for i, language in enumerate(languages):
        points = dict.fromkeys(language.foreign_letters or of_script, _FOREIGN_LETTER)
        points |= dict.fromkeys(language.own_letters, _OWN_LETTER + _OF_FEW / max(1, len(language.own_letters)))
        for letter, point in points.items():
            known[letter][i] = known[letter.upper()][i] = point
    return {letter: tuple(of.items()) for letter, of in known.items() if not letter.isascii()}  # I is ı, and i
