"""The page by keyboard and by ear: axe over its states, the order of Tab, the keys, and what a screen reader is told."""

from importlib import resources
from itertools import groupby
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenTab, Scheme
from tests.browser.reader import FRAME, Reader

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
GRAVE = ("serious", "critical")
WORDS = {
    "en": {
        "paste": "Paste your own text",
        "keys": "Keys",
        "places": "Places",
        "armenia": "Armenia",
        "marker": "Armenia, country, certain, mention 1 of 7.",
        "next": "Armenia, country, certain, mention 2 of 7.",
        "row": "Iran, country, certain, mention 1 of 3.",
        "demonym": "الإيراني, a nationality word, counted for Iran, certain.",
        "closed": "Nothing is selected.",
    },
    "ar": {
        "paste": "ألصق نصك",
        "keys": "المفاتيح",
        "places": "الأماكن",
        "armenia": "أرمينيا",
        "marker": "أرمينيا، بلد، مؤكد، الإشارة 1 من 7.",
        "next": "أرمينيا، بلد، مؤكد، الإشارة 2 من 7.",
        "row": "إيران، بلد، مؤكد، الإشارة 1 من 3.",
        "demonym": "الإيراني، صفة نسبة تُحسب لـ: إيران، مؤكد.",
        "closed": "لم يُختر شيء.",
    },
}

# The element that has the focus, through shadow roots and the map's frame: its region, its name, its place, its ring.
FOCUSED = """() => {
    let at = document.activeElement, frame = false
    const region = () => at.closest('[class*="st-key-"]')?.className.match(/st-key-([\\w-]+)/)[1] ?? at.dataset.testid ?? at.tagName
    let part = region()
    for (;;) {
        if (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
        else if (at.tagName === "IFRAME") [at, frame, part] = [at.contentDocument.activeElement, true, "map"]
        else break
    }
    const rings = [at, at.parentElement, at.parentElement?.parentElement].filter(Boolean).map(each => getComputedStyle(each))
    const ring = rings.some(style => style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2)
    const box = at.getBoundingClientRect()
    return { part, ring, name: at.getAttribute("aria-label") ?? at.textContent.slice(0, 40), middle: box.left + box.width / 2 }
}"""

# Keeps what the live region says, each sentence as often as it is put there.
LISTEN = """() => {
    window.heard = []
    const host = document.querySelector('.st-key-voice [data-testid="stBidiComponentIsolated"]')
    const region = host.shadowRoot.querySelector('[role="status"]')
    const hear = () => window.heard.push(region.textContent)
    new MutationObserver(hear).observe(region, { childList: true, characterData: true, subtree: true })
    return region.textContent
}"""


def check(reader: Reader, state: str) -> list[str]:
    """Return what axe finds grave in the page and the map's frame as they are now, one line an element."""
    reader.page.locator('.stApp[data-test-script-state="notRunning"]').wait_for()
    lines = []
    for frame in reader.page.frames:
        # behind a dialog Streamlit hides what overflows the body, which has no height: axe would take all text for hidden
        frame.add_style_tag(content="html, body { overflow: visible !important }")
        frame.evaluate(AXE)
        found = frame.evaluate("axe.run(document, { iframes: false, resultTypes: ['violations'] })")
        lines += [
            f"{state}: {violation['id']} ({violation['impact']}) at {node['target']} {node['html']} in {frame.url}: {node['failureSummary']}"
            for violation in found["violations"]
            if violation["impact"] in GRAVE
            for node in violation["nodes"]
        ]
    return lines


def test_axe_sees_into_shadows_dialogs_and_the_map(tab: OpenTab) -> None:
    reader = tab().open("?p=iso:AM")
    spoil_page = """frame => {
        const card = document.querySelector('.st-key-place [data-testid="stBidiComponentIsolated"]').shadowRoot
        card.querySelector(".subtitle").style.opacity = 0.3
        document.querySelector(frame).contentDocument.querySelector(".fit-all button").style.opacity = 0.3
    }"""
    reader.page.evaluate(spoil_page, FRAME)
    assert faint(check(reader, "spoilt")) == 2
    reader.page.get_by_role("button", name=WORDS["en"]["paste"]).click()
    dialog = reader.page.get_by_role("dialog")
    dialog.locator("p").first.evaluate("each => { each.style.cssText = 'color: #bbb; background: #fff' }")
    expect(dialog.get_by_role("button", name="Map it")).to_be_visible()
    assert faint(check(reader, "spoilt")) == 2  # the card lies behind the dialog


def faint(lines: list[str]) -> int:
    return sum("color-contrast" in line for line in lines)


# Each two of size, theme and language meet once.
@pytest.mark.parametrize(
    ("size", "scheme", "language"),
    [
        ("desktop", "light", "en"),
        ("desktop", "dark", "ar"),
        ("phone", "light", "ar"),
        ("phone", "dark", "en"),
    ],
)
def test_axe_finds_nothing_grave(tab: OpenTab, size: str, scheme: Scheme, language: str) -> None:
    reader, words = tab(size, scheme=scheme).open(f"?ui={language}"), WORDS[language]
    page = reader.page
    found = check(reader, "opened")
    reader.click_marker("iso:AM")
    expect(reader.card).to_be_visible()
    found += check(reader, "card")
    if size == "phone":
        page.get_by_role("button", name=words["places"], exact=True).click()
        page.locator("button.filters").click()
    page.locator(".chip", has_text=words["armenia"]).click()
    reader.expect_parameter("country", "AM")
    expect(page.locator("tbody tr")).to_have_count(1)
    found += check(reader, "filtered, table")
    page.get_by_role("button", name=words["paste"]).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    found += check(reader, "dialog")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name=words["keys"], exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    found += check(reader, "help")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator(".st-key-share button").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    found += check(reader, "share")
    assert found == [], "\n".join(found)
    reader.clean()


def stops(reader: Reader) -> list[dict[str, Any]]:
    """Return what Tab reaches from the top of the page to its end."""
    reached: list[dict[str, Any]] = []
    for _ in range(200):
        reader.page.keyboard.press("Tab")
        stop = reader.page.evaluate(FOCUSED)
        if stop["part"] == "BODY":
            return reached
        reached.append(stop)
    raise AssertionError("Tab comes to no end")


TOP = ["stSkipToContent", "stMainMenuButton", "stMain", "picker", "names", "language", "paste", "share", "help"]
REST = ["place", "table", "download_csv", "download_geojson", "data"]


@pytest.mark.parametrize(
    ("size", "language", "middle"),
    [
        ("desktop", "en", ["article", "map"]),
        ("desktop", "ar", ["article", "map"]),
        pytest.param("tablet", "en", ["map", "place", "article"], id="tablet, the map above the text"),
    ],
)
def test_tab_goes_as_the_eye_does_and_shows_where_it_is(
    tab: OpenTab, size: str, language: str, middle: list[str]
) -> None:
    reader = tab(size).open(f"?ui={language}&p=iso:AM")
    expect(reader.card).to_be_visible()
    reached = stops(reader)
    order = [part for part, _ in groupby(stop["part"] for stop in reached)]
    rest = [part for part in REST if part not in middle]
    chips = ["chips"] if size == "desktop" else []  # elsewhere they stand behind a button
    assert order == [*TOP, "search", *chips, *middle, *rest]
    assert [stop["name"] for stop in reached if not stop["ring"]] == []
    row = [stop["middle"] for stop in reached if stop["part"] in ("picker", "language", "paste", "help")]
    if size == "desktop":  # where it is one row
        assert row == sorted(row, reverse=language == "ar")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_is_reached_by_keys(tab: OpenTab, language: str) -> None:
    reader = tab().open(f"?ui={language}")
    page, press = reader.page, reader.page.keyboard.press
    arabic = language == "ar"  # whose keyboard has other letters where J and K are

    def letter(latin: str, its: str) -> None:
        typed = {"key": its if arabic else latin, "code": f"Key{latin.upper()}", "bubbles": True}
        page.evaluate("typed => document.body.dispatchEvent(new KeyboardEvent('keydown', typed))", typed)

    opening = reader.map("map.center()")
    letter("j", "ت")
    first = reader.page.locator(".mention").first
    expect(first).to_have_attribute("aria-pressed", "true")
    expect(first).to_be_focused()
    letter("j", "ت")
    letter("k", "ن")
    expect(first).to_have_attribute("aria-pressed", "true")
    reader.still()
    assert reader.map("map.center()") == opening
    press("Enter")
    expect(reader.card).to_be_visible()
    page.wait_for_function(
        "([frame, was]) => document.querySelector(frame).contentWindow.datelineMap.center().lat !== was",
        arg=[FRAME, opening["lat"]],
    )

    press("m")
    press("Tab")
    marker = page.evaluate(FOCUSED)
    assert marker["part"] == "map"
    press("Enter")
    expect(reader.chosen).to_have_text("قره باغ")
    press("?")
    expect(page.get_by_role("dialog", name=WORDS[language]["keys"])).to_be_visible()
    press("j")
    press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(reader.chosen).to_have_text("قره باغ")
    assert page.evaluate(FOCUSED)["name"] == marker["name"]

    press("t")
    press("ArrowDown")
    press("Enter")
    expect(page.locator("tbody tr").nth(1)).to_have_attribute("aria-selected", "true")
    press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("j?")
    expect(page.get_by_role("searchbox")).to_have_value("j?")
    press("Escape")
    expect(page.get_by_role("searchbox")).to_have_value("")
    reader.clean()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_each_selection_is_said_once_whatever_made_it(tab: OpenTab, language: str) -> None:
    reader, words = tab().open(f"?ui={language}"), WORDS[language]
    page = reader.page
    assert page.evaluate(LISTEN) == ""

    def heard(sentence: str) -> None:
        page.wait_for_function("sentence => window.heard.at(-1) === sentence", arg=sentence)
        page.wait_for_timeout(500)  # for the server's answer, and what might be said again
        assert page.evaluate("window.heard.splice(0)") == [sentence]

    reader.click_marker("iso:AM")
    heard(words["marker"])
    reader.mention("أرمينيا", 1).click()
    heard(words["next"])
    page.locator('tr[data-id="iso:IR"]').get_by_role("button").click()
    heard(words["row"])
    reader.mention("الإيراني").click()
    heard(words["demonym"])
    page.keyboard.press("k")
    page.wait_for_function("window.heard.length > 0")
    page.wait_for_timeout(500)
    assert len(page.evaluate("window.heard.splice(0)")) == 1
    reader.card.locator('[data-focus="close"]').click()
    heard(words["closed"])
    linked = tab().open(f"?ui={language}&p=iso:AM")
    expect(linked.page.locator(".st-key-voice [role=status]")).to_have_text(words["marker"])


def test_landmarks_and_headings_are_named_in_order(tab: OpenTab) -> None:
    reader = tab().open("?p=iso:AM&ui=fr")
    page = reader.page
    expect(page.get_by_role("navigation", name="Article et réglages")).to_be_visible()
    for name in ("Recherche et filtres", "Texte", "Lieux", "À propos des données"):
        expect(page.get_by_role("region", name=name, exact=True)).to_have_count(1)
    expect(page.get_by_role("complementary", name="Lieu sélectionné")).to_contain_text("Arménie")
    expect(page.locator(FRAME)).to_have_attribute("aria-label", "Carte des lieux cités dans l’article")
    expect(page.frame_locator(FRAME).locator("html")).to_have_attribute("lang", "fr")
    headings = page.get_by_role("heading").evaluate_all("all => all.map(each => Number(each.tagName[1]))")
    assert headings == [1, 2, 2, 3, 2]  # the page, the story, the map, its card, the table


def test_who_wants_calm_sees_nothing_move(tab: OpenTab) -> None:
    reader = tab().open()
    reader.mention("إيران").click()
    expect(reader.card).to_be_visible()
    moves = """frame => [document, document.querySelector(frame).contentDocument]
        .flatMap(each => each.getAnimations()).map(each => each.effect.target.className)"""
    assert reader.page.evaluate(moves, FRAME) == []
    before = reader.map("map.zoom()")
    reader.page.frame_locator(FRAME).locator(".leaflet-control-zoom-in").click()
    assert reader.page.evaluate(moves, FRAME) == []
    reader.still()
    assert reader.map("map.zoom()") > before


def test_keys_of_one_letter_are_switched_off_for_good(tab: OpenTab) -> None:
    reader = tab().open()
    page = reader.page
    page.keyboard.press("?")
    page.get_by_role("checkbox", name="Keys of one letter are on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("/")
    expect(reader.chosen).to_have_count(0)
    expect(page.locator(".st-key-search input")).not_to_be_focused()
    page.reload()
    reader.ready()
    page.keyboard.press("j")
    page.wait_for_timeout(300)
    expect(reader.chosen).to_have_count(0)
    page.locator(".st-key-help").get_by_role("button", name="Keys", exact=True).click()
    page.get_by_role("checkbox", name="Keys of one letter are on").check()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(reader.chosen).to_have_count(1)
    reader.clean()
