"""The table of places: equal to the map, searched, filtered, sorted, and given away as files."""

import csv
import io
import json
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import OpenTab
from tests.browser.reader import Reader
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
