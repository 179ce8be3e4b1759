"""A reader's own texts: what is kept, changed, refused and taken away."""

import pytest

from geo.articles import MAX_BYTES, content_key
from geo.errors import ArticleError
from geo.ui import own
from geo.ui.own import Shelf, add, change_direction, change_language, keys_of, remove, take_back
from geo.ui.words import LANGUAGES, read_words

TEXT = "The delegation flew to Aleppo."


def shelf_of(*texts: str) -> Shelf:
    shelf = Shelf()
    for text in texts:
        shelf, _ = add(shelf, text, title="", lang=None)
    return shelf


def ids(shelf: Shelf) -> list[str]:
    return [kept.article.id for kept in shelf.texts]


def test_texts_are_kept_in_order_and_numbers_are_given_once() -> None:
    shelf = remove(shelf_of("One.", "Two."), "own-2")
    shelf, added = add(shelf, "Three.", title=" T ", lang="fr")
    assert (ids(shelf), added) == (["own-1", "own-3"], "own-3")
    kept = shelf.find("own-3")
    assert kept is not None
    assert (kept.article.title, kept.article.lang) == ("T", "fr")
    assert shelf.find("own-2") is None


def test_a_text_that_is_here_already_is_not_kept_twice() -> None:
    shelf, again = add(shelf_of(TEXT, "Two."), TEXT, title="Named now", lang=None)
    assert (again, ids(shelf), shelf.added) == ("own-1", ["own-1", "own-2"], 2)
    kept = shelf.find("own-1")
    assert kept is not None
    assert kept.article.title == "Named now"


def test_a_changed_language_can_be_taken_back_and_asks_for_another_reading() -> None:
    shelf = shelf_of(TEXT)
    changed = change_language(shelf, "own-1", "de")
    first, second = shelf.texts[0].article, changed.texts[0].article
    assert (second.lang, content_key(first) != content_key(second)) == ("de", True)
    assert keys_of(changed) == {content_key(first), content_key(second)}
    assert take_back(changed, "own-1") == shelf
    assert take_back(shelf, "own-1") == shelf
    assert change_language(shelf, "own-1", None) is shelf
    assert change_language(shelf, "karabakh", "de") is shelf


def test_a_direction_is_one_of_three() -> None:
    shelf = shelf_of(TEXT)
    assert change_direction(shelf, "own-1", "rtl").direction_of("own-1") == "rtl"
    assert change_direction(shelf, "own-1", "up").direction_of("own-1") == ""
    assert shelf.direction_of("karabakh") == ""


def test_there_is_room_for_so_many_texts() -> None:
    shelf = shelf_of(*(f"Text {n}." for n in range(own.MOST_TEXTS)))
    with pytest.raises(ArticleError, match=f"there are {own.MOST_TEXTS} texts of yours"):
        add(shelf, TEXT, title="", lang=None)
    assert add(shelf, "Text 3.", title="", lang=None)[1] == "own-4"


def test_there_is_room_for_so_many_letters() -> None:
    full = shelf_of(*(str(n) + " word" * (MAX_BYTES // 5 - 1) for n in range(5)))
    with pytest.raises(ArticleError, match="25 MB; remove one"):
        add(full, TEXT * 10, title="", lang=None)


@pytest.mark.parametrize("text", ["", " \n", "\0\0", "%PDF-1.4", "a" * (MAX_BYTES + 1)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_why_a_text_is_refused(text: str, language: str) -> None:
    with pytest.raises(ArticleError) as caught:
        add(Shelf(), text, title="", lang=None)
    said = read_words(language).refusal(caught.value)
    assert "{" not in said
    assert said[0].isupper() or not said[0].isascii()
    assert (said.lower() == str(caught.value).lower()) == (language == "en")
