"""The page in the reader's language: mirrored for Arabic and Persian, the map never."""

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.conftest import SIZES, OpenTab
from tests.browser.reader import FRAME, Reader


def middle(locator: Locator) -> float:
    """Return where an element stands from left to right; one that is just being drawn anew is asked again."""
    for _ in range(20):
        box = locator.bounding_box()
        if box is not None:
            return box["x"] + box["width"] / 2
        locator.page.wait_for_timeout(100)
    raise AssertionError(f"{locator} is not on the page")


def speak(reader: Reader, language: str) -> None:
    """Choose a language in the top row."""
    reader.page.locator(".st-key-language").get_by_role("combobox").click()
    reader.page.get_by_role("option", name=language).click()


def test_arabic_mirrors_the_page_and_not_the_map(tab: OpenTab) -> None:
    reader = tab().open()
    page = reader.page
    text, side = page.locator(".st-key-text"), page.locator(".st-key-side")
    title, paste = page.locator("h1").first, page.locator(".st-key-paste")
    assert middle(text) < middle(side)
    assert middle(title) < middle(paste)
    west_of = "map.pixelOf('iso:AM').x < map.pixelOf('iso:IR').x"
    assert reader.map(west_of)

    speak(reader, "العربية")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    expect(page.locator(".st-key-about")).to_contain_text("يدور هذا الخبر حول ناغورني قره باغ")
    reader.expect_parameter("ui", "ar")
    reader.ready()
    assert middle(text) > middle(side)
    assert middle(title) > middle(paste)
    chips = page.locator(".chip")
    assert middle(chips.nth(0)) > middle(chips.nth(1))
    heads = page.locator("thead th")
    assert middle(heads.first) > middle(heads.last)
    menu = page.get_by_test_id("stMainMenuButton")
    assert middle(menu) < 100
    assert reader.map(west_of)
    zoom = page.frame_locator(FRAME).locator(".leaflet-control-zoom")
    assert middle(zoom) < middle(page.locator(FRAME))
    reader.clean()


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_markers_card_and_keys_work_in_arabic(tab: OpenTab, size: str) -> None:
    reader = tab(size).open("?ui=ar")
    reader.click_marker("iso:AM")
    expect(reader.card.locator("h3")).to_have_text("أرمينيا")
    expect(reader.excerpt).to_contain_text("أرمينيا")
    reader.expect_parameter("p", "iso:AM")
    expect(reader.card).to_contain_text("درجة اليقين")
    before, after = (
        reader.card.get_by_label(f"{said} إلى هذا المكان") for said in ("الإشارة السابقة", "الإشارة التالية")
    )
    assert middle(before) > middle(after)
    position = reader.card.locator(".position")
    expect(position).to_have_text(re.compile(r"^1 من "))
    after.click()
    expect(position).to_have_text(re.compile(r"^2 من "))
    after.press("ArrowLeft")
    expect(position).to_have_text(re.compile(r"^3 من "))
    after.press("ArrowRight")
    expect(position).to_have_text(re.compile(r"^2 من "))
    start = reader.chosen.get_attribute("data-start")
    reader.page.keyboard.press("j")
    expect(reader.chosen).not_to_have_attribute("data-start", start or "")
    reader.page.keyboard.press("k")
    expect(reader.chosen).to_have_attribute("data-start", start or "")
    reader.card.get_by_label("إغلاق").click()
    expect(reader.card).to_have_count(0)
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]
    reader.clean()


def test_a_link_restores_its_language(tab: OpenTab) -> None:
    reader = tab().open("?ui=fa&p=iso:IR")
    expect(reader.page.locator("html")).to_have_attribute("dir", "rtl")
    expect(reader.card.locator("h3")).to_contain_text("ایران")
    expect(reader.page.locator(".source")).to_contain_text("۱۰ اکتبر ۲۰۲۰")
    expect(reader.page.locator("tbody tr").first).to_contain_text("۱۰")
    reader.expect_parameter("ui", "fa")
    reader.clean()


def test_the_article_keeps_its_own_direction(tab: OpenTab) -> None:
    reader = tab().open("?a=sahel-grain-convoy-2024&ui=ar")
    expect(reader.article).to_have_attribute("dir", "ltr")
    reader.click_marker("gn:2448085")
    expect(reader.card.locator("blockquote")).to_have_attribute("dir", "ltr")
    expect(reader.card.locator("h3")).to_contain_text("Agadez")


def test_a_language_is_kept_through_the_visit(tab: OpenTab) -> None:
    reader = tab().open()
    speak(reader, "Français")
    expect(reader.page.locator(".st-key-about")).to_contain_text("Au cœur de cet article")
    reader.pick("Snow traps")
    reader.expect_parameter("a", "andes-snow-trucks-2023")
    reader.expect_parameter("ui", "fr")
    expect(reader.page.locator(".st-key-about")).to_contain_text("Au cœur de cet article")
    speak(reader, "English")
    expect(reader.page.locator("html")).to_have_attribute("dir", "ltr")
    reader.expect_parameter("ui", None)
    reader.clean()


@pytest.mark.parametrize(
    ("browser_language", "said"),
    [("ru-RU", "В центре новости"), ("ar-EG", "يدور هذا الخبر"), ("ja-JP", "This story is")],
)
def test_the_browser_tells_the_language(browser: Browser, address: str, browser_language: str, said: str) -> None:
    context = browser.new_context(locale=browser_language)
    reader = Reader(page=context.new_page(), address=address).open()
    expect(reader.page.locator(".st-key-about")).to_contain_text(said)
    reader.expect_parameter("ui", None)
    reader.clean()
    context.close()


def test_a_language_that_is_not_spoken_is_said(tab: OpenTab) -> None:
    reader = tab().open("?ui=xx")
    expect(reader.page.locator(".st-key-notices")).to_contain_text("does not speak (“xx”)")
    reader.expect_parameter("ui", None)
