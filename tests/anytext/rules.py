"""What must hold for any text at all."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from geo import tables
from geo.export import to_geojson, to_record
from geo.models import Article, Candidate, GeoparsedArticle, Mention, MentionKind, Resolution

Read = Callable[[Article], GeoparsedArticle]


def check_article(article: Article, read: Read, read_again: Read | None = None) -> GeoparsedArticle:
    """Read an article twice, and assert what must hold whatever is in it; return what was read."""
    parsed = read(article)
    assert parsed.article == article
    assert parsed == (read_again or read)(article)
    check_mentions(article.text, [resolution.mention for resolution in parsed.resolutions])
    for resolution in parsed.resolutions:
        check_resolution(resolution)
    check_focus(parsed)
    check_exports(parsed)
    return parsed


def check_mentions(text: str, mentions: Sequence[Mention]) -> None:
    """Assert that mentions lie in a text, in order, without overlaps."""
    position = 0
    for mention in mentions:
        assert position <= mention.start < mention.end <= len(text), f"{mention} of {len(text)} from {position}"
        assert text[mention.start : mention.end] == mention.text
        assert mention.kind in MentionKind
        assert mention.toponym
        assert mention.toponym.startswith("iso:") == (mention.kind is MentionKind.DEMONYM)
        position = mention.end


def check_resolution(resolution: Resolution) -> None:
    """Assert that scores are probabilities and that the first candidate is the place."""
    scores = [candidate.score for candidate in resolution.candidates]
    assert all(0 <= score <= 1 for score in scores), scores
    assert sum(scores) <= 1 + 0.001 * len(scores), scores  # each is rounded
    assert scores == sorted(scores, reverse=True)
    assert (resolution.place is None) == (resolution.score is None)
    if resolution.place is not None and resolution.score is not None:
        assert resolution.candidates[0] == Candidate(place=resolution.place, score=resolution.score)


def check_focus(parsed: GeoparsedArticle) -> None:
    """Assert that a story is about places that it names."""
    assert len(parsed.focus) <= 3
    assert all(0 <= focus.score <= 1 for focus in parsed.focus)
    assert {focus.place.id for focus in parsed.focus} <= {one.place.id for one in parsed.resolutions if one.place}


def check_exports(parsed: GeoparsedArticle) -> None:
    """Assert that every export can be written, and read by others."""
    record = _written(to_record(parsed))
    spans = [(mention["start"], mention["end"]) for mention in record["mentions"]]
    assert spans == [(resolution.mention.start, resolution.mention.end) for resolution in parsed.resolutions]
    for feature in _written(to_geojson(parsed))["features"]:
        assert all(mention["text"] in mention["excerpt"] for mention in feature["properties"]["mentions"])
    assert len(tables.mentions(parsed).split("\n")) >= len(parsed.resolutions)


def _written(record: object) -> Any:
    """Return a record as it comes out of its bytes; halves of surrogate pairs are written as JSON's escapes."""
    return json.loads(json.dumps(record, ensure_ascii=False, allow_nan=False).encode("utf-8", "backslashreplace"))
