"""What is selected, what is filtered, and how the one moves through the other. Pure: no Streamlit here."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from geo.excerpts import Excerpt
from geo.models import MARKER_KINDS, Certainty, GeoparsedArticle, MentionKind, Place, Resolution

DISPUTED, NO_COUNTRY = "disputed", "none"  # groups beside the ISO country codes
COUNTRY_CLASS = "country"  # beside the GeoNames letters, since most readers tell countries from their divisions
FOCUS = "1"  # the one value of the group `focus`
MOST_REMEMBERED = 8  # choices of filters of a story; a few MB each where there are thousands of mentions
SCALES: Mapping[str, type[MentionKind | Certainty]] = {
    "kind": MentionKind,
    "cert": Certainty,
}  # groups with an order of their own
FIELDS = {"country": "countries", "class": "classes", "kind": "kinds", "cert": "certainties", "focus": "focus"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """One mention, and the place that it names; both are None where nothing is selected."""

    start: int | None = None  # where the mention begins in the article
    place_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to show: all groups must let a mention through, and of a group any value; an empty group lets all through."""

    countries: tuple[str, ...] = ()  # ISO codes, `disputed`, `none`
    classes: tuple[str, ...] = ()  # GeoNames letters, `country`
    kinds: tuple[MentionKind, ...] = ()
    certainties: tuple[Certainty, ...] = ()
    focus: tuple[str, ...] = ()  # `1`: only what the story is about
    query: str = ""  # what is searched for: it chooses places and hides no mention in the text


NOTHING = Selection()
NO_FILTERS = Filters()
T = TypeVar("T")


def country_group(place: Place | None) -> str:
    """Return the filter group of a place: its country's code, `disputed`, or `none`."""
    if place is not None and place.country_code is not None:
        return place.country_code
    return DISPUTED if place is not None and place.disputed else NO_COUNTRY


def class_group(place: Place | None) -> str:
    """Return the filter group of what a place is: `country`, a GeoNames letter, or `none`."""
    if place is None:
        return NO_COUNTRY
    return COUNTRY_CLASS if place.is_country else place.feature_class


def traits(found: Resolution, focus_ids: frozenset[str]) -> Mapping[str, str]:
    """Return what a mention is in each group of filters."""
    place = found.place
    return {
        "country": country_group(place),
        "class": class_group(place),
        "kind": found.mention.kind,
        "cert": found.certainty,
        "focus": FOCUS if place is not None and place.id in focus_ids else "",
    }


def hidden_by(filters: Filters, found: Resolution, focus_ids: frozenset[str]) -> tuple[str, ...]:
    """Return the groups that do not let a mention through."""
    has = traits(found, focus_ids)
    return tuple(group for group, wanted in chosen(filters).items() if wanted and has[group] not in wanted)


def chosen(filters: Filters) -> Mapping[str, tuple[str, ...]]:
    """Return the pressed values of each group."""
    return {group: getattr(filters, field) for group, field in FIELDS.items()}


def press(filters: Filters, group: str, value: str) -> Filters:
    """Press or release a chip; a group or value that cannot be changes nothing."""
    field = FIELDS.get(group)
    if field is None or (group in SCALES and value not in tuple(SCALES[group])):
        return filters
    pressed = SCALES[group](value) if group in SCALES else value
    changed: dict[str, Any] = {field: toggle(getattr(filters, field), pressed)}
    return replace(filters, **changed)


def shows(filters: Filters, found: Resolution, focus_ids: frozenset[str] = frozenset()) -> bool:
    """Tell whether the filters let a mention through."""
    return not hidden_by(filters, found, focus_ids)


class Held:
    """The mentions of a story under some filters, put in order once: a page looks them up hundreds of times."""

    def __init__(self, story: GeoparsedArticle, filters: Filters) -> None:
        self._story, self._filters = story, filters
        focus_ids = story.focus_ids
        every = not any(chosen(filters).values())
        self.shown = tuple(found for found in story.resolutions if every or shows(filters, found, focus_ids))
        self.starts = [found.mention.start for found in self.shown]
        self.of_place: dict[str, list[Resolution]] = {}  # what counts for a place's marker
        for found in self.shown:
            if found.mention.kind in MARKER_KINDS and found.place is not None:
                self.of_place.setdefault(found.place.id, []).append(found)
        self.memo: dict[Any, Any] = {}  # what others derive from it
        self.excerpts: dict[int, Excerpt] = {}  # those that were asked for, by where their mentions begin

    @cached_property
    def at(self) -> Mapping[int, Resolution]:
        """The mentions by where they begin."""
        return dict(zip(self.starts, self.shown, strict=True))

    @cached_property
    def fingerprint(self) -> int:
        """A number that tells two stories of one text apart, as where the one is of its first part only."""
        return hash(
            tuple(
                (found.mention.start, found.mention.kind, found.place.id if found.place else "", found.score)
                for found in self.shown
            )
        )

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """The places that are named, by their English names."""
        return {found.place.name: found.place for found in self.shown if found.place is not None}

    @cached_property
    def demonyms(self) -> Mapping[str, int]:
        """How many nationality words count for each place id."""
        counts: dict[str, int] = {}
        for found in self.shown:
            if found.place is not None and found.mention.kind is MentionKind.DEMONYM:
                counts[found.place.id] = counts.get(found.place.id, 0) + 1
        return counts

    @cached_property
    def chip_counts(self) -> Mapping[str, Mapping[str, int]]:
        """The counts that `chip_counts` returns."""
        focus_ids, pressed = self._story.focus_ids, chosen(self._filters)
        named: dict[str, dict[str, int]] = {group: {} for group in FIELDS}
        left: dict[str, dict[str, int]] = {group: {} for group in FIELDS}
        for found in self._story.resolutions:
            has = traits(found, focus_ids)
            hidden = [group for group, wanted in pressed.items() if wanted and has[group] not in wanted]
            for group, value in has.items():
                named[group][value] = named[group].get(value, 0) + 1
                left[group][value] = left[group].get(value, 0) + (not hidden or hidden == [group])
        return {
            group: {value: left[group][value] for value in _in_order(group, counts)} for group, counts in named.items()
        }


def _in_order(group: str, counts: Mapping[str, int]) -> list[str]:
    """Return the values of a group as its chips stand: on its scale, or the most named first."""
    if group in SCALES:
        return [value for value in SCALES[group] if value in counts]
    return sorted(counts, key=lambda value: -counts[value])


def held(story: GeoparsedArticle, filters: Filters = NO_FILTERS) -> Held:
    """Return what a story holds under some filters; what is searched for hides no mention."""
    wanted = replace(filters, query="") if filters.query else filters
    return remember(story.memo, wanted, lambda: Held(story, wanted))


def remember(memo: dict[Any, Any], key: Hashable, make: Callable[[], T]) -> T:
    """Return what was made for a key before, else make it.

    What is derived from a story is kept with it, not beside it: a reader's own text must be gone with the visit.
    """
    made: T | None = memo.get(key)
    if made is None:
        if len(memo) >= MOST_REMEMBERED:
            memo.clear()
        made = memo[key] = make()
    return made


def shown(story: GeoparsedArticle, filters: Filters) -> tuple[Resolution, ...]:
    """Return the mentions that the text marks, in text order."""
    return held(story, filters).shown


def chip_counts(story: GeoparsedArticle, filters: Filters) -> Mapping[str, Mapping[str, int]]:
    """Return for each group each value that the story holds, most named first, with what its chip would leave marked.

    The other groups stay as they are; of its own group no other chip would be pressed.
    """
    return held(story, filters).chip_counts


def mapped(story: GeoparsedArticle, filters: Filters) -> tuple[Resolution, ...]:
    """Return the mentions that count for a marker, in text order."""
    return tuple(
        found for found in shown(story, filters) if found.mention.kind in MARKER_KINDS and found.place is not None
    )


def selected(story: GeoparsedArticle, selection: Selection) -> Resolution | None:
    """Return the selected mention, if the story holds it."""
    return held(story).at.get(selection.start) if selection.start is not None else None


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
    return tuple(held(story, filters).of_place.get(place_id, ())) if place_id is not None else ()


def step_in_text(story: GeoparsedArticle, selection: Selection, filters: Filters, by: int) -> Selection:
    """Move `by` marked mentions on in the text; the ends hold, and from nowhere the first or last one is taken."""
    target = _step(held(story, filters).starts, selection.start, by)
    return selection if target is None else select_mention(story, target)


def step_in_place(story: GeoparsedArticle, selection: Selection, filters: Filters, by: int) -> Selection:
    """Move `by` mentions of the selected place on; the ends hold."""
    starts = [found.mention.start for found in mentions_of(story, selection.place_id, filters)]
    target = _step(starts, selection.start, by)
    return selection if target is None else select_mention(story, target)


def keep_visible(story: GeoparsedArticle, selection: Selection, filters: Filters) -> Selection:
    """Return the selection, or nothing where the filters hide it."""
    found = selected(story, selection)
    return selection if found is not None and shows(filters, found, story.focus_ids) else NOTHING


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
