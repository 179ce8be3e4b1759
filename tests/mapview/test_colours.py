"""The colours of map.css against WCAG 2.2: 3:1 for signs, 4.5:1 for words."""

import re

import pytest

from geo.mapview.assets import FILES

AREA_OPACITY = 0.12  # of .area.land in map.css


def colours(theme: str) -> dict[str, str]:
    css = FILES["map.css"].read_text(encoding="utf-8")
    blocks = re.findall(r"^:root[^{]*\{(.*?)\}", css, re.DOTALL | re.MULTILINE)
    light, dark = (dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block)) for block in blocks)
    return light if theme == "light" else {**light, **dark}


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [
        ("accent", "land", 3),
        ("accent", "water", 3),
        ("country", "land", 4.5),
        ("country", "water", 4.5),
        ("sea", "water", 4.5),
        ("ink", "panel", 4.5),
        ("ink", "halo", 4.5),
    ],
)
def test_stands_out(theme: str, front: str, back: str, least: float) -> None:
    known = colours(theme)
    assert contrast(known[front], known[back]) >= least


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "least"), [("country", 4.5), ("accent", 3)])
def test_stands_out_on_the_selected_area(theme: str, front: str, least: float) -> None:
    known = colours(theme)
    assert contrast(known[front], mixed(known["accent"], known["land"], AREA_OPACITY)) >= least


def mixed(over: str, under: str, share: float) -> str:
    pairs = [(int(over[i : i + 2], 16), int(under[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(share * top + (1 - share) * below):02x}" for top, below in pairs)
