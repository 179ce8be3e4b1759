"""One server and one browser for all browser tests; every test gets a tab of its own, cut off from the network."""

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.reader import Reader
from tests.browser.server import running

SIZES = {"desktop": (1440, 900), "tablet": (820, 1180), "phone": (390, 844)}
OpenTab = Callable[..., Reader]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("no Chromium here: run `python tests/browser/chromium.py`, which finds or installs one")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with running() as served:
        yield served


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[OpenTab]:
    """Return a function that opens a tab: `tab(size="phone", at=other_address)`."""
    contexts = []

    def open_tab(size: str = "desktop", at: str | None = None, scheme: Literal["light", "dark"] = "light") -> Reader:
        width, height = SIZES[size]
        viewport: ViewportSize = {"width": width, "height": height}
        context = browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
        contexts.append(context)
        return Reader(page=context.new_page(), address=at or address)

    yield open_tab
    for context in contexts:
        context.close()
