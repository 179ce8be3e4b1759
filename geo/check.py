"""Whether an instance is set up right, in sentences: `python -m geo check`."""

import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from packaging.requirements import Requirement

from geo.articles import read_library
from geo.errors import DatelineError
from geo.gazetteer.container import open_container
from geo.gazetteer.own import own_indexes
from geo.pipeline import geoparse
from geo.settings import DATA, Settings, check_settings

Grade = Literal["ok", "note", "error"]

OLDEST, NEWEST_TRIED = (3, 11), (3, 13)
REQUIREMENTS = DATA.parent / "requirements.txt"
SENTENCE = "The ministers of Armenia and Iran met in Moscow."

_BASE_PATH = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A sentence about the instance: all right, good to know, or to be mended."""

    grade: Grade
    sentence: str


def check_instance() -> Iterator[Finding]:
    """Yield what there is to say of this instance, in the order in which it is found out."""
    with suppress(ImportError):  # without Streamlit there are none, and the packages are named below
        _take_secrets()
    read = check_settings()
    steps: tuple[Callable[[], Iterable[Finding]], ...] = (
        check_python,
        check_packages,
        lambda: settings_findings(read.problems),
        lambda: check_index(read.settings.gazetteer),
        lambda: check_own_places(read.settings.places),
        lambda: check_stories(read.settings.articles),
        check_temporary_folder,
        lambda: check_base_path(_base_url_path()),
        lambda: check_frames(read.settings),
        check_reading,
    )
    for step in steps:
        try:
            yield from step()
        except (DatelineError, ImportError) as error:
            yield _error(f"{str(error).rstrip('.')}.")


def check_python(found: tuple[int, int] = sys.version_info[:2]) -> Iterator[Finding]:
    """Yield whether this Python will do."""
    named, oldest, newest = (".".join(map(str, pair)) for pair in (found, OLDEST, NEWEST_TRIED))
    if found < OLDEST:
        yield _error(f"This is Python {named}; Dateline needs {oldest} or newer.")
    elif found > NEWEST_TRIED:
        yield _note(f"This is Python {named}; Dateline was tried with {oldest} to {newest}.")
    else:
        yield _ok(f"Python {named} will do.")


def check_packages(requirements: Path = REQUIREMENTS) -> Iterator[Finding]:
    """Yield whether the packages are those that are pinned."""
    try:
        lines = (line.partition("#")[0].strip() for line in requirements.read_text(encoding="utf-8").splitlines())
    except OSError as error:
        yield _note(f"The versions of the packages cannot be checked: cannot read {requirements}: {error.strerror}.")
        return
    pinned = [pin for pin in map(Requirement, filter(None, lines)) if pin.marker is None or pin.marker.evaluate()]
    installed = {pin.name: _installed(pin.name) for pin in pinned}
    wrong = [pin for pin in pinned if not pin.specifier.contains(installed[pin.name] or "")]
    for pin in wrong:
        found = installed[pin.name]
        there = f"is {found} here" if found else "is not installed"
        wanted = str(pin.specifier).removeprefix("==")
        yield _error(f"{pin.name} {there}, {wanted} is needed; run pip install -r {requirements.name}.")
    if not wrong:
        yield _ok(f"All {len(pinned)} packages have the versions of {requirements.name}.")


def settings_findings(problems: Iterable[str]) -> Iterator[Finding]:
    """Yield whether the settings are understood."""
    found = [_error(problem) for problem in problems]
    yield from found or [_ok("All settings are understood.")]


def check_index(path: Path) -> Iterator[Finding]:
    """Yield whether the gazetteer's index opens and its bytes are those that were written."""
    container = open_container(path)
    damaged = container.damaged_sections()
    if damaged:
        what = ", ".join(damaged)
        yield _error(f"The gazetteer {path} is damaged in {what}; restore the file that ships, or build it anew.")
        return
    places = container.about.get("places")
    counted = f", {places:,} places" if isinstance(places, int) else ""
    yield _ok(f"The gazetteer {path} is whole{counted}.")


def check_own_places(folder: Path) -> Iterator[Finding]:
    """Yield whether places of the host's own can be read and kept; nothing else is ever written."""
    indexes = own_indexes(folder)
    for index in indexes:
        yield from check_index(index)
    nearest = next((above for above in (folder, *folder.parents) if above.exists()), folder)
    try:
        _try_to_write(nearest)
    except OSError as error:
        yield _note(
            f"The data folder {folder} cannot be written ({error.strerror}). The dashboard does not need it; to add places "
            "of your own, name another one with DATELINE_PLACES."
        )
    else:
        yield _ok(f"The data folder {folder} can be written, so `python -m geo gazetteer add` can keep places there.")


def check_stories(folder: Path) -> Iterator[Finding]:
    """Yield whether the stories that the page offers can be read."""
    library = read_library(folder)
    for problem in library.problems:
        yield _error(f"{problem.rstrip('.')}.")
    if not library.articles:
        yield _error(f"There is no story in {folder}; the page opens empty.")
    elif not library.problems:
        yield _ok(f"All {len(library.articles)} stories can be read.")


def check_temporary_folder() -> Iterator[Finding]:
    """Yield whether there is a temporary folder, which large uploads need."""
    try:
        _try_to_write(None)
    except OSError as error:
        yield _error(f"There is no temporary folder that can be written ({error.strerror}); name one with TMPDIR.")
    else:
        yield _ok(f"The temporary folder {tempfile.gettempdir()} can be written.")


def check_base_path(given: str) -> Iterator[Finding]:
    """Yield below which path the page stands, given `server.baseUrlPath`."""
    path = given.strip("/")
    if not path:
        yield _ok("The page stands at the root of its address; server.baseUrlPath puts it below a path.")
    elif _BASE_PATH.fullmatch(path):
        yield _ok(f"The page stands below /{path}/, and so do its assets, data and /{path}/healthz.")
    else:
        yield _error(f"server.baseUrlPath is {given!r}; write letters, digits, hyphens and slashes, such as news/map.")


def check_frames(settings: Settings) -> Iterator[Finding]:
    """Yield who may show the page in a frame."""
    others = ", ".join(settings.embed_origins)
    yield _ok(f"Pages of {others} may embed the page." if others else "No page of another origin may embed the page.")


def check_reading() -> Iterator[Finding]:
    """Yield whether places are found in a sentence."""
    found = [resolution.place.name for resolution in geoparse(SENTENCE).resolutions if resolution.place is not None]
    if found:
        yield _ok(f"In “{SENTENCE}” these places are found: {', '.join(found)}.")
    else:
        yield _error(f"In “{SENTENCE}” no place is found; the gazetteer has none of them.")


def _try_to_write(folder: Path | None) -> None:
    with tempfile.TemporaryFile(dir=folder) as file:
        file.write(b"Dateline")


def _installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _take_secrets() -> None:
    from geo.ui.server import take_secrets  # loads Streamlit, which may be what is missing

    take_secrets()


def _base_url_path() -> str:
    from geo.ui.server import base_url_path

    return base_url_path()


def _ok(sentence: str) -> Finding:
    return Finding(grade="ok", sentence=sentence)


def _note(sentence: str) -> Finding:
    return Finding(grade="note", sentence=sentence)


def _error(sentence: str) -> Finding:
    return Finding(grade="error", sentence=sentence)
