"""The link: what of the page stands in its address, and what an address means. Every value in it is hostile."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from geo.models import Certainty, GeoparsedArticle, MentionKind
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A sentence for the reader: a key of the page's words, and the values that it repeats."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)


def bad_value(key: str, value: str) -> Notice:
    """Return a notice that repeats a value, without what cannot be printed and not for ever."""
    shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in value)
    return Notice(key=key, values={"value": shown if len(shown) <= LONGEST_SHOWN else shown[:LONGEST_SHOWN] + "…"})


def read_link(parameters: Mapping[str, str]) -> tuple[Link, tuple[Notice, ...]]:
    """Return what the parameters ask for, and a notice for each value that cannot be meant."""
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
        notices += [
            bad_value(f"link.{group}", value) for value in _listed(parameters, group) if value not in understood
        ]
    names = parameters.get("names", NAMES[0])
    names = FORMER_NAMES.get(names, names)
    if names not in NAMES:
        notices.append(bad_value("link.names", names))
        names = NAMES[0]
    ui = parameters.get("ui") or None
    if ui is not None and ui not in LANGUAGES:
        notices.append(bad_value("link.ui", ui))
        ui = None
    return (
        Link(
            article=parameters.get("a") or None,
            place=parameters.get("p") or None,
            start=start,
            filters=filters,
            names=names,
            ui=ui,
        ),
        tuple(notices),
    )


def _listed(parameters: Mapping[str, str], key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, parameters.get(key, "").split(","))))


def find_target(link: Link, story: GeoparsedArticle) -> tuple[Selection, Filters, tuple[Notice, ...]]:
    """Return what a link selects and filters in its story, and a notice for each thing that the story does not hold."""
    held = chip_counts(story, NO_FILTERS)
    filters = replace(
        link.filters,
        countries=tuple(code for code in link.filters.countries if code in held["country"]),
        classes=tuple(letter for letter in link.filters.classes if letter in held["class"]),
    )
    notices = [bad_value("link.country", code) for code in link.filters.countries if code not in filters.countries]
    notices += [bad_value("link.class", letter) for letter in link.filters.classes if letter not in filters.classes]
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
) -> dict[str, str]:
    """Return the parameters of the address; of an own text nothing but its number and offset, which mean nothing elsewhere."""
    own = article.startswith(OWN)
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
    }
    kept = {key: value for key, value in parameters.items() if value}
    return {"a": article, **kept} if kept or article != default_article else {}
