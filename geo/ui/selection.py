"""What is selected, what is filtered, and how the one moves through the other. Pure: no Streamlit here."""

from dataclasses import dataclass
from typing import TypeVar

from geo.models import MARKER_KINDS, GeoparsedArticle, MentionKind, Place, Resolution

DISPUTED, NO_COUNTRY = "disputed", "none"  # groups beside the ISO country codes


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """One mention, and the place that it names; both are None where nothing is selected."""

    start: int | None = None  # where the mention begins in the article
    place_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to show; an empty tuple shows all."""

    countries: tuple[str, ...] = ()  # ISO codes, `disputed`, `none`
    kinds: tuple[MentionKind, ...] = ()


NOTHING = Selection()
NO_FILTERS = Filters()
T = TypeVar("T")


def country_group(place: Place | None) -> str:
    """Return the filter group of a place: its country's code, `disputed`, or `none`."""
    if place is not None and place.country_code is not None:
        return place.country_code
    return DISPUTED if place is not None and place.disputed else NO_COUNTRY


def shows(filters: Filters, resolution: Resolution) -> bool:
    """Tell whether the filters let a mention through."""
    by_country = not filters.countries or country_group(resolution.place) in filters.countries
    return by_country and (not filters.kinds or resolution.mention.kind in filters.kinds)


def shown(story: GeoparsedArticle, filters: Filters) -> tuple[Resolution, ...]:
    """Return the mentions that the text marks, in text order."""
    return tuple(resolution for resolution in story.resolutions if shows(filters, resolution))


def mapped(story: GeoparsedArticle, filters: Filters) -> tuple[Resolution, ...]:
    """Return the mentions that count for a marker, in text order."""
    return tuple(
        found for found in shown(story, filters) if found.mention.kind in MARKER_KINDS and found.place is not None
    )


def selected(story: GeoparsedArticle, selection: Selection) -> Resolution | None:
    """Return the selected mention, if the story holds it."""
    return next((found for found in story.resolutions if found.mention.start == selection.start), None)


def select_mention(story: GeoparsedArticle, start: int) -> Selection:
    """Select the mention that begins at an offset; nothing where none does."""
    found = selected(story, Selection(start=start))
    if found is None:
        return NOTHING
    return Selection(start=start, place_id=found.place.id if found.place else None)


def select_place(story: GeoparsedArticle, place_id: str, filters: Filters = NO_FILTERS) -> Selection:
    """Select the first mention that counts for a place's marker; nothing where it has none."""
    first = next(iter(mentions_of(story, place_id, filters)), None)
    return NOTHING if first is None else Selection(start=first.mention.start, place_id=place_id)


def mentions_of(story: GeoparsedArticle, place_id: str | None, filters: Filters = NO_FILTERS) -> tuple[Resolution, ...]:
    """Return the mentions that count for a place's marker, in text order."""
    return tuple(found for found in mapped(story, filters) if found.place is not None and found.place.id == place_id)


def step_in_text(story: GeoparsedArticle, selection: Selection, filters: Filters, by: int) -> Selection:
    """Move `by` marked mentions on in the text; the ends hold, and from nowhere the first or last one is taken."""
    starts = [found.mention.start for found in shown(story, filters)]
    target = _step(starts, selection.start, by)
    return selection if target is None else select_mention(story, target)


def step_in_place(story: GeoparsedArticle, selection: Selection, filters: Filters, by: int) -> Selection:
    """Move `by` mentions of the selected place on; the ends hold."""
    starts = [found.mention.start for found in mentions_of(story, selection.place_id, filters)]
    target = _step(starts, selection.start, by)
    return selection if target is None else select_mention(story, target)


def keep_visible(story: GeoparsedArticle, selection: Selection, filters: Filters) -> Selection:
    """Return the selection, or nothing where the filters hide it."""
    found = selected(story, selection)
    return selection if found is not None and shows(filters, found) else NOTHING


def toggle(values: tuple[T, ...], value: T) -> tuple[T, ...]:
    """Return the values without one of them, or with it where it was missing."""
    return tuple(other for other in values if other != value) if value in values else (*values, value)


def _step(starts: list[int], current: int | None, by: int) -> int | None:
    if not starts:
        return None
    if current is None:
        return starts[0] if by > 0 else starts[-1]
    if current in starts:
        return starts[min(max(starts.index(current) + by, 0), len(starts) - 1)]
    ahead = [start for start in starts if (start > current) == (by > 0)]
    return (ahead[0] if by > 0 else ahead[-1]) if ahead else current
