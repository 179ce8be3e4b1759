"""Work done ahead of the first visitor, while the browser is still fetching the page."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from threading import Thread

from geo.articles import read_library
from geo.errors import DatelineError


@asynccontextmanager
async def reading_ahead(_app: object) -> AsyncIterator[None]:
    """Begin to read ahead as the server starts, and hold nothing up."""
    Thread(target=_read_first_story, name="read-ahead", daemon=True).start()
    yield


def _read_first_story() -> None:
    """Open the gazetteer and the languages, and load the modules of the road; what fails here is said when the page needs it."""
    from geo.pipeline import geoparse_article

    with suppress(DatelineError):
        for article in read_library().articles[:1]:
            geoparse_article(article)
