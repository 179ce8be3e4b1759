"""An excerpt as it is copied: plain text with its source, and the link back to it."""

import unicodedata

from geo.excerpts import Excerpt
from geo.models import Article, GeoparsedArticle
from geo.ui.link import NAMES, OWN, write_link
from geo.ui.selection import NO_FILTERS, Selection
from geo.ui.words import Words

_TURNING = frozenset({"R", "AL", "AN", "RLE", "LRE", "RLO", "LRO", "RLI", "LRI", "FSI", "PDF", "PDI"})


def quote(excerpt: Excerpt, article: Article, words: Words) -> str:
    """Return the sentence in quotation marks and, in the next line, outlet, headline and date, as far as they are known."""
    sentence = f"{'… ' * excerpt.cut_before}{_one_line(excerpt.text)}{' …' * excerpt.cut_after}"
    outlet = "" if article.id.startswith(OWN) else _isolate(_one_line(article.source or ""))
    title = _one_line(article.title or "")
    headline = _isolate(words.say("card.quoted", text=title)) if title else ""
    source = words["comma"].join(filter(None, (outlet, headline, _one_line(words.date(article.published) or ""))))
    return "\n".join(filter(None, (words.say("card.quoted", text=sentence), source)))


def link_back(story: GeoparsedArticle, selection: Selection) -> dict[str, str]:
    """Return the parameters of the address of one mention; none for an own text, which no address leads to."""
    if story.id.startswith(OWN):
        return {}
    return write_link(
        article=story.id,
        default_article="",
        story=story,
        selection=selection,
        filters=NO_FILTERS,
        names=NAMES[0],
        ui=None,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _isolate(text: str) -> str:
    """Return a text that turns nothing around beside it: an Arabic headline would draw the date behind it to its left."""
    directions = {unicodedata.bidirectional(letter) for letter in text}
    return text if directions.isdisjoint(_TURNING) else f"\u2068{text}\u2069"
