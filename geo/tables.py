"""Tables for the terminal; floor 3, beside the exports."""

import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from geo.models import GeoparsedArticle, Place, Resolution
from geo.reasons import in_words

_WIDEST = 48  # columns of a cell; the rest is cut
_MOST_NAMED = 5  # articles that a note names


def mentions(parsed: GeoparsedArticle) -> str:
    """Return the mentions of an article, a line each, under its id and focus."""
    focus = ", ".join(focus.place.name for focus in parsed.focus) or "no place"
    head = f"{parsed.id} ({parsed.lang}): about {focus}; {len(parsed.resolutions)} mentions"
    rows = [_mention_row(resolution) for resolution in parsed.resolutions]
    return "\n".join([head, *_aligned([("at", "kind", "text", "place", "id", "sure", "why"), *rows])]) + "\n"


def note_on_languages(articles: Sequence[str]) -> str:
    """Return one sentence about the articles, by their ids, that were read by their script alone."""
    named = ", ".join(map(_cut, articles[:_MOST_NAMED]))
    if len(articles) > _MOST_NAMED:
        named += f" and {len(articles) - _MOST_NAMED:,} more"
    return f"note: no rules for the language of {named}; read by the script alone, so some names may be missed."


def places(found: Sequence[Place], lang: str) -> str:
    """Return places, a line each."""
    head = ("id", "name", "kind", "country", "lat", "lon", "population")
    rows = [
        (
            place.id,
            place.name_in(lang),
            f"{place.feature_class}.{place.feature_code}",
            place.country_code or ("disputed" if place.disputed else "-"),
            f"{place.point.lat:.3f}",
            f"{place.point.lon:.3f}",
            f"{place.population:,}" if place.population else "-",
        )
        for place in found
    ]
    return "\n".join(_aligned([head, *rows]))


def about(path: Path, facts: Mapping[str, Any], own: Mapping[Path, int]) -> str:
    """Return what an index says of itself, and how many places of a user's own stand before it."""
    rows = [("index", str(path))]
    rows += [(what, f"{facts[what]:,}") for what in ("places", "names", "areas") if what in facts]
    rows += [("your own", f"{count:,} places of {file.stem}") for file, count in own.items()]
    rows += [(f"package {name}", version) for name, version in sorted(facts.get("packages", {}).items())]
    rows += [(f"file {name}", f"sha256 {digest}") for name, digest in sorted(facts.get("files", {}).items())]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:<{width}}  {value}" for name, value in rows)


def _mention_row(resolution: Resolution) -> tuple[str, ...]:
    mention, place = resolution.mention, resolution.place
    return (
        str(mention.start),
        str(mention.kind),
        mention.text,
        place.name if place else "-",
        place.id if place else "-",
        "-" if resolution.score is None else f"{resolution.score:.2f}",
        "; ".join(in_words(reason) for reason in resolution.why),
    )


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    cut = [[_cut(cell) for cell in row[:-1]] + [row[-1]] for row in rows]
    widths = [max(_width(row[column]) for row in cut) for column in range(len(rows[0]) - 1)]
    return [
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=False))
        + "  "
        + row[-1]
        for row in cut
    ]


def _cut(cell: str) -> str:
    flat = "".join(" " if unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp"} else c for c in cell)
    return flat if len(flat) <= _WIDEST else flat[: _WIDEST - 1] + "…"


def _width(cell: str) -> int:
    """Return the columns that a cell takes: marks take none, wide characters two."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in cell)
