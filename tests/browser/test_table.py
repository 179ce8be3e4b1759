"""The table of places: equal to the map, searched, filtered, sorted, and given away as files."""

import csv
import io
import json
from pathlib import Path

from playwright.sync_api import expect

from benchmarks.wide_story import towns, wide_text
from geo.gazetteer.index import open_gazetteer
from geo.settings import read_settings
from tests.browser.conftest import OpenTab
from tests.browser.reader import FRAME, SETTLE_MS, Reader
from tests.browser.test_own_text import STORY, paste


def download(reader: Reader, label: str) -> tuple[str, bytes]:
    """Return the name and the content of a file that the page gives."""
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("button", name=label).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def listed(reader: Reader) -> list[str]:
    """Return the ids of the table's rows, from top to bottom."""
    ids: list[str] = reader.page.locator(".st-key-table tbody tr").evaluate_all(
        "rows => rows.map(row => row.dataset.id)"
    )
    return ids


def test_the_places_are_given_as_table_and_geojson(tab: OpenTab) -> None:
    reader = tab().open()
    name, content = download(reader, "Download as CSV")
    table = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert name == "dateline-karabakh-ceasefire-2020.csv"
    assert content.startswith(b"\xef\xbb\xbf")
    assert [row["id"] for row in table] == listed(reader)
    name, content = download(reader, "Download as GeoJSON")
    assert name == "dateline-karabakh-ceasefire-2020.geojson"
    assert {feature["properties"]["id"] for feature in json.loads(content)["features"]} == set(listed(reader))
    reader.clean()


def test_a_pasted_text_is_given_to_its_reader_and_to_nobody_else(tab: OpenTab) -> None:
    reader = tab().open()
    paste(reader, STORY, "My story")
    expect(reader.article).to_contain_text(STORY)
    expect(reader.page.locator(".st-key-table tbody tr")).to_have_count(2)
    name, content = download(reader, "Download as CSV")
    assert name == "dateline-own-1.csv"
    assert b"Aleppo" in content
    for ending in ("json", "geojson"):
        assert reader.page.request.get(f"{reader.address}api/articles/own-1.{ending}").status == 404
    reader.clean()


def test_typing_filters_table_and_map_and_escape_clears(tab: OpenTab) -> None:
    reader = tab().open()
    everything = listed(reader)
    history = reader.page.evaluate("history.length")
    reader.page.locator("body").press("/")
    reader.page.keyboard.type("ارمينيا")
    expect(reader.page.locator(".st-key-search [role=status]")).to_contain_text("1 place · ")
    expect(reader.page.locator(".st-key-table tbody tr")).to_have_count(1)
    assert listed(reader) == ["iso:AM"]
    reader.page.wait_for_function(
        f"document.querySelector('{FRAME}').contentWindow.datelineMap.pixelOf('iso:IR') === null"
    )
    assert reader.map("map.pixelOf('iso:AM')") is not None
    highlighted = "[...CSS.highlights.get('dateline-found') ?? []].map(range => range.toString())"
    assert set(reader.page.evaluate(highlighted)) == {"أرمينيا"}
    reader.expect_parameter("q", "ارمينيا")
    assert reader.page.evaluate("history.length") == history
    reader.page.keyboard.press("Escape")
    reader.expect_parameter("q", None)
    expect(reader.page.locator(".st-key-table tbody tr")).to_have_count(len(everything))
    assert reader.page.evaluate(highlighted) == []
    assert reader.page.evaluate("window.datelineMounts") == 1
    reader.clean()


def test_a_link_restores_the_filters_and_reset_takes_them_back(tab: OpenTab) -> None:
    reader = tab().open("?class=L&kind=place&focus=1&q=%3Cb%3E")
    expect(reader.page.locator(".st-key-search [role=status]")).to_have_text(
        "No place and no word of this story matches “<b>”."
    )
    expect(reader.page.get_by_role("searchbox", name="Search a place or word")).to_have_value("<b>")
    expect(reader.page.locator('.chip[aria-pressed="true"]')).to_have_count(3)
    reader.page.get_by_role("button", name="Reset").click()
    for key in ("class", "kind", "focus", "q"):
        reader.expect_parameter(key, None)
    expect(reader.page.locator('.chip[aria-pressed="true"]')).to_have_count(0)
    expect(reader.page.get_by_role("searchbox")).to_have_value("")
    reader.clean()


def test_groups_of_chips_narrow_each_other(tab: OpenTab) -> None:
    reader = tab().open()
    reader.page.get_by_role("group", name="Focus").get_by_role("button").click()
    reader.expect_parameter("focus", "1")
    expect(reader.page.locator(".st-key-table tbody tr")).to_have_count(1)
    expect(reader.page.locator(".st-key-table caption")).to_contain_text("1 of ")
    iran = reader.page.locator(".chip", has_text="Iran")
    expect(iran.locator(".count")).to_have_text("0")
    reader.clean()


def test_the_table_sorts_and_is_walked_by_the_keyboard(tab: OpenTab) -> None:
    reader = tab().open()
    table = reader.page.get_by_role("table")
    headings = table.get_by_role("columnheader")
    for index in range(headings.count()):
        heading = headings.nth(index)
        heading.get_by_role("button").click()
        first = heading.get_attribute("aria-sort")
        heading.get_by_role("button").press("Enter")
        expect(heading).to_have_attribute("aria-sort", "descending" if first == "ascending" else "ascending")
        expect(table.locator('[aria-sort="none"]')).to_have_count(headings.count() - 1)
    rows = table.get_by_role("rowheader")
    rows.first.get_by_role("button").focus()
    reader.page.keyboard.press("ArrowDown")
    expect(rows.nth(1).get_by_role("button")).to_be_focused()
    reader.page.keyboard.press("Enter")
    reader.expect_parameter("p", listed(reader)[1])
    reader.page.keyboard.press("End")
    expect(rows.last.get_by_role("button")).to_be_focused()
    reader.clean()


def test_a_long_table_is_drawn_as_far_as_it_is_read(tab: OpenTab) -> None:
    reader = tab().open()
    paste(reader, wide_text(towns(open_gazetteer(read_settings().gazetteer), 320)), "World")
    table = reader.page.get_by_role("table")
    rows = table.locator("tbody tr")
    expect(rows).to_have_count(200, timeout=SETTLE_MS)
    count = int(table.get_attribute("aria-rowcount") or 0)
    assert count > 300
    expect(table.locator("caption")).to_contain_text(f"{count - 1} places")
    expect(table.get_by_role("columnheader").first.locator("..")).to_have_attribute("aria-rowindex", "1")

    reader.page.locator(".mention.place").last.click()  # the table goes on in the order of the text
    expect(rows).to_have_count(201)
    expect(rows.last).to_have_attribute("aria-selected", "true")
    expect(rows.last).to_have_attribute("aria-rowindex", str(count))
    rows.first.click()
    expect(rows).to_have_count(200)
    expect(rows.first).to_have_attribute("aria-selected", "true")

    rows.last.get_by_role("button").focus()
    reader.page.keyboard.press("ArrowDown")
    expect(rows).to_have_count(count - 1)
    expect(rows.nth(200).get_by_role("button")).to_be_focused()
    expect(reader.page.get_by_role("button", name="Show more places")).to_have_count(0)
    table.get_by_role("columnheader").first.get_by_role("button").click()
    expect(rows).to_have_count(count - 1)
    expect(rows.first).to_have_attribute("aria-rowindex", "2")
    reader.clean()


def test_a_button_draws_the_rows_behind_the_first_ones(tab: OpenTab) -> None:
    reader = tab().open()
    paste(reader, wide_text(towns(open_gazetteer(read_settings().gazetteer), 320)), "World")
    rows = reader.page.get_by_role("table").locator("tbody tr")
    expect(rows).to_have_count(200, timeout=SETTLE_MS)
    reader.page.get_by_role("button", name="Show more places").click()
    expect(rows.nth(200).get_by_role("button")).to_be_focused()
    reader.page.keyboard.press("End")
    expect(rows.last.get_by_role("button")).to_be_focused()
    reader.clean()


def test_a_click_is_sent_nothing_that_it_did_not_change(tab: OpenTab) -> None:
    reader = tab()
    frames: list[str | bytes] = []
    reader.page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(frame)))
    reader.open()
    frames.clear()
    reader.click_marker("iso:IR")
    reader.expect_parameter("p", "iso:IR")
    reader.click_marker("gn:524901")
    reader.expect_parameter("p", "gn:524901")
    received = b"".join(frame if isinstance(frame, bytes) else frame.encode() for frame in frames)
    assert b"gn:524901" in received
    for unchanged in (b"iso:TR", b"iso:FR", b"Nationality words"):  # of markers, cards at hand and table
        assert unchanged not in received


def test_more_countries_than_have_room_are_one_click_away(tab: OpenTab) -> None:
    reader = tab().open()
    countries = reader.page.get_by_role("group", name="Country")
    before = countries.locator(".chip").count()
    countries.get_by_role("button", name="More").click()
    expect(countries.get_by_role("button", name="More")).to_have_count(0)
    assert countries.locator(".chip").count() > before
    expect(countries.locator(".chip").nth(before)).to_be_focused()
    reader.clean()
