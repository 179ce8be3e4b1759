"""Arabic names of Algerian communes, from the package algeria-wilayas-communes (CC0)."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib.resources import files

from geo.gazetteer.rows import Name, Row
from geo.text.tokens import name_key

_COUNTRY = "DZ"


def read_commune_names(towns: Iterable[Row]) -> Mapping[str, Name]:
    """Return Arabic names by the id of the town.

    The package has no GeoNames ids: a name is taken only where one commune and one town of the country have it, so
    that no homonym is mixed up.
    """
    communes = [(name_key(one["nom_fr"]), one["nom_ar"]) for one in _communes(_read())]
    of_towns: dict[str, set[str]] = {}
    for town in towns:
        if town.country_code == _COUNTRY:
            for name in town.names:
                of_towns.setdefault(name_key(name.text), set()).add(town.id)
    named_so = Counter(key for key, _ in communes)
    found: dict[str, Name] = {}
    for key, arabic in communes:
        ids = of_towns.get(key, set())
        if named_so[key] == 1 and len(ids) == 1:
            found[next(iter(ids))] = Name(text=arabic, lang="ar")
    return found


def _read() -> object:
    return json.loads((files("algeria_wilayas_communes") / "data" / "algeria.json").read_text(encoding="utf-8"))


def _communes(node: object) -> Iterable[dict[str, str]]:
    """Yield the communes of the package's tree of wilayas and dairas."""
    if isinstance(node, list):
        for one in node:
            yield from _communes(one)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "communes":
                yield from value
            elif isinstance(value, dict | list):
                yield from _communes(value)
