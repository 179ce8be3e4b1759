"""What the page does with one story, be it large: the founding one, and two that name 500 and 5,000 places."""

import base64
import json
import statistics
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.page_visit import FIRST_MARKER, HELPERS, SETTLE_MS, Server, serving, tab, time_click, wait_until
from benchmarks.wide_story import towns, wide_text, write_library
from geo.gazetteer.index import open_gazetteer
from geo.models import MARKER_KINDS
from geo.settings import read_settings
from geo.ui.deck import DECK

CLICKS = 12  # of each kind, a visit
MOST_ZOOMS = 6
WHEEL = -60  # one zoom level closer
ENOUGH = 4  # markers to click in turns
FOUNDING, WIDE = "karabakh-ceasefire-2020", "wide"  # ids of the stories
STORIES = {"founding story": 0, "500 places": 508, "5,000 places": 5_065}  # names to write, since a few are not found
CLICK_AIM_MS, SLOWER_AIM = 60, 2  # of the founding story; of the one with 500 places, at most so much slower

TARGETS = """
    const map = frame().contentWindow.datelineMap, size = frame().getBoundingClientRect()
    const pressed = id => inside().elementFromPoint(map.pixelOf(id).x, map.pixelOf(id).y)?.closest('[aria-pressed=false]')
    const shown = id => { const at = map.pixelOf(id); return at && at.x > 20 && at.y > 20 && at.x < size.width - 20 && at.y < size.height - 20 }
    const chosen = document.documentElement.dataset.datelinePlace
    return ids.filter(id => id !== chosen && shown(id) && pressed(id)).map(id => [id, map.pixelOf(id)])
"""


@dataclass(slots=True)
class Traffic:
    """What a tab received."""

    requests: int = 0
    transferred: int = 0  # bytes over HTTP
    pushed: int = 0  # bytes over the websocket

    def listen(self, page: Page) -> None:
        """Count from now on."""
        session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", lambda _: self._add(requests=1))
        session.on("Network.loadingFinished", lambda event: self._add(transferred=int(event["encodedDataLength"])))
        session.on("Network.webSocketFrameReceived", lambda event: self._add(pushed=_length(event["response"])))
        session.send("Network.enable")

    def _add(self, requests: int = 0, transferred: int = 0, pushed: int = 0) -> None:
        self.requests += requests
        self.transferred += transferred
        self.pushed += pushed


@dataclass(slots=True, kw_only=True)
class StoryVisit:
    """One process and one visit to its story, which was geoparsed before."""

    places: int
    geoparse_s: float  # the first request for the story's data, which opens the gazetteer too
    first_marker_s: float  # process start -> answering, and address typed -> first marker
    requests: int
    transferred: int  # bytes over HTTP
    pushed: int  # bytes over the websocket, until nothing more came
    memory_mb: float  # resident, of the server, after that
    at_hand_ms: list[float] = field(default_factory=list)  # clicks whose card the browser has already
    asked_ms: list[float] = field(default_factory=list)  # clicks whose card comes from the server
    click_pushed: list[int] = field(default_factory=list)


@contextmanager
def libraries() -> Iterator[dict[str, dict[str, str]]]:
    """Yield, for each story, the settings of a server that opens on it."""
    gazetteer = open_gazetteer(read_settings().gazetteer)
    with tempfile.TemporaryDirectory() as root:
        settings: dict[str, dict[str, str]] = {}
        for name, count in STORIES.items():
            if count:
                folder = Path(root) / str(count)
                folder.mkdir()
                write_library(folder, WIDE, wide_text(towns(gazetteer, count)))
                settings[name] = {"DATELINE_ARTICLES": str(folder)}
            else:
                settings[name] = {}
        yield settings


def visit_story(settings: dict[str, str], browser: Browser) -> StoryVisit:
    """Start a server, let it geoparse its first story, and read that in a new tab."""
    article = WIDE if settings else FOUNDING
    with serving("app.py", settings) as server:
        up_s = time.monotonic() - server.begun
        begun = time.monotonic()
        ids = _place_ids(server, article)
        geoparse_s = time.monotonic() - begun
        with tab(browser, server.address) as page:
            return _read(page, server, ids, up_s, geoparse_s)


def _read(page: Page, server: Server, ids: list[str], up_s: float, geoparse_s: float) -> StoryVisit:
    traffic = Traffic()
    traffic.listen(page)
    begun = time.monotonic()
    page.goto(server.address, wait_until="commit")
    wait_until(page, FIRST_MARKER)
    first_marker_s = up_s + time.monotonic() - begun
    page.wait_for_timeout(SETTLE_MS)
    seen = StoryVisit(
        places=len(ids),
        geoparse_s=geoparse_s,
        first_marker_s=first_marker_s,
        requests=traffic.requests,
        transferred=traffic.transferred,
        pushed=traffic.pushed,
        memory_mb=server.memory_mb,
    )
    at_hand, beyond = ids[:DECK], ids[DECK:]
    _zoom(page, beyond or at_hand)
    for wanted, times in ((at_hand, seen.at_hand_ms), (beyond, seen.asked_ms)):
        _click_all(page, wanted, times, traffic, seen.click_pushed)
    return seen


def _click_all(page: Page, wanted: Sequence[str], times: list[float], traffic: Traffic, pushed: list[int]) -> None:
    clicked: list[str] = []
    for _ in range(CLICKS):
        targets = [target for target in _targets(page, wanted) if target[0] not in clicked[-3:]]
        if not targets:
            return
        place_id, pixel = targets[len(clicked) % len(targets)]
        before = traffic.pushed
        took = time_click(page, pixel)
        if took is not None:
            times.append(took)
        pushed.append(traffic.pushed - before)
        clicked.append(place_id)


def _zoom(page: Page, ids: Sequence[str]) -> None:
    """Go closer until enough markers stand for themselves."""
    box = page.locator('iframe[title^="streamlit_folium"]').bounding_box()
    assert box is not None  # the first marker stands on it
    for _ in range(MOST_ZOOMS):
        if len(_targets(page, ids)) >= min(ENOUGH, len(ids)):
            return
        page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.4)
        page.mouse.wheel(0, WHEEL)
        page.wait_for_timeout(900)


def _targets(page: Page, ids: Sequence[str]) -> list[tuple[str, dict[str, float]]]:
    found: list[Any] = page.evaluate(f"ids => {{ {HELPERS} {TARGETS} }}", list(ids))
    return [(place_id, pixel) for place_id, pixel in found]


def _place_ids(server: Server, article: str) -> list[str]:
    """Let the server geoparse the story, and return its markers, most named first as in the table."""
    with urllib.request.urlopen(f"{server.address}api/articles/{article}.json", timeout=120) as reply:
        mentions = json.load(reply)["mentions"]
    named = Counter(found["place"]["id"] for found in mentions if found["place"] and found["kind"] in MARKER_KINDS)
    return [place_id for place_id, _ in named.most_common()]


def _length(frame: dict[str, Any]) -> int:
    return len(base64.b64decode(frame["payloadData"])) if frame["opcode"] == 2 else len(frame["payloadData"])


def report(visits: dict[str, list[StoryVisit]]) -> str:
    """Return the table: medians over the processes, and of all clicks the median and the 95th percentile."""
    founding, wide, _ = visits.values()
    slower = _hundredth(_all(wide, "at_hand_ms"), 50) / _hundredth(_all(founding, "at_hand_ms"), 50)
    rows: list[tuple[str, Callable[[list[StoryVisit]], str]]] = [
        ("places", lambda seen: f"{seen[0].places}"),
        (
            "clicks that were answered",
            lambda seen: (
                f"{len(_all(seen, 'at_hand_ms') + _all(seen, 'asked_ms'))} of {len(_all(seen, 'click_pushed'))}"
            ),
        ),
        ("click -> excerpt at hand, p50 / p95 ms", lambda seen: _clicks(seen, "at_hand_ms")),
        ("click -> excerpt from server, p50 / p95", lambda seen: _clicks(seen, "asked_ms")),
        ("start -> first marker, geoparsed before, s", lambda seen: f"{_median(seen, 'first_marker_s'):.2f}"),
        ("geoparse, s", lambda seen: f"{_median(seen, 'geoparse_s'):.2f}"),
        ("cold visit: requests", lambda seen: f"{_median(seen, 'requests'):.0f}"),
        ("cold visit: HTTP, KB", lambda seen: f"{_median(seen, 'transferred') / 1e3:.0f}"),
        ("cold visit: websocket, KB", lambda seen: f"{_median(seen, 'pushed') / 1e3:.0f}"),
        ("a click: websocket, KB", lambda seen: f"{statistics.median(_all(seen, 'click_pushed')) / 1e3:.0f}"),
        ("server's memory after the visit, MB", lambda seen: f"{_median(seen, 'memory_mb'):.0f}"),
    ]
    lines = [
        f"{len(founding)} processes a story",
        _line("", list(visits)),
        f"|{'-' * 45}|{'-' * 16}:|{'-' * 16}:|{'-' * 16}:|",
        *(_line(label, [cell(seen) for seen in visits.values()]) for label, cell in rows),
        f"aims: founding click p50 <= {CLICK_AIM_MS} ms; 500 places <= {SLOWER_AIM} times that: {slower:.1f}, "
        f"first marker {_median(wide, 'first_marker_s') / _median(founding, 'first_marker_s'):.1f}",
    ]
    return "\n".join(lines)


def _line(label: str, cells: list[str]) -> str:
    return f"| {label:<43} | {' | '.join(f'{cell:>15}' for cell in cells)} |"


def _clicks(seen: list[StoryVisit], name: str) -> str:
    times = _all(seen, name)
    return f"{_hundredth(times, 50):.0f} / {_hundredth(times, 95):.0f}" if times else "-"


def _all(seen: list[StoryVisit], name: str) -> list[float]:
    return [value for one in seen for value in getattr(one, name)]


def _median(seen: list[StoryVisit], name: str) -> float:
    return statistics.median([float(getattr(one, name)) for one in seen])


def _hundredth(times: list[float], percent: int) -> float:
    """Return the smallest time that so many percent of the clicks do not pass."""
    return sorted(times)[max(0, -(-len(times) * percent // 100) - 1)]
