"""Tables in Markdown, and where they stand in a page."""

import re
from collections.abc import Iterable, Sequence


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the first column is aligned left, the others right."""
    cells = [list(head), *map(list, rows)]
    widths = [max(3, *(len(row[column]) for row in cells)) for column in range(len(head))]
    lines = [
        "| "
        + " | ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        + " |"
        for row in cells
    ]
    rule = "|" + "|".join("-" * (width + 1) + (":" if i else "-") for i, width in enumerate(widths)) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def figure(value: float | None) -> str:
    """Return a figure of 0..1 with three digits; an en dash if there is none."""
    return "–" if value is None else f"{value:.3f}"


def percent(part: int, whole: int) -> str:
    """Return a share as a whole percentage; an en dash of nothing."""
    return f"{100 * part / whole:.0f} %" if whole else "–"


def with_table(page: str, name: str, table: str) -> str:
    """Return a page with a table between its two markers; what stands around them stays.

    Raises
    ------
    ValueError
        If the page does not have both markers once.
    """
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    if page.count(begin) != 1 or page.count(end) != 1:
        raise ValueError(f"the page needs the lines {begin} and {end} once each; add them where the table belongs")
    between = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    return between.sub(lambda _: f"{begin}\n\n{table}\n\n{end}", page)
