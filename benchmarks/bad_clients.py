"""What one bad visitor does to the others: `python benchmarks/bad_clients.py [TABS]`.

Two hundred tabs that each paste a story, the same with texts of 300 KB, texts of 20 MB, and visitors who click twice a second
and never read what they are sent. Beside each somebody else clicks once a second; the table tells the time of these clicks and the server's memory.
"""

import asyncio
import os
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.served import Served, served
from benchmarks.speed import make_texts, read_paragraphs
from benchmarks.tables import markdown
from benchmarks.visitor import Visitor, visiting

TABS = 200
OPENING_AT_ONCE = 4
STORY_BYTES, LONG_BYTES, HUGE_BYTES = 3_000, 300_000, 20 * 1024 * 1024
DEAF, UNREAD_CLICKS, BETWEEN_S = 20, 60, 0.5
MARKERS = ("iso:IR", "gn:524901", "iso:AM")
AFTER_S = 5  # that the others are watched for once the bad ones are done
Deed = Callable[[list[Visitor]], Awaitable[str]]


async def paste_stories(tabs: list[Visitor]) -> str:
    """Let each tab paste a story."""
    return await _paste_all(tabs, STORY_BYTES)


async def paste_long_texts(tabs: list[Visitor]) -> str:
    """Let each tab paste a text of 300 KB; some are refused, since all visits together hold so much and no more."""
    return await _paste_all(tabs, LONG_BYTES)


async def _paste_all(tabs: list[Visitor], size: int) -> str:
    texts = make_texts(read_paragraphs(None)["en"], size, len(tabs))
    refused = 0
    sentences = set()
    for tab, text in zip(tabs, texts, strict=True):
        await tab.paste(text)
        refused += bool(tab.page.texts_in("paste_error"))
        sentences.update(tab.page.texts_in("paste_error"))
    return f"{refused} refused{': ' * bool(sentences)}{'; '.join(sentences)}"


async def paste_huge_texts(tabs: list[Visitor]) -> str:
    """Let some tabs paste 20 MB."""
    sentences = set()
    for tab in tabs[:5]:
        await tab.paste("Aleppo. " * (HUGE_BYTES // 8))
        sentences.update(tab.page.texts_in("paste_error"))
    return f"5 refused: {'; '.join(sentences)}"


async def stop_reading(tabs: list[Visitor]) -> str:
    """Let some tabs click and never read the answers."""
    for turn in range(UNREAD_CLICKS):
        await asyncio.sleep(BETWEEN_S)
        for tab in tabs[:DEAF]:
            try:
                await asyncio.wait_for(
                    tab.send_without_reading("place", "choose", {"place": MARKERS[turn % 3], "fly": True}), 1
                )
            except (OSError, TimeoutError):
                return f"no more taken after {turn} clicks each"
    return f"{UNREAD_CLICKS} clicks each"


async def measure(server: Served, name: str, deed: Deed, tabs: int) -> list[str]:
    """Open tabs, let them do something, and return a row of what that did to somebody else."""
    async with visiting(server.address) as other, AsyncExitStack() as stack:
        await other.open()
        before, at_first = await _clicks(other, AFTER_S), server.memory_mb
        opened = [await stack.enter_async_context(visiting(server.address)) for _ in range(tabs)]
        for first in range(0, tabs, OPENING_AT_ONCE):
            await asyncio.gather(*(tab.open() for tab in opened[first : first + OPENING_AT_ONCE]))
        memory = server.memory_mb
        done = asyncio.create_task(_do(deed, opened))
        while_it = await _clicks(other, AFTER_S, done)
        end = server.memory_mb
        came = await done
    figures = [f"{statistics.median(times) * 1000:.0f} / {max(times) * 1000:.0f}" for times in (before, while_it)]
    return [f"{tabs} tabs, {name}", *figures, f"{at_first:.0f}", f"{memory:.0f}", f"{end:.0f}", came]


async def _do(deed: Deed, tabs: list[Visitor]) -> str:
    return await deed(tabs)


async def _clicks(visitor: Visitor, seconds: float, until: "asyncio.Task[str] | None" = None) -> list[float]:
    """Click once a second for some seconds, and for as long as something goes on."""
    times, end = list[float](), time.monotonic() + seconds
    while time.monotonic() < end or (until is not None and not until.done()):
        times.append((await visitor.click(MARKERS[len(times) % 3])).seconds)
        await asyncio.sleep(max(0.0, 1 - times[-1]))
    return times


async def _measure_all(server: Served, tabs: int) -> list[list[str]]:
    return [
        await measure(server, "each pastes 3 KB", paste_stories, tabs),
        await measure(server, "each pastes 300 KB", paste_long_texts, tabs),
        await measure(server, "5 paste 20 MB", paste_huge_texts, 5),
        await measure(server, "none reads", stop_reading, DEAF),
    ]


def main() -> None:
    """Measure and print."""
    tabs = int(sys.argv[1]) if len(sys.argv) > 1 else TABS
    with served() as server:
        rows = asyncio.run(_measure_all(server, tabs))
        rest = asyncio.run(_rest(server))
    head = ("", "others before, ms (p50 / max)", "meanwhile", "memory before, MB", "tabs open", "after", "")
    print(markdown(head, rows))
    print(f"Memory once all have gone and another came: {rest:.0f} MB; load {os.getloadavg()[0]:.1f} at the end")


async def _rest(server: Served) -> float:
    async with visiting(server.address) as visitor:
        await visitor.open()
    return server.memory_mb


if __name__ == "__main__":
    main()
