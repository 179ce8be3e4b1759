"""How well the sample stories are read: `python benchmarks/gold.py` prints precision, recall and F1 per kind, exact spans."""

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from geo import Article, MentionKind, geoparse_article  # noqa: E402

KINDS = {
    "place + metonym": {MentionKind.PLACE, MentionKind.METONYM},
    **{str(kind): {kind} for kind in MentionKind},
}
Span = tuple[int, int]


def score(gold: set[Span], found: set[Span]) -> str:
    """Return precision, recall and F1 of spans."""
    hits = len(gold & found)
    precision, recall = hits / max(1, len(found)), hits / max(1, len(gold))
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return f"{precision:.2f} {recall:.2f} {f1:.2f}"


def row(story: dict[str, Any]) -> str:
    """Return a story's line of the table."""
    parsed = geoparse_article(Article(id=story["id"], text=story["text"], title=story["title"]))
    cells = []
    for kinds in KINDS.values():
        gold = {(t["start"], t["end"]) for t in story["toponyms"] if t["kind"] in kinds}
        found = {(r.mention.start, r.mention.end) for r in parsed.resolutions if r.mention.kind in kinds}
        cells.append(score(gold, found))
    return f"| {story['id']:<26} | " + " | ".join(f"{cell:<15}" for cell in cells) + " |"


def main() -> None:
    """Print the table: each cell is precision, recall, F1."""
    lines = [f"| {'story':<26} | " + " | ".join(f"{name:<15}" for name in KINDS) + " |"]
    lines.append("|" + "-" * 28 + "|" + "|".join("-" * 17 for _ in KINDS) + "|")
    stories = sorted((ROOT / "tests" / "data" / "gold").glob("*.json"))
    lines += [row(json.loads(path.read_text(encoding="utf-8"))) for path in stories]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
