"""Where the screen is small: nothing sticks out, and the card does not cover what it speaks of."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import OpenTab
from tests.browser.reader import FRAME


def box_of(locator: Locator) -> dict[str, float]:
    """Return where an element stands on the screen."""
    box = locator.bounding_box()
    assert box is not None
    return {"left": box["x"], "top": box["y"], "right": box["x"] + box["width"], "bottom": box["y"] + box["height"]}


@pytest.mark.parametrize("size", ["desktop", "tablet", "narrow", "phone", "small"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_sticks_out_of_the_screen(tab: OpenTab, size: str, language: str) -> None:
    reader = tab(size).open(f"?ui={language}&p=iso:IR")
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert reader.map("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", ["phone", "small"])
def test_the_sheet_leaves_the_chosen_place_and_its_mention_in_sight(tab: OpenTab, size: str) -> None:
    reader = tab(size).open("?p=dl:nagorno-karabakh&ui=ar")
    expect(reader.card).to_be_visible()
    reader.page.wait_for_function("document.querySelector('.st-key-panels').getBoundingClientRect().top < 10")
    _, y = reader.pixel("dl:nagorno-karabakh")
    sheet = box_of(reader.page.locator(".st-key-card"))
    assert y < sheet["top"]
    reader.still()
    assert (
        box_of(reader.page.frame_locator(FRAME).locator(".leaflet-control-attribution"))["bottom"] <= sheet["top"] + 1
    )
    scale = reader.page.frame_locator(FRAME).locator(".leaflet-control-scale-line")
    assert (
        box_of(scale)["bottom"]
        <= box_of(reader.page.frame_locator(FRAME).locator(".leaflet-control-attribution"))["top"] + 1
    )
    reader.page.get_by_role("button", name="النص", exact=True).click()
    reader.still()
    for _ in range(4):
        reader.page.keyboard.press("j")
        expect(reader.chosen).to_be_in_viewport()
        reader.page.wait_for_timeout(300)
        mention, sheet = box_of(reader.chosen), box_of(reader.page.locator(".st-key-card"))
        assert box_of(reader.page.locator(FRAME))["bottom"] <= mention["top"]
        assert mention["bottom"] <= sheet["top"]
    reader.clean()


@pytest.mark.parametrize("size", ["tablet", "phone"])
def test_the_chips_stand_behind_a_button(tab: OpenTab, size: str) -> None:
    reader = tab(size).open()
    chip = reader.page.locator(".chip", has_text="Iran")
    button = reader.page.get_by_role("button", name="Filters")
    expect(chip).not_to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(chip).not_to_be_visible()
    expect(button).to_have_class("filters on")
    reader.expect_parameter("country", "IR")
    reader.clean()
