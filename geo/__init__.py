"""Dateline reads the news onto a map: `geoparse(text)` returns the places that a text mentions."""

from geo.models import Article, GeoparsedArticle, Mention, MentionKind, Place, Resolution
from geo.pipeline import geoparse, geoparse_article

__all__ = [
    "Article",
    "GeoparsedArticle",
    "Mention",
    "MentionKind",
    "Place",
    "Resolution",
    "geoparse",
    "geoparse_article",
]
