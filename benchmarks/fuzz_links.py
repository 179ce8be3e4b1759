"""What hostile links do to the page: `python benchmarks/fuzz_links.py [COUNT]`.

Raw visitors open query strings made of noise, of known keys with hostile values, repeated, nested and very long ones, broken escapes and
damaged texts. None may bring an error element, a line of the log that tells of an error, or a page that takes more than twice the time
of a plain one; a value that cannot be meant has to bring a notice.
"""

import asyncio
import os
import random
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, quote

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.served import Served, served
from benchmarks.visitor import Page, visiting
from geo.ui.link import NAMES
from geo.ui.packed import PackedText, pack
from geo.ui.words import LANGUAGES
from tests.mapview.hostile import HOSTILE, ODD

COUNT = 2000
SEED = 66
KEYS = ("a", "p", "m", "country", "class", "kind", "cert", "focus", "q", "names", "ui", "z", "c", "t", "embed", "view")
JUDGED = (
    "a",
    "p",
    "m",
    "country",
    "class",
    "kind",
    "cert",
    "focus",
    "names",
    "ui",
    "t",
)  # a wrong value brings a notice
LISTS = ("country", "class", "kind", "cert", "focus")
MEANT = {"focus": ("1",), "names": ("ar", "en", *NAMES), "ui": LANGUAGES}  # of the values that are made here
STREAMLITS_MOST = 512 * 1024  # letters and 1,000 parameters: Streamlit ignores a longer query string as a whole
MOST_PARAMETERS = 1000
SLOWER = 2.0  # than a plain opening, at most, of 95 in 100
PLAIN_EVERY = 5  # a plain opening after so many others, so that both meet the same machine
AT_ONCE = 2
TEXT = PackedText(text="Trucks left Aleppo for Baghdad.", title="A title", lang="en")
Make = Callable[[random.Random], str]


def noise(chance: random.Random) -> str:
    """Return random bytes, some of them escaped."""
    return "".join(
        chance.choice((chr(chance.randrange(1, 0x3000)), f"%{chance.randrange(256):02x}")) for _ in range(80)
    )


def hostile_value(chance: random.Random) -> str:
    """Return a known key with a value that would run somewhere."""
    value = chance.choice((*HOSTILE, *ODD)).encode("utf-8", "surrogatepass")
    return f"{chance.choice(KEYS)}={quote(value)}"


def several(chance: random.Random) -> str:
    """Return several keys with hostile values."""
    return "&".join(hostile_value(chance) for _ in range(chance.randrange(2, 12)))


def repeated(chance: random.Random) -> str:
    """Return one key many times."""
    key = chance.choice(KEYS)
    return "&".join(f"{key}={chance.choice(('nope', '1', '', 'ar'))}" for _ in range(chance.randrange(2, 1500)))


def nested(chance: random.Random) -> str:
    """Return keys as other frameworks write lists and trees."""
    key = chance.choice(KEYS)
    return f"{key}[]=1&{key}[b]=c&{key}[b][d]=e&{key}.f=g&[{key}]=h&{key}={{%22a%22:[1]}}"


def long_list(chance: random.Random) -> str:
    """Return thousands of values where a few may stand."""
    key = chance.choice(("country", "class", "kind", "cert", "focus"))
    return f"{key}=" + ",".join(f"x{n}" for n in range(chance.randrange(100, 40_000)))


def very_long(chance: random.Random) -> str:
    """Return a value of up to a megabyte."""
    return f"{chance.choice(KEYS)}=" + chance.choice(("a", "%41", "1", "%D8%A7")) * chance.randrange(
        1000, 1_000_000 // 3
    )


def broken_escapes(chance: random.Random) -> str:
    """Return escapes that are none."""
    key = chance.choice(KEYS)
    return f"{key}={chance.choice(('%', '%zz', '%e0%a4', '%ff%fe', '%u0041', '%00', '%ed%a0%80', '%c0%af', '+%2', '&&==;'))}"


def damaged_text(chance: random.Random) -> str:
    """Return a packed text with some letters changed, left out, or repeated."""
    letters = list(pack(TEXT) or "")
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(letters))
        letters[at] = chance.choice(("", "A", "_", "=", letters[at] * 2, "%00"))
    return "t=" + "".join(letters)


def numbers(chance: random.Random) -> str:
    """Return numbers that a map or a text does not have."""
    odd = ("nan", "inf", "-inf", "1e999", "-0", "9" * 400, "0x10", "١٢", "1_000", " 7 ", "²")
    return f"m={quote(chance.choice(odd))}&z={quote(chance.choice(odd))}&c={quote(chance.choice(odd))},{quote(chance.choice(odd))}"


MAKERS: tuple[Make, ...] = (
    noise,
    hostile_value,
    several,
    repeated,
    nested,
    long_list,
    very_long,
    broken_escapes,
    damaged_text,
    numbers,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """How the page took one query string."""

    kind: str  # what made it; "" for a plain opening
    query: str
    seconds: float
    size: int
    errors: tuple[str, ...]
    notices: tuple[str, ...]

    @property
    def fault(self) -> str:
        """What was wrong; "" where nothing was."""
        if self.errors:
            return f"an error element: {self.errors[0]}"
        if _wants_notice(self.query) and not self.notices:
            return "no notice"
        return ""


def queries(count: int) -> Iterator[tuple[str, str]]:
    """Yield kinds and query strings, the same ones each time."""
    chance = random.Random(SEED)
    for turn in range(count):
        make = MAKERS[turn % len(MAKERS)]
        yield make.__name__, make(chance)


async def open_all(server: Served, count: int) -> list[Opened]:
    """Open so many query strings, a few at once, each in a visit of its own."""
    waiting = list(queries(count))
    waiting = [pair for turn, pair in enumerate(waiting) for pair in ([("", "")] * (turn % PLAIN_EVERY == 0) + [pair])]
    opened: list[Opened] = []

    async def work() -> None:
        while waiting:
            opened.append(await _open(server, *waiting.pop(0)))

    await _open(server, "", "")  # the first visit geoparses the story
    await asyncio.gather(*(work() for _ in range(AT_ONCE)))
    return opened


async def _open(server: Served, kind: str, query: str) -> Opened:
    async with visiting(server.address) as visitor:
        answer = await visitor.open(query)
        page: Page = visitor.page
        return Opened(
            kind=kind,
            query=query,
            seconds=answer.seconds,
            size=answer.size,
            errors=tuple(page.errors),
            notices=tuple(page.texts_in("notices")),
        )


def _wants_notice(query: str) -> bool:
    """Tell whether a value in a query string cannot be meant, where Streamlit hands it on at all."""
    if len(query) > STREAMLITS_MOST or query.count("&") + 1 > MOST_PARAMETERS:
        return False
    given = parse_qs(query, keep_blank_values=True)
    return any(
        value not in MEANT.get(key, ())
        for key in JUDGED
        if key in given
        for value in (given[key][-1].split(",") if key in LISTS else given[key][-1:])
        if value
    )


def asked_by_browser(server: Served, length: int) -> int:
    """Return the status of the answer to a link of so many letters."""
    try:
        with urllib.request.urlopen(f"{server.address}?q={'a' * length}", timeout=30) as reply:
            return int(reply.status)
    except urllib.error.HTTPError as error:
        return error.code


def report(opened: Sequence[Opened], troubles: Sequence[str]) -> str:
    """Return what was found, in lines."""
    plain = sorted(one.seconds for one in opened if not one.kind)
    lines = [f"plain openings: {len(plain)}, p50 {_ms(plain, 0.5)}, p95 {_ms(plain, 0.95)}"]
    for kind in dict.fromkeys(one.kind for one in opened if one.kind):
        times = sorted(one.seconds for one in opened if one.kind == kind)
        lines.append(f"{kind}: {len(times)}, p50 {_ms(times, 0.5)}, p95 {_ms(times, 0.95)}")
    every = sorted(one.seconds for one in opened if one.kind)
    ratio = every[int(len(every) * 0.95)] / plain[int(len(plain) * 0.95)]
    lines.append(
        f"all: {len(every)}, p50 {_ms(every, 0.5)}, p95 {_ms(every, 0.95)}, {ratio:.2f} of plain (<= {SLOWER:g})"
    )
    lines.append(
        f"largest page {max(one.size for one in opened) / 1e3:.0f} KB, most notices {max(len(one.notices) for one in opened)}"
    )
    faults = [one for one in opened if one.fault]
    lines.append(f"faults: {len(faults)}; lines of the log that tell of an error: {len(troubles)}")
    lines += [f"  {one.kind}: {one.query[:100]!r}: {one.fault}" for one in faults[:20]]
    lines += [f"  log: {line[:200]}" for line in troubles[:20]]
    return "\n".join(lines)


def _ms(times: Sequence[float], share: float) -> str:
    return f"{times[int(len(times) * share)] * 1000:.0f} ms"


def main() -> int:
    """Open them and print what was found."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    print(
        f"{count} query strings, {AT_ONCE} at once; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the beginning"
    )
    begun = time.monotonic()
    with served() as server:
        opened = asyncio.run(open_all(server, count))
        troubles = server.troubles()
        print(report(opened, troubles))
        print(
            f"a browser asks for 60,000 letters: {asked_by_browser(server, 60_000)}, for 1,000,000: {asked_by_browser(server, 1_000_000)}"
        )
        print(f"the server's memory at the end: {server.memory_mb:.0f} MB; {time.monotonic() - begun:.0f} s")
    return int(bool(troubles) or any(one.fault for one in opened))


if __name__ == "__main__":
    sys.exit(main())
