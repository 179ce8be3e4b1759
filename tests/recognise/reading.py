"""Read a sentence with the shipped names, and say briefly what was found."""

from functools import cache

from geo.gazetteer.index import open_gazetteer
from geo.languages import read_languages
from geo.models import Mention
from geo.recognise.recogniser import Recogniser
from geo.settings import Settings
from geo.weights import read_weights


@cache
def recogniser(lang: str) -> Recogniser:
    return Recogniser(read_languages()[lang], open_gazetteer(Settings().gazetteer), read_weights("recognition"))


def mentions(lang: str, text: str) -> tuple[Mention, ...]:
    found = recogniser(lang).recognise(text)
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
    return found


def spans(lang: str, text: str) -> str:
    """Return what was found as "Moscow=metonym, Iran=place"."""
    return ", ".join(f"{mention.text}={mention.kind}" for mention in mentions(lang, text))
