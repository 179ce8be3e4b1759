"""The generated stories: the same each time, and full of places that the geoparser finds."""

from pathlib import Path

from benchmarks.wide_story import towns, wide_text, write_library
from geo import geoparse
from geo.articles import read_library
from geo.gazetteer.index import open_gazetteer
from geo.settings import read_settings


def test_nearly_every_town_is_found_and_the_world_is_in_it(tmp_path: Path) -> None:
    gazetteer = open_gazetteer(read_settings().gazetteer)
    chosen = towns(gazetteer, 100)
    write_library(tmp_path, "wide", wide_text(chosen))
    (article,) = read_library(tmp_path).articles
    found = {found.place.id for found in geoparse(article.text, lang="en").resolutions if found.place is not None}
    assert len(chosen) == len({place.country_code for place in chosen}) == 100
    assert len(found & {place.id for place in chosen}) > 95
