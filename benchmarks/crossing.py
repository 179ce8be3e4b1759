"""Whether pasted texts ever cross: `python benchmarks/crossing.py [VISITS]`.

Interleaved visits, a few at once; each pastes a text with a secret word of its own, under a title with another, and clicks, searches and
opens others' links meanwhile. Everything that the server ever sent to a visitor is searched for the secrets of all others.
"""

import asyncio
import os
import random
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.served import Served, served
from benchmarks.visitor import Page, Visitor, visiting

VISITS = 1000
AT_ONCE = 8
SEED = 16
LONG_EVERY = 10  # a visit whose text is read in the background, after so many others
SECRET = re.compile(rb"secret\d+(?:text|title)[0-9a-f]{16}")
PLACES = ("Aleppo", "Baghdad", "Tehran", "Yerevan", "Baku", "Ankara", "Tbilisi", "Cairo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One visit: its secrets, and all that it was sent."""

    secrets: tuple[str, ...]
    given: bytes

    @property
    def saw_its_own(self) -> bool:
        """Tell whether its own text came back: else the search would prove nothing."""
        return all(secret.encode() in self.given for secret in self.secrets)


async def visit(server: Served, number: int, chance: random.Random) -> Told:
    """Paste a secret, look around, and go."""
    secrets = tuple(f"secret{number}{part}{chance.getrandbits(64):016x}" for part in ("text", "title"))
    first, second = chance.sample(PLACES, 2)
    text = f"Trucks with {secrets[0]} left {first} for {second}. " * (1 if number % LONG_EVERY else 500)
    async with visiting(server.address, keep=True) as visitor:
        await visitor.open(chance.choice(("", "a=own-1", "a=own-1&m=0&q=secret", "p=iso:IR")))
        await asyncio.sleep(chance.random() / 10)
        await visitor.paste(text, secrets[1])
        await visitor.wait_until(_is_mapped)
        await _look_around(visitor, chance)
        return Told(secrets=secrets, given=b"\n".join(visitor.given))


def _is_mapped(page: Page) -> bool:
    return "own_remove" in page.widgets and "cancel_reading" not in page.widgets


async def _look_around(visitor: Visitor, chance: random.Random) -> None:
    await visitor.report("place", "choose", {"start": chance.randrange(300), "fly": True})
    await visitor.report("search", "search", {"query": "secret"})
    if chance.random() < 0.3:
        await visitor.press("own_remove")
    await visitor.click("iso:IR")


async def visit_all(server: Served, visits: int) -> list[Told]:
    """Let so many come, a few at once."""
    numbers, told = iter(range(visits)), list[Told]()

    async def work(worker: int) -> None:
        chance = random.Random(SEED + worker)
        for number in numbers:
            told.append(await visit(server, number, chance))

    await asyncio.gather(*(work(worker) for worker in range(AT_ONCE)))
    return told


def crossings(told: list[Told]) -> list[str]:
    """Return the secrets that somebody else was sent."""
    owners = {secret: one for one in told for secret in one.secrets}
    found = []
    for one in told:
        words = {word.decode("ascii") for word in SECRET.findall(one.given)}
        found += [word for word in words if owners.get(word) is not one]
    return found


def main() -> int:
    """Let them come and print what was found."""
    visits = int(sys.argv[1]) if len(sys.argv) > 1 else VISITS
    begun = time.monotonic()
    with served() as server:
        told = asyncio.run(visit_all(server, visits))
        crossed, own = crossings(told), sum(one.saw_its_own for one in told)
        size = sum(len(one.given) for one in told) / 1e6
        print(f"{len(told)} visits, {AT_ONCE} at once, {size:.0f} MB sent; load {os.getloadavg()[0]:.1f} at the end")
        print(
            f"{own} saw their own text; {len(crossed)} secrets of others were sent; {len(server.troubles())} lines of the log tell of an error"
        )
        print(f"the server's memory at the end: {server.memory_mb:.0f} MB; {time.monotonic() - begun:.0f} s")
        return int(bool(crossed) or own < len(told) or bool(server.troubles()))


if __name__ == "__main__":
    sys.exit(main())
