"""How fast the page is: `python benchmarks/page.py [repetitions]`.

First beside a plain st_folium page, in one run and in turns, so that both meet the same machine: process start -> first drawn marker, and
click on a marker -> its excerpt in the page, both in a real Chromium with every non-local request blocked; and the server's memory after
the first visit. The clock of a click runs in the browser, from the pointer's press to the first frame that holds the new excerpt.
Then, also in turns, the founding story beside generated ones of 500 and of 5,000 places.
"""

import os
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import page_story
from benchmarks.page_visit import EXCERPT, FIRST_MARKER, HELPERS, SETTLE_MS, serving, tab, time_click, wait_until
from tests.browser.chromium import FLAGS, get_chromium

REPETITIONS = 5
CLICKS = 8  # a repetition
FIRST_MARKER_AIM, CLICK_AIM = 1.3, 4.0  # at most so much slower; at least so much faster


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """A page, and where in the browser its markers and its excerpt are found; the expressions may use `HELPERS`."""

    name: str
    script: str
    marker: str  # truthy once a marker is drawn
    targets: str  # pixels of Moscow and of Iran, in the frame
    excerpt: str  # what the page says about the marker that was clicked last


DATELINE = Contender(
    name="Dateline",
    script="app.py",
    marker=FIRST_MARKER,
    targets="['gn:524901', 'iso:IR'].map(id => frame().contentWindow.datelineMap.pixelOf(id))",
    excerpt=EXCERPT,
)
PLAIN = Contender(
    name="plain st_folium",
    script="benchmarks/plain_app.py",
    marker="inside()?.querySelector('path.leaflet-interactive')",
    targets="[0, 4].map(index => centre(inside().querySelectorAll('path.leaflet-interactive')[index]))",
    excerpt="document.querySelector('[data-testid=stText]')?.textContent ?? ''",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One process, from its start to the last click."""

    first_marker_s: float
    clicks_ms: tuple[float, ...]
    memory_mb: float  # resident, of the server, after the first marker


def visit(contender: Contender, browser: Browser) -> Visit:
    """Start a server, open its page in a new tab, click its markers, and stop it."""
    with serving(contender.script) as server, tab(browser, server.address) as page:
        page.goto(server.address, wait_until="commit")
        wait_until(page, contender.marker)
        first_marker_s = time.monotonic() - server.begun
        page.wait_for_timeout(SETTLE_MS)
        memory_mb = server.memory_mb
        return Visit(first_marker_s=first_marker_s, clicks_ms=_click(contender, page), memory_mb=memory_mb)


def _click(contender: Contender, page: Page) -> tuple[float, ...]:
    def target(turn: int) -> dict[str, float]:
        pixels: list[dict[str, float]] = page.evaluate(f"() => {{ {HELPERS}; return {contender.targets} }}")
        return pixels[turn % 2]

    times = (time_click(page, target(turn), contender.excerpt) for turn in range(CLICKS))
    return tuple(took for took in times if took is not None)


def _row(label: str, ours: list[float], theirs: list[float], ratio: str, digits: int) -> str:
    def cell(values: list[float]) -> str:
        return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}-{max(values):.{digits}f})"

    return f"| {label:<34} | {cell(ours):>20} | {cell(theirs):>20} | {ratio:<27} |"


def report(ours: list[Visit], theirs: list[Visit]) -> str:
    """Return the table: medians, with the extremes in brackets."""
    starts = [[one.first_marker_s for one in visits] for visits in (ours, theirs)]
    clicks = [[took for one in visits for took in one.clicks_ms] for visits in (ours, theirs)]
    memory = [[one.memory_mb for one in visits] for visits in (ours, theirs)]
    slower = statistics.median(starts[0]) / statistics.median(starts[1])
    faster = statistics.median(clicks[1]) / statistics.median(clicks[0])
    load = os.getloadavg()[0]
    lines = [
        f"{len(ours)} processes each, {len(clicks[0])} clicks each, {os.cpu_count()} cores, load {load:.1f} at the end",
        f"| {'':<34} | {DATELINE.name:>20} | {PLAIN.name:>20} | {'ratio (aim)':<27} |",
        f"|{'-' * 36}|{'-' * 21}:|{'-' * 21}:|{'-' * 29}|",
        _row("process start -> first marker, s", starts[0], starts[1], f"{slower:.2f} (<= {FIRST_MARKER_AIM})", 2),
        _row("click -> excerpt in the page, ms", clicks[0], clicks[1], f"{faster:.1f} faster (>= {CLICK_AIM:.0f})", 0),
        _row("server's memory after a visit, MB", memory[0], memory[1], "", 0),
    ]
    return "\n".join(lines)


def main() -> int:
    """Measure and print."""
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else REPETITIONS
    chromium = get_chromium()
    if chromium is None:
        sys.stdout.write("No Chromium could be found or installed; install one and try again.\n")
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        sys.stdout.write(_beside_plain(browser, repetitions) + "\n\n")
        sys.stdout.write(_large_stories(browser, repetitions) + "\n")
        browser.close()
    return 0


def _beside_plain(browser: Browser, repetitions: int) -> str:
    visits: dict[str, list[Visit]] = {DATELINE.name: [], PLAIN.name: []}
    for turn in range(repetitions + 1):
        for contender in (DATELINE, PLAIN):
            seen = visit(contender, browser)
            if turn:  # the first round warms the disk's cache
                visits[contender.name].append(seen)
    return report(visits[DATELINE.name], visits[PLAIN.name])


def _large_stories(browser: Browser, repetitions: int) -> str:
    visits: dict[str, list[page_story.StoryVisit]] = {name: [] for name in page_story.STORIES}
    with page_story.libraries() as libraries:
        for _ in range(repetitions):
            for name, settings in libraries.items():
                visits[name].append(page_story.visit_story(settings, browser))
    return page_story.report(visits)


if __name__ == "__main__":
    sys.exit(main())
