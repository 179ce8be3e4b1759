"""What the page tells those who hear it or turn it by keys: its landmarks, its keys, and each selection in a sentence."""

from typing import Any

from geo.models import MentionKind, Resolution
from geo.ui.places import name_in
from geo.ui.words import Words

Data = dict[str, Any]
LANDMARKS = (  # key of a container, its role, the key of its name
    ("top", "navigation", "landmark.top"),
    ("about", "status", ""),
    ("notices", "status", ""),
    ("filters", "region", "landmark.filters"),
    ("text", "region", "panel.text"),
    ("card", "complementary", "landmark.card"),
    ("table_panel", "region", "panel.places"),
    ("data", "region", "about.title"),
)
KEYS = (  # what the help says, and the keys' own names
    ("search", ("/",)),
    ("step", ("J", "K")),
    ("fly", ("Enter",)),
    ("map", ("M",)),
    ("table", ("T",)),
    ("within", ("←", "→")),
    ("rows", ("↑", "↓")),
    ("zoom", ("+", "−")),
    ("escape", ("Esc",)),
    ("help", ("?",)),
)


def page_data(words: Words) -> Data:
    """Return language, direction and landmarks for `direction.js`."""
    landmarks = [
        {"container": container, "role": role, "label": words[key] if key else ""} for container, role, key in LANDMARKS
    ]
    return {
        "lang": words.language,
        "dir": words.direction,
        "landmarks": landmarks,
        "skip": words["landmark.skip"],
        "menu": words["landmark.menu"],
    }


def help_data(words: Words) -> Data:
    """Return the keys for `help.js`."""
    keys = [
        {"keys": [words.get(f"key.{key}", key) for key in names], "does": words[f"help.{name}"]} for name, names in KEYS
    ]
    return {
        "title": words["help.title"],
        "close": words["card.close"],
        "keys": keys,
        "note": words["help.note"],
        "single": words["help.single"],
    }


def spoken(found: Resolution, what: str, position: int, count: int, words: Words) -> str:
    """Return a selection in one sentence of the interface's language, for a screen reader.

    Parameters
    ----------
    what
        what the mention or its place is, as the card says it
    position, count
        of the mention among those of its place; said where there is more than one
    """
    name = name_in(found.place, words.language).text if found.place is not None and position else found.mention.text
    certainty = words[f"certainty.{found.certainty}"].lower() if found.place is not None else ""
    place = (
        words.say("card.mention_of", i=words.number(position), n=words.number(count)) if position and count > 1 else ""
    )
    stands = words["kind_is.metonym"] if found.mention.kind is MentionKind.METONYM else ""
    said = (name, what.replace(words["dot"], words["comma"]), stands, certainty, place)
    return words["comma"].join(part for part in said if part) + "."
