"""What a reader looks for: places by any of their names, and words of the text, in whatever spelling. Pure: no Streamlit here."""

from array import array
from dataclasses import dataclass
from typing import Any

from geo.models import Place
from geo.text.folding import fold
from geo.ui.selection import remember

LONGEST_QUERY = 80  # characters; the rest of a longer one is left out
MOST_FORMS = 200  # spellings that the browser marks; a single letter has more, which are counted all the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """Where a text holds what is looked for."""

    count: int = 0
    forms: tuple[str, ...] = ()  # as the text spells it, each once


def clean_query(query: str) -> str:
    """Return what a reader typed, or a link holds, as one short line."""
    begin = query[: 100 * LONGEST_QUERY]  # enough to find so many letters behind others that are left out
    printable = "".join(letter for letter in begin if letter.isprintable() or letter.isspace())
    return " ".join(printable.split())[:LONGEST_QUERY].strip()


def has_name(place: Place, query: str) -> bool:
    """Tell whether a name of a place, in any language, holds the query; an empty one is held by all."""
    key = fold(query)
    return any(key in fold(name) for name in (place.name, *place.names.values()))


def find_words(text: str, query: str, memo: dict[Any, Any] | None = None) -> Spelled:
    """Return where a text holds the query, whatever its case, accents and carriers of hamza.

    `memo` belongs to the text and keeps it folded while somebody types letter after letter.
    """
    key = fold(query)
    if not key:
        return Spelled()
    folded, offsets = remember({} if memo is None else memo, "folded", lambda: _fold_text(text))
    count, forms = 0, dict[str, None]()
    at = folded.find(key)
    while at >= 0:
        count += 1
        if len(forms) < MOST_FORMS:
            forms[text[offsets[at] : offsets[at + len(key) - 1] + 1]] = None
        at = folded.find(key, at + len(key))
    return Spelled(count=count, forms=tuple(forms))


def _fold_text(text: str) -> "tuple[str, array[int]]":
    """Return the folded text, and of each of its characters the offset of the one that it comes from."""
    pieces = [fold(letter) for letter in text]
    return "".join(pieces), array("I", (at for at, piece in enumerate(pieces) for _ in piece))
