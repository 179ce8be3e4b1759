"""The stories that ship with Dateline, and the reading of others."""

from geo.articles.library import Library, read_library
from geo.articles.texts import MAX_BYTES, content_key, decode_text, own_article, read_text

__all__ = ["MAX_BYTES", "Library", "content_key", "decode_text", "own_article", "read_library", "read_text"]
