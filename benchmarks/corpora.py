"""Sets of documents in which people marked the toponyms: what is known of each, how to read them, which half is held back."""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.models import MARKER_KINDS, Article, MentionKind, Point

Kinds = frozenset[MentionKind]

STORIES = Path(__file__).resolve().parents[1] / "tests" / "data" / "gold"
WITH_EMBEDDED = MARKER_KINDS | {MentionKind.EMBEDDED}
_WHOLE_COUNTRY = "country"  # the level of such a toponym


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name that a person marked."""

    start: int  # Python str index into the document's text
    end: int  # half open
    point: Point | None = None
    country: str | None = None  # ISO 3166-1 alpha-2 code of a whole country, which is right by its code
    place: str | None = None  # id of the place that is right; our own stories alone have it
    type: str | None = None  # in the set's own words


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text and the toponyms that a person marked in it."""

    article: Article
    toponyms: tuple[Toponym, ...]

    @property
    def id(self) -> str:
        return self.article.id

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def lang(self) -> str:
        return self.article.lang or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a set: what its people marked, what we aim at, and the best that others reach on it."""

    kinds: Kinds = MARKER_KINDS  # what counts as found
    about: str = ""
    licence: str = ""
    aim_f1: float | None = None
    aim_by_exact: bool = False  # the aim is an F1 of exact spans, not of overlapping ones
    aim_placed: float | None = None
    peer_f1: tuple[float, str] | None = None  # overlapping spans, and who
    peer_placed: tuple[float, str] | None = None


KNOWN = {
    "en_geovirus": Known(
        about="WikiNews on outbreaks",
        licence="CC BY (texts)",
        aim_f1=0.92,
        aim_placed=0.83,
        peer_f1=(0.928, "Stanford NER"),
        peer_placed=(0.776, "Stanford NER + population"),
    ),
    "en_geowebnews": Known(
        kinds=frozenset(MentionKind),
        about="news of the web",
        licence="GPL-3 (repository)",
        aim_f1=0.78,
        aim_placed=0.62,
        peer_f1=(0.747, "Stanford NER"),
        peer_placed=(0.554, "Yahoo"),
    ),
    "ar_idrisi_lmd": Known(about="tweets on disasters", licence="CC BY 4.0", aim_f1=0.62, aim_placed=0.45),
    "ar_anercorp_train": Known(about="news sentences", licence="CC BY-SA 4.0", aim_f1=0.85, aim_by_exact=True),
    "ru_factrueval": Known(kinds=WITH_EMBEDDED, about="news", licence="MIT", aim_f1=0.85),
    "hy_armtdp": Known(kinds=WITH_EMBEDDED, about="news", licence="Apache-2.0", aim_f1=0.80),
    "ur_uner": Known(about="news sentences", licence="MIT", aim_f1=0.80),
    "tr_wikiner_dev": Known(about="Wikipedia sentences", licence="CC BY-SA 4.0", aim_f1=0.72),
    "en_wikigold": Known(about="Wikipedia sentences", licence="CC BY 4.0", aim_f1=0.80),
}
ANY_OTHER = Known()

_NOT_EMBEDDED = frozenset(MentionKind) - {MentionKind.EMBEDDED}
KINDS_OF_TYPES: Mapping[str, Mapping[str, Kinds]] = {  # the kinds that we may give to what a set calls so
    "en_geowebnews": {
        "Literal": frozenset({MentionKind.PLACE}),
        "Coercion": MARKER_KINDS,
        "Mixed": MARKER_KINDS,
        "Metonymic": MARKER_KINDS,  # a country that acts stays a place with us
        "Literal_Modifier": _NOT_EMBEDDED,
        "Non_Literal_Modifier": _NOT_EMBEDDED,  # "Russian" and "Ukraine crisis" alike
        "Demonym": frozenset({MentionKind.DEMONYM}),
        "Language": frozenset({MentionKind.DEMONYM}),
        "Embedded_Literal": frozenset({MentionKind.EMBEDDED}),
        "Embedded_Non_Lit": frozenset({MentionKind.EMBEDDED}),
        "Homonym": frozenset(),  # a person or a firm called so: to us no toponym
    }
}


def held_back(document_id: str) -> bool:
    """Tell whether a document is kept from whoever fits numbers or reads mistakes, so that it shows what was learnt.

    The lowest bit of the hash will not do: three of the sets are themselves the halves that it makes of larger ones.
    """
    return bool(zlib.crc32(document_id.encode()) >> 8 & 1)


def read_corpus(path: Path) -> tuple[Document, ...]:
    """Return the documents of a set: a line of JSON each, with `id`, `text`, `lang` and `toponyms`."""
    with path.open(encoding="utf-8") as lines:
        return tuple(_document(json.loads(line)) for line in lines if line.strip())


def read_stories(paths: Iterable[Path] | None = None) -> tuple[Document, ...]:
    """Return the stories that ship with Dateline; the type of a toponym is its kind."""
    paths = sorted(STORIES.glob("*.json")) if paths is None else paths
    return tuple(_document(json.loads(path.read_text(encoding="utf-8"))) for path in paths)


def _document(record: Mapping[str, Any]) -> Document:
    article = Article(
        id=str(record["id"]),
        text=record["text"],
        title=record.get("title") or None,
        lang=record.get("lang") or None,
        source=record.get("source") or None,
    )
    return Document(article=article, toponyms=tuple(map(_toponym, record["toponyms"])))


def _toponym(row: Mapping[str, Any]) -> Toponym:
    has_point = row.get("lat") is not None
    return Toponym(
        start=row["start"],
        end=row["end"],
        point=Point(lat=row["lat"], lon=row["lon"]) if has_point else None,
        country=row.get("country") if row.get("level") == _WHOLE_COUNTRY else None,
        place=row.get("place"),
        type=row.get("type") or row.get("kind"),
    )
