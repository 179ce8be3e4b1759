import re

import folium
import pytest

from geo.mapview import base_map
from geo.mapview.assets import FILES, address
from tests.mapview.scripts import sent_to_the_frame
from tests.mapview.test_places import draw, make_place

FRAME = ("script", "header", "html", "js_links", "css_links", "key")


def test_is_the_same_on_every_rerun_whatever_the_places(monkeypatch: pytest.MonkeyPatch) -> None:
    without = sent_to_the_frame(monkeypatch)
    for layer in (draw([]), draw([make_place(name="{{7*7}}")], selected="gn:1")):
        sent = sent_to_the_frame(monkeypatch, layer)
        assert {name: sent[name] for name in FRAME} == {name: without[name] for name in FRAME}


def test_asks_no_other_server_for_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = sent_to_the_frame(monkeypatch, draw([make_place()]))
    assert not [text for text in map(str, sent.values()) if re.search(r"https?:|//[a-z]", text)]
    assert all(link.startswith("../../assets/") for link in sent["js_links"] + sent["css_links"])


def test_finds_its_assets_elsewhere() -> None:
    page = base_map("/news/assets").get_root().render()
    assert set(re.findall(r'(?:src|href)="([^"?]*)', page)) == {
        f"/news/assets/{name}" for name in FILES if name.endswith((".js", ".css"))
    }


def test_leaves_other_maps_their_links() -> None:
    before = list(folium.Map.default_js)
    base_map()
    assert folium.Map.default_js == before


@pytest.mark.parametrize("name", FILES)
def test_every_asset_exists_and_its_address_names_its_content(name: str) -> None:
    assert FILES[name].is_file()
    assert re.fullmatch(rf"assets/{re.escape(name)}\?v=[0-9a-f]{{12}}", address("assets", name))


def test_what_is_added_to_one_map_is_in_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    sent_to_the_frame(monkeypatch, draw([make_place(name="Only here")]))
    page = base_map().get_root().render()
    assert "Only here" not in page
    assert "Only here" not in str(sent_to_the_frame(monkeypatch))


def test_a_page_of_its_own_holds_map_and_layer() -> None:
    shown = base_map()
    draw([make_place(name="{{ 777 * 777 }}")]).add_to(shown)
    page = shown.get_root().render()
    assert page.count("datelineMap.start(") == page.count("datelineMap.draw(") == 1
    assert "603729" not in page
