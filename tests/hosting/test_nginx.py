"""Behind Debian's nginx, below a path, with TLS, as `deploy/nginx.conf` sets it up."""

import http.client
import shutil
import ssl
import tomllib
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.ui.packed import LONGEST
from tests.browser.reader import Reader
from tests.browser.server import ROOT, running
from tests.builders import FOUNDING
from tests.hosting.nginx import NAME, find_nginx, proxying

pytestmark = pytest.mark.skipif(
    find_nginx() is None or shutil.which("openssl") is None,
    reason="nginx or openssl is not here; apt-get install nginx-light openssl",
)
BASE, SAHEL = "news", "sahel-grain-convoy-2024"
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Protocol": "streamlit",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with running(base=BASE) as address:
        app_port = urlsplit(address).port
        assert app_port is not None
        for story in (FOUNDING, SAHEL):  # read beforehand: how long that takes is not what is tried here
            urllib.request.urlopen(f"{address}api/articles/{story}.json").read()
        with proxying(app_port, tmp_path_factory.mktemp("nginx")) as listening:
            yield listening


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, ignore_https_errors=True)
    yield context.new_page()
    context.close()


def ask(
    port: int, path: str, *, method: str = "GET", body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> Answer:
    connection = http.client.HTTPSConnection("127.0.0.1", port, context=ssl._create_unverified_context(), timeout=30)
    try:
        connection.request(method, path, body=body, headers=dict(headers or {}))
        reply = connection.getresponse()
        body = b"" if reply.status == 101 else reply.read()
        return Answer(status=reply.status, headers={name.lower(): text for name, text in reply.getheaders()}, body=body)
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "status", "media_type", "begins"),
    [
        pytest.param("/news/", 200, "text/html", b"<!--", id="the page"),
        pytest.param("/news/assets/leaflet.js", 200, "text/javascript", b"/* @preserve", id="an asset"),
        pytest.param("/news/assets/world.topojson", 200, "application/json", b"{", id="the base map"),
        pytest.param("/news/healthz", 200, "application/json", b'{"ok": true', id="health"),
        pytest.param(f"/news/api/articles/{FOUNDING}.json", 200, "application/json", b'{"id": "', id="a story"),
        pytest.param(
            f"/news/api/articles/{FOUNDING}.geojson", 200, "application/geo+json", b'{"type"', id="as GeoJSON"
        ),
        pytest.param("/news/api/articles/none.json", 404, "application/json", b'{"error"', id="no story"),
        pytest.param("/news/assets/none.js", 404, "text/plain", b"There is nothing", id="no asset"),
        pytest.param("/news/assets/../../etc/passwd", 404, "text/html", b"<html>", id="beside the path"),
        pytest.param("/assets/leaflet.js", 404, "text/html", b"<html>", id="without the path"),
    ],
)
def test_what_stands_below_the_path(port: int, path: str, status: int, media_type: str, begins: bytes) -> None:
    answer = ask(port, path)
    assert answer.status == status
    assert answer.headers["content-type"].startswith(media_type)
    assert answer.body.lower().startswith(begins.lower())


def test_the_path_without_its_slash_leads_to_the_page_and_keeps_the_link(port: int) -> None:
    answer = ask(port, "/news?a=x&p=iso:AM", headers={"Host": f"{NAME}:{port}"})
    assert answer.status == 308
    assert answer.headers["location"] == f"https://{NAME}:{port}/news/?a=x&p=iso:AM"


def test_a_link_with_an_own_text_in_it_comes_through_and_one_thrice_as_long_does_not(port: int) -> None:
    assert ask(port, f"/news/?t={'x' * LONGEST}&ui=ar&names=both&q=%D8%AD%D9%84%D8%A8").status == 200
    assert ask(port, f"/news/?t={'x' * 3 * LONGEST}").status == 414


@pytest.mark.parametrize("path", ["/news/", "/news/assets/map.js", "/news/api/none", "/news/healthz"])
def test_the_security_headers_come_through_and_name_the_host_that_was_asked(port: int, path: str) -> None:
    headers = ask(port, path, headers={"Host": f"{NAME}:{port}"}).headers
    assert f"connect-src 'self' ws://{NAME}:{port} wss://{NAME}:{port};" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        pytest.param("https://{host}", 101, id="its own"),
        pytest.param("https://another.example", 403, id="another"),
        pytest.param("https://news.example.another.example", 403, id="one that begins alike"),
    ],
)
def test_a_websocket_opens_for_the_pages_own_origin_only(port: int, origin: str, status: int) -> None:
    host = f"{NAME}:{port}"
    headers = {"Host": host, "Origin": origin.format(host=host), **UPGRADE}
    assert ask(port, "/news/_stcore/stream", headers=headers).status == status


def test_nginx_takes_what_streamlit_takes_and_not_much_more(port: int) -> None:
    most = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["server"]["maxUploadSize"]
    path = f"/news/api/articles/{FOUNDING}.json"
    assert ask(port, path, method="POST", body=b"x" * (most << 20)).status == 405
    assert ask(port, path, method="POST", body=b"x" * ((most + 2) << 20)).status == 413


def test_the_founding_story_is_on_the_map_and_a_marker_shows_its_excerpt(port: int, page: Page) -> None:
    reader = Reader(page=page, address=f"https://127.0.0.1:{port}/{BASE}/").open()
    reader.click_marker("iso:AM")
    expect(reader.card.locator("h3")).to_contain_text("Armenia")
    expect(reader.excerpt).to_contain_text("أرمينيا")
    reader.expect_parameter("p", "iso:AM")
    assert urlsplit(page.url).path == f"/{BASE}/"
    reader.clean()


def test_a_link_opens_what_it_says(port: int, page: Page) -> None:
    reader = Reader(page=page, address=f"https://127.0.0.1:{port}/{BASE}/")
    reader.open(f"?a={SAHEL}&p=gn:2448085&ui=fr")
    expect(reader.article).to_contain_text("Agadez")
    expect(reader.card.locator("h3")).to_contain_text("Agadez")
    expect(page.locator(".st-key-paste")).to_contain_text("texte")
    reader.clean()


def test_an_own_text_comes_through(port: int, page: Page) -> None:
    reader = Reader(page=page, address=f"https://127.0.0.1:{port}/{BASE}/").open("?ui=en")
    story = f"The mayor of Reykjavik met the mayor of Oslo. {'Nothing else happened. ' * 200}"
    page.get_by_role("button", name="Paste your own text").click()
    chooser = page.get_by_role("dialog").locator("input[type=file]")
    with page.expect_response(lambda response: "/_stcore/upload_file/" in response.url) as sent:
        chooser.set_input_files({"name": "north.txt", "mimeType": "text/plain", "buffer": story.encode()})
    assert sent.value.ok
    page.get_by_role("button", name="Map it").click()
    expect(reader.article).to_contain_text("Reykjavik")
    expect(page.locator(".mention", has_text="Oslo").first).to_be_visible()
    reader.clean()
