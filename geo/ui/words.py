"""What the page says, one file a language: `data/interface/<language>.toml`."""

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from geo.settings import DATA
from geo.text.language import UNKNOWN

INTERFACE = DATA / "interface"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur", "he", "ps", "ckb", "sd", "ug", "yi", "dv"})
_LOOKED_AT = 500  # letters that tell a direction


def direction_of(language: str, text: str = "") -> str:
    """Return `rtl` or `ltr`, as HTML's `dir` wants it; where no language is known, the letters of a text tell."""
    if language == UNKNOWN:
        directions = Counter(map(unicodedata.bidirectional, text[:_LOOKED_AT]))
        return "rtl" if directions["R"] + directions["AL"] > directions["L"] else "ltr"
    return "rtl" if language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The sentences of one language, by keys like `card.why`."""

    language: str
    texts: Mapping[str, str]
    months: tuple[str, ...]

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
        return self.texts[key].format_map(values)

    def count(self, key: str, n: int) -> str:
        """Return the form of a sentence that suits a number."""
        return self.say(f"{key}.{'one' if n == 1 else 'other'}", n=n)

    def listed(self, names: Sequence[str]) -> str:
        """Return `A, B and C`."""
        if len(names) < 2:
            return "".join(names)
        return self["comma"].join(names[:-1]) + self["and"] + names[-1]

    def date(self, published: str | None) -> str | None:
        """Return an ISO 8601 date or time as `10 October 2020`; what is no date is returned as it stands."""
        if published is None:
            return None
        try:
            day = date.fromisoformat(published[:10])
        except ValueError:
            return published
        return f"{day.day} {self.months[day.month - 1]} {day.year}"


def read_words(language: str = "en", folder: Path = INTERFACE) -> Words:
    """Read the words of a language."""
    tables = tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
    months = tuple(tables.pop("months"))
    return Words(language=language, texts=dict(_flatten(tables)), months=months)


def _flatten(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
