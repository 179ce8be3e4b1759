"""The stories that ship with Dateline, and the reading of others."""

from geo.articles.library import Library, read_library
from geo.articles.sentences import megabytes, refusal
from geo.articles.texts import (
    MAX_BYTES,
    content_key,
    decode_text,
    own_article,
    read_text,
    size_of,
    uploaded_text,
)

__all__ = [
    "MAX_BYTES",
    "Library",
    "content_key",
    "decode_text",
    "megabytes",
    "own_article",
    "read_library",
    "read_text",
    "refusal",
    "size_of",
    "uploaded_text",
]
