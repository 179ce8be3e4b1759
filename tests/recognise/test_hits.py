"""Where names stand in a text, by a language and names made up for the purpose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest

from geo.models import KnownName
from geo.recognise.hits import Hit, HitFinder
from geo.text.language import Ending, Language, Proclitic
from geo.text.tokens import Tokens, name_key, tokenise


@dataclass(frozen=True, slots=True)
class Match:
    tokens: int
    name: int


def make_known(name: str, **fields: Any) -> KnownName:
    """Return a small town's name."""
    given: dict[str, Any] = {
        "key": name_key(name),
        "country_codes": frozenset({"SY"}),
        "words": len(name.split()),
        "importance": 0.5,
        "zipf": 0.0,
        "country": False,
        "continent": False,
        "capital": False,
        "displayed": True,
        "curated": False,
        "institution": False,
        "acronym": False,
        "needs_class_noun": False,
        "classes": frozenset({"P"}),
        "best": (f"gn:{name}",),
    }
    return KnownName(**{**given, **fields})


class ListedNames:
    """The names of a list, known in one language."""

    def __init__(self, *known: KnownName, lang: str = "xx") -> None:
        self._known = known
        self._lang = lang

    def names_at(
        self, tokens: Tokens, i: int, first: str, forms: Callable[[str], Sequence[str]] | None = None
    ) -> list[Match]:
        end = i + 1
        while tokens.joined(end - 1):
            end += 1
        words = [first, *tokens.keys[i + 1 : end]]
        found = [
            Match(known.words, number)
            for number, known in enumerate(self._known)
            if len(words) >= known.words
            and words[0] == known.key.split()[0]
            and all(
                key in (forms(word) if forms else (word,))
                for word, key in zip(words[1:], known.key.split()[1:], strict=False)
            )
        ]
        return sorted(found, key=lambda match: -match.tokens)

    def begins_name(self, first: str) -> bool:
        return any(f"{known.key} ".startswith(f"{first} ") for known in self._known)

    def known_name(self, name: int, lang: str) -> KnownName | None:
        return self._known[name] if lang == self._lang else None


SEMITIC = Language(
    code="xx",
    name="made up",
    script="Arab",
    article="ال",
    conjunction="و",
    proclitics=tuple(
        Proclitic(letters=letters, restore=restore)
        for letters, restore in [("و", ""), ("ب", ""), ("ل", ""), ("لل", "ال"), ("وب", ""), ("ولل", "ال")]
    ),
    triggers_before={"نهر": "H", "مدينه": "P"},
    prepositions=frozenset({"في"}),
    function_words=frozenset({"نهر", "مدينه", "في"}),
    demonyms={"حلبي": "SY", "الحلبي": "SY", "بلديه": "BB", "البلديه": "BB", "جنوب بلدي": "SB"},
)
CASED = Language(
    code="xx",
    name="made up",
    script="Latn",
    cased=True,
    triggers_after={"river": "H"},
    triggers_before={"lake": "H"},
    function_words=frozenset({"lake", "river", "of"}),
    cased_demonyms=True,
    demonyms={"homsi": "SY", "new homsi": "NH"},
)
INFLECTED = Language(
    code="xx",
    name="made up",
    script="Latn",
    cased=True,
    endings=(Ending(letters="u"), Ending(letters="e", restore="a"), Ending(letters="ego", restore="y")),
    triggers_before={"morze": "H"},
    not_places=frozenset({"same"}),
    function_words=frozenset({"same", "morze"}),
    demonyms={"homsi": "SY"},
)


def hits(language: Language, names: ListedNames, text: str) -> list[Hit]:
    return HitFinder(language, names).find(tokenise(text))


def found(language: Language, names: ListedNames, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in hits(language, names, text)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param("في حمص", ["حمص"], id="bare"),
        pytest.param("وحمص", ["حمص"], id="one letter"),
        pytest.param("وبحمص", ["حمص"], id="two"),
        pytest.param("وَبِحِمْصَ", ["حِمْصَ"], id="vowelled: the marks go with their letters"),
        pytest.param("وـبـحمص", ["حمص"], id="tatweel goes with the letter before it"),
        pytest.param("للنهرين", ["لنهرين"], id="the article's l stays in the span"),
        pytest.param("وللنهرين", ["لنهرين"], id="and before it"),
        pytest.param("وادي", ["وادي"], id="the whole word first"),
        pytest.param("بتن", [], id="two letters that would remain are too few"),
        pytest.param("حمص الشام والقديمة", ["حمص الشام"], id="the longest name"),
        pytest.param("حمص، الشام", ["حمص"], id="a comma ends a name"),
        pytest.param("حمص\n\nالشام", ["حمص"], id="a paragraph ends a name"),
        pytest.param("حمص\nالشام", ["حمص\nالشام"], id="a wrapped line does not"),
        pytest.param("حمصي", [], id="another word"),
    ],
)
def test_proclitics_and_spans(text: str, spans: list[str]) -> None:
    names = ListedNames(*map(make_known, ("حمص", "حمص الشام", "النهرين", "وادي", "ادي", "تن")))
    assert found(SEMITIC, names, text) == spans


@pytest.mark.parametrize(
    ("better", "span"),
    [
        pytest.param("جدة", "جدة", id="and + the better known name"),
        pytest.param("وجدة", "وجدة", id="the whole word, where it is better known"),
    ],
)
def test_and_may_be_part_of_a_name(better: str, span: str) -> None:
    names = ListedNames(*(make_known(n, importance=0.7 if n == better else 0.5) for n in ("جدة", "وجدة")))
    assert found(SEMITIC, names, "وجدة") == [span]


def test_a_name_that_only_other_languages_have_is_no_hit() -> None:
    assert found(SEMITIC, ListedNames(make_known("حمص"), lang="yy"), "حمص") == []


def test_a_class_noun_is_trimmed_where_the_rest_means_the_same_place() -> None:
    whole, rest = make_known("نهر حلب", best=("dl:river",)), make_known("حلب", best=("gn:1", "dl:river"))
    (hit,) = hits(SEMITIC, ListedNames(whole, rest), "نهر حلب")
    assert (hit.start, hit.class_noun) == (4, "نهر")
    other = replace(rest, best=("gn:1",))
    assert found(SEMITIC, ListedNames(whole, other), "نهر حلب") == ["نهر حلب"]


def test_a_function_word_alone_is_no_name() -> None:
    assert found(SEMITIC, ListedNames(make_known("مدينة")), "في مدينة") == []


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        pytest.param("حلبي", ["SY"], id="bare"),
        pytest.param("والحلبي", ["SY"], id="and the"),
        pytest.param("جنوب بلدي", ["SB"], id="two words"),
        pytest.param("البيت البلدية", ["BB"], id="the country's name too, after a definite noun"),
        pytest.param("زار البلدية", [None], id="the country's name too, after another word"),
    ],
)
def test_nationality_words(text: str, countries: list[str | None]) -> None:
    names = ListedNames(make_known("البلدية", country=True))
    assert [hit.country for hit in hits(SEMITIC, names, text)] == countries


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param("in Homs", ["Homs"], id="capital"),
        pytest.param("in homs", [], id="small letter"),
        pytest.param("in HOMS", ["HOMS"], id="capitals"),
        pytest.param("the US and us", ["US"], id="acronym"),
        pytest.param("the Us", [], id="acronym with one capital"),
        pytest.param("Homsi people, homsi", ["Homsi"], id="nationality"),
        pytest.param("New Homsi", ["New Homsi"], id="nationality of two words"),
        pytest.param("the Homs river", ["Homs"], id="class noun behind, small letter"),
        pytest.param("the Homs River", ["Homs River"], id="class noun behind, capital"),
        pytest.param("Lake of", [], id="function words"),
    ],
)
def test_capital_letters(text: str, spans: list[str]) -> None:
    names = ListedNames(
        make_known("Homs", best=("gn:1", "dl:river")),
        make_known("Homs River", best=("dl:river",)),
        make_known("US", acronym=True),
        make_known("Lake of"),
    )
    assert found(CASED, names, text) == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param("w Homsu", ["Homsu"], id="letters added"),
        pytest.param("w Warszawe", ["Warszawe"], id="letters exchanged"),
        pytest.param("w Homs", ["Homs"], id="as it stands"),
        pytest.param("Nowego Homsu", ["Nowego Homsu"], id="every word of a name"),
        pytest.param("Same nie wie", [], id="a small word is no form of a name"),
        pytest.param("Morze Czarne", ["Morze Czarne"], id="class noun that is a part of the name"),
        pytest.param("morze Czarne", ["morze Czarne"], id="the noun small, the name with a capital"),
        pytest.param("morze czarne", [], id="both small"),
        pytest.param("homsi rada", ["homsi"], id="nationality in small letters"),
    ],
)
def test_inflected_names(text: str, spans: list[str]) -> None:
    names = ListedNames(
        make_known("Homs"),
        make_known("Warszawa"),
        make_known("Nowy Homs"),
        make_known("Sama"),
        make_known("Morze Czarne"),
    )
    assert found(INFLECTED, names, text) == spans


def test_a_ligature_that_holds_a_prefix_and_a_name_is_no_hit() -> None:
    assert found(SEMITIC, ListedNames(make_known("سلم")), "في \ufdf8") == []
