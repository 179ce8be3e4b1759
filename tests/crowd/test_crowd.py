"""Many visitors at once, and such that do what no browser does: each gets its own, and nobody harms the others."""

import asyncio
import json
import statistics
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from typing import Any, TypeVar

from websockets.exceptions import ConnectionClosed

from benchmarks.crossing import crossings, visit_all
from benchmarks.fuzz_links import open_all
from benchmarks.served import Served, served
from benchmarks.visitor import Page, Visitor, visiting
from geo.articles import MAX_BYTES
from geo.ui.packed import PackedText, pack

T = TypeVar("T")
TEXT = "Trucks left Aleppo for Baghdad."
LINK = "a=karabakh-ceasefire-2020&p=iso:IR&m=40"
LEAST_S = 1.0  # what a click may take in any case, on a machine that others use too
MARKERS = ("iso:IR", "iso:AM", "iso:AZ")


def run(visits: Coroutine[Any, Any, T]) -> T:
    """Run visits in a thread of their own: the tests' thread has Playwright's loop, once a browser is open."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, visits).result()


async def median_of_clicks(visitor: Visitor, count: int = 12) -> float:
    return statistics.median([(await visitor.click(MARKERS[turn % 3])).seconds for turn in range(count)])


def is_mapped(page: Page) -> bool:
    return "own_remove" in page.widgets and "cancel_reading" not in page.widgets


def test_no_text_crosses_to_another_visitor(crowd_server: Served) -> None:
    told = run(visit_all(crowd_server, 20))
    assert crossings(told) == []
    assert all(one.saw_its_own for one in told)


def test_no_link_brings_an_error_or_goes_unanswered(crowd_server: Served) -> None:
    opened = run(open_all(crowd_server, 50))
    assert [(one.query[:100], one.fault) for one in opened if one.fault] == []
    assert max(len(one.notices) for one in opened) <= 12


def test_a_text_of_20_mb_is_refused_in_one_sentence_and_gone(crowd_server: Served) -> None:
    async def paste() -> tuple[list[str], list[str], str]:
        async with visiting(crowd_server.address) as visitor:
            await visitor.open()
            await visitor.paste("Aleppo. " * (20 * MAX_BYTES // 40))
            refused = visitor.page.texts_in("paste_error")
            await visitor.paste(TEXT)
            await visitor.wait_until(is_mapped)
            return refused, visitor.page.texts_in("about"), visitor.page.data["place"]

    refused, about, card = run(paste())
    assert refused == ["Your text has 20 MB and the most is 5 MB; split it and read the parts one by one"]
    assert about == ["This story is about Baghdad and Aleppo."]
    assert '"own-1"' in card


def test_visitors_who_stop_reading_do_not_hold_up_others(crowd_server: Served) -> None:
    async def measure() -> tuple[float, float]:
        async with AsyncExitStack() as stack:
            visitor, *deaf = [await stack.enter_async_context(visiting(crowd_server.address)) for _ in range(11)]
            for each in (visitor, *deaf):
                await each.open()
            alone = await median_of_clicks(visitor)
            for turn in range(100):
                for each in deaf:
                    await each.send_without_reading("place", "choose", {"place": MARKERS[turn % 3], "fly": True})
            await asyncio.sleep(2)  # until what they asked for is done, and waits for them
            return alone, await median_of_clicks(visitor)

    alone, beside = run(measure())
    assert beside <= max(LEAST_S, 3 * alone)


def test_links_open_after_the_server_was_killed_under_load() -> None:
    links = (LINK, f"t={pack(PackedText(text=TEXT, title='A title', lang='en'))}")
    with served() as server:
        before = run(_pages(server, links))
        run(_kill_under_load(server))
        port = int(server.address.rstrip("/").rpartition(":")[2])
    with served(port=port) as again:
        assert run(_pages(again, links)) == before
    assert '"p": "iso:IR"' in before[0]
    assert TEXT in before[1]


async def _pages(server: Served, links: Sequence[str]) -> list[str]:
    """Return what the page shows for each link; the article's version is a number of its process."""
    shown = []
    for link in links:
        async with visiting(server.address) as visitor:
            await visitor.open(link)
            await visitor.wait_until(lambda page: bool(page.texts_in("about")))
            data = visitor.page.data
            paragraphs = json.loads(data["article"])["paragraphs"]
            shown.append("\n".join([*(data[part] for part in ("place", "table")), _text_of(paragraphs)]))
    return shown


def _text_of(paragraphs: list[dict[str, Any]]) -> str:
    pieces = (piece for paragraph in paragraphs for piece in paragraph["pieces"])
    return "".join(piece if isinstance(piece, str) else piece["text"] for piece in pieces)


async def _kill_under_load(server: Served) -> None:
    async def click_on(visitor: Visitor) -> None:
        while True:
            await median_of_clicks(visitor)

    async with AsyncExitStack() as stack:
        visitors = [await stack.enter_async_context(visiting(server.address)) for _ in range(5)]
        for visitor in visitors:
            await visitor.open()
        clicking = [asyncio.create_task(click_on(visitor)) for visitor in visitors]
        await asyncio.sleep(1)
        server.kill()
        ends = await asyncio.gather(*clicking, return_exceptions=True)
    assert all(isinstance(end, ConnectionClosed) for end in ends)
