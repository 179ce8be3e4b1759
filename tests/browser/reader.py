"""What a reader does on the page and sees of it."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Dialog, Locator, Page, expect

FRAME = 'iframe[title^="streamlit_folium"]'
LOCAL = (
    *(f"{scheme}://127.0.0.1:" for scheme in ("http", "https", "ws", "wss")),
    *("data:", "blob:", "about:"),
)
SETTLE_MS = 15_000


@dataclass
class Reader:
    """A tab with the dashboard in it, and everything that happened there which should not have."""

    page: Page
    address: str
    left_machine: list[str] = field(default_factory=list)  # addresses outside of this machine that the page asked for
    errors: list[str] = field(default_factory=list)  # uncaught errors and dialogs in the browser

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("websocket", lambda socket: self._note(socket.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", self._refuse)

    def _note(self, url: str) -> None:
        if not url.startswith(LOCAL):
            self.left_machine.append(url)

    def _refuse(self, dialog: Dialog) -> None:
        self.errors.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, search: str = "") -> "Reader":
        """Open the page and wait until the story is on the map."""
        self.page.goto(self.address + search)
        self.ready()
        return self

    def ready(self) -> None:
        """Wait until the map's scripts ran and the markers of a story stand on it."""
        self.page.locator('html[data-dateline-map="ready"]').wait_for(state="attached", timeout=SETTLE_MS)
        self.page.locator(".mention").first.wait_for(state="attached", timeout=SETTLE_MS)

    def map(self, script: str, argument: object = None) -> Any:
        """Return the value of an expression over `map`, the frame's `datelineMap`, and `argument`."""
        inside = f"(argument) => {{ const map = document.querySelector('{FRAME}').contentWindow.datelineMap; return {script} }}"
        return self.page.evaluate(inside, argument)

    def pixel(self, place_id: str) -> tuple[float, float]:
        """Return the page's pixel at which a place is drawn, once the map stands still."""
        frame = self.page.locator(FRAME)
        frame.scroll_into_view_if_needed()
        self.still()
        box, point = frame.bounding_box(), self.map("map.pixelOf(argument)", place_id)
        assert box is not None
        assert point is not None, f"{place_id} is not drawn"
        assert 0 <= point["x"] <= box["width"], f"{place_id} lies beside the map: {point}"
        assert 0 <= point["y"] <= box["height"], f"{place_id} lies above or below the map: {point}"
        return box["x"] + point["x"], box["y"] + point["y"]

    def still(self) -> None:
        """Wait until the map has stopped to move, and so has the page around it."""
        script = """() => {
            const frame = document.querySelector('%s'), map = frame.contentWindow.datelineMap
            const now = JSON.stringify([map.center(), map.zoom(), frame.getBoundingClientRect()])
            const same = window.stillAt === now ? (window.stillFor ?? 0) + 1 : 0
            window.stillAt = now
            window.stillFor = same
            return same > 3
        }"""
        self.page.wait_for_function(script % FRAME, polling=100, timeout=SETTLE_MS)

    def click_marker(self, place_id: str) -> None:
        """Click a place at its own pixel."""
        x, y = self.pixel(place_id)
        self.page.mouse.click(x, y)

    @property
    def article(self) -> Locator:
        """The text, once its places are known."""
        return self.page.locator(".st-key-article article")

    @property
    def card(self) -> Locator:
        return self.page.locator("section.card")

    @property
    def excerpt(self) -> Locator:
        return self.page.locator("section.card blockquote mark")

    @property
    def chosen(self) -> Locator:
        """The mention that is filled in the text."""
        return self.page.locator('.mention[aria-pressed="true"]')

    def mention(self, text: str, nth: int = 0) -> Locator:
        return self.page.locator(".mention", has_text=text).nth(nth)

    def pan(self) -> None:
        """Drag the map away."""
        box = self.page.locator(FRAME).bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.75
        before = self.map("map.center()")
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x - 120, y - 90, steps=6)
        self.page.mouse.up()
        self.still()
        assert self.map("map.center()") != before

    def pick(self, title: str) -> None:
        """Choose another story."""
        self.page.locator(".st-key-picker").get_by_role("combobox").click()
        self.page.get_by_role("option").filter(has_text=title).click()

    def expect_parameter(self, name: str, value: str | None) -> None:
        """Wait until the address holds a parameter with a value, or does not hold it."""
        script = "([name, value]) => new URL(location.href).searchParams.get(name) === value"
        self.page.wait_for_function(script, arg=[name, value], timeout=SETTLE_MS)

    def clean(self) -> None:
        """Assert that nothing left the machine, nothing ran that should not, and that the page lives."""
        assert self.left_machine == []
        assert self.errors == []
        assert self.page.evaluate("window.pwned === undefined")
        expect(self.page.locator("[data-testid='stException']")).to_have_count(0)
