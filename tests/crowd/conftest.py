from collections.abc import Iterator

import pytest

from benchmarks.served import Served, served


@pytest.fixture(scope="session")
def crowd_server() -> Iterator[Served]:
    """A server for all raw visitors of the tests; at the end its log must tell of no error."""
    with served() as server:
        yield server
        assert server.troubles() == []
