"""Read the languages' data files."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from geo.errors import LanguageDataError
from geo.settings import DATA
from geo.text.detect import Detector
from geo.text.folding import fold
from geo.text.language import Ending, Language, Proclitic
from geo.text.tokens import name_key

FOLDER = DATA / "languages"
OTHERS = DATA / "other_languages.toml"
_WORD_LISTS = (
    "directions",
    "prepositions",
    "locatives",
    "postpositions",
    "short_heads",
    "abbreviations",
    "other_abbreviations",
    "before_numbers",
    "articles",
    "joiners",
    "fillers",
    "titles",
    "offices",
    "given_names",
    "name_particles",
    "organisation_heads",
    "organisation_tails",
    "organisations",
    "bodies_before",
    "bodies_after",
    "body_words",
    "team_articles",
    "event_heads",
    "event_tails",
    "saying_verbs",
    "weak_verbs",
    "asides",
    "stances",
    "stance_links",
    "clause_openers",
    "not_places",
    "exempt",
    "never_alone",
    "facilities_before",
    "facilities_after",
    "unknown_after",
    "no_names",
    "name_starts",
    "idioms",
)
_SMALL_WORDS = "small_words"  # as they are written: è is not e
_LOOK_ALIKES = "look_alikes"  # as they are written too
# Lists whose words are names only as a part of longer ones: the city Medina is no مدينة.
_FUNCTION_WORDS = (
    "directions",
    "prepositions",
    "postpositions",
    "joiners",
    "fillers",
    "titles",
    "offices",
    "name_particles",
    "organisation_heads",
    "organisation_tails",
    "event_heads",
    "saying_verbs",
    "not_places",
)
_NAME_NOUNS = ("facilities_before", "facilities_after", "unknown_after")
_CONSTRUCT_STOPS = ("prepositions", "saying_verbs", "directions")
_BESIDE_NAMES = ("offices", "directions", "not_places", "prepositions", "fillers", "joiners", "titles")
_LONGEST_CODE = 3  # letters of ISO 639
_FACTS = (
    "code",
    "name",
    "script",
    "cased",
    "nouns_capitalised",
    "noun_beside_name",
    "head_first",
    "direction",
    "verb_first",
    "verb_last",
    "compounds",
    "quoted_names",
    "shortest_stem",
    "assumed",
    "cased_demonyms",
    "bare_names",
    "ordinal_stop",
)


@cache
def read_languages(folder: Path = FOLDER) -> Mapping[str, Language]:
    """Return the languages by code.

    Raises
    ------
    LanguageDataError
        If a file cannot be read or has a key that no rule uses.
    """
    languages = (_read_language(path) for path in sorted(folder.glob("*.toml")))
    return {language.code: language for language in languages}


def read_language(code: str) -> Language | None:
    """Return the language of a code without reading the others; None if it has no file."""
    path = FOLDER / f"{code}.toml"
    return _read_language(path) if code.isalpha() and len(code) <= _LONGEST_CODE and path.is_file() else None


@cache
def languages_of_script(script: str) -> tuple[Language, ...]:
    """Return the languages written in a script (ISO 15924), in the order of their codes, without reading the others."""
    said = f'script = "{script}"'
    paths = (
        path for path in sorted(FOLDER.glob("*.toml")) if said in path.read_text(encoding="utf-8").split("[", 1)[0]
    )
    return tuple(map(_read_language, paths))


@cache
def detector_of_script(script: str) -> Detector:
    """Return what tells the languages of a script apart, those without rules included."""
    return Detector(script, languages_of_script(script), _read_others())


@cache
def _read_others(path: Path = OTHERS) -> tuple[Language, ...]:
    """Return the languages without rules: known by their letters and small words only."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return tuple(_other_language(code, facts) for code, facts in data.items())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise LanguageDataError(f"{path} does not list languages: {error}; mend it as its head shows") from error


def _other_language(code: str, facts: dict[str, str]) -> Language:
    return Language(
        code=code,
        name=facts["name"],
        script=facts["script"],
        own_letters=frozenset(facts.get("own_letters", "")),
        small_words=frozenset(facts[_SMALL_WORDS].split()),
    )


@cache
def _read_language(path: Path) -> Language:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return _language(data)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise LanguageDataError(f"{path} is not a language file: {error}; mend it as CONTRIBUTING.md shows") from error


def _language(data: dict[str, Any]) -> Language:
    words = data.pop("words")
    unknown = set(words) - {*_WORD_LISTS, _SMALL_WORDS, _LOOK_ALIKES}
    if unknown:
        raise KeyError(f"no rule uses the word list {sorted(unknown)[0]!r}")
    article = data.pop("article", "")
    lists: dict[str, Any] = {name: _folded(_split(words.get(name, ""))) for name in _WORD_LISTS}
    before, after = _triggers(data.pop("triggers_before")), _triggers(data.pop("triggers_after", {}))
    function_words = frozenset(before).union(after, *(lists[name] for name in _FUNCTION_WORDS))
    lists["given_names"] -= function_words  # على is "on" far more often than Ali
    organisations = lists["organisations"]
    organisation_starts = frozenset(name.split()[0] for name in organisations)
    return Language(
        **{fact: data.pop(fact) for fact in _FACTS if fact in data},
        article=name_key(article),
        endings=tuple(_ending(text) for text in data.pop("endings", "").split()),
        conjunction=name_key(data.pop("conjunction", "")),
        preposition_proclitics=_folded(data.pop("preposition_proclitics", "").split()),
        naming_proclitics=_folded(data.pop("naming_proclitics", "").split()),
        locative_proclitics=_folded(data.pop("locative_proclitics", "").split()),
        home_countries=frozenset(data.pop("home_countries", "").split()),
        own_letters=frozenset(data.pop("own_letters", "")),
        foreign_letters=frozenset(data.pop("foreign_letters", "")),
        proclitics=tuple(_proclitic(text) for text in data.pop("proclitics", "").split()),
        triggers_before=before,
        triggers_after=after,
        demonyms=_demonyms(data.pop("demonyms"), data.pop("demonym_endings", "").split(), article),
        subject_endings=tuple(map(fold, data.pop("subject_endings", "").split())),
        locative_endings=tuple(map(fold, data.pop("locative_endings", "").split())),
        function_words=function_words,
        nouns_after=frozenset(after),
        heads=lists["organisation_heads"] | lists["event_heads"],
        construct_stops=frozenset(before).union(*(lists[name] for name in _CONSTRUCT_STOPS)),
        beside_names=frozenset(before).union(after, *(lists[name] for name in _BESIDE_NAMES)),
        strong_verbs=lists["saying_verbs"] - lists["weak_verbs"],
        organisation_starts=organisation_starts,
        name_nouns=organisation_starts.union(before, after, *(lists[name] for name in _NAME_NOUNS)),
        longest_organisation=max((name.count(" ") + 1 for name in organisations), default=0),
        small_words=frozenset(words.get(_SMALL_WORDS, "").split()),
        look_alikes=frozenset(words.get(_LOOK_ALIKES, "").split()),
        **lists,
    )


def _split(words: str) -> list[str]:
    """Return the words of a list; an underscore stands for a space inside one."""
    return [word.replace("_", " ") for word in words.split()]


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(name_key(word) for word in words)


def _proclitic(text: str) -> Proclitic:
    letters, _, restore = text.partition("=")
    return Proclitic(letters=name_key(letters), restore=name_key(restore))


def _ending(text: str) -> Ending:
    letters, _, restore = text.partition("=")
    return Ending(letters=fold(letters), restore=fold(restore.replace("_", " ")))


def _triggers(by_class: dict[str, str]) -> dict[str, str]:
    return {name_key(word): feature_class for feature_class, words in by_class.items() for word in _split(words)}


def _demonyms(by_country: dict[str, str], endings: list[str], article: str) -> dict[str, str]:
    """Return every inflected form: each word alone and with each ending, each with and without the article.

    A word that ends in "!" takes no ending: it is irregular, and the file lists its forms.
    """
    forms: dict[str, str] = {}
    for country, words in by_country.items():
        for word in _split(words):
            stems = word.removesuffix("!").split()
            for ending in [""] if word.endswith("!") else ["", *endings]:
                form = [stem + ending for stem in stems]
                forms.setdefault(name_key(" ".join(form)), country)
                if article:
                    forms.setdefault(name_key(" ".join(article + part for part in form)), country)
    return forms
