"""What one small instance takes: `python benchmarks/visits.py [visits] [python ...]`.

Real visits in Chromium, one after the other and each in a browser of its own state: a story is opened by its link, four of its
mentions are clicked, every third visitor pastes a text. Shown are the time from the start of the process to the first drawn marker
and the server's resident memory before any visit, after some of them, and at its highest; free hosts give little, so at most 500 MB
after 20 visits is the aim. `python` names interpreters that have requirements.txt installed, by default the one that runs this.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.page_visit import FIRST_MARKER, Server, serving, tab, wait_until
from geo.articles import read_library
from tests.browser.chromium import FLAGS, get_chromium

VISITS = 20
CLICKS = 4
PASTES_EVERY = 3
SHOWN = (1, 5, 10, 20, 50, 100)  # visits after which the memory is shown
MEMORY_AIM_MB = 500
OWN_TEXT = "The delegation flew from Aleppo to Baghdad and on to Basra. " * 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one server showed."""

    python: str
    first_marker_s: float
    idle_mb: float  # before any visit
    after_mb: dict[int, float]  # by the number of visits
    peak_mb: float


def measure(browser: Browser, python: str, visits: int) -> Figures:
    """Start a server, visit it, and stop it."""
    stories = [article.id for article in read_library().articles]
    after: dict[int, float] = {}
    with serving("app.py", python=python) as server:
        idle_mb = server.memory_mb
        first_marker_s = 0.0
        for visit in range(1, visits + 1):
            with tab(browser, server.address) as page:
                page.goto(f"{server.address}?ui=en&a={stories[(visit - 1) % len(stories)]}", wait_until="commit")
                wait_until(page, FIRST_MARKER)
                first_marker_s = first_marker_s or time.monotonic() - server.begun
                _click_mentions(page)
                if visit % PASTES_EVERY == 0:
                    _paste(page)
            after[visit] = server.memory_mb
        peak_mb = _peak_mb(server)
    return Figures(
        python=_version(python), first_marker_s=first_marker_s, idle_mb=idle_mb, after_mb=after, peak_mb=peak_mb
    )


def table(figures: Figures) -> Iterator[str]:
    """Yield the lines of one server's table."""
    last = max(figures.after_mb)
    yield f"{figures.python}"
    yield f"  start -> first marker  {figures.first_marker_s:6.1f} s"
    yield f"  memory, no visit yet   {figures.idle_mb:6.0f} MB"
    for visits in sorted({visits for visits in SHOWN if visits <= last} | {last}):
        yield f"  after {visits:3} visits       {figures.after_mb[visits]:6.0f} MB"
    yield f"  at its highest         {figures.peak_mb:6.0f} MB"
    kept = "kept" if figures.after_mb[last] <= MEMORY_AIM_MB else "missed"
    yield f"  aim: at most {MEMORY_AIM_MB} MB after {VISITS} visits: {kept}"


def _click_mentions(page: Page) -> None:
    page.locator(".mention").first.wait_for()
    step = max(1, page.locator(".mention").count() // CLICKS)
    for number in range(CLICKS):
        page.locator(".mention").nth(number * step).click()
        page.locator('.mention[aria-pressed="true"]').first.wait_for()
    page.locator("section.card").wait_for()


def _paste(page: Page) -> None:
    page.locator(".st-key-paste button").click()
    page.locator(".st-key-paste_text textarea").fill(OWN_TEXT)
    page.locator(".st-key-paste_go button").click()
    page.locator(".mention", has_text="Basra").first.wait_for()


def _peak_mb(server: Server) -> float:
    lines = Path(f"/proc/{server.pid}/status").read_text(encoding="ascii").splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmHWM:"))) / 1024


def _version(python: str) -> str:
    return subprocess.run([python, "--version"], capture_output=True, text=True, check=True).stdout.strip()


def main() -> None:
    """Print a table for each Python."""
    visits = int(sys.argv[1]) if len(sys.argv) > 1 else VISITS
    chromium = get_chromium()
    if chromium is None:
        sys.exit("There is no Chromium here, and none could be installed.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for python in sys.argv[2:] or [sys.executable]:
            print("\n".join(table(measure(browser, python, visits))), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
