"""Tests of the app as a host runs it: behind nginx, on a disk that cannot be written."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/hosting/" in item.path.as_posix():
            item.add_marker(pytest.mark.hosting)
