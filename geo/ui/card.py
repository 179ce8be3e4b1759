"""The card of what is selected: names, status, certainty and why, and the sentence it stands in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from geo.excerpts import Excerpt, find_excerpt
from geo.gazetteer.display import scripts_of
from geo.languages import read_language
from geo.models import MARKER_KINDS, GeoparsedArticle, Mention, MentionKind, Place, Reason, Resolution, Status
from geo.ui.access import spoken
from geo.ui.citation import link_back, quote
from geo.ui.places import (
    Name,
    Naming,
    country_or_status,
    kind_of_place,
    name_in,
    names_of,
    romanised,
)
from geo.ui.selection import NO_FILTERS, Filters, Selection, held, mentions_of, select_place, selected
from geo.ui.words import ENGLISH, Words

TOUCHES_SHOWN = 8  # countries that a sea's card names
NAME_VALUES = ("country", "container")  # values of reasons that are places of the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the card: `Certainty  Certain`."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the card shows; every string is text, never markup."""

    start: int  # of the mention, in the article
    place: str | None  # the id of what it names
    names: tuple[Name, ...]
    subtitle: str  # what it is, where it lies
    facts: tuple[Fact, ...]
    note: str  # what is contested about it, since when, by which source
    named: str  # how often
    excerpt: Excerpt
    quotation: str  # the excerpt as it is copied, with its source
    link: dict[str, str]  # parameters of the address that leads back to it; none for an own text
    position: int  # of the mention among those of its place, from 1; 0 for a mention without a marker
    count: int
    can_show: str  # the name of the place that a nationality word leads to, where it is on the map
    first_in_text: bool
    last_in_text: bool
    spoken: str  # all of it in one sentence, for a screen reader


def make_card(
    story: GeoparsedArticle,
    selection: Selection,
    *,
    names: str,
    words: Words,
    country_name: Callable[[str], str],
    filters: Filters = NO_FILTERS,
) -> Card | None:
    """Return the card of a selection; None where nothing is selected."""
    found = selected(story, selection)
    if found is None:
        return None
    mention, place = found.mention, found.place
    starts = [other.mention.start for other in mentions_of(story, place.id if place else None, filters)]
    excerpt = _excerpt(story, mention)
    order = held(story, filters).starts
    on_map = mention.kind in MARKER_KINDS and place is not None
    naming = Naming(choice=names, article=story.lang, interface=words.language)
    position = starts.index(mention.start) + 1 if on_map and mention.start in starts else 0
    what = _subtitle(found, words, country_name)
    return Card(
        start=mention.start,
        place=place.id if place else None,
        names=_names(found, naming, words),
        subtitle=what,
        facts=_facts(story, found, words, country_name),
        note=_note(place.status, words) if place and place.status else "",
        named=_named(story, place, words) if on_map and place else "",
        excerpt=excerpt,
        quotation=quote(excerpt, story.article, words),
        link=link_back(story, selection),
        position=position,
        count=len(starts),
        can_show=_leads_to(story, found, naming, filters),
        first_in_text=not order or mention.start <= order[0],
        last_in_text=not order or mention.start >= order[-1],
        spoken=spoken(found, what, position, len(starts), words),
    )


def _excerpt(story: GeoparsedArticle, mention: Mention) -> Excerpt:
    known = held(story).excerpts
    if mention.start not in known:
        language = read_language(mention.lang or story.lang)
        known[mention.start] = find_excerpt(story.text, mention.start, mention.end, language=language)
    return known[mention.start]


def _names(found: Resolution, naming: Naming, words: Words) -> tuple[Name, ...]:
    if found.place is not None and found.mention.kind in MARKER_KINDS:
        return names_of(found.place, naming)
    written = Name(text=found.mention.text, lang=naming.article)
    legible = scripts_of(written.text) <= {"LATIN", *scripts_of(words["top.names"])}
    if found.place is not None or legible or naming.choice == "article":
        return (written,)
    return (written, Name(text=romanised(written.text), lang=f"{naming.article}-Latn"))


def _subtitle(found: Resolution, words: Words, country_name: Callable[[str], str]) -> str:
    place, kind = found.place, found.mention.kind
    if kind is MentionKind.DEMONYM:
        name = name_in(place, words.language).text if place else ""
        return words.say("kind_is.demonym", country=name) if name else words["kind_is.demonym_unknown"]
    if kind is MentionKind.EMBEDDED:
        return words["kind_is.embedded"]
    if place is None:
        return words["kind_is.unresolved"]
    where = "" if place.is_country and not place.disputed else country_or_status(place, words, country_name)
    return words.joined((kind_of_place(place, words), where))


def _facts(
    story: GeoparsedArticle, found: Resolution, words: Words, country_name: Callable[[str], str]
) -> tuple[Fact, ...]:
    place, reasons = found.place, [reason for reason in (*found.mention.why, *found.why) if reason.code != "runner_up"]
    names = _place_names(story, reasons, words)
    why = tuple(dict.fromkeys(words.reason(reason, names) for reason in reasons))
    touches = (
        tuple(country_name(code) for code in place.touches[:TOUCHES_SHOWN])
        if place and place.country_code is None
        else ()
    )
    facts = [
        Fact(label=words["card.certainty"], values=(words[f"certainty.{found.certainty}"],) if place else ()),
        Fact(
            label=words["card.here"],
            values=(words["kind_is.metonym"],) if found.mention.kind is MentionKind.METONYM else (),
        ),
        Fact(label=words["card.why"], values=why),
        Fact(label=words["card.runner_up"], values=_runner_up(found, words, country_name)),
        Fact(label=words["card.touches"], values=(words.listed(touches),) if touches else ()),
        Fact(
            label=words["card.position_is"],
            values=(words.position(place.point),) if place and not place.is_country else (),
        ),
    ]
    return tuple(fact for fact in facts if fact.values)


def _place_names(story: GeoparsedArticle, reasons: Sequence[Reason], words: Words) -> dict[str, str]:
    """Return the reader's names of the places that reasons name: a reason holds the English name of a place of the text."""
    english = {str(reason.values[key]) for reason in reasons for key in NAME_VALUES if key in reason.values}
    places = held(story).places
    return {name: name_in(places[name], words.language).text for name in english if name in places}


def _runner_up(found: Resolution, words: Words, country_name: Callable[[str], str]) -> tuple[str, ...]:
    others = [
        candidate.place for candidate in found.candidates if found.place is None or candidate.place.id != found.place.id
    ]
    if not others:
        return ()
    what = words.joined((kind_of_place(others[0], words), country_or_status(others[0], words, country_name)))
    return (f"{name_in(others[0], words.language).text} ({what})",)


def _note(status: Status, words: Words) -> str:
    note = status.note.get(words.language) or status.note.get(ENGLISH, "")
    source = words.say("card.source", source=status.source) if status.source else ""
    checked = words.say("card.checked", checked=words.date(status.checked) or "") if status.checked else ""
    since = words.say("card.since", since=words.date(status.since) or "") if status.since else ""
    kind = words.get(f"status.{status.kind}", status.kind)
    head = words["comma"].join(filter(None, (kind, since)))
    tail = words["comma"].join(filter(None, (source, checked)))
    return ". ".join(part.rstrip(".") for part in (head, note, tail) if part) + "."


def _named(story: GeoparsedArticle, place: Place, words: Words) -> str:
    demonyms = held(story).demonyms.get(place.id, 0)
    named = words.count("card.named", len(mentions_of(story, place.id)))
    return words["dot"].join((named, words.count("card.demonyms", demonyms))) if demonyms else named


def _leads_to(story: GeoparsedArticle, found: Resolution, naming: Naming, filters: Filters) -> str:
    place = found.place
    if place is None or found.mention.kind in MARKER_KINDS:
        return ""
    return names_of(place, naming)[0].text if select_place(story, place.id, filters).start is not None else ""
