"""A reader's own texts, as one value: what is kept of them in a visit, and how each action changes it. Pure: no Streamlit here."""

from dataclasses import dataclass, replace

from geo.articles import content_key, megabytes, own_article, refusal, size_of
from geo.models import Article

MOST_TEXTS = 20
MOST_BYTES = 25 * 1024 * 1024  # of all texts of a visit together
DIRECTIONS = ("", "ltr", "rtl")  # "": the one in which its language is written


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """One text, and how the reader wants to have it shown."""

    article: Article  # its `lang` is the language that the reader chose, None: detect
    direction: str = ""
    former: Article | None = None  # what it was before its language was changed
    packed: str | None = None  # the letters of the link that brought it


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The texts of one visit, the oldest first."""

    texts: tuple[OwnText, ...] = ()
    added: int = 0  # ever: no number is given twice

    def find(self, article_id: str) -> OwnText | None:
        """Return the text of an id, if it is here."""
        return next((own for own in self.texts if own.article.id == article_id), None)

    def direction_of(self, article_id: str) -> str:
        """Return the direction that the reader chose for a text; "" where none was chosen, as for the stories of others."""
        own = self.find(article_id)
        return own.direction if own is not None else ""


def add(shelf: Shelf, text: str, *, title: str, lang: str | None, packed: str | None = None) -> tuple[Shelf, str]:
    """Return the shelf with a text, and the text's id; one that is here already stays where it is, with what was said of it.

    Raises
    ------
    ArticleError
        If it cannot be read, or there is no room for it.
    """
    article = own_article(text, number=shelf.added + 1, title=title, lang=lang)
    same = next((own.article for own in shelf.texts if own.article.text == text), None)
    if same is not None:
        again = replace(same, title=article.title or same.title, lang=lang or same.lang)
        return _with(shelf, same.id, article=again, **({"packed": packed} if packed else {})), same.id
    if len(shelf.texts) >= MOST_TEXTS:
        raise refusal("own_many", most=MOST_TEXTS)
    whole = size_of(text) + size(shelf)
    if whole > MOST_BYTES:
        raise refusal("own_full", size=megabytes(whole), most=megabytes(MOST_BYTES))
    return Shelf(texts=(*shelf.texts, OwnText(article=article, packed=packed)), added=shelf.added + 1), article.id


def size(shelf: Shelf) -> int:
    """Return how many bytes the texts have together."""
    return sum(size_of(own.article.text) for own in shelf.texts)


def remove(shelf: Shelf, article_id: str) -> Shelf:
    """Return the shelf without a text."""
    return replace(shelf, texts=tuple(own for own in shelf.texts if own.article.id != article_id))


def change_language(shelf: Shelf, article_id: str, lang: str | None) -> Shelf:
    """Let a text be read in a language, None: detect it."""
    own = shelf.find(article_id)
    if own is None or own.article.lang == lang:
        return shelf
    return _with(shelf, article_id, article=replace(own.article, lang=lang), former=own.article)


def take_back(shelf: Shelf, article_id: str) -> Shelf:
    """Undo the last change of a text's language, where there was one."""
    own = shelf.find(article_id)
    return shelf if own is None or own.former is None else _with(shelf, article_id, article=own.former, former=None)


def change_direction(shelf: Shelf, article_id: str, direction: str) -> Shelf:
    """Let a text be shown in a direction of `DIRECTIONS`; anything else changes nothing."""
    return _with(shelf, article_id, direction=direction) if direction in DIRECTIONS else shelf


def keys_of(shelf: Shelf) -> frozenset[str]:
    """Return the keys of the contents that may be asked for."""
    articles = (article for own in shelf.texts for article in (own.article, own.former) if article is not None)
    return frozenset(map(content_key, articles))


def _with(shelf: Shelf, article_id: str, **changes: object) -> Shelf:
    return replace(
        shelf,
        texts=tuple(
            replace(own, **changes) if own.article.id == article_id else own  # type: ignore[arg-type]
            for own in shelf.texts
        ),
    )
