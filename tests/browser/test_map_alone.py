"""The map without the page around it, behind a base path: what must hold for places that no story has."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.server import ROOT, running
from tests.mapview.hostile import HOSTILE, ODD

SITE = Path(__file__).parent / "map_alone" / "app.py"
FLIGHT_MS = 1500
MOST_SIGNS = 400  # beside each other on a map of that size; each is an element, and 5,000 would freeze the page
WIDEST_DEGREES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class MapTab:
    """A tab with the map alone."""

    page: Page
    frame: Frame
    asked: list[tuple[int, str]]  # status and address of every answer
    errors: list[str]

    def map(self, script: str) -> Any:
        return self.frame.evaluate(script)

    def expect_chosen(self, place_id: str, view: int) -> None:
        expect(self.page.get_by_text(f"chosen {place_id} view {view}")).to_be_visible()


OpenMap = Callable[..., MapTab]


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with running(SITE, base="news", environment={"PYTHONPATH": str(ROOT)}) as address:
        yield address


@pytest.fixture
def open_map(browser: Browser, site: str) -> Iterator[OpenMap]:
    contexts = []

    def open_one(show: str, scheme: str = "light", motion: str = "reduce") -> MapTab:
        context = browser.new_context(color_scheme=scheme, reduced_motion=motion)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        asked: list[tuple[int, str]] = []
        errors: list[str] = []
        page.on("response", lambda answer: asked.append((answer.status, answer.url)))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("dialog", lambda dialog: errors.append(dialog.message))
        page.goto(f"{site}?show={show}")
        element = page.wait_for_selector('iframe[title^="streamlit_folium"]')
        frame = element.content_frame() if element else None
        assert frame is not None
        frame.wait_for_selector(".place[role=button]", state="attached")
        return MapTab(page=page, frame=frame, asked=asked, errors=errors)

    yield open_one
    for context in contexts:
        context.close()


def test_each_of_a_crowd_is_clickable_at_its_own_pixel_at_every_zoom(open_map: OpenMap) -> None:
    tab = open_map("crowd")
    for zoom in (2, 4.5, 7, 9):
        tab.map(f"map.setView([39.83, 46.73], {zoom}, {{animate: false}})")
        missed = tab.map("""() => [...Array(16).keys(), 99].map(i => 'gn:' + i).filter(id => {
            const {x, y} = datelineMap.pixelOf(id);
            const hit = document.elementFromPoint(x, y);
            return x > 0 && x < innerWidth && y > 0 && y < innerHeight
                && !(hit && hit.ariaLabel && hit.ariaLabel.startsWith('Place ' + id.slice(3) + ','));
        })""")
        assert missed == []


def test_the_keyboard_chooses_and_keeps_its_place_over_the_rerun(open_map: OpenMap) -> None:
    tab = open_map("crowd")
    moscow = tab.frame.get_by_role("button", name="Place 99")
    moscow.focus()
    expect(tab.frame.locator(".place-tip")).to_contain_text("mentions: 1")
    tab.page.keyboard.press("Enter")
    tab.expect_chosen("gn:99", view=2)
    expect(moscow).to_be_focused()
    expect(moscow).to_have_attribute("aria-pressed", "true")
    tab.page.keyboard.press("Space")
    tab.expect_chosen("gn:99", view=3)
    for _ in range(3):
        tab.page.get_by_role("button", name="Run again").click()
    assert tab.map("datelineMap.mounts") == 1


def test_flies_to_the_place_again_after_a_pan(open_map: OpenMap) -> None:
    tab = open_map("crowd", motion="no-preference")
    for view in (2, 3):
        tab.frame.get_by_role("button", name="Place 99").press("Enter")
        tab.expect_chosen("gn:99", view=view)
        tab.page.wait_for_timeout(FLIGHT_MS)
        center = tab.map("datelineMap.center()")
        assert (center["lat"], center["lon"]) == pytest.approx((55.75, 37.62), abs=0.1)
        tab.map("map.panBy([150, 90], {animate: false})")


def test_hostile_names_are_shown_as_they_are_and_do_nothing(open_map: OpenMap) -> None:
    tab = open_map("hostile")
    labels = tab.map("[...document.querySelectorAll('.place[role=button]')].map(e => e.ariaLabel)")
    for number, (name, label) in enumerate(zip(HOSTILE + ODD, labels, strict=True)):
        assert label.startswith(f"{name or f'Place {number}'}, مكان")
    tab.frame.get_by_role("button", name="img src").hover()
    expect(tab.frame.locator(".place-tip")).to_contain_text("<img src=x onerror=alert(1)>")
    assert tab.errors == []


def test_a_thousand_places_are_clusters_with_counts_beside_single_places(open_map: OpenMap) -> None:
    tab = open_map("thousand")
    assert tab.map("document.querySelectorAll('.place[role=button]').length") < 300
    counts = tab.map("[...document.querySelectorAll('.place[role=button] .count')].map(e => Number(e.textContent))")
    assert 900 < sum(counts) < 1000
    tab.frame.locator("#map_div").click(position=tab.map("datelineMap.pixelOf('gn:0')"))
    tab.expect_chosen("gn:0", view=2)


@pytest.mark.parametrize("key", ["Enter", None], ids=["keyboard", "mouse"])
def test_a_cluster_opens_until_its_places_can_be_chosen(open_map: OpenMap, key: str | None) -> None:
    tab = open_map("thousand")
    tab.frame.locator(".place.cluster[role=button]").first.focus()
    focused = tab.frame.locator(".place:focus")
    for _ in range(12):
        if "cluster" not in (focused.get_attribute("class") or ""):
            break
        if key is None:
            focused.click()
        else:
            tab.page.keyboard.press(key)
        tab.page.wait_for_timeout(300)
    number = (focused.get_attribute("aria-label") or "").split(",")[0].removeprefix("Place ")
    tab.page.keyboard.press("Enter")
    tab.expect_chosen(f"gn:{number}", view=2)


def test_places_in_one_spot_are_each_chosen_after_their_cluster_opened(open_map: OpenMap) -> None:
    tab = open_map("heap")
    for _ in range(12):
        clusters = tab.frame.locator(".place.cluster[role=button]")
        if clusters.count() == 0:
            break
        clusters.first.press("Enter")
        tab.page.wait_for_timeout(300)
    missed = tab.map("""() => [...Array(20).keys()].filter(i => {
        const {x, y} = datelineMap.pixelOf('gn:' + i);
        const hit = document.elementFromPoint(x, y);
        return !(hit && hit.ariaLabel && hit.ariaLabel.startsWith('Place ' + i + ','));
    })""")
    assert missed == []


def test_of_five_thousand_places_the_page_holds_a_few_hundred_signs(open_map: OpenMap) -> None:
    tab = open_map("five_thousand")
    for zoom in (2, 4, 6, 8):
        tab.map(f"map.setView([20, 10], {zoom}, {{animate: false}})")
        assert 0 < tab.frame.locator(".place").count() < MOST_SIGNS


def test_an_outline_stands_under_the_markers_and_takes_no_click(open_map: OpenMap) -> None:
    tab = open_map("areas")
    tab.frame.get_by_role("button", name="Place 1,").press("Enter")
    tab.expect_chosen("gn:1", view=2)
    expect(tab.frame.locator(".area.outline.disputed")).to_have_count(1)
    assert tab.map("getComputedStyle(map.getPane('area')).pointerEvents") == "none"
    west, east = tab.map("[map.getBounds().getWest(), map.getBounds().getEast()]")
    assert east - west < WIDEST_DEGREES
    assert tab.map("document.querySelector('.area.land').getBBox().width") < tab.map("innerWidth")
    tab.frame.get_by_role("button", name="Place 0,").press("Enter")
    tab.expect_chosen("gn:0", view=3)
    expect(tab.frame.locator(".area")).to_have_count(0)
    assert tab.map("datelineMap.mounts") == 1


def test_fit_all_goes_the_short_way_around_the_world(open_map: OpenMap) -> None:
    tab = open_map("areas")
    tab.frame.get_by_role("button", name="Fit all").click()
    west, east = tab.map("[map.getBounds().getWest(), map.getBounds().getEast()]")
    assert east - west < WIDEST_DEGREES
    assert tab.map(
        "['gn:0', 'gn:1'].every(id => { const {x} = datelineMap.pixelOf(id); return x > 0 && x < innerWidth })"
    )


def test_everything_comes_from_below_the_base_path(open_map: OpenMap, site: str) -> None:
    tab = open_map("crowd")
    tab.page.wait_for_load_state("networkidle")
    assert [answer for answer in tab.asked if answer[0] >= 400 or not answer[1].startswith((site, "data:"))] == []
    assert {"leaflet.js", "map.js", "map.css", "world.topojson", "labels.json"} <= {
        address.split("?")[0].rsplit("/", 1)[-1] for _, address in tab.asked
    }


def test_is_light_or_dark_as_the_page_is(open_map: OpenMap) -> None:
    tab = open_map("crowd", scheme="dark")
    assert tab.map("document.documentElement.dataset.theme") == "dark"
    tab.page.emulate_media(color_scheme="light")
    tab.frame.wait_for_function("document.documentElement.dataset.theme === 'light'")
