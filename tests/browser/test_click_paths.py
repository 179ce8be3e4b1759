"""Each way through the page, as a reader goes it, in an interface from left to right and in one from right to left."""

import pytest
from playwright.sync_api import expect

from geo.ui.words import Words, read_words
from tests.browser.conftest import OpenTab
from tests.browser.reader import Reader

LANGUAGES = ("en", "ar")
OWN = "Trucks left Aleppo for Baghdad before dawn, and two of them came back to Aleppo."


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    return read_words(request.param)


def opened(tab: OpenTab, words: Words, search: str = "") -> Reader:
    reader = tab().open(f"?ui={words.language}{search}")
    expect(reader.page.locator("html")).to_have_attribute("dir", words.direction)
    return reader


def expect_card(reader: Reader, name: str, place_id: str) -> None:
    """Wait until text, card, table and address all show one place as the selected one."""
    expect(reader.card.locator("h3")).to_contain_text(name)
    expect(reader.chosen).to_have_count(1)
    expect(reader.page.locator('tr[aria-selected="true"]')).to_contain_text(name)
    reader.expect_parameter("p", place_id)


def iran(words: Words) -> str:
    return {"en": "Iran", "ar": "إيران"}[words.language]


def test_opening_the_page_maps_the_story(tab: OpenTab, words: Words) -> None:
    reader = opened(tab, words)
    for place_id in ("gn:524901", "dl:nagorno-karabakh", "iso:AZ", "iso:AM", "iso:IR"):
        assert reader.map("map.pixelOf(argument)", place_id) is not None
    reader.clean()


def test_a_marker_shows_its_card_and_the_text_goes_there(tab: OpenTab, words: Words) -> None:
    reader = opened(tab, words)
    reader.click_marker("iso:IR")
    expect_card(reader, iran(words), "iso:IR")
    expect(reader.chosen).to_be_in_viewport()
    reader.clean()


def test_a_mention_flies_there_again_after_a_pan(tab: OpenTab, words: Words) -> None:
    reader = opened(tab, words)
    reader.mention("إيران").click()
    expect_card(reader, iran(words), "iso:IR")
    reader.still()
    there = reader.map("map.center()")
    reader.pan()
    reader.mention("إيران").click()
    reader.page.wait_for_timeout(300)
    reader.still()
    assert reader.map("map.center()")["lat"] == pytest.approx(there["lat"], abs=0.5)
    reader.clean()


def test_an_own_text_is_mapped(tab: OpenTab, words: Words) -> None:
    reader = opened(tab, words)
    reader.page.get_by_role("button", name=words["top.paste"]).click()
    dialog = reader.page.get_by_role("dialog")
    dialog.get_by_role("textbox", name=words["paste.text"], exact=True).fill(OWN)
    dialog.get_by_role("button", name=words["paste.go"]).click()
    expect(reader.article).to_contain_text(OWN)
    reader.mention("Baghdad").click()
    expect(reader.excerpt).to_have_text("Baghdad")
    assert "Aleppo" not in reader.page.url
    reader.clean()


def test_a_row_of_the_table_is_its_marker(tab: OpenTab, words: Words) -> None:
    reader = opened(tab, words)
    row = reader.page.locator("tbody tr", has_text=iran(words)).first
    row.get_by_role("button").click()
    expect_card(reader, iran(words), "iso:IR")
    reader.still()
    assert reader.map("map.pixelOf('iso:IR')") is not None
    reader.clean()


def test_the_keyboard_walks_flies_and_searches(tab: OpenTab, words: Words) -> None:
    reader = opened(tab, words)
    page = reader.page
    page.keyboard.press("j")
    expect(reader.chosen).to_have_text("إيران")
    first = reader.map("map.center()")
    page.keyboard.press("Enter")
    reader.page.wait_for_timeout(300)
    reader.still()
    assert reader.map("map.center()") != first
    page.keyboard.press("j")
    expect(reader.chosen).not_to_have_text("إيران")
    page.keyboard.press("k")
    expect(reader.chosen).to_have_text("إيران")
    page.keyboard.press("/")
    page.keyboard.type("باكو")
    expect(page.locator(".st-key-search input")).to_have_value("باكو")
    reader.expect_parameter("q", "باكو")
    reader.clean()


def test_filters_hide_and_reset_shows_again(tab: OpenTab, words: Words) -> None:
    reader = opened(tab, words)
    rows = reader.page.locator("tbody tr")
    every = rows.count()
    reader.page.locator(".chip", has_text=iran(words)).click()
    expect(rows).to_have_count(1)
    reader.expect_parameter("country", "IR")
    reader.page.get_by_role("button", name=words["filter.reset"]).click()
    expect(rows).to_have_count(every)
    reader.clean()


def test_back_returns_to_what_was_selected(tab: OpenTab, words: Words) -> None:
    reader = opened(tab, words)
    reader.click_marker("iso:IR")
    expect_card(reader, iran(words), "iso:IR")
    reader.mention("أرمينيا").click()
    reader.expect_parameter("p", "iso:AM")
    reader.page.go_back()
    expect_card(reader, iran(words), "iso:IR")
    reader.clean()


def test_what_is_not_on_the_map_says_what_it_is(tab: OpenTab, words: Words) -> None:
    reader = opened(tab, words)
    reader.page.locator(".mention.demonym").first.click()
    demonym = words.say("kind_is.demonym", country="").rstrip("\u2069")
    expect(reader.card.locator(".subtitle")).to_contain_text(demonym.strip())
    reader.page.locator(".mention.embedded").first.click()
    expect(reader.card.locator(".subtitle")).to_contain_text(words["kind_is.embedded"])
    reader.clean()
