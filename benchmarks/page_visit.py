"""What the measurements of the page share: a server of its own, a tab that is cut off from the network, and the clock of a click."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as NoAnswer

from tests.browser.server import free_port

ROOT = Path(__file__).resolve().parents[1]
STARTUP_S = 60
SETTLE_MS = 2500  # after the first marker, until nothing more is drawn
ANSWER_MS = 10_000
BETWEEN_CLICKS_MS = 900  # so that one click is over before the next
HELPERS = """
    const frame = () => document.querySelector('iframe[title^="streamlit_folium"]')
    const inside = () => frame()?.contentDocument
    const now = () => performance.timeOrigin + performance.now()
    const centre = node => { const box = node.getBoundingClientRect(); return { x: box.x + box.width / 2, y: box.y + box.height / 2 } }
"""
FIRST_MARKER = "inside()?.querySelector('.place-icon [role=button]')"
EXCERPT = """[...document.querySelectorAll('.st-key-place *')].map(node => node.shadowRoot).find(Boolean)
    ?.querySelector('.card')?.textContent ?? ''"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server and when it was started, on the monotonic clock."""

    address: str
    pid: int
    begun: float

    @property
    def memory_mb(self) -> float:
        """Return what of it is resident."""
        shown = subprocess.run(["ps", "-o", "rss=", "-p", str(self.pid)], capture_output=True, text=True, check=True)
        return int(shown.stdout) / 1024


@contextmanager
def serving(
    script: str, environment: Mapping[str, str] | None = None, python: str = sys.executable
) -> Iterator[Server]:
    """Start a server with a Python and yield it as soon as it answers."""
    port = free_port()
    flags = [
        "--server.headless=true",
        "--server.address=127.0.0.1",
        f"--server.port={port}",
        "--server.fileWatcherType=none",
    ]
    command = [python, "-m", "streamlit", "run", script, *flags, "--browser.gatherUsageStats=false"]
    begun = time.monotonic()
    given = {**os.environ, **(environment or {})}
    process = subprocess.Popen(command, cwd=ROOT, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/"
        _wait_for(f"{address}_stcore/health")
        yield Server(address=address, pid=process.pid, begun=begun)
    finally:
        process.terminate()
        process.wait(timeout=20)


@contextmanager
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """Open a tab without any cache, which reaches nothing but the server."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    try:
        page = context.new_page()
        page.route(lambda url: not url.startswith(address), lambda route: route.abort())
        yield page
    finally:
        context.close()


def wait_until(page: Page, expression: str) -> None:
    """Wait until an expression, which may use `HELPERS`, is true in some frame."""
    page.wait_for_function(f"() => {{ {HELPERS}; return Boolean({expression}) }}", polling="raf")


def time_click(page: Page, target: Mapping[str, float], excerpt: str = EXCERPT) -> float | None:
    """Click a pixel of the map and return the ms from the pointer's press to the first frame with another excerpt.

    None where no other came: the map had moved on between the look at it and the click.
    """
    box = page.locator('iframe[title^="streamlit_folium"]').bounding_box()
    if box is None:
        raise RuntimeError("the page shows no map")
    page.evaluate(f"""() => {{ {HELPERS}
        const before = {excerpt}
        window.took = null
        inside().addEventListener('pointerdown', () => {{
            const begun = now()
            const look = () => ({excerpt}) !== before ? (window.took = now() - begun) : requestAnimationFrame(look)
            look()
        }}, {{ capture: true, once: true }})
    }}""")
    page.mouse.click(box["x"] + target["x"], box["y"] + target["y"])
    page.wait_for_timeout(BETWEEN_CLICKS_MS)
    try:
        return float(page.wait_for_function("() => window.took", timeout=ANSWER_MS).json_value())
    except NoAnswer:
        return None


def _wait_for(address: str) -> None:
    until = time.monotonic() + STARTUP_S
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(f"no server came up at {address}")
