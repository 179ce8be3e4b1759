"""Stories that name very many places, made from the gazetteer's towns: what the page does with 500 and with 5,000 of them."""

from collections.abc import Iterable, Iterator
from itertools import chain, cycle, islice, zip_longest
from pathlib import Path

from geo.gazetteer.index import Gazetteer
from geo.models import Place

TOWN = 15_000  # people; there are 5,000 such towns beside those that share their name or are a word
SENTENCES = (
    "The survey team flew from {} to {} in the spring.",
    "Heavy rain fell in {}, and the roads around {} were closed for a week.",
    "Teachers in {} met their colleagues from {} for the first time.",
    "A train that left {} in the morning arrived in {} after dark.",
    "Prices rose in {}, while markets in {} stayed calm.",
)
PER_PARAGRAPH = 4  # sentences


def towns(gazetteer: Gazetteer, count: int) -> list[Place]:
    """Return towns that are the first bearers of their names, well spread: the largest of each country, then the second ones."""
    by_country: dict[str, list[Place]] = {}
    for place in gazetteer.places():
        if place.feature_class == "P" and (place.population or 0) >= TOWN and place.country_code:
            by_country.setdefault(place.country_code, []).append(place)
    for large in by_country.values():
        large.sort(key=lambda place: (-(place.population or 0), place.id))
    in_turns = chain.from_iterable(zip_longest(*(by_country[code] for code in sorted(by_country))))
    return list(islice(_well_named(gazetteer, in_turns), count))


def wide_text(places: Iterable[Place]) -> str:
    """Return paragraphs that name each place once, two a sentence."""
    names = [place.name for place in places]
    pairs = zip(names[::2], names[1::2], strict=False)
    sentences = [form.format(*pair) for form, pair in zip(cycle(SENTENCES), pairs, strict=False)]
    lines = [" ".join(sentences[at : at + PER_PARAGRAPH]) for at in range(0, len(sentences), PER_PARAGRAPH)]
    return "\n".join(lines)


def write_library(folder: Path, article_id: str, text: str) -> None:
    """Write a folder of stories with one story, as `DATELINE_ARTICLES` names it."""
    row = {
        "id": article_id,
        "title": "A round of the world",
        "lang": "en",
        "outlet": "Benchmark",
        "published": "2025-01-31",
    }
    listed = "\n".join(f'{key} = "{value}"' for key, value in row.items())
    (folder / "articles.toml").write_text(f"[[article]]\n{listed}\n", encoding="utf-8")
    (folder / f"{article_id}.txt").write_text(text, encoding="utf-8")


def _well_named(gazetteer: Gazetteer, places: Iterable[Place | None]) -> Iterator[Place]:
    """Yield the places whose names are capitalised words that mean them before all others."""
    for place in places:
        if place is not None and place.name.istitle():
            entries = gazetteer.entries(place.name)
            if entries and entries[0].place.id == place.id:
                yield place
