"""The address: restored on opening, pushed by a selection, replaced by a filter, followed by Back and Forward."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenTab


def test_the_link_opened_anew_restores_story_place_and_mention(tab: OpenTab) -> None:
    first = tab().open("?a=karabakh-ceasefire-2020")
    first.mention("أرمينيا", 2).click()
    first.expect_parameter("p", "iso:AM")
    start = first.chosen.get_attribute("data-start")
    second = tab().open(first.page.url.removeprefix(first.address))
    expect(second.card.locator("h3")).to_contain_text("Armenia")
    expect(second.chosen).to_have_attribute("data-start", start or "?")
    expect(second.excerpt).to_contain_text("أرمينيا")
    second.clean()


def test_another_storys_link_opens_that_story(tab: OpenTab) -> None:
    reader = tab().open("?a=sahel-grain-convoy-2024&p=gn:2448085&names=en")
    expect(reader.article).to_contain_text("Agadez")
    expect(reader.card.locator("h3")).to_have_text("Agadez")
    reader.expect_parameter("a", "sahel-grain-convoy-2024")


def test_the_middle_of_the_map_stays_where_a_link_put_it_when_the_frame_changes_its_size(tab: OpenTab) -> None:
    reader = tab().open("?z=5&c=-48.809306,31.237484")
    reader.still()
    for width, height in ((1440, 640), (1280, 1000), (1440, 900)):
        reader.page.set_viewport_size({"width": width, "height": height})
        reader.still()
        assert reader.map("[map.center().lat.toFixed(6), map.center().lon.toFixed(6), map.zoom()]") == [
            "-48.809306",
            "31.237484",
            5,
        ]


def test_back_and_forward_follow_the_selection(tab: OpenTab) -> None:
    reader = tab().open()
    reader.click_marker("iso:AM")
    reader.expect_parameter("p", "iso:AM")
    reader.click_marker("iso:IR")
    reader.expect_parameter("p", "iso:IR")
    reader.page.go_back()
    expect(reader.card.locator("h3")).to_contain_text("Armenia")
    reader.page.go_back()
    expect(reader.card).to_have_count(0)
    reader.page.go_forward()
    expect(reader.card.locator("h3")).to_contain_text("Armenia")
    reader.expect_parameter("p", "iso:AM")
    assert reader.page.evaluate("window.datelineMounts") == 1


def test_back_returns_to_the_story_before(tab: OpenTab) -> None:
    reader = tab().open()
    reader.pick("Snow traps")
    reader.expect_parameter("a", "andes-snow-trucks-2023")
    reader.page.go_back()
    expect(reader.article).to_have_attribute("lang", "ar")
    expect(reader.page.locator(".st-key-picker")).not_to_contain_text("Snow traps")


def test_a_filter_replaces_history(tab: OpenTab) -> None:
    reader = tab().open()
    before = reader.page.evaluate("history.length")
    reader.page.locator(".chip", has_text="Iran").click()
    reader.expect_parameter("country", "IR")
    assert reader.page.evaluate("history.length") == before


HOSTILE = "<img src=x onerror=window.pwned=1>{{7*7}}${alert(1)}`[x](javascript:alert(1))"


@pytest.mark.parametrize(
    ("search", "said"),
    [
        pytest.param("?a=gone&p=iso:AM", ["names a story that is not here (“gone”)"], id="story"),
        pytest.param("?a=own-7&m=3", ["names a text of another visit"], id="own text"),
        pytest.param(
            "?m=99999&p=gn:1&kind=volcano&country=QQ&names=xx",
            ["a mention that this story does not hold (“99999”)", "(“gn:1”)", "(“volcano”)", "(“QQ”)", "(“xx”)"],
            id="place, mention, filters",
        ),
        pytest.param(
            "?" + "&".join(f"{key}={HOSTILE}" for key in ("p", "m", "country", "kind", "names")),
            [HOSTILE[:60]],
            id="hostile",
        ),
        pytest.param(f"?a={HOSTILE}{'x' * 5000}", [HOSTILE[:60]], id="hostile and long"),
    ],
)
def test_a_broken_link_gives_a_sentence_and_the_page(tab: OpenTab, search: str, said: list[str]) -> None:
    reader = tab().open(search)
    for sentence in said:
        expect(reader.page.locator(".st-key-notices")).to_contain_text(sentence)
    reader.click_marker("iso:AM")
    expect(reader.card.locator("h3")).to_contain_text("Armenia")
    expect(reader.page.get_by_text(said[0])).to_have_count(0)
    reader.clean()
