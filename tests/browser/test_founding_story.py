"""The founding story as its reader meets it, with every request that would leave the machine blocked."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenTab

PLACES = [
    ("gn:524901", "Moscow", "موسكو"),
    ("dl:nagorno-karabakh", "Nagorno-Karabakh", "قره باغ"),
    ("iso:AZ", "Azerbaijan", "أذربيجان"),
    ("iso:AM", "Armenia", "أرمينيا"),
    ("iso:IR", "Iran", "إيران"),
]


@pytest.mark.parametrize("size", ["desktop", "tablet", "phone"])
def test_each_marker_clicked_at_its_own_pixel_shows_its_excerpt(tab: OpenTab, size: str) -> None:
    reader = tab(size).open()
    for place_id, name, arabic in PLACES:
        reader.click_marker(place_id)
        expect(reader.card.locator("h3")).to_contain_text(name)
        expect(reader.excerpt).to_contain_text(arabic)
        expect(reader.chosen).to_contain_text(arabic)
        reader.expect_parameter("p", place_id)
        reader.card.get_by_label("Close").click()
        expect(reader.card).to_have_count(0)
    reader.clean()


def test_the_text_follows_a_marker_and_neither_page_nor_map_moves(tab: OpenTab) -> None:
    reader = tab().open()
    expect(reader.page.locator(".st-key-about")).to_contain_text("This story is about Nagorno-Karabakh; it also names")
    expect(reader.page.locator(".st-key-text .source")).to_contain_text(
        "UrduPoint / Sputnik · 10 October 2020 · Arabic"
    )
    reader.still()
    opening = reader.map("map.center()")
    reader.click_marker("gn:524901")
    expect(reader.chosen).to_have_text("موسكو")
    expect(reader.chosen).to_be_in_viewport()
    reader.still()
    assert reader.map("map.center()") == opening
    assert reader.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0


def test_a_mention_flies_the_map_and_again_after_a_pan(tab: OpenTab) -> None:
    reader = tab().open()
    opening = reader.map("map.center()")
    reader.mention("إيران").click()
    expect(reader.card.locator("h3")).to_contain_text("Iran")
    reader.still()
    there = reader.map("map.center()")
    assert there != opening
    reader.pan()
    reader.mention("إيران").click()
    reader.page.wait_for_timeout(300)
    reader.still()
    back = reader.map("map.center()")
    assert back["lat"] == pytest.approx(there["lat"], abs=0.5)
    assert back["lon"] == pytest.approx(there["lon"], abs=0.5)


def test_the_frame_is_mounted_once_through_thirty_clicks(tab: OpenTab) -> None:
    reader = tab().open()
    mentions = reader.page.locator(".mention")
    for turn in range(10):
        for place_id, name in (("iso:AM", "Armenia"), ("iso:AZ", "Azerbaijan")):
            reader.page.get_by_role("button", name=name, exact=True).first.click()
            expect(reader.card.locator("h3")).to_contain_text(name)
            reader.expect_parameter("p", place_id)
        mentions.nth(turn * 4).click()
        expect(mentions.nth(turn * 4)).to_have_attribute("aria-pressed", "true")
    assert reader.page.evaluate("window.datelineMounts") == 1
    reader.clean()


def test_excerpts_are_walked_and_the_text_follows(tab: OpenTab) -> None:
    reader = tab().open()
    reader.click_marker("iso:IR")
    expect(reader.card.locator(".position")).to_have_text("1 of 3")
    reader.card.get_by_label("Next mention of this place").click()
    expect(reader.card.locator(".position")).to_have_text("2 of 3")
    expect(reader.chosen).to_have_attribute("data-start", "230")
    reader.card.get_by_label("Previous name in the text").click()
    expect(reader.chosen).to_have_attribute("data-start", "201")
    expect(reader.card).to_contain_text("a nationality word, counted for Russia")


def test_the_keys_step_through_the_names(tab: OpenTab) -> None:
    reader = tab().open()
    reader.page.keyboard.press("j")
    expect(reader.chosen).to_have_attribute("data-start", "40")
    reader.page.keyboard.press("j")
    expect(reader.chosen).to_have_attribute("data-start", "66")
    reader.page.keyboard.press("k")
    expect(reader.chosen).to_have_attribute("data-start", "40")
    before = reader.map("map.center()")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_timeout(300)
    reader.still()
    assert reader.map("map.center()") != before


def test_a_row_of_the_table_is_a_marker(tab: OpenTab) -> None:
    reader = tab().open()
    row = reader.page.locator('tr[data-id="dl:nagorno-karabakh"]')
    expect(row).to_contain_text("Disputed")
    row.get_by_role("button").click()
    expect(row).to_have_attribute("aria-selected", "true")
    expect(reader.card.locator("h3")).to_contain_text("Nagorno-Karabakh")
    expect(reader.card.locator(".note")).to_contain_text("Source:")


def test_a_filter_holds_for_map_text_and_table(tab: OpenTab) -> None:
    reader = tab().open()
    reader.page.locator(".chip", has_text="Armenia").click()
    reader.expect_parameter("country", "AM")
    expect(reader.page.locator("tbody tr")).to_have_count(1)
    expect(reader.mention("إيران")).to_have_count(0)
    reader.page.wait_for_function(
        "() => document.querySelector('iframe').contentWindow.datelineMap.pixelOf('iso:IR') === null"
    )
    reader.page.get_by_role("button", name="Reset").click()
    reader.expect_parameter("country", None)
    expect(reader.mention("إيران")).not_to_have_count(0)


def test_names_can_be_those_of_the_text(tab: OpenTab) -> None:
    reader = tab().open()
    reader.page.get_by_role("radio", name="As in the text").click()
    reader.expect_parameter("names", "article")
    expect(reader.page.locator('tr[data-id="iso:IR"] th')).to_have_text("إيران")


def test_another_story_is_picked(tab: OpenTab) -> None:
    reader = tab().open()
    reader.pick("Snow traps")
    expect(reader.article).to_contain_text("Snow traps 900 lorries")
    reader.expect_parameter("a", "andes-snow-trucks-2023")
    assert reader.page.evaluate("window.datelineMounts") == 1
    reader.clean()


def test_the_switch_of_a_small_screen(tab: OpenTab) -> None:
    reader = tab("phone").open()
    expect(reader.article).not_to_be_visible()
    reader.page.get_by_role("button", name="Text", exact=True).click()
    expect(reader.article).to_be_visible()
    reader.mention("أرمينيا").click()
    expect(reader.card).to_be_in_viewport()
    reader.page.get_by_role("button", name="Places", exact=True).click()
    expect(reader.page.locator("table")).to_be_visible()
    reader.clean()
