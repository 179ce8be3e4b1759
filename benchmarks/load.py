"""How many can read at once: `python benchmarks/load.py [--quick] [--soak MINUTES]`.

Raw websocket visitors on 127.0.0.1, each a click on a marker a second for a bounded time, beside a plain st_folium page in the same run;
then ten who paste a text at once, alone and beside fifty who click. The clock of a click runs from its message to the end of the run
that answers it. Memory for a visitor is what the server's grew by while a hundred opened the page, divided by a hundred.
"""

import argparse
import asyncio
import os
import random
import statistics
import sys
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.served import Served, served
from benchmarks.speed import make_texts, read_paragraphs
from benchmarks.tables import markdown
from benchmarks.visitor import Answer, Visitor, visiting

CROWDS = (10, 50, 100)
SECONDS, QUICK_SECONDS = 30, 6
PASTING, ROUNDS = 10, 3
STORY_BYTES, LONG_BYTES = 3_000, 100_000
SEED = 6
MARKERS = ("iso:IR", "gn:524901", "iso:AM", "iso:AZ", "dl:nagorno-karabakh")
P95_AIM_MS, MEMORY_AIM_MB = 400, 0.5  # at 50 visitors; for a visitor
OURS, PLAIN = "Dateline", "plain st_folium"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a crowd was answered, and what that cost."""

    page: str
    crowd: str
    answers: Sequence[Answer]
    seconds: float
    cpu_s: float
    memory_mb: float
    per_visitor_mb: float | None = None

    def cells(self) -> list[str]:
        """Return the row as it is printed."""
        times = sorted(answer.seconds * 1000 for answer in self.answers)
        share = self.cpu_s / self.seconds
        return [
            f"{self.page}: {self.crowd}",
            f"{len(times) / self.seconds:.0f}",
            f"{statistics.median(times):.0f}",
            f"{times[int(len(times) * 0.95)]:.0f}",
            f"{share * 100:.0f} %",
            f"{self.cpu_s * 1000 / len(times):.1f}",
            f"{statistics.fmean(answer.size for answer in self.answers) / 1000:.0f}",
            f"{self.memory_mb:.0f}",
            "" if self.per_visitor_mb is None else f"{self.per_visitor_mb:.2f}",
        ]


async def click_every_second(visitor: Visitor, page: str, seconds: float, delay: float) -> list[Answer]:
    """Click a marker at each full second, or as soon as the click before it is answered."""
    answers = []
    begun = time.monotonic() + delay
    for turn in range(round(seconds)):
        await asyncio.sleep(max(0.0, begun + turn - time.monotonic()))
        if time.monotonic() - begun > seconds:
            break
        answers.append(await (visitor.click(MARKERS[turn % 5]) if page == OURS else visitor.click_plain(turn)))
    return answers


async def measure_clicks(server: Served, page: str, crowds: Sequence[int], seconds: float) -> list[Row]:
    """Let crowds click, a larger one each time, and return a row for each."""
    chance = random.Random(SEED)
    rows = []
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(visiting(server.address))
        await _begin(first, page)
        before = server.memory_mb
        visitors: list[Visitor] = []
        for crowd in crowds:
            for _ in range(crowd - len(visitors)):
                visitors.append(await stack.enter_async_context(visiting(server.address)))
                await visitors[-1].open()
            grown = (server.memory_mb - before) / crowd
            begun, cpu_s = time.monotonic(), server.cpu_s
            found = await asyncio.gather(
                *(click_every_second(visitor, page, seconds, chance.random()) for visitor in visitors)
            )
            rows.append(
                Row(
                    page=page,
                    crowd=f"{crowd} clicking",
                    answers=[answer for answers in found for answer in answers],
                    seconds=time.monotonic() - begun,
                    cpu_s=server.cpu_s - cpu_s,
                    memory_mb=server.memory_mb,
                    per_visitor_mb=grown,
                )
            )
    return rows


async def _begin(visitor: Visitor, page: str) -> None:
    """Let a first visitor do what is done once for all: stories, outlines, the code of libraries."""
    await visitor.open()
    for turn, place_id in enumerate(MARKERS * 4):
        await (visitor.click(place_id) if page == OURS else visitor.click_plain(turn))


async def measure_pasting(server: Served, size: int, clicking: int = 0) -> list[Row]:
    """Let ten visitors paste a text each, all at once, a few times over; beside them others may click."""
    chance = random.Random(SEED)
    texts = iter(make_texts(read_paragraphs(None)["en"], size, PASTING * ROUNDS))
    pasted: list[Answer] = []
    async with AsyncExitStack() as stack:
        visitors = [await stack.enter_async_context(visiting(server.address)) for _ in range(PASTING + clicking)]
        for visitor in visitors:
            await visitor.open()
        pasting, others = visitors[:PASTING], visitors[PASTING:]
        begun, cpu_s = time.monotonic(), server.cpu_s
        clicks = [asyncio.create_task(click_every_second(one, OURS, QUICK_SECONDS, chance.random())) for one in others]
        for _ in range(ROUNDS):
            pasted += await asyncio.gather(*(_paste(visitor, next(texts)) for visitor in pasting))
        clicked = [answer for answers in await asyncio.gather(*clicks) for answer in answers]
        seconds, used = time.monotonic() - begun, server.cpu_s - cpu_s
    beside = f" beside {clicking} clicking" if clicking else ""
    rows = [(f"{PASTING} pasting {size / 1000:.0f} KB{beside}", pasted)]
    if clicked:
        rows.append((f"{clicking} clicking beside {PASTING} pasting {size / 1000:.0f} KB", clicked))
    return [
        Row(page=OURS, crowd=crowd, answers=answers, seconds=seconds, cpu_s=used, memory_mb=server.memory_mb)
        for crowd, answers in rows
    ]


async def _paste(visitor: Visitor, text: str) -> Answer:
    """Return the time until all places of a text are on the page."""
    begun = time.monotonic()
    answer = await visitor.paste(text)
    await visitor.wait_until(lambda page: "cancel_reading" not in page.widgets and bool(page.texts_in("about")))
    await visitor.press("own_remove")
    return Answer(seconds=time.monotonic() - begun, size=answer.size)


async def soak(server: Served, minutes: float, visitors: int = 20) -> str:
    """Let visitors come, click, paste and go for some minutes; return the server's memory at ten times on the way."""
    texts = make_texts(read_paragraphs(None)["en"], STORY_BYTES, 50)
    chance = random.Random(SEED)
    until = time.monotonic() + minutes * 60
    visits = 0

    async def come_and_go() -> None:
        nonlocal visits
        while time.monotonic() < until:
            async with visiting(server.address) as visitor:
                await visitor.open()
                await click_every_second(visitor, OURS, 10, chance.random())
                await visitor.paste(f"{chance.random()} {chance.choice(texts)}")
                await click_every_second(visitor, OURS, 5, chance.random())
            visits += 1

    crowd = [asyncio.create_task(come_and_go()) for _ in range(visitors)]
    memory = []
    for _ in range(10):
        await asyncio.sleep(minutes * 6)
        memory.append(f"{server.memory_mb:.0f}")
    await asyncio.gather(*crowd)
    return f"{minutes:g} minutes, {visitors} visitors at a time, {visits} visits: memory {' '.join(memory)} MB"


def _measure(*, quick: bool) -> list[Row]:
    seconds = QUICK_SECONDS if quick else SECONDS
    crowds = CROWDS[:2] if quick else CROWDS
    rows = []
    with served("benchmarks/plain_app.py") as server:
        rows += asyncio.run(measure_clicks(server, PLAIN, crowds, seconds))
    with served() as server:
        rows += asyncio.run(measure_clicks(server, OURS, crowds, seconds))
        rows += asyncio.run(measure_pasting(server, STORY_BYTES))
        if not quick:
            rows += asyncio.run(measure_pasting(server, LONG_BYTES))
            rows += asyncio.run(measure_pasting(server, STORY_BYTES, clicking=50))
    return rows


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quick", action="store_true", help="smaller crowds for a shorter time")
    options.add_argument("--soak", type=float, metavar="MINUTES", help="only look whether memory stays flat")
    chosen = options.parse_args()
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the beginning\n", flush=True)
    if chosen.soak:
        with served() as server:
            print(asyncio.run(soak(server, chosen.soak)))
        return
    head = (
        "",
        "answers/s",
        "p50, ms",
        "p95, ms",
        "CPU",
        "CPU ms an answer",
        "KB an answer",
        "memory, MB",
        "a visitor, MB",
    )
    print(markdown(head, [row.cells() for row in _measure(quick=chosen.quick)]))
    print(
        f"\nAims: p95 <= {P95_AIM_MS} ms at 50 visitors, <= {MEMORY_AIM_MB} MB a visitor; load {os.getloadavg()[0]:.1f} at the end"
    )


if __name__ == "__main__":
    main()
