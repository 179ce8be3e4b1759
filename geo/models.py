"""The records that travel the road: text, mentions, candidates, resolutions.

Every record is frozen, so a step can hand its values on without fear that a later one changes them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any

from geo.text.language import UNKNOWN

CERTAIN = 0.8  # DESIGN.md section 3: `certain` from here up
LIKELY = 0.5  # `likely` from here up, `unsure` below


class MentionKind(StrEnum):
    """What a span does in its sentence."""

    PLACE = "place"  # the place itself: "in Moscow"
    METONYM = "metonym"  # a place that stands for a government: "Moscow announced"
    DEMONYM = "demonym"  # a nationality word: "Russian"
    EMBEDDED = "embedded"  # inside another name: "Bank of China"


MARKER_KINDS = frozenset({MentionKind.PLACE, MentionKind.METONYM})


class Certainty(StrEnum):
    """A probability in the words that the page uses."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"

    @classmethod
    def of(cls, score: float | None) -> "Certainty":
        """Name the certainty of a score in 0..1; no score is unsure."""
        if score is None or score < LIKELY:
            return cls.UNSURE
        return cls.CERTAIN if score >= CERTAIN else cls.LIKELY


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A position on WGS84, in decimal degrees."""

    lat: float  # -90 to 90, north positive
    lon: float  # -180 to 180, east positive


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A bounding box on WGS84, in decimal degrees; west > east crosses the antimeridian."""

    south: float
    west: float
    north: float
    east: float

    def contains(self, point: Point) -> bool:
        """Tell whether a point lies inside or on the edge."""
        west, lon, east = self.west, point.lon, self.east
        between = west <= lon <= east if west <= east else lon >= west or lon <= east
        return between and self.south <= point.lat <= self.north


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What is contested about a place, since when, by which source."""

    kind: str  # disputed, occupied, breakaway, historical, contested-name
    since: str  # a year or an ISO date
    source: str  # a short reference that can be cited
    checked: str  # ISO date on which the row was last read
    note: Mapping[str, str]  # language code -> one neutral sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One entry of the gazetteer."""

    id: str  # iso:AM, iso:AZ-GAN, gn:524901, dl:nagorno-karabakh
    name: str  # English display name
    names: Mapping[str, str] = field(default_factory=dict)  # language code -> display name
    point: Point
    box: Box | None = None
    country_code: str | None = None  # ISO 3166-1 alpha-2; None for seas and disputed places
    within: tuple[str, ...] = ()  # ids of the divisions that it lies in, smallest first: iso:IT-MI, iso:IT-25
    feature_class: str  # GeoNames letter: A, P, L, H, T, S
    feature_code: str  # GeoNames code: PCLI, PPLC, RGN, SEA ...
    population: int | None = None
    importance: float = 0.0  # 0..1, how well known: rises with population, rank and curation
    touches: tuple[str, ...] = ()  # ISO codes of the countries that it lies in or borders
    stands_for: str | None = None  # ISO code of the government that an institution stands for
    status: Status | None = None

    @property
    def disputed(self) -> bool:
        """Tell whether whose land it is, or what it is called, is contested."""
        return self.status is not None and self.status.kind != "historical"

    def lies_in(self, other: "Place") -> bool:
        """Tell whether it lies in a division or a country."""
        in_country = other.is_country and self.country_code is not None and self.country_code == other.country_code
        return self.id != other.id and (other.id in self.within or in_country)

    @property
    def is_country(self) -> bool:
        return self.feature_class == "A" and self.feature_code.startswith("PCL")

    @property
    def is_capital(self) -> bool:
        return self.feature_code == "PPLC"

    def name_in(self, language: str) -> str:
        """Return the display name in a language, else the English one."""
        return self.names.get(language, self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a mention may mean."""

    place: Place
    score: float  # 0..1


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason for a choice: a code that every language has words for, and its values."""

    code: str  # a key of geo.reasons.WORDS
    values: Mapping[str, str | int] = field(default_factory=dict)

    @classmethod
    def of(cls, code: str, **values: str | int) -> "Reason":
        """Return a reason, the same object for the same words: a long text has few that differ."""
        return _reason(code, tuple(values.items()))


@lru_cache(1 << 12)
def _reason(code: str, values: tuple[tuple[str, str | int], ...]) -> Reason:
    return Reason(code=code, values=dict(values))


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """What the gazetteer knows of a name before anyone chooses a place for it."""

    key: str  # folded words with single spaces
    country_codes: frozenset[str]  # where the best known places that have it lie
    words: int  # how many
    importance: float  # 0..1, of the best known place that has it
    zipf: float  # how common a word it is in the article's language, 0 (unknown) to 8
    country: bool  # some country has it
    continent: bool
    capital: bool  # the best known place that has it is a capital
    curated: bool  # it stands in the hand-written table
    displayed: bool  # its best known place is shown under it
    institution: bool  # it stands for a government
    acronym: bool  # it is written in capitals only
    needs_class_noun: bool  # it is short for a longer name: Tana for Lake Tana
    classes: frozenset[str]  # feature classes of the places that have it
    best: tuple[str, ...]  # ids of the best known places that have it, best first


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One occurrence of a toponym; `text[start:end]` of the article is `text`."""

    start: int  # Python str index into the article as received
    end: int  # half open
    text: str
    kind: MentionKind
    toponym: str  # the name to look up: the span, or the country's code for a demonym
    why: tuple[Reason, ...] = ()
    in_next: bool = False  # whether the text says that the next mention's place contains it: X in Y
    lang: str = ""  # the language that it was read in; "": the article's
    trigger: str | None = None  # feature class that a class noun beside it announces: "city of X" -> P


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A mention and the place chosen for it, if any."""

    mention: Mention
    place: Place | None
    score: float | None  # 0..1, the probability that `place` is right; None without a place
    candidates: tuple[Candidate, ...] = ()  # best first; where `place` is set it comes first
    why: tuple[Reason, ...] = ()

    @property
    def certainty(self) -> Certainty:
        return Certainty.of(self.score)


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """A place that a story is about."""

    place: Place
    score: float  # 0..1, its share of the story


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text and what is known about it; offsets always index `text`."""

    id: str
    text: str
    title: str | None = None
    lang: str | None = None  # BCP 47; None: detect
    source: str | None = None  # outlet's name, domain or address
    url: str | None = None
    published: str | None = None  # ISO 8601


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A part of a text that is in one language: `text[start:end]`."""

    start: int
    end: int
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GeoparsedArticle:
    """An article with its resolutions in text order, without overlaps."""

    article: Article
    lang: str  # the language that was used
    resolutions: tuple[Resolution, ...]
    focus: tuple[Focus, ...] = ()  # up to three, best first
    passages: tuple[Passage, ...] = ()  # the whole text, cut where its language changes; none where it never does
    memo: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)  # derived; gone with it

    @property
    def id(self) -> str:
        return self.article.id

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def focus_ids(self) -> frozenset[str]:
        """Return the ids of the places that it is about."""
        return frozenset(focus.place.id for focus in self.focus)

    @property
    def by_script_alone(self) -> bool:
        """Tell whether it has letters, but of a language without rules."""
        return self.lang == UNKNOWN and any(map(str.isalpha, self.text))
