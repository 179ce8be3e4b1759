"""The dashboard over stories that want to break it: hostile text everywhere, one that fails, one that takes its time."""

import time

import streamlit as st

import geo.articles
import geo.pipeline
from geo.articles import Library
from geo.errors import GazetteerError
from geo.models import Article, Focus, GeoparsedArticle, MentionKind, Point, Reason
from geo.web import exception_handlers, middleware, routes
from tests.browser.hostile.payloads import PAYLOADS, TEXT
from tests.browser.server import ROOT
from tests.builders import make_geoparsed, make_place, make_resolution, make_status

WAIT_S = 1.5

ARTICLES = (
    Article(
        id="hostile", text=TEXT, title=" ".join(PAYLOADS), lang="en", source=" ".join(PAYLOADS), published="<b>2020</b>"
    ),
    Article(id="failing", text="A story that fails.", title="Failing", lang="en"),
    Article(id="slow", text="A slow story about Homs.", title="Slow", lang="en"),
    Article(id="bare", text="Nothing here has a place on a map.", title="Bare", lang="en"),
)


def hostile_story(article: Article) -> GeoparsedArticle:
    """Return a story in which every payload is a place's name, its status and a reason."""
    found = []
    for number, payload in enumerate(PAYLOADS):
        shown = " ".join(payload.split())
        place = make_place(
            payload,
            id=f"gn:{number}",
            names={"en": payload, "ar": f"عربي {payload}"},
            point=Point(lat=30 + number, lon=30 + 2 * number),
            country_code=None,
            status=make_status(note={"en": payload}, source=payload, since=payload, checked=payload),
        )
        reason = Reason(code="known_name", values={"name": payload})
        if payload == shown and payload in article.text:
            found.append(make_resolution(article.text, 0, payload, place, why=(reason,), kind=MentionKind.PLACE))
    focus = tuple(Focus(place=each.place, score=0.3) for each in found[:3] if each.place is not None)
    return make_geoparsed(article.text, tuple(found), article=article, focus=focus)


def fake_geoparse(article: Article, **_: object) -> GeoparsedArticle:
    if article.id == "failing":
        raise GazetteerError("cannot read the index /x/<b>places</b>.dgz: it is truncated; build it again")
    if article.id == "slow":
        time.sleep(WAIT_S)
        return make_geoparsed(article.text, (make_resolution(article.text, 0, "Homs", make_place()),), article=article)
    return make_geoparsed(article.text, article=article) if article.id == "bare" else hostile_story(article)


geo.pipeline.geoparse_article = fake_geoparse
geo.articles.read_library = lambda: Library(articles=ARTICLES)  # type: ignore[assignment,misc]

app = st.App(
    ROOT / "geo" / "ui" / "page.py",
    routes=routes("", lambda _: None, dict),
    middleware=middleware(),
    exception_handlers=exception_handlers(),
)
