"""The link: what of the page stands in its address, and what an address means. Every value in it is hostile."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.models import GeoparsedArticle, MentionKind
from geo.ui.selection import (
    NO_FILTERS,
    NOTHING,
    Filters,
    Selection,
    country_group,
    select_mention,
    select_place,
    selected,
)
from geo.ui.words import LANGUAGES

NAMES = ("both", "article", "interface")  # the first is the default
FORMER_NAMES = {
    "ar": "article",
    "en": "interface",
}  # in links that were shared when all stories were Arabic and the page English
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
    wanted = tuple(filter(None, parameters.get("kind", "").split(",")))
    kinds = tuple(kind for kind in MentionKind if kind in wanted)
    notices += [bad_value("link.kind", value) for value in wanted if value not in kinds]
    names = parameters.get("names", NAMES[0])
    names = FORMER_NAMES.get(names, names)
    if names not in NAMES:
        notices.append(bad_value("link.names", names))
        names = NAMES[0]
    ui = parameters.get("ui") or None
    if ui is not None and ui not in LANGUAGES:
        notices.append(bad_value("link.ui", ui))
        ui = None
    countries = tuple(dict.fromkeys(filter(None, parameters.get("country", "").split(","))))
    return (
        Link(
            article=parameters.get("a") or None,
            place=parameters.get("p") or None,
            start=start,
            filters=Filters(countries=countries, kinds=kinds),
            names=names,
            ui=ui,
        ),
        tuple(notices),
    )


def find_target(link: Link, story: GeoparsedArticle) -> tuple[Selection, Filters, tuple[Notice, ...]]:
    """Return what a link selects and filters in its story, and a notice for each thing that the story does not hold."""
    groups = {country_group(found.place) for found in story.resolutions}
    countries = tuple(code for code in link.filters.countries if code in groups)
    notices = [bad_value("link.country", code) for code in link.filters.countries if code not in groups]
    filters = Filters(countries=countries, kinds=link.filters.kinds)
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
        "kind": ",".join(filters.kinds),
        "names": names if names != NAMES[0] else None,
        "ui": ui,
    }
    kept = {key: value for key, value in parameters.items() if value}
    return {"a": article, **kept} if kept or article != default_article else {}
