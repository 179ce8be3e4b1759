"""The news of our own in each language: how they are read, and that Dateline still finds most of their places."""

from pathlib import Path

import pytest

from benchmarks.news import Marked, errors, exact_rates, found_spans, languages, read_news
from geo import geoparse_article
from geo.languages import read_languages
from geo.models import MARKER_KINDS, MentionKind

LEAST_F1 = 0.7  # a floor that catches a broken rule; quality is measured in benchmarks/


def test_every_language_with_rules_has_news() -> None:
    assert set(languages()) == set(read_languages())


@pytest.mark.parametrize("lang", languages())
def test_most_places_of_the_news_are_found(lang: str) -> None:
    reports = read_news(lang)
    assert {report.half for report in reports} == {"open", "held"}
    found = exact_rates(
        (one.spans(MARKER_KINDS), found_spans(geoparse_article(one.article), MARKER_KINDS)) for one in reports
    )
    assert found is not None
    assert found.f1 >= LEAST_F1


def test_marks_are_taken_out_and_remembered(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text("== a | Head\n[m:Paris] and [Brest=gn:1] met.\n\n== b | Next\nNo name.\n")
    first, second = read_news("en", tmp_path)
    assert (first.article.text, first.article.title, first.half) == ("Paris and Brest met.", "Head", "open")
    assert first.names == (
        Marked(start=0, end=5, kind=MentionKind.METONYM, place=None),
        Marked(start=10, end=15, kind=MentionKind.PLACE, place="gn:1"),
    )
    assert (second.article.text, second.names, second.half) == ("No name.", (), "held")


def test_a_mistake_is_told_in_the_words_of_the_report(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text("== a | \nThey met in [Xyzzy] and in Cairo.\n")
    (report,) = read_news("en", tmp_path)
    told = list(errors(report, geoparse_article(report.article)))
    assert told == [
        "a missed place: They met in [Xyzzy] and in Cairo.",
        "a made up place: They met in Xyzzy and in [Cairo].",
    ]
