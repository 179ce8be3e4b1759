"""One server for all browser tests; every test gets a tab of its own, cut off from the network."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.browser.reader import Reader
from tests.browser.server import running

SIZES = {"desktop": (1440, 900), "tablet": (820, 1180), "phone": (390, 844), "narrow": (768, 1024), "small": (360, 740)}
OpenTab = Callable[..., Reader]
Scheme = Literal["light", "dark"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with running() as served:
        yield served


@pytest.fixture(scope="session")
def open_page(browser: Browser) -> Callable[[str, Scheme], Page]:
    """Return a function that opens a tab; tabs of one kind of screen share a context, so that its cache serves them all."""

    @cache
    def context(size: str, scheme: Scheme) -> BrowserContext:
        width, height = SIZES[size]
        viewport: ViewportSize = {"width": width, "height": height}
        return browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")

    return lambda size, scheme: context(size, scheme).new_page()


@pytest.fixture
def tab(open_page: Callable[[str, Scheme], Page], address: str) -> Iterator[OpenTab]:
    """Return a function that opens a tab: `tab(size="phone", at=other_address)`."""
    pages = []

    def open_tab(size: str = "desktop", at: str | None = None, scheme: Scheme = "light") -> Reader:
        pages.append(open_page(size, scheme))
        return Reader(page=pages[-1], address=at or address)

    yield open_tab
    for page in pages:
        page.close()
