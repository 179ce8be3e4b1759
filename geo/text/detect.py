"""Tell the language of a text from its letters and its small words."""

import unicodedata
from collections import Counter
from collections.abc import Iterable

from geo.text.language import Language
from geo.text.tokens import Tokens

UNKNOWN = "und"  # ISO 639-2: undetermined
_SAMPLE = 2_000  # words that are looked at
_ENOUGH_WORDS = 20  # below, small words may be missing by chance
_SMALL_WORD_SHARE = 0.08  # of running English words, prepositions, articles and conjunctions make a quarter
_FOREIGN_LETTER_COST = 3  # one پ weighs against three ة: Arabic texts quote Persian names, not the other way round
_SCRIPT_NAMES = {
    "ARABIC": "Arab",
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "HEBREW": "Hebr",
    "ARMENIAN": "Armn",
    "GREEK": "Grek",
}
_SCRIPTS_OF_ONE_LANGUAGE = frozenset({"Armn", "Hebr"})  # as far as news goes
_CASED_SCRIPTS = frozenset({"Latn", "Cyrl", "Armn", "Grek"})


def script_of(word: str) -> str:
    """Return the ISO 15924 code of a word's first letter; "Zyyy" for other scripts and for digits."""
    name = unicodedata.name(word[0], "")
    return _SCRIPT_NAMES.get(name.split(" ", 1)[0], "Zyyy")


def script_of_text(tokens: Tokens) -> str:
    """Return the ISO 15924 code of the script that most words are written in; "Zyyy" if none tells."""
    scripts = Counter(script_of(word) for word in _sample(tokens))
    scripts.pop("Zyyy", None)
    return scripts.most_common(1)[0][0] if scripts else "Zyyy"


def detect_language(tokens: Tokens, languages: Iterable[Language]) -> Language:
    """Return the language of a text, or one without words of its own for the text's script."""
    sample = _sample(tokens)
    script = script_of_text(tokens)
    of_script = [language for language in languages if language.script == script]
    if script in _SCRIPTS_OF_ONE_LANGUAGE and len(of_script) == 1:
        return of_script[0]
    likely = [(_likeness(sample, tokens.keys, language), language) for language in of_script]
    best = max(likely, key=lambda pair: (pair[0], pair[1].assumed), default=(-1.0, None))
    if best[1] is None or best[0] < 0:
        return undetermined(script)
    return best[1]


def _sample(tokens: Tokens) -> list[str]:
    return [tokens.word(i) for i in range(min(len(tokens), _SAMPLE))]


def undetermined(script: str) -> Language:
    """Return a language that knows nothing but whether its script has capitals."""
    direction = "rtl" if script in {"Arab", "Hebr"} else "ltr"
    return Language(
        code=UNKNOWN, name="undetermined", script=script, cased=script in _CASED_SCRIPTS, direction=direction
    )


def _likeness(words: list[str], keys: list[str], language: Language) -> float:
    """Return how well words fit a language; below 0 they do not."""
    if language.own_letters:
        letters = Counter("".join(words))
        own = sum(letters[letter] for letter in language.own_letters)
        foreign = sum(letters[letter] for letter in language.foreign_letters)
        return (own - _FOREIGN_LETTER_COST * foreign) / max(1, own + foreign)
    small = language.prepositions | language.joiners | language.fillers | language.not_places
    share = sum(key in small for key in keys[: len(words)]) / max(1, len(words))
    return share if share >= _SMALL_WORD_SHARE or len(words) < _ENOUGH_WORDS else -1.0
