"""The link: what of the page stands in its address, and what an address means. Every value in it is hostile."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from geo.mapview import MapView
from geo.models import Certainty, GeoparsedArticle, MentionKind, Point
from geo.ui.packed import PackedText, unpack
from geo.ui.search import clean_query
from geo.ui.selection import (
    FOCUS,
    NO_FILTERS,
    NOTHING,
    Filters,
    Selection,
    chip_counts,
    select_mention,
    select_place,
    selected,
)
from geo.ui.words import LANGUAGES

NAMES = ("both", "article", "interface")  # the first is the default
FORMER_NAMES = {"ar": "article", "en": "interface"}  # of links from when all stories were Arabic and the page English
MOST_ZOOM = 20  # of any web map
OWN = "own-"  # ids of texts that stay in their visit
LONGEST_SHOWN = 60  # characters of a bad value that a notice repeats


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address, taken apart."""

    article: str | None = None
    place: str | None = None
    start: int | None = None
    filters: Filters = NO_FILTERS
    names: str = NAMES[0]
    ui: str | None = None  # language of the interface; None: the reader's browser tells
    view: MapView | None = None  # what the map showed when the link was shared
    text: PackedText | None = None  # an own text that its reader put into the link


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A sentence for the reader: a key of the page's words, and the values that it repeats."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)


def bad_value(key: str, *values: str) -> Notice:
    """Return a notice that repeats values, without what cannot be printed and not for ever."""
    value = ", ".join(values[:LONGEST_SHOWN])
    shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in value[:LONGEST_SHOWN])
    return Notice(key=key, values={"value": shown if len(value) <= LONGEST_SHOWN else shown + "…"})


def read_link(parameters: Mapping[str, str]) -> tuple[Link, tuple[Notice, ...]]:
    """Return what the parameters ask for, and a notice for each parameter with values that cannot be meant."""
    notices = []
    mention = parameters.get("m", "")
    start = int(mention) if mention.isascii() and mention.isdigit() and len(mention) < 10 else None
    if mention and start is None:
        notices.append(bad_value("link.mention", mention))
    filters = Filters(
        countries=_listed(parameters, "country"),
        classes=_listed(parameters, "class"),
        kinds=tuple(kind for kind in MentionKind if kind in _listed(parameters, "kind")),
        certainties=tuple(certainty for certainty in Certainty if certainty in _listed(parameters, "cert")),
        focus=tuple(value for value in _listed(parameters, "focus") if value == FOCUS),
        query=clean_query(parameters.get("q", "")),
    )
    for group, understood in (("kind", filters.kinds), ("cert", filters.certainties), ("focus", filters.focus)):
        notices += _bad_values(f"link.{group}", _listed(parameters, group), understood)
    names = parameters.get("names", NAMES[0])
    names = FORMER_NAMES.get(names, names)
    if names not in NAMES:
        notices.append(bad_value("link.names", names))
        names = NAMES[0]
    ui = parameters.get("ui") or None
    if ui is not None and ui not in LANGUAGES:
        notices.append(bad_value("link.ui", ui))
        ui = None
    view = _read_view(parameters.get("z", ""), parameters.get("c", ""))
    if view is None and (parameters.get("z") or parameters.get("c")):
        notices.append(Notice(key="link.view"))
    text = unpack(parameters["t"]) if parameters.get("t") else None
    if text is None and parameters.get("t"):
        notices.append(Notice(key="link.text"))
    return (
        Link(
            article=parameters.get("a") or None,
            place=parameters.get("p") or None,
            start=start,
            filters=filters,
            names=names,
            ui=ui,
            view=view,
            text=text,
        ),
        tuple(notices),
    )


def _read_view(zoom: str, centre: str) -> MapView | None:
    """Return the view that a link asks for; None where it asks for none, or for one that no map has."""
    try:
        z, lat, lon = float(zoom), *map(float, centre.split(",", 2))
    except ValueError:
        return None
    if not (0 <= z <= MOST_ZOOM and abs(lat) <= 90 and math.isfinite(lon)):
        return None
    return MapView(centre=Point(lat=lat, lon=(lon + 180) % 360 - 180), zoom=z)


def _listed(parameters: Mapping[str, str], key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, parameters.get(key, "").split(","))))


def _bad_values(key: str, values: Sequence[str], known: Collection[str]) -> list[Notice]:
    """Return one notice of all values that are not known, none where all are."""
    unknown = [value for value in values if value not in known]
    return [bad_value(key, *unknown)] if unknown else []


def find_target(link: Link, story: GeoparsedArticle) -> tuple[Selection, Filters, tuple[Notice, ...]]:
    """Return what a link selects and filters in its story, and notices of what the story does not hold."""
    held = chip_counts(story, NO_FILTERS)
    filters = replace(
        link.filters,
        countries=tuple(code for code in link.filters.countries if code in held["country"]),
        classes=tuple(letter for letter in link.filters.classes if letter in held["class"]),
    )
    notices = _bad_values("link.country", link.filters.countries, held["country"])
    notices += _bad_values("link.class", link.filters.classes, held["class"])
    selection = NOTHING if link.start is None else select_mention(story, link.start)
    if link.start is not None and selection == NOTHING:
        notices.append(bad_value("link.mention", str(link.start)))
    if link.place is not None and selection.place_id != link.place:
        selection = select_place(story, link.place, filters)
        if selection == NOTHING:
            notices.append(bad_value("link.place", link.place))
    return selection, filters, tuple(notices)


def write_link(
    *,
    article: str,
    default_article: str,
    story: GeoparsedArticle | None,
    selection: Selection,
    filters: Filters,
    names: str,
    ui: str | None,
    view: MapView | None = None,
    packed: str | None = None,
) -> dict[str, str]:
    """Return the parameters of the address; of an own text nothing but its number and offset, which mean nothing elsewhere.

    `packed` is the text itself, where it came in a link: it stays there, so that the address goes on to lead to it.
    """
    own = article.startswith(OWN) and not packed
    found = selected(story, selection) if story is not None else None
    parameters = {
        "p": selection.place_id if found is not None and not own else None,
        "m": str(selection.start) if found is not None else None,
        "country": ",".join(filters.countries) if not own else None,
        "class": ",".join(filters.classes),
        "kind": ",".join(filters.kinds),
        "cert": ",".join(filters.certainties),
        "focus": ",".join(filters.focus),
        "q": filters.query if not own else None,
        "names": names if names != NAMES[0] else None,
        "ui": ui,
        "z": _short(view.zoom) if view is not None else None,
        "c": f"{_short(view.centre.lat)},{_short(view.centre.lon)}" if view is not None else None,
        "t": packed,
    }
    kept = {key: value for key, value in parameters.items() if value}
    if packed:
        return kept
    return {"a": article, **kept} if kept or article != default_article else {}


def _short(number: float) -> str:
    """Return a number to a millionth, a decimetre of latitude, without zeros at its end."""
    return f"{number:.6f}".rstrip("0").rstrip(".")
