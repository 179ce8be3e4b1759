"""English words for the reasons that a resolution carries."""

from geo.models import Reason

WORDS = {
    "country": "name of a country",
    "curated": "curated name",
    "known_name": "known name: {name}",
    "only_match": "the only place of this name in the gazetteer",
    "most_important": "best known of {count} places of this name",
    "runner_up": "runner-up: {name}",
    "trigger": "called “{word}” in the text",
    "preposition": "after “{word}”",
    "postposition": "before “{word}”",
    "dateline": "it opens the report, before the agency or the dash",
    "too_unsure": "no place of this name fits; the least unlikely is {name}",
    "unknown": "the gazetteer does not know it",
    "capital": "capital of a country",
    "co_country": "{country} is named in the same text",
    "listed": "in one list with other places",
    "same_region": "other places of the text are in the same country",
    "holds": "other places of the text lie in it",
    "sibling": "the text names other divisions of the same country",
    "nearby": "another place of the text lies near it",
    "at_container": "shown at {container}, which the text names beside it",
    "contained": "“{container}” stands beside it",
    "named_again": "also named elsewhere in the text ({count}×)",
    "saying_verb": "“{word}” makes it speak for a government",
    "stance": "“{word}” is a government's",
    "institution": "an institution that stands for a government",
    "nationality": "nationality word for {country}",
    "inside_name": "part of a longer name after “{word}”",
    "quoted_name": "in quotes alone: the name of a team, a company or a work",
    "disputed": "disputed: shown under its own name, in no country",
}


def in_words(reason: Reason) -> str:
    """Return a reason as an English phrase."""
    return WORDS[reason.code].format_map(reason.values)
