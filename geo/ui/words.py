"""What the page says, one file a language: `data/interface/<language>.toml`."""

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from geo.articles.sentences import WORDS as ENGLISH_REFUSALS
from geo.errors import ArticleError
from geo.models import Point, Reason
from geo.reasons import WORDS as ENGLISH_REASONS
from geo.settings import DATA
from geo.text.language import UNKNOWN

INTERFACE = DATA / "interface"
ENGLISH = "en"
LANGUAGES = ("ar", "en", "fa", "fr", "ru")  # of the interface, in the order of its switch: by their own names
RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur", "he", "ps", "ckb", "sd", "ug", "yi", "dv"})
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_LOOKED_AT = 500  # letters that tell a direction


def direction_of(language: str, text: str = "") -> str:
    """Return `rtl` or `ltr`, as HTML's `dir` wants it; where no language is known, the letters of a text tell."""
    if language == UNKNOWN:
        directions = Counter(map(unicodedata.bidirectional, text[:_LOOKED_AT]))
        return "rtl" if directions["R"] + directions["AL"] > directions["L"] else "ltr"
    return "rtl" if language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def choose_language(wanted: Iterable[str | None]) -> str:
    """Return the first language that the interface speaks of those that a reader wants, as browsers name them: `fr-CA`."""
    bases = (tag.replace("_", "-").split("-")[0].strip().lower() for tag in wanted if tag)
    return next((base for base in bases if base in LANGUAGES), ENGLISH)


def accepted_languages(header: str) -> tuple[str, ...]:
    """Return the languages of an Accept-Language header, the most wanted first."""
    weighed = []
    for item in header.split(","):
        tag, _, weight = item.partition(";")
        try:
            weighed.append((float(weight.strip().removeprefix("q=") or 1), tag.strip()))
        except ValueError:
            continue
    return tuple(tag for _, tag in sorted(weighed, key=lambda item: -item[0]) if tag)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The sentences of one language, by keys like `card.why`; of a sentence that counts, each plural form has its own key."""

    language: str
    texts: Mapping[str, str]

    @property
    def locale(self) -> Locale:
        """The customs of the language, as CLDR has them."""
        return Locale.parse(self.language)

    @property
    def tag(self) -> str:
        """The language and its digits, for `Intl` in the browser."""
        return f"{self.language}-u-nu-{self.locale.default_numbering_system}"

    @property
    def direction(self) -> str:
        """The direction of the page around the article: `rtl` or `ltr`."""
        return direction_of(self.language)

    def __getitem__(self, key: str) -> str:
        """Return a sentence that has no gaps to fill."""
        return self.texts[key]

    def get(self, key: str, default: str) -> str:
        """Return a sentence that may be missing, as for a code that no file knows."""
        return self.texts.get(key, default)

    def table(self, name: str) -> dict[str, str]:
        """Return the sentences of one table, by the last part of their keys."""
        return {key.removeprefix(f"{name}."): text for key, text in self.texts.items() if key.startswith(f"{name}.")}

    def say(self, key: str, **values: str | int) -> str:
        """Return a sentence with its gaps filled; the values are never read as templates."""
        return self.texts[key].format_map({name: self._apart(value) for name, value in values.items()})

    def count(self, key: str, n: int) -> str:
        """Return the form of a sentence that suits a number, by the plural rules of the language."""
        return self.say(f"{key}.{self.locale.plural_form(n)}", n=self.number(n))

    def reason(self, reason: Reason, names: Mapping[str, str]) -> str:
        """Return a reason as a phrase; `names` are the reader's names of places, by the English ones that reasons hold."""
        values = {
            key: names.get(value, value) if isinstance(value, str) else self.number(value)
            for key, value in reason.values.items()
        }
        return self.say(f"reason.{reason.code}", **values)

    def number(self, value: float) -> str:
        """Return a number with the digits and the separators of the language."""
        return self.digits(_as_decimal(value, self.language))

    def percent(self, share: float) -> str:
        """Return a share of 0..1 as whole percent."""
        return self.digits(format_percent(share, locale=self.locale, numbering_system="default"))

    def refusal(self, error: ArticleError) -> str:
        """Return why a text cannot be read, as a sentence; in English where only the command line says it."""
        if error.code is None:
            return str(error)
        values = {name: value if isinstance(value, str) else self.number(value) for name, value in error.values.items()}
        said = self.say(f"refusal.{error.code}", **values)
        return said[:1].upper() + said[1:]

    def digits(self, text: str) -> str:
        """Return a text with the digits of the language."""
        return text.translate(dict(zip(range(ord("0"), ord("9") + 1), self["digits"], strict=True)))

    def listed(self, names: Sequence[str]) -> str:
        """Return `A, B and C`."""
        if len(names) < 2:
            return "".join(names)
        apart = [self._apart(name) for name in names]
        return self["between"].join(apart[:-1]) + self["and"] + apart[-1]

    def joined(self, parts: Iterable[str | None]) -> str:
        """Return `A · B · C`, without the parts that are empty."""
        return self["dot"].join(self._apart(part) for part in parts if part)

    def _apart(self, value: str | int) -> str:
        """Return a value that keeps its own direction: Latin letters in an Arabic sentence do not draw in what stands beside them."""
        text = str(value)
        turns = self.direction == "rtl" and any(unicodedata.bidirectional(letter) == "L" for letter in text)
        return f"{_ISOLATE}{text}{_END_ISOLATE}" if turns else text

    def date(self, published: str | None) -> str | None:
        """Return an ISO 8601 date or time as `10 October 2020`; what is no date is returned as it stands."""
        if published is None:
            return None
        try:
            day = date.fromisoformat(published[:10])
        except ValueError:
            return self.digits(published)
        return self.digits(format_date(day, self["date"], locale=self.locale))

    def position(self, point: Point) -> str:
        """Return coordinates as `39.82° N, 46.75° E`."""
        north, east = ("north" if point.lat >= 0 else "south"), ("east" if point.lon >= 0 else "west")
        parts = [
            self.say(f"position.{side}", degrees=self.number(round(abs(degrees), 2)))
            for side, degrees in ((north, point.lat), (east, point.lon))
        ]
        return self["comma"].join(parts)


@lru_cache(1 << 12)  # the counts of hundreds of cards are few numbers
def _as_decimal(value: float, language: str) -> str:
    return format_decimal(value, locale=Locale.parse(language), numbering_system="default")


def read_words(language: str = ENGLISH, folder: Path = INTERFACE) -> Words:
    """Read the words of a language; the English reasons and refusals are those of the command line."""
    tables = tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
    if language == ENGLISH:
        tables |= {"reason": ENGLISH_REASONS, "refusal": ENGLISH_REFUSALS}
    return Words(language=language, texts=dict(_flatten(tables)))


def _flatten(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
