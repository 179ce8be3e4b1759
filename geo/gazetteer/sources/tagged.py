"""Names with their languages: GeoNames' own translations, from Debian's package libgeonames-common.

Its catalogues give a name by GeoNames id, by country and division ("SY.09") and by country, one catalogue a language.
"""

import gettext
import re
from collections.abc import Mapping
from pathlib import Path

from geo.gazetteer.layout import LANGUAGES, OTHER_LANGUAGES
from geo.gazetteer.rows import Name

_KEY = re.compile(r"\d+|[A-Z]{2}(\.[A-Z0-9]+)?")
KEPT_LANGUAGES = frozenset(LANGUAGES + OTHER_LANGUAGES)  # not zh_TW or pt_BR, which only repeat

TaggedNames = Mapping[str, tuple[Name, ...]]


def read_tagged_names(folder: Path) -> TaggedNames:
    """Return the names of every key, in the order of the languages' codes.

    Parameters
    ----------
    folder
        the package's `usr/share/locale`
    """
    names: dict[str, list[Name]] = {}
    for path in sorted(folder.glob("*/LC_MESSAGES/geonames.mo")):
        lang = path.parent.parent.name
        if lang not in KEPT_LANGUAGES:
            continue
        with path.open("rb") as file:
            catalogue: dict[str, str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # no public way to list it
        for key, text in catalogue.items():
            if isinstance(key, str) and text and _KEY.fullmatch(key):
                names.setdefault(key, []).append(Name(text=text, lang=lang, preferred=lang != "en"))
    return {key: tuple(of_key) for key, of_key in names.items()}
