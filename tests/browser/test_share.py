"""Share: one press gives a link to exactly what is seen; a text of one's own goes into it only by a second press."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import OpenTab
from tests.browser.reader import Reader
from tests.browser.test_own_text import paste

OWN = "Trucks left Aleppo for Baghdad before dawn. Two of them came back to Aleppo {{7*7}} <script>window.pwned=1</script>."
NOISE = "".join(chr(0x4E00 + (i * 7919) % 20_000) for i in range(9_000))  # too much for a link
SECRET = re.compile(r"(Aleppo|Trucks)")


def shared(reader: Reader, button: str = "Share") -> str:
    """Press Share, and the button behind it, if another is named; return what the clipboard holds."""
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=reader.address)
    reader.page.evaluate("navigator.clipboard.writeText('nothing')")
    reader.page.locator(".st-key-share").get_by_role("button", name="Share", exact=True).click()
    dialog = reader.page.locator(".st-key-share dialog")
    if button != "Share":
        dialog.get_by_role("button", name=button).click()
    expect(dialog.get_by_role("status")).to_contain_text("copied")
    return str(reader.page.evaluate("navigator.clipboard.readText()"))


def test_a_shared_link_gives_another_person_the_same_screen(tab: OpenTab, browser: Browser) -> None:
    reader = tab().open("?names=interface&country=IR,AM&q=Armenia")
    reader.mention("أرمينيا", 1).click()
    reader.pan()
    reader.still()
    centre, zoom = reader.map("map.center()"), reader.map("map.zoom()")
    link = shared(reader)
    assert reader.page.url == link
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    other = Reader(page=context.new_page(), address=reader.address).open(link.removeprefix(reader.address))
    expect(other.chosen).to_have_attribute("data-start", reader.chosen.get_attribute("data-start") or "?")
    expect(other.card.locator("h3")).to_have_text("Armenia")
    expect(other.page.locator(".st-key-search input")).to_have_value("Armenia")
    expect(other.page.locator('.chip[aria-pressed="true"]')).to_have_count(2)
    other.still()
    assert other.map("map.zoom()") == pytest.approx(zoom)
    assert other.map("(map.pixelOf('iso:AM').x)") == pytest.approx(reader.map("map.pixelOf('iso:AM').x"), abs=1)
    assert other.map("map.center()")["lat"] == pytest.approx(centre["lat"], abs=1e-5)
    other.mention("إيران").click()
    other.expect_parameter("z", None)
    other.clean()
    context.close()


def test_an_own_text_is_shared_only_by_a_second_press(tab: OpenTab, browser: Browser) -> None:
    reader = tab().open()
    paste(reader, OWN, "My <b>trucks</b>")
    reader.mention("Aleppo", 1).click()
    reader.page.locator(".st-key-share").get_by_role("button", name="Share", exact=True).click()
    dialog = reader.page.locator(".st-key-share dialog")
    expect(dialog).to_contain_text("whoever has that link can read it")
    assert "t=" not in reader.page.url
    reader.page.keyboard.press("Escape")
    link = shared(reader, "Copy a link that holds the text")
    asked = parse_qs(urlsplit(link).query)
    assert "a" not in asked
    assert not SECRET.search(link)
    context = browser.new_context(reduced_motion="reduce")
    other = Reader(page=context.new_page(), address=reader.address).open(link.removeprefix(reader.address))
    expect(other.article).to_contain_text(OWN)
    expect(other.page.locator(".st-key-article h2")).to_have_text("My <b>trucks</b>")
    expect(other.page.locator(".st-key-notices")).to_contain_text("This text came with the link")
    expect(other.card.locator(".position")).to_have_text("2 of 2")
    other.mention("Baghdad").click()
    expect(other.excerpt).to_have_text("Baghdad")
    other.expect_parameter("t", asked["t"][0])
    other.page.reload()
    other.ready()
    expect(other.excerpt).to_have_text("Baghdad")
    other.clean()
    context.close()


def test_a_text_too_long_for_a_link_says_what_to_do(tab: OpenTab) -> None:
    reader = tab().open()
    paste(reader, f"From Aleppo to Baghdad. {NOISE}")
    expect(reader.article).to_contain_text("From Aleppo")
    reader.page.locator(".st-key-share").get_by_role("button", name="Share", exact=True).click()
    dialog = reader.page.locator(".st-key-share dialog")
    expect(dialog).to_contain_text("too long to be put into a link")
    expect(dialog.get_by_role("button", name="Copy a link that holds the text")).to_have_count(0)
    reader.clean()


@pytest.mark.parametrize(
    ("search", "said"),
    [
        pytest.param("?t=%00%ff", "damaged or cut short", id="a damaged text"),
        pytest.param("?t=" + "A" * 7_000, "damaged or cut short", id="a text without end"),
        pytest.param("?z=deep&c=<script>", "view of the map cannot be shown", id="no view"),
        pytest.param("?z=5&z=6&p=nowhere", "does not hold", id="twice"),
    ],
)
def test_what_a_link_cannot_mean_is_said_over_the_founding_story(tab: OpenTab, search: str, said: str) -> None:
    reader = tab().open(search)
    expect(reader.page.locator(".st-key-notices")).to_contain_text(said)
    expect(reader.article).to_have_attribute("lang", "ar")
    reader.clean()


def test_the_map_alone_stands_inside_another_page(tab: OpenTab) -> None:
    reader = tab().open("?embed=true&view=map&p=iso:IR")
    page = reader.page
    expect(page.locator(".st-key-top")).to_have_count(0)
    expect(reader.article).not_to_be_visible()
    expect(reader.card.locator("h3")).to_contain_text("Iran")
    expect(page.frame_locator("iframe").locator(".leaflet-control-attribution")).to_contain_text("GeoNames")
    whole = page.get_by_role("link", name="Open in Dateline")
    whole.hover()
    page.mouse.down()
    asked = parse_qs(urlsplit(whole.get_attribute("href") or "").query)
    page.mouse.up()
    assert asked["p"] == ["iso:IR"]
    assert "embed" not in asked
    reader.clean()
