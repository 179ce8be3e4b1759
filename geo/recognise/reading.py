"""One text as the rules read it: its tokens, its hits, and what stands beside what."""

from collections.abc import Sequence

from geo.models import KnownName
from geo.recognise.hits import Hit, HitFinder
from geo.text.tokens import Tokens

# Importance of a town of 20,000: a capitalised word that is a smaller place's name is rather a surname.
KNOWN_PLACE = 0.43
_SPACES = frozenset({" ", "\u00a0"})
APOSTROPHES = frozenset({"'", "’", "ʼ", "`", "´"})
PAIRING = frozenset({"-", "–", "‑", "/"})  # ties two names that stand side by side: Moscow-Baku
_INSIDE_PHRASE = " \u00a0\"“”«»„'‘’(\u200f\u200e-#"  # may stand between a word and the name that it tells of
_SENTENCE_ENDS = frozenset(".!?\n؟۔։…")
_AFTER_ABBREVIATION = frozenset({". ", ".\u00a0", "."})


class Reading:
    """The tokens and hits of one text, and questions about their neighbours."""

    def __init__(self, finder: HitFinder, tokens: Tokens, hits: Sequence[Hit], tells: Sequence[bool]) -> None:
        self.finder = finder
        self.language = finder.language
        self.tokens = tokens
        self.keys = tokens.keys
        self.hit_at = {i: hit for hit in hits for i in range(hit.first, hit.last + 1)}
        self._tells = tells
        self.nouns = finder.name_nouns(tokens.keys)  # where a noun may announce a name

    def means(self, i: int, words: frozenset[str]) -> bool:
        """Tell whether token i, with or without its clitics and endings, is in a list."""
        return self.finder.means(self.keys[i], words)

    def tells(self, i: int) -> bool:
        """Tell whether the capital of token i says anything: not in a headline in capitals."""
        return self._tells[i]

    def before(self, i: int) -> int | None:
        """Return the token before i in the same phrase: a space, an opening quote or a bracket between them."""
        if i == 0:
            return None
        gap = self.tokens.gap(i - 1)
        if gap == " ":
            return i - 1
        if gap in _AFTER_ABBREVIATION and self.keys[i - 1] in self.language.abbreviations:
            return i - 1
        return None if gap.strip(_INSIDE_PHRASE) or "\n" in gap else i - 1

    def goes_on(self, i: int) -> bool:
        """Tell whether the next token is in one phrase with token i: ул. Ленина, village d'Oran."""
        return i + 1 < len(self.keys) and self.before(i + 1) == i

    def starts_sentence(self, i: int) -> bool:
        if i == 0:
            return True
        gap = self.tokens.gap(i - 1)
        if gap == " " or _SENTENCE_ENDS.isdisjoint(gap):
            return False
        return not (gap in _AFTER_ABBREVIATION and self.keys[i - 1] in self.language.abbreviations)

    def follows(self, i: int) -> bool:
        """Tell whether token i stands in one phrase with the one before: a space between them, perhaps a bracket."""
        return i > 0 and self.tokens.gap(i - 1) in {" ", "\u00a0", " (", ") "}

    def beside(self, i: int) -> bool:
        """Tell whether nothing but a space stands between token i and the next."""
        return i + 1 < len(self.keys) and self.tokens.gap(i) in _SPACES

    def has_postposition(self, i: int) -> bool:
        """Tell whether a postposition follows token i; in a language with capitals it is an ending: Ankara'da."""
        if i + 1 >= len(self.keys) or self.keys[i + 1] not in self.language.postpositions:
            return False
        return self.tokens.gap(i) in (APOSTROPHES if self.language.cased else _SPACES)

    def is_plain(self, i: int) -> bool:
        """Tell whether a token is none of the language's small words, verbs and class nouns."""
        return not self.means(i, self.language.function_words)

    def is_capitalised(self, i: int) -> bool:
        return self.tokens.text[self.tokens.starts[i]].isupper()

    def is_definite(self, i: int) -> bool:
        """Tell whether a token has the definite article, where that is written as part of the word."""
        article = self.language.article
        return bool(article) and self.finder.begins_with(self.keys[i], article)

    def in_hit(self, i: int) -> bool:
        return i in self.hit_at

    def in_known_place(self, i: int) -> bool:
        """Tell whether a token belongs to a place that a reader may know; every surname is some village's name."""
        hit = self.hit_at.get(i)
        return hit is not None and (hit.known is None or is_well_known(hit.known))


def is_well_known(known: KnownName) -> bool:
    """Tell whether a name is that of a place which a reader may know."""
    return known.importance >= KNOWN_PLACE or known.curated
