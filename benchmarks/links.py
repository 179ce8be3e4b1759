"""Whether a link gives another person the same screen: `python benchmarks/links.py [number]`.

States of the page are made at random (a seed is printed): story, mention, filters, search, names, language of the page, view of the map. Each is
written as the page writes it and opened in a fresh browser context; what stands there is held against the state.
"""

import math
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as BrowserError

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from geo.articles import read_library  # noqa: E402
from geo.mapview import MapView  # noqa: E402
from geo.models import GeoparsedArticle, Point  # noqa: E402
from geo.pipeline import geoparse_article  # noqa: E402
from geo.ui.link import NAMES, write_link  # noqa: E402
from geo.ui.places import place_rows  # noqa: E402
from geo.ui.selection import NO_FILTERS, NOTHING, Filters, Selection, chip_counts, keep_visible, press, select_mention  # noqa: E402
from geo.ui.words import LANGUAGES, read_words  # noqa: E402
from tests.browser.chromium import FLAGS, get_chromium  # noqa: E402
from tests.browser.reader import FRAME, Reader  # noqa: E402
from tests.browser.server import running  # noqa: E402

NUMBER = 200
TILE_PX = 256  # of a web map at zoom 0, the world's width
NEAR_PX = 1.0
SETTLE_MS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a reader sees, and the parameters of the link to it."""

    story: GeoparsedArticle
    selection: Selection
    filters: Filters
    names: str
    ui: str
    view: MapView

    def link(self) -> dict[str, str]:
        return write_link(
            article=self.story.id,
            default_article="",
            story=self.story,
            selection=self.selection,
            filters=self.filters,
            names=self.names,
            ui=self.ui,
            view=self.view,
        )


def random_state(stories: list[GeoparsedArticle], chance: random.Random) -> State:
    """Return a state that a reader could have come to by pressing things."""
    story = chance.choice(stories)
    filters = NO_FILTERS
    for group, counts in chip_counts(story, NO_FILTERS).items():
        values = [value for value in counts if value and not (group == "class" and value == "none")]
        for value in chance.sample(values, min(len(values), chance.choice((0, 0, 0, 1, 2)))):
            filters = press(filters, group, value)
    query = chance.choice(["", "", chance.choice(place_rows(story)).place.name])
    filters = replace(filters, query=query)
    start = chance.choice([None, *(found.mention.start for found in story.resolutions)])
    selection = NOTHING if start is None else keep_visible(story, select_mention(story, start), filters)
    centre = Point(lat=chance.uniform(-60, 70), lon=chance.uniform(-179, 179))
    view = MapView(centre=centre, zoom=float(chance.randint(2, 12)))
    return State(
        story=story,
        selection=selection,
        filters=filters,
        names=chance.choice(NAMES),
        ui=chance.choice(LANGUAGES),
        view=view,
    )


def world_pixel(point: Point, zoom: float) -> tuple[float, float]:
    """Return where a point lies on the whole map of a zoom, in Web Mercator."""
    size = TILE_PX * 2**zoom
    sine = math.sin(math.radians(point.lat))
    return (point.lon / 360 + 0.5) * size, (0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)) * size


def differences(reader: Reader, state: State) -> Iterator[str]:
    """Yield what the page shows otherwise than its state says."""
    page = reader.page
    page.wait_for_function(f"document.documentElement.lang === '{state.ui}'", timeout=SETTLE_MS)
    reader.still()
    chosen = reader.chosen.evaluate_all("nodes => nodes.map(node => Number(node.dataset.start))")
    if chosen != ([] if state.selection.start is None else [state.selection.start]):
        yield "mention"
    on = page.locator('.chip[aria-pressed="true"]').count()
    pressed = sum(len(getattr(state.filters, name)) for name in Filters.__slots__ if name != "query")
    if on != pressed:
        yield "filters"
    if page.locator(".st-key-search input").input_value() != state.filters.query:
        yield "search"
    if page.locator(".st-key-text article").get_attribute("lang") != state.story.lang:
        yield "story"
    marked = page.locator('.st-key-names [role="radio"][aria-checked="true"]').inner_text()
    if marked != read_words(state.ui)[f"top.names_{state.names}"]:
        yield "names"
    rows = page.locator("tbody tr").count()
    if rows != len(place_rows(state.story, state.filters)):
        yield "places"
    shown, zoom = reader.map("map.center()"), reader.map("map.zoom()")
    there = world_pixel(Point(lat=shown["lat"], lon=(shown["lon"] + 180) % 360 - 180), state.view.zoom)
    if zoom != state.view.zoom or math.dist(there, world_pixel(state.view.centre, state.view.zoom)) > NEAR_PX:
        yield "view"
    if reader.errors or reader.left_machine:
        yield "errors"


def open_state(browser: Browser, address: str, state: State) -> list[str]:
    """Open the link of a state in a fresh context and return what is otherwise there."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce", locale="en-GB")
    try:
        reader = Reader(page=context.new_page(), address=address)
        reader.page.goto(f"{address}?{urlencode(state.link())}")
        reader.page.locator('html[data-dateline-map="ready"]').wait_for(state="attached", timeout=SETTLE_MS)
        reader.page.locator(".st-key-text article").wait_for(state="attached", timeout=SETTLE_MS)
        reader.page.locator(FRAME).wait_for(timeout=SETTLE_MS)
        return list(differences(reader, state))
    except BrowserError as error:
        return [f"late: {str(error).splitlines()[0]}"]
    finally:
        context.close()


def main() -> int:
    """Open the links and print what differed; return 1 where anything did."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 2020
    chance = random.Random(seed)  # chance, not secrets
    stories = [geoparse_article(article) for article in read_library().articles]
    wrong: Counter[str] = Counter()
    begun = time.monotonic()
    with running() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=get_chromium(), args=list(FLAGS))
        for _ in range(number):
            state = random_state(stories, chance)
            found = open_state(browser, address, state)
            wrong.update(found)
            if found:
                print(", ".join(found), state.link(), flush=True)
        browser.close()
    took = time.monotonic() - begun
    print(f"{number} links of seed {seed} in {took:.0f} s; {sum(wrong.values())} differences {dict(wrong)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
