"""What a story is about, in one sentence, and where it comes from, in one line."""

from geo.models import Article, GeoparsedArticle
from geo.ui.places import PlaceRow, name_in
from geo.ui.words import Words

OTHERS_NAMED = 2  # places that the sentence names beside the focus
OTHERS_SPELLED_OUT = 3  # "and 1 more place" is longer than the place


def about_sentence(story: GeoparsedArticle, rows: tuple[PlaceRow, ...], words: Words) -> str:
    """Return the headline sentence; `rows` are the unfiltered places, most named first."""
    if not rows:
        return words["story.only_words" if story.resolutions else "story.nothing"]
    focus_ids = {focus.place.id for focus in story.focus}
    others = [name_in(row.place, words.language).text for row in rows if row.place.id not in focus_ids]
    if len(others) > OTHERS_SPELLED_OUT:
        others = [*others[:OTHERS_NAMED], words.count("story.more", len(others) - OTHERS_NAMED)]
    if not story.focus:
        return words.say("story.names_only", others=words.listed(others))
    focus = words.listed([name_in(focus.place, words.language).text for focus in story.focus])
    if not others:
        return words.say("story.about", focus=focus)
    return words.say("story.about_also", focus=focus, others=words.listed(others))


def language_note(story: GeoparsedArticle, words: Words) -> str:
    """Return what to know where a story was read without rules of its language; "" where it was not."""
    return words["story.no_rules"] if story.by_script_alone else ""


def title_of(article: Article, words: Words) -> str:
    """Return the headline, or what stands for it in the list of stories."""
    own = words.say("paste.untitled", n=words.digits(article.id.removeprefix("own-")))
    return article.title or (own if article.id.startswith("own-") else article.id)


def source_line(article: Article, language: str | None, words: Words) -> str:
    """Return outlet, date and language, as far as they are known."""
    named = words.get(f"language.{language.split('-')[0]}", language) if language is not None else None
    outlet = article.source or (words["story.own_outlet"] if article.id.startswith("own-") else "")
    return words.joined((outlet, words.date(article.published), named))


def counts_line(story: GeoparsedArticle, rows: tuple[PlaceRow, ...], words: Words) -> str:
    """Return how many mentions of how many places the story holds."""
    return words.joined((words.count("story.mentions", len(story.resolutions)), words.count("story.places", len(rows))))
