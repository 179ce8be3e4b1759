"""What holds for all tests: one browser, and no timing as a test, so that none fails because the machine is busy."""

from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import FLAGS, find_chromium

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

NOWHERE = "http://127.0.0.1:9"  # a proxy that does not exist: what is not on this machine cannot be reached


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a test that drives a browser try once more, since a busy machine may stall one; the summary names it."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all folders of tests: a thread runs one Playwright at a time."""
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("no Chromium here: run `python tests/browser/chromium.py`, which finds or installs one")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium, args=list(FLAGS), proxy={"server": NOWHERE, "bypass": "127.0.0.1"}
        )
        yield launched
        launched.close()
