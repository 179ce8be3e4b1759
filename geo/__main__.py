"""The command line: `python -m geo parse`, `lookup`, `gazetteer` and `check`."""

import io
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click

from geo import tables
from geo.articles.files import read_articles, read_stream
from geo.errors import ArticleError, DatelineError
from geo.export import place_record, to_geojson, write_record
from geo.models import Article, GeoparsedArticle, Place

FORMATS = ("table", "jsonl", "geojson")
PLANNED_FORMATS = ("json", "csv", "kml", "html")
T = TypeVar("T")
_MOST_ALIKE = 10  # places offered for a misspelled name


def _check(context: click.Context) -> None:
    """Say what is right here and what is not, and leave with exit code 1 if something has to be mended."""
    from geo.check import check_instance

    errors = 0
    for finding in check_instance():
        errors += finding.grade == "error"
        click.echo(f"{finding.grade}: {finding.sentence}", err=finding.grade == "error")
    if errors:
        click.echo(f"error: this instance is not set up right: {errors} to be mended.", err=True)
    else:
        click.echo("This instance is set up right.")
    context.exit(1 if errors else 0)


def _check_at_once(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        _check(context)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--check", is_flag=True, is_eager=True, expose_value=False, callback=_check_at_once, help="Same as check."
)
def main() -> None:
    """Read the news onto a map."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a file's name need not be UTF-8, nor the screen


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
    without_rules: list[str] = []
    with _open_output(output, form) as out:
        writer = _Writer(form, out)
        for article in _articles(files):
            try:
                if isinstance(article, ArticleError):
                    raise article
                parsed = geoparse_article(_in_language(article, lang))
                writer.write(parsed)
                if parsed.by_script_alone:
                    without_rules.append(parsed.id)
            except DatelineError as error:
                failures += 1
                click.echo(f"error: {error}", err=True)
        writer.close()
    if without_rules:
        click.echo(tables.note_on_languages(without_rules), err=True)
    sys.exit(1 if failures else 0)


@main.command()
@click.argument("name")
@click.option("--lang", metavar="CODE", default="en", show_default=True, help="Language of the names shown.")
@click.option("--country", metavar="CC", help="Only places of this country (ISO 3166-1 alpha-2).")
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)
def lookup(name: str, lang: str, country: str | None, form: str) -> None:
    """Look a name up in the gazetteer, best known place first; a misspelled one gives the names spelled alike."""
    from geo.geocode import GazetteerGeocoder
    from geo.pipeline import default_gazetteer

    with _one_sentence():
        geocoder = GazetteerGeocoder(default_gazetteer())
        found = geocoder.geocode(name, exactly_one=False, language=lang, country_codes=country, fuzzy=True) or []
    places: list[Place] = [location.raw["place"] for location in found]
    if found and "misspelled" in found[0].raw:
        places = places[:_MOST_ALIKE]
        click.echo(f"The gazetteer has no place named {name}; these are spelled alike.", err=True)
    with _open_output(None, form) as out:
        if form == "json":
            said = json.dumps([place_record(place) for place in places], ensure_ascii=False, indent=1)
        else:
            said = tables.places(places, lang) if places else f"The gazetteer has no place named {name}."
        out.write(said + "\n")


@main.command()
@click.pass_context
def check(context: click.Context) -> None:
    """Say whether this instance is set up right: packages, settings, gazetteer, folders, base path."""
    _check(context)


@main.group()
def gazetteer() -> None:
    """The embedded gazetteer."""


@gazetteer.command()
def info() -> None:
    """Say what the index holds, what it was built from, and which places of your own were added."""
    from geo.gazetteer.index import open_gazetteer
    from geo.gazetteer.own import own_indexes
    from geo.settings import read_settings

    settings = read_settings()
    with _one_sentence():
        index = open_gazetteer(settings.gazetteer)
        own = {path: len(open_gazetteer(path)) for path in own_indexes(settings.places)}
    click.echo(tables.about(index.path, index.about, own))


@gazetteer.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--skip-bad", is_flag=True, help="Add the good rows of a file that has bad ones.")
def add(file: Path, skip_bad: bool) -> None:
    """Add your own places from FILE; they outrank those that ship.

    FILE is a CSV table with the columns name, lat and lon, or GeoJSON with the property name. It may have id, names
    (joined by "|"), name_ar, name_en ..., country, class, code and population. A file added before under the same name
    is replaced.
    """
    from geo.gazetteer.index import open_gazetteer
    from geo.gazetteer.own import add_own_places
    from geo.settings import read_settings

    settings = read_settings()
    with _one_sentence():
        shipped = open_gazetteer(settings.gazetteer)
        read = add_own_places(file, settings.places, skip_bad=skip_bad, country_at=shipped.country_at)
    for problem in read.problems:
        click.echo(f"error: {problem}", err=True)
    click.echo(f"Added {len(read.rows):,} places of {file}; `python -m geo gazetteer remove {file.stem}` forgets them.")
    sys.exit(1 if read.problems else 0)


@gazetteer.command()
@click.argument("name")
def remove(name: str) -> None:
    """Forget the places of the file NAME that was added."""
    from geo.gazetteer.own import remove_own_places
    from geo.settings import read_settings

    with _one_sentence():
        remove_own_places(name, read_settings().places)
    click.echo(f"The places of {name} are forgotten.")


@gazetteer.command()
@click.option(
    "--packages",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(".build"),
    show_default=True,
    help="The folder that `make packages` fills.",
)
@click.option(
    "--geonames",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="allCountries.zip of GeoNames, or a country's: every place of it, in place of the towns of the packages.",
)
@click.option(
    "--alternate-names",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="alternateNamesV2.zip of GeoNames: names with their languages.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The index file; default: the one in use.")
def build(packages: Path, geonames: Path | None, alternate_names: Path | None, output: Path | None) -> None:
    """Build the index: from packages, or from the full dump of GeoNames that you downloaded.

    The packages are those of requirements-build.txt and those that `make packages` fetches. The old index stays until
    the new one is whole.
    """
    from geo.settings import DATA, read_settings

    if alternate_names is not None and geonames is None:
        raise click.UsageError("--alternate-names goes with --geonames")
    try:
        from geo.gazetteer.build import build_index
        from geo.gazetteer.inputs import find_inputs
        from geo.gazetteer.sources.dump import Dump
    except ImportError as error:
        raise click.ClickException(
            f"{error}; install what a build needs: pip install -r requirements-build.txt"
        ) from error
    target = output or read_settings().gazetteer
    dump = None
    if geonames is not None:
        dump = Dump(places=geonames, alternate_names=alternate_names, scratch=target.parent)
    with _one_sentence():
        build_index(
            target,
            find_inputs(packages, DATA / "curated"),
            dump=dump,
            report=lambda line: click.echo(line, err=True),
            track=_counted,
        )


def _counted(items: Iterable[T], what: str) -> Iterator[T]:
    """Give items on and show on stderr how many have passed."""
    with click.progressbar(
        items, label=what, length=None, file=sys.stderr, show_eta=False, item_show_func=None, update_min_steps=5_000
    ) as bar:
        for passed, item in enumerate(bar, start=1):
            if passed % 5_000 == 0:
                bar.label = f"{what}: {passed:,}"
            yield item


class _Writer:
    """Writes articles one by one, so that a long run shows each as soon as it is read."""

    def __init__(self, form: str, out: TextIO) -> None:
        self._form = form
        self._out = out
        self._features: list[dict[str, Any]] = []

    def write(self, parsed: GeoparsedArticle) -> None:
        if self._form == "jsonl":
            write_record(parsed, self._out)
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
