"""How fast the page is beside a plain st_folium page: `python benchmarks/page.py [repetitions]`.

In one run and in turns, so that both meet the same machine: process start -> first drawn marker, and click on a marker -> its
excerpt in the page, both in a real Chromium with every non-local request blocked; and the server's memory after the first visit.
The clock of a click runs in the browser, from the pointer's press to the first frame that holds the new excerpt.
"""

import os
import statistics
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.chromium import FLAGS, get_chromium  # noqa: E402
from tests.browser.server import free_port  # noqa: E402

REPETITIONS = 5
CLICKS = 8  # a repetition
STARTUP_S = 60
BETWEEN_CLICKS_MS = 900  # so that one click is over before the next
FIRST_MARKER_AIM, CLICK_AIM = 1.3, 4.0  # at most so much slower; at least so much faster

HELPERS = """
    const frame = () => document.querySelector('iframe[title^="streamlit_folium"]')
    const inside = () => frame()?.contentDocument
    const now = () => performance.timeOrigin + performance.now()
    const centre = node => { const box = node.getBoundingClientRect(); return { x: box.x + box.width / 2, y: box.y + box.height / 2 } }
"""


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
    marker="inside()?.querySelector('.place-icon [role=button]')",
    targets="['gn:524901', 'iso:IR'].map(id => frame().contentWindow.datelineMap.pixelOf(id))",
    excerpt="""[...document.querySelectorAll('.st-key-place *')].map(node => node.shadowRoot).find(Boolean)
        ?.querySelector('.card')?.textContent ?? ''""",
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
    port = free_port()
    flags = [
        "--server.headless=true",
        "--server.address=127.0.0.1",
        f"--server.port={port}",
        "--server.fileWatcherType=none",
    ]
    command = [sys.executable, "-m", "streamlit", "run", contender.script, *flags, "--browser.gatherUsageStats=false"]
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        page = context.new_page()
        page.route(lambda url: not url.startswith(f"http://127.0.0.1:{port}/"), lambda route: route.abort())
        page.goto(f"http://127.0.0.1:{port}/", wait_until="commit")
        page.wait_for_function(f"() => {{ {HELPERS}; return Boolean({contender.marker}) }}", polling="raf")
        first_marker_s = time.monotonic() - begun
        page.wait_for_timeout(2500)
        memory_mb = _resident_mb(process.pid)
        return Visit(first_marker_s=first_marker_s, clicks_ms=_click(contender, page), memory_mb=memory_mb)
    finally:
        context.close()
        process.terminate()
        process.wait(timeout=20)


def _click(contender: Contender, page: Page) -> tuple[float, ...]:
    box = page.locator('iframe[title^="streamlit_folium"]').bounding_box()
    if box is None:
        raise RuntimeError(f"{contender.name} shows no map")
    times = []
    for turn in range(CLICKS):
        page.evaluate(f"""() => {{ {HELPERS}
            const before = {contender.excerpt}
            window.took = null
            inside().addEventListener('pointerdown', () => {{
                const begun = now()
                const look = () => ({contender.excerpt}) !== before ? (window.took = now() - begun) : requestAnimationFrame(look)
                look()
            }}, {{ capture: true, once: true }})
        }}""")
        target = page.evaluate(f"() => {{ {HELPERS}; return {contender.targets} }}")[turn % 2]
        page.mouse.click(box["x"] + target["x"], box["y"] + target["y"])
        times.append(float(page.wait_for_function("() => window.took").json_value()))
        page.wait_for_timeout(BETWEEN_CLICKS_MS)
    return tuple(times)


def _wait_for(address: str) -> None:
    until = time.monotonic() + STARTUP_S
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(f"no server came up at {address}")


def _resident_mb(pid: int) -> float:
    shown = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True)
    return int(shown.stdout) / 1024


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
    visits: dict[str, list[Visit]] = {DATELINE.name: [], PLAIN.name: []}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for turn in range(repetitions + 1):
            for contender in (DATELINE, PLAIN):
                seen = visit(contender, browser)
                if turn:  # the first round warms the disk's cache
                    visits[contender.name].append(seen)
        browser.close()
    sys.stdout.write(report(visits[DATELINE.name], visits[PLAIN.name]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
