"""What no story should be and no network should do: the page stays whole and says what happened."""

from playwright.sync_api import expect

from tests.browser.conftest import OpenTab
from tests.browser.reader import FRAME, Reader
from tests.browser.test_own_text import paste

SOCKETS = """window.sockets = []
const Plain = window.WebSocket
window.WebSocket = class extends Plain { constructor(...given) { super(...given); window.sockets.push(this) } }"""
MANY = 3_000
LONG_HEADLINE = "The delegation that left Aleppo " + "and went on and on through the night " * 5 + "arrived in Baghdad"
MIXED_HEADLINE = "عاجل: CNN says الرئيس (Macron) في Paris ‏— 5:30 صباحًا"


def opened_with_sockets(tab: OpenTab) -> Reader:
    reader = tab()
    reader.page.add_init_script(SOCKETS)
    return reader.open()


def cut_the_line(reader: Reader) -> None:
    reader.page.evaluate("window.sockets.forEach(socket => socket.close())")


def test_a_line_that_breaks_in_the_middle_of_a_click(tab: OpenTab) -> None:
    reader = opened_with_sockets(tab)
    x, y = reader.pixel("iso:IR")
    cut_the_line(reader)
    reader.page.mouse.click(x, y)
    expect(reader.card.locator("h3")).to_contain_text("Iran")
    reader.page.wait_for_function("window.sockets.some(socket => socket.readyState === 1)")
    reader.ready()
    reader.click_marker("iso:AM")
    expect(reader.card.locator("h3")).to_contain_text("Armenia")
    reader.expect_parameter("p", "iso:AM")
    reader.mention("إيران").click()
    expect(reader.card.locator("h3")).to_contain_text("Iran")
    reader.expect_parameter("p", "iso:IR")
    reader.clean()


def test_a_headline_of_two_hundred_characters(tab: OpenTab) -> None:
    for size in ("desktop", "phone"):
        reader = tab(size).open()
        paste(reader, "Trucks left Aleppo for Baghdad.", LONG_HEADLINE[:200])
        expect(reader.page.locator(".st-key-article h2")).to_have_text(LONG_HEADLINE[:200])
        assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        reader.clean()


def test_a_headline_in_two_directions_turns_nothing_around(tab: OpenTab) -> None:
    reader = tab().open()
    paste(reader, "Trucks left Aleppo for Baghdad.", MIXED_HEADLINE)
    heading = reader.page.locator(".st-key-article h2")
    expect(heading).to_have_text(MIXED_HEADLINE)
    assert heading.evaluate("node => getComputedStyle(node).direction") == "rtl"
    sides = "node => { const range = document.createRange(); range.selectNodeContents(node); return range.getBoundingClientRect().right }"
    source = reader.page.locator(".st-key-article .source")
    expect(source).to_contain_text("English")
    assert source.evaluate("node => getComputedStyle(node).direction") == "ltr"
    assert heading.evaluate(sides) <= heading.evaluate("node => node.getBoundingClientRect().right + 1")
    reader.clean()


def test_three_thousand_mentions_of_one_place(tab: OpenTab) -> None:
    reader = tab().open()
    paste(reader, "They went back to Aleppo once more. " * MANY)
    expect(reader.page.locator(".st-key-article .source")).to_contain_text("3,000 mentions", timeout=30_000)
    reader.still()
    frame = reader.page.frame_locator(FRAME)
    frame.get_by_role("button", name="Aleppo").first.press("Enter")
    expect(reader.card.locator(".position")).to_have_text("1 of 3,000")
    reader.card.get_by_label("Next mention of this place").click()
    expect(reader.card.locator(".position")).to_have_text("2 of 3,000")
    reader.clean()
