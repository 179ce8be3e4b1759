"""What a host may set, and what is said of values that cannot be used."""

from pathlib import Path

import pytest

from geo.settings import Settings, check_settings, read_settings


def test_nothing_has_to_be_set() -> None:
    assert read_settings({}) == Settings()
    assert check_settings({"HOME": "/x", "DATELINE_LOG": " ", "DATELINE_EMBED_ORIGINS": ""}).problems == ()


def test_paths_are_taken_as_they_are() -> None:
    settings = read_settings({"DATELINE_GAZETTEER": " /a/b.dgz ", "DATELINE_PLACES": "own"})
    assert (settings.gazetteer, settings.places) == (Path("/a/b.dgz"), Path("own"))


@pytest.mark.parametrize(
    ("given", "origins"),
    [
        pytest.param("https://example.org", ("https://example.org",), id="one"),
        pytest.param(
            "https://a.example,http://127.0.0.1:9000", ("https://a.example", "http://127.0.0.1:9000"), id="comma"
        ),
        pytest.param(
            " https://a.example \n https://b.example ", ("https://a.example", "https://b.example"), id="blanks"
        ),
        pytest.param("https://*.example.org", ("https://*.example.org",), id="all below a domain"),
        pytest.param("HTTPS://News.Example/", ("https://news.example",), id="capitals and a slash"),
        pytest.param("https://a.example https://a.example", ("https://a.example",), id="twice"),
        pytest.param("http://localhost:3000", ("http://localhost:3000",), id="one label"),
        pytest.param(
            "https://xn--e1afmkfd.xn--p1ai",
            ("https://xn--e1afmkfd.xn--p1ai",),
            id="another script, as browsers write it",
        ),
    ],
)
def test_origins_that_may_embed(given: str, origins: tuple[str, ...]) -> None:
    read = check_settings({"DATELINE_EMBED_ORIGINS": given})
    assert (read.settings.embed_origins, read.problems) == (origins, ())


@pytest.mark.parametrize(
    "bad",
    [
        "*",
        "https://*",
        "https://*.org",
        "https://a.*.example",
        "example.org",
        "ftp://example.org",
        "https:",
        "https://example.org/page",
        "https://example.org;script-src",
        "'unsafe-inline'",
        "https://[::1]:80",
        "https://пример.рф",
        "https://-a.example",
        "https://a..example",
        "https://a.example:port",
        "https://user@a.example",
    ],
)
def test_an_origin_that_is_none_is_left_out_and_named_once(bad: str) -> None:
    read = check_settings({"DATELINE_EMBED_ORIGINS": f"https://a.example {bad}"})
    assert read.settings.embed_origins == ("https://a.example",)
    assert len(read.problems) == 1
    assert read.problems[0].startswith("DATELINE_EMBED_ORIGINS names ")


@pytest.mark.parametrize(("given", "form"), [("json", "json"), ("JSON", "json"), ("text", "text"), ("xml", "text")])
def test_the_form_of_the_log(given: str, form: str) -> None:
    read = check_settings({"DATELINE_LOG": given})
    assert read.settings.log == form
    assert bool(read.problems) == (given == "xml")


def test_a_misspelled_setting_is_named_with_what_was_meant() -> None:
    read = check_settings({"DATELINE_EMBED_ORIGIN": "https://a.example", "DATELINE_XYZZY": "1"})
    assert "did you mean DATELINE_EMBED_ORIGINS?" in read.problems[0]
    assert "DATELINE_GAZETTEER" in read.problems[1]
    assert read.settings == Settings()


def test_a_bad_value_of_any_length_gives_a_short_sentence() -> None:
    read = check_settings({"DATELINE_LOG": "x" * 1_000_000, "DATELINE_EMBED_ORIGINS": "y" * 1_000_000})
    assert all(len(problem) < 300 for problem in read.problems)
