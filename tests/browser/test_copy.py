"""An excerpt is copied as plain text, with its source and a link to exactly its mention."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenTab
from tests.browser.reader import Reader
from tests.browser.test_own_text import paste

HOSTILE = "<img src=x onerror=window.pwned=1> [x](javascript:alert(1)) {{7*7}} in Aleppo"
REFUSE = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))"
MISSING = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


def copied(reader: Reader) -> str:
    """Copy the excerpt and return what the clipboard holds."""
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=reader.address)
    reader.card.get_by_role("button", name="Copy excerpt").click()
    expect(reader.card.get_by_role("status")).to_have_text("The excerpt was copied.")
    return str(reader.page.evaluate("navigator.clipboard.readText()"))


def test_the_sentence_is_copied_with_its_source_and_its_link(tab: OpenTab) -> None:
    reader = tab().open("?a=sahel-grain-convoy-2024&country=NE")
    reader.mention("Agadez", 1).click()
    expect(reader.card.locator(".position")).to_contain_text("2 of")
    start = reader.chosen.get_attribute("data-start")
    sentence, source, link = copied(reader).splitlines()
    assert sentence == f"“{reader.card.locator('blockquote').text_content()}”"
    assert "Agadez" in sentence
    assert source.startswith("Dateline sample, “First grain convoy")
    assert source.endswith("”, 22 March 2024")
    assert link.startswith(reader.address)
    assert "country" not in link
    second = tab().open(link.removeprefix(reader.address))
    expect(second.chosen).to_have_attribute("data-start", start or "?")
    expect(second.card.locator("h3")).to_contain_text("Agadez")
    reader.clean()


def test_an_arabic_sentence_is_copied_from_a_marker_by_keyboard(tab: OpenTab) -> None:
    reader = tab().open()
    reader.click_marker("iso:AM")
    expect(reader.card.locator("h3")).to_contain_text("Armenia")
    reader.expect_parameter("p", "iso:AM")
    reader.card.get_by_role("button", name="Copy excerpt").focus()
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=reader.address)
    reader.page.keyboard.press("Enter")
    expect(reader.card.get_by_role("status")).to_have_text("The excerpt was copied.")
    sentence, source, link = str(reader.page.evaluate("navigator.clipboard.readText()")).splitlines()
    assert sentence == f"“{reader.card.locator('blockquote').text_content()}”"
    assert source.startswith("UrduPoint / Sputnik, \u2068“روحاني")
    assert "p=iso%3AAM" in link
    reader.clean()


def test_an_own_text_is_copied_without_outlet_and_link(tab: OpenTab) -> None:
    reader = tab().open()
    paste(reader, f"First. {HOSTILE}. Last.")
    reader.mention("Aleppo").click()
    expect(reader.excerpt).to_have_text("Aleppo")
    assert copied(reader) == f"“{HOSTILE}.”"
    reader.clean()


@pytest.mark.parametrize("clipboard", [REFUSE, MISSING], ids=["refused", "missing"])
def test_where_the_clipboard_is_refused_the_text_is_shown_selected(tab: OpenTab, clipboard: str) -> None:
    reader = tab()
    reader.page.add_init_script(clipboard)
    reader.open()
    paste(reader, f"First. {HOSTILE}. Last.")
    reader.mention("Aleppo").click()
    reader.card.get_by_role("button", name="Copy excerpt").click()
    expect(reader.card.get_by_role("status")).to_contain_text("The text is selected here")
    box = reader.card.get_by_role("textbox", name="Copy excerpt")
    expect(box).to_be_focused()
    expect(box).to_have_value(f"“{HOSTILE}.”")
    assert box.evaluate("box => box.selectionEnd - box.selectionStart === box.value.length")
    reader.clean()
