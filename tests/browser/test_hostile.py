"""Hostile text in every place that text can come from: shown as written, nothing runs, the page lives."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenTab
from tests.browser.hostile.payloads import PAYLOADS, TEXT
from tests.browser.server import ROOT, running

SCRIPT = Path(__file__).parent / "hostile" / "app.py"
FAILED = "could not be mapped, so the story before it stays: cannot read the index /x/<b>places</b>.dgz"


@pytest.fixture(scope="module")
def hostile() -> Iterator[str]:
    with running(SCRIPT, environment={"PYTHONPATH": str(ROOT)}) as address:
        yield address


def test_text_title_outlet_and_names_are_shown_as_written(tab: OpenTab, hostile: str) -> None:
    reader = tab(at=hostile).open()
    article = reader.article
    for line in TEXT.splitlines():
        expect(article).to_contain_text(line)
    expect(article.locator("h2")).to_have_text(" ".join(PAYLOADS))
    expect(article.locator(".source")).to_contain_text(" ".join(PAYLOADS))
    expect(reader.page.locator(".st-key-about")).to_contain_text(PAYLOADS[0])
    expect(reader.page.locator("tbody")).to_contain_text("<script>window.pwned=1</script>")
    mentions = reader.page.locator(".mention")
    for number in range(mentions.count()):
        payload = mentions.nth(number).text_content() or "?"
        mentions.nth(number).click()
        expect(reader.card.locator("h3")).to_contain_text(payload)
        expect(reader.excerpt).to_have_text(payload)
        expect(reader.card.locator(".note")).to_contain_text(payload)
    for scheme in ("**bold**", "# Title"):
        expect(reader.page.locator("tbody")).to_contain_text(scheme)
    assert "A49B" not in (reader.page.content())
    reader.clean()


def test_hostile_markers_are_clicked_and_hovered(tab: OpenTab, hostile: str) -> None:
    reader = tab(at=hostile).open()
    reader.page.frame_locator("iframe").get_by_role("button", name="Fit all").click()
    x, y = reader.pixel("gn:0")
    reader.page.mouse.move(x, y)
    expect(reader.page.frame_locator("iframe").locator("body")).to_contain_text("A{{7*7}}B")
    reader.click_marker("gn:0")
    expect(reader.card.locator("h3")).to_contain_text("A{{7*7}}B")
    reader.expect_parameter("p", "gn:0")
    reader.clean()


def test_hostile_titles_in_the_picker(tab: OpenTab, hostile: str) -> None:
    reader = tab(at=hostile).open()
    shown = reader.page.get_by_role("combobox", name="Story").input_value()
    assert shown.split() == " ".join(PAYLOADS).split()
    reader.page.get_by_role("combobox", name="Story").click()
    expect(reader.page.get_by_role("option").first).to_contain_text("**bold** [x](javascript:alert(1))")
    reader.clean()


def test_a_failing_story_leaves_the_last_one_and_says_why(tab: OpenTab, hostile: str) -> None:
    reader = tab(at=hostile).open()
    reader.pick("Failing")
    expect(reader.page.locator(".st-key-notices")).to_contain_text(FAILED)
    expect(reader.page.locator(".mention").first).to_be_visible()
    assert reader.page.evaluate("window.datelineMounts") == 1
    reader.pick("Bare")
    expect(reader.page.locator(".st-key-about")).to_have_text("No places were found in this story.")
    expect(reader.page.get_by_text(FAILED)).to_have_count(0)
    expect(reader.page.locator("caption")).to_have_text("No places to list.")
    reader.clean()


def test_the_text_comes_before_its_places(tab: OpenTab, hostile: str) -> None:
    reader = tab(at=hostile)
    reader.page.goto(f"{hostile}?a=slow")
    expect(reader.page.locator(".st-key-text")).to_contain_text("A slow story about Homs.")
    expect(reader.page.locator(".st-key-about")).to_have_text("Finding the places…")
    assert reader.page.locator(".mention").count() == 0
    reader.ready()
    expect(reader.page.locator(".st-key-about")).to_have_text("This story names Homs.")
    reader.clean()
