"""The road from a text to its places, and the public function."""

import inspect
import socket
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geo
from geo import Article, GeoparsedArticle, geoparse, geoparse_article
from geo.errors import GazetteerError
from geo.languages import read_languages
from geo.models import MentionKind, Point
from geo.pipeline import choose_language
from tests.anytext.rules import check_article
from tests.anytext.soup import FAMILIES, make_article
from tests.anytext.tedious import Tedious, tedious_texts
from tests.geocode.fakes import ListGeocoder, OnePlaceGeocoder

SENTENCE = "وصل الوفد الروسي إلى موسكو وباريس."


def test_the_door_names_what_a_stranger_may_import() -> None:
    assert all(hasattr(geo, name) for name in geo.__all__)
    assert set(geo.__all__) >= {"geoparse", "geoparse_article", "Article", "GeoparsedArticle"}


def test_the_signature_is_the_public_one() -> None:
    parameters = inspect.signature(geoparse).parameters
    assert list(parameters) == ["text", "id", "title", "lang", "source"]
    assert all(parameters[name].kind is inspect.Parameter.KEYWORD_ONLY for name in list(parameters)[1:])
    assert all(parameters[name].default is None for name in list(parameters)[1:])


def test_geoparse_returns_the_article_with_its_places() -> None:
    parsed = geoparse(SENTENCE, id="a", title="عنوان", source="وكالة")
    assert isinstance(parsed, GeoparsedArticle)
    assert (parsed.id, parsed.text, parsed.lang) == ("a", SENTENCE, "ar")
    assert parsed.article == Article(id="a", text=SENTENCE, title="عنوان", source="وكالة")
    assert [(r.mention.text, r.place.id if r.place else None) for r in parsed.resolutions] == [
        ("الروسي", "iso:RU"),
        ("موسكو", "gn:524901"),
        ("باريس", "gn:2988507"),
    ]
    assert {focus.place.id for focus in parsed.focus} <= {"gn:524901", "gn:2988507"}


def test_the_result_is_frozen() -> None:
    parsed = geoparse(SENTENCE)
    with pytest.raises(FrozenInstanceError):
        parsed.lang = "en"  # type: ignore[misc]


@pytest.mark.parametrize("text", ["", " \n", "؟!", "nothing here", "\u202e\u202e", "\x00"])
def test_a_text_without_places_is_an_answer(text: str) -> None:
    parsed = geoparse(text)
    assert (parsed.text, parsed.resolutions, parsed.focus) == (text, (), ())


@pytest.mark.parametrize(
    ("text", "lang", "used"),
    [
        pytest.param(SENTENCE, None, "ar", id="detected"),
        pytest.param(SENTENCE, "ar", "ar", id="given"),
        pytest.param(SENTENCE, "ar-EG", "ar", id="with a country"),
        pytest.param(SENTENCE, "AR", "ar", id="in capitals"),
        pytest.param(SENTENCE, "en", "en", id="what is given counts"),
        pytest.param(SENTENCE, "ku", "und", id="without rules"),
        pytest.param("They met in Paris.", None, "en", id="English"),
    ],
)
def test_the_language_used(text: str, lang: str | None, used: str) -> None:
    assert geoparse(text, lang=lang).lang == used


def test_a_language_without_rules_keeps_the_script() -> None:
    language = choose_language(Article(id="a", text="Скопје", lang="mk"))
    assert (language.code, language.script, language.cased) == ("und", "Cyrl", True)


# --- paragraphs in another language

QUOTE = "“We left Aleppo for Beirut and then for Cyprus.”"


def test_each_paragraph_is_read_in_its_own_language() -> None:
    text = f"{SENTENCE}\n\n{QUOTE}\n\n{SENTENCE}"
    parsed = geoparse(text)
    found = [(r.mention.text, r.mention.lang, r.place.id if r.place else None) for r in parsed.resolutions]
    arabic = [("الروسي", "ar", "iso:RU"), ("موسكو", "ar", "gn:524901"), ("باريس", "ar", "gn:2988507")]
    english = [("Aleppo", "en", "gn:170063"), ("Beirut", "en", "gn:276781"), ("Cyprus", "en", "iso:CY")]
    assert (parsed.lang, found) == ("ar", [*arabic, *english, *arabic])
    assert all(text[r.mention.start : r.mention.end] == r.mention.text for r in parsed.resolutions)


def test_mentions_of_one_language_are_what_they_are_without_the_other() -> None:
    alone = geoparse(f"{SENTENCE}\n\n{SENTENCE}").resolutions
    mixed = [r for r in geoparse(f"{SENTENCE}\n\n{QUOTE}\n\n{SENTENCE}").resolutions if r.mention.lang == "ar"]
    assert [(r.mention.text, r.mention.kind, r.mention.why) for r in mixed] == [
        (r.mention.text, r.mention.kind, r.mention.why) for r in alone
    ]


def test_the_geocoder_is_asked_in_the_language_of_the_paragraph() -> None:
    geocoder = OnePlaceGeocoder(10, 20)
    geoparse_article(Article(id="a", text=f"{SENTENCE}\n\n{QUOTE}"), geocoder=geocoder)
    assert {("موسكو", "ar"), ("aleppo", "en")} <= set(geocoder.asked)


def test_places_of_all_paragraphs_are_weighed_together() -> None:
    french = "Les pluies ont touché le Liban, et surtout le nord du pays, a dit le ministre."
    english = "“The road to Tripoli is closed and we do not know when it will be open again,” he said."

    def lebanese(text: str) -> float:
        tripoli = geoparse(text).resolutions[-1]
        assert (tripoli.mention.text, tripoli.mention.lang) == ("Tripoli", "en")
        return max(c.score for c in tripoli.candidates if c.place.country_code == "LB")

    assert lebanese(f"{french}\n\n{english}") > 2 * lebanese(english)


def test_passages_tell_the_language_of_each_paragraph() -> None:
    text = f"{SENTENCE}\n\n{QUOTE}\n\n{SENTENCE}"
    passages = geoparse(text).passages
    assert [passage.lang for passage in passages] == ["ar", "en", "ar"]
    assert "".join(text[passage.start : passage.end] for passage in passages) == text
    assert text[passages[1].start : passages[1].end].strip() == QUOTE
    assert geoparse(SENTENCE).passages == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SENTENCE * 400, id="one language"),
        pytest.param(f"{SENTENCE}\n\n{QUOTE}\n\n" * 200, id="two languages"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_hook_hears_how_far_the_reading_is_and_changes_nothing(text: str) -> None:
    heard: list[float] = []
    article = Article(id="a", text=text)
    assert geoparse_article(article, hook=heard.append) == geoparse_article(article)
    assert heard == sorted(heard)
    assert all(0 <= share <= 1 for share in heard)
    assert len(heard) > 20 or not text


def test_a_hook_that_raises_ends_the_reading() -> None:
    class EnoughError(Exception):
        pass

    def stop(share: float) -> None:
        if share > 0.3:
            raise EnoughError

    with pytest.raises(EnoughError):
        geoparse_article(Article(id="a", text=SENTENCE * 400), hook=stop)


def test_the_language_that_is_given_counts_in_its_script_only() -> None:
    mentions = [r.mention for r in geoparse(f"{SENTENCE}\n\n{QUOTE}", lang="fr").resolutions]
    assert {mention.lang for mention in mentions} == {"ar", "fr"}


# --- another geocoder


def test_another_geocoder_moves_the_markers() -> None:
    geocoder = OnePlaceGeocoder(10, 20)
    parsed = geoparse_article(Article(id="a", text=SENTENCE), geocoder=geocoder)
    places = [resolution.place for resolution in parsed.resolutions]
    assert [place.point for place in places if place] == [Point(lat=10, lon=20)] * 3
    assert ("موسكو", "ar") in geocoder.asked


def test_a_geocoder_that_knows_one_name_leaves_the_others_unresolved() -> None:
    geocoder = ListGeocoder({"باريس": [("Paris, France", 48.9, 2.4)]})
    parsed = geoparse_article(Article(id="a", text=SENTENCE), geocoder=geocoder)
    assert [(r.mention.text, r.place and r.place.point, r.score is None) for r in parsed.resolutions] == [
        ("الروسي", None, True),
        ("موسكو", None, True),
        ("باريس", Point(lat=48.9, lon=2.4), False),
    ]
    assert [focus.place.name for focus in parsed.focus] == ["Paris"]


def test_a_geocoder_that_knows_nothing() -> None:
    parsed = geoparse_article(Article(id="a", text=SENTENCE), geocoder=ListGeocoder({}))
    assert [resolution.place for resolution in parsed.resolutions] == [None, None, None]
    assert parsed.focus == ()


def test_another_geocoder_does_not_stay() -> None:
    geoparse_article(Article(id="a", text=SENTENCE), geocoder=OnePlaceGeocoder(10, 20))
    assert [r.place.id for r in geoparse(SENTENCE).resolutions if r.place][1] == "gn:524901"


def test_a_geocoder_finds_nothing_that_was_not_recognised() -> None:
    geocoder = OnePlaceGeocoder(10, 20)
    assert geoparse_article(Article(id="a", text="لا شيء هنا"), geocoder=geocoder).resolutions == ()
    assert geocoder.asked == []


# --- the whole


def test_a_missing_index_is_one_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATELINE_GAZETTEER", str(tmp_path / "none.dgz"))
    with pytest.raises(GazetteerError, match=r"none\.dgz"):
        geoparse(SENTENCE)


def test_no_socket_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    assert len(geoparse(SENTENCE).resolutions) == 3


def test_a_right_to_left_override_changes_nothing() -> None:
    text = "وصل الوفد إلى \u202eموسكو\u202c ثم \u2067باريس\u2069."
    assert [(r.mention.text, r.place.id if r.place else None) for r in geoparse(text).resolutions] == [
        ("موسكو", "gn:524901"),
        ("باريس", "gn:2988507"),
    ]


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80), st.sampled_from([None, "ar", "en", "ru", "", "x-y-z", "ar_EG"]))
def test_any_text_in_any_language(text: str, lang: str | None) -> None:
    parsed = geoparse(text, lang=lang)
    assert parsed == geoparse(text, lang=lang)
    position = 0
    for resolution in parsed.resolutions:
        mention = resolution.mention
        assert position <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.kind in MentionKind
        assert (resolution.place is None) == (resolution.score is None)
        position = mention.end


@pytest.mark.parametrize("family", FAMILIES)
def test_any_article(family: str) -> None:
    for seed in range(50):
        article = make_article(family, seed)
        try:
            check_article(article, geoparse_article)
        except Exception as error:
            error.add_note(f"seed {seed}: {article!a}; `benchmarks/any_text.py` makes it shorter")
            raise


@pytest.mark.parametrize("tedious", tedious_texts(), ids=lambda tedious: tedious.name)
def test_a_tedious_text_is_read(tedious: Tedious) -> None:
    check_article(Article(id="a", text=tedious.text(tedious.share)), geoparse_article)


@pytest.mark.parametrize("lang", [*read_languages(), "und"])
def test_rules_of_every_language_end_soon(lang: str) -> None:
    text = "\n\n".join(tedious.text(0.0005) for tedious in tedious_texts() if tedious.times > 1)
    check_article(Article(id="a", text=text, lang=lang), geoparse_article)


def test_a_long_article_is_read() -> None:
    text = f"{SENTENCE}\n" * 2_000
    parsed = geoparse(text)
    assert len(parsed.resolutions) == 3 * 2_000
    assert parsed.resolutions[-1].mention.start > len(text) - len(SENTENCE) - 2
