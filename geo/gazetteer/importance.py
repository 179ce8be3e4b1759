"""How well known a place is, before any text is read."""

import math

from geo.gazetteer.rows import Row

# Importance is log10 of an effective population, over 10. A capital is written of like a city 30 times its size, the
# seat of a division like one 3 times; countries stand above every city.
_RANK = {"PPLC": 30, "PPLA": 3}
_MIN_POPULATION = 500  # GeoNames often says 0 for less
_CURATED = {"L": 0.8, "H": 0.75, "T": 0.7, "S": 0.65, "V": 0.6, "A": 0.8, "P": 0.6}
_INSTITUTION = 0.8
_DIVISIONS = {"ADM1": 0.5, "ADM2": 0.44}  # at least
_DIVISION_LESS = 0.1  # than a city of as many people; below the city that shares its name: the bare name means the city
_BEST_DIVISION = 0.7
_GONE = frozenset({"PPLH", "PPLQ", "PPLW"})  # historical, abandoned, destroyed: news writes of what stands today
_PART = "PPLX"  # a part of a town, which the town's name covers
_LESS = {_PART: 0.05, **dict.fromkeys(_GONE, 0.1)}
_UNCURATED = {"L": 0.3, "H": 0.35, "T": 0.35, "S": 0.3, "V": 0.3, "A": 0.35, "R": 0.25, "U": 0.3}  # of a full dump
WELL_KNOWN = 0.417  # a town of 15,000


def importance(row: Row) -> float:
    """Return how well known a place is, 0..1."""
    if row.importance is not None:
        return row.importance
    population = max(row.townspeople or row.population or 0, _MIN_POPULATION)
    if row.feature_class == "A" and row.feature_code.startswith("PCL"):
        return 0.9 + math.log10(population) / 100
    if row.stands_for:
        return _INSTITUTION
    by_size = min(0.89, math.log10(population * _RANK.get(row.feature_code, 1)) / 10)
    if row.feature_class == "P":
        known = by_size - _LESS.get(row.feature_code, 0.0)
        return max(known, _CURATED["P"]) if row.status else known  # news writes of contested towns
    if row.feature_code in _DIVISIONS:
        of_people = by_size - _DIVISION_LESS if row.townspeople else 0.0
        return max(_DIVISIONS[row.feature_code], min(_BEST_DIVISION, of_people))
    if row.curated:
        return _CURATED.get(row.feature_class, 0.5)
    return max(_UNCURATED.get(row.feature_class, 0.3), by_size if row.population else 0.0)
