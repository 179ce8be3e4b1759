"""What the reader is told when a part is missing, and what still works then; and the page below a base path."""

from playwright.sync_api import Route, expect

from tests.browser.conftest import OpenTab
from tests.browser.server import running


def test_the_tests_notice_and_stop_what_would_leave_the_machine(tab: OpenTab) -> None:
    reader = tab()
    outside = ["http://example.org/a.png", "http://192.0.2.1/a.png"]
    failed: list[str] = []
    reader.page.on("requestfailed", lambda request: failed.append(request.url))
    reader.page.evaluate("addresses => addresses.forEach(address => { new Image().src = address })", outside)
    reader.page.wait_for_timeout(1000)
    assert sorted(failed) == sorted(reader.left_machine) == sorted(outside)


def test_without_the_maps_scripts_text_and_table_still_work(tab: OpenTab) -> None:
    reader = tab()
    reader.page.route("**/assets/leaflet.js*", lambda route: route.fulfill(status=404, body="gone"))
    reader.page.goto(reader.address)
    expect(reader.page.locator(".st-key-watch")).to_contain_text("The map could not be drawn", timeout=12_000)
    reader.mention("إيران").click()
    expect(reader.card.locator("h3")).to_contain_text("Iran")
    reader.page.locator('tr[data-id="iso:AM"] button').click()
    expect(reader.card.locator("h3")).to_contain_text("Armenia")


def test_a_slow_map_takes_its_sentence_back(tab: OpenTab) -> None:
    reader = tab()
    held: list[Route] = []
    reader.page.route("**/assets/map.js*", lambda route: held.append(route))
    reader.page.goto(reader.address)
    expect(reader.page.locator(".st-key-watch")).to_contain_text("The map could not be drawn", timeout=12_000)
    for route in held:
        route.continue_()
    reader.ready()
    expect(reader.page.locator(".st-key-watch")).not_to_contain_text("could not")


def test_without_the_gazetteer_the_text_stands_and_one_sentence_says_why(tab: OpenTab) -> None:
    with running(environment={"DATELINE_GAZETTEER": "/nowhere/places.dgz"}) as address:
        reader = tab(at=address)
        reader.page.goto(address)
        expect(reader.page.locator(".st-key-text article")).to_contain_text("روحاني")
        expect(reader.page.locator(".st-key-notices")).to_contain_text("The places could not be found")
        expect(reader.page.locator(".st-key-notices")).to_contain_text("/nowhere/places.dgz")
        reader.clean()


def test_below_a_base_path_everything_works(tab: OpenTab) -> None:
    with running(base="news") as address:
        reader = tab(at=address).open()
        reader.click_marker("iso:IR")
        expect(reader.card.locator("h3")).to_contain_text("Iran")
        reader.expect_parameter("p", "iso:IR")
        assert reader.page.url.startswith(f"{address}?")
        reader.page.go_back()
        expect(reader.card).to_have_count(0)
        reader.clean()
